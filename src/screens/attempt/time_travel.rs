//! Going back and forth in an attempt: it pauses, and the result is one for which time was turned back.

use super::{Attempt, Guide};
use crate::play::{Replay, ShownPlay, Timeline};
use crate::screens::keys::Command;
use crate::screens::profile::Manner;
use crate::screens::shipped::Chosen;
use crate::ui::Layout;

/// How a player goes along the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeAction {
    /// To this step.
    Seek(u32),
    StepBack,
    /// To before the last token, which is taken back.
    Undo,
    /// To the next token again.
    Redo,
    /// To the way of playing that was left last.
    OtherWay,
}

impl TimeAction {
    /// The command whose keys do the same; none for what only a drag can do.
    pub const fn command(self) -> Option<Command> {
        match self {
            TimeAction::Seek(_) => None,
            TimeAction::StepBack => Some(Command::StepBack),
            TimeAction::Undo => Some(Command::Undo),
            TimeAction::Redo => Some(Command::Redo),
            TimeAction::OtherWay => Some(Command::OtherWay),
        }
    }

    /// What a command does, if it goes along the timeline.
    pub const fn of(command: Command) -> Option<TimeAction> {
        Some(match command {
            Command::StepBack => TimeAction::StepBack,
            Command::Undo => TimeAction::Undo,
            Command::Redo => TimeAction::Redo,
            Command::OtherWay => TimeAction::OtherWay,
            _ => return None,
        })
    }
}

/// Steps before a level is decided: enough to give the order that was missing, while it is played; and to see the
/// cause, once it is over.
const STEPS_BACK: u32 = 10;
const BEFORE_THE_FALL: u32 = 2;

impl Attempt {
    /// Goes along the timeline.
    pub fn travel(&mut self, action: TimeAction) {
        let (before, timeline) = (self.timeline.step(), &mut self.timeline);
        let is_other_play = match action {
            TimeAction::Seek(step) => {
                // What is not known is not played in a moment; and at its end a level would be left at once.
                let branch = timeline.branch();
                let planned = branch.orders().last().map_or(0, |at| at.step);
                let last = match branch.end() {
                    Some(_) => branch.reach().saturating_sub(1),
                    None => branch.reach().max(planned),
                };
                timeline.seek(step.min(last));
                false
            }
            TimeAction::StepBack => {
                timeline.seek(before.saturating_sub(1));
                false
            }
            TimeAction::Undo => timeline.undo(),
            TimeAction::Redo => timeline.redo(),
            TimeAction::OtherWay => match timeline.left().len().checked_sub(1) {
                Some(last) => {
                    timeline.return_to(last);
                    true
                }
                None => false,
            },
        };
        if is_other_play || self.timeline.step() != before {
            self.playback.stop();
            if is_other_play || self.timeline.step() < before {
                self.lower_credit(Manner::TurnedBack);
            }
        }
    }

    /// Goes back to where the level could still be won, and pauses: some steps before too many were dead; or, while
    /// enough are alive, some steps before the last one at which it was `open`, which is known if no order was given
    /// since; or else to before the last order.
    pub fn go_back(&mut self, open: Option<u32>) {
        let branch = self.timeline.branch();
        let decided = branch.decided().filter(|decided| *decided <= self.timeline.step());
        let ordered = self.timeline.player().orders().last().map_or(0, |at| at.step);
        let open = open.map(|open| open.saturating_sub(STEPS_BACK).max(ordered));
        let step = decided.map(|decided| decided.saturating_sub(STEPS_BACK)).or(open);
        self.travel(step.map_or(TimeAction::Undo, TimeAction::Seek));
        self.playback.stop();
    }

    /// The same attempt just before it was lost: before too many were dead; or earlier, where it could still be won for
    /// sure, if that is known.
    pub fn before_the_fall(mut self) -> Attempt {
        let decided = self.timeline.branch().decided().unwrap_or(self.timeline.step());
        let lost = self.open_until.map_or(decided, |open| open.min(decided));
        self.travel(TimeAction::Seek(lost.saturating_sub(BEFORE_THE_FALL)));
        self
    }

    /// The same attempt one step before its end, about to go on.
    pub fn before_its_end(mut self) -> Attempt {
        self.travel(TimeAction::Seek(self.timeline.step()));
        self.playback.paused = false;
        self
    }

    /// A level that plays this replay again, until the player takes over.
    pub fn watching(layout: &Layout, chosen: Chosen, replay: &Replay, shown: ShownPlay) -> Attempt {
        let parting = replay.play(&chosen.level).parting;
        let timeline = Timeline::following(chosen.level.world(), replay.orders.clone());
        let attempt = Attempt::with_timeline(layout, chosen, timeline, Some(shown));
        Attempt { guide: Guide::Replay(parting), ..attempt }
    }
}
