//! The frame: the pixels that are shown.

use std::io::{BufWriter, Write};
use std::path::Path;

use atomic_write_file::AtomicWriteFile;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder, ImageError};

use super::region::common;
use crate::scene::Rect;

/// A picture of opaque pixels, red, green, blue and alpha, a byte each, row by row.
#[derive(Clone)]
pub struct Frame {
    width: u32,
    height: u32,
    pixels: Vec<u32>,
    /// Which painting the pixels are from; 0 for none.
    painting: u64,
}

impl Frame {
    /// A black frame of at least one pixel: a window that is minimised asks for none.
    pub fn new(width: u32, height: u32) -> Frame {
        let (width, height) = (width.max(1), height.max(1));
        let black = u32::from_ne_bytes([0, 0, 0, 255]);
        Frame { width, height, pixels: vec![black; width as usize * height as usize], painting: 0 }
    }

    pub fn width(&self) -> u32 {
        self.width
    }

    pub fn height(&self) -> u32 {
        self.height
    }

    /// All pixels: 4 bytes each, `width() * height()` of them.
    pub fn data(&self) -> &[u8] {
        bytemuck::cast_slice(&self.pixels)
    }

    /// All pixels, each with its four bytes in the order of memory.
    pub(super) fn pixels_mut(&mut self) -> &mut [u32] {
        &mut self.pixels
    }

    pub(super) fn painting(&self) -> u64 {
        self.painting
    }

    pub(super) fn set_painting(&mut self, painting: u64) {
        self.painting = painting;
    }

    /// The extent of the whole frame.
    pub fn whole(&self) -> Rect {
        Rect::new(0, 0, self.width as i32, self.height as i32)
    }

    /// Lays a part of another frame over this one, its corner `at` this place, each pixel so many times as wide and high.
    /// What lies outside of either is left out. A painter will not take these pixels for its own.
    pub fn lay(&mut self, other: &Frame, part: Rect, at: (i32, i32), factor: u32) {
        self.painting = 0;
        let Some(part) = common(part, other.whole()) else { return };
        let factor = factor.max(1) as i32;
        let place = Rect::new(at.0, at.1, part.width * factor, part.height * factor);
        let Some(seen) = common(place, self.whole()) else { return };
        for y in seen.y..seen.bottom() {
            let from = (part.y + (y - place.y) / factor) as usize * other.width as usize;
            let to = y as usize * self.width as usize;
            for x in seen.x..seen.right() {
                self.pixels[to + x as usize] = other.pixels[from + (part.x + (x - place.x) / factor) as usize];
            }
        }
    }

    /// Writes the frame as a PNG file, which is there when it is whole, and not before.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save(&self, path: &Path) -> Result<(), ImageError> {
        let mut file = AtomicWriteFile::open(path)?;
        let mut sink = BufWriter::new(&mut file);
        let encoder = PngEncoder::new(&mut sink);
        encoder.write_image(self.data(), self.width(), self.height(), ExtendedColorType::Rgba8)?;
        sink.flush()?;
        drop(sink);
        Ok(file.commit()?)
    }
}
