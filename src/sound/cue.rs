//! Cues: the kinds of sounds, and which of them an event makes.

use crate::look::Click;
use crate::sim::{Death, Event, Outcome};

/// A kind of sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cue {
    Born,
    Turned,
    StartedFall,
    StartedClimb,
    OpenedBrolly,
    Took,
    Dug,
    Bashed,
    Built,
    Exploded,
    LeftTheWorld,
    Burnt,
    Drowned,
    Crashed,
    Fell,
    Saved,
    TokenLost,
    FireGone,
    Won,
    Lost,
    Tick,
    Page,
    Placed,
    Refused,
    Seek,
}

impl Cue {
    pub const ALL: [Cue; 25] = [
        Cue::Born,
        Cue::Turned,
        Cue::StartedFall,
        Cue::StartedClimb,
        Cue::OpenedBrolly,
        Cue::Took,
        Cue::Dug,
        Cue::Bashed,
        Cue::Built,
        Cue::Exploded,
        Cue::LeftTheWorld,
        Cue::Burnt,
        Cue::Drowned,
        Cue::Crashed,
        Cue::Fell,
        Cue::Saved,
        Cue::TokenLost,
        Cue::FireGone,
        Cue::Won,
        Cue::Lost,
        Cue::Tick,
        Cue::Page,
        Cue::Placed,
        Cue::Refused,
        Cue::Seek,
    ];

    /// What an event sounds like; none for an end that is no end of the game.
    pub const fn of(event: &Event) -> Option<Cue> {
        Some(match event {
            Event::Born { .. } => Cue::Born,
            Event::Turned { .. } => Cue::Turned,
            Event::StartedFall { .. } => Cue::StartedFall,
            Event::StartedClimb { .. } => Cue::StartedClimb,
            Event::OpenedBrolly { .. } => Cue::OpenedBrolly,
            Event::Took { .. } => Cue::Took,
            Event::Dug { .. } => Cue::Dug,
            Event::Bashed { .. } => Cue::Bashed,
            Event::Built { .. } => Cue::Built,
            Event::Died { death, .. } => match death {
                Death::Exploded => Cue::Exploded,
                Death::LeftTheWorld => Cue::LeftTheWorld,
                Death::Burnt => Cue::Burnt,
                Death::Drowned => Cue::Drowned,
                Death::Crashed => Cue::Crashed,
                Death::Fell => Cue::Fell,
            },
            Event::Saved { .. } => Cue::Saved,
            Event::Dropped { .. } => Cue::TokenLost,
            Event::FireGone { .. } => Cue::FireGone,
            Event::Ended(Outcome::Won) => Cue::Won,
            Event::Ended(Outcome::Lost) => Cue::Lost,
            Event::Ended(Outcome::Running | Outcome::Paused) => return None,
        })
    }

    pub const fn of_click(click: Click) -> Cue {
        match click {
            Click::Tick => Cue::Tick,
            Click::Page => Cue::Page,
            Click::Placed => Cue::Placed,
            Click::Refused => Cue::Refused,
            Click::Seek => Cue::Seek,
        }
    }

    /// Whether it comes from the board, and stops when the board does.
    pub const fn is_of_board(self) -> bool {
        !matches!(self, Cue::Won | Cue::Lost | Cue::Tick | Cue::Page | Cue::Placed | Cue::Refused | Cue::Seek)
    }

    /// Whether it is music: in the key of the tune that plays, and the same wherever it happens.
    pub const fn is_jingle(self) -> bool {
        matches!(self, Cue::Won | Cue::Lost)
    }
}
