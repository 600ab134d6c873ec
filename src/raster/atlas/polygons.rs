//! Many polygons at once, as the waves of a water: drawn by all threads.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Atlas;
use crate::raster::bitmap::Bitmap;
use crate::raster::polygon::Polygon;
use crate::raster::shapes::VectorShape;

/// Polygons of fewer pixels in all are drawn by one thread in the time that another takes to wake up.
const MIN_SHARED: usize = 1 << 16;

impl Atlas {
    /// Looks up or draws polygons: the bitmap of each, relative to its corner. Equal ones share it.
    pub fn polygons<'a>(&mut self, polygons: &[&'a Polygon]) -> Vec<Arc<Bitmap>> {
        let mut known: FxHashMap<&'a Polygon, Option<Arc<Bitmap>>> = FxHashMap::default();
        let mut missing = Vec::new();
        for &polygon in polygons {
            known.entry(polygon).or_insert_with(|| {
                let cached = self.cache.use_shape(&VectorShape::Polygon(polygon.clone()));
                if cached.is_none() {
                    missing.push((missing.len(), polygon));
                }
                cached
            });
        }
        let antialias = self.hints.antialias;
        let draw = |(order, polygon): (usize, &'a Polygon)| (order, polygon, Arc::new(polygon.draw(antialias)));
        let pixels: usize = missing.iter().map(|(_, polygon)| polygon.pixels()).sum();
        let mut drawn: Vec<_> =
            if pixels < MIN_SHARED { missing.into_iter().map(draw).collect() } else { self.crew.map(missing, draw) };
        // What is evicted for them must not depend on which was drawn first.
        drawn.sort_unstable_by_key(|(order, ..)| *order);
        for (_, polygon, bitmap) in drawn {
            self.cache.insert_shape(VectorShape::Polygon(polygon.clone()), Arc::clone(&bitmap));
            known.insert(polygon, Some(bitmap));
        }
        polygons.iter().filter_map(|polygon| known[*polygon].clone()).collect()
    }
}
