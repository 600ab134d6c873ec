//! A map of tiles in the plan of a frame: which bitmaps show it, and which of its tiles lie where.

use std::ops::Range;
use std::sync::Arc;

use crate::raster::atlas::{Atlas, BitmapIndex};
use crate::raster::bitmap::Bitmap;
use crate::raster::region::union;
use crate::scene::{Rect, Tiles};

/// A map of tiles, and the bitmaps for each kind of tile in it.
pub struct Grid {
    tiles: Tiles,
    /// The top left corner of the first tile, and the size of each.
    at: (i32, i32),
    tile: i32,
    looks: Vec<Look>,
    /// What the drawings cover, relative to the corner of their tile: all of them together.
    reach: Rect,
}

/// The bitmaps of one kind of tile, back to front.
#[derive(Clone, Copy, Default)]
struct Look {
    indices: [BitmapIndex; MAX_BITMAPS],
    count: usize,
}

/// A tile has a sprite for each of its four sides at the most.
const MAX_BITMAPS: usize = 4;

impl Grid {
    /// Looks up the bitmaps of those kinds that occur. None if nothing would be seen.
    pub fn new(tiles: &Tiles, at: (i32, i32), tile: u32, atlas: &mut Atlas) -> Option<Grid> {
        let mut occurs = [false; 1 << u8::BITS];
        tiles.kinds.iter().for_each(|kind| occurs[usize::from(*kind)] = true);
        let mut grid = Grid {
            tiles: tiles.clone(),
            at,
            tile: tile.clamp(1, i32::MAX as u32) as i32,
            looks: vec![Look::default(); tiles.set.kinds()],
            reach: Rect::new(0, 0, 0, 0),
        };
        for kind in (0..grid.looks.len()).filter(|kind| occurs[*kind]) {
            for sprite in tiles.set.sprites(kind as u8) {
                let index = atlas.sprite(sprite, tile);
                grid.looks[kind].add(index);
                grid.reach = union(grid.reach, atlas.bitmaps()[index as usize].bounds_at((0, 0)));
            }
        }
        (grid.tiles.rows() > 0 && grid.reach.width > 0).then_some(grid)
    }

    /// All that its drawings may touch.
    pub fn bounds(&self) -> Rect {
        let (columns, rows) = (self.tiles.columns as i32, self.tiles.rows() as i32);
        let Rect { x, y, width, height } = self.reach;
        Rect::new(self.at.0 + x, self.at.1 + y, (columns - 1) * self.tile + width, (rows - 1) * self.tile + height)
    }

    /// The bitmaps of a tile, back to front, and its corner.
    #[inline(always)]
    pub fn bitmaps(&self, column: i32, row: i32) -> (&[BitmapIndex], (i32, i32)) {
        let kind = self.tiles.kinds[row as usize * self.tiles.columns + column as usize];
        let indices = self.looks.get(usize::from(kind)).map_or(&[][..], Look::indices);
        (indices, (self.at.0 + column * self.tile, self.at.1 + row * self.tile))
    }

    /// The columns and rows of those tiles whose drawings may reach into a rectangle.
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

    /// Rectangles within another one under which nothing can be seen. Neighbours in a row are joined.
    pub fn solids(&self, rect: Rect, bitmaps: &[Arc<Bitmap>], solids: &mut Vec<Rect>) {
        let solid: Vec<Option<Rect>> = self.looks.iter().map(|look| look.solid(bitmaps)).collect();
        let (columns, rows) = self.touching(rect);
        for row in rows {
            let mut last: Option<Rect> = None;
            for column in columns.clone() {
                let kind = self.tiles.kinds[row as usize * self.tiles.columns + column as usize];
                let Some(solid) = solid.get(usize::from(kind)).copied().flatten() else { continue };
                let (x, y) = (self.at.0 + column * self.tile + solid.x, self.at.1 + row * self.tile + solid.y);
                let solid = Rect::new(x, y, solid.width, solid.height);
                match &mut last {
                    Some(last) if last.right() == x && (last.y, last.height) == (y, solid.height) => {
                        last.width += solid.width;
                    }
                    _ => solids.extend(last.replace(solid)),
                }
            }
            solids.extend(last);
        }
    }

    /// Calls `found` with what has to be painted again where this map takes the index of another one, until that says
    /// that it is enough, and says whether it was; none if the two are not maps of the same shape and index.
    pub fn changes(
        &self,
        bitmaps: &[Arc<Bitmap>],
        (other, other_bitmaps): (&Grid, &[Arc<Bitmap>]),
        found: &mut impl FnMut(Rect) -> bool,
    ) -> Option<bool> {
        let shape = |grid: &Grid| (grid.at, grid.tile, grid.tiles.set, grid.tiles.columns, grid.tiles.kinds.len());
        if shape(self) != shape(other) {
            return None;
        }
        let looks = self.looks.iter().zip(&other.looks);
        let alike: Vec<bool> = looks.map(|(one, other)| one.is(bitmaps, (other, other_bitmaps))).collect();
        if self.tiles == other.tiles && alike.iter().all(|alike| *alike) {
            return Some(false);
        }
        let reach = union(self.reach, other.reach);
        let pairs = self.tiles.kinds.iter().zip(&other.tiles.kinds).zip(0..);
        let mut changed =
            pairs.filter(|((one, other), _)| one != other || alike.get(usize::from(**one)) == Some(&false));
        let columns = self.tiles.columns as i32;
        Some(changed.any(|(_, index): (_, i32)| {
            let (x, y) = (index % columns * self.tile + self.at.0, index / columns * self.tile + self.at.1);
            found(Rect::new(x + reach.x, y + reach.y, reach.width, reach.height))
        }))
    }
}

impl Look {
    fn add(&mut self, index: BitmapIndex) {
        self.indices[self.count] = index;
        self.count += 1;
    }

    #[inline(always)]
    fn indices(&self) -> &[BitmapIndex] {
        &self.indices[..self.count]
    }

    /// The part of the tile under which nothing can be seen. One bitmap of several covers nothing worth the search.
    fn solid(&self, bitmaps: &[Arc<Bitmap>]) -> Option<Rect> {
        let [index] = *self.indices() else { return None };
        let bitmap = &bitmaps[index as usize];
        let (solid, corner) = (bitmap.opaque_rect()?, bitmap.bounds());
        Some(Rect::new(corner.left + solid.x, corner.top + solid.y, solid.width, solid.height))
    }

    fn is(&self, bitmaps: &[Arc<Bitmap>], (other, other_bitmaps): (&Look, &[Arc<Bitmap>])) -> bool {
        let alike = |(one, other): (&BitmapIndex, &BitmapIndex)| {
            Arc::ptr_eq(&bitmaps[*one as usize], &other_bitmaps[*other as usize])
        };
        self.count == other.count && self.indices().iter().zip(other.indices()).all(alike)
    }
}
