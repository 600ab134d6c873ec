//! The error panel: a message of several lines, as it would look in a terminal, over the lower half of the frame, clear
//! of the buttons below.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::columns::in_columns;
use super::layout::Layout;
use super::panel::draw_bordered_panel;
use super::text::{SMALL_TEXT, mono_text, text};
use crate::look::palette;
use crate::scene::{Align, Item, Rect};

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorPanel {
    message: String,
}

/// Logical pixels. The text is set in columns of one width, so that carets stand under what they mean.
const LINE: f32 = 22.0;
const COLUMN: f32 = 10.0;
const MARGIN: f32 = 16.0;
/// What is kept free below it, for the buttons there.
const CLEAR: f32 = 72.0;
const TEXT: f32 = 19.0;

impl ErrorPanel {
    pub fn new(message: &str) -> ErrorPanel {
        ErrorPanel { message: message.to_owned() }
    }

    /// Whether the pointer is on it: a click there closes it.
    pub fn is_under_pointer(&self, layout: &Layout) -> bool {
        layout.pointer().is_some_and(|pointer| self.panel(layout).contains(pointer))
    }

    /// As many lines as there is room for on a panel of this size.
    fn lines_in(&self, (width, height): (i32, i32), layout: &Layout) -> Vec<String> {
        let columns = (width - 2 * layout.px(MARGIN)) / layout.px(COLUMN).max(1);
        let room = (height - 3 * layout.px(MARGIN)) / layout.px(LINE).max(1);
        let mut lines = in_columns(&self.message, columns.max(1) as usize);
        lines.truncate(room.max(1) as usize);
        lines
    }

    /// The panel in the lower half of the frame.
    fn panel(&self, layout: &Layout) -> Rect {
        let (frame, margin) = (layout.frame(), layout.px(MARGIN));
        let width = frame.width - 2 * margin;
        let lines = self.lines_in((width, frame.height / 2), layout).len() as i32;
        let height = lines * layout.px(LINE) + 3 * margin;
        Rect::new(margin, frame.height - height - layout.px(CLEAR), width, height)
    }

    /// Draws the panel; `how_to_close` stands at its foot.
    pub fn draw(&self, layout: &Layout, how_to_close: &'static str, items: &mut Vec<Item>) {
        let (panel, margin) = (self.panel(layout), layout.px(MARGIN));
        self.draw_in(panel, layout, items);
        let foot = Rect::new(panel.x, panel.bottom() - 2 * margin, panel.width - margin, 2 * margin);
        items.push(text(how_to_close, foot, layout.size(SMALL_TEXT), Align::Right, palette::FAINT_INK));
    }

    /// Draws the message on a panel in this part of the frame.
    pub fn draw_in(&self, panel: Rect, layout: &Layout, items: &mut Vec<Item>) {
        let (line, margin) = (layout.px(LINE), layout.px(MARGIN));
        draw_bordered_panel(panel, layout.palette().bad(), layout, items);
        for (row, words) in (0..).zip(self.lines_in((panel.width, panel.height), layout)) {
            let rect = Rect::new(panel.x + margin, panel.y + margin + row * line, panel.width - 2 * margin, line);
            draw_line(&words, rect, layout, items);
        }
    }
}

/// A line in columns: a wide character takes two, and what has no width joins the character before it.
fn draw_line(words: &str, rect: Rect, layout: &Layout, items: &mut Vec<Item>) {
    let width = layout.px(COLUMN).max(1);
    let mut column = 0;
    for character in words.graphemes(true) {
        let columns = character.width() as i32;
        let start = rect.x + column * width;
        column += columns;
        if rect.x + column * width > rect.right() {
            break;
        }
        if character != " " && columns > 0 {
            // Glyphs may be a little wider than their columns: they are centred on them.
            let cell = Rect::new(start - width / 2, rect.y, (columns + 1) * width, rect.height);
            let color = if character == "^" { layout.palette().bad() } else { palette::INK };
            items.push(mono_text(character.to_owned(), cell, layout.size(TEXT), color));
        }
    }
}
