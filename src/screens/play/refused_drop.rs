//! Why a token was not dropped, in a word beside the cell, until the player does something else.

use crate::look::{palette, text_width};
use crate::scene::{Align, Camera, Item, Rect};
use crate::screens::context::Context;
use crate::screens::input::Input;
use crate::sim::{Cell, Refusal};
use crate::ui::{SMALL_TEXT, draw_bordered_panel, text};

/// The last drop, if the world refused it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RefusedDrop {
    pub cell: Cell,
    pub refusal: Refusal,
}

/// Logical pixels.
const HEIGHT: f32 = 28.0;
const PADDING: f32 = 10.0;

impl RefusedDrop {
    /// Whether the word is still of interest after this input: not once the pointer is elsewhere, or something else is
    /// done.
    pub fn outlasts(&self, input: &Input, camera: &Camera) -> bool {
        match input {
            Input::PointerMoved(point) => camera.pixel_to_cell(*point) == self.cell,
            Input::Press(_) | Input::Key(_) | Input::PointerLeft => false,
            _ => true,
        }
    }

    /// Draws the word above the cell, or below it where there is no room.
    pub fn draw(&self, camera: &Camera, context: &Context, items: &mut Vec<Item>) {
        let (layout, window) = (&context.layout, camera.window());
        let (words, size) = ((context.texts().refusal)(self.refusal), layout.size(SMALL_TEXT));
        let (x, y) = camera.cell_to_pixel(self.cell);
        let (tile, height) = (camera.tile() as i32, layout.px(HEIGHT));
        let width = text_width(words, size).ceil() as i32 + 2 * layout.px(PADDING);
        let left = (x + (tile - width) / 2).clamp(window.x, (window.right() - width).max(window.x));
        let top = if y - height >= window.y { y - height } else { y + tile };
        let rect = Rect::new(left, top, width, height);
        draw_bordered_panel(rect, layout.palette().bad(), layout, items);
        items.push(text(words, rect, size, Align::Centre, palette::INK));
    }
}
