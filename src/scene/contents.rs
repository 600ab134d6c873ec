//! The tactical view: what each cell holds, in words on a dimmed board. (Rabbit Escape prints the same while it is
//! paused.)

use std::borrow::Cow;

use super::camera::Camera;
use super::geometry::Rect;
use super::item::{Align, Item};
use crate::look::{Typeface, palette, shortened, text_width};
use crate::sim::{Ability, Cell, Direction, Rabbit, Species, ThingKind, World};

/// How the board is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    Plain,
    /// With the contents of each cell in words.
    Contents,
}

impl Sight {
    pub const fn other(self) -> Sight {
        match self {
            Sight::Plain => Sight::Contents,
            Sight::Contents => Sight::Plain,
        }
    }
}

/// The smallest size of text in a cell, in pixels.
const SMALLEST_TEXT: f32 = 8.0;

/// Dims the board and writes into each cell what it holds, in these words.
pub fn draw_contents(
    world: &World,
    camera: &Camera,
    words: impl Fn(Content, u32) -> Cow<'static, str>,
    items: &mut Vec<Item>,
) {
    let window = camera.window();
    items.push(Item::Fill { rect: window, color: palette::DIM });
    let tile = camera.tile() as i32;
    for y in 0..world.height() {
        for x in 0..world.width() {
            let cell = Cell::new(x, y);
            let (left, top) = camera.cell_to_pixel(cell);
            let is_visible =
                left + tile > window.x && left < window.right() && top + tile > window.y && top < window.bottom();
            let lines = if is_visible { contents(world, cell) } else { Vec::new() };
            let lines: Vec<_> = lines.into_iter().map(|(content, count)| words(content, count)).collect();
            let height = tile / (lines.len() as i32).max(2);
            let size = fitting_size(&lines, tile as f32, height as f32);
            for (row, line) in (0..).zip(lines) {
                let rect = Rect::new(left, top + row * height, tile, height);
                let text = shortened(&line, tile as f32, size).into_owned().into();
                items.push(Item::Text {
                    text,
                    rect,
                    size,
                    align: Align::Centre,
                    color: palette::PAPER,
                    typeface: Typeface::Hand,
                });
            }
        }
    }
}

/// The text size, at most `height`, at which all lines are at most so many pixels wide; never one that cannot be read.
fn fitting_size(lines: &[Cow<'static, str>], width: f32, height: f32) -> f32 {
    let widest = lines.iter().map(|line| text_width(line, height)).fold(width, f32::max);
    // Rounded down to quarters of a pixel, as text is drawn, so that the widest line does fit.
    let fitting = (height * width / widest * 4.0).floor() / 4.0;
    fitting.max(SMALLEST_TEXT).min(height)
}

/// One thing that a cell may hold besides its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    Entrance,
    /// At an entrance: so many rabbits are still to come.
    ToCome(i32),
    Exit,
    /// At an exit: so many rabbits are saved.
    Saved(i32),
    Pipe,
    Fire,
    Token(Ability),
    Rabbit {
        species: Species,
        index: i32,
        direction: Direction,
    },
    Water(i32),
}

/// What a cell holds besides its block, and how many of each.
pub fn contents(world: &World, cell: Cell) -> Vec<(Content, u32)> {
    let things = world.things().iter().chain(world.placed()).filter(|thing| thing.cell == cell);
    let rabbits = world.rabbits().iter().filter(|rabbit| rabbit.cell == cell);
    let water = Some(world.water(cell)).filter(|water| *water != 0).map(Content::Water);
    let all = things
        .flat_map(|thing| match thing.kind {
            ThingKind::Entrance(_) => vec![Content::Entrance, Content::ToCome(world.waiting())],
            ThingKind::Exit => vec![Content::Exit, Content::Saved(world.saved())],
            ThingKind::Pipe => vec![Content::Pipe],
            ThingKind::Fire(_) => vec![Content::Fire],
            ThingKind::Token(token) => vec![Content::Token(token.ability)],
        })
        .chain(rabbits.map(|&Rabbit { species, index, direction, .. }| Content::Rabbit { species, index, direction }))
        .chain(water);
    let mut counted: Vec<(Content, u32)> = Vec::new();
    for content in all {
        match counted.iter_mut().find(|(known, _)| *known == content) {
            Some((_, count)) => *count += 1,
            None => counted.push((content, 1)),
        }
    }
    counted
}
