//! A panel: a sketched rectangle with words or buttons on it.

use super::layout::Layout;
use crate::look::{Color, palette};
use crate::scene::{Item, PanelEdge, Rect};

/// Logical pixels.
const RADIUS: f32 = 10.0;
const LINE: f32 = 1.5;

/// Draws a panel over what is behind it.
pub fn draw_panel(rect: Rect, layout: &Layout, items: &mut Vec<Item>) {
    draw_bordered_panel(rect, palette::PENCIL, layout, items);
}

/// The same with a border of this colour.
pub fn draw_bordered_panel(rect: Rect, border: Color, layout: &Layout, items: &mut Vec<Item>) {
    let (radius, line) = (layout.size(RADIUS), layout.size(LINE));
    items.push(Item::Panel { rect, radius, fill: palette::PANEL, border, line, edge: PanelEdge::Sketched { hand: 0 } });
}
