//! Where the tiles of a grid are in the frame, and which looks of them are seen.

use std::ops::Range;
use std::sync::Arc;

use crate::raster::atlas::Atlas;
use crate::raster::bitmap_cache::SizedSprites;
use crate::raster::region::intersect;
use crate::scene::{Rect, TILE_REACH, Tiles};

/// Which of its few looks each tile has, of the thousands of kinds that a set knows. It is found once for a map and a
/// view.
#[derive(PartialEq)]
pub struct TileLooks {
    /// The sprites of the looks that may be seen, at so many pixels a tile.
    pub sprites: SizedSprites,
    /// The look of each tile of the map, counted from 1; 0 where there is nothing to see.
    pub of_tiles: Vec<u16>,
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

impl PlacedTiles {
    pub fn is_same(&self, other: &PlacedTiles) -> bool {
        Arc::ptr_eq(&self.tiles, &other.tiles)
            && (self.at, self.tile, self.frame) == (other.at, other.tile, other.frame)
    }

    pub fn looks(&self, atlas: &Atlas) -> TileLooks {
        let (inside, reach) = (Rect::new(0, 0, self.tile, self.tile), TILE_REACH * self.tile);
        let around = Rect::new(-reach, -reach, 2 * reach + self.tile, 2 * reach + self.tile);
        let [inside, around] = [inside, around].map(|reach| self.touching(self.frame, reach));
        let is_inside = |column, row| inside.0.contains(&column) && inside.1.contains(&row);
        let Tiles { set, columns: stride, kinds } = &*self.tiles;
        let (mut sprites, mut of_tiles) = (Vec::new(), vec![0; kinds.len()]);
        let mut look_of_kind = vec![None; set.kinds()];
        for row in around.1 {
            for column in around.0.clone() {
                let tile = row as usize * stride + column as usize;
                let kind = kinds[tile];
                let Some(known) = look_of_kind.get_mut(usize::from(kind)) else { continue };
                if is_inside(column, row) || self.reaches_frame(kind, (column, row), atlas) {
                    of_tiles[tile] = *known.get_or_insert_with(|| {
                        let Some(sprite) = set.sprite(kind) else { return 0 };
                        sprites.push((sprite, self.tile as u32));
                        sprites.len() as u16
                    });
                }
            }
        }
        TileLooks { sprites: sprites.into(), of_tiles }
    }

    /// Whether a tile of this kind has pixels in the frame, whose cell is outside of it.
    fn reaches_frame(&self, kind: u16, (column, row): (i32, i32), atlas: &Atlas) -> bool {
        self.tiles.set.sprite(kind).is_some_and(|sprite| {
            let (bounds, (x, y)) = (atlas.bounds(sprite, self.tile as u32), self.corner(column, row));
            intersect(Rect { x: x + bounds.x, y: y + bounds.y, ..bounds }, self.frame).is_some()
        })
    }

    /// The columns and rows of the tiles that touch a rectangle, if they reach so far around their own corner.
    pub fn touching(&self, rect: Rect, reach: Rect) -> (Range<i32>, Range<i32>) {
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
    pub fn corner(&self, column: i32, row: i32) -> (i32, i32) {
        (self.at.0 + column * self.tile, self.at.1 + row * self.tile)
    }
}
