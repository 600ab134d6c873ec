//! The studio: the sample of the graphics page, painted by the hints before and by those of now, and the times of both.

use std::collections::VecDeque;
use std::time::Duration;

use super::stats::median;
use crate::look::Hints;
use crate::raster::art::ArtError;
use crate::raster::{Frame, Painter, Rendering};
use crate::scene::Item;
use crate::screens::SamplePlacement;

/// Frames that the median is taken over: a second of play.
const RECENT: usize = 60;

/// Both painters, the one with the hints before first.
pub struct Studio {
    sides: [Side; 2],
    /// The side that is painted first: they alternate, so that neither always finds the caches as the game left them.
    first: usize,
}

struct Side {
    painter: Painter,
    frame: Frame,
    /// The times of the last frames.
    times: VecDeque<Duration>,
}

impl Studio {
    /// A studio with the same hints on both sides.
    ///
    /// # Errors
    /// When the art is broken.
    pub fn new(rendering: Rendering) -> Result<Studio, ArtError> {
        let side = || Ok(Side { painter: Painter::new(rendering)?, frame: Frame::new(1, 1), times: VecDeque::new() });
        Ok(Studio { sides: [side()?, side()?], first: 0 })
    }

    /// The hints of now, from the next frame on.
    pub fn set_hints(&mut self, hints: Hints) {
        let [_, now] = &mut self.sides;
        if now.painter.hints() != hints {
            now.painter.set_hints(hints);
            now.times.clear();
        }
    }

    /// The sides in the order in which they are to be painted.
    pub fn order(&self) -> [usize; 2] {
        [self.first, 1 - self.first]
    }

    /// Paints one side.
    pub fn paint(&mut self, side: usize, sample: &[Item], (width, height): (u32, u32)) {
        let Side { painter, frame, times } = &mut self.sides[side];
        if (frame.width(), frame.height()) != (width, height) {
            *frame = Frame::new(width, height);
            times.clear();
        }
        painter.paint(sample, frame);
    }

    /// Records the time of painting a side.
    pub fn record(&mut self, side: usize, time: Duration) {
        let times = &mut self.sides[side].times;
        if times.len() == RECENT {
            times.pop_front();
        }
        times.push_back(time);
    }

    /// The median of the last frames of each side in milliseconds, as soon as there are some.
    pub fn milliseconds(&self) -> [Option<f32>; 2] {
        [0, 1].map(|side| median(self.sides[side].times.iter().copied()).map(|time| time.as_secs_f32() * 1e3))
    }

    /// Copies both samples into the frame, and a magnified detail of each.
    pub fn blit(&mut self, placement: &SamplePlacement, into: &mut Frame) {
        self.first = 1 - self.first;
        for (side, (sample, detail)) in self.sides.iter().zip(placement.samples.into_iter().zip(placement.details)) {
            into.blit(&side.frame, side.frame.bounds(), sample, 1);
            into.blit(&side.frame, placement.detail, detail, placement.factor);
        }
    }
}
