//! Solutions: how a level is meant to end, and the orders that bring it there.

use crate::sim::Order;

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

impl Ending {
    pub const ALL: [Ending; 2] = [Ending::Won, Ending::Lost];

    /// The word for it in a level file.
    pub const fn name(self) -> &'static str {
        match self {
            Ending::Won => "Won",
            Ending::Lost => "Lost",
        }
    }
}
