//! The ground as a mosaic: which composed picture each cell of the board shows. Where there is one, cells are only
//! copied.
//!
//! Painted layer by layer, nearly every pixel of a board is written more than once, and many are blended. A mosaic
//! shows what the commands below it show: a frame without it has the same pixels.

use std::sync::Arc;

use fearless_simd::Level;

use super::cell_pictures::{CellLook, CellPictures, LAYERS, Tones};
use super::grid::Grid;
use super::ground_stack::{GroundLayers, GroundStack};
use crate::raster::bitmap::Bitmap;
use crate::raster::blend::BlendMode;
use crate::raster::crew::Crew;
use crate::raster::memory::reserve;
use crate::raster::paper::Paper;
use crate::raster::region::intersect;
use crate::scene::{Rect, ZOOM};

/// The cells of a board, and their pictures.
pub struct Mosaic {
    /// What it shows; nothing at first.
    ground: Option<GroundLayers>,
    layout: CellLayout,
    /// The cells row by row: the number of each one's picture, or 0 if it is left out.
    cells: Vec<u32>,
    pictures: CellPictures,
    /// Whether no cell is left out since its picture is missing.
    is_complete: bool,
    /// Rectangles of all cells that are not left out.
    opaque: Vec<Rect>,
}

/// Where the cells are.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct CellLayout {
    /// The pixels that they cover, but for those that are left out.
    bounds: Rect,
    /// The side of a cell in pixels, and the top left corner of the first one.
    tile: i32,
    corner: (i32, i32),
    /// The first cell on the board.
    first: (i32, i32),
    columns: usize,
    rows: usize,
}

/// For each look of a layer, counted from 1, the number of its bitmap in the cell below, in its own and in the one
/// above: 0 where it does not reach.
struct BitmapNumbers {
    in_cell_below: Vec<u16>,
    own: Vec<u16>,
    in_cell_above: Vec<u16>,
    /// Whether nothing is seen behind it in its own cell.
    hides: Vec<bool>,
}

impl Mosaic {
    /// One that shows nothing yet, for cells of this paper, in the memory of another one.
    pub fn new(paper: Paper, blend_mode: BlendMode, last: Option<Mosaic>) -> Mosaic {
        let memory = last.map_or_else(|| reserve(0), |last| last.pictures.into_memory());
        let (layout, pictures) = (CellLayout::default(), CellPictures::new(paper, blend_mode, memory));
        Mosaic { ground: None, layout, cells: Vec::new(), pictures, is_complete: false, opaque: Vec::new() }
    }

    /// Whether its pictures suit such cells, and are not mostly of what is not shown any more.
    pub fn suits(&self, paper: &Paper, blend_mode: BlendMode) -> bool {
        self.pictures.suit(paper, blend_mode)
    }

    /// Shows this ground from now on. All pictures that it lacks are composed if they have no more pixels than
    /// `at_once`; else some of them, with about as many as `in_parts`, and the cells of the others are left out. Stays
    /// as it is and returns false for a board that is not played on, and for layers that do not fit together.
    pub fn show(&mut self, ground: &GroundStack, at_once: u64, in_parts: u64, (level, crew): (Level, &Crew)) -> bool {
        let shown = ground.layers();
        let fits = shown.layers.len() <= LAYERS && shown.layers.iter().all(Grid::is_upright);
        let Some(layout) = CellLayout::of(ground).filter(|_| fits) else { return false };
        let mut cells = self.find_cells(ground, &shown, layout);
        let missing = self.pictures.missing_pixels();
        let last = self.pictures.compose(if missing <= at_once { missing } else { in_parts }, level, crew);
        self.is_complete = cells.iter().all(|number| *number <= last);
        cells.iter_mut().filter(|number| **number > last).for_each(|number| *number = 0);
        (self.ground, self.layout, self.cells) = (Some(shown), layout, cells);
        self.opaque = layout.opaque(&self.cells);
        true
    }

    /// Whether it shows this ground.
    pub fn is_of(&self, ground: &GroundStack, blend_mode: BlendMode) -> bool {
        self.pictures.blend_mode() == blend_mode && self.ground.as_ref().is_some_and(|shown| shown.is_of(ground))
    }

    /// Whether no picture is missing.
    pub fn is_complete(&self) -> bool {
        self.is_complete
    }

    pub fn bounds(&self) -> Rect {
        self.layout.bounds
    }

    /// Rectangles in which it hides what is below.
    pub fn opaque(&self) -> &[Rect] {
        &self.opaque
    }

    /// The side of a cell in pixels.
    pub fn tile(&self) -> i32 {
        self.layout.tile
    }

    /// The cells that touch a rectangle inside of the bounds. The first column begins so many pixels left of it; then
    /// for each row its top, and the pictures of its cells from left to right.
    #[inline(always)]
    pub fn touching(&self, rect: Rect) -> (i32, impl Iterator<Item = (i32, &[u32])>) {
        let CellLayout { tile, corner: (left, top), columns, .. } = self.layout;
        let (first, last) = ((rect.x - left) / tile, (rect.right() - 1 - left) / tile);
        let rows = (rect.y - top) / tile..(rect.bottom() - 1 - top) / tile + 1;
        let rows = rows.map(move |row| {
            let cells = &self.cells[row as usize * columns..];
            (top + row * tile, &cells[first as usize..=last as usize])
        });
        (rect.x - left - first * tile, rows)
    }

    /// The pixels of a cell's picture from this row on; none for a cell that is left out.
    #[inline(always)]
    pub fn picture(&self, number: u32, row: i32) -> Option<&[u32]> {
        self.pictures.rows_from(number, row as usize)
    }

    /// The number of the picture of each cell in this layout, which may be missing; 0 for cells that are left out,
    /// since something lies between their paper and their tiles.
    fn find_cells(&mut self, ground: &GroundStack, shown: &GroundLayers, layout: CellLayout) -> Vec<u32> {
        let CellLayout { bounds, tile, corner: (left, top), first, columns, rows } = layout;
        let between: Vec<Rect> =
            ground.between.iter().filter_map(|command| intersect(command.bounds, bounds)).collect();
        let numbers: Vec<BitmapNumbers> =
            shown.layers.iter().map(|layer| BitmapNumbers::new(layer, tile, &mut self.pictures)).collect();
        let kept = self.ground.as_ref().filter(|_| self.is_complete && self.layout == layout);
        let before = kept.filter(|before| shown.differ_in_tiles_only(before));
        let mut cells = Vec::with_capacity(columns * rows);
        for (y, row) in (top..).step_by(tile as usize).zip(first.1..).take(rows) {
            if before.is_some_and(|before| (row - 1..=row + 1).all(|row| shown.has_row_of(before, row))) {
                let start = cells.len();
                cells.extend_from_slice(&self.cells[start..start + columns]);
                continue;
            }
            let tones: Tones = (y..y + tile).map(|y| ground.paper.tone(y)).collect();
            let tones = self.pictures.tones(tones);
            for (x, column) in (left..).step_by(tile as usize).zip(first.0..).take(columns) {
                let rect = Rect::new(x, y, tile, tile);
                if between.iter().any(|other| intersect(rect, *other).is_some()) {
                    cells.push(0);
                    continue;
                }
                let (mut tiles, mut is_hidden) = ([[0; 3]; LAYERS], false);
                let layers = numbers.iter().zip(ground.grids);
                for (tiles, (numbers, grid)) in tiles.iter_mut().zip(layers) {
                    let [above, own, below] = [-1, 0, 1].map(|down| grid.look(column, row + down));
                    *tiles = numbers.of_cell(above, own, below);
                    is_hidden |= numbers.hides[usize::from(own)];
                }
                cells.push(self.pictures.picture(CellLook { tones: if is_hidden { 0 } else { tones }, tiles }));
            }
        }
        cells
    }
}

impl CellLayout {
    /// None for a board that is not played on, and for layers that do not fit together.
    fn of(ground: &GroundStack) -> Option<CellLayout> {
        let (board, tile) = ground.board().filter(|(_, tile)| ZOOM.contains(&(*tile as u32)))?;
        let bounds = intersect(board, ground.sheet)?;
        let touching = |at: i32, start: i32, end: i32| (start - at) / tile..(end - 1 - at) / tile + 1;
        let columns = touching(board.x, bounds.x, bounds.right());
        let rows = touching(board.y, bounds.y, bounds.bottom());
        let corner = (board.x + columns.start * tile, board.y + rows.start * tile);
        let first = (columns.start, rows.start);
        Some(CellLayout { bounds, tile, corner, first, columns: columns.len(), rows: rows.len() })
    }

    /// Rectangles of the cells that have a picture: cells are joined to runs, and equal runs of successive rows.
    fn opaque(&self, cells: &[u32]) -> Vec<Rect> {
        let (mut opaque, mut y): (Vec<Rect>, i32) = (Vec::new(), self.corner.1);
        for cells in cells.chunks_exact(self.columns) {
            let mut x = self.corner.0;
            for run in cells.chunk_by(|one, next| (*one == 0) == (*next == 0)) {
                let rect = Rect::new(x, y, run.len() as i32 * self.tile, self.tile);
                x = rect.right();
                let Some(rect) = intersect(rect, self.bounds).filter(|_| run[0] != 0) else { continue };
                let is_above =
                    |above: &&mut Rect| (above.x, above.width, above.bottom()) == (rect.x, rect.width, rect.y);
                match opaque.iter_mut().rev().find(is_above) {
                    Some(above) => above.height += rect.height,
                    None => opaque.push(rect),
                }
            }
            y += self.tile;
        }
        opaque
    }
}

impl BitmapNumbers {
    fn new(layer: &Grid, tile: i32, pictures: &mut CellPictures) -> BitmapNumbers {
        let mut numbers = |reaches: &dyn Fn(Rect) -> bool| -> Vec<u16> {
            let of_look =
                |bitmap: &Arc<Bitmap>| if reaches(bitmap.bounds_at((0, 0))) { pictures.bitmap(bitmap) } else { 0 };
            std::iter::once(0).chain(layer.bitmaps().iter().map(of_look)).collect()
        };
        let cell = Rect::new(0, 0, tile, tile);
        let hiding = layer.bitmaps().iter().map(|bitmap| bitmap.opaque_rect_at((0, 0)) == Some(cell));
        BitmapNumbers {
            hides: std::iter::once(false).chain(hiding).collect(),
            in_cell_below: numbers(&|bounds| bounds.bottom() > tile),
            own: numbers(&|_| true),
            in_cell_above: numbers(&|bounds| bounds.y < 0),
        }
    }

    /// What of the looks above it, its own and below it is seen in a cell.
    fn of_cell(&self, above: u16, own: u16, below: u16) -> [u16; 3] {
        [self.in_cell_below[usize::from(above)], self.own[usize::from(own)], self.in_cell_above[usize::from(below)]]
    }
}
