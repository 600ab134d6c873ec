//! A replay that was pasted, on whatever screen: its level is found, and it plays.

use super::attempt::Attempt;
use super::context::Context;
use super::effect::Effect;
use super::play::PlayScreen;
use super::screen::{Screen, ScreenTurn};
use super::shipped::{Chosen, all_levels, chosen, entry};
use crate::level::Level;
use crate::play::{Fingerprint, LevelMatch, Replay, ShownPlay, replays_in};

impl Screen {
    /// Opens the first replay in a text.
    ///
    /// # Errors
    /// When there is none in it; then nothing has happened.
    pub(super) fn replay_pasted(self, context: &mut Context, text: &str) -> Result<ScreenTurn, Screen> {
        match replays_in(text).into_iter().next() {
            None => Err(self),
            Some(Err(fault)) => {
                context.news = Some((context.texts().time.damaged)(&fault));
                Ok(self.stay([]))
            }
            Some(Ok(replay)) => Ok(match shipped(&replay) {
                Some((LevelMatch::Same, level)) => self.watching(context, level, &replay),
                _ => self.stay([Effect::FindLevel(Box::new(replay))]),
            }),
        }
    }

    /// The recent file that fits a replay best is known, if one does. A shipped level of which it is another version is
    /// second to a file that is the same.
    pub(super) fn replay_found(
        self,
        context: &mut Context,
        replay: &Replay,
        found: Option<(LevelMatch, Box<Level>)>,
    ) -> ScreenTurn {
        let level = match (found, shipped(replay)) {
            (Some((LevelMatch::Same, level)), _) | (Some((LevelMatch::Changed, level)), None) => {
                Some(Chosen::from_file(*level))
            }
            (_, Some((_, level))) => Some(level),
            (None, None) => None,
        };
        match level {
            Some(level) => self.watching(context, level, replay),
            None => {
                context.news = Some(context.texts().time.level_unknown.to_owned());
                self.stay([])
            }
        }
    }

    /// The replay of a level plays. What was played before is kept.
    fn watching(self, context: &mut Context, level: Chosen, replay: &Replay) -> ScreenTurn {
        let keep = self.keep_play(context);
        let attempt = Attempt::watching(&context.layout, level, replay, ShownPlay::PastedReplay);
        Screen::Play(Box::new(PlayScreen::new(attempt))).stay(keep)
    }
}

/// The shipped level that fits a replay best.
fn shipped(replay: &Replay) -> Option<(LevelMatch, Chosen)> {
    let keys = all_levels().into_iter().filter_map(|id| Some((Fingerprint::of(&entry(id)?.level), id)));
    let (fit, id) = replay.level.best(keys)?;
    Some((fit, chosen(id)?))
}
