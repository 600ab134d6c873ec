//! Solutions as data: the orders, and how the level ends then.

use crate::sim::{Order, Outcome};

/// Steps after which a play counts as endless. Levels take a hundredth of it.
pub const MOST_STEPS: u32 = 100_000;

/// The work that the solutions of a level may take together, in the unit of [`World::work`](crate::sim::World::work): a
/// second of time at most. Nearly all levels that we ship take a hundredth of it, and the largest a tenth.
pub const MOST_WORK: u64 = 1_500_000;

/// The most solutions of a level. A `.rel` file numbers them with three digits.
pub const MAX_SOLUTIONS: usize = 999;

/// A recorded way to play a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Solution {
    /// Of a RON level: orders by step; those of one step are given in the order of the list.
    Orders { ends: Ending, orders: Vec<At> },
    /// Of a `.rel` level: commands in Rabbit Escape's language. Its orders are known only once it is run.
    Script(String),
}

/// How the level ends. Solutions that lose are kept as well: they show why a tempting idea fails.
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
    /// The solution in Rabbit Escape's language; none if it explodes all rabbits, for which the language has no word.
    pub fn script(&self) -> Option<String> {
        match self {
            Solution::Script(script) => Some(script.clone()),
            Solution::Orders { ends, orders } => {
                let (mut commands, _) = commands(orders)?;
                commands.push(format!("until:{}", ends.word()));
                Some(commands.join(";"))
            }
        }
    }

    /// The same, but that it counts the steps of the whole play instead of waiting until it ends.
    pub fn counted_script(&self, steps: u32) -> Option<String> {
        match self {
            Solution::Script(script) => Some(script.clone()),
            Solution::Orders { ends, orders } => {
                let (mut commands, made) = commands(orders)?;
                commands.extend((steps > made).then(|| (steps - made).to_string()));
                commands.push(ends.word());
                Some(commands.join(";"))
            }
        }
    }
}

/// The commands of a script that gives the orders, and the steps that they take; none if it explodes all rabbits.
fn commands(orders: &[At]) -> Option<(Vec<String>, u32)> {
    let mut commands: Vec<String> = Vec::new();
    // Steps of the commands so far. A command that places tokens takes one.
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
    Some((commands, made))
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

    /// The word for it in a script.
    fn word(self) -> String {
        self.name().to_uppercase()
    }

    /// The outcome of the world.
    pub const fn outcome(self) -> Outcome {
        match self {
            Ending::Won => Outcome::Won,
            Ending::Lost => Outcome::Lost,
        }
    }
}
