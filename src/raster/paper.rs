//! Graph paper: which of its lines a pixel lies on.

use crate::look::{Color, palette};

/// Below these sizes of a tile its lines would be nothing but a grey veil: in the small boards of a list, say.
const SMALLEST_WITH_MINOR_LINES: i32 = 24;
const SMALLEST_WITH_MAJOR_LINES: i32 = 8;

/// Where the lines of a sheet are. A line is one pixel wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    origin: (i32, i32),
    tile: i32,
}

/// What a row or a column of pixels is, the stronger last: a major line hides a minor one that crosses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Line {
    None,
    Minor,
    Major,
}

impl Line {
    pub const ALL: [Line; 3] = [Line::None, Line::Minor, Line::Major];

    pub const fn color(self) -> Color {
        match self {
            Line::None => palette::PAPER,
            Line::Minor => palette::MINOR_LINE,
            Line::Major => palette::MAJOR_LINE,
        }
    }
}

impl Paper {
    /// Major lines through `origin` and at every `tile` pixels from there, three minor ones between.
    pub fn new(origin: (i32, i32), tile: u32) -> Paper {
        Paper { origin, tile: tile.clamp(1, i32::MAX as u32) as i32 }
    }

    pub fn column(&self, x: i32) -> Line {
        self.line(x, self.origin.0)
    }

    pub fn row(&self, y: i32) -> Line {
        self.line(y, self.origin.1)
    }

    fn line(&self, place: i32, origin: i32) -> Line {
        let tile = i64::from(self.tile);
        let within = (i64::from(place) - i64::from(origin)).rem_euclid(tile);
        if within == 0 && self.tile >= SMALLEST_WITH_MAJOR_LINES {
            Line::Major
        } else if self.tile >= SMALLEST_WITH_MINOR_LINES && (1..4).any(|quarter| within == tile * quarter / 4) {
            Line::Minor
        } else {
            Line::None
        }
    }
}
