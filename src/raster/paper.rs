//! Graph paper: which pixels lie on which of its lines, and what colour they have.

use super::pixel::premultiplied;
use crate::look::Color;
use crate::scene::Wash;

/// The smallest tiles, in pixels, that show these lines. On smaller ones, as in the thumbnails of a list, the lines
/// would merge into grey.
const SMALLEST_WITH_MINOR_LINES: i32 = 24;
const SMALLEST_WITH_MAJOR_LINES: i32 = 8;

/// The grid of a sheet. A line is one pixel wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    origin: (i32, i32),
    tile: i32,
    wash: Wash,
}

/// The line that a row or a column of pixels is. Where two cross, the greater one is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaperLine {
    None,
    Minor,
    Major,
}

impl PaperLine {
    pub const ALL: [PaperLine; 3] = [PaperLine::None, PaperLine::Minor, PaperLine::Major];

    /// How much less red, green and blue it has than the paper around it.
    const fn ink(self) -> [u8; 3] {
        match self {
            PaperLine::None => [0, 0, 0],
            PaperLine::Minor => [7, 4, 0],
            PaperLine::Major => [18, 12, 5],
        }
    }
}

impl Paper {
    /// Major lines through `origin` and at every `tile` pixels from there, three minor ones between.
    pub fn new(origin: (i32, i32), tile: u32, wash: Wash) -> Paper {
        Paper { origin, tile: tile.clamp(1, i32::MAX as u32) as i32, wash }
    }

    /// Whether it is that paper, moved: rows of the same line and tone are the same pixels.
    pub fn is_moved(&self, other: &Paper) -> bool {
        let Wash { top, bottom, .. } = self.wash;
        (self.tile, top, bottom) == (other.tile, other.wash.top, other.wash.bottom)
    }

    /// The tone of a row: rows of the same tone that are the same line are the same pixels.
    pub fn tone(&self, y: i32) -> u8 {
        self.wash.tone(y)
    }

    /// The colour of a line where the paper has this tone.
    pub fn color(&self, line: PaperLine, tone: u8) -> Color {
        let (Color { red, green, blue, .. }, ink) = (self.wash.color(tone), line.ink());
        Color::rgb(red.saturating_sub(ink[0]), green.saturating_sub(ink[1]), blue.saturating_sub(ink[2]))
    }

    /// The pixels of a row of this line and tone, by the line of their column.
    pub fn row_colors(&self, row: PaperLine, tone: u8) -> [u32; 3] {
        PaperLine::ALL.map(|column| premultiplied(self.color(row.max(column), tone)))
    }

    /// The side of a tile in pixels.
    pub fn tile(&self) -> i32 {
        self.tile
    }

    /// Whether a corner of a tile is there.
    pub fn has_corner(&self, (x, y): (i32, i32)) -> bool {
        self.within(x, self.origin.0) == 0 && self.within(y, self.origin.1) == 0
    }

    pub fn column(&self, x: i32) -> PaperLine {
        self.line(x, self.origin.0)
    }

    pub fn row(&self, y: i32) -> PaperLine {
        self.line(y, self.origin.1)
    }

    /// The lines of a tile, by row or by column.
    pub fn lines_of_tile(&self) -> Vec<PaperLine> {
        (0..self.tile).map(|within| self.line(within, 0)).collect()
    }

    fn line(&self, position: i32, origin: i32) -> PaperLine {
        let (tile, within) = (i64::from(self.tile), self.within(position, origin));
        if within == 0 && self.tile >= SMALLEST_WITH_MAJOR_LINES {
            PaperLine::Major
        } else if self.tile >= SMALLEST_WITH_MINOR_LINES && (1..4).any(|quarter| within == tile * quarter / 4) {
            PaperLine::Minor
        } else {
            PaperLine::None
        }
    }

    /// How far into its tile a position is.
    fn within(&self, position: i32, origin: i32) -> i64 {
        (i64::from(position) - i64::from(origin)).rem_euclid(i64::from(self.tile))
    }
}
