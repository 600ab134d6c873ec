//! Pictures of the front layer's opaque panels: nothing behind them is seen, so their pixels depend on that layer alone.
//! While it stays the same from frame to frame, they are copied, instead of painting panels, buttons and words again.

use std::sync::Arc;

use super::display_list::DisplayList;
use super::occlusion::visible_parts;
use crate::raster::bitmap::Bitmap;
use crate::raster::frame::Frame;
use crate::raster::region::{area, intersect};
use crate::scene::Rect;

/// Pictures of what a frame shows in rectangles that do not overlap.
pub struct PanelPictures {
    /// The rectangles, and where the pixels of each begin.
    places: Vec<(Rect, usize)>,
    /// Rectangle by rectangle, row by row.
    pixels: Vec<u32>,
}

impl PanelPictures {
    /// The panels of a front layer, from a frame that was painted by it.
    pub fn new(front: &DisplayList, bitmaps: &[Arc<Bitmap>], frame: &Frame) -> PanelPictures {
        let mut panels: Vec<Rect> = Vec::new();
        for panel in front.occluders(bitmaps) {
            let parts = visible_parts(panel, &panels);
            panels.extend(parts);
        }
        let mut pixels = Vec::with_capacity(panels.iter().map(|panel| area(*panel)).sum::<u64>() as usize);
        let mut places = Vec::with_capacity(panels.len());
        for panel in panels {
            places.push((panel, pixels.len()));
            for y in panel.y..panel.bottom() {
                let start = y as usize * frame.width() as usize;
                pixels.extend_from_slice(&frame.pixels()[start + panel.x as usize..start + panel.right() as usize]);
            }
        }
        PanelPictures { places, pixels }
    }

    /// Where the panels are.
    pub fn rects(&self) -> impl Iterator<Item = Rect> {
        self.places.iter().map(|(panel, _)| *panel)
    }

    /// The parts of the panels in a rectangle, each with its rows of pixels.
    pub fn parts(&self, clip: Rect) -> impl Iterator<Item = (Rect, impl Iterator<Item = &[u32]>)> {
        self.places.iter().filter_map(move |(panel, start)| {
            let part = intersect(*panel, clip)?;
            let (width, first) = (panel.width as usize, (part.y - panel.y) as usize);
            let columns = (part.x - panel.x) as usize..(part.right() - panel.x) as usize;
            let rows = self.pixels[start + first * width..].chunks_exact(width).take(part.height as usize);
            Some((part, rows.map(move |row| &row[columns.clone()])))
        })
    }
}
