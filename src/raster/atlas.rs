//! The atlas: sprites and shapes at the sizes in which they were last drawn, within a bound of memory.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use super::art::{Art, ArtError};
use super::hints::{Antialias, Cache, Hints, Sprites};
use super::layer::Layer;
use super::scale::{PixelBounds, scale};
use super::shapes::Shape;
use super::text::Lettering;
use crate::scene::{Dress, Facing, Sprite};

/// The sizes of the masters, in pixels a tile: a sprite is scaled from the smallest that is not smaller than itself, so
/// that none shrinks by more than half; beyond the largest, sprites grow. (Textures call such a chain mipmaps.)
const MASTERS: [u32; 3] = [32, 64, 128];

/// All layers together, masters too, take at most so many bytes; then those that were not drawn for longest go.
pub const MOST_BYTES: usize = 256 << 20;

/// How often a sprite was there, and how often it had to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lookups {
    pub hits: u64,
    pub misses: u64,
}

/// A layer of the frame that is being painted: its place in [`Atlas::layers`].
pub type Place = u32;

/// The layers at hand.
pub struct Atlas {
    art: Arc<Art>,
    lettering: Lettering,
    hints: Hints,
    sprites: HashMap<Key, Kept, BuildHasherDefault<Multiply>>,
    shapes: HashMap<Shape, Kept>,
    bytes: usize,
    /// Counts frames.
    now: u64,
    /// The layers of this frame, each once.
    layers: Vec<Arc<Layer>>,
    lookups: Lookups,
}

struct Kept {
    layer: Arc<Layer>,
    /// The frame in which it was last drawn, and its place there.
    last_drawn: u64,
    place: Place,
}

impl Atlas {
    /// An empty atlas for the shipped art.
    ///
    /// # Errors
    /// When the art is broken.
    pub fn shipped(hints: Hints) -> Result<Atlas, ArtError> {
        Ok(Atlas {
            art: Arc::new(Art::shipped()?),
            lettering: Lettering::shipped(),
            hints,
            sprites: HashMap::default(),
            shapes: HashMap::default(),
            bytes: 0,
            now: 0,
            layers: Vec::new(),
            lookups: Lookups::default(),
        })
    }

    /// From the next frame on, these hints; what was made by others is forgotten.
    pub fn set_hints(&mut self, hints: Hints) {
        self.hints = hints;
        self.clear();
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.sprites.clear();
        self.shapes.clear();
        self.bytes = 0;
    }

    /// Bytes that are held now.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    pub fn lookups(&self) -> Lookups {
        self.lookups
    }

    /// Starts a frame: no layer belongs to it yet.
    pub fn start_frame(&mut self) {
        self.now += 1;
        self.layers.clear();
    }

    /// Hands out the layers of the frame, to be kept as long as what they show.
    pub fn take_layers(&mut self) -> Vec<Arc<Layer>> {
        std::mem::take(&mut self.layers)
    }

    /// The layers that were asked for since the frame was started.
    pub fn layers(&self) -> &[Arc<Layer>] {
        &self.layers
    }

    /// The sprite at so many pixels a tile, relative to the top left corner of its cell.
    pub fn sprite(&mut self, sprite: Sprite, tile: u32) -> Place {
        let key = Key::new(sprite, tile, Role::Shown);
        if let Some(kept) = self.sprites.get_mut(&key) {
            self.lookups.hits += 1;
            return kept.draw(self.now, &mut self.layers);
        }
        self.lookups.misses += 1;
        let layer = self.make(sprite, tile);
        match self.hints.cache {
            Cache::On => {
                self.make_room(&layer);
                self.sprites.entry(key).or_insert(Kept::new(layer)).draw(self.now, &mut self.layers)
            }
            Cache::Off => Kept::new(layer).draw(self.now, &mut self.layers),
        }
    }

    /// The shape, relative to where it lies; none if there is nothing of it to see.
    pub fn shape(&mut self, shape: Shape) -> Option<Place> {
        if let Some(kept) = self.shapes.get_mut(&shape) {
            return Some(kept.draw(self.now, &mut self.layers));
        }
        let layer = Arc::new(shape.draw(&mut self.lettering, self.hints.antialias)?);
        self.make_room(&layer);
        Some(self.shapes.entry(shape).or_insert(Kept::new(layer)).draw(self.now, &mut self.layers))
    }

    fn make(&mut self, sprite: Sprite, tile: u32) -> Arc<Layer> {
        match self.hints.sprites {
            Sprites::Vector => Arc::new(drawn(&self.art, sprite, tile, self.hints.antialias)),
            Sprites::Raster => {
                let size = master_size(tile);
                let master = self.master(sprite, size);
                if size == tile {
                    return master;
                }
                Arc::new(scale(&master, size, (bounds(&self.art, sprite, tile), tile), self.hints.filter))
            }
        }
    }

    fn master(&mut self, sprite: Sprite, size: u32) -> Arc<Layer> {
        let key = Key::new(sprite, size, Role::Master);
        if let Some(kept) = self.sprites.get_mut(&key) {
            kept.last_drawn = self.now;
            return kept.layer.clone();
        }
        let layer = Arc::new(drawn(&self.art, sprite, size, self.hints.antialias));
        self.make_room(&layer);
        self.sprites.insert(key, Kept { last_drawn: self.now, ..Kept::new(layer.clone()) });
        layer
    }

    /// Makes room for one more layer. The least recently drawn go first; a quarter of all at a time, so that the search
    /// for them is rare.
    fn make_room(&mut self, layer: &Layer) {
        let needed = self.bytes + layer.bytes();
        self.bytes = needed;
        if needed <= MOST_BYTES {
            return;
        }
        let ages = self.sprites.values().chain(self.shapes.values());
        let mut ages: Vec<(u64, usize)> = ages.map(|kept| (kept.last_drawn, kept.layer.bytes())).collect();
        ages.sort_unstable();
        let mut freed = 0;
        let oldest = ages.into_iter().find(|(_, bytes)| {
            freed += bytes;
            needed - freed <= MOST_BYTES / 4 * 3
        });
        let gone = oldest.map_or(self.now, |(age, _)| age);
        self.sprites.retain(|_, kept| kept.last_drawn > gone);
        self.shapes.retain(|_, kept| kept.last_drawn > gone);
        let kept = self.sprites.values().chain(self.shapes.values());
        self.bytes = kept.map(|kept| kept.layer.bytes()).sum::<usize>() + layer.bytes();
    }
}

impl Kept {
    fn new(layer: Arc<Layer>) -> Kept {
        Kept { layer, last_drawn: 0, place: 0 }
    }

    /// Its place among the layers of this frame.
    fn draw(&mut self, now: u64, layers: &mut Vec<Arc<Layer>>) -> Place {
        if self.last_drawn != now {
            self.last_drawn = now;
            self.place = layers.len() as Place;
            layers.push(self.layer.clone());
        }
        self.place
    }
}

/// A sprite at one size, in one number.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key(u64);

#[derive(Clone, Copy)]
enum Role {
    Master,
    Shown,
}

impl Key {
    fn new(sprite: Sprite, tile: u32, role: Role) -> Key {
        let facing = match sprite.facing {
            Facing::Right => 0,
            Facing::Left => 1,
        };
        let dress = match sprite.dress {
            Dress::Rabbit => 0,
            Dress::Rabbot => 2,
        };
        let role = match role {
            Role::Master => 0,
            Role::Shown => 4,
        };
        let looks = u64::from(sprite.picture as u8) << 16 | u64::from(sprite.frame) << 8 | facing | dress | role;
        Key(u64::from(tile) << 32 | looks)
    }
}

/// Looking up thousands of sprites in each frame, the standard hash would be much of the work. Keys are our own, so
/// nobody can choose them to collide.
#[derive(Default)]
struct Multiply(u64);

impl Hasher for Multiply {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, value: u64) {
        let product = u128::from(self.0 ^ value) * 0x9e37_79b9_7f4a_7c15;
        self.0 = (product >> 64) as u64 ^ product as u64;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// The size of the master from which a sprite is scaled.
fn master_size(tile: u32) -> u32 {
    MASTERS.into_iter().find(|&size| size >= tile).unwrap_or(MASTERS[MASTERS.len() - 1])
}

fn drawn(art: &Art, sprite: Sprite, tile: u32, antialias: Antialias) -> Layer {
    Layer::drawn(bounds(art, sprite, tile), &art.draw(sprite, tile, antialias))
}

fn bounds(art: &Art, sprite: Sprite, tile: u32) -> PixelBounds {
    let (left, top, width, height) = art.pixel_bounds(sprite, tile);
    PixelBounds { left, top, width, height }
}
