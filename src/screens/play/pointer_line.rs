//! The line that says what is under the pointer: the contents of a cell, or what a button does.

use std::borrow::Cow;

use super::cell_words;
use crate::look::palette;
use crate::scene::{Align, Item, Rect};
use crate::screens::context::Context;
use crate::screens::keys::Command;
use crate::sim::{Cell, World};
use crate::ui::{Layout, SMALL_TEXT, text};

/// The cell's coordinates, and what it holds.
pub fn cell_line(world: &World, cell: Cell, context: &Context) -> String {
    let mut words = vec![Cow::from(format!("{}, {}", cell.x, cell.y))];
    words.extend(cell_words::in_cell(world, cell, context.texts()));
    words.join(": ")
}

/// What a command does, and the key for it.
pub fn command_line(command: Command, context: &Context) -> String {
    let words = (context.texts().command)(command);
    match context.settings().keys.keys(command).first() {
        Some(key) => format!("{words} ({})", context.key_name(*key)),
        None => words.to_owned(),
    }
}

/// Draws the line in what the buttons leave of a bar, if there is room for words.
pub fn draw_pointer_line(words: String, bar: Rect, buttons_end: i32, layout: &Layout, items: &mut Vec<Item>) {
    let left = buttons_end + layout.px(12.0);
    let rect = Rect::new(left, bar.y, bar.right() - left - layout.px(10.0), bar.height);
    if rect.width > layout.px(60.0) {
        items.push(text(words, rect, layout.size(SMALL_TEXT), Align::Right, palette::INK));
    }
}
