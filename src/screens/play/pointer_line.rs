//! The line that says what is under the pointer: the contents of a cell, or what a button does.

use std::borrow::Cow;

use super::cell_words;
use crate::look::{palette, text_width};
use crate::scene::{Align, Item, Rect};
use crate::screens::context::Context;
use crate::screens::keys::Command;
use crate::sim::{Cell, World};
use crate::ui::{Layout, SMALL_TEXT, text, wrapped};

/// Logical pixels: the height of a line, the space around it, and the least width beside the buttons.
const LINE: f32 = 24.0;
const MARGIN: f32 = 12.0;
const NARROWEST: f32 = 180.0;

/// The cell's coordinates, and what it holds.
pub fn cell_line(world: &World, cell: Cell, context: &Context) -> String {
    let mut words = vec![Cow::from(format!("{}, {}", cell.x, cell.y))];
    words.extend(cell_words::in_cell(world, cell, context.texts()));
    words.join(": ")
}

/// What a command does, and the key for it.
pub fn command_line(command: Command, context: &Context) -> String {
    with_key((context.texts().command)(command), command, context)
}

/// Words, and the key for the command that they are about.
pub fn with_key(words: &str, command: Command, context: &Context) -> String {
    match context.settings().keys.keys(command).first() {
        Some(key) => format!("{words} ({})", context.key_name_for(command, *key)),
        None => words.to_owned(),
    }
}

/// Draws the words in what the buttons leave of a bar at the lower edge of the frame; where that is too narrow, in a
/// strip above the bar.
pub fn draw_pointer_line(words: &str, bar: Rect, buttons_end: i32, layout: &Layout, items: &mut Vec<Item>) {
    let (size, margin) = (layout.size(SMALL_TEXT), layout.px(MARGIN));
    let left = buttons_end + margin;
    let beside = Rect::new(left, bar.y, bar.right() - left - margin, bar.height);
    if beside.width >= layout.px(NARROWEST) {
        return draw_lines(words, beside, layout, items);
    }
    let width = (text_width(words, size).ceil() as i32 + 2 * margin).min(bar.width);
    let height = layout.px(LINE);
    let strip = Rect::new(bar.right() - width, bar.y - height, width, height);
    items.push(Item::Fill { rect: strip, color: palette::PANEL });
    items.push(text(words.to_owned(), strip, size, Align::Centre, palette::INK));
}

/// One line or two; of more words the end is left out.
fn draw_lines(words: &str, rect: Rect, layout: &Layout, items: &mut Vec<Item>) {
    let size = layout.size(SMALL_TEXT);
    let mut lines = wrapped(words, rect.width as f32, size);
    if lines.len() > 2 {
        let rest = lines.split_off(1).join(" ");
        lines.push(rest);
    }
    let height = (rect.height / 2).min(layout.px(LINE));
    let top = rect.y + (rect.height - lines.len() as i32 * height) / 2;
    for (row, line) in (0..).zip(lines) {
        let rect = Rect { y: top + row * height, height, ..rect };
        items.push(text(line, rect, size, Align::Right, palette::INK));
    }
}
