//! The tactical view: what each cell holds, in words on a dimmed board. (Rabbit Escape prints the same while it is
//! paused.)

use std::borrow::Cow;

use super::camera::Camera;
use super::geometry::Rect;
use super::item::{Align, Item};
use crate::look::palette;
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

/// Dims the board and writes into each cell what it holds, in these words.
pub fn draw_contents(
    world: &World,
    view: &Camera,
    words: impl Fn(Content, u32) -> Cow<'static, str>,
    items: &mut Vec<Item>,
) {
    let window = view.window();
    items.push(Item::Fill { rect: window, color: palette::DIM });
    let tile = view.tile() as i32;
    for y in 0..world.height() {
        for x in 0..world.width() {
            let cell = Cell::new(x, y);
            let (left, top) = view.cell_to_pixel(cell);
            let seen =
                left + tile > window.x && left < window.right() && top + tile > window.y && top < window.bottom();
            let lines = if seen { contents(world, cell) } else { Vec::new() };
            let height = tile / (lines.len() as i32).max(2);
            for (place, (content, count)) in (0..).zip(lines) {
                let rect = Rect::new(left, top + place * height, tile, height);
                let text = words(content, count);
                items.push(Item::Text { text, rect, size: height as f32, align: Align::Centre, color: palette::PAPER });
            }
        }
    }
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
