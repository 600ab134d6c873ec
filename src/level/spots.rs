//! Where the parts of a level stand in its file, for those who have something to say about them.

use super::source::TextSpan;
use crate::sim::{Ability, Cell};

/// A part of a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// The value of a field, by its name in RON.
    Field(&'static str),
    /// A character of the map.
    Drawn(Cell),
    /// The number of tokens.
    Tokens(Ability),
    /// An element of `hints`, counted from 0.
    Hint(usize),
    /// A solution, counted from 0 as all that follows.
    Solution(usize),
    /// How a solution says that the level ends.
    Ends(usize),
    /// An order of a solution, or a command of its script.
    Order { solution: usize, order: usize },
}

/// An amount of water, as a file gives it beside the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaterEntry {
    pub cell: Cell,
    pub amount: i32,
    pub span: TextSpan,
}

/// The spans of all parts that a file has.
#[derive(Debug, Clone, Default)]
pub(super) struct Spots {
    /// The values of fields, by their names in RON.
    pub fields: Vec<(String, TextSpan)>,
    /// The characters of the map, row by row.
    pub rows: Vec<Vec<TextSpan>>,
    pub tokens: [Option<TextSpan>; Ability::ALL.len()],
    pub water: Vec<WaterEntry>,
    /// The descriptions of stars.
    pub stars: Vec<TextSpan>,
    pub hints: Vec<TextSpan>,
    pub solutions: Vec<SolutionSpots>,
}

/// The spans of a solution.
#[derive(Debug, Clone)]
pub(super) struct SolutionSpots {
    pub whole: TextSpan,
    pub ends: Option<TextSpan>,
    /// Its orders, or the commands of its script.
    pub orders: Vec<TextSpan>,
}

impl Spots {
    /// The span of the part, or of what it would stand in; the beginning of the file for what is not there at all.
    pub(super) fn span(&self, spot: Spot) -> TextSpan {
        match spot {
            Spot::Field(name) => {
                let found = self.fields.iter().find(|(field, _)| field == name);
                found.map_or(TextSpan::new(0, 0), |(_, span)| *span)
            }
            Spot::Drawn(cell) => self.drawn(cell).unwrap_or_else(|| self.span(Spot::Field("map"))),
            Spot::Tokens(ability) => self.tokens[ability as usize].unwrap_or_else(|| self.span(Spot::Field("tokens"))),
            Spot::Hint(index) => self.hints.get(index).copied().unwrap_or_else(|| self.span(Spot::Field("hints"))),
            Spot::Solution(index) => match self.solutions.get(index) {
                Some(solution) => solution.whole,
                None => self.span(Spot::Field("solutions")),
            },
            Spot::Ends(index) => {
                let ends = self.solutions.get(index).and_then(|solution| solution.ends);
                ends.unwrap_or_else(|| self.span(Spot::Solution(index)))
            }
            Spot::Order { solution: index, order } => {
                let order = self.solutions.get(index).and_then(|solution| solution.orders.get(order));
                order.copied().unwrap_or_else(|| self.span(Spot::Solution(index)))
            }
        }
    }

    fn drawn(&self, cell: Cell) -> Option<TextSpan> {
        let row = self.rows.get(usize::try_from(cell.y).ok()?)?;
        row.get(usize::try_from(cell.x).ok()?).copied()
    }
}

/// The spans of the commands of a script, the text of which begins at a byte of the file and stands there as it is.
pub(super) fn commands(script: &str, start: usize) -> Vec<TextSpan> {
    let mut at = start;
    script
        .split(';')
        .map(|command| {
            let span = TextSpan::new(at, at + command.len());
            at = span.end + 1;
            span
        })
        .collect()
}
