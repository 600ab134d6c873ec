//! Levels that come from outside: dropped on the window, pasted, chosen from a list, or changed by their author.

use super::attempt::Attempt;
use super::context::Context;
use super::effect::{Answer, Effect};
use super::input::Input;
use super::level_files::LevelFiles;
use super::outcome::OutcomeCard;
use super::pasted::Pasted;
use super::play::PlayScreen;
use super::screen::{Screen, ScreenTurn};
use super::shipped::Chosen;
use crate::level::{Level, read_bounded};

impl Screen {
    /// Whether a level can be dropped or pasted here without the loss of a play.
    pub(super) fn opens_levels(&self) -> bool {
        matches!(self, Screen::Title(_) | Screen::Levels(_) | Screen::LevelFiles(_))
    }

    /// The clipboard has answered. It may hold anything, as a file may.
    pub(super) fn pasted(self, context: &mut Context, text: Result<String, String>) -> ScreenTurn {
        let texts = context.texts();
        let message = |cause: String| (texts.not_pasted)(&cause);
        match text.and_then(|text| read_bounded(text.as_bytes()).map_err(|cause| cause.to_string())) {
            Ok(text) if text.is_empty() && self.opens_levels() => {
                self.level_opened(context, Err(texts.nothing_to_paste.to_owned()))
            }
            Ok(text) => match self.replay_pasted(context, &text) {
                Ok(turn) => turn,
                Err(screen) => screen.level_pasted(context, text),
            },
            Err(cause) if self.opens_levels() => self.level_opened(context, Err(message(cause))),
            Err(_) => self.stay([]),
        }
    }

    /// A text was pasted, in which there is no replay.
    fn level_pasted(self, context: &mut Context, text: String) -> ScreenTurn {
        match (self, Pasted::of(&text)) {
            (screen @ Screen::LevelFiles(_), _) => screen.own_turn(context, Input::Answered(Answer::Pasted(Ok(text)))),
            (screen, Some(Pasted::Path(path))) if screen.opens_levels() => screen.stay([Effect::OpenLevel(path)]),
            (screen, Some(Pasted::LevelText(text))) if screen.opens_levels() => {
                screen.stay([Effect::OpenLevelText(text)])
            }
            (screen, _) => screen.stay([]),
        }
    }

    /// A level file that the player has just opened; or a message about why it cannot be read.
    pub(super) fn level_opened(self, context: &mut Context, level: Result<Box<Level>, String>) -> ScreenTurn {
        match (level, self) {
            (level, Screen::Help(_, behind)) => behind.level_opened(context, level),
            (Ok(level), screen @ Screen::Play(_)) => {
                let keep = screen.keep_play(context);
                Screen::level(context, *level).stay(keep)
            }
            // A level that was chosen from the list starts with its card; one that was dropped on the window, at once.
            (Ok(level), Screen::LevelFiles(_)) => Screen::intro(context, Chosen::from_file(*level)).stay([]),
            (Ok(level), _) => Screen::level(context, *level).stay([]),
            (Err(message), Screen::Play(play)) => Screen::Play(Box::new(play.with_error(&message))).stay([]),
            (Err(message), Screen::LevelFiles(files)) => {
                Screen::LevelFiles(Box::new(files.with_error(&message))).stay([])
            }
            (Err(message), _) => {
                let files = LevelFiles::new().with_error(&message);
                Screen::LevelFiles(Box::new(files)).stay([Effect::ListRecentFiles])
            }
        }
    }

    /// The level's file was changed by its author: the play goes on in the new level, or under a message about what is
    /// wrong with it. Other screens are not about that file.
    pub(super) fn level_changed(self, context: &mut Context, level: Result<Box<Level>, String>) -> Screen {
        if !self.plays_file() {
            return self;
        }
        match (self, level) {
            (Screen::Help(help, behind), level) => Screen::Help(help, Box::new(behind.level_changed(context, level))),
            (Screen::FaultyLevel(_), Ok(level)) => Screen::level(context, *level),
            (Screen::FaultyLevel(_), Err(message)) => Screen::faulty_level(&message),
            (Screen::Intro(intro), Ok(level)) => Screen::Intro(Box::new(intro.edited(context, *level))),
            (Screen::Intro(intro), Err(message)) => Screen::broken(intro.into_attempt(&context.layout), &message),
            (Screen::Play(play), Ok(level)) => Screen::Play(Box::new(play.edited(context, *level))),
            (Screen::Outcome(card), Ok(level)) => {
                let play = PlayScreen::new(card.into_attempt()).edited(context, *level);
                match play.player().is_running() {
                    true => Screen::Play(Box::new(play)),
                    // The level ends as before: the card says so, of the new level.
                    false => Screen::Outcome(Box::new(OutcomeCard::new(context, play.into_attempt()).0)),
                }
            }
            (Screen::Outcome(card), Err(message)) => Screen::broken(card.into_attempt().before_its_end(), &message),
            (Screen::Play(play), Err(message)) => Screen::Play(Box::new(play.with_error(&message))),
            (screen, _) => screen,
        }
    }

    /// A level in play whose file cannot be read any more.
    fn broken(attempt: Attempt, message: &str) -> Screen {
        Screen::Play(Box::new(PlayScreen::new(attempt).with_error(message)))
    }
}
