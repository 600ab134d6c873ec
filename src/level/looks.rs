//! Which of four pictures each block and fire gets: a pseudo-random sequence, the same for every level.
//!
//! It is Rabbit Escape's, so that a level looks the same in both games.

/// The generator: a multiply-with-carry register.
#[derive(Debug, Clone)]
pub(super) struct Looks {
    register: u32,
}

impl Default for Looks {
    fn default() -> Looks {
        Looks { register: 3463 }
    }
}

impl Looks {
    /// The next look, 0 to 3.
    pub(super) fn draw(&mut self) -> u8 {
        // The low half times 18,000 is at most 1,179,630,000; with the high half it still fits 32 bits.
        self.register = 18_000 * (self.register & 0xffff) + (self.register >> 16);
        (self.register & 3) as u8
    }
}
