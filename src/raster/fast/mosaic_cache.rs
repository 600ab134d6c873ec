//! The mosaic of the ground that is shown, composed once it pays.

use std::sync::Arc;

use fearless_simd::Level;

use super::ground_stack::GroundStack;
use super::mosaic::Mosaic;
use crate::raster::blend::BlendMode;
use crate::raster::crew::Crew;
use crate::raster::region::area;

/// Ground is composed for the first frame that shows it if that paints so many times the pixels of all missing
/// pictures, or more.
const MIN_REPEATS: u64 = 3;

/// Later frames compose so small a part of the sheet each, so that none is late.
const FRAMES_TO_COMPOSE: u64 = 8;

/// The last mosaic. Where each cell has a look of its own, ground is composed from the second frame on that shows it:
/// while a zoom moves, or sprites are scaled in every frame, no two frames show the same. Nor is it while placeholders
/// are in it, which give way within a few frames. When a rabbit digs or the view moves, only what is new is composed.
pub struct MosaicCache {
    level: Level,
    /// They compose together.
    crew: Arc<Crew>,
    mosaic: Option<Arc<Mosaic>>,
}

impl MosaicCache {
    pub fn new(level: Level, crew: Arc<Crew>) -> MosaicCache {
        MosaicCache { level, crew, mosaic: None }
    }

    /// A mosaic for a frame that paints so many pixels of this ground, all sharp or not.
    pub fn mosaic(
        &mut self,
        ground: &GroundStack,
        blend_mode: BlendMode,
        pixels: u64,
        is_sharp: bool,
    ) -> Option<Arc<Mosaic>> {
        let seen = self.mosaic.as_ref().filter(|mosaic| mosaic.is_of(ground, blend_mode));
        if let Some(complete) = seen.filter(|mosaic| mosaic.is_complete()) {
            return Some(Arc::clone(complete));
        }
        let in_parts = if seen.is_some() && is_sharp { area(ground.sheet) / FRAMES_TO_COMPOSE } else { 0 };
        // While a frame is planned, none is painted: nobody else has it.
        let last = self.mosaic.take().and_then(Arc::into_inner);
        let mut mosaic = match last {
            Some(last) if last.suits(&ground.paper, blend_mode) => last,
            last => Mosaic::new(ground.paper, blend_mode, last),
        };
        let shows = mosaic.show(ground, pixels / MIN_REPEATS, in_parts, (self.level, &self.crew));
        self.mosaic = Some(Arc::new(mosaic));
        self.mosaic.clone().filter(|_| shows)
    }
}
