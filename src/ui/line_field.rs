//! How a line that is being typed looks: the part around the cursor, what is selected, and the cursor as a bar.

use unicode_segmentation::UnicodeSegmentation;

use super::layout::Layout;
use super::line_editor::LineEditor;
use super::text::text;
use crate::look::{palette, text_width};
use crate::scene::{Align, Item, Rect};

/// The opacity of the colour over what is selected.
const SELECTED: u8 = 90;

/// Stands for what does not fit before the visible part.
const ELLIPSIS: &str = "…";

/// Draws the line in a rectangle, at a text size in pixels.
pub fn draw_line_field(line: &LineEditor, rect: Rect, size: f32, layout: &Layout, items: &mut Vec<Item>) {
    let bar = layout.px(2.0).max(1);
    let start = visible_start(line, (rect.width - bar) as f32, size);
    let before = if start == 0 { "" } else { ELLIPSIS };
    let shown = format!("{before}{}", &line.text()[start..]);
    // The pixel at which a byte of the line is.
    let x = |index: usize| {
        let index = index.max(start) - start + before.len();
        rect.x + (text_width(&shown[..index], size).round() as i32).min(rect.width - bar)
    };
    let height = (size as i32).clamp(1, rect.height.max(1));
    let band = |from: i32, to: i32| Rect::new(from, rect.y + (rect.height - height) / 2, (to - from).max(1), height);
    let selection = line.selection();
    if !selection.is_empty() {
        let rect = band(x(selection.start), x(selection.end));
        items.push(Item::Fill { rect, color: palette::ACCENT.with_alpha(SELECTED) });
    }
    items.push(text(shown.clone(), rect, size, Align::Left, palette::INK));
    let cursor = x(line.cursor());
    items.push(Item::Fill { rect: band(cursor, cursor + bar), color: palette::INK });
}

/// The byte at which the visible part begins: the first one with which the cursor is still in it.
fn visible_start(line: &LineEditor, width: f32, size: f32) -> usize {
    let before = &line.text()[..line.cursor()];
    if text_width(before, size) <= width {
        return 0;
    }
    let room = width - text_width(ELLIPSIS, size);
    let starts = before.grapheme_indices(true).map(|(index, _)| index);
    let mut fitting = starts.skip(1).filter(|start| text_width(&before[*start..], size) <= room);
    fitting.next().unwrap_or(line.cursor())
}
