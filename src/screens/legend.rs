//! The legend of the inspected board: what the signs and short marks mean, in a corner of the board.

use super::context::Context;
use super::texts::Texts;
use crate::look::palette;
use crate::scene::{Align, Item, Picture, Point, Rect, Sprite};
use crate::ui::{SMALL_TEXT, draw_panel, text};

/// Logical pixels.
const LINE: f32 = 26.0;
const MARK: f32 = 54.0;
const WIDTH: f32 = 300.0;
const PADDING: f32 = 8.0;

/// What explains itself least, and stands before its meaning.
enum LegendMark {
    Sign(Picture),
    Words(&'static str),
}

fn lines(texts: &Texts) -> [(LegendMark, &'static str); 5] {
    [
        (LegendMark::Sign(Picture::SignClimb), texts.can_climb),
        (LegendMark::Sign(Picture::SignBrolly), texts.has_brolly),
        (LegendMark::Words("[3]>"), texts.legend_rabbit),
        (LegendMark::Words("<{4}"), texts.legend_rabbot),
        (LegendMark::Words("~512"), texts.legend_water),
    ]
}

/// The upper left corner of the board's window.
pub fn legend_rect(window: Rect, context: &Context) -> Rect {
    let layout = &context.layout;
    let padding = layout.px(PADDING);
    let height = lines(context.texts()).len() as i32 * layout.px(LINE) + 2 * padding;
    Rect::new(window.x + padding, window.y + padding, layout.px(WIDTH), height)
}

/// Draws the legend over the board.
pub fn draw_legend(window: Rect, context: &Context, items: &mut Vec<Item>) {
    let layout = &context.layout;
    let (line, padding, mark) = (layout.px(LINE), layout.px(PADDING), layout.px(MARK));
    let rect = legend_rect(window, context);
    draw_panel(rect, layout, items);
    let size = layout.size(SMALL_TEXT);
    for (row, (shown, meaning)) in (0..).zip(lines(context.texts())) {
        let left = Rect::new(rect.x + padding, rect.y + padding + row * line, mark, line);
        match shown {
            LegendMark::Sign(picture) => items.push(sign(picture, left)),
            LegendMark::Words(words) => items.push(text(words, left, size, Align::Centre, palette::INK)),
        }
        let right = Rect::new(left.right(), left.y, rect.width - mark - 2 * padding, line);
        items.push(text(meaning, right, size, Align::Left, palette::INK));
    }
}

/// A sign in the middle of a rectangle. It is drawn above a cell, half a tile wide, on one side.
fn sign(picture: Picture, rect: Rect) -> Item {
    let tile = (2 * rect.height).clamp(1, 256);
    let beside = if picture == Picture::SignBrolly { tile / 2 } else { 0 };
    let left = rect.x + (rect.width - tile / 2) / 2 - beside;
    let at = Point::new(left as f32, rect.y as f32 + 0.38 * tile as f32);
    Item::Sprite { sprite: Sprite::still(picture), at, tile: tile as u32, opacity: 255 }
}
