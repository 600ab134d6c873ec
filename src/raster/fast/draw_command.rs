//! A draw command: an item of a display list, ready to be painted.

use std::sync::Arc;

use crate::raster::bitmap::Bitmap;
use crate::raster::bitmap_cache::BitmapIndex;
use crate::raster::pixel::alpha;
use crate::raster::region::intersect;
use crate::scene::Rect;

/// One item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DrawCommand {
    /// The pixels of the frame that it may touch.
    pub bounds: Rect,
    pub paint: Paint,
}

/// What a command paints with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Paint {
    /// One premultiplied colour.
    Color(u32),
    /// An index of the list's sheets.
    Paper(u32),
    /// An index of the list's grids.
    Grid(u32),
    Bitmap(Blit),
}

/// A bitmap and where it is blitted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Blit {
    pub index: BitmapIndex,
    /// The top left corner of the bitmap, which may lie outside of the frame.
    pub corner: (i32, i32),
    /// 255 is full opacity.
    pub opacity: u8,
}

impl DrawCommand {
    /// The rectangle in which it hides everything behind it.
    #[inline(always)]
    pub fn occluder(&self, bitmaps: &[Arc<Bitmap>]) -> Option<Rect> {
        match self.paint {
            Paint::Color(color) => (alpha(color) == 255).then_some(self.bounds),
            Paint::Paper(_) => Some(self.bounds),
            // A grid has many: see `Grid::occluders`.
            Paint::Grid(_) => None,
            Paint::Bitmap(Blit { index, corner, opacity }) => {
                let opaque = bitmaps[index as usize].opaque_rect()?;
                let moved = Rect::new(corner.0 + opaque.x, corner.1 + opaque.y, opaque.width, opaque.height);
                if opacity == 255 { intersect(moved, self.bounds) } else { None }
            }
        }
    }
}
