//! A visit to a zoom: all variants alive at once, each frame of the course painted by all of them in random order.
//!
//! The course is run several times. In the first lap sprites are made, and in the first visit to a zoom all its pixels
//! are checked and its frames handed over; in the other laps, whose frames count, nothing of that takes time from them.
//! In a run that lasts a given time, slow variants leave after the first of these: what is uncertain about them is how
//! they differ from visit to visit, not from lap to lap, and their laps are better spent on more visits by all.
//!
//! What slows the machine down slows all variants of a frame alike, and cancels out of their ratio. All of them paint
//! into one buffer, whose position within a page is rolled for each visit, as are the addresses of the sprites: what is
//! left of the luck with memory differs from visit to visit, and shows as noise instead of posing as a difference.

use super::baseline::BaselineSamples;
use super::error::BenchError;
use super::harness::{Harness, PresentFrame};
use super::measured::{Baseline, BenchFrame, Course, FrameKind};
use super::plan::{BASE, BenchPlan, CONTROL, FRAME_STEP, LAST_OF_LAP, Length, REWOUND, laps};
use super::precision::VisitTarget;
use super::random::SplitMix;
use crate::app::{Frame, median};
use crate::screens::Screen;

/// The baseline is sampled after each of so many frames.
const BASELINE_EVERY: u32 = 6;

/// A variant is slow whose frames take more than so many times as long as those of the base.
const SLOW: u32 = 3;

/// Positions of the buffer within a page of memory, in lines of the cache.
const LINES: usize = 64;

/// The games that are compared, and what they share.
pub struct Arena<'a> {
    pub plan: &'a BenchPlan,
    /// The level at the moment from which it is measured.
    pub opening: &'a Screen,
    /// One for each variant.
    pub harnesses: &'a mut [Harness],
    /// Whether the frames that do not count are checked and handed over.
    pub hands_over: bool,
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
        let variants = [BASE, CONTROL].into_iter().chain(target.variants.iter().copied());
        let mut courses: Vec<Course> = variants.map(|variant| Course { variant, frames: Vec::new() }).collect();
        self.change_zoom(target.zoom, &mut buffer, &mut courses)?;
        let (mut baseline, mut slow) = (BaselineSamples::default(), Vec::new());
        for lap in 0..=laps(self.plan.length) {
            if lap == 2 && matches!(self.plan.length, Length::Time(_)) {
                slow = split_off_slow(&mut courses);
            }
            self.rewind(target.zoom, &courses);
            for frame in 0..=LAST_OF_LAP {
                let kind = match (lap, frame) {
                    (0, _) => FrameKind::WarmUp,
                    (_, ..REWOUND) => FrameKind::Rewound,
                    _ => FrameKind::Steady,
                };
                self.all(&mut courses, &mut buffer, (lap, frame), kind)?;
                if lap > 0 && frame.is_multiple_of(BASELINE_EVERY) {
                    let base = &self.harnesses[BASE];
                    baseline.sample(&base.app, base.last(), &mut buffer);
                }
            }
        }
        courses.extend(slow);
        courses.sort_unstable_by_key(|course| course.variant);
        let tile = self.plan.zooms[target.zoom];
        courses.iter().for_each(|course| self.harnesses[course.variant].evict_size(tile));
        Ok((courses, baseline.median()))
    }

    /// Measures a change of zoom: mip levels are there, and only the sprites of this size are missing. Where no mip
    /// levels are there either, a first frame makes them.
    fn change_zoom(&mut self, zoom: usize, buffer: &mut Frame, courses: &mut [Course]) -> Result<(), BenchError> {
        let tile = self.plan.zooms[zoom];
        self.rewind(zoom, courses);
        if courses.iter().any(|course| self.harnesses[course.variant].mips_for != Some(tile)) {
            courses.iter().for_each(|course| self.harnesses[course.variant].evict_sprites());
            self.all(courses, buffer, (0, 0), FrameKind::First)?;
            courses.iter().for_each(|course| self.harnesses[course.variant].evict_size(tile));
            self.rewind(zoom, courses);
        }
        self.all(courses, buffer, (0, 0), FrameKind::ZoomChange)
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
        (lap, number): (u32, u32),
        kind: FrameKind,
    ) -> Result<(), BenchError> {
        for index in self.shuffled(courses.len()) {
            let course = &mut courses[index];
            let harness = &mut self.harnesses[course.variant];
            let hands_over = self.hands_over && !matches!(kind, FrameKind::Rewound | FrameKind::Steady);
            let frame = harness.frame_in(buffer, number, kind, FRAME_STEP, hands_over)?;
            let present = self.present.as_mut().map(|present| present(buffer));
            let present = present.transpose().map_err(BenchError::Present)?;
            course.frames.push(BenchFrame { lap, present, ..frame });
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

/// Takes the courses of slow variants out of these, of which the first is that of the base.
fn split_off_slow(courses: &mut Vec<Course>) -> Vec<Course> {
    let frame_time = |course: &Course| median(course.steady());
    let most = frame_time(&courses[0]).map(|base| base * SLOW);
    let (fast, slow) = std::mem::take(courses).into_iter().partition(|course| frame_time(course) <= most);
    *courses = fast;
    slow
}
