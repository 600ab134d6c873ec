//! What the player can ask of the world, and why the world may refuse.

use super::ability::Ability;
use super::cell::Cell;

/// An order of the player, given to the world between two steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    /// A token in a cell. It joins the world in the next step.
    Place(Ability, Cell),
    /// Ends the level: no more rabbits come, and every rabbit and rabbot explodes.
    ExplodeAll,
}

/// Why a token cannot be placed, in the order in which the reasons are checked.
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

/// Whether a world is running, and else why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    Running,
    Paused,
    Won,
    Lost,
}

/// The error of a step in a world that is not running. Nothing has changed.
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

/// A word for a sentence: "the level is running".
impl std::fmt::Display for Outcome {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(match self {
            Outcome::Running => "running",
            Outcome::Paused => "paused",
            Outcome::Won => "won",
            Outcome::Lost => "lost",
        })
    }
}
