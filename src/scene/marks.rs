//! Marks: what lies over the board to show what is going to happen. Each meaning has a shape of its own; its colour
//! only underlines it.

use std::borrow::Cow;

use super::camera::Camera;
use super::geometry::{Point, Rect};
use super::ground::kind;
use super::item::{Align, Item, PanelEdge};
use super::sprite::Sprite;
use super::tiles::Tileset;
use crate::look::palette::{self, Palette};
use crate::look::{Color, Typeface, text_width};
use crate::sim::{Block, Cell};

/// How something ends for a rabbit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Good,
    Bad,
}

impl Verdict {
    pub(super) const fn color(self, palette: Palette) -> Color {
        match self {
            Verdict::Good => palette.good(),
            Verdict::Bad => palette.bad(),
        }
    }
}

/// Opacity of what is not there yet.
const GHOST: u8 = 130;

/// Draws a cell's ground as it will be: a plank faintly, a hole as a piece of paper with a dashed edge.
pub fn draw_ghost(cell: Cell, block: Option<Block>, camera: &Camera, items: &mut Vec<Item>) {
    match block {
        Some(block) => {
            if let Some(sprite) = Tileset::Blocks.sprite(kind(block)) {
                draw_ghost_sprite(sprite, cell, camera, GHOST, items);
            }
        }
        None => {
            let ((x, y), tile) = (camera.cell_to_pixel(cell), camera.tile() as i32);
            let rect = Rect::new(x, y, tile, tile);
            items.push(Item::Fill { rect, color: palette::PAPER.with_alpha(190) });
            draw_dashed_edge(rect, items);
        }
    }
}

/// Three dashes on each side of a cell.
fn draw_dashed_edge(rect: Rect, items: &mut Vec<Item>) {
    let (tile, line) = (rect.width, (rect.width / 24).max(1));
    for start in [0, 2, 4].map(|fifth| tile * fifth / 5) {
        let length = (tile / 5).max(1);
        for dash in [
            Rect::new(rect.x + start, rect.y, length, line),
            Rect::new(rect.x + start, rect.bottom() - line, length, line),
            Rect::new(rect.x, rect.y + start, line, length),
            Rect::new(rect.right() - line, rect.y + start, line, length),
        ] {
            items.push(Item::Fill { rect: dash, color: palette::INK });
        }
    }
}

/// Draws the depth of a fall as a dimension line: with a bar at its lower end if it is survived, with a cross if not.
pub fn draw_fall(from: Cell, to: Cell, verdict: Verdict, (palette, camera): (Palette, &Camera), items: &mut Vec<Item>) {
    let tile = camera.tile() as i32;
    let color = verdict.color(palette);
    let (left, top) = camera.cell_to_pixel(from.below());
    let (_, bottom) = camera.cell_to_pixel(to.below());
    let (x, line) = (left + tile * 15 / 16, (tile / 20).max(2));
    let mut fill = |x, y, width, height| items.push(Item::Fill { rect: Rect::new(x, y, width, height), color });
    fill(x, top, line, bottom - top);
    let bar = tile / 4;
    fill(x - bar / 2, top, bar + line, line);
    fill(x - bar / 2, bottom - line, bar + line, line);
    if verdict == Verdict::Bad {
        draw_cross(Point::new((x + line / 2) as f32, bottom as f32 - tile as f32 * 0.1), camera, color, items);
    }
    let depth: Cow<'static, str> = (to.y - from.y).to_string().into();
    draw_label(depth, Point::new((x + line / 2) as f32, (top + bottom) as f32 / 2.0), (color, camera), items);
}

/// A few characters on paper, around a point of the frame.
fn draw_label(text: Cow<'static, str>, middle: Point, (color, camera): (Color, &Camera), items: &mut Vec<Item>) {
    let size = (camera.tile() as f32 * 0.5).clamp(14.0, 32.0);
    let (width, height) = ((text_width(&text, size) + size * 0.5).ceil() as i32, (size * 0.9).ceil() as i32);
    let rect = Rect::new(middle.x as i32 - width / 2, middle.y as i32 - height / 2, width, height);
    let (fill, line) = (palette::PAPER, (size / 12.0).max(1.0));
    items.push(Item::Panel { rect, radius: size * 0.25, fill, border: color, line, edge: PanelEdge::Ruled });
    items.push(Item::Text { text, rect, size, align: Align::Centre, color, typeface: Typeface::Hand });
}

/// Draws where a rabbit leaves the world: a cross where it dies, a ring where it is saved. Outside of the world that is
/// at its edge.
pub fn draw_end(cell: Cell, verdict: Verdict, (palette, camera): (Palette, &Camera), items: &mut Vec<Item>) {
    let tile = camera.tile() as f32;
    let (columns, rows) = camera.cells();
    let (x, y) = (cell.x as f32 + 0.5, cell.y as f32 + 0.6);
    let middle = camera.tile_to_pixel(Point::new(x.clamp(0.0, columns as f32), y.clamp(0.0, rows as f32)));
    let color = verdict.color(palette);
    match verdict {
        Verdict::Bad => draw_cross(middle, camera, color, items),
        Verdict::Good => {
            let radius = tile * 0.22;
            let rect = Rect::new(
                (middle.x - radius) as i32,
                (middle.y - radius) as i32,
                (2.0 * radius) as i32,
                (2.0 * radius) as i32,
            );
            let (fill, line) = (palette::PAPER.with_alpha(0), (tile / 14.0).max(2.0));
            items.push(Item::Panel { rect, radius, fill, border: color, line, edge: PanelEdge::Ruled });
        }
    }
}

/// A cross of two thirds of a tile around a point of the frame.
pub(super) fn draw_cross(middle: Point, camera: &Camera, color: Color, items: &mut Vec<Item>) {
    let tile = camera.tile() as f32;
    let corner =
        |(across, down): (f32, f32)| Point::new(middle.x + (across - 0.5) * tile, middle.y + (down - 0.5) * tile);
    items.push(Item::Polygon { corners: CROSS.map(corner).to_vec(), color });
}

/// The corners of a cross, in tiles.
const CROSS: [(f32, f32); 12] = [
    (0.2, 0.28),
    (0.28, 0.2),
    (0.5, 0.42),
    (0.72, 0.2),
    (0.8, 0.28),
    (0.58, 0.5),
    (0.8, 0.72),
    (0.72, 0.8),
    (0.5, 0.58),
    (0.28, 0.8),
    (0.2, 0.72),
    (0.42, 0.5),
];

/// Draws brackets around a cell, given by its top left corner in tiles: whom or what the mark is about.
pub fn draw_brackets(corner: Point, (palette, camera): (Palette, &Camera), items: &mut Vec<Item>) {
    let tile = camera.tile() as i32;
    let at = camera.tile_to_pixel(corner);
    let (line, arm, out) = ((tile / 14).max(2), tile / 4, tile / 12);
    let (left, top) = (at.x.round() as i32 - out, at.y.round() as i32 - out);
    let (right, bottom) = (left + tile + 2 * out, top + tile + 2 * out);
    let color = palette.good();
    for (x, arm_x) in [(left, left), (right - line, right - arm)] {
        for (y, arm_y) in [(top, top), (bottom - line, bottom - arm)] {
            items.push(Item::Fill { rect: Rect::new(arm_x, y, arm, line), color });
            items.push(Item::Fill { rect: Rect::new(x, arm_y, line, arm), color });
        }
    }
}

/// A sprite faintly in a cell.
pub(super) fn draw_ghost_sprite(sprite: Sprite, cell: Cell, camera: &Camera, opacity: u8, items: &mut Vec<Item>) {
    let (x, y) = camera.cell_to_pixel(cell);
    items.push(Item::Sprite { sprite, at: Point::new(x as f32, y as f32), tile: camera.tile(), opacity });
}
