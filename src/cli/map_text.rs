//! A world as text: its map as in a level file, with numbers of rows and columns.

use crate::level::{Glyph, character};
use crate::sim::{Cell, FULL_CELL, ThingKind, World};

/// The map. A cell that holds several things shows the first of: rabbit, token or other thing, block, water.
pub(super) fn map_text(world: &World) -> String {
    let margin = (world.height() - 1).max(0).to_string().len();
    let mut text = ruler(world.width(), margin);
    for y in 0..world.height() {
        let row: String = (0..world.width()).map(|x| drawn(world, Cell::new(x, y))).collect();
        text.push_str(&format!("{y:margin$} |{row}|\n"));
    }
    text
}

/// The last digits of the columns; above every tenth, the digits before.
fn ruler(width: i32, margin: usize) -> String {
    let tens: String = (0..width).step_by(10).map(|x| format!("{:<10}", x / 10)).collect();
    let ones: String = (0..width).map(|x| (x % 10).to_string()).collect();
    let indent = " ".repeat(margin + 2);
    format!("{}\n{indent}{ones}\n", format!("{indent}{tens}").trim_end())
}

fn drawn(world: &World, cell: Cell) -> char {
    let rabbit = world.rabbits().iter().find(|rabbit| rabbit.cell == cell);
    let rabbit = rabbit.map(|rabbit| Glyph::Rabbit(rabbit.species, rabbit.direction));
    let mut things = world.things().iter().chain(world.placed()).filter(|thing| thing.cell == cell);
    let thing = || {
        things.next().map(|thing| match thing.kind {
            ThingKind::Entrance(_) => Glyph::Entrance,
            ThingKind::Exit => Glyph::Exit,
            ThingKind::Fire(_) => Glyph::Fire,
            ThingKind::Pipe => Glyph::Pipe,
            ThingKind::Token(token) => Glyph::Token(token.ability),
        })
    };
    let block = || world.block(cell).map(|block| Glyph::Block(block.material, block.shape));
    let water = || match world.water(cell) {
        ..=0 => Glyph::Nothing,
        1..FULL_CELL => Glyph::HalfWater,
        FULL_CELL.. => Glyph::Water,
    };
    let glyph = rabbit.or_else(thing).or_else(block).unwrap_or_else(water);
    character(glyph).expect("there are no slopes of metal")
}
