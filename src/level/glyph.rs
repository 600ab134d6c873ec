//! The characters of a map. Both level formats use those of Rabbit Escape.

use crate::sim::{Ability, Direction, FULL_CELL, Material, Shape, Species};

/// The meaning of a character of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Glyph {
    Nothing,
    Block(Material, Shape),
    Rabbit(Species, Direction),
    Entrance,
    Exit,
    Fire,
    Pipe,
    Token(Ability),
    /// An open cell full of water.
    Water,
    /// Half of that.
    HalfWater,
    /// Several things, described separately.
    Star,
}

/// Stands for a cell that is described separately.
pub(super) const STAR: char = '*';

/// All characters of the map.
pub const GLYPHS: [(char, Glyph); 25] = [
    (' ', Glyph::Nothing),
    ('#', Glyph::Block(Material::Earth, Shape::Flat)),
    ('M', Glyph::Block(Material::Metal, Shape::Flat)),
    ('/', Glyph::Block(Material::Earth, Shape::UpRight)),
    ('\\', Glyph::Block(Material::Earth, Shape::UpLeft)),
    ('(', Glyph::Block(Material::Earth, Shape::BridgeUpRight)),
    (')', Glyph::Block(Material::Earth, Shape::BridgeUpLeft)),
    ('r', Glyph::Rabbit(Species::Rabbit, Direction::Right)),
    ('j', Glyph::Rabbit(Species::Rabbit, Direction::Left)),
    ('t', Glyph::Rabbit(Species::Rabbot, Direction::Right)),
    ('y', Glyph::Rabbit(Species::Rabbot, Direction::Left)),
    ('Q', Glyph::Entrance),
    ('O', Glyph::Exit),
    ('A', Glyph::Fire),
    ('P', Glyph::Pipe),
    ('b', Glyph::Token(Ability::Bash)),
    ('d', Glyph::Token(Ability::Dig)),
    ('i', Glyph::Token(Ability::Bridge)),
    ('k', Glyph::Token(Ability::Block)),
    ('c', Glyph::Token(Ability::Climb)),
    ('p', Glyph::Token(Ability::Explode)),
    ('l', Glyph::Token(Ability::Brolly)),
    ('N', Glyph::Water),
    ('n', Glyph::HalfWater),
    (STAR, Glyph::Star),
];

/// The water of a cell drawn as `n`.
pub(super) const HALF_CELL: i32 = FULL_CELL / 2;

/// The meaning of the character; none if it has none.
pub fn glyph(drawn: char) -> Option<Glyph> {
    GLYPHS.iter().find(|(character, _)| *character == drawn).map(|(_, glyph)| *glyph)
}

/// The character for the glyph. Slopes of metal have none; a checked setup has no such slopes.
pub fn character(glyph: Glyph) -> Option<char> {
    GLYPHS.into_iter().find(|(_, known)| *known == glyph).map(|(character, _)| character)
}
