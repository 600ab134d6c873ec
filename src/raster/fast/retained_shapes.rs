//! The draw commands of shapes that are the same in many frames, made once for all of them.

use std::sync::Arc;

use super::display_list::{Blit, DrawCommand, Paint};
use crate::look::Color;
use crate::raster::atlas::Atlas;
use crate::raster::bitmap::Bitmap;
use crate::raster::bitmap_cache::BitmapIndex;
use crate::raster::pixel::premultiplied;
use crate::raster::region::intersect;
use crate::raster::shapes::Polygon;
use crate::scene::{FlatShape, FlatShapes, Rect};

#[derive(PartialEq)]
pub struct RetainedShapes {
    shapes: FlatShapes,
    frame: Rect,
    /// They refer to `bitmaps`.
    commands: Vec<DrawCommand>,
    bitmaps: Vec<Arc<Bitmap>>,
}

/// A shape in the frame; the bitmap of a polygon is still to be drawn.
enum PlacedShape {
    Rect(Rect, Color),
    /// The pixel at its corner.
    Polygon((i32, i32)),
}

impl RetainedShapes {
    /// The commands for those shapes that touch the frame.
    pub fn new(shapes: &FlatShapes, frame: Rect, atlas: &mut Atlas) -> RetainedShapes {
        let mut polygons = Vec::new();
        let mut place = |shape: &FlatShape| match shape {
            FlatShape::Rect { rect, color } => Some(PlacedShape::Rect(*rect, *color)),
            FlatShape::Polygon { corners, color } => {
                let (polygon, corner) = Polygon::new(corners, *color, frame)?;
                polygons.push(polygon);
                Some(PlacedShape::Polygon(corner))
            }
        };
        let placed: Vec<PlacedShape> = shapes.all().iter().filter_map(&mut place).collect();
        let mut bitmaps = atlas.polygons(&polygons).into_iter();
        let mut retained = RetainedShapes { shapes: shapes.clone(), frame, commands: Vec::new(), bitmaps: Vec::new() };
        for shape in placed {
            let command = match shape {
                PlacedShape::Rect(rect, color) => retained.rect(rect, premultiplied(color)),
                PlacedShape::Polygon(corner) => {
                    bitmaps.next().flatten().and_then(|bitmap| retained.bitmap(bitmap, corner))
                }
            };
            retained.commands.extend(command);
        }
        retained
    }

    fn rect(&self, rect: Rect, color: u32) -> Option<DrawCommand> {
        Some(DrawCommand { bounds: intersect(rect, self.frame)?, paint: Paint::Color(color) })
    }

    fn bitmap(&mut self, bitmap: Arc<Bitmap>, corner: (i32, i32)) -> Option<DrawCommand> {
        let bounds = intersect(bitmap.bounds_at(corner), self.frame)?;
        let index = self.bitmaps.len() as BitmapIndex;
        self.bitmaps.push(bitmap);
        Some(DrawCommand { bounds, paint: Paint::Bitmap(Blit { index, corner, opacity: 255 }) })
    }

    /// Whether they are the commands of these very shapes, in a frame like this.
    pub fn is_of(&self, shapes: &FlatShapes, frame: Rect) -> bool {
        self.shapes.is_clone_of(shapes) && self.frame == frame
    }

    /// The commands in a frame that lists their bitmaps too.
    pub fn listed(&self, atlas: &mut Atlas) -> impl Iterator<Item = DrawCommand> {
        let first = atlas.list(&self.bitmaps);
        self.commands.iter().map(move |command| match command.paint {
            Paint::Bitmap(blit) => {
                let blit = Blit { index: first + blit.index, ..blit };
                DrawCommand { paint: Paint::Bitmap(blit), ..*command }
            }
            Paint::Color(_) | Paint::Paper(_) | Paint::Grid(_) => *command,
        })
    }
}
