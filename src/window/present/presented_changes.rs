//! What changed from one presented frame to the next, for surfaces that keep what they were given.

use std::collections::VecDeque;

use crate::app::{Frame, PaintingId};
use crate::scene::Rect;

/// The most presentations that are remembered: surfaces have two or three buffers in turn.
const REMEMBERED: usize = 3;

/// How often all of a frame is shown, in frames. A system may lose a part of a window, and ask for it while a frame is
/// on its way, so that the two requests become one: then the part comes back within a second.
const WHOLE_EVERY: u32 = 60;

/// The part of a frame in which it differs from another.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum FrameChanges {
    /// Possibly everywhere.
    Everything,
    Rects(Vec<Rect>),
}

/// The last presentations.
#[derive(Debug, Default)]
pub(super) struct PresentedChanges {
    last: Option<PaintingId>,
    /// What each changed of the one before, the newest first.
    changes: VecDeque<FrameChanges>,
    /// Frames until all of one is shown again: [`WHOLE_EVERY`] if all of the last one is.
    until_whole: u32,
}

impl PresentedChanges {
    /// This frame is presented next.
    pub(super) fn add(&mut self, frame: &Frame) {
        let change = self.last.and_then(|last| frame.changes_since(last));
        let change = change.map_or(FrameChanges::Everything, |rects| FrameChanges::Rects(rects.to_vec()));
        // The same frame as before is asked for only by a system that has lost it.
        let is_again = frame.painting() == self.last;
        let shows_whole = is_again || self.until_whole == 0 || change == FrameChanges::Everything;
        self.until_whole = if shows_whole { WHOLE_EVERY } else { self.until_whole - 1 };
        self.last = frame.painting();
        self.changes.push_front(change);
        self.changes.truncate(REMEMBERED);
    }

    /// Where the last frame differs from what was presented `age` presentations before it: 1 for the one just before, 0
    /// for pixels of which nothing is known.
    pub(super) fn since(&self, age: u8) -> FrameChanges {
        let age = usize::from(age);
        if age == 0 || age > self.changes.len() {
            return FrameChanges::Everything;
        }
        let mut rects = Vec::new();
        for change in self.changes.iter().take(age) {
            match change {
                FrameChanges::Everything => return FrameChanges::Everything,
                FrameChanges::Rects(more) => rects.extend(more),
            }
        }
        FrameChanges::Rects(rects)
    }

    /// Where the window may show something else than the last frame, if it has been given all frames before that.
    pub(super) fn to_show(&self) -> FrameChanges {
        if self.until_whole == WHOLE_EVERY { FrameChanges::Everything } else { self.since(1) }
    }
}

impl FrameChanges {
    /// The rectangles, in a frame of this size.
    pub(super) fn rects(self, frame: &Frame) -> Vec<Rect> {
        match self {
            FrameChanges::Everything => vec![frame.bounds()],
            FrameChanges::Rects(rects) => rects,
        }
    }
}
