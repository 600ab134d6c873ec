//! A grid of tiles in the display list: thousands of blocks as one draw command.

use std::ops::{ControlFlow, Range};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::placed_tiles::{PlacedTiles, TileLooks};
use crate::raster::atlas::Atlas;
use crate::raster::bitmap::Bitmap;
use crate::raster::bitmap_cache::BitmapIndex;
use crate::scene::{Rect, Sprite};

/// Tiles, and the bitmap of each look that a tile has.
#[derive(Clone)]
pub struct Grid {
    placed: PlacedTiles,
    looks: Arc<TileLooks>,
    /// By look; none before they are [settled](Grid::settle).
    bitmaps: Arc<[Arc<Bitmap>]>,
    /// Where they are in the list of the frame that looked them up, until they are settled.
    listed: Vec<BitmapIndex>,
    /// Whether the next frame need not look them up again: all of them were cached.
    are_cached: bool,
    /// The union of the bounds of all bitmaps, relative to the corner of their tile.
    reach: Rect,
}

/// Whether they show the same.
impl PartialEq for Grid {
    fn eq(&self, other: &Grid) -> bool {
        self.placed == other.placed && self.looks == other.looks && self.bitmaps == other.bitmaps
    }
}

impl Grid {
    /// Looks up the bitmaps of the looks that may be seen; `last` are the grids of the frame before. None if there is
    /// nothing to see.
    pub fn new(placed: PlacedTiles, last: &[Grid], atlas: &mut Atlas) -> Option<Grid> {
        let known = last.iter().find(|grid| grid.placed.is_same(&placed));
        if let Some(known) = known.filter(|known| known.are_cached) {
            atlas.draw_retained(&known.looks.sprites);
            return Some(known.clone());
        }
        let looks = known.map_or_else(|| Arc::new(placed.looks(atlas)), |grid| Arc::clone(&grid.looks));
        let missing = atlas.missing_sprites();
        let listed: Vec<BitmapIndex> =
            looks.sprites.iter().map(|(sprite, tile)| atlas.sprite(*sprite, *tile)).collect();
        let are_cached = atlas.missing_sprites() == missing;
        let bounds = listed.iter().map(|index| atlas.bitmaps()[*index as usize].bounds_at((0, 0)));
        let reach = bounds.reduce(Rect::union)?;
        Some(Grid { placed, looks, bitmaps: Arc::default(), listed, are_cached, reach })
    }

    /// Takes its bitmaps from those of the frame, once all of them are made.
    pub fn settle(&mut self, made: &[Arc<Bitmap>]) {
        let listed = std::mem::take(&mut self.listed);
        if !listed.is_empty() {
            self.bitmaps = listed.into_iter().map(|index| Arc::clone(&made[index as usize])).collect();
        }
    }

    /// Whether it is the same map in the same place, with the same bitmaps.
    pub fn is_same(&self, other: &Grid) -> bool {
        self.placed.is_same(&other.placed) && self.has_bitmaps_of(other)
    }

    fn has_bitmaps_of(&self, other: &Grid) -> bool {
        let is_same = |(one, other): (&Arc<Bitmap>, &Arc<Bitmap>)| Arc::ptr_eq(one, other);
        Arc::ptr_eq(&self.bitmaps, &other.bitmaps)
            || (self.bitmaps.len() == other.bitmaps.len() && self.bitmaps.iter().zip(&*other.bitmaps).all(is_same))
    }

    /// The bitmap of each look.
    pub fn bitmaps(&self) -> &[Arc<Bitmap>] {
        &self.bitmaps
    }

    /// Whether every tile stays within its column, and reaches no farther than into the tiles above and below.
    pub fn is_upright(&self) -> bool {
        let tile = self.placed.tile;
        let column = Rect::new(0, -tile, tile, 3 * tile);
        column.union(self.reach) == column
    }

    /// Whether each sprite that is in both has the same bitmap.
    pub fn draws_as(&self, before: &Grid) -> bool {
        let known: FxHashMap<&(Sprite, u32), &Arc<Bitmap>> =
            before.looks.sprites.iter().zip(&*before.bitmaps).collect();
        let mut sprites = self.looks.sprites.iter().zip(&*self.bitmaps);
        sprites.all(|(sprite, bitmap)| known.get(sprite).is_none_or(|known| Arc::ptr_eq(known, bitmap)))
    }

    /// Whether a row of tiles is the same, as in a map beyond which there is nothing.
    pub fn has_row_of(&self, before: &Grid, row: i32) -> bool {
        let (tiles, other) = (&self.placed.tiles, &before.placed.tiles);
        Arc::ptr_eq(tiles, other) || (tiles.set == other.set && tiles.row(row) == other.row(row))
    }

    /// The pixels that any tile may touch.
    pub fn bounds(&self) -> Rect {
        let PlacedTiles { tiles, at, tile, .. } = &self.placed;
        let (columns, rows) = (tiles.columns as i32, tiles.rows() as i32);
        let Rect { x, y, width, height } = self.reach;
        Rect::new(at.0 + x, at.1 + y, (columns - 1) * tile + width, (rows - 1) * tile + height)
    }

    /// The rectangle of all tiles, and the side of one in pixels.
    pub fn board(&self) -> (Rect, i32) {
        let PlacedTiles { tiles, at, tile, .. } = &self.placed;
        (Rect::new(at.0, at.1, tiles.columns as i32 * tile, tiles.rows() as i32 * tile), *tile)
    }

    /// The look of a tile, counted from 1; 0 for a tile without one, and for one beyond the grid.
    pub fn look(&self, column: i32, row: i32) -> u16 {
        let columns = self.placed.tiles.columns;
        let tile = usize::try_from(row).ok().map(|row| row * columns + column as usize);
        tile.and_then(|tile| self.looks.of_tiles.get(tile)).copied().unwrap_or(0)
    }

    /// The bitmap of a tile, if it has one, and its top left corner.
    #[inline(always)]
    pub fn bitmap(&self, column: i32, row: i32) -> Option<(&Arc<Bitmap>, (i32, i32))> {
        let tile = row as usize * self.placed.tiles.columns + column as usize;
        Some((self.bitmap_of(tile)?, self.placed.corner(column, row)))
    }

    #[inline(always)]
    fn bitmap_of(&self, tile: usize) -> Option<&Arc<Bitmap>> {
        let look = self.looks.of_tiles[tile];
        Some(&self.bitmaps[usize::from(look.checked_sub(1)?)])
    }

    /// The columns and rows of the tiles whose bitmaps may touch a rectangle.
    pub fn touching(&self, rect: Rect) -> (Range<i32>, Range<i32>) {
        self.placed.touching(rect, self.reach)
    }

    /// Appends the opaque rectangles of the tiles that may touch a rectangle, neighbours in a row joined.
    pub fn occluders(&self, rect: Rect, occluders: &mut Vec<Rect>) {
        let (columns, rows) = self.touching(rect);
        for row in rows {
            let mut last: Option<Rect> = None;
            for column in columns.clone() {
                let Some((bitmap, corner)) = self.bitmap(column, row) else { continue };
                let Some(occluder) = bitmap.opaque_rect_at(corner) else { continue };
                match &mut last {
                    Some(last)
                        if last.right() == occluder.x && (last.y, last.height) == (occluder.y, occluder.height) =>
                    {
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
    pub fn diff(&self, other: &Grid, add: &mut impl FnMut(Rect) -> ControlFlow<()>) -> Option<ControlFlow<()>> {
        let ((here, before), columns) = ((&self.placed, &other.placed), self.placed.tiles.columns);
        let shape = |placed: &PlacedTiles| (placed.at, placed.tile, placed.tiles.set, placed.tiles.columns);
        if shape(here) != shape(before) || here.tiles.kinds.len() != before.tiles.kinds.len() {
            return None;
        }
        if Arc::ptr_eq(&self.looks, &other.looks) && self.has_bitmaps_of(other) {
            return Some(ControlFlow::Continue(()));
        }
        let reach = self.reach.union(other.reach);
        let has_changed = |tile: &usize| match (self.bitmap_of(*tile), other.bitmap_of(*tile)) {
            (Some(one), Some(other)) => !Arc::ptr_eq(one, other),
            (one, other) => one.is_some() || other.is_some(),
        };
        Some((0..here.tiles.kinds.len()).filter(has_changed).try_for_each(|tile| {
            let (x, y) = here.corner((tile % columns) as i32, (tile / columns) as i32);
            add(Rect::new(x + reach.x, y + reach.y, reach.width, reach.height))
        }))
    }
}
