//! The fast painter: the same picture as the reference painter's, at the speed of memory.
//!
//! The frame is painted in bands of rows that fit into a core's cache: all commands of a band before the next band, so
//! that each row is written to memory once and not once for each item on it. Threads share the bands, and none reads
//! another's. Within a band, opaque spans of bitmaps are copied and translucent ones blended (`rows`), and what opaque
//! items hide is culled (`occlusion`). The ground, which is most of a frame, is a mosaic of cells whose pictures are
//! composed once (`mosaic`, `cell_pictures`), and what stays the same of the panels over it is copied (`panels`).

mod band;
mod bands;
mod cell_pictures;
mod display_list;
mod draw_command;
mod drawn_shapes;
mod grid;
mod ground_stack;
mod mosaic;
mod mosaic_cache;
mod occlusion;
mod panels;
mod placed_tiles;
mod render_pass;
mod retained_group;
mod rows;

use std::sync::Arc;
use std::time::Instant;

use fearless_simd::{Level, dispatch};

use super::crew::{Crew, Wake};
use super::frame::Frame;
use super::region::{area, intersect};
use super::rendering::Instructions;
use crate::scene::Rect;
use band::Band;
use bands::{BandHeight, Bands};
pub use display_list::DisplayList;
pub use draw_command::{DrawCommand, Paint};
use mosaic_cache::MosaicCache;
pub use occlusion::visible_parts;
pub use panels::{CopiedPanels, PanelPictures};
pub use render_pass::{LAYERS, LayerCosts, RenderPass};
use rows::Rows;

/// The most bytes of a band: a part of a core's second-level cache, which the bitmaps need too.
const BAND_BYTES: usize = 256 << 10;

/// Paints display lists.
pub struct FastPainter {
    level: Level,
    crew: Arc<Crew>,
    mosaics: MosaicCache,
}

/// A render pass, and which of its commands lie on which band.
struct BandedPass {
    pass: RenderPass,
    bands: [Bands; LAYERS],
}

impl FastPainter {
    pub fn new(crew: Arc<Crew>, instructions: Instructions) -> FastPainter {
        let level = instructions.level();
        FastPainter { level, mosaics: MosaicCache::new(level, Arc::clone(&crew)), crew }
    }

    /// Paints what `plan` returns, and returns it with its cost.
    pub fn paint(
        &mut self,
        wake: Wake,
        plan: impl FnOnce() -> RenderPass,
        frame: &mut Frame,
    ) -> (RenderPass, LayerCosts) {
        let (width, height) = (frame.width() as usize, frame.height() as usize);
        let band_height = BandHeight::at_most(BAND_BYTES / (width * size_of::<u32>()));
        let rows = band_height.rows();
        let (level, mosaics) = (self.level, &mut self.mosaics);
        let plan = || {
            let mut pass = plan();
            pass.place_mosaic(mosaics);
            let bands = pass.layers.each_ref().map(|layer| Bands::new(&layer.list, &layer.region, band_height, height));
            BandedPass { pass, bands }
        };
        let pixels = |banded: &BandedPass| banded.pass.layers.iter().map(|layer| layer.region.area()).sum();
        let paint = |banded: &BandedPass, (number, pixels): (usize, &mut [u32])| {
            let bounds = Rect::new(0, (number * rows) as i32, width as i32, (pixels.len() / width) as i32);
            paint_band(level, banded, number, pixels, bounds)
        };
        let bands = frame.pixels_mut().chunks_mut(rows * width).enumerate();
        let (banded, costs) = self.crew.share(wake, bands, plan, pixels, paint);
        (banded.pass, costs)
    }
}

/// Paints the layers of a band, one after the other.
fn paint_band(level: Level, banded: &BandedPass, number: usize, pixels: &mut [u32], bounds: Rect) -> LayerCosts {
    let BandedPass { pass, bands } = banded;
    let mut costs = LayerCosts::default();
    for ((layer, bands), cost) in pass.layers.iter().zip(bands).zip(&mut costs.layers) {
        let band = Band::new(pass, layer, (bands.commands(number), bands.rects(number)), bounds);
        if band.is_empty() {
            continue;
        }
        let (start, pixels) = (Instant::now(), &mut *pixels);
        let blend_mode = pass.blend_mode;
        cost.pixels = dispatch!(level, simd => band.paint(Rows { simd, pixels, bounds, blend_mode }));
        cost.time = start.elapsed();
    }
    if let Some(panels) = &pass.panels {
        let start = Instant::now();
        let [_, front] = &mut costs.layers;
        for clip in pass.region.rects().iter().filter_map(|rect| intersect(*rect, bounds)) {
            front.pixels += copy_panels(panels, clip, pixels, bounds);
        }
        front.time += start.elapsed();
    }
    costs
}

/// Copies panels in `clip` into a band. Returns the number of pixels written.
fn copy_panels(panels: &CopiedPanels, clip: Rect, pixels: &mut [u32], bounds: Rect) -> u64 {
    let mut written = 0;
    for (part, rows) in panels.parts(clip) {
        let columns = part.x as usize..part.right() as usize;
        let band = pixels.chunks_exact_mut(bounds.width as usize).skip((part.y - bounds.y) as usize);
        band.zip(rows).for_each(|(dst, src)| dst[columns.clone()].copy_from_slice(src));
        written += area(part);
    }
    written
}
