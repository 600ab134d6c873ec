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

impl Player {
    /// What becomes of a token of this kind, if it is dropped into this cell now and no other order is given.
    ///
    /// # Errors
    /// Why the world would refuse it.
    pub fn foresee_token(&self, ability: Ability, cell: Cell, horizon: Horizon) -> Result<TokenFate, Refusal> {
        let mut ahead = self.ahead(horizon);
        ahead.order(Order::Place(ability, cell))?;
        let mut at = cell;
        while ahead.is_running() {
            let events = ahead.advance();
            // Of the tokens in a cell a rabbit takes the oldest, so the last one taken is the one dropped last.
            let taker = events.iter().rev().find_map(|event| match *event {
                Event::Took { index, cell, ability: taken } if (cell, taken) == (at, ability) => Some(index),
                _ => None,
            });
            let steps = ahead.step() - self.step();
            match (newest_token(ahead.world(), at), taker) {
                (Some(token), _) => at = after_next_step(token, at),
                (None, Some(index)) => return Ok(TokenFate::Taken { index, cell: at, steps }),
                (None, None) => return Ok(TokenFate::FallsOut { column: at.x }),
            }
        }
        let seen = match ahead.halt() {
            Some(Halt::Over(_)) => Seen::All,
            Some(Halt::Spent | Halt::Overworked | Halt::Refused(_)) | None => Seen::Steps(ahead.step() - self.step()),
        };
        Ok(TokenFate::Left { cell: at, seen })
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
