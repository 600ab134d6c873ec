//! A note: a line on a panel at the upper edge of a part of the frame.

use std::borrow::Cow;

use super::layout::Layout;
use super::panel::draw_panel;
use super::text::{SMALL_TEXT, text};
use crate::look::{palette, text_width};
use crate::scene::{Align, Item, Rect};

/// Draws a note, no wider than the part.
pub fn draw_note(words: impl Into<Cow<'static, str>>, part: Rect, layout: &Layout, items: &mut Vec<Item>) {
    let words = words.into();
    let size = layout.size(SMALL_TEXT + 2.0);
    let width = (text_width(&words, size).ceil() as i32 + layout.px(28.0)).min(part.width);
    let rect = Rect::new(part.x + (part.width - width) / 2, part.y + layout.px(8.0), width, layout.px(34.0));
    draw_panel(rect, layout, items);
    items.push(text(words, rect.inset(layout.px(4.0)), size, Align::Centre, palette::INK));
}
