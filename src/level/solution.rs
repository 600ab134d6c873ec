//! Solutions: how a level is meant to end, and the orders that bring it there.

use super::{Failure, Level, Play, Reason, Script, ScriptFault};
use crate::sim::{Order, Outcome, World};

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
    /// Plays the solution on the level until the level is over, or the solution fails.
    ///
    /// # Errors
    /// If it is a script that cannot be read.
    pub fn play(&self, level: &Level) -> Result<Play, ScriptFault> {
        match self {
            Solution::Orders { ends, orders } => Ok(play(*ends, orders, level.world())),
            Solution::Script(script) => Ok(script.parse::<Script>()?.play(level.world())),
        }
    }

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

fn play(ends: Ending, orders: &[At], world: World) -> Play {
    let mut play = Play { orders: Vec::new(), steps: 0, world, failure: None };
    let reason = match run(&mut play, orders) {
        Ok(()) if play.world.outcome() == ends.outcome() => return play,
        Ok(()) => match (ends, play.world.outcome()) {
            (Ending::Won, found) => Reason::DidNotWin(found),
            (Ending::Lost, found) => Reason::UnexpectedState { expected: Outcome::Lost, found },
        },
        Err(reason) => reason,
    };
    // The order that could not be given is the one after those that were; after the last it is the end that failed.
    let command = (play.orders.len() + 1).min(orders.len());
    Play { failure: Some(Failure { command, reason }), ..play }
}

fn run(play: &mut Play, orders: &[At]) -> Result<(), Reason> {
    let mut orders = orders.iter().peekable();
    let mut events = Vec::new();
    while play.world.outcome() == Outcome::Running {
        while let Some(at) = orders.next_if(|at| at.step <= play.steps) {
            play.world.order(at.order).map_err(Reason::from)?;
            play.orders.push(*at);
        }
        if play.steps == MOST_STEPS {
            return Err(Reason::TooLong);
        }
        events.clear();
        if play.world.step(&mut events).is_ok() {
            play.steps += 1;
        }
    }
    if orders.peek().is_some() { Err(Reason::RanPastEnd) } else { Ok(()) }
}
