//! A page: a heading, rows that scroll below it where there are more than fit, and buttons at the foot.

use super::button::{Button, ButtonState, Face};
use super::layout::Layout;
use super::scroll::{Scroll, ScrollArea};
use super::text::{BUTTON_TEXT, SMALL_TEXT, text};
use crate::look::{Color, palette};
use crate::scene::{Align, Item, Rect, Wash};

/// Where the rows of a page stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Page {
    pub scroll: Scroll,
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

    /// Rows that are so many pixels high together.
    pub fn area(layout: &Layout, height: i32) -> ScrollArea {
        ScrollArea::new(layout, Page::window(layout), height)
    }

    /// A row across the window, so many pixels below the upper edge of the first one.
    pub fn row(self, area: ScrollArea, y: i32, height: i32) -> Rect {
        let free = area.beside_bar();
        Rect { y: free.y + y - self.scroll.offset(), height, ..free }
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
        items.push(Item::Paper { rect: layout.frame(), origin: (0, -self.scroll.offset()), tile, wash: Wash::NONE });
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
