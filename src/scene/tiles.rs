//! Tile maps: grids of small numbers, one per tile. Thousands of blocks are a single item. A map is made once and shared
//! by the display lists of many frames, which are compared by its address.

use super::sprite::{Facing, Picture, Skin, Sprite};

/// The farthest that a drawing reaches beyond its tile, in tiles.
pub const TILE_REACH: i32 = 2;

/// Tiles in rows of equal length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tiles {
    pub set: Tileset,
    /// Tiles per row.
    pub columns: usize,
    /// The kind of each tile in its tileset, row by row.
    pub kinds: Vec<u8>,
}

impl Tiles {
    /// Number of complete rows.
    pub fn rows(&self) -> usize {
        self.kinds.len().checked_div(self.columns).unwrap_or(0)
    }
}

/// The meaning of the kinds of a tile map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tileset {
    /// One block per tile: kind 0 is empty, the others are `BLOCKS` in order.
    Blocks,
    /// Any outlines of a block: one bit for each of `OUTLINES`, the lowest first.
    Outlines,
}

impl Tileset {
    pub const ALL: [Tileset; 2] = [Tileset::Blocks, Tileset::Outlines];

    /// The number of kinds, 0 included. Higher ones are empty.
    pub const fn kinds(self) -> usize {
        match self {
            Tileset::Blocks => BLOCKS.len() + 1,
            Tileset::Outlines => 1 << OUTLINES.len(),
        }
    }

    /// The sprites that show a tile of this kind, back to front. Kind 0 is empty.
    pub fn sprites(self, kind: u8) -> impl Iterator<Item = Sprite> {
        let kind = usize::from(kind);
        let sprites: [Option<Sprite>; OUTLINES.len()] = match self {
            _ if kind >= self.kinds() => [None; OUTLINES.len()],
            Tileset::Blocks => [kind.checked_sub(1).map(|index| BLOCKS[index]), None, None, None],
            Tileset::Outlines => std::array::from_fn(|side| (kind >> side & 1 == 1).then_some(OUTLINES[side])),
        };
        sprites.into_iter().flatten()
    }
}

/// Earth, metal, ramps up to the right and to the left in four variants each, and the two bridges.
const BLOCKS: [Sprite; 18] = [
    Sprite::still(Picture::Earth0),
    Sprite::still(Picture::Earth1),
    Sprite::still(Picture::Earth2),
    Sprite::still(Picture::Earth3),
    Sprite::still(Picture::Metal0),
    Sprite::still(Picture::Metal1),
    Sprite::still(Picture::Metal2),
    Sprite::still(Picture::Metal3),
    Sprite::still(Picture::Ramp0),
    Sprite::still(Picture::Ramp1),
    Sprite::still(Picture::Ramp2),
    Sprite::still(Picture::Ramp3),
    mirrored(Picture::Ramp0),
    mirrored(Picture::Ramp1),
    mirrored(Picture::Ramp2),
    mirrored(Picture::Ramp3),
    Sprite::still(Picture::Bridge),
    mirrored(Picture::Bridge),
];

/// Above, below, right, left.
const OUTLINES: [Sprite; 4] = [
    Sprite::still(Picture::EdgeTop),
    Sprite::still(Picture::EdgeBottom),
    Sprite::still(Picture::EdgeSide),
    mirrored(Picture::EdgeSide),
];

const fn mirrored(picture: Picture) -> Sprite {
    Sprite { picture, frame: 0, facing: Facing::Left, skin: Skin::Rabbit }
}
