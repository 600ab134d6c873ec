//! The frame: the pixels that the window shows.

use std::sync::atomic::{AtomicU64, Ordering};

use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder, ImageError};

use super::memory::{CACHE_LINE, PAGE, PixelMemory, reserve};
use super::region::{Region, from_origin, intersect};
use crate::scene::Rect;

/// Opaque RGBA pixels, a byte a channel, row by row.
#[derive(Clone)]
pub struct Frame {
    width: u32,
    height: u32,
    memory: PixelMemory,
    /// The first pixel's index in the memory.
    start: usize,
    source: PixelSource,
}

/// Which painting made the pixels of a frame. Frames of the same painting have the same pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaintingId(u64);

/// Numbers for paintings, so that a painter recognises its own last one.
static PAINTINGS: AtomicU64 = AtomicU64::new(0);

impl PaintingId {
    pub(super) fn new() -> PaintingId {
        PaintingId(PAINTINGS.fetch_add(1, Ordering::Relaxed))
    }
}

/// How the pixels of a frame came to be.
#[derive(Debug, Clone)]
enum PixelSource {
    /// In some other way than by a painting.
    Unknown,
    /// A painting, which changed this region of the painting before.
    Painted { id: PaintingId, before: Option<PaintingId>, changed: Region },
}

impl Frame {
    /// A black frame of at least one pixel: a minimised window has none.
    pub fn new(width: u32, height: u32) -> Frame {
        Frame::starting_at_line(width, height, 0)
    }

    /// A black frame whose first pixel lies so many cache lines after the start of a page, modulo the lines of a page.
    /// A benchmark varies it, so that the luck of one position is not taken for the cost of what was painted.
    pub fn starting_at_line(width: u32, height: u32, line: usize) -> Frame {
        let (width, height) = (width.max(1), height.max(1));
        let start = line % (PAGE / CACHE_LINE) * (CACHE_LINE / size_of::<u32>());
        let len = start + width as usize * height as usize;
        let mut memory = reserve(len);
        memory.resize(len, u32::from_ne_bytes([0, 0, 0, 255]));
        Frame { width, height, memory, start, source: PixelSource::Unknown }
    }

    /// Becomes a copy of a frame of the same size, as if it had been painted with it.
    ///
    /// # Panics
    /// When the sizes differ.
    pub fn copy_from(&mut self, src: &Frame) {
        self.pixels_mut().copy_from_slice(src.pixels());
        self.painted_as(src);
    }

    /// Has the pixels of another frame, as if it had been painted with it.
    pub(super) fn painted_as(&mut self, other: &Frame) {
        self.source = other.source.clone();
    }

    pub fn width(&self) -> u32 {
        self.width
    }

    pub fn height(&self) -> u32 {
        self.height
    }

    /// The RGBA bytes of all `width() * height()` pixels.
    pub fn data(&self) -> &[u8] {
        bytemuck::cast_slice(self.pixels())
    }

    /// All pixels, each with its four bytes in memory order.
    pub(super) fn pixels(&self) -> &[u32] {
        &self.memory[self.start..]
    }

    pub(super) fn pixels_mut(&mut self) -> &mut [u32] {
        &mut self.memory[self.start..]
    }

    /// The painting that made the pixels, if one did.
    pub fn painting(&self) -> Option<PaintingId> {
        match self.source {
            PixelSource::Unknown => None,
            PixelSource::Painted { id, .. } => Some(id),
        }
    }

    /// The rectangles outside of which the frame is as it was after that painting. None if nothing is known of that.
    pub fn changes_since(&self, painting: PaintingId) -> Option<&[Rect]> {
        match &self.source {
            PixelSource::Painted { id, .. } if *id == painting => Some(&[]),
            PixelSource::Painted { before, changed, .. } if *before == Some(painting) => Some(changed.rects()),
            PixelSource::Unknown | PixelSource::Painted { .. } => None,
        }
    }

    /// A painting begins.
    pub(super) fn start_painting(&mut self) {
        self.source = PixelSource::Unknown;
    }

    /// A painting is complete, which changed this region of the one before.
    pub(super) fn finish_painting(&mut self, id: PaintingId, before: Option<PaintingId>, changed: Region) {
        self.source = PixelSource::Painted { id, before, changed };
    }

    /// Fills all pixels with one shade of grey.
    pub fn fill(&mut self, grey: u8) {
        self.source = PixelSource::Unknown;
        self.pixels_mut().fill(u32::from_ne_bytes([grey, grey, grey, 255]));
    }

    /// The extent of the whole frame.
    pub fn bounds(&self) -> Rect {
        from_origin(self.width, self.height)
    }

    /// Blits a part of another frame with its top left corner at `at`, each pixel enlarged to a square of `factor`
    /// pixels. What lies outside of either frame is clipped. The next painting repaints all of the frame.
    pub fn blit(&mut self, src: &Frame, part: Rect, at: (i32, i32), factor: u32) {
        self.source = PixelSource::Unknown;
        let Some(part) = intersect(part, src.bounds()) else { return };
        let factor = factor.max(1) as i32;
        let dst = Rect::new(at.0, at.1, part.width * factor, part.height * factor);
        let Some(clip) = intersect(dst, self.bounds()) else { return };
        let width = self.width as usize;
        let (pixels, src_pixels) = (self.pixels_mut(), src.pixels());
        for y in clip.y..clip.bottom() {
            let src_row = (part.y + (y - dst.y) / factor) as usize * src.width as usize;
            let dst_row = y as usize * width;
            for x in clip.x..clip.right() {
                pixels[dst_row + x as usize] = src_pixels[src_row + (part.x + (x - dst.x) / factor) as usize];
            }
        }
    }

    /// The frame as a PNG file.
    ///
    /// # Errors
    /// When the encoder fails.
    pub fn png(&self) -> Result<Vec<u8>, ImageError> {
        let mut png = Vec::new();
        let encoder = PngEncoder::new(&mut png);
        encoder.write_image(self.data(), self.width(), self.height(), ExtendedColorType::Rgba8)?;
        Ok(png)
    }
}
