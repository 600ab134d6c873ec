//! The keys of cached sprites.

use crate::scene::{Facing, Skin, Sprite};

/// A sprite at one size for one purpose, packed into one number, which is hashed and compared thousands of times a
/// frame.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct SpriteKey(u64);

/// What a cached sprite is for.
#[derive(Clone, Copy)]
pub enum SpriteRole {
    /// To be scaled to other sizes.
    MipLevel,
    /// To be drawn, made as the hints ask for.
    Sharp,
    /// To be drawn until the sharp one is made.
    Placeholder,
}

impl SpriteKey {
    pub fn new(sprite: Sprite, tile: u32, role: SpriteRole) -> SpriteKey {
        let facing = match sprite.facing {
            Facing::Right => 0,
            Facing::Left => 1,
        };
        let skin = match sprite.skin {
            Skin::Rabbit => 0,
            Skin::Sandy => 2,
            Skin::Grey => 4,
            Skin::Rabbot => 6,
        };
        let role = match role {
            SpriteRole::MipLevel => 0,
            SpriteRole::Sharp => 8,
            SpriteRole::Placeholder => 16,
        };
        let low = u64::from(sprite.picture as u8) << 16 | u64::from(sprite.frame) << 8 | facing | skin | role;
        SpriteKey(u64::from(tile) << 32 | low)
    }

    /// Whether it is of a sprite to be drawn at this size.
    pub const fn is_sharp(self, tile: u32) -> bool {
        self.0 >> 32 == tile as u64 && self.0 & 24 == 8
    }

    pub const fn number(self) -> u64 {
        self.0
    }
}
