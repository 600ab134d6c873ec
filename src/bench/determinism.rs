//! The proof that the same work was done every time: hashes of frames that were seen before.

use std::collections::HashMap;

use super::record::Block;

/// What frames looked like, for each zoom, variant and place in the course.
#[derive(Debug, Clone, Default)]
pub struct Sameness {
    seen: HashMap<(usize, usize, u32), u64>,
}

impl Sameness {
    /// Holds the frames of a block against those that were seen before, and remembers the new ones.
    ///
    /// # Errors
    /// The number of the first frame that had other pixels before.
    pub fn check(&mut self, block: &Block) -> Result<(), u32> {
        let differs = block.frames.iter().find(|frame| {
            let place = (block.zoom, block.variant, frame.number);
            *self.seen.entry(place).or_insert(frame.hash) != frame.hash
        });
        differs.map_or(Ok(()), |frame| Err(frame.number))
    }
}
