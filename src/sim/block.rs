//! Blocks: what the ground is made of. A block never moves or changes; it is built, dug or bashed away.

use super::cell::Direction;

/// What a block is made of. Earth can be dug and bashed, metal cannot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Material {
    Earth,
    Metal,
}

/// The shape of a block. The slopes are ramps, which are solid below, and bridges, which are thin planks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shape {
    Flat,
    UpRight,
    UpLeft,
    BridgeUpRight,
    BridgeUpLeft,
}

/// A block of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Block {
    pub material: Material,
    pub shape: Shape,
    /// Which of four pictures shows it, 0 to 3. It has no other effect.
    pub variant: u8,
}

impl Block {
    /// The plank that a bridging rabbit lays, rising the way it faces.
    pub const fn bridge(rising: Direction) -> Block {
        let shape = match rising {
            Direction::Right => Shape::BridgeUpRight,
            Direction::Left => Shape::BridgeUpLeft,
        };
        Block { material: Material::Earth, shape, variant: 0 }
    }

    pub const fn is_flat(self) -> bool {
        matches!(self.shape, Shape::Flat)
    }

    /// A ramp or a bridge.
    pub const fn is_slope(self) -> bool {
        !self.is_flat()
    }

    pub const fn is_bridge(self) -> bool {
        matches!(self.shape, Shape::BridgeUpRight | Shape::BridgeUpLeft)
    }

    /// Whether a rabbit below would bang its head on it: all but bridges.
    pub const fn is_solid(self) -> bool {
        !self.is_bridge()
    }

    /// The direction in which a slope rises; none for a flat block.
    pub const fn rise(self) -> Option<Direction> {
        match self.shape {
            Shape::Flat => None,
            Shape::UpRight | Shape::BridgeUpRight => Some(Direction::Right),
            Shape::UpLeft | Shape::BridgeUpLeft => Some(Direction::Left),
        }
    }
}
