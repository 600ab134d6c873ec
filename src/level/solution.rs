//! Solutions: how a level is meant to end, and the orders that bring it there.

use crate::sim::{Order, Outcome};

/// Steps after which a play counts as endless. No level is meant to last a hundredth of it.
pub const MOST_STEPS: u32 = 100_000;

/// A recorded way to play a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Solution {
    /// What a RON level holds: orders by step, each given in the order of the list.
    Orders { ends: Ending, orders: Vec<At> },
    /// What a `.rel` level holds: commands in Rabbit Escape's language, run to find out what they order.
    Script(String),
}

/// How a solution says that the level ends. There are wrong ones too, kept because they are tempting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ending {
    Won,
    Lost,
}

/// An order and when it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct At {
    /// Steps that the world has made when the order is given.
    pub step: u32,
    pub order: Order,
}

impl Solution {
    /// The solution in Rabbit Escape's language. There is none for one that explodes all rabbits: the language has no
    /// word for that.
    pub fn script(&self) -> Option<String> {
        let (ends, orders) = match self {
            Solution::Script(script) => return Some(script.clone()),
            Solution::Orders { ends, orders } => (ends, orders),
        };
        let mut commands: Vec<String> = Vec::new();
        // Steps that the world makes while the commands so far are carried out. One with tokens in it makes one.
        let mut made = 0;
        for At { step, order } in orders {
            let Order::Place(ability, cell) = order else {
                return None;
            };
            let place = format!("{}&({},{})", ability.name(), cell.x, cell.y);
            match commands.last_mut() {
                Some(command) if step.saturating_add(1) == made => *command = format!("{command}&{place}"),
                _ => {
                    commands.extend((*step > made).then(|| (step - made).to_string()));
                    commands.push(place);
                    made = step.saturating_add(1);
                }
            }
        }
        commands.push(format!("until:{}", ends.name().to_uppercase()));
        Some(commands.join(";"))
    }
}

impl Ending {
    pub const ALL: [Ending; 2] = [Ending::Won, Ending::Lost];

    /// The word for it in a level file.
    pub const fn name(self) -> &'static str {
        match self {
            Ending::Won => "Won",
            Ending::Lost => "Lost",
        }
    }

    /// How the world stands then.
    pub const fn outcome(self) -> Outcome {
        match self {
            Ending::Won => Outcome::Won,
            Ending::Lost => Outcome::Lost,
        }
    }
}
