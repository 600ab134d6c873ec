//! The atlas: sprites at the sizes in which they were last drawn, within a bound of memory.

use std::collections::HashMap;
use std::rc::Rc;

use tiny_skia::Pixmap;

use super::art::Art;
use super::hints::{Antialias, Cache, Hints, Sprites};
use super::scale::{PixelBounds, scale};
use crate::scene::Sprite;

/// The sizes of the masters, in pixels a tile: a sprite is scaled from the smallest that is not smaller than itself, so
/// that none shrinks by more than half; beyond the largest, sprites grow. (Textures call such a chain mipmaps.)
const MASTERS: [u32; 3] = [32, 64, 128];

/// All sprites together, masters too, take at most so many bytes; then those that were not drawn for longest go.
pub const MOST_BYTES: usize = 256 << 20;

/// A sprite at one size, ready to be laid over the frame.
pub struct Bitmap {
    /// Where it lies, relative to the top left corner of its cell.
    pub bounds: PixelBounds,
    pub pixels: Pixmap,
}

impl Bitmap {
    fn bytes(&self) -> usize {
        self.pixels.data().len()
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    sprite: Sprite,
    tile: u32,
    role: Role,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Role {
    Master,
    Shown,
}

struct Kept {
    bitmap: Rc<Bitmap>,
    last_drawn: u64,
}

/// How often a sprite was there, and how often it had to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lookups {
    pub hits: u64,
    pub misses: u64,
}

/// The sprites at hand.
#[derive(Default)]
pub struct Atlas {
    kept: HashMap<Key, Kept>,
    bytes: usize,
    clock: u64,
    lookups: Lookups,
}

impl Atlas {
    /// The sprite at this size, made by the hints.
    pub fn bitmap(&mut self, art: &Art, sprite: Sprite, tile: u32, hints: Hints) -> Rc<Bitmap> {
        match hints.cache {
            Cache::On => {
                self.keep(Key { sprite, tile, role: Role::Shown }, |atlas| atlas.make(art, sprite, tile, hints))
            }
            Cache::Off => {
                self.lookups.misses += 1;
                self.make(art, sprite, tile, hints)
            }
        }
    }

    /// Forgets everything, because the hints have changed.
    pub fn clear(&mut self) {
        self.kept.clear();
        self.bytes = 0;
    }

    /// Bytes that are held now.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    pub fn lookups(&self) -> Lookups {
        self.lookups
    }

    fn make(&mut self, art: &Art, sprite: Sprite, tile: u32, hints: Hints) -> Rc<Bitmap> {
        match hints.sprites {
            Sprites::Vector => Rc::new(drawn(art, sprite, tile, hints.antialias)),
            Sprites::Raster => {
                let largest = MASTERS[MASTERS.len() - 1];
                let size = MASTERS.into_iter().find(|&size| size >= tile).unwrap_or(largest);
                let key = Key { sprite, tile: size, role: Role::Master };
                let master = self.keep(key, |_| Rc::new(drawn(art, sprite, size, hints.antialias)));
                if size == tile {
                    return master;
                }
                let bounds = bounds(art, sprite, tile);
                let pixels = scale(&master.pixels, (master.bounds, size), (bounds, tile), hints.filter);
                Rc::new(Bitmap { bounds, pixels })
            }
        }
    }

    fn keep(&mut self, key: Key, make: impl FnOnce(&mut Atlas) -> Rc<Bitmap>) -> Rc<Bitmap> {
        self.clock += 1;
        let now = self.clock;
        if let Some(kept) = self.kept.get_mut(&key) {
            kept.last_drawn = now;
            if key.role == Role::Shown {
                self.lookups.hits += 1;
            }
            return kept.bitmap.clone();
        }
        if key.role == Role::Shown {
            self.lookups.misses += 1;
        }
        let bitmap = make(self);
        self.make_room(bitmap.bytes());
        self.bytes += bitmap.bytes();
        self.kept.insert(key, Kept { bitmap: bitmap.clone(), last_drawn: now });
        bitmap
    }

    /// Least recently drawn goes first; a quarter at a time, so that the search for them is rare.
    fn make_room(&mut self, bytes: usize) {
        if self.bytes + bytes <= MOST_BYTES {
            return;
        }
        let mut by_age: Vec<(u64, Key)> = self.kept.iter().map(|(key, kept)| (kept.last_drawn, *key)).collect();
        by_age.sort_unstable_by_key(|(last_drawn, _)| *last_drawn);
        for (_, key) in by_age {
            if self.bytes + bytes <= MOST_BYTES / 4 * 3 {
                break;
            }
            if let Some(gone) = self.kept.remove(&key) {
                self.bytes -= gone.bitmap.bytes();
            }
        }
    }
}

fn drawn(art: &Art, sprite: Sprite, tile: u32, antialias: Antialias) -> Bitmap {
    Bitmap { bounds: bounds(art, sprite, tile), pixels: art.draw(sprite, tile, antialias) }
}

fn bounds(art: &Art, sprite: Sprite, tile: u32) -> PixelBounds {
    let (left, top, width, height) = art.pixel_bounds(sprite, tile);
    PixelBounds { left, top, width, height }
}
