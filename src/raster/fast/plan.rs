//! The plan of a frame: where each item lies, and what with it is painted.

use std::sync::Arc;

use super::WORTH_SPARING;
use super::grid::Grid;
use crate::raster::atlas::{Atlas, BitmapIndex};
use crate::raster::bitmap::Bitmap;
use crate::raster::paper::{Line, Paper};
use crate::raster::pixel::{alpha, premultiplied};
use crate::raster::region::{area, intersect};
use crate::raster::shapes::Shape;
use crate::scene::{Item, Rect};

/// One item, placed.
#[derive(Debug, Clone, Copy)]
pub struct Placed {
    /// The pixels of the frame that it may touch.
    pub bounds: Rect,
    pub ink: Ink,
}

/// What an item is painted with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ink {
    /// One premultiplied colour.
    Color(u32),
    /// A sheet of [`Plan::sheets`].
    Paper(u32),
    /// A map of tiles of [`Plan::grids`].
    Grid(u32),
    /// A bitmap of the frame.
    Bitmap(Laid),
}

/// Where a bitmap is laid, and how.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Laid {
    pub index: BitmapIndex,
    /// Where its own corner comes to lie, which may be outside of the frame.
    pub corner: (i32, i32),
    /// 255 is its full opacity.
    pub opacity: u8,
}

/// All items of a list that touch the frame, back to front.
#[derive(Default)]
pub struct Plan {
    pub placed: Vec<Placed>,
    pub sheets: Vec<Sheet>,
    pub grids: Vec<Grid>,
}

/// Graph paper as three rows of pixels, one for each kind of row.
pub struct Sheet {
    paper: Paper,
    left: i32,
    rows: [Vec<u32>; 3],
}

impl Plan {
    /// Lays out the items on a frame. What lies outside of it is left out.
    pub fn new<'a>(items: impl IntoIterator<Item = &'a Item>, frame: Rect, atlas: &mut Atlas) -> Plan {
        let items = items.into_iter();
        let mut plan = Plan { placed: Vec::with_capacity(items.size_hint().0), ..Plan::default() };
        for item in items {
            plan.index(item, frame, atlas);
        }
        plan
    }

    /// The large parts of the frame under which nothing can be seen.
    pub fn covers(&self, bitmaps: &[Arc<Bitmap>]) -> Vec<Rect> {
        let solids = self.placed.iter().filter_map(|placed| placed.solid(bitmaps));
        solids.filter(|solid| area(*solid) >= WORTH_SPARING).collect()
    }

    fn index(&mut self, item: &Item, frame: Rect, atlas: &mut Atlas) {
        match item {
            Item::Fill { rect, color } => {
                let Some(bounds) = intersect(*rect, frame) else { return };
                self.placed.push(Placed { bounds, ink: Ink::Color(premultiplied(*color)) });
            }
            Item::Paper { rect, origin, tile } => {
                let Some(bounds) = intersect(*rect, frame) else { return };
                self.placed.push(Placed { bounds, ink: Ink::Paper(self.sheets.len() as u32) });
                self.sheets.push(Sheet::new(Paper::new(*origin, *tile), bounds));
            }
            Item::Sprite { sprite, at, tile, opacity } => {
                let index = atlas.sprite(*sprite, *tile);
                let at = (rounded(at.x), rounded(at.y));
                self.lay(index, at, *opacity, frame, atlas);
            }
            Item::Tiles { tiles, at, tile } => {
                let Some(grid) = Grid::new(tiles, *at, *tile, atlas) else { return };
                let Some(bounds) = intersect(grid.bounds(), frame) else { return };
                self.placed.push(Placed { bounds, ink: Ink::Grid(self.grids.len() as u32) });
                self.grids.push(grid);
            }
            Item::Polygon { .. } | Item::Panel { .. } | Item::Text { .. } => {
                let Some((shape, at)) = Shape::of(item, frame) else { return };
                let Some(index) = atlas.shape(shape) else { return };
                self.lay(index, at, 255, frame, atlas);
            }
        }
    }

    fn lay(&mut self, index: BitmapIndex, at: (i32, i32), opacity: u8, frame: Rect, atlas: &Atlas) {
        let rect = atlas.bitmaps()[index as usize].bounds_at(at);
        if let Some(bounds) = intersect(rect, frame) {
            self.placed.push(Placed { bounds, ink: Ink::Bitmap(Laid { index, corner: (rect.x, rect.y), opacity }) });
        }
    }
}

impl Placed {
    /// The part of it under which nothing can be seen.
    #[inline(always)]
    pub fn solid(&self, bitmaps: &[Arc<Bitmap>]) -> Option<Rect> {
        match self.ink {
            Ink::Color(color) => (alpha(color) == 255).then_some(self.bounds),
            Ink::Paper(_) => Some(self.bounds),
            // Its tiles have parts of their own.
            Ink::Grid(_) => None,
            Ink::Bitmap(Laid { index, corner, opacity }) => {
                let solid = bitmaps[index as usize].opaque_rect()?;
                let moved = Rect::new(corner.0 + solid.x, corner.1 + solid.y, solid.width, solid.height);
                if opacity == 255 { intersect(moved, self.bounds) } else { None }
            }
        }
    }
}

/// The nearest whole number. Most sprites stand on one, and finding that out is all that they cost here.
fn rounded(index: f32) -> i32 {
    let whole = index as i32;
    if whole as f32 == index { whole } else { index.round() as i32 }
}

impl Sheet {
    fn new(paper: Paper, bounds: Rect) -> Sheet {
        let rows = Line::ALL.map(|row| {
            let columns = bounds.x..bounds.right();
            columns.map(|x| premultiplied(row.max(paper.column(x)).color())).collect()
        });
        Sheet { paper, left: bounds.x, rows }
    }

    pub fn paper(&self) -> Paper {
        self.paper
    }

    /// The pixels of row `y` from column `start` to before `end`.
    #[inline(always)]
    pub fn row(&self, y: i32, start: i32, end: i32) -> &[u32] {
        let row = &self.rows[self.paper.row(y) as usize];
        &row[(start - self.left) as usize..(end - self.left) as usize]
    }
}
