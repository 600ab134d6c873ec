//! The mosaic of the ground that is shown, composed once it pays.

use std::sync::Arc;

use fearless_simd::Level;

use super::ground_stack::{GroundLayers, GroundStack};
use super::mosaic::Mosaic;
use crate::raster::blend::BlendMode;
use crate::raster::region::area;

/// Ground is composed for the first frame that shows it if that paints so many times the pixels of all pictures, or more.
const FEW: u64 = 3;

/// The last mosaic. Where each cell has a look of its own, ground is composed when a second frame shows it: while a zoom
/// moves, or sprites are scaled in every frame, no two frames show the same. Nor is it while placeholders are in it, which
/// give way within a few frames.
#[derive(Default)]
pub struct MosaicCache {
    mosaic: Option<Arc<Mosaic>>,
    /// What the last frame showed without a mosaic.
    seen: Option<GroundLayers>,
}

impl MosaicCache {
    /// A mosaic for a frame that paints so many pixels of this ground, all sharp or not.
    pub fn mosaic(
        &mut self,
        ground: &GroundStack,
        blend_mode: BlendMode,
        pixels: u64,
        is_sharp: bool,
        level: Level,
    ) -> Option<Arc<Mosaic>> {
        if let Some(mosaic) = self.mosaic.as_ref().filter(|mosaic| mosaic.is_of(ground, blend_mode)) {
            return Some(Arc::clone(mosaic));
        }
        let was_seen = self.seen.as_ref().is_some_and(|seen| seen.is_of(ground));
        // Composing takes as long as painting half of the sheet without a mosaic.
        let pays = pixels >= area(ground.sheet) / 2;
        let most = if was_seen && is_sharp { u64::MAX } else { pixels / FEW };
        let mosaic = if pays { Mosaic::new(ground, blend_mode, most, level).map(Arc::new) } else { None };
        if mosaic.is_some() || !was_seen {
            let seen = mosaic.is_none().then(|| ground.layers());
            *self = MosaicCache { mosaic, seen };
        }
        self.mosaic.clone()
    }
}
