//! Memory for pixels. Where a bitmap begins within a page of memory decides which lines of the cache it shares with
//! what else a frame touches, and a frame may take 10 % longer for it. Frames and bitmaps therefore begin with a page:
//! equal ones cost the same, however often they are made, and the game is never unlucky.

use aligned_vec::{AVec, RuntimeAlign};

/// The size of a page of memory, in bytes: 4 KiB on the systems that we know, or a multiple of it.
pub const PAGE: usize = 4096;

/// The size of a line of the processor's cache, in bytes.
pub const CACHE_LINE: usize = 64;

/// Smaller allocations, in bytes, begin with a cache line: many of them would crowd the first lines of pages.
const LARGE: usize = PAGE;

/// Pixels of four bytes each.
pub type PixelMemory = AVec<u32, RuntimeAlign>;

/// Empty memory with room for this many pixels.
pub fn reserve(pixels: usize) -> PixelMemory {
    let alignment = if pixels * size_of::<u32>() < LARGE { CACHE_LINE } else { PAGE };
    AVec::with_capacity(alignment, pixels)
}
