//! The fast painter: the same picture as the reference painter's, at the speed of memory.
//!
//! The frame is painted in bands of rows that fit into a core's cache: all commands of a band before the next band, so
//! that each row is written to memory once and not once for each item on it. Threads share the bands, and none reads
//! another's. Within a band, opaque spans of bitmaps are copied and translucent ones blended (`rows`), and what opaque
//! items hide is culled (`occlusion`).

mod band;
mod bands;
mod display_list;
mod grid;
mod occlusion;
mod rows;

use std::num::NonZero;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use fearless_simd::{Level, dispatch};
use log::warn;
use rayon::{ThreadPool, ThreadPoolBuilder};

use super::frame::Frame;
use super::rendering::Instructions;
use crate::scene::Rect;
use band::Band;
pub use band::RenderPass;
use bands::Bands;
pub use display_list::{DisplayList, DrawCommand, Paint};
use rows::Rows;

/// The bytes of a band: a part of a core's second-level cache, which the bitmaps need too.
const BAND_BYTES: usize = 256 << 10;

/// Paints display lists.
pub struct FastPainter {
    level: Level,
    /// The threads beside the one that calls; absent if there are none.
    threads: Option<ThreadPool>,
}

impl FastPainter {
    pub fn new(threads: NonZero<usize>, instructions: Instructions) -> FastPainter {
        let pool = |threads| {
            let pool = ThreadPoolBuilder::new().num_threads(threads).thread_name(|number| format!("painter-{number}"));
            pool.build()
                .inspect_err(|cause| warn!("could not start `{threads}` threads: {cause}; painting on one"))
                .ok()
        };
        FastPainter {
            level: instructions.level(),
            threads: (threads.get() > 1).then(|| pool(threads.get() - 1)).flatten(),
        }
    }

    /// Paints a display list. Returns the number of pixels written.
    pub fn paint(&self, pass: &RenderPass, frame: &mut Frame) -> u64 {
        let RenderPass { list, region, blend_mode, .. } = *pass;
        if list.commands.is_empty() || region.rects().is_empty() {
            return 0;
        }
        let (width, height) = (frame.width() as usize, frame.height() as usize);
        let rows = (BAND_BYTES / (width * size_of::<u32>())).clamp(1, height);
        let bands = Bands::new(list, region, rows, height);
        let paint = |(number, pixels): (usize, &mut [u32])| {
            let bounds = Rect::new(0, (number * rows) as i32, width as i32, (pixels.len() / width) as i32);
            let band = Band::new(pass, bands.commands(number), bounds);
            if band.is_empty() {
                0
            } else {
                dispatch!(self.level, simd => band.paint(Rows { simd, pixels, bounds, blend_mode }))
            }
        };
        self.parallel_sum(frame.pixels_mut().chunks_mut(rows * width).enumerate(), paint)
    }

    /// Calls `each` for every piece of work, on whichever thread is free, and adds up the results. The calling thread
    /// starts at once, without waiting for others to wake up.
    fn parallel_sum<T: Send>(&self, work: impl Iterator<Item = T> + Send, each: impl Fn(T) -> u64 + Sync) -> u64 {
        let Some(threads) = &self.threads else { return work.map(each).sum() };
        let (work, sum) = (Mutex::new(work), AtomicU64::new(0));
        let take_part = || {
            let next = || work.lock().unwrap_or_else(PoisonError::into_inner).next();
            let part = std::iter::from_fn(next).map(&each).sum();
            sum.fetch_add(part, Ordering::Relaxed);
        };
        threads.in_place_scope(|scope| {
            (0..threads.current_num_threads()).for_each(|_| scope.spawn(|_| take_part()));
            take_part();
        });
        sum.into_inner()
    }
}
