//! Pictures of the cells of a board: paper, block, find and outline composed into opaque pixels.
//!
//! Of thousands of cells only some hundred differ. A picture is composed when a cell shows it for the first time, by
//! the very loops that paint the layers, and stays when the ground changes or the view moves.

use std::sync::Arc;

use fearless_simd::{Level, Simd, dispatch};
use rustc_hash::FxHashMap;

use super::rows::Rows;
use crate::raster::bitmap::Bitmap;
use crate::raster::blend::BlendMode;
use crate::raster::crew::Crew;
use crate::raster::memory::{PixelMemory, reserve};
use crate::raster::paper::Paper;
use crate::raster::region::{from_origin, intersect};
use crate::scene::Tileset;

/// The room, in pixels, that there is at least: nearly always enough, so that memory is asked for once. Only what is
/// used of it takes memory from others.
const MIN_ROOM: usize = 3 << 20;

/// Pixels that are composed by one thread at a time. Two threads are worth it for more.
const PIECE: usize = 1 << 15;

/// The most layers of tiles.
pub const LAYERS: usize = Tileset::ALL.len();

/// The tones of the paper in the rows of pixels of a cell.
pub type Tones = Vec<u8>;

/// What a cell shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CellLook {
    /// The index of its tones; 0 if a tile hides the paper.
    pub tones: u16,
    /// For each layer the number of the bitmap of the tile above if it reaches into the cell, of its own tile, and of
    /// the tile below if it reaches into the cell; 0 for none.
    pub tiles: [[u16; 3]; LAYERS],
}

/// Pictures, and how they are found again. All are squares of one size.
pub struct CellPictures {
    paper: Paper,
    blend_mode: BlendMode,
    tones: Vec<Tones>,
    /// The bitmaps of tiles, numbered from 1.
    bitmaps: Vec<Arc<Bitmap>>,
    /// What each picture shows, numbered from 1. Those that have no pixels yet are missing.
    looks: Vec<CellLook>,
    numbers: FxHashMap<CellLook, u32>,
    /// The pictures one after the other, each row by row.
    pixels: PixelMemory,
    /// How much there was at first.
    first: [usize; 3],
}

impl CellPictures {
    /// No picture yet, of cells of this paper; they will take the memory of others.
    pub fn new(paper: Paper, blend_mode: BlendMode, memory: PixelMemory) -> CellPictures {
        CellPictures {
            paper,
            blend_mode,
            tones: Vec::new(),
            bitmaps: Vec::new(),
            looks: Vec::new(),
            numbers: FxHashMap::default(),
            pixels: memory,
            first: [0; 3],
        }
    }

    /// Their memory, for others: the first touch of new memory takes longer than composing a picture in it.
    pub fn into_memory(mut self) -> PixelMemory {
        self.pixels.clear();
        self.pixels
    }

    /// Whether they can be pictures of such cells, and are not mostly of what is not shown any more.
    pub fn suit(&self, paper: &Paper, blend_mode: BlendMode) -> bool {
        self.paper.is_moved(paper) && self.blend_mode == blend_mode && self.is_mostly_shown()
    }

    fn is_mostly_shown(&self) -> bool {
        self.counts().into_iter().zip(self.first).all(|(count, first)| count <= 2 * first)
    }

    fn counts(&self) -> [usize; 3] {
        [self.tones.len(), self.bitmaps.len(), self.looks.len()]
    }

    pub fn blend_mode(&self) -> BlendMode {
        self.blend_mode
    }

    /// The side of a picture in pixels.
    pub fn side(&self) -> usize {
        self.paper.tile() as usize
    }

    /// Pixels of a picture.
    fn area(&self) -> usize {
        self.side() * self.side()
    }

    /// The index of these tones.
    pub fn tones(&mut self, tones: Tones) -> u16 {
        let known = self.tones.iter().position(|other| *other == tones);
        let index = known.unwrap_or_else(|| {
            self.tones.push(tones);
            self.tones.len() - 1
        });
        index as u16
    }

    /// The number of a bitmap.
    pub fn bitmap(&mut self, bitmap: &Arc<Bitmap>) -> u16 {
        let known = self.bitmaps.iter().position(|other| Arc::ptr_eq(other, bitmap));
        let index = known.unwrap_or_else(|| {
            self.bitmaps.push(Arc::clone(bitmap));
            self.bitmaps.len() - 1
        });
        index as u16 + 1
    }

    /// The number of a picture, which may still be missing.
    pub fn picture(&mut self, look: CellLook) -> u32 {
        *self.numbers.entry(look).or_insert_with(|| {
            self.looks.push(look);
            self.looks.len() as u32
        })
    }

    /// Pixels of the pictures that are still missing.
    pub fn missing_pixels(&self) -> u64 {
        (self.looks.len() * self.area() - self.pixels.len()) as u64
    }

    /// Composes missing pictures of so many `pixels`, the last one whole, and forgets about the others. Returns the
    /// number of the last one that there is.
    pub fn compose(&mut self, pixels: u64, level: Level, crew: &Crew) -> u32 {
        let area = self.area();
        if self.first == [0; 3] {
            self.first = self.counts();
            // With room for those that come while it is played.
            let (enough, room) = (self.looks.len() * area * 3 / 2, self.pixels.capacity());
            if room < enough || room > enough.max(MIN_ROOM) {
                self.pixels = reserve(enough.max(MIN_ROOM));
            }
        }
        let mut missing = self.looks.split_off(self.pixels.len() / area);
        for look in missing.drain(missing.len().min((pixels as usize).div_ceil(area))..) {
            self.numbers.remove(&look);
        }
        let composed = self.pixels.len();
        self.pixels.resize(composed + missing.len() * area, 0);
        let looks_of_piece = (PIECE / area).max(1);
        let pieces = self.pixels[composed..].chunks_mut(looks_of_piece * area);
        let pieces: Vec<(&[CellLook], &mut [u32])> = missing.chunks(looks_of_piece).zip(pieces).collect();
        let CellPictures { paper, blend_mode, ref tones, ref bitmaps, .. } = *self;
        let parts = CellParts { paper, blend_mode, tones, bitmaps };
        crew.map(pieces, |(looks, pixels)| dispatch!(level, simd => parts.compose(looks, pixels, simd)));
        self.looks.extend(missing);
        self.looks.len() as u32
    }

    /// The pixels of a picture from this row on; none for number 0.
    #[inline(always)]
    pub fn rows_from(&self, number: u32, row: usize) -> Option<&[u32]> {
        let (side, index) = (self.side(), number.checked_sub(1)? as usize);
        Some(&self.pixels[(index * side + row) * side..(index + 1) * side * side])
    }
}

/// What pictures are composed of.
struct CellParts<'a> {
    paper: Paper,
    blend_mode: BlendMode,
    tones: &'a [Tones],
    bitmaps: &'a [Arc<Bitmap>],
}

impl CellParts<'_> {
    /// Composes pictures, one after the other. Inlined into a function that is compiled for the processor.
    #[inline(always)]
    fn compose<S: Simd>(&self, looks: &[CellLook], pixels: &mut [u32], simd: S) {
        let (tile, bounds) = (self.paper.tile(), from_origin(self.paper.tile() as u32, self.paper.tile() as u32));
        let mut blanks: Vec<Option<Vec<u32>>> = vec![None; self.tones.len()];
        for (look, pixels) in looks.iter().zip(pixels.chunks_exact_mut((tile * tile) as usize)) {
            let tones = usize::from(look.tones);
            pixels.copy_from_slice(blanks[tones].get_or_insert_with(|| blank(self.paper, &self.tones[tones])));
            let mut rows = Rows { simd, pixels, bounds, blend_mode: self.blend_mode };
            for tiles in &look.tiles {
                for (row, number) in (-1..).zip(tiles) {
                    let Some(index) = number.checked_sub(1) else { continue };
                    let bitmap = &self.bitmaps[usize::from(index)];
                    let placed = bitmap.bounds_at((0, row * tile));
                    if let Some(clip) = intersect(placed, bounds) {
                        rows.blit(bitmap, (placed.x, placed.y), clip, 255);
                    }
                }
            }
        }
    }
}

/// A cell of paper with these tones.
fn blank(paper: Paper, tones: &[u8]) -> Vec<u32> {
    let (lines, mut pixels) = (paper.lines_of_tile(), Vec::with_capacity(tones.len() * tones.len()));
    for (row, tone) in lines.iter().zip(tones) {
        let colors = paper.row_colors(*row, *tone);
        pixels.extend(lines.iter().map(|column| colors[*column as usize]));
    }
    pixels
}
