//! Things: what is in the world and is neither block, rabbit nor water.

use super::ability::Ability;
use super::cell::Cell;

/// A thing in its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Thing {
    pub cell: Cell,
    pub kind: ThingKind,
    /// Whether it leaves the world when changes are next applied: a token that was taken, a fire that is out, or
    /// either of them fallen through the bottom. It is still listed, but no rabbit finds it any more.
    pub(super) gone: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ThingKind {
    Entrance(Entrance),
    Exit,
    Fire(Fire),
    Pipe,
    Token(Token),
}

/// Where rabbits come from: into the cell below, facing right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Entrance {
    /// Steps until the next birth; below 0 there is none any more.
    pub timer: i32,
    /// Rabbits that came out of this entrance.
    pub births: i32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fire {
    /// Which of four pictures shows it, 0 to 3. It has no other effect.
    pub look: u8,
    pub state: FireState,
}

/// What a fire is about to do. Left and right say which way the slope rises that it lies on or falls onto.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FireState {
    Resting,
    RiseLeft,
    RiseRight,
    FallToRiseLeft,
    FallToRiseRight,
    Falling,
    Extinguishing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Token {
    pub ability: Ability,
    pub state: TokenState,
}

/// What a token is about to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenState {
    Still,
    Falling,
    FallToSlope,
    OnSlope,
}

impl Thing {
    pub(super) const fn new(cell: Cell, kind: ThingKind) -> Thing {
        Thing { cell, kind, gone: false }
    }
}
