//! The tactical view: what each cell holds, in words on a dimmed board. (Rabbit Escape prints the same while it is
//! paused.)

use std::borrow::Cow;

use super::geometry::Rect;
use super::item::{Align, Item};
use super::palette;
use super::view::View;
use crate::sim::{Cell, Direction, Rabbit, Species, ThingKind, World};

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

/// Dims the board and writes into each cell what it holds.
pub fn draw_contents(world: &World, view: &View, items: &mut Vec<Item>) {
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
            for (place, line) in (0..).zip(lines) {
                let rect = Rect::new(left, top + place * height, tile, height);
                let text = Cow::from(line);
                items.push(Item::Text { text, rect, size: height as f32, align: Align::Centre, color: palette::PAPER });
            }
        }
    }
}

/// What a cell holds besides its block, a line for each kind; equal ones are counted.
pub fn contents(world: &World, cell: Cell) -> Vec<String> {
    let things = world.things().iter().chain(world.placed()).filter(|thing| thing.cell == cell);
    let rabbits = world.rabbits().iter().filter(|rabbit| rabbit.cell == cell);
    let water = Some(world.water(cell)).filter(|water| *water != 0).map(|water| format!("~{water}"));
    let words = things
        .flat_map(|thing| match thing.kind {
            ThingKind::Entrance(_) => vec!["entrance".to_owned(), format!("{} to come", world.waiting())],
            ThingKind::Exit => vec!["exit".to_owned(), format!("{} saved", world.saved())],
            ThingKind::Pipe => vec!["pipe".to_owned()],
            ThingKind::Fire(_) => vec!["fire".to_owned()],
            ThingKind::Token(token) => vec![token.ability.name().to_owned()],
        })
        .chain(rabbits.map(rabbit))
        .chain(water);
    let mut counted: Vec<(String, u32)> = Vec::new();
    for word in words {
        match counted.iter_mut().find(|(known, _)| *known == word) {
            Some((_, count)) => *count += 1,
            None => counted.push((word, 1)),
        }
    }
    counted.into_iter().map(|(word, count)| if count == 1 { word } else { format!("{count} {word}") }).collect()
}

/// Its number between marks of the way it faces; a rabbot's in brackets of its own.
fn rabbit(rabbit: &Rabbit) -> String {
    let number = match rabbit.species {
        Species::Rabbit => format!("[{}]", rabbit.index),
        Species::Rabbot => format!("{{{}}}", rabbit.index),
    };
    match rabbit.direction {
        Direction::Left => format!("<{number}"),
        Direction::Right => format!("{number}>"),
    }
}
