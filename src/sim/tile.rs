//! Tiles: the oldest block of a cell in one byte, as the grid stores it and as rabbits look at it.

use super::block::{Block, Material, Shape};
use super::cell::Direction;

/// A block, or none. Its bits answer the questions of the rules without taking it apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Tile(u8);

const FLAT: u8 = 1;
const RISES_RIGHT: u8 = 1 << 1;
const RISES_LEFT: u8 = 1 << 2;
const SLOPE: u8 = RISES_RIGHT | RISES_LEFT;
const ANY: u8 = FLAT | SLOPE;
const BRIDGE: u8 = 1 << 3;
const METAL: u8 = 1 << 4;
/// From this bit on: the variant, 0 to 3.
const VARIANT: u32 = 5;

impl Tile {
    pub(super) const NONE: Tile = Tile(0);
    /// None any more: a block was dug or bashed away here.
    pub(super) const DUG: Tile = Tile(1 << 7);

    pub(super) const fn new(block: Block) -> Tile {
        let shape = match block.shape {
            Shape::Flat => FLAT,
            Shape::UpRight => RISES_RIGHT,
            Shape::UpLeft => RISES_LEFT,
            Shape::BridgeUpRight => RISES_RIGHT | BRIDGE,
            Shape::BridgeUpLeft => RISES_LEFT | BRIDGE,
        };
        let material = match block.material {
            Material::Earth => 0,
            Material::Metal => METAL,
        };
        Tile(shape | material | block.variant << VARIANT)
    }

    /// How many numbers there are for shapes.
    pub(super) const SHAPES: usize = 1 << METAL.trailing_zeros();

    /// What there is to a tile beside material and picture, in one number.
    pub(super) const fn shape(self) -> usize {
        self.0 as usize % Tile::SHAPES
    }

    /// A tile of earth with this number.
    pub(super) const fn of_shape(shape: usize) -> Tile {
        Tile((shape % Tile::SHAPES) as u8)
    }

    /// All that there is to a tile, in one number.
    pub(super) const fn bits(self) -> u8 {
        self.0
    }

    pub(super) fn block(self) -> Option<Block> {
        let material = self.material()?;
        let shape = match (self.rise(), self.is_bridge()) {
            (None, _) => Shape::Flat,
            (Some(Direction::Right), false) => Shape::UpRight,
            (Some(Direction::Left), false) => Shape::UpLeft,
            (Some(Direction::Right), true) => Shape::BridgeUpRight,
            (Some(Direction::Left), true) => Shape::BridgeUpLeft,
        };
        Some(Block { material, shape, variant: self.0 >> VARIANT })
    }

    pub(super) const fn is_dug(self) -> bool {
        self.0 == Tile::DUG.0
    }

    pub(super) const fn is_none(self) -> bool {
        self.0 & ANY == 0
    }

    pub(super) const fn is_some(self) -> bool {
        !self.is_none()
    }

    pub(super) const fn is_flat(self) -> bool {
        self.0 & FLAT != 0
    }

    /// A ramp or a bridge.
    pub(super) const fn is_slope(self) -> bool {
        self.0 & SLOPE != 0
    }

    pub(super) const fn is_bridge(self) -> bool {
        self.0 & BRIDGE != 0
    }

    /// Whether a rabbit below would bang its head on it: all blocks but bridges.
    pub(super) const fn is_solid(self) -> bool {
        self.is_some() && !self.is_bridge()
    }

    /// Whether it stops a rabbit that walks this way: a flat block, or the back of a ramp, but not the back of a
    /// bridge.
    pub(super) const fn is_wall(self, ahead: Direction) -> bool {
        self.is_flat() || (!self.is_bridge() && self.rises(ahead.opposite()))
    }

    pub(super) const fn material(self) -> Option<Material> {
        if self.is_none() {
            None
        } else if self.0 & METAL != 0 {
            Some(Material::Metal)
        } else {
            Some(Material::Earth)
        }
    }

    /// The direction in which a slope rises; none for a flat block, and where there is no block.
    pub(super) const fn rise(self) -> Option<Direction> {
        if self.rises(Direction::Right) {
            Some(Direction::Right)
        } else if self.rises(Direction::Left) {
            Some(Direction::Left)
        } else {
            None
        }
    }

    /// Whether it is a slope that rises in this direction.
    pub(super) const fn rises(self, direction: Direction) -> bool {
        let bit = match direction {
            Direction::Right => RISES_RIGHT,
            Direction::Left => RISES_LEFT,
        };
        self.0 & bit != 0
    }
}
