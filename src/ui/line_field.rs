//! How a line that is being typed looks: the part around the cursor, what is selected or composed, and the cursor as a
//! bar.

use unicode_segmentation::UnicodeSegmentation;

use super::layout::Layout;
use super::line_editor::LineEditor;
use super::text::text;
use crate::look::{ELLIPSIS, palette, text_width};
use crate::scene::{Align, Item, Rect};

/// The opacity of the colour over what is selected.
const SELECTED: u8 = 90;

/// Whether the cursor is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caret {
    Shown,
    Hidden,
}

/// A line in a rectangle. What is seen begins with the first character with which the cursor is still in it. All
/// indices are of bytes of the line as it is displayed, with what is composed.
#[derive(Debug, Clone)]
pub struct LineField<'a> {
    line: &'a LineEditor,
    rect: Rect,
    /// The text size in pixels.
    size: f32,
    /// The width of the cursor.
    bar: i32,
    /// What is seen, and the index at which it begins, after an ellipsis if that is not 0.
    shown: String,
    start: usize,
}

impl<'a> LineField<'a> {
    /// The line in this rectangle, at a text size in pixels.
    pub fn new(line: &'a LineEditor, rect: Rect, size: f32, layout: &Layout) -> LineField<'a> {
        let bar = layout.px(2.0).max(1);
        let displayed = line.displayed();
        let start = visible_start(&displayed[..line.caret()], (rect.width - bar) as f32, size);
        let before = if start == 0 { "" } else { ELLIPSIS };
        LineField { line, rect, size, bar, shown: format!("{before}{}", &displayed[start..]), start }
    }

    /// Draws the text, and the cursor if it is to be seen.
    pub fn draw(&self, caret: Caret, items: &mut Vec<Item>) {
        let selection = self.line.selection();
        if !selection.is_empty() {
            let rect = self.band(self.x(selection.start), self.x(selection.end));
            items.push(Item::Fill { rect, color: palette::ACCENT.with_alpha(SELECTED) });
        }
        items.push(text(self.shown.clone(), self.rect, self.size, Align::Left, palette::INK));
        let composed = self.line.composed();
        if !composed.is_empty() {
            let band = self.band(self.x(composed.start), self.x(composed.end));
            let rect = Rect { y: band.bottom() - self.bar, height: self.bar, ..band };
            items.push(Item::Fill { rect, color: palette::INK });
        }
        if caret == Caret::Shown {
            items.push(Item::Fill { rect: self.caret_area(), color: palette::INK });
        }
    }

    /// Where the cursor is.
    pub fn caret_area(&self) -> Rect {
        let x = self.x(self.line.caret());
        self.band(x, x + self.bar)
    }

    /// The index in the line's own text that is nearest to this column of the frame.
    pub fn index_at(&self, x: f32) -> usize {
        let offset = self.start as isize - self.ellipsis() as isize;
        let seen = self.shown.grapheme_indices(true).map(|(index, _)| index).chain([self.shown.len()]);
        let inner = seen.filter(|index| *index >= self.ellipsis());
        let distance = |index: usize| (self.rect.x as f32 + text_width(&self.shown[..index], self.size) - x).abs();
        let nearest = inner.min_by(|one, other| distance(*one).total_cmp(&distance(*other)));
        self.line.index_of_displayed(nearest.unwrap_or(0).saturating_add_signed(offset))
    }

    /// Bytes of the ellipsis before what is seen.
    fn ellipsis(&self) -> usize {
        if self.start == 0 { 0 } else { ELLIPSIS.len() }
    }

    /// The column of the frame at which an index is.
    fn x(&self, index: usize) -> i32 {
        let index = index.max(self.start) - self.start + self.ellipsis();
        let width = text_width(&self.shown[..index], self.size).round() as i32;
        self.rect.x + width.min(self.rect.width - self.bar)
    }

    fn band(&self, from: i32, to: i32) -> Rect {
        let height = (self.size as i32).clamp(1, self.rect.height.max(1));
        Rect::new(from, self.rect.y + (self.rect.height - height) / 2, (to - from).max(1), height)
    }
}

/// The index at which the visible part begins, where this stands before the cursor.
fn visible_start(before: &str, width: f32, size: f32) -> usize {
    if text_width(before, size) <= width {
        return 0;
    }
    let room = width - text_width(ELLIPSIS, size);
    let starts = before.grapheme_indices(true).map(|(index, _)| index);
    let mut fitting = starts.skip(1).filter(|start| text_width(&before[*start..], size) <= room);
    fitting.next().unwrap_or(before.len())
}
