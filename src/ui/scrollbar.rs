//! A scrollbar: how much of a list is seen, and which part. Its thumb can be dragged.

use super::layout::Layout;
use crate::look::palette;
use crate::scene::{Item, PanelEdge, Point, Rect};

/// A bar at the right edge of what it scrolls. All lengths are in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scrollbar {
    track: Rect,
    /// Height of the whole list.
    content: i32,
}

/// Logical pixels.
const WIDTH: f32 = 12.0;
const SHORTEST_THUMB: f32 = 36.0;

impl Scrollbar {
    /// The bar of a list of this height that is seen through this window; none if all of the list is seen.
    pub fn new(layout: &Layout, window: Rect, content: i32) -> Option<Scrollbar> {
        let width = layout.px(WIDTH);
        let track = Rect::new(window.right() - width, window.y, width, window.height);
        (content > window.height && width > 0).then_some(Scrollbar { track, content })
    }

    /// Whether the pointer is on it.
    pub fn is_under(&self, pointer: Option<Point>) -> bool {
        pointer.is_some_and(|pointer| self.track.contains(pointer))
    }

    /// How far the list is scrolled when the thumb is dragged here.
    pub fn scroll_at(&self, layout: &Layout, pointer: Point) -> i32 {
        let thumb = self.thumb_height(layout);
        let room = (self.track.height - thumb).max(1) as f32;
        let share = ((pointer.y - self.track.y as f32 - thumb as f32 / 2.0) / room).clamp(0.0, 1.0);
        (share * (self.content - self.track.height) as f32) as i32
    }

    pub fn draw(&self, layout: &Layout, scroll: i32, items: &mut Vec<Item>) {
        let Scrollbar { track, content } = *self;
        let height = self.thumb_height(layout);
        let share = scroll as f32 / (content - track.height) as f32;
        let y = track.y + ((track.height - height) as f32 * share.clamp(0.0, 1.0)) as i32;
        let (radius, line) = (layout.size(WIDTH / 2.0), layout.size(1.0));
        items.push(Item::Fill { rect: track, color: palette::PANEL });
        let rect = Rect::new(track.x, y, track.width, height);
        let (fill, border, edge) = (palette::BUTTON_EDGE, palette::BUTTON_EDGE, PanelEdge::Ruled);
        items.push(Item::Panel { rect, radius, fill, border, line, edge });
    }

    fn thumb_height(&self, layout: &Layout) -> i32 {
        let seen = i64::from(self.track.height) * i64::from(self.track.height) / i64::from(self.content);
        (seen as i32).max(layout.px(SHORTEST_THUMB)).min(self.track.height)
    }
}
