//! The frame: the pixels that are shown.

use std::path::Path;

use tiny_skia::Pixmap;

/// A picture of opaque pixels, red, green, blue and alpha, a byte each, row by row.
#[derive(Clone)]
pub struct Frame {
    pixels: Pixmap,
}

impl Frame {
    /// A frame of at least one pixel: a window that is minimised asks for none.
    ///
    /// # Panics
    /// When the pixels do not fit into memory.
    pub fn new(width: u32, height: u32) -> Frame {
        let pixels = Pixmap::new(width.max(1), height.max(1)).expect("a frame fits into memory");
        Frame { pixels }
    }

    pub fn width(&self) -> u32 {
        self.pixels.width()
    }

    pub fn height(&self) -> u32 {
        self.pixels.height()
    }

    /// All pixels: 4 bytes each, `width() * height()` of them.
    pub fn data(&self) -> &[u8] {
        self.pixels.data()
    }

    pub(super) fn pixels_mut(&mut self) -> &mut Pixmap {
        &mut self.pixels
    }

    /// Writes the frame as a PNG file: beside its place first, then renamed, so that no half a file is ever there.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save(&self, path: &Path) -> Result<(), image::ImageError> {
        let beside = path.with_extension("png.part");
        image::save_buffer_with_format(
            &beside,
            self.data(),
            self.width(),
            self.height(),
            image::ExtendedColorType::Rgba8,
            image::ImageFormat::Png,
        )?;
        std::fs::rename(&beside, path).map_err(image::ImageError::IoError)
    }
}
