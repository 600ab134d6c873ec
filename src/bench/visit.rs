//! A visit to a zoom: all variants alive at once, each frame of the course painted by all of them in random order.
//!
//! What slows the machine down slows all variants of a frame alike, and cancels out of their ratio. All of them paint into
//! one buffer, whose position within a page is rolled for each visit, as are the addresses of the sprites: what is left of
//! the luck with memory differs from visit to visit, and shows as noise instead of posing as a difference.

use std::time::Duration;

use super::error::BenchError;
use super::harness::{Harness, PresentFrame};
use super::measured::{Baseline, BenchFrame, Course, FrameKind};
use super::plan::BenchPlan;
use super::precision::VisitTarget;
use super::random::SplitMix;
use super::yardsticks::Yardsticks;
use crate::app::Frame;
use crate::screens::Screen;

/// Game time between two frames: a seventh of a step.
pub const FRAME_STEP: Duration = Duration::from_millis(100);

/// Frames of a course that count. Two steps of the world are among them, and their number is odd, so that their median is
/// one of them.
pub const COURSE: u32 = 15;

/// Frames before them: the scene has jumped back, and the ground that the second one sees again is composed for it.
pub const REWOUND: u32 = 2;

/// The yardsticks are taken after each of so many frames.
const YARDSTICK_EVERY: u32 = 3;

/// Positions of the buffer within a page of memory, in lines of the cache.
const LINES: usize = 64;

/// The games that are compared, and what they share.
pub struct Arena<'a> {
    pub plan: &'a BenchPlan,
    /// The level at the moment from which it is measured.
    pub opening: &'a Screen,
    /// One for each variant.
    pub harnesses: &'a mut [Harness],
    pub random: &'a mut SplitMix,
    pub present: &'a mut Option<PresentFrame>,
    /// Called after each frame; an error ends the visit.
    pub after_frame: &'a mut dyn FnMut() -> Result<(), BenchError>,
}

impl Arena<'_> {
    /// Makes a visit.
    ///
    /// # Errors
    /// When the level is over too soon, or a frame cannot be presented.
    pub fn visit(&mut self, target: &VisitTarget) -> Result<(Vec<Course>, Baseline), BenchError> {
        let (width, height) = self.plan.size;
        let mut buffer = Frame::starting_at_line(width, height, self.random.below(LINES));
        let variants = [0, 1].into_iter().chain(target.variants.iter().copied());
        let mut courses: Vec<Course> = variants.map(|variant| Course { variant, frames: Vec::new() }).collect();
        self.change_zoom(target.zoom, &mut buffer, &mut courses)?;
        self.rewind(target.zoom, &courses);
        for frame in 0..REWOUND {
            self.all(&mut courses, &mut buffer, frame, FrameKind::Rewound)?;
        }
        let mut yardsticks = Yardsticks::default();
        for frame in REWOUND..REWOUND + COURSE {
            self.all(&mut courses, &mut buffer, frame, FrameKind::Steady)?;
            if frame.is_multiple_of(YARDSTICK_EVERY) {
                let base = &self.harnesses[0];
                yardsticks.sample(&base.app, base.last(), &mut buffer);
            }
        }
        let tile = self.plan.zooms[target.zoom];
        courses.iter().for_each(|course| self.harnesses[course.variant].evict_size(tile));
        Ok((courses, yardsticks.baseline()))
    }

    /// Makes all sprites of the course. On the way a change of zoom is measured: mip levels are there, and only the sprites
    /// of this size are missing. Where no mip levels are there either, a first frame makes them.
    fn change_zoom(&mut self, zoom: usize, buffer: &mut Frame, courses: &mut [Course]) -> Result<(), BenchError> {
        let tile = self.plan.zooms[zoom];
        self.rewind(zoom, courses);
        if courses.iter().any(|course| self.harnesses[course.variant].mips_for != Some(tile)) {
            courses.iter().for_each(|course| self.harnesses[course.variant].evict_sprites());
            self.all(courses, buffer, 0, FrameKind::First)?;
            courses.iter().for_each(|course| self.harnesses[course.variant].evict_size(tile));
            self.rewind(zoom, courses);
        }
        self.all(courses, buffer, 0, FrameKind::ZoomChange)?;
        // Who comes last finds most of its own in the processor's caches, for some frames yet.
        self.shuffled(courses.len()).into_iter().try_for_each(|index| {
            self.harnesses[courses[index].variant].warm_up(buffer, REWOUND + COURSE - 1, FRAME_STEP)?;
            (self.after_frame)()
        })
    }

    /// Goes back to where the level is measured from, at this zoom.
    fn rewind(&mut self, zoom: usize, courses: &[Course]) {
        for course in courses {
            let app = &mut self.harnesses[course.variant].app;
            app.show(self.opening.clone());
            app.zoom_to(self.plan.zooms[zoom]);
        }
    }

    /// Makes one frame of each course, in random order.
    fn all(
        &mut self,
        courses: &mut [Course],
        buffer: &mut Frame,
        number: u32,
        kind: FrameKind,
    ) -> Result<(), BenchError> {
        for index in self.shuffled(courses.len()) {
            let course = &mut courses[index];
            let harness = &mut self.harnesses[course.variant];
            let frame = harness.frame_in(buffer, number, kind, FRAME_STEP)?;
            let present = self.present.as_mut().map(|present| present(harness.last()));
            let present = present.transpose().map_err(BenchError::Present)?;
            course.frames.push(BenchFrame { present, ..frame });
            (self.after_frame)()?;
        }
        Ok(())
    }

    /// The indices of so many courses in random order.
    fn shuffled(&mut self, courses: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..courses).collect();
        self.random.shuffle(&mut order);
        order
    }
}
