//! A grid of tiles in the display list: thousands of blocks as one draw command.

use std::ops::{ControlFlow, Range};
use std::sync::Arc;

use crate::raster::atlas::{Atlas, BitmapIndex};
use crate::raster::bitmap::Bitmap;
use crate::scene::{Rect, TILE_REACH, Tiles};

/// Tiles, and the bitmaps of each kind of tile.
#[derive(PartialEq)]
pub struct Grid {
    placed: PlacedTiles,
    /// The kinds of the tiles in the frame.
    kinds: Vec<u16>,
    /// By kind.
    bitmaps: Vec<TileBitmaps>,
    /// The union of the bounds of all bitmaps, relative to the corner of their tile.
    reach: Rect,
}

/// Where the tiles are in which frame. While that stays the same, no tile is looked at to find out what has changed.
#[derive(Clone, PartialEq)]
pub struct PlacedTiles {
    pub tiles: Arc<Tiles>,
    /// The top left corner of the first tile.
    pub at: (i32, i32),
    /// The side of a tile in pixels.
    pub tile: i32,
    pub frame: Rect,
}

/// The bitmaps of one kind of tile, back to front.
#[derive(Clone, Copy, Default, PartialEq)]
struct TileBitmaps {
    indices: [BitmapIndex; MAX_BITMAPS],
    count: usize,
}

/// A tile has at most a sprite for each of its four sides.
const MAX_BITMAPS: usize = 4;

impl PlacedTiles {
    fn is_same(&self, other: &PlacedTiles) -> bool {
        Arc::ptr_eq(&self.tiles, &other.tiles)
            && (self.at, self.tile, self.frame) == (other.at, other.tile, other.frame)
    }

    /// The kinds of the tiles that may be seen, in their order.
    fn kinds(&self) -> Vec<u16> {
        let reach = TILE_REACH * self.tile;
        let reach = Rect::new(-reach, -reach, 2 * reach + self.tile, 2 * reach + self.tile);
        let (columns, rows) = self.touching(self.frame, reach);
        let mut occurs = vec![false; self.tiles.set.kinds()];
        for row in rows {
            let start = row as usize * self.tiles.columns;
            let seen = &self.tiles.kinds[start + columns.start as usize..start + columns.end as usize];
            for kind in seen {
                if let Some(occurs) = occurs.get_mut(usize::from(*kind)) {
                    *occurs = true;
                }
            }
        }
        (0..=u16::MAX).zip(occurs).filter(|(_, occurs)| *occurs).map(|(kind, _)| kind).collect()
    }

    /// The columns and rows of the tiles that touch a rectangle, if they reach so far around their own corner.
    fn touching(&self, rect: Rect, reach: Rect) -> (Range<i32>, Range<i32>) {
        let along = |at: i32, (start, end): (i32, i32), (before, beyond): (i32, i32), count: usize| {
            let first = (start - at - beyond).div_euclid(self.tile) + 1;
            let last = (end - at - before - 1).div_euclid(self.tile);
            let end = (last + 1).clamp(0, count as i32);
            first.clamp(0, end)..end
        };
        (
            along(self.at.0, (rect.x, rect.right()), (reach.x, reach.right()), self.tiles.columns),
            along(self.at.1, (rect.y, rect.bottom()), (reach.y, reach.bottom()), self.tiles.rows()),
        )
    }

    /// The top left corner of a tile.
    #[inline(always)]
    fn corner(&self, column: i32, row: i32) -> (i32, i32) {
        (self.at.0 + column * self.tile, self.at.1 + row * self.tile)
    }

    #[inline(always)]
    fn kind(&self, column: i32, row: i32) -> usize {
        self.tiles.kinds[row as usize * self.tiles.columns + column as usize].into()
    }
}

impl Grid {
    /// Looks up the bitmaps of the kinds that occur in the frame; `last` are the grids of the frame before. None if there
    /// is nothing to see.
    pub fn new(placed: PlacedTiles, last: &[Grid], atlas: &mut Atlas) -> Option<Grid> {
        let known = last.iter().find(|grid| grid.placed.is_same(&placed));
        let kinds = known.map_or_else(|| placed.kinds(), |grid| grid.kinds.clone());
        let (set, tile) = (placed.tiles.set, placed.tile as u32);
        let (bitmaps, reach) = (vec![TileBitmaps::default(); set.kinds()], Rect::new(0, 0, 0, 0));
        let mut grid = Grid { placed, kinds, bitmaps, reach };
        for kind in &grid.kinds {
            if let Some(sprite) = set.sprite(*kind) {
                let index = atlas.sprite(sprite, tile);
                grid.bitmaps[usize::from(*kind)].push(index);
                grid.reach = grid.reach.union(atlas.bitmaps()[index as usize].bounds_at((0, 0)));
            }
        }
        (grid.reach.width > 0).then_some(grid)
    }

    /// The pixels that any tile may touch.
    pub fn bounds(&self) -> Rect {
        let PlacedTiles { tiles, at, tile, .. } = &self.placed;
        let (columns, rows) = (tiles.columns as i32, tiles.rows() as i32);
        let Rect { x, y, width, height } = self.reach;
        Rect::new(at.0 + x, at.1 + y, (columns - 1) * tile + width, (rows - 1) * tile + height)
    }

    /// The bitmaps of a tile, back to front, and its top left corner.
    #[inline(always)]
    pub fn bitmaps(&self, column: i32, row: i32) -> (&[BitmapIndex], (i32, i32)) {
        let indices = self.bitmaps.get(self.placed.kind(column, row)).map_or(&[][..], TileBitmaps::indices);
        (indices, self.placed.corner(column, row))
    }

    /// The columns and rows of the tiles whose bitmaps may touch a rectangle.
    pub fn touching(&self, rect: Rect) -> (Range<i32>, Range<i32>) {
        self.placed.touching(rect, self.reach)
    }

    /// Appends the opaque rectangles of the tiles that may touch a rectangle, neighbours in a row joined.
    pub fn occluders(&self, rect: Rect, bitmaps: &[Arc<Bitmap>], occluders: &mut Vec<Rect>) {
        let by_kind: Vec<Option<Rect>> = self.bitmaps.iter().map(|kind| kind.occluder(bitmaps)).collect();
        let (columns, rows) = self.touching(rect);
        for row in rows {
            let mut last: Option<Rect> = None;
            for column in columns.clone() {
                let Some(opaque) = by_kind.get(self.placed.kind(column, row)).copied().flatten() else { continue };
                let corner = self.placed.corner(column, row);
                let (x, y) = (corner.0 + opaque.x, corner.1 + opaque.y);
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
        let ((here, before), columns) = ((&self.placed, &other.placed), self.placed.tiles.columns);
        let shape = |placed: &PlacedTiles| (placed.at, placed.tile, placed.tiles.set, placed.tiles.columns);
        if shape(here) != shape(before) || here.tiles.kinds.len() != before.tiles.kinds.len() {
            return None;
        }
        let kinds = self.bitmaps.iter().zip(&other.bitmaps);
        let same: Vec<bool> = kinds.map(|(one, other)| one.is_same(bitmaps, (other, other_bitmaps))).collect();
        if Arc::ptr_eq(&here.tiles, &before.tiles) && same.iter().all(|same| *same) {
            return Some(ControlFlow::Continue(()));
        }
        let reach = self.reach.union(other.reach);
        let pairs = here.tiles.kinds.iter().zip(&before.tiles.kinds).zip(0..);
        let mut changed =
            pairs.filter(|((one, other), _)| one != other || same.get(usize::from(**one)) == Some(&false));
        Some(changed.try_for_each(|(_, index): (_, usize)| {
            let (x, y) = here.corner((index % columns) as i32, (index / columns) as i32);
            add(Rect::new(x + reach.x, y + reach.y, reach.width, reach.height))
        }))
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
