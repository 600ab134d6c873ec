//! Tile maps: grids of small numbers, one per tile. Thousands of blocks are a single item. A map is made once and
//! shared by the display lists of many frames, which are compared by its address.
//!
//! Tiles join to one drawing because each has a look that fits its neighbours: two bits for each corner of earth, one
//! bit for each open side of metal and of outlines.

use super::sprite::{Facing, Picture, Skin, Sprite};
use crate::sim::Cell;

/// The farthest that a drawing reaches beyond its tile, in tiles.
pub const TILE_REACH: i32 = 2;

/// Tiles in rows of equal length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tiles {
    pub set: Tileset,
    /// Tiles per row.
    pub columns: usize,
    /// The kind of each tile in its tileset, row by row.
    pub kinds: Vec<u16>,
}

impl Tiles {
    /// Number of complete rows.
    pub fn rows(&self) -> usize {
        self.kinds.len().checked_div(self.columns).unwrap_or(0)
    }

    /// The kinds of a row; none above the first and below the last one.
    pub fn row(&self, row: i32) -> Option<&[u16]> {
        let start = usize::try_from(row).ok()? * self.columns;
        self.kinds.get(start..start + self.columns)
    }
}

/// The meaning of the kinds of a tile map. Kind 0 is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tileset {
    /// Shade in the air: its look.
    Shade,
    /// One block per tile: the high byte is its number in `BLOCKS`, counted from 1, the low byte its look.
    Blocks,
    /// What lies in the earth: a number in `FINDS`, counted from 1.
    Finds,
    /// The outline of earth: its look.
    Outlines,
}

impl Tileset {
    pub const ALL: [Tileset; 4] = [Tileset::Shade, Tileset::Blocks, Tileset::Finds, Tileset::Outlines];

    /// The number of kinds, 0 included. Higher ones are empty.
    pub const fn kinds(self) -> usize {
        match self {
            Tileset::Shade => 1 << 8,
            Tileset::Blocks => (BLOCKS.len() + 1) << 8,
            Tileset::Finds => FINDS.len() + 1,
            Tileset::Outlines => EDGE_LOOKS as usize,
        }
    }

    /// The sprite that shows a tile of this kind.
    pub fn sprite(self, kind: u16) -> Option<Sprite> {
        let [number, look] = kind.to_be_bytes();
        match self {
            Tileset::Shade => {
                (number == 0 && look != 0).then_some(Sprite { frame: look, ..Sprite::still(Picture::Shade) })
            }
            Tileset::Blocks => {
                let block = BLOCKS.get(usize::from(number.checked_sub(1)?))?;
                Some(Sprite { frame: look, ..*block })
            }
            Tileset::Finds => FINDS.get(usize::from(kind.checked_sub(1)?)).copied(),
            Tileset::Outlines => {
                let is_seen = Sides::of_look(look) != Sides::NONE && kind < EDGE_LOOKS;
                is_seen.then_some(Sprite { frame: look, ..Sprite::still(Picture::Edges) })
            }
        }
    }

    /// The kind of an outline on these sides.
    pub(super) const fn outlines(sides: Sides, edge: Outline) -> u16 {
        sides.bits() as u16 | (edge as u16) << 4
    }
}

/// What the outline of earth is like, in the two bits of its look above the sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outline {
    /// Three ways to draw what was always so.
    Old0,
    Old1,
    Old2,
    /// Something was dug or bashed away beside it.
    Fresh,
}

impl Outline {
    pub const ALL: [Outline; 4] = [Outline::Old0, Outline::Old1, Outline::Old2, Outline::Fresh];

    /// The edge in a look of outlines.
    pub const fn of_look(look: u8) -> Outline {
        Outline::ALL[(look >> 4 & 3) as usize]
    }
}

/// Earth, ramps up to the right and to the left, metal, and the two bridges.
const BLOCKS: [Sprite; 11] = [
    Sprite::still(Picture::Earth0),
    Sprite::still(Picture::Earth1),
    Sprite::still(Picture::Earth2),
    Sprite::still(Picture::Earth3),
    Sprite::still(Picture::RampRight0),
    Sprite::still(Picture::RampRight1),
    Sprite::still(Picture::RampLeft0),
    Sprite::still(Picture::RampLeft1),
    Sprite::still(Picture::Metal),
    Sprite::still(Picture::Bridge),
    Sprite { picture: Picture::Bridge, frame: 0, facing: Facing::Left, skin: Skin::Rabbit },
];

const FINDS: [Sprite; 5] = [
    Sprite::still(Picture::FindStones),
    Sprite::still(Picture::FindPebbles),
    Sprite::still(Picture::FindRoot),
    Sprite::still(Picture::FindShell),
    Sprite::still(Picture::FindBone),
];

/// How many finds there are.
pub(super) const FIND_KINDS: u16 = FINDS.len() as u16;

/// Four bits of sides and two of their [`Outline`].
const EDGE_LOOKS: u16 = 1 << 6;

/// Sides of a tile, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sides(u8);

impl Sides {
    pub const NONE: Sides = Sides(0);
    pub const TOP: Sides = Sides(1);
    pub const BOTTOM: Sides = Sides(2);
    pub const RIGHT: Sides = Sides(4);
    pub const LEFT: Sides = Sides(8);
    pub const ALL: Sides = Sides(15);

    /// The sides in a look of metal or outlines.
    pub const fn of_look(look: u8) -> Sides {
        Sides(look & Sides::ALL.0)
    }

    pub const fn bits(self) -> u8 {
        self.0
    }

    pub const fn has(self, sides: Sides) -> bool {
        self.0 & sides.0 == sides.0
    }

    pub const fn with(self, sides: Sides) -> Sides {
        Sides(self.0 | sides.0)
    }
}

/// A corner of a tile, in the order of its two bits in the look of earth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Corner {
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
}

/// What earth is like at a corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EarthCorner {
    /// Air is near.
    Light,
    /// One tile from air.
    Deep,
    /// Two tiles from air, or more.
    Deepest,
    /// Air is on both sides of the corner, and the corner is rounded off.
    Round,
}

impl Corner {
    pub const ALL: [Corner; 4] = [Corner::TopLeft, Corner::TopRight, Corner::BottomLeft, Corner::BottomRight];

    /// The cell whose top left corner is this corner of a cell.
    pub(super) const fn of(self, cell: Cell) -> Cell {
        match self {
            Corner::TopLeft => cell,
            Corner::TopRight => cell.offset(1, 0),
            Corner::BottomLeft => cell.offset(0, 1),
            Corner::BottomRight => cell.offset(1, 1),
        }
    }

    /// The two sides that meet there.
    pub const fn sides(self) -> Sides {
        match self {
            Corner::TopLeft => Sides::TOP.with(Sides::LEFT),
            Corner::TopRight => Sides::TOP.with(Sides::RIGHT),
            Corner::BottomLeft => Sides::BOTTOM.with(Sides::LEFT),
            Corner::BottomRight => Sides::BOTTOM.with(Sides::RIGHT),
        }
    }
}

impl EarthCorner {
    const ALL: [EarthCorner; 4] = [EarthCorner::Light, EarthCorner::Deep, EarthCorner::Deepest, EarthCorner::Round];

    /// The look of a tile of earth with these corners.
    pub fn look(corner: impl Fn(Corner) -> EarthCorner) -> u8 {
        Corner::ALL.into_iter().map(|at| (corner(at) as u8) << (2 * at as u8)).sum()
    }

    /// What a tile of this look has at a corner.
    pub const fn at(look: u8, corner: Corner) -> EarthCorner {
        EarthCorner::ALL[(look >> (2 * corner as u8) & 3) as usize]
    }
}
