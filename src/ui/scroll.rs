//! Scrolling: which part of a list is seen through a window, and the bar that shows it, whose thumb can be dragged. All
//! lengths are in pixels.

use super::layout::Layout;
use crate::look::palette;
use crate::scene::{Item, PanelEdge, Rect};

/// A list, and the window through which a part of it is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScrollArea {
    window: Rect,
    /// Height of the whole list.
    content: i32,
    /// Width of the bar along the right edge of the window, and of the bar with a gap; 0 where all of the list is seen.
    bar: i32,
    bar_and_gap: i32,
    shortest_thumb: i32,
}

/// How far a list is scrolled up, and by what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scroll {
    offset: i32,
    /// Whether the thumb is being dragged.
    is_dragged: bool,
}

/// Logical pixels.
const BAR: f32 = 12.0;
const BAR_AND_GAP: f32 = 18.0;
const SHORTEST_THUMB: f32 = 36.0;

impl ScrollArea {
    pub fn new(layout: &Layout, window: Rect, content: i32) -> ScrollArea {
        let width = |logical| if content > window.height { layout.px(logical) } else { 0 };
        let (bar, bar_and_gap) = (width(BAR), width(BAR_AND_GAP));
        ScrollArea { window, content, bar, bar_and_gap, shortest_thumb: layout.px(SHORTEST_THUMB) }
    }

    /// The part of the frame in which the list is seen.
    pub const fn window(self) -> Rect {
        self.window
    }

    /// The part of the window that the bar leaves free.
    pub fn beside_bar(self) -> Rect {
        Rect { width: (self.window.width - self.bar_and_gap).max(1), ..self.window }
    }

    /// Whether any part of a row is visible.
    pub fn is_visible(self, row: Rect) -> bool {
        row.bottom() > self.window.y && row.y < self.window.bottom()
    }

    /// How far the list can be scrolled up.
    fn room(self) -> i32 {
        (self.content - self.window.height).max(0)
    }

    fn track(self) -> Rect {
        Rect { x: self.window.right() - self.bar, width: self.bar, ..self.window }
    }

    fn thumb_height(self) -> i32 {
        let height = i64::from(self.window.height);
        let seen = (height * height / i64::from(self.content.max(1))) as i32;
        seen.max(self.shortest_thumb).min(self.window.height)
    }
}

impl Scroll {
    pub const fn offset(self) -> i32 {
        self.offset
    }

    pub const fn is_dragged(self) -> bool {
        self.is_dragged
    }

    /// Scrolls by so many pixels, within the list.
    pub fn by(&mut self, area: ScrollArea, pixels: i32) {
        self.offset = self.offset.saturating_add(pixels).clamp(0, area.room());
    }

    /// Scrolls just so far that a row is visible.
    pub fn show(&mut self, area: ScrollArea, row: Rect) {
        let (above, below) = (area.window.y - row.y, row.bottom() - area.window.bottom());
        self.by(area, if above > 0 { -above } else { below.max(0) });
    }

    /// The pointer is pressed: on the bar it drags the thumb, until it is let go.
    pub fn grab(&mut self, area: ScrollArea, layout: &Layout) {
        self.is_dragged = layout.pointer().is_some_and(|pointer| area.track().contains(pointer));
        self.drag(area, layout);
    }

    /// The pointer has moved: the middle of the thumb is where it is.
    pub fn drag(&mut self, area: ScrollArea, layout: &Layout) {
        let Some(pointer) = layout.pointer().filter(|_| self.is_dragged) else { return };
        let (track, thumb) = (area.track(), area.thumb_height() as f32);
        let share = (pointer.y - track.y as f32 - thumb / 2.0) / (track.height as f32 - thumb).max(1.0);
        self.offset = (share.clamp(0.0, 1.0) * area.room() as f32) as i32;
    }

    pub fn let_go(&mut self) {
        self.is_dragged = false;
    }

    /// The bar, where more than fits is in the list.
    pub fn draw(self, area: ScrollArea, layout: &Layout, items: &mut Vec<Item>) {
        if area.bar <= 0 {
            return;
        }
        let (track, height) = (area.track(), area.thumb_height());
        let share = (self.offset as f32 / area.room().max(1) as f32).min(1.0);
        let rect = Rect { y: track.y + ((track.height - height) as f32 * share) as i32, height, ..track };
        items.push(Item::Fill { rect: track, color: palette::PANEL });
        let (fill, border, edge) = (palette::BUTTON_EDGE, palette::BUTTON_EDGE, PanelEdge::Ruled);
        let (radius, line) = (track.width as f32 / 2.0, layout.size(1.0));
        items.push(Item::Panel { rect, radius, fill, border, line, edge });
    }
}
