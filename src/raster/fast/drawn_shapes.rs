//! The texts, panels and polygons of a display list, with their bitmaps. Most of them are in the next frame too, in the
//! same order: there they are found by comparing, without building a shape, hashing it and asking the cache for it.

use std::sync::Arc;

use crate::raster::atlas::Atlas;
use crate::raster::bitmap::Bitmap;
use crate::raster::shapes::VectorShape;
use crate::scene::{Item, Rect};

/// How many shapes ahead one is searched for, where others are gone.
const LOOK_AHEAD: usize = 8;

/// An item that is a shape, as a bitmap.
#[derive(PartialEq)]
pub struct DrawnShape {
    item: Item,
    pub bitmap: Arc<Bitmap>,
    /// The pixel of the frame at the shape's corner.
    pub at: (i32, i32),
}

impl DrawnShape {
    /// None for items that are no shapes, and for those of which nothing is seen in the frame.
    pub fn new(item: &Item, frame: Rect, atlas: &mut Atlas) -> Option<DrawnShape> {
        let (shape, at) = VectorShape::of(item, frame)?;
        Some(DrawnShape { item: item.clone(), bitmap: atlas.shape(shape)?, at })
    }
}

/// Shapes of the frame before, in their order.
pub struct DrawnBefore<'a> {
    /// Those after the last one that was found.
    rest: &'a [Arc<DrawnShape>],
}

impl<'a> DrawnBefore<'a> {
    pub fn new(shapes: &'a [Arc<DrawnShape>]) -> DrawnBefore<'a> {
        DrawnBefore { rest: shapes }
    }

    /// The next shape of this very item, if it is near.
    pub fn find(&mut self, item: &Item) -> Option<Arc<DrawnShape>> {
        let index = self.rest.iter().take(LOOK_AHEAD).position(|shape| shape.item == *item)?;
        let (found, rest) = self.rest[index..].split_first()?;
        self.rest = rest;
        Some(Arc::clone(found))
    }
}
