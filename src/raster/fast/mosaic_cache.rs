//! The mosaic of the ground that is shown, composed once it pays.

use std::sync::Arc;

use fearless_simd::Level;

use super::ground_stack::{GroundLayers, GroundStack};
use super::mosaic::Mosaic;
use crate::raster::blend::BlendMode;
use crate::raster::region::area;

/// The last mosaic. Ground is composed when a second frame shows it: while a zoom moves, or sprites are scaled in every
/// frame, no two frames show the same.
#[derive(Default)]
pub struct MosaicCache {
    mosaic: Option<Arc<Mosaic>>,
    /// What the last frame showed without a mosaic.
    seen: Option<GroundLayers>,
}

impl MosaicCache {
    /// A mosaic for a frame that paints so many pixels of this ground.
    pub fn mosaic(
        &mut self,
        ground: &GroundStack,
        blend_mode: BlendMode,
        pixels: u64,
        level: Level,
    ) -> Option<Arc<Mosaic>> {
        if let Some(mosaic) = self.mosaic.as_ref().filter(|mosaic| mosaic.is_of(ground, blend_mode)) {
            return Some(Arc::clone(mosaic));
        }
        let was_seen = self.seen.as_ref().is_some_and(|seen| seen.is_of(ground));
        // Composing takes as long as painting half of the sheet without a mosaic.
        if was_seen && pixels >= area(ground.sheet) / 2 {
            self.mosaic = Mosaic::new(ground, blend_mode, level).map(Arc::new);
        } else if !was_seen {
            *self = MosaicCache { mosaic: None, seen: Some(ground.layers()) };
        }
        self.mosaic.clone()
    }
}
