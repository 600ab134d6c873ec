//! Making a sprite at a size: scaled from a master, or drawn afresh.

use std::sync::Arc;

use super::art::Art;
use super::bitmap::Bitmap;
use super::bitmap::PixelBounds;
use super::scale::scale;
use crate::look::{Hints, MIP_LEVELS, Sprites};
use crate::scene::Sprite;

/// The sprite as the hints want it, at so many pixels a tile. If it is scaled, `master` is asked for it at a master's size.
pub fn made(
    art: &Art,
    sprite: Sprite,
    tile: u32,
    hints: Hints,
    master: impl FnOnce(u32) -> Arc<Bitmap>,
) -> Arc<Bitmap> {
    match hints.sprites {
        Sprites::Vector => Arc::new(drawn(art, sprite, tile, hints)),
        Sprites::Raster => {
            let size = MIP_LEVELS.into_iter().find(|&size| size >= tile).unwrap_or(MIP_LEVELS[MIP_LEVELS.len() - 1]);
            let master = master(size);
            if size == tile {
                return master;
            }
            Arc::new(scale(&master, size, (bounds(art, sprite, tile), tile), hints.filter))
        }
    }
}

/// The sprite drawn from its vectors.
pub fn drawn(art: &Art, sprite: Sprite, tile: u32, hints: Hints) -> Bitmap {
    Bitmap::from_pixmap(bounds(art, sprite, tile), &art.draw(sprite, tile, hints.antialias))
}

/// The pixels that it covers, relative to the top left corner of its cell.
pub fn bounds(art: &Art, sprite: Sprite, tile: u32) -> PixelBounds {
    let (left, top, width, height) = art.pixel_bounds(sprite, tile);
    PixelBounds { left, top, width, height }
}
