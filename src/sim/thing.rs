//! Things: what is in the world and is neither block, rabbit nor water. Each knows its cell and what it is about to do;
//! the rules are in `things`.

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

/// What a thing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ThingKind {
    Entrance(Entrance),
    /// Saves every rabbit in its cell; rabbots pass by.
    Exit,
    Fire(Fire),
    /// Pours half a full cell of water into its own cell in each step, unless a flat block is there.
    Pipe,
    Token(Token),
}

/// The state of an entrance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Entrance {
    /// Steps until the next birth. Below 0 no rabbit comes out any more.
    pub timer: i32,
    /// Rabbits that came out of this entrance.
    pub births: i32,
}

/// The state of a fire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fire {
    /// Which of four pictures shows it, 0 to 3. It has no other effect.
    pub variant: u8,
    pub state: FireState,
}

/// What a fire is about to do. Left and right say which way the slope rises that it rests on or falls onto.
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

/// The state of a token.
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

    /// What it teaches, if it is a token.
    pub(super) const fn ability(&self) -> Option<Ability> {
        match self.kind {
            ThingKind::Token(token) => Some(token.ability),
            ThingKind::Entrance(_) | ThingKind::Exit | ThingKind::Fire(_) | ThingKind::Pipe => None,
        }
    }
}
