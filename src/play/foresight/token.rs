//! What becomes of a token that is dropped now.

use super::Horizon;
use crate::play::{Halt, Player};
use crate::sim::{Ability, Cell, Event, Order, Refusal, ThingKind, Token, TokenState, World};

/// What becomes of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenFate {
    /// The rabbit with this index takes it in this cell, in the step with this number, counted from now.
    Taken { index: i32, cell: Cell, steps: u32 },
    /// It falls through the bottom of the world, in this column.
    FallsOut { column: i32 },
    /// Nobody takes it: it is in this cell at last.
    Left { cell: Cell, seen: Seen },
}

/// How far was looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// To the end of the level.
    All,
    /// So many steps.
    Steps(u32),
}

/// A copy of a play in which a token was dropped, played on until the token is taken or lost.
#[derive(Debug, Clone)]
pub struct TokenSearch {
    player: Player,
    /// The step in which the token was dropped.
    first: u32,
    ability: Ability,
    /// Where the token is after the next step, unless it is taken.
    at: Cell,
}

impl TokenSearch {
    /// Drops a token in a copy of the play.
    ///
    /// # Errors
    /// Why the world would refuse it.
    pub fn new(player: &Player, ability: Ability, cell: Cell, horizon: Horizon) -> Result<TokenSearch, Refusal> {
        let mut player = player.ahead(horizon);
        player.order(Order::Place(ability, cell))?;
        Ok(TokenSearch { first: player.step(), player, ability, at: cell })
    }

    /// Plays one step. The fate of the token, once it is known.
    pub fn advance(&mut self) -> Option<TokenFate> {
        let (at, ability) = (self.at, self.ability);
        if let Some(halt) = self.player.halt() {
            let seen = match halt {
                Halt::Over(_) => Seen::All,
                Halt::Spent | Halt::Overworked | Halt::Refused(_) => Seen::Steps(self.player.step() - self.first),
            };
            return Some(TokenFate::Left { cell: at, seen });
        }
        // Of the tokens in a cell a rabbit takes the oldest, so the last one taken is the one dropped last.
        let taker = self.player.advance().iter().rev().find_map(|event| match *event {
            Event::Took { index, cell, ability: taken } if (cell, taken) == (at, ability) => Some(index),
            _ => None,
        });
        match (newest_token(self.player.world(), at), taker) {
            (Some(token), _) => {
                self.at = after_next_step(token, at);
                None
            }
            (None, Some(index)) => Some(TokenFate::Taken { index, cell: at, steps: self.player.step() - self.first }),
            (None, None) => Some(TokenFate::FallsOut { column: at.x }),
        }
    }

    /// Work of the play so far, in the unit of [`World::work`].
    pub fn work(&self) -> u64 {
        self.player.work()
    }
}

/// The token that was dropped last, if it is still in the world, and in this cell. It is the last of all things: none
/// joins them but tokens that are dropped.
fn newest_token(world: &World, at: Cell) -> Option<Token> {
    match world.things().last() {
        Some(thing) if thing.cell == at => match thing.kind {
            ThingKind::Token(token) => Some(token),
            ThingKind::Entrance(_) | ThingKind::Exit | ThingKind::Fire(_) | ThingKind::Pipe => None,
        },
        _ => None,
    }
}

/// The cell of a token after one more step.
const fn after_next_step(token: Token, at: Cell) -> Cell {
    match token.state {
        TokenState::Still | TokenState::OnSlope => at,
        TokenState::Falling | TokenState::FallToSlope => at.below(),
    }
}
