//! The atlas: sprites and shapes at the sizes in which they were last drawn, within a bound of memory.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::num::NonZero;
use std::sync::Arc;

use log::warn;

use super::art::Art;
use super::bitmap::Bitmap;
use super::jobs::{Done, Jobs};
use super::key::{Key, Multiply, Role};
use super::makers::{Made, Makers, Request, makers};
use super::rendering::{Missing, Rendering};
use super::scale::scale;
use super::shapes::Shape;
use super::sprites::{bounds, drawn, made};
use super::text::GlyphCache;
use crate::look::{Cache, Filter, Hints, MIP_LEVELS};
use crate::scene::Sprite;

/// So many sprites are found without a search; a prime, so that their keys spread.
const RECENT: usize = 127;

/// Among so many sizes, those drawn last, a sprite is looked for that could stand in for one of another size.
const MOST_SIZES: usize = 12;

/// How often a sprite was there, and how often it had to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lookups {
    pub hits: u64,
    pub misses: u64,
}

/// A bitmap of the frame that is being painted: its index in [`Atlas::bitmaps`].
pub type BitmapIndex = u32;

/// The bitmaps at hand.
pub struct Atlas {
    art: Arc<Art>,
    glyphs: GlyphCache,
    hints: Hints,
    /// Counts changes of the hints: what was asked for before the last one is not wanted.
    era: u64,
    /// Absent where a frame waits for its sprites.
    makers: Option<Makers>,
    /// The sizes drawn lately, the newest last.
    sizes: Vec<u32>,
    sprites: HashMap<Key, Kept, BuildHasherDefault<Multiply>>,
    shapes: HashMap<Shape, Kept>,
    bytes: usize,
    /// All bitmaps together, masters too, take at most so many bytes; then those that were not drawn for longest go.
    most_bytes: usize,
    /// Counts frames.
    now: u64,
    /// Sprites of this frame, each where its key leads: most are drawn many times, and found here at once.
    recent: [Option<(Key, BitmapIndex)>; RECENT],
    /// Sprites that are not kept beyond this frame.
    fleeting: HashMap<Key, BitmapIndex, BuildHasherDefault<Multiply>>,
    /// The bitmaps of this frame, each once.
    bitmaps: Vec<Arc<Bitmap>>,
    lookups: Lookups,
}

struct Kept {
    bitmap: Arc<Bitmap>,
    /// The frame in which it was last drawn, and its index there.
    last_drawn: u64,
    index: BitmapIndex,
}

impl Atlas {
    /// An empty atlas for this art.
    pub fn new(art: Art, rendering: Rendering) -> Atlas {
        let art = Arc::new(art);
        let makers = match rendering.missing {
            Missing::Wait => None,
            Missing::StandIn => Some(makers(beside(rendering.threads), art.clone())),
        };
        Atlas {
            art,
            glyphs: GlyphCache::default(),
            hints: rendering.hints,
            era: 0,
            makers,
            sizes: Vec::new(),
            sprites: HashMap::default(),
            shapes: HashMap::default(),
            bytes: 0,
            most_bytes: rendering.sprite_bytes,
            now: 0,
            recent: [None; RECENT],
            fleeting: HashMap::default(),
            bitmaps: Vec::new(),
            lookups: Lookups::default(),
        }
    }

    /// From the next frame on, these hints; what was made by others is forgotten.
    pub fn set_hints(&mut self, hints: Hints) {
        self.hints = hints;
        self.clear();
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.era += 1;
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

    /// Whether the next frame has sprites to show that the last one had not.
    pub fn has_news(&self) -> bool {
        self.makers.as_ref().is_some_and(Jobs::has_done)
    }

    /// Whether sprites are being made.
    pub fn is_waiting(&self) -> bool {
        self.makers.as_ref().is_some_and(|makers| makers.has_done() || makers.is_busy())
    }

    /// Returns when all sprites that were asked for are made; the next frame shows them.
    pub fn settle(&self) {
        self.makers.iter().for_each(Jobs::wait);
    }

    /// Starts a frame: no bitmap belongs to it yet.
    pub fn start_frame(&mut self) {
        self.take_made();
        self.now += 1;
        self.bitmaps.clear();
        self.recent.fill(None);
        self.fleeting.clear();
    }

    /// Hands out the bitmaps of the frame, to be kept as long as what they show.
    pub fn take_bitmaps(&mut self) -> Vec<Arc<Bitmap>> {
        std::mem::take(&mut self.bitmaps)
    }

    /// The bitmaps that were asked for since the frame was started.
    pub fn bitmaps(&self) -> &[Arc<Bitmap>] {
        &self.bitmaps
    }

    /// The sprite at so many pixels a tile, relative to the top left corner of its cell.
    pub fn sprite(&mut self, sprite: Sprite, tile: u32) -> BitmapIndex {
        let key = Key::new(sprite, tile, Role::Shown);
        let recent = key.number() as usize % RECENT;
        if let Some((_, index)) = self.recent[recent].filter(|(other, _)| *other == key) {
            self.lookups.hits += 1;
            return index;
        }
        self.note_size(tile);
        if let Some(kept) = self.sprites.get_mut(&key) {
            self.lookups.hits += 1;
            let index = kept.draw(self.now, &mut self.bitmaps);
            self.recent[recent] = Some((key, index));
            return index;
        }
        if let Some(index) = self.fleeting.get(&key) {
            self.lookups.hits += 1;
            return *index;
        }
        self.lookups.misses += 1;
        match (self.hints.cache, &self.makers) {
            (Cache::On, Some(_)) => self.stand_in(sprite, tile),
            (Cache::On, None) => {
                let bitmap = self.make(sprite, tile);
                self.keep(key, bitmap);
                self.draw_kept(key)
            }
            (Cache::Off, _) => {
                let bitmap = self.make(sprite, tile);
                let index = self.bitmaps.len() as BitmapIndex;
                self.bitmaps.push(bitmap);
                self.fleeting.insert(key, index);
                index
            }
        }
    }

    /// The shape, relative to where it lies; none if there is nothing of it to see.
    pub fn shape(&mut self, shape: Shape) -> Option<BitmapIndex> {
        if let Some(kept) = self.shapes.get_mut(&shape) {
            return Some(kept.draw(self.now, &mut self.bitmaps));
        }
        let bitmap = Arc::new(shape.draw(&mut self.glyphs, self.hints.antialias)?);
        self.make_room(&bitmap);
        Some(self.shapes.entry(shape).or_insert(Kept::new(bitmap)).draw(self.now, &mut self.bitmaps))
    }

    fn make(&mut self, sprite: Sprite, tile: u32) -> Arc<Bitmap> {
        let art = self.art.clone();
        made(&art, sprite, tile, self.hints, |size| self.master(sprite, size))
    }

    fn master(&mut self, sprite: Sprite, size: u32) -> Arc<Bitmap> {
        let key = Key::new(sprite, size, Role::Master);
        if let Some(kept) = self.sprites.get_mut(&key) {
            kept.last_drawn = self.now;
            return kept.bitmap.clone();
        }
        let bitmap = Arc::new(drawn(&self.art, sprite, size, self.hints));
        self.keep(key, bitmap.clone());
        bitmap
    }

    /// A sprite that is not made yet: asks for it, and scales the nearest size at hand in its index, the fast way.
    fn stand_in(&mut self, sprite: Sprite, tile: u32) -> BitmapIndex {
        let key = Key::new(sprite, tile, Role::StandIn);
        if !self.sprites.contains_key(&key) {
            let (source, size) = self.nearest(sprite, tile);
            let bounds = bounds(&self.art, sprite, tile);
            self.keep(key, Arc::new(scale(&source, size, (bounds, tile), Filter::Nearest)));
            self.ask(sprite, tile);
        }
        self.draw_kept(key)
    }

    fn draw_kept(&mut self, key: Key) -> BitmapIndex {
        let kept = self.sprites.get_mut(&key).expect("it was kept just now");
        kept.draw(self.now, &mut self.bitmaps)
    }

    /// The sprite at the size next to this one that is at hand; if there is none, the smallest master.
    fn nearest(&mut self, sprite: Sprite, tile: u32) -> (Arc<Bitmap>, u32) {
        let ratio = |size: u32| f64::from(size.max(tile)) / f64::from(size.min(tile).max(1));
        let mut sizes: Vec<u32> = self.sizes.iter().copied().chain(MIP_LEVELS).collect();
        sizes.sort_by(|one, other| ratio(*one).total_cmp(&ratio(*other)));
        let at_hand = sizes.into_iter().find_map(|size| {
            let kept = [Role::Shown, Role::Master].map(|role| self.sprites.get(&Key::new(sprite, size, role)));
            kept.into_iter().flatten().next().map(|kept| (kept.bitmap.clone(), size))
        });
        at_hand.unwrap_or_else(|| (self.master(sprite, MIP_LEVELS[0]), MIP_LEVELS[0]))
    }

    fn note_size(&mut self, tile: u32) {
        if self.sizes.last() != Some(&tile) {
            self.sizes.retain(|size| *size != tile);
            self.sizes.push(tile);
            if self.sizes.len() > MOST_SIZES {
                self.sizes.remove(0);
            }
        }
    }

    fn ask(&mut self, sprite: Sprite, tile: u32) {
        let masters = MIP_LEVELS.map(|size| {
            let kept = self.sprites.get(&Key::new(sprite, size, Role::Master));
            kept.map(|kept| kept.bitmap.clone())
        });
        if let Some(makers) = &self.makers {
            makers.ask(Request { sprite, tile, hints: self.hints, masters, era: self.era });
        }
    }

    /// Takes in what was made since the last frame, and drops what that frame did not show any more: a newer zoom is
    /// not kept waiting by an older one.
    fn take_made(&mut self) {
        let Some(makers) = &self.makers else { return };
        let (done, waiting) = (makers.take(), makers.drop_waiting());
        for done in done {
            match done {
                Done::Made(made) if made.era == self.era => self.keep_made(made),
                Done::Failed(request) if request.era == self.era => {
                    warn!("could not make sprite `{:?}` beside the game; it is drawn within", request.sprite);
                    let bitmap = self.make(request.sprite, request.tile);
                    self.keep_made(Made {
                        sprite: request.sprite,
                        tile: request.tile,
                        bitmap,
                        master: None,
                        era: self.era,
                    });
                }
                // The hints have changed since it was asked for.
                Done::Made(_) | Done::Failed(_) => {}
            }
        }
        for request in waiting {
            let key = Key::new(request.sprite, request.tile, Role::StandIn);
            if self.sprites.get(&key).is_some_and(|kept| kept.last_drawn == self.now) {
                self.ask(request.sprite, request.tile);
            } else {
                self.forget(key);
            }
        }
    }

    fn keep_made(&mut self, made: Made) {
        self.forget(Key::new(made.sprite, made.tile, Role::StandIn));
        self.keep(Key::new(made.sprite, made.tile, Role::Shown), made.bitmap);
        if let Some((size, master)) = made.master {
            self.keep(Key::new(made.sprite, size, Role::Master), master);
        }
    }

    fn keep(&mut self, key: Key, bitmap: Arc<Bitmap>) {
        self.forget(key);
        self.make_room(&bitmap);
        // As if it had been drawn in the frame before: not old, and not in this one yet.
        self.sprites.insert(key, Kept { last_drawn: self.now.saturating_sub(1), ..Kept::new(bitmap) });
    }

    fn forget(&mut self, key: Key) {
        if let Some(gone) = self.sprites.remove(&key) {
            self.bytes -= gone.bitmap.bytes();
        }
    }

    /// Makes room for one more bitmap. The least recently drawn go first; a quarter of all at a time, so that the search
    /// for them is rare.
    fn make_room(&mut self, bitmap: &Bitmap) {
        let needed = self.bytes + bitmap.bytes();
        self.bytes = needed;
        if needed <= self.most_bytes {
            return;
        }
        let ages = self.sprites.values().chain(self.shapes.values());
        let mut ages: Vec<(u64, usize)> = ages.map(|kept| (kept.last_drawn, kept.bitmap.bytes())).collect();
        ages.sort_unstable();
        let mut freed = 0;
        let oldest = ages.into_iter().find(|(_, bytes)| {
            freed += bytes;
            needed - freed <= self.most_bytes / 4 * 3
        });
        let gone = oldest.map_or(self.now, |(age, _)| age);
        self.sprites.retain(|_, kept| kept.last_drawn > gone);
        self.shapes.retain(|_, kept| kept.last_drawn > gone);
        let kept = self.sprites.values().chain(self.shapes.values());
        self.bytes = kept.map(|kept| kept.bitmap.bytes()).sum::<usize>() + bitmap.bytes();
    }
}

/// So many threads make sprites beside so many that paint: one core is left to the frames, which must not be late.
fn beside(painting: NonZero<usize>) -> NonZero<usize> {
    NonZero::new(painting.get() - 1).unwrap_or(NonZero::<usize>::MIN)
}

impl Kept {
    fn new(bitmap: Arc<Bitmap>) -> Kept {
        Kept { bitmap, last_drawn: 0, index: 0 }
    }

    /// Its index among the bitmaps of this frame.
    fn draw(&mut self, now: u64, bitmaps: &mut Vec<Arc<Bitmap>>) -> BitmapIndex {
        if self.last_drawn != now {
            self.last_drawn = now;
            self.index = bitmaps.len() as BitmapIndex;
            bitmaps.push(self.bitmap.clone());
        }
        self.index
    }
}
