//! The stretch of a play that is filmed, as the player has marked it.

use std::ops::Range;

use crate::screens::keys::Command;

/// The steps at which the player wants a film to begin and to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FilmStretch {
    from: Option<u32>,
    to: Option<u32>,
}

/// An end of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StretchEnd {
    From,
    To,
}

impl StretchEnd {
    /// The command whose keys do the same.
    pub const fn command(self) -> Command {
        match self {
            StretchEnd::From => Command::FilmFrom,
            StretchEnd::To => Command::FilmTo,
        }
    }
}

impl FilmStretch {
    /// Marks a step; a second time takes the mark away. The other mark goes if nothing is left between the two.
    pub fn mark(&mut self, end: StretchEnd, step: u32) {
        let switched = |mark: Option<u32>| if mark == Some(step) { None } else { Some(step) };
        let FilmStretch { from, to } = *self;
        let (from, to) = match end {
            StretchEnd::From => (switched(from), to),
            StretchEnd::To => (from, switched(to)),
        };
        *self = match (end, from.zip(to).is_none_or(|(from, to)| from < to)) {
            (_, true) => FilmStretch { from, to },
            (StretchEnd::From, false) => FilmStretch { from, to: None },
            (StretchEnd::To, false) => FilmStretch { from: None, to },
        };
    }

    /// The marked steps, if there are any marks.
    pub fn marked(self, present: u32, reach: u32) -> Option<Range<u32>> {
        (self != FilmStretch::default()).then(|| self.steps(present, reach))
    }

    /// What is to be filmed: from the start to the present, where no other step is marked. From a mark behind the
    /// present on, it is all that was played, and one step at least.
    pub fn steps(self, present: u32, reach: u32) -> Range<u32> {
        let from = self.from.unwrap_or(0);
        let to = self.to.unwrap_or(if present > from { present } else { reach });
        from..to.max(from + 1)
    }
}
