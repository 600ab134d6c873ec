//! Tile maps: grids in which a small number says what stands in each place. Thousands of blocks are one item, made and
//! compared in no time.

use super::sprite::{Facing, Picture, Skin, Sprite};

/// Tiles in rows of equal length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tiles {
    pub set: Tileset,
    /// How many there are in a row.
    pub columns: usize,
    /// The kind of each tile, row by row, as its set counts them.
    pub kinds: Vec<u8>,
}

impl Tiles {
    /// Whole rows.
    pub fn rows(&self) -> usize {
        self.kinds.len().checked_div(self.columns).unwrap_or(0)
    }
}

/// What the kinds of a map stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tileset {
    /// A block each; kinds are counted from 1 in the order of `BLOCKS`.
    Blocks,
    /// The outlines of blocks, which may be several in a place: a bit for each of `OUTLINES`, the lowest first.
    Outlines,
}

impl Tileset {
    pub const ALL: [Tileset; 2] = [Tileset::Blocks, Tileset::Outlines];

    /// So many kinds are defined, from 0 on; all others are empty too.
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
            Tileset::Blocks => [kind.checked_sub(1).map(|place| BLOCKS[place]), None, None, None],
            Tileset::Outlines => std::array::from_fn(|side| (kind >> side & 1 == 1).then_some(OUTLINES[side])),
        };
        sprites.into_iter().flatten()
    }
}

/// Earth, metal, ramps up to the right and to the left in four looks each, and the two bridges.
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
