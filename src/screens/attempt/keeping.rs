//! What can be done with an attempt beyond playing it: keeping it, sharing it, filming it.

use std::ops::Range;

use super::{Attempt, Credit, WORK_IN_A_FRAME};
use crate::level::Solution;
use crate::play::{Player, Replay};
use crate::screens::context::Context;
use crate::screens::effect::{Effect, FilmOrder};
use crate::screens::keys::Command;
use crate::screens::profile::KeptReplay;
use crate::screens::texts::TimeTexts;

/// Something to be kept of a play, by a key or a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeepAction {
    /// Copies the short text of its replay.
    Share,
    /// Adds it to the solutions of its level.
    Solution,
    /// Makes moving pictures of it.
    Film,
}

impl KeepAction {
    /// The command whose keys do the same while a level is played.
    pub const fn command(self) -> Command {
        match self {
            KeepAction::Share => Command::Share,
            KeepAction::Solution => Command::KeepSolution,
            KeepAction::Film => Command::Film,
        }
    }
}

/// Steps that a level is played on, at most.
const STEPS_IN_A_FRAME: u32 = 5_000;

impl Attempt {
    /// Does it, and tells the player.
    pub fn keep(&self, action: KeepAction, context: &mut Context) -> Option<Effect> {
        let texts = &context.texts().time;
        let (news, effect) = match action {
            KeepAction::Share => (Some(texts.replay_copied.to_owned()), Some(Effect::Copy(self.replay().to_text()))),
            KeepAction::Film => (Some(self.filming(texts)), Some(Effect::Film(Box::new(self.film(context))))),
            KeepAction::Solution => match (self.as_solution(), self.chosen.id) {
                (None, _) => (Some(texts.solution_unfinished.to_owned()), None),
                // The answer says what became of it.
                (Some(solution), None) => (None, Some(Effect::KeepSolution(solution))),
                (Some(solution), Some(_)) => {
                    (Some(texts.solution_copied.to_owned()), Some(Effect::Copy(solution.to_ron())))
                }
            },
        };
        context.news = news;
        effect
    }

    /// The replay of what was played so far.
    fn replay(&self) -> Replay {
        Replay::of(&self.chosen.level, self.timeline.player())
    }

    /// What was played so far, if anything of it is the player's own.
    pub fn to_keep(&self) -> Option<KeptReplay> {
        match self.credit() {
            Credit::Own(manner) if !self.timeline.player().orders().is_empty() => {
                Some(KeptReplay::new(&self.replay(), &self.chosen.level.name, manner))
            }
            Credit::Own(_) | Credit::Shown(_) => None,
        }
    }

    /// The orders so far, and how the level ends if no others are given; none if it does not end soon.
    fn as_solution(&self) -> Option<Solution> {
        let orders = self.timeline.player().orders().to_vec();
        let mut player =
            Player::following(self.chosen.level.world(), orders).bounded(STEPS_IN_A_FRAME, WORK_IN_A_FRAME);
        player.advance_to(STEPS_IN_A_FRAME);
        Replay::of(&self.chosen.level, &player).solution()
    }

    /// The steps between the marks of the player, if there are any.
    pub fn marked_stretch(&self) -> Option<Range<u32>> {
        self.stretch.marked(self.timeline.step(), self.timeline.branch().reach())
    }

    fn filming(&self, texts: &TimeTexts) -> String {
        self.marked_stretch()
            .map_or_else(|| texts.filming.to_owned(), |steps| (texts.filming_stretch)(steps.start, steps.end))
    }

    /// All up to the present, or what is marked, as it is seen now.
    fn film(&self, context: &Context) -> FilmOrder {
        let branch = self.timeline.branch();
        FilmOrder {
            level: self.chosen.level.clone(),
            scenery: self.scenery,
            orders: branch.orders().to_vec(),
            steps: self.stretch.steps(self.timeline.step(), branch.reach()),
            tile: self.framing.camera().tile(),
            hints: context.profile.hints(),
            palette: context.settings().palette,
            motion: context.settings().motion,
        }
    }
}
