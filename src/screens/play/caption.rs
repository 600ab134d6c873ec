//! Captions: lines on paper at the upper or the lower edge of the board, with buttons where there is something to do.

use std::borrow::Cow;

use crate::look::{palette, text_width};
use crate::scene::{Align, Item, Point, Rect};
use crate::ui::{Button, ButtonState, Face, Layout, SMALL_TEXT, draw_buttons, draw_panel, text};

/// Where a caption lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoardEdge {
    Top,
    Bottom,
}

/// A line, and what can be done about it.
#[derive(Debug, Clone)]
pub struct Caption<A> {
    pub words: Cow<'static, str>,
    pub edge: BoardEdge,
    /// So many captions are between it and the edge.
    pub row: i32,
    /// The words of buttons, and what they do.
    pub choices: Vec<(Cow<'static, str>, A)>,
}

/// Logical pixels.
const HEIGHT: f32 = 36.0;
const PADDING: f32 = 14.0;
const TEXT: f32 = SMALL_TEXT + 2.0;
const INSET: f32 = 4.0;

impl<A: Copy> Caption<A> {
    /// A line with nothing to do.
    pub fn line(words: impl Into<Cow<'static, str>>, edge: BoardEdge) -> Caption<A> {
        Caption { words: words.into(), edge, row: 0, choices: Vec::new() }
    }

    /// The rectangle in this part of the frame, no wider than it, and the part of it that is left for the words.
    fn rects(&self, window: Rect, layout: &Layout) -> (Rect, Rect) {
        let words = width(&self.words, layout);
        let buttons: i32 = self.choices.iter().map(|(words, _)| width(words, layout)).sum();
        let (height, gap) = (layout.px(HEIGHT), layout.px(8.0));
        let whole = (words + buttons).min(window.width);
        let y = match self.edge {
            BoardEdge::Top => window.y + gap + self.row * (gap + height),
            BoardEdge::Bottom => window.bottom() - (self.row + 1) * (gap + height),
        };
        let rect = Rect::new(window.x + (window.width - whole) / 2, y, whole, height);
        (rect, Rect { width: (whole - buttons).max(1), ..rect }.inset(layout.px(INSET)))
    }

    /// Whether this point of the frame is on it.
    pub fn contains(&self, point: Point, window: Rect, layout: &Layout) -> bool {
        self.rects(window, layout).0.contains(point)
    }

    /// Its buttons, at its right end.
    pub fn buttons(&self, window: Rect, layout: &Layout) -> Vec<Button<A>> {
        let (rect, _) = self.rects(window, layout);
        let mut right = rect.right();
        let mut buttons = Vec::new();
        for (words, action) in self.choices.iter().rev() {
            let width = width(words, layout);
            right -= width;
            let rect = Rect::new(right, rect.y, width, rect.height).inset(layout.px(INSET));
            let face = Face::Words(words.clone());
            buttons.push(Button { rect, face, action: *action, state: ButtonState::Normal });
        }
        buttons
    }

    pub fn draw(&self, window: Rect, layout: &Layout, items: &mut Vec<Item>) {
        let (rect, inner) = self.rects(window, layout);
        draw_panel(rect, layout, items);
        items.push(text(self.words.clone(), inner, layout.size(TEXT), Align::Centre, palette::INK));
        draw_buttons(&self.buttons(window, layout), layout, items);
    }
}

/// The room that words take on a caption or on one of its buttons.
fn width(words: &str, layout: &Layout) -> i32 {
    text_width(words, layout.size(TEXT)).ceil() as i32 + 2 * layout.px(PADDING)
}
