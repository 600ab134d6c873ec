//! The ground as a mosaic: cells of paper, block, find and outline composed into opaque pictures, which are only copied.
//!
//! Painted layer by layer, nearly every pixel of a board is written more than once, and many are blended. But of
//! thousands of cells only some hundred differ. Their pictures are composed once for a view, by the very loops that paint
//! the layers. A mosaic shows what the commands below it show: a frame without it has the same pixels.

use std::ops::Range;

use fearless_simd::{Level, Simd, dispatch};
use rustc_hash::FxHashMap;

use super::grid::GridLayer;
use super::ground_stack::{GroundLayers, GroundStack};
use super::rows::Rows;
use crate::raster::blend::BlendMode;
use crate::raster::memory::{PixelMemory, reserve};
use crate::raster::paper::{Paper, PaperLine};
use crate::raster::pixel::premultiplied;
use crate::raster::region::{area, from_origin, intersect};
use crate::scene::{Rect, Tileset, ZOOM};

/// The most layers of tiles.
const LAYERS: usize = Tileset::ALL.len();

/// The pictures of a board's cells.
pub struct Mosaic {
    /// What it shows.
    ground: GroundLayers,
    blend_mode: BlendMode,
    /// The pixels that it covers, but for the cells that are left out.
    bounds: Rect,
    /// The side of a cell in pixels, and the top left corner of the first one.
    tile: i32,
    corner: (i32, i32),
    /// Cells in a row.
    columns: usize,
    /// The cells row by row: the number of each one's picture, counted from 1, or 0 if it is left out.
    cells: Vec<u32>,
    /// The pictures one after the other, each row by row.
    pixels: PixelMemory,
    /// Rectangles of all cells that are not left out.
    opaque: Vec<Rect>,
}

/// What a cell shows.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct CellLook {
    /// The index of its paper; 0 if a tile hides that.
    paper: u16,
    /// For each layer the look, counted from 1, of the tile above if it reaches into the cell, of its own tile, and of the
    /// tile below if it reaches into the cell; 0 for none.
    tiles: [[u16; 3]; LAYERS],
}

/// The tones of the paper in the rows of pixels of a row of cells.
type Tones = Vec<u8>;

impl Mosaic {
    /// None for a board that is not played on, for layers that do not fit together, and if the pictures had more pixels than
    /// `most`.
    pub fn new(ground: &GroundStack, blend_mode: BlendMode, most: u64, level: Level) -> Option<Mosaic> {
        let (board, tile) = ground.board()?;
        let bounds = intersect(board, ground.sheet).filter(|_| ZOOM.contains(&(tile as u32)))?;
        let shown = ground.layers();
        if shown.layers.len() > LAYERS || !shown.layers.iter().all(GridLayer::is_upright) {
            return None;
        }
        let touching = |at: i32, start: i32, end: i32| (start - at) / tile..(end - 1 - at) / tile + 1;
        let columns = touching(board.x, bounds.x, bounds.right());
        let rows = touching(board.y, bounds.y, bounds.bottom());
        let mut mosaic = Mosaic {
            ground: shown,
            blend_mode,
            bounds,
            tile,
            corner: (board.x + columns.start * tile, board.y + rows.start * tile),
            columns: columns.len(),
            cells: Vec::with_capacity(columns.len() * rows.len()),
            pixels: reserve(0),
            opaque: Vec::new(),
        };
        let (papers, looks) = mosaic.find_cells(ground, columns, rows);
        if looks.len() as u64 * area(Rect::new(0, 0, tile, tile)) > most {
            return None;
        }
        mosaic.find_opaque();
        let papers: Vec<Vec<u32>> = papers.iter().map(|tones| mosaic.blank(ground.paper, tones)).collect();
        dispatch!(level, simd => mosaic.compose(&papers, &looks, simd));
        Some(mosaic)
    }

    /// Whether it shows this ground.
    pub fn is_of(&self, ground: &GroundStack, blend_mode: BlendMode) -> bool {
        self.blend_mode == blend_mode && self.ground.is_of(ground)
    }

    pub fn bounds(&self) -> Rect {
        self.bounds
    }

    /// Rectangles in which it hides what is below.
    pub fn opaque(&self) -> &[Rect] {
        &self.opaque
    }

    /// The side of a cell in pixels.
    pub fn tile(&self) -> i32 {
        self.tile
    }

    /// The cells that touch a rectangle inside of the bounds. The first column begins so many pixels left of it; then for
    /// each row its top, and the pictures of its cells from left to right.
    #[inline(always)]
    pub fn touching(&self, rect: Rect) -> (i32, impl Iterator<Item = (i32, &[u32])>) {
        let ((left, top), tile) = (self.corner, self.tile);
        let (first, last) = ((rect.x - left) / tile, (rect.right() - 1 - left) / tile);
        let rows = (rect.y - top) / tile..(rect.bottom() - 1 - top) / tile + 1;
        let rows = rows.map(move |row| {
            let cells = &self.cells[row as usize * self.columns..];
            (top + row * tile, &cells[first as usize..=last as usize])
        });
        (rect.x - left - first * tile, rows)
    }

    /// The pixels of a picture from this row on; none for a cell that is left out.
    #[inline(always)]
    pub fn picture(&self, number: u32, row: i32) -> Option<&[u32]> {
        let (tile, picture) = (self.tile as usize, number.checked_sub(1)? as usize);
        Some(&self.pixels[(picture * tile + row as usize) * tile..(picture + 1) * tile * tile])
    }

    /// Finds the picture of each cell in these columns and rows of the board. Returns the papers, and what the pictures show.
    fn find_cells(
        &mut self,
        ground: &GroundStack,
        columns: Range<i32>,
        rows: Range<i32>,
    ) -> (Vec<Tones>, Vec<CellLook>) {
        let ((left, top), tile) = (self.corner, self.tile);
        let between = ground.between.iter().filter_map(|command| intersect(command.bounds, self.bounds));
        let between: Vec<Rect> = between.collect();
        let (mut papers, mut looks, mut known) = (Vec::new(), Vec::new(), FxHashMap::default());
        for (y, row) in (top..).step_by(tile as usize).zip(rows) {
            let tones: Tones = (y..y + tile).map(|y| ground.paper.tone(y)).collect();
            let paper = papers.iter().position(|other| *other == tones).unwrap_or_else(|| {
                papers.push(tones);
                papers.len() - 1
            });
            for (x, column) in (left..).step_by(tile as usize).zip(columns.clone()) {
                let rect = Rect::new(x, y, tile, tile);
                if between.iter().any(|other| intersect(rect, *other).is_some()) {
                    self.cells.push(0);
                    continue;
                }
                let (mut tiles, mut is_hidden) = ([[0; 3]; LAYERS], false);
                for ((tiles, layer), grid) in tiles.iter_mut().zip(&self.ground.layers).zip(ground.grids) {
                    let [above, own, below] = [-1, 0, 1].map(|down| grid.look(column, row + down));
                    *tiles = [layer.downward(above), own, layer.upward(below)];
                    is_hidden |= layer.hides_tile(own);
                }
                let look = CellLook { paper: if is_hidden { 0 } else { paper as u16 }, tiles };
                self.cells.push(*known.entry(look).or_insert_with(|| {
                    looks.push(look);
                    looks.len() as u32
                }));
            }
        }
        (papers, looks)
    }

    /// Joins cells to runs, and equal runs of successive rows to rectangles.
    fn find_opaque(&mut self) {
        let ((left, mut y), tile) = (self.corner, self.tile);
        for cells in self.cells.chunks_exact(self.columns) {
            let mut x = left;
            for run in cells.chunk_by(|one, next| (*one == 0) == (*next == 0)) {
                let rect = Rect::new(x, y, run.len() as i32 * tile, tile);
                x = rect.right();
                let Some(rect) = intersect(rect, self.bounds).filter(|_| run[0] != 0) else { continue };
                let is_above =
                    |above: &&mut Rect| (above.x, above.width, above.bottom()) == (rect.x, rect.width, rect.y);
                match self.opaque.iter_mut().rev().find(is_above) {
                    Some(above) => above.height += rect.height,
                    None => self.opaque.push(rect),
                }
            }
            y += tile;
        }
    }

    /// A cell of paper with these tones.
    fn blank(&self, paper: Paper, tones: &[u8]) -> Vec<u32> {
        let (x, y) = self.corner;
        let columns: Vec<PaperLine> = (x..x + self.tile).map(|x| paper.column(x)).collect();
        let mut pixels = Vec::with_capacity(columns.len() * columns.len());
        for (y, tone) in (y..).zip(tones) {
            let row = paper.row(y);
            let colors = PaperLine::ALL.map(|column| premultiplied(paper.color(row.max(column), *tone)));
            pixels.extend(columns.iter().map(|column| colors[*column as usize]));
        }
        pixels
    }

    /// Paints the pictures on these papers. Inlined into a function that is compiled for the processor.
    #[inline(always)]
    fn compose<S: Simd>(&mut self, papers: &[Vec<u32>], looks: &[CellLook], simd: S) {
        let (side, bounds) = (self.tile as usize, from_origin(self.tile as u32, self.tile as u32));
        self.pixels = reserve(looks.len() * side * side);
        for look in looks {
            let start = self.pixels.len();
            self.pixels.extend_from_slice(&papers[usize::from(look.paper)]);
            let mut rows = Rows { simd, pixels: &mut self.pixels[start..], bounds, blend_mode: self.blend_mode };
            for (layer, tiles) in self.ground.layers.iter().zip(&look.tiles) {
                for (row, look) in (-1..).zip(tiles) {
                    let Some(bitmap) = layer.bitmap(*look) else { continue };
                    let placed = bitmap.bounds_at((0, row * self.tile));
                    if let Some(clip) = intersect(placed, bounds) {
                        rows.blit(bitmap, (placed.x, placed.y), clip, 255);
                    }
                }
            }
        }
    }
}
