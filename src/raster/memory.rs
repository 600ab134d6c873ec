//! Memory for pixels. Where a bitmap begins within a page of memory decides which lines of the cache it shares with what
//! else a frame touches, and a frame may take 10 % longer for it. Frames and bitmaps therefore begin with a page: equal
//! ones cost the same, however often they are made, and the game is never unlucky.
//!
//! A frame has thousands of small pages, more than a processor remembers the addresses of, and in a virtual machine each
//! address is looked up twice. Frames therefore lie in huge pages. Bitmaps do not: the system takes milliseconds to clear
//! such pages, which is too long where bitmaps come and go.

use std::ops::{Deref, DerefMut};

use aligned_vec::{AVec, RuntimeAlign};
use memmap2::MmapMut;

/// The size of a page of memory, in bytes: 4 KiB on the systems that we know, or a multiple of it.
pub const PAGE: usize = 4096;

/// The size of a huge page, in bytes.
const HUGE_PAGE: usize = 2 << 20;

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

/// Pixels of four bytes each in huge pages, where the system has them and the pixels fill half of one or more.
pub struct HugeMemory {
    map: MmapMut,
    /// The first byte of the pixels: a huge page begins with it.
    start: usize,
    /// The byte after the last one.
    end: usize,
}

impl HugeMemory {
    /// So many transparent pixels.
    ///
    /// # Panics
    /// When there is no memory left.
    pub fn new(pixels: usize) -> HugeMemory {
        let bytes = pixels * size_of::<u32>();
        // Only what is touched takes memory.
        let map = MmapMut::map_anon(bytes.next_multiple_of(HUGE_PAGE) + HUGE_PAGE).expect("memory for pixels");
        let start = map.as_ptr().align_offset(HUGE_PAGE);
        let memory = HugeMemory { map, start, end: start + bytes };
        if bytes >= HUGE_PAGE / 2 {
            memory.ask_for_huge_pages();
        }
        memory
    }

    /// A system that has none says so; then pages are small.
    #[cfg(target_os = "linux")]
    fn ask_for_huge_pages(&self) {
        let len = (self.end - self.start).next_multiple_of(HUGE_PAGE);
        let _ = self.map.advise_range(memmap2::Advice::HugePage, self.start, len);
    }

    /// Other systems decide for themselves.
    #[cfg(not(target_os = "linux"))]
    fn ask_for_huge_pages(&self) {}
}

impl Deref for HugeMemory {
    type Target = [u32];

    fn deref(&self) -> &[u32] {
        bytemuck::cast_slice(&self.map[self.start..self.end])
    }
}

impl DerefMut for HugeMemory {
    fn deref_mut(&mut self) -> &mut [u32] {
        bytemuck::cast_slice_mut(&mut self.map[self.start..self.end])
    }
}

impl Clone for HugeMemory {
    fn clone(&self) -> HugeMemory {
        let mut copy = HugeMemory::new(self.len());
        copy.copy_from_slice(self);
        copy
    }
}
