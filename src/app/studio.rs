//! The studio: the sample of the picture page, painted by the hints that were and by those that are now, with what each
//! takes. The clock is its caller's.

use std::collections::VecDeque;
use std::time::Duration;

use super::stats::median;
use crate::look::Hints;
use crate::raster::art::ArtError;
use crate::raster::{Frame, Painter, Rendering};
use crate::scene::Item;
use crate::screens::Places;

/// The median is of so many of the last frames: a second of play.
const RECENT: usize = 60;

/// Both painters, the one of before first.
pub struct Studio {
    sides: [Side; 2],
    /// Which side is painted first: they take turns, so that neither always finds the caches as the game left them.
    first: usize,
}

struct Side {
    painter: Painter,
    frame: Frame,
    /// What the last frames took.
    times: VecDeque<Duration>,
}

impl Studio {
    /// A studio in which nothing has changed yet.
    ///
    /// # Errors
    /// When the art is broken.
    pub fn new(rendering: Rendering) -> Result<Studio, ArtError> {
        let side = || Ok(Side { painter: Painter::new(rendering)?, frame: Frame::new(1, 1), times: VecDeque::new() });
        Ok(Studio { sides: [side()?, side()?], first: 0 })
    }

    /// From the next frame on, these are the hints of now.
    pub fn set_hints(&mut self, hints: Hints) {
        let [_, now] = &mut self.sides;
        if now.painter.hints() != hints {
            now.painter.set_hints(hints);
            now.times.clear();
        }
    }

    /// The sides in the order in which they are painted this time.
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

    /// Takes note of what painting a side took.
    pub fn note(&mut self, side: usize, time: Duration) {
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

    /// Lays both samples into the frame, and a detail of each enlarged.
    pub fn lay(&mut self, places: &Places, into: &mut Frame) {
        self.first = 1 - self.first;
        for (side, (sample, detail)) in self.sides.iter().zip(places.samples.into_iter().zip(places.details)) {
            into.lay(&side.frame, side.frame.whole(), sample, 1);
            into.lay(&side.frame, places.detail, detail, places.factor);
        }
    }
}
