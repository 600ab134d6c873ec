//! A grid of tiles in the display list: thousands of blocks as one draw command.

use std::ops::{ControlFlow, Range};
use std::sync::Arc;

use crate::raster::atlas::{Atlas, BitmapIndex};
use crate::raster::bitmap::Bitmap;
use crate::raster::region::union;
use crate::scene::{Rect, Tiles};

/// Tiles, and the bitmaps of each kind of tile.
#[derive(PartialEq)]
pub struct Grid {
    tiles: Tiles,
    /// The top left corner of the first tile.
    at: (i32, i32),
    /// The side of a tile in pixels.
    tile: i32,
    /// By kind.
    bitmaps: Vec<TileBitmaps>,
    /// The union of the bounds of all bitmaps, relative to the corner of their tile.
    reach: Rect,
}

/// The bitmaps of one kind of tile, back to front.
#[derive(Clone, Copy, Default, PartialEq)]
struct TileBitmaps {
    indices: [BitmapIndex; MAX_BITMAPS],
    count: usize,
}

/// A tile has at most a sprite for each of its four sides.
const MAX_BITMAPS: usize = 4;

impl Grid {
    /// Looks up the bitmaps of the kinds that occur. None if there is nothing to see.
    pub fn new(tiles: &Tiles, at: (i32, i32), tile: u32, atlas: &mut Atlas) -> Option<Grid> {
        let mut occurs = [false; 1 << u8::BITS];
        tiles.kinds.iter().for_each(|kind| occurs[usize::from(*kind)] = true);
        let mut grid = Grid {
            tiles: tiles.clone(),
            at,
            tile: tile.clamp(1, i32::MAX as u32) as i32,
            bitmaps: vec![TileBitmaps::default(); tiles.set.kinds()],
            reach: Rect::new(0, 0, 0, 0),
        };
        for kind in (0..grid.bitmaps.len()).filter(|kind| occurs[*kind]) {
            for sprite in tiles.set.sprites(kind as u8) {
                let index = atlas.sprite(sprite, tile);
                grid.bitmaps[kind].push(index);
                grid.reach = union(grid.reach, atlas.bitmaps()[index as usize].bounds_at((0, 0)));
            }
        }
        (grid.tiles.rows() > 0 && grid.reach.width > 0).then_some(grid)
    }

    /// The pixels that any tile may touch.
    pub fn bounds(&self) -> Rect {
        let (columns, rows) = (self.tiles.columns as i32, self.tiles.rows() as i32);
        let Rect { x, y, width, height } = self.reach;
        Rect::new(self.at.0 + x, self.at.1 + y, (columns - 1) * self.tile + width, (rows - 1) * self.tile + height)
    }

    /// The bitmaps of a tile, back to front, and its top left corner.
    #[inline(always)]
    pub fn bitmaps(&self, column: i32, row: i32) -> (&[BitmapIndex], (i32, i32)) {
        let indices = self.bitmaps.get(self.kind(column, row)).map_or(&[][..], TileBitmaps::indices);
        (indices, (self.at.0 + column * self.tile, self.at.1 + row * self.tile))
    }

    /// The columns and rows of the tiles whose bitmaps may touch a rectangle.
    pub fn touching(&self, rect: Rect) -> (Range<i32>, Range<i32>) {
        let along = |at: i32, (start, end): (i32, i32), (before, beyond): (i32, i32), count: usize| {
            let first = (start - at - beyond).div_euclid(self.tile) + 1;
            let last = (end - at - before - 1).div_euclid(self.tile);
            first.max(0)..(last + 1).min(count as i32)
        };
        let reach = self.reach;
        (
            along(self.at.0, (rect.x, rect.right()), (reach.x, reach.right()), self.tiles.columns),
            along(self.at.1, (rect.y, rect.bottom()), (reach.y, reach.bottom()), self.tiles.rows()),
        )
    }

    /// Appends the opaque rectangles of the tiles that may touch a rectangle, neighbours in a row joined.
    pub fn occluders(&self, rect: Rect, bitmaps: &[Arc<Bitmap>], occluders: &mut Vec<Rect>) {
        let by_kind: Vec<Option<Rect>> = self.bitmaps.iter().map(|kind| kind.occluder(bitmaps)).collect();
        let (columns, rows) = self.touching(rect);
        for row in rows {
            let mut last: Option<Rect> = None;
            for column in columns.clone() {
                let Some(opaque) = by_kind.get(self.kind(column, row)).copied().flatten() else { continue };
                let (x, y) = (self.at.0 + column * self.tile + opaque.x, self.at.1 + row * self.tile + opaque.y);
                let occluder = Rect::new(x, y, opaque.width, opaque.height);
                match &mut last {
                    Some(last) if last.right() == x && (last.y, last.height) == (y, occluder.height) => {
                        last.width += occluder.width;
                    }
                    _ => occluders.extend(last.replace(occluder)),
                }
            }
            occluders.extend(last);
        }
    }

    /// Calls `add` with the bounds of each tile that differs from the other grid's, until it breaks. None if the grids
    /// do not have the same position, size and set of tiles.
    pub fn diff(
        &self,
        bitmaps: &[Arc<Bitmap>],
        (other, other_bitmaps): (&Grid, &[Arc<Bitmap>]),
        add: &mut impl FnMut(Rect) -> ControlFlow<()>,
    ) -> Option<ControlFlow<()>> {
        let shape = |grid: &Grid| (grid.at, grid.tile, grid.tiles.set, grid.tiles.columns, grid.tiles.kinds.len());
        if shape(self) != shape(other) {
            return None;
        }
        let kinds = self.bitmaps.iter().zip(&other.bitmaps);
        let same: Vec<bool> = kinds.map(|(one, other)| one.is_same(bitmaps, (other, other_bitmaps))).collect();
        if self.tiles == other.tiles && same.iter().all(|same| *same) {
            return Some(ControlFlow::Continue(()));
        }
        let reach = union(self.reach, other.reach);
        let pairs = self.tiles.kinds.iter().zip(&other.tiles.kinds).zip(0..);
        let mut changed =
            pairs.filter(|((one, other), _)| one != other || same.get(usize::from(**one)) == Some(&false));
        let columns = self.tiles.columns as i32;
        Some(changed.try_for_each(|(_, index): (_, i32)| {
            let (x, y) = (index % columns * self.tile + self.at.0, index / columns * self.tile + self.at.1);
            add(Rect::new(x + reach.x, y + reach.y, reach.width, reach.height))
        }))
    }

    #[inline(always)]
    fn kind(&self, column: i32, row: i32) -> usize {
        self.tiles.kinds[row as usize * self.tiles.columns + column as usize].into()
    }
}

impl TileBitmaps {
    fn push(&mut self, index: BitmapIndex) {
        self.indices[self.count] = index;
        self.count += 1;
    }

    #[inline(always)]
    fn indices(&self) -> &[BitmapIndex] {
        &self.indices[..self.count]
    }

    /// The opaque rectangle, relative to the corner of the tile. Only of a single bitmap: several are thin outlines.
    fn occluder(&self, bitmaps: &[Arc<Bitmap>]) -> Option<Rect> {
        let [index] = *self.indices() else { return None };
        let bitmap = &bitmaps[index as usize];
        let (opaque, bounds) = (bitmap.opaque_rect()?, bitmap.bounds());
        Some(Rect::new(bounds.left + opaque.x, bounds.top + opaque.y, opaque.width, opaque.height))
    }

    fn is_same(&self, bitmaps: &[Arc<Bitmap>], (other, other_bitmaps): (&TileBitmaps, &[Arc<Bitmap>])) -> bool {
        let same = |(one, other): (&BitmapIndex, &BitmapIndex)| {
            Arc::ptr_eq(&bitmaps[*one as usize], &other_bitmaps[*other as usize])
        };
        self.count == other.count && self.indices().iter().zip(other.indices()).all(same)
    }
}
