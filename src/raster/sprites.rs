//! Sprite bitmaps at any size: scaled from a mip level, or rasterized from the drawing's vectors.

use std::sync::Arc;

use super::art::Art;
use super::bitmap::{Bitmap, PixelBounds};
use super::scale::scale;
use crate::look::{Hints, MIP_LEVELS, Sprites};
use crate::scene::Sprite;

/// The sprite by these hints, at `tile` pixels a tile. `mip_level` gives the sprite at one of [`MIP_LEVELS`]; it is
/// called only for a sprite that is scaled.
pub fn make(
    art: &Art,
    sprite: Sprite,
    tile: u32,
    hints: Hints,
    mip_level: impl FnOnce(u32) -> Arc<Bitmap>,
) -> Arc<Bitmap> {
    match hints.sprites {
        Sprites::Vector => Arc::new(rasterize(art, sprite, tile, hints)),
        Sprites::Raster => {
            let size = mip_size(tile);
            let level = mip_level(size);
            if size == tile {
                return level;
            }
            Arc::new(scale(&level, size, (bounds(art, sprite, tile), tile), hints.filter))
        }
    }
}

/// The mip level that a sprite at `tile` pixels a tile is scaled from: the smallest that is not smaller, or the
/// largest.
pub fn mip_size(tile: u32) -> u32 {
    MIP_LEVELS.into_iter().find(|&size| size >= tile).unwrap_or(MIP_LEVELS[MIP_LEVELS.len() - 1])
}

/// The sprite from its vectors.
pub fn rasterize(art: &Art, sprite: Sprite, tile: u32, hints: Hints) -> Bitmap {
    Bitmap::from_pixmap(bounds(art, sprite, tile), &art.draw(sprite, tile, hints.antialias))
}

/// The pixels that the sprite covers, relative to the top left corner of its cell.
pub fn bounds(art: &Art, sprite: Sprite, tile: u32) -> PixelBounds {
    let (left, top, width, height) = art.pixel_bounds(sprite, tile);
    PixelBounds { left, top, width, height }
}
