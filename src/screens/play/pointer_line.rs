//! The line that says what is under the pointer: the contents of a cell, or what a button does.

use std::borrow::Cow;

use super::cell_words;
use crate::look::palette;
use crate::scene::{Align, Item, Rect};
use crate::screens::context::Context;
use crate::screens::keys::Command;
use crate::sim::{Cell, World};
use crate::ui::{Layout, SMALL_TEXT, text, wrapped};

/// The height of a line in logical pixels.
const LINE: f32 = 24.0;

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

/// Draws the words in one line or two, in what the buttons leave of a bar, if there is room for words.
pub fn draw_pointer_line(words: String, bar: Rect, buttons_end: i32, layout: &Layout, items: &mut Vec<Item>) {
    let left = buttons_end + layout.px(12.0);
    let rect = Rect::new(left, bar.y, bar.right() - left - layout.px(10.0), bar.height);
    if rect.width <= layout.px(60.0) {
        return;
    }
    let size = layout.size(SMALL_TEXT);
    let lines = wrapped(&words, rect.width as f32, size);
    // Two lines have room; of more words the end is left out.
    let (first, rest) = lines.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
    let lines = [first.to_owned(), rest.join(" ")].into_iter().filter(|line| !line.is_empty());
    let count = if rest.is_empty() { 1 } else { 2 };
    let height = (rect.height / 2).min(layout.px(LINE));
    let top = rect.y + (rect.height - count * height) / 2;
    for (row, line) in (0..).zip(lines) {
        let line_rect = Rect { y: top + row * height, height, ..rect };
        items.push(text(line, line_rect, size, Align::Right, palette::INK));
    }
}
