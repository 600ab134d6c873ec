//! Several rabbits in one cell hide one another: a label says how many they are, with an arrowhead for each way that
//! some of them face.

use super::camera::Camera;
use super::geometry::{Point, Rect};
use super::item::{Align, Item, PanelEdge};
use super::motion::rabbit_motion;
use super::signs::{SIGNS_HEIGHT, signs};
use crate::look::{Typeface, palette, text_width};
use crate::sim::{Cell, Direction, Rabbit, World};

/// The rabbits of one cell, summed up.
#[derive(Default)]
struct Crowd {
    count: u16,
    faces_left: bool,
    faces_right: bool,
    /// Whether some of them have signs above their heads.
    has_signs: bool,
    /// Sum of their offsets from the cell, in tiles.
    offset: (f32, f32),
}

/// The size of the text in tiles, and its bounds in pixels.
const TEXT: f32 = 0.4;
const TEXT_PIXELS: (f32, f32) = (11.0, 30.0);

/// Appends a label for each cell with more than one of these rabbits, at this phase of the step.
pub fn draw_crowds<'a>(
    world: &World,
    rabbits: impl Iterator<Item = &'a Rabbit>,
    camera: &Camera,
    phase: f32,
    items: &mut Vec<Item>,
) {
    if camera.shows_thumbnail() {
        return;
    }
    let mut rabbits: Vec<&Rabbit> = rabbits.collect();
    rabbits.sort_by_key(|rabbit| rabbit.cell);
    let crowds = rabbits.chunk_by(|one, next| one.cell == next.cell).filter(|crowd| crowd.len() > 1);
    for crowd in crowds {
        Crowd::of(world, crowd, phase).draw(crowd[0].cell, camera, items);
    }
}

impl Crowd {
    fn of(world: &World, rabbits: &[&Rabbit], phase: f32) -> Crowd {
        let mut crowd = Crowd { count: rabbits.len().try_into().unwrap_or(u16::MAX), ..Crowd::default() };
        for rabbit in rabbits {
            let (_, x, y) = rabbit_motion(world, rabbit, phase);
            crowd.faces_left |= rabbit.direction == Direction::Left;
            crowd.faces_right |= rabbit.direction == Direction::Right;
            crowd.has_signs |= signs(rabbit).next().is_some();
            crowd.offset = (crowd.offset.0 + x, crowd.offset.1 + y);
        }
        crowd
    }

    /// The label in the middle above the rabbits.
    fn draw(&self, cell: Cell, camera: &Camera, items: &mut Vec<Item>) {
        let (left, top) = camera.cell_to_pixel(cell);
        let (tile, count) = (camera.tile() as f32, f32::from(self.count));
        let size = (tile * TEXT).clamp(TEXT_PIXELS.0, TEXT_PIXELS.1);
        let words = format!("×{}", self.count);
        let (width, height) = ((text_width(&words, size) + 2.0 * size) as i32, size.ceil() as i32);
        let x = left as f32 + (self.offset.0 / count + 0.5) * tile - width as f32 / 2.0;
        let above = if self.has_signs { SIGNS_HEIGHT } else { 0.0 };
        let y = top as f32 + (self.offset.1 / count - above) * tile - height as f32;
        let rect = Rect::new(x as i32, y as i32, width, height);
        let (fill, border) = (palette::PANEL, palette::INK);
        items.push(Item::Panel {
            rect,
            radius: size / 3.0,
            fill,
            border,
            line: (size / 12.0).max(1.0),
            edge: PanelEdge::Ruled,
        });
        items.push(Item::Text {
            text: words.into(),
            rect,
            size,
            align: Align::Centre,
            color: palette::INK,
            typeface: Typeface::Hand,
        });
        let arrowhead = |tip: f32, base: f32| {
            let (middle, half) = (rect.y as f32 + height as f32 / 2.0, size * 0.28);
            vec![Point::new(tip, middle), Point::new(base, middle - half), Point::new(base, middle + half)]
        };
        let (start, end) = (rect.x as f32, rect.right() as f32);
        let heads = [
            (self.faces_left, arrowhead(start + size * 0.2, start + size * 0.6)),
            (self.faces_right, arrowhead(end - size * 0.2, end - size * 0.6)),
        ];
        let shown = heads.into_iter().filter(|(some, _)| *some);
        items.extend(shown.map(|(_, corners)| Item::Polygon { corners, color: palette::INK }));
    }
}
