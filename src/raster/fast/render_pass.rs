//! A render pass: all that is painted in a frame, and what that costs.

use std::ops::AddAssign;
use std::sync::Arc;
use std::time::Duration;

use super::display_list::DisplayList;
use super::ground_stack::GroundStack;
use super::mosaic::Mosaic;
use super::mosaic_cache::MosaicCache;
use super::occlusion::visible_region;
use super::panels::CopiedPanels;
use crate::raster::bitmap::Bitmap;
use crate::raster::blend::BlendMode;
use crate::raster::region::Region;

/// What lies behind, and what lies over it.
pub const LAYERS: usize = 2;

/// The display lists of a frame, with all that is needed to paint them.
pub struct RenderPass {
    /// Back to front.
    pub layers: [Layer; LAYERS],
    /// What is painted by either of them, or copied.
    pub region: Region,
    /// Pictures that are copied instead of painting the front layer there.
    pub panels: Option<CopiedPanels>,
    /// The bitmaps that the lists refer to.
    pub bitmaps: Vec<Arc<Bitmap>>,
    pub blend_mode: BlendMode,
    /// Whether no tile is a placeholder.
    pub is_sharp: bool,
}

/// A display list, and where it is painted.
#[derive(Default)]
pub struct Layer {
    pub list: DisplayList,
    /// Nothing is painted outside of it.
    pub region: Region,
    pub mosaic: Option<PlacedMosaic>,
}

/// A mosaic in a display list.
pub struct PlacedMosaic {
    /// It shows what the commands before this index show.
    pub end: usize,
    pub mosaic: Arc<Mosaic>,
}

impl RenderPass {
    /// Paints both lists in a region; the back one only where the front one does not hide it, and that one beside its
    /// panels.
    pub fn new(
        lists: [DisplayList; LAYERS],
        bitmaps: Vec<Arc<Bitmap>>,
        region: Region,
        panels: Option<CopiedPanels>,
        blend_mode: BlendMode,
        is_sharp: bool,
    ) -> RenderPass {
        let [back, front] = lists;
        let behind = visible_region(&region, &front.occluders(&bitmaps));
        let beside = match &panels {
            Some(panels) => visible_region(&region, &panels.rects().collect::<Vec<_>>()),
            None => region.clone(),
        };
        let layers = [(back, behind), (front, beside)].map(|(list, region)| Layer { list, region, mosaic: None });
        RenderPass { layers, region, panels, bitmaps, blend_mode, is_sharp }
    }

    /// Looks for ground in the layer behind, and uses a mosaic of it where there is one.
    pub fn place_mosaic(&mut self, mosaics: &mut MosaicCache) {
        let [back, _] = &mut self.layers;
        let Some(ground) = GroundStack::find(&back.list) else { return };
        let mosaic = mosaics.mosaic(&ground, self.blend_mode, back.region.area(), self.is_sharp);
        back.mosaic = mosaic.map(|mosaic| PlacedMosaic { end: ground.end, mosaic });
    }
}

/// What it cost to paint each layer, in all threads together.
#[derive(Debug, Clone, Copy, Default)]
pub struct LayerCosts {
    pub layers: [LayerCost; LAYERS],
}

/// What it cost to paint a layer.
#[derive(Debug, Clone, Copy, Default)]
pub struct LayerCost {
    /// Pixels written, counted once for each item that wrote them.
    pub pixels: u64,
    pub time: Duration,
}

impl AddAssign for LayerCosts {
    fn add_assign(&mut self, other: LayerCosts) {
        for (cost, other) in self.layers.iter_mut().zip(other.layers) {
            cost.pixels += other.pixels;
            cost.time += other.time;
        }
    }
}

impl LayerCosts {
    pub fn pixels(&self) -> u64 {
        self.layers.iter().map(|cost| cost.pixels).sum()
    }

    /// The front layer's share of the time, 0 to 1.
    pub fn front_share(&self) -> f64 {
        let [back, front] = self.layers.map(|cost| cost.time.as_secs_f64());
        if back + front > 0.0 { front / (back + front) } else { 0.0 }
    }
}
