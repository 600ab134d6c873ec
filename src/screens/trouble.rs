//! What is wrong with a level file, over the last good picture of it.

use super::button::{SMALL_TEXT, text};
use super::session::Session;
use crate::look::palette;
use crate::scene::{Align, Item, Rect};

/// The messages as they would stand in a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    lines: Vec<String>,
}

/// Logical pixels. Every character gets a place of its own width, so that carets stand where they belong.
const LINE: f32 = 22.0;
const CHARACTER: f32 = 10.0;
const MARGIN: f32 = 16.0;

impl Trouble {
    pub fn new(message: &str) -> Trouble {
        Trouble { lines: message.lines().map(str::to_owned).collect() }
    }

    /// Whether the pointer is on it: a click there puts it away.
    pub fn is_under_pointer(&self, session: &Session) -> bool {
        session.pointer().is_some_and(|pointer| self.panel(session).contains(pointer))
    }

    /// As many lines as there is room for in the lower half of the frame.
    fn shown(&self, session: &Session) -> &[String] {
        let room = (session.frame().height / 2 - 3 * session.px(MARGIN)) / session.px(LINE).max(1);
        &self.lines[..self.lines.len().min(room.max(1) as usize)]
    }

    fn panel(&self, session: &Session) -> Rect {
        let (frame, margin) = (session.frame(), session.px(MARGIN));
        let height = self.shown(session).len() as i32 * session.px(LINE) + 3 * margin;
        Rect::new(margin, frame.height - height - margin, frame.width - 2 * margin, height)
    }

    pub fn draw(&self, session: &Session, items: &mut Vec<Item>) {
        let (line, character, margin) = (session.px(LINE), session.px(CHARACTER).max(1), session.px(MARGIN));
        let panel = self.panel(session);
        items.push(Item::Panel {
            rect: panel,
            radius: session.size(10.0),
            fill: palette::PANEL,
            border: session.palette().bad(),
            line: session.size(2.0),
        });
        let foot = Rect::new(panel.x, panel.bottom() - 2 * margin, panel.width - margin, 2 * margin);
        let words = session.texts().put_away;
        items.push(text(words, foot, session.size(SMALL_TEXT), Align::Right, palette::FAINT_INK));
        for (row, words) in (0..).zip(self.shown(session)) {
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
