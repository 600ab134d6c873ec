//! What is wrong with a level file, over the last good picture of it.

use super::button::text;
use super::session::Session;
use crate::scene::{Align, Item, Rect, palette};

/// The messages as they would stand in a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    lines: Vec<String>,
}

/// Logical pixels. Every character gets a place of its own width, so that carets stand where they belong.
const LINE: f32 = 22.0;
const CHARACTER: f32 = 10.0;

impl Trouble {
    pub fn new(message: &str) -> Trouble {
        Trouble { lines: message.lines().map(str::to_owned).collect() }
    }

    /// Draws as many lines as there is room for in the lower half of the frame.
    pub fn draw(&self, session: &Session, items: &mut Vec<Item>) {
        let frame = session.frame();
        let (line, character, margin) = (session.px(LINE), session.px(CHARACTER).max(1), session.px(16.0));
        let room = ((frame.height / 2 - 2 * margin) / line.max(1)).max(1);
        let shown = self.lines.iter().take(room as usize);
        let height = shown.len() as i32 * line + 2 * margin;
        let panel = Rect::new(margin, frame.height - height - margin, frame.width - 2 * margin, height);
        items.push(Item::Panel {
            rect: panel,
            radius: session.size(10.0),
            fill: palette::PANEL,
            border: session.palette().bad(),
            line: session.size(2.0),
        });
        for (row, words) in (0..).zip(shown) {
            let places = ((panel.width - 2 * margin) / character) as usize;
            for (column, letter) in (0..).zip(words.chars().take(places)).filter(|(_, letter)| *letter != ' ') {
                let rect =
                    Rect::new(panel.x + margin + column * character, panel.y + margin + row * line, character, line);
                let color = if letter == '^' { session.palette().bad() } else { palette::INK };
                items.push(text(letter.to_string(), rect, session.size(18.0), Align::Centre, color));
            }
        }
    }
}
