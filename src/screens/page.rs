//! A page: a heading, rows that scroll below it where there are more than fit, and buttons at the foot.

use super::button::{BUTTON_TEXT, Button, Face, Look, SMALL_TEXT, text};
use super::session::Session;
use crate::look::{Color, palette};
use crate::scene::{Align, Item, Rect};

/// How far the rows of a page are scrolled up, in pixels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Page {
    scroll: i32,
}

/// Logical pixels.
const WIDEST: f32 = 1040.0;
const HEADING: f32 = 56.0;
const BELOW_HEADING: f32 = 28.0;
const FOOT: f32 = 64.0;
const BUTTON: f32 = 180.0;
const GAP: f32 = 12.0;

/// The columns of a row, as shares of its width.
const COLUMNS: [(f32, f32); 3] = [(0.01, 0.2), (0.21, 0.42), (0.43, 0.99)];

impl Page {
    /// The part of the frame in which rows are seen.
    pub fn window(session: &Session) -> Rect {
        let frame = session.frame();
        let (top, foot) = (session.px(HEADING + BELOW_HEADING), session.px(FOOT));
        let width = session.px(WIDEST).min(frame.width - 2 * session.px(GAP)).max(1);
        Rect::new((frame.width - width) / 2, top, width, (frame.height - top - foot).max(1))
    }

    /// A row across the window, so many pixels below the first one's upper edge.
    pub fn row(self, window: Rect, y: i32, height: i32) -> Rect {
        Rect::new(window.x, window.y + y - self.scroll, window.width, height)
    }

    /// Scrolls on by so many pixels, where the rows together are so high.
    pub fn scroll_by(&mut self, window: Rect, pixels: i32, height: i32) {
        self.scroll = (self.scroll + pixels).clamp(0, (height - window.height).max(0));
    }

    /// Scrolls just so far that a row is seen.
    pub fn show(&mut self, window: Rect, row: Rect, height: i32) {
        let (above, below) = (window.y - row.y, row.bottom() - window.bottom());
        self.scroll_by(window, if above > 0 { -above } else { below.max(0) }, height);
    }

    /// Whether any of a row is seen.
    pub fn is_in_sight(window: Rect, row: Rect) -> bool {
        row.bottom() > window.y && row.y < window.bottom()
    }

    /// What a row is about, how it is now, and what that means, in columns.
    pub fn draw_row(session: &Session, row: Rect, words: [(String, Color); 3], items: &mut Vec<Item>) {
        let inner = row.inset(session.px(4.0));
        let sizes = [BUTTON_TEXT - 2.0, BUTTON_TEXT - 2.0, SMALL_TEXT + 1.0];
        for (((words, color), size), (from, to)) in words.into_iter().zip(sizes).zip(COLUMNS) {
            let (left, right) = (inner.width as f32 * from, inner.width as f32 * to);
            let rect = Rect::new(inner.x + left as i32, inner.y, ((right - left) as i32).max(1), inner.height);
            items.push(text(words, rect, session.size(size), Align::Left, color));
        }
    }

    /// Buttons at the foot, side by side in its middle.
    pub fn buttons<A>(session: &Session, choices: Vec<(A, &'static str, Look)>) -> Vec<Button<A>> {
        let window = Page::window(session);
        let gap = session.px(GAP);
        let count = choices.len().max(1) as i32;
        let width = session.px(BUTTON).min(window.width / count - gap).max(1);
        let left = window.x + (window.width - count * (width + gap) + gap) / 2;
        let top = window.bottom() + gap / 2;
        (0..)
            .zip(choices)
            .map(|(place, (action, words, look))| Button {
                rect: Rect::new(left + place * (width + gap), top, width, session.px(FOOT) - gap),
                face: Face::Words(words.into()),
                action,
                look,
            })
            .collect()
    }

    /// The paper below the rows.
    pub fn draw_ground(self, session: &Session, items: &mut Vec<Item>) {
        let tile = session.px(48.0).clamp(16, 256) as u32;
        items.push(Item::Paper { rect: session.frame(), origin: (0, -self.scroll), tile });
    }

    /// The heading, with a line below it, and the foot. They lie over the rows.
    pub fn draw_ends(session: &Session, heading: &'static str, below: String, items: &mut Vec<Item>) {
        let (frame, window) = (session.frame(), Page::window(session));
        let foot = Rect::new(0, window.bottom(), frame.width, (frame.height - window.bottom()).max(1));
        for rect in [Rect::new(0, 0, frame.width, window.y), foot] {
            items.push(Item::Fill { rect, color: palette::PANEL });
        }
        let line = Rect::new(window.x, 0, window.width, session.px(HEADING));
        items.push(text(heading, line, session.size(42.0), Align::Centre, palette::INK));
        let line = Rect::new(window.x, line.bottom() - session.px(4.0), window.width, session.px(BELOW_HEADING));
        items.push(text(below, line, session.size(SMALL_TEXT + 1.0), Align::Centre, palette::FAINT_INK));
    }
}
