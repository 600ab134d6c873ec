//! The keys by which sprites are kept.

use std::hash::Hasher;

use crate::scene::{Dress, Facing, Sprite};

/// A sprite at one size, in one number.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key(u64);

/// What a kept sprite is for.
#[derive(Clone, Copy)]
pub enum Role {
    /// To be scaled.
    Master,
    /// To be shown, as the hints want it.
    Shown,
    /// To be shown until it is made.
    StandIn,
}

impl Key {
    pub const fn number(self) -> u64 {
        self.0
    }

    pub fn new(sprite: Sprite, tile: u32, role: Role) -> Key {
        let facing = match sprite.facing {
            Facing::Right => 0,
            Facing::Left => 1,
        };
        let dress = match sprite.dress {
            Dress::Rabbit => 0,
            Dress::Rabbot => 2,
        };
        let role = match role {
            Role::Master => 0,
            Role::Shown => 4,
            Role::StandIn => 8,
        };
        let looks = u64::from(sprite.picture as u8) << 16 | u64::from(sprite.frame) << 8 | facing | dress | role;
        Key(u64::from(tile) << 32 | looks)
    }
}

/// Looking up thousands of sprites in each frame, the standard hash would be much of the work. Keys are our own, so
/// nobody can choose them to collide.
#[derive(Default)]
pub struct Multiply(u64);

impl Hasher for Multiply {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, value: u64) {
        let product = u128::from(self.0 ^ value) * 0x9e37_79b9_7f4a_7c15;
        self.0 = (product >> 64) as u64 ^ product as u64;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
