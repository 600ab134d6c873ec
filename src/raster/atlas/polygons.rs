//! Many polygons at once, as the waves of a water: drawn by all threads.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Atlas;
use crate::raster::bitmap::Bitmap;
use crate::raster::shapes::{Polygon, VectorShape};

impl Atlas {
    /// Looks up or draws polygons: the bitmap of each, relative to its corner; None if it is empty. Equal ones share it.
    pub fn polygons(&mut self, polygons: &[Polygon]) -> Vec<Option<Arc<Bitmap>>> {
        let mut known: FxHashMap<&Polygon, Option<Arc<Bitmap>>> = FxHashMap::default();
        let mut missing = Vec::new();
        for polygon in polygons {
            known.entry(polygon).or_insert_with(|| {
                let cached = self.cache.use_shape(&VectorShape::Polygon(polygon.clone()));
                if cached.is_none() {
                    missing.push((missing.len(), polygon));
                }
                cached
            });
        }
        let antialias = self.hints.antialias;
        let mut drawn =
            self.crew.map(missing, |(order, polygon)| (order, polygon, polygon.draw(antialias).map(Arc::new)));
        // What is evicted for them must not depend on which was drawn first.
        drawn.sort_unstable_by_key(|(order, ..)| *order);
        for (_, polygon, bitmap) in drawn {
            if let Some(bitmap) = &bitmap {
                self.cache.insert_shape(VectorShape::Polygon(polygon.clone()), Arc::clone(bitmap));
            }
            known.insert(polygon, bitmap);
        }
        polygons.iter().map(|polygon| known[polygon].clone()).collect()
    }
}
