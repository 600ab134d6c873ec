//! The baseline: how fast memory is while frames are made. Multiples of it can be compared from machine to machine, and
//! milliseconds cannot. It is sampled between frames, so that what slows the machine down slows it too.

use std::hint::black_box;
use std::time::Instant;

use super::measured::Baseline;
use crate::app::{App, Frame, Stopwatch, median};

/// Samples of the baseline.
#[derive(Default)]
pub struct BaselineSamples {
    samples: Vec<Baseline>,
}

impl BaselineSamples {
    /// Copies one frame into the other and fills that: by one thread, and by all that paint in `app`.
    pub fn sample(&mut self, app: &App, from: &Frame, to: &mut Frame) {
        let shade = self.samples.len() as u8;
        let mut watch = Stopwatch::start(Instant::now());
        to.copy_from(black_box(from));
        black_box(to.data());
        let memcpy = watch.lap(Instant::now());
        to.fill(black_box(shade));
        black_box(to.data());
        let memset = watch.lap(Instant::now());
        let memset_by_all = app.time_fill(to, black_box(!shade));
        black_box(to.data());
        self.samples.push(Baseline { memcpy, memset, memset_by_all });
    }

    /// The median of each time.
    pub fn median(&self) -> Baseline {
        let of = |time: fn(&Baseline) -> _| median(self.samples.iter().map(time)).unwrap_or_default();
        Baseline {
            memcpy: of(|sample| sample.memcpy),
            memset: of(|sample| sample.memset),
            memset_by_all: of(|sample| sample.memset_by_all),
        }
    }
}
