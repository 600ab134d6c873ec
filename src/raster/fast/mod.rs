//! The fast painter: the same picture as the reference painter's, at the speed of memory.
//!
//! The frame is painted in bands of rows that stay in a core's own cache: all items of a band before the next, so that
//! each row goes to memory once and not once for each item on it. Threads share the bands; none looks at another's.
//! Within a band, opaque runs of a bitmap are copied and translucent ones mixed (`rows`), and what opaque items cover is
//! not painted below them (`cover`).

mod cover;
mod grid;
mod plan;
mod rows;

use std::num::NonZero;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use fearless_simd::{Level, Simd, dispatch};
use log::warn;
use rayon::{ThreadPool, ThreadPoolBuilder};

use super::bitmap::Bitmap;
use super::blend::BlendMode;
use super::frame::Frame;
use super::region::{Region, area, intersect};
use super::rendering::Instructions;
use crate::scene::Rect;
use cover::uncovered;
use plan::Laid;
pub use plan::{Ink, Placed, Plan};
use rows::Rows;

/// A band takes about so many bytes: some of a core's second-level cache, which the bitmaps need too.
const BAND_BYTES: usize = 256 << 10;

/// Below so many pixels it costs more to find out what will be covered than to paint it twice.
const WORTH_SPARING: u64 = 16 << 10;

/// What is to be painted.
pub struct Work<'a> {
    pub plan: &'a Plan,
    /// The bitmaps that the plan refers to.
    pub bitmaps: &'a [Arc<Bitmap>],
    /// What will be hidden by something else, and need not be painted.
    pub covers: &'a [Rect],
    /// Nothing is painted outside of it.
    pub region: &'a Region,
    pub blend_mode: BlendMode,
}

/// Paints plans.
pub struct Fast {
    level: Level,
    /// Those that help the one that paints; absent where it is enough.
    threads: Option<ThreadPool>,
}

impl Fast {
    pub fn new(threads: NonZero<usize>, instructions: Instructions) -> Fast {
        let level = match instructions {
            Instructions::Best => Level::new(),
            Instructions::Baseline => Level::baseline(),
            Instructions::Portable => Level::fallback(),
        };
        let pool = |threads| {
            let pool = ThreadPoolBuilder::new().num_threads(threads).thread_name(|number| format!("painter-{number}"));
            pool.build()
                .inspect_err(|cause| warn!("could not start `{threads}` threads: {cause}; painting on one"))
                .ok()
        };
        Fast { level, threads: (threads.get() > 1).then(|| pool(threads.get() - 1)).flatten() }
    }

    /// Paints what is to be painted, and says how many pixels were written.
    pub fn paint(&self, work: &Work, frame: &mut Frame) -> u64 {
        let Work { plan, region, blend_mode, .. } = *work;
        if plan.placed.is_empty() || region.rects().is_empty() {
            return 0;
        }
        let (width, height) = (frame.width() as usize, frame.height() as usize);
        let rows = (BAND_BYTES / (width * 4)).clamp(1, height);
        let bands = Bands::new(plan, region, rows, height);
        let paint = |(number, pixels): (usize, &mut [u32])| {
            let bounds = Rect::new(0, (number * rows) as i32, width as i32, (pixels.len() / width) as i32);
            let band = Band::new(work, bands.items(number), bounds);
            if band.rects.is_empty() {
                0
            } else {
                dispatch!(self.level, simd => band.paint(Rows { simd, pixels, bounds, blend_mode }))
            }
        };
        self.share(frame.pixels_mut().chunks_mut(rows * width).enumerate(), paint)
    }

    /// Does all of the work, each piece on whichever thread comes first, and adds up what comes of it. This thread does
    /// not wait for others to wake up before it begins.
    fn share<T: Send>(&self, work: impl Iterator<Item = T> + Send, each: impl Fn(T) -> u64 + Sync) -> u64 {
        let Some(threads) = &self.threads else { return work.map(each).sum() };
        let (work, sum) = (Mutex::new(work), AtomicU64::new(0));
        let serve = || {
            let next = || work.lock().unwrap_or_else(PoisonError::into_inner).next();
            let done = std::iter::from_fn(next).map(&each).sum();
            sum.fetch_add(done, Ordering::Relaxed);
        };
        threads.in_place_scope(|scope| {
            (0..threads.current_num_threads()).for_each(|_| scope.spawn(|_| serve()));
            serve();
        });
        sum.into_inner()
    }
}

/// Which items lie on which band, in their order.
struct Bands {
    /// For each band where its items start, and last the number of all.
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Bands {
    fn new(plan: &Plan, region: &Region, rows: usize, height: usize) -> Bands {
        let count = height.div_ceil(rows);
        // Dividing twice for each of thousands of items would cost more than all the rest here.
        let band_of: Vec<u32> = (0..height).map(|row| (row / rows) as u32).collect();
        let bands = |rect: Rect| {
            let last = rect.bottom() as usize - 1;
            band_of[rect.y as usize] as usize..=band_of[last] as usize
        };
        // Bands of which nothing is painted need no items.
        let mut painted = vec![false; count];
        region.rects().iter().flat_map(|rect| bands(*rect)).for_each(|band| painted[band] = true);

        let placed = || plan.placed.iter().enumerate();
        let mut starts = vec![0; count + 1];
        for (_, placed) in placed() {
            bands(placed.bounds).filter(|band| painted[*band]).for_each(|band| starts[band + 1] += 1);
        }
        for band in 0..count {
            starts[band + 1] += starts[band];
        }
        let mut next = starts.clone();
        let mut items = vec![0; starts[count] as usize];
        for (number, placed) in placed() {
            for band in bands(placed.bounds).filter(|band| painted[*band]) {
                items[next[band] as usize] = number as u32;
                next[band] += 1;
            }
        }
        Bands { starts, items }
    }

    fn items(&self, band: usize) -> &[u32] {
        &self.items[self.starts[band] as usize..self.starts[band + 1] as usize]
    }
}

/// What is painted of some rows.
struct Band<'a> {
    work: &'a Work<'a>,
    items: &'a [u32],
    /// The parts of them that are to be painted.
    rects: Vec<Rect>,
}

impl<'a> Band<'a> {
    fn new(work: &'a Work, items: &'a [u32], bounds: Rect) -> Band<'a> {
        let rects = work.region.rects().iter().filter_map(|rect| intersect(*rect, bounds)).collect();
        Band { work, items, rects }
    }

    /// What is inlined here is compiled for the processor's instructions.
    #[inline(always)]
    fn paint<S: Simd>(&self, mut rows: Rows<S>) -> u64 {
        let mut written = 0;
        for rect in &self.rects {
            let Some(first) = self.first_seen(*rect) else { continue };
            for (order, &item) in self.items.iter().enumerate().skip(first) {
                let Placed { bounds, ink } = self.work.plan.placed[item as usize];
                if let Some(seen) = intersect(bounds, *rect) {
                    written += self.paint_part(order, ink, seen, &mut rows);
                }
            }
        }
        written
    }

    /// Where painting a rectangle begins: at the last item that hides all of it. None if something laid over hides it.
    fn first_seen(&self, rect: Rect) -> Option<usize> {
        let hides = |solid: Rect| intersect(solid, rect) == Some(rect);
        if self.work.covers.iter().any(|cover| hides(*cover)) {
            return None;
        }
        let hides_all = |item: &u32| {
            let placed = self.work.plan.placed[*item as usize];
            matches!(placed.ink, Ink::Paper(_) | Ink::Color(_)) && placed.solid(self.work.bitmaps).is_some_and(hides)
        };
        Some(self.items.iter().rposition(hides_all).unwrap_or(0))
    }

    #[inline(always)]
    fn paint_part<S: Simd>(&self, order: usize, ink: Ink, seen: Rect, rows: &mut Rows<S>) -> u64 {
        let mut written = 0;
        match ink {
            Ink::Bitmap(Laid { index, corner, opacity }) => {
                written += rows.blit(&self.work.bitmaps[index as usize], corner, seen, opacity);
            }
            Ink::Grid(grid) => {
                let grid = &self.work.plan.grids[grid as usize];
                let (columns, lines) = grid.touching(seen);
                for line in lines {
                    for column in columns.clone() {
                        let (indices, at) = grid.bitmaps(column, line);
                        for index in indices {
                            let bitmap = &self.work.bitmaps[*index as usize];
                            let bounds = bitmap.bounds_at(at);
                            if let Some(seen) = intersect(bounds, seen) {
                                written += rows.blit(bitmap, (bounds.x, bounds.y), seen, 255);
                            }
                        }
                    }
                }
            }
            Ink::Color(color) if area(seen) < WORTH_SPARING => written += rows.fill(seen, color),
            Ink::Color(color) => {
                for part in self.uncovered(order, seen) {
                    written += rows.fill(part, color);
                }
            }
            Ink::Paper(sheet) => {
                for part in self.uncovered(order, seen) {
                    written += rows.paper(part, &self.work.plan.sheets[sheet as usize]);
                }
            }
        }
        written
    }

    /// What has to be painted of the part of an item that is seen: all of it, unless it is large enough for what will be
    /// laid over it to matter.
    fn uncovered(&self, order: usize, seen: Rect) -> Vec<Rect> {
        if area(seen) < WORTH_SPARING {
            return vec![seen];
        }
        let placed = self.items[order + 1..].iter().map(|item| &self.work.plan.placed[*item as usize]);
        let mut over = self.work.covers.to_vec();
        over.extend(placed.clone().filter_map(|placed| placed.solid(self.work.bitmaps)));
        let parts = uncovered(seen, &over);
        let grids = placed.filter_map(|placed| match placed.ink {
            Ink::Grid(grid) => Some(&self.work.plan.grids[grid as usize]),
            Ink::Color(_) | Ink::Paper(_) | Ink::Bitmap(_) => None,
        });
        // Going through all tiles is worth it only where something is left to be covered.
        let mut grids = grids.filter(|_| !parts.is_empty()).peekable();
        if grids.peek().is_none() {
            return parts;
        }
        grids.for_each(|grid| grid.solids(seen, self.work.bitmaps, &mut over));
        uncovered(seen, &over)
    }
}
