//! A page: a heading, rows that scroll below it where there are more than fit, and buttons at the foot.

use super::button::{Button, ButtonState, Face};
use super::layout::Layout;
use super::scrollbar::Scrollbar;
use super::text::{BUTTON_TEXT, SMALL_TEXT, text};
use crate::look::{Color, palette};
use crate::scene::{Align, Item, Rect, Wash};

/// Where the rows of a page stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Page {
    /// How far they are scrolled up, in pixels.
    scroll: i32,
    /// Whether the thumb of the scrollbar is being dragged.
    is_dragged: bool,
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
    pub fn window(layout: &Layout) -> Rect {
        let frame = layout.frame();
        let (top, foot) = (layout.px(HEADING + BELOW_HEADING), layout.px(FOOT));
        let width = layout.px(WIDEST).min(frame.width - 2 * layout.px(GAP)).max(1);
        Rect::new((frame.width - width) / 2, top, width, (frame.height - top - foot).max(1))
    }

    /// A row across the window, so many pixels below the upper edge of the first one.
    pub fn row(self, window: Rect, y: i32, height: i32) -> Rect {
        Rect::new(window.x, window.y + y - self.scroll, window.width, height)
    }

    /// Scrolls by so many pixels, where all rows together are `height` pixels high.
    pub fn scroll_by(&mut self, window: Rect, pixels: i32, height: i32) {
        self.scroll = self.scroll.saturating_add(pixels).clamp(0, (height - window.height).max(0));
    }

    /// The pointer is pressed: on the scrollbar it drags the rows, `height` pixels high, until it is let go.
    pub fn grab(&mut self, layout: &Layout, window: Rect, height: i32) {
        let bar = Scrollbar::new(layout, window, height);
        self.is_dragged = bar.is_some_and(|bar| bar.is_under(layout.pointer()));
        self.drag(layout, window, height);
    }

    /// The pointer has moved.
    pub fn drag(&mut self, layout: &Layout, window: Rect, height: i32) {
        let bar = Scrollbar::new(layout, window, height).filter(|_| self.is_dragged);
        if let (Some(bar), Some(pointer)) = (bar, layout.pointer()) {
            self.scroll = bar.scroll_at(layout, pointer);
        }
    }

    pub fn let_go(&mut self) {
        self.is_dragged = false;
    }

    /// The scrollbar, where more rows than fit are `height` pixels high.
    pub fn draw_scrollbar(self, layout: &Layout, window: Rect, height: i32, items: &mut Vec<Item>) {
        if let Some(bar) = Scrollbar::new(layout, window, height) {
            bar.draw(layout, self.scroll, items);
        }
    }

    /// Scrolls just so far that a row is visible.
    pub fn show(&mut self, window: Rect, row: Rect, height: i32) {
        let (above, below) = (window.y - row.y, row.bottom() - window.bottom());
        self.scroll_by(window, if above > 0 { -above } else { below.max(0) }, height);
    }

    /// Whether any part of a row is visible.
    pub fn is_visible(window: Rect, row: Rect) -> bool {
        row.bottom() > window.y && row.y < window.bottom()
    }

    /// What a row is about, its value, and what that means, in columns.
    pub fn draw_row(layout: &Layout, row: Rect, words: [(String, Color); 3], items: &mut Vec<Item>) {
        let inner = row.inset(layout.px(4.0));
        let sizes = [BUTTON_TEXT - 2.0, BUTTON_TEXT - 2.0, SMALL_TEXT + 1.0];
        for (((words, color), size), (from, to)) in words.into_iter().zip(sizes).zip(COLUMNS) {
            let (left, right) = (inner.width as f32 * from, inner.width as f32 * to);
            let rect = Rect::new(inner.x + left as i32, inner.y, ((right - left) as i32).max(1), inner.height);
            items.push(text(words, rect, layout.size(size), Align::Left, color));
        }
    }

    /// Buttons at the foot, side by side in its middle.
    pub fn buttons<A>(layout: &Layout, choices: Vec<(A, &'static str, ButtonState)>) -> Vec<Button<A>> {
        let window = Page::window(layout);
        let gap = layout.px(GAP);
        let count = choices.len().max(1) as i32;
        let width = layout.px(BUTTON).min(window.width / count - gap).max(1);
        let left = window.x + (window.width - count * (width + gap) + gap) / 2;
        let top = window.bottom() + gap / 2;
        (0..)
            .zip(choices)
            .map(|(column, (action, words, state))| Button {
                rect: Rect::new(left + column * (width + gap), top, width, layout.px(FOOT) - gap),
                face: Face::Words(words.into()),
                action,
                state,
            })
            .collect()
    }

    /// The paper below the rows.
    pub fn draw_paper(self, layout: &Layout, items: &mut Vec<Item>) {
        let tile = layout.px(48.0).clamp(16, 256) as u32;
        items.push(Item::Paper { rect: layout.frame(), origin: (0, -self.scroll), tile, wash: Wash::NONE });
    }

    /// The heading, with a line below it, and the foot. They cover the rows.
    pub fn draw_ends(layout: &Layout, heading: &'static str, below: String, items: &mut Vec<Item>) {
        let (frame, window) = (layout.frame(), Page::window(layout));
        let foot = Rect::new(0, window.bottom(), frame.width, (frame.height - window.bottom()).max(1));
        for rect in [Rect::new(0, 0, frame.width, window.y), foot] {
            items.push(Item::Fill { rect, color: palette::PANEL });
        }
        let line = Rect::new(window.x, 0, window.width, layout.px(HEADING));
        items.push(text(heading, line, layout.size(42.0), Align::Centre, palette::INK));
        let line = Rect::new(window.x, line.bottom() - layout.px(4.0), window.width, layout.px(BELOW_HEADING));
        items.push(text(below, line, layout.size(SMALL_TEXT + 1.0), Align::Centre, palette::FAINT_INK));
    }
}
