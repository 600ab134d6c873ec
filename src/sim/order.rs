//! What the player can ask of the world, and why the world may refuse.

use super::ability::Ability;
use super::cell::Cell;

/// Given to the world between two steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    /// A token in a cell. It joins the world in the next step.
    Place(Ability, Cell),
    /// The end: nobody waits any more, and every rabbit and rabbot explodes.
    ExplodeAll,
}

/// Why a token cannot be placed, in the order in which the reasons are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// The level has no tokens of this kind.
    NotOffered,
    /// They are used up.
    NoneLeft,
    /// The cell lies outside the world.
    Outside,
    /// The cell holds a flat block.
    FlatBlock,
}

/// How the world stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    Running,
    Paused,
    Won,
    Lost,
}

/// A step was asked of a world that does not run. Nothing changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Finished(pub Outcome);

impl std::fmt::Display for Refusal {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(match self {
            Refusal::NotOffered => "the level has no such tokens",
            Refusal::NoneLeft => "no such token is left",
            Refusal::Outside => "the cell lies outside the world",
            Refusal::FlatBlock => "the cell holds a block",
        })
    }
}

impl std::error::Error for Refusal {}

impl std::fmt::Display for Finished {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(match self.0 {
            Outcome::Running => "the world runs",
            Outcome::Paused => "the world is paused",
            Outcome::Won => "the level is won already",
            Outcome::Lost => "the level is lost already",
        })
    }
}

impl std::error::Error for Finished {}
