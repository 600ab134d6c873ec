//! The wash on a sheet of paper: watercolour that goes over from one tone at its top to another at its bottom.

use crate::look::{Color, palette};

/// Opaque colours of the paper between its lines. The rows between `rows.0` and `rows.1`, in pixels of the frame, go
/// over from `top` to `bottom` in [`TONES`](Wash::TONES) tones; those above and below have the nearest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wash {
    pub top: Color,
    pub bottom: Color,
    pub rows: (i32, i32),
}

impl Wash {
    /// So many that no edge is seen between two of them: washes are faint.
    pub const TONES: u8 = 24;

    /// Plain paper.
    pub const NONE: Wash = Wash { top: palette::PAPER, bottom: palette::PAPER, rows: (0, 0) };

    /// The tone of a row of pixels, from 0 at the top.
    pub fn tone(self, y: i32) -> u8 {
        if self.top == self.bottom {
            return 0;
        }
        let (first, last) = (i64::from(self.rows.0), i64::from(self.rows.1));
        let tone = (i64::from(y) - first) * i64::from(Wash::TONES) / (last - first).max(1);
        tone.clamp(0, i64::from(Wash::TONES) - 1) as u8
    }

    /// The colour of a tone.
    pub const fn color(self, tone: u8) -> Color {
        const fn between(top: u8, bottom: u8, tone: u8) -> u8 {
            let (last, tone) = ((Wash::TONES - 1) as u32, tone as u32);
            ((top as u32 * (last - tone) + bottom as u32 * tone + last / 2) / last) as u8
        }
        let (top, bottom) = (self.top, self.bottom);
        Color::rgb(
            between(top.red, bottom.red, tone),
            between(top.green, bottom.green, tone),
            between(top.blue, bottom.blue, tone),
        )
    }
}
