//! Shapes of one colour that are the same in many frames: listed once, shared by the display lists of those frames, and
//! compared by their address. A board full of water is a few such lists.

use std::sync::Arc;

use super::geometry::{Point, Rect};
use crate::look::Color;

/// A shape of one colour, in pixels of the frame.
#[derive(Debug, Clone, PartialEq)]
pub enum FlatShape {
    Rect {
        rect: Rect,
        color: Color,
    },
    /// A closed polygon.
    Polygon {
        corners: Vec<Point>,
        color: Color,
    },
}

/// Shapes from back to front. A clone is the same list.
#[derive(Debug, Clone)]
pub struct FlatShapes(Arc<Vec<FlatShape>>);

impl FlatShapes {
    pub fn new(shapes: Vec<FlatShape>) -> FlatShapes {
        FlatShapes(Arc::new(shapes))
    }

    pub fn all(&self) -> &[FlatShape] {
        &self.0
    }

    /// Whether one is a clone of the other: then no shape has to be looked at.
    pub fn is_clone_of(&self, other: &FlatShapes) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl PartialEq for FlatShapes {
    fn eq(&self, other: &FlatShapes) -> bool {
        self.is_clone_of(other) || self.0 == other.0
    }
}
