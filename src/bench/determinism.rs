//! The determinism check: the same frame must have the same pixels in every block.

use std::collections::HashMap;

use super::measured::BenchBlock;

/// Hashes of the frames seen so far, by zoom, variant and number of the frame.
#[derive(Debug, Clone, Default)]
pub struct DeterminismCheck {
    hashes: HashMap<(usize, usize, u32), u64>,
}

impl DeterminismCheck {
    /// Compares the frames of a block with those of earlier blocks, and remembers the new ones.
    ///
    /// # Errors
    /// The number of the first frame whose pixels differ.
    pub fn check(&mut self, block: &BenchBlock) -> Result<(), u32> {
        let differing = block.frames.iter().find(|frame| {
            let key = (block.zoom, block.variant, frame.number);
            *self.hashes.entry(key).or_insert(frame.hash) != frame.hash
        });
        differing.map_or(Ok(()), |frame| Err(frame.number))
    }
}
