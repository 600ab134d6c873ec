//! Levels that come from outside: dropped on the window, pasted, chosen from a list, or changed by their author.

use super::context::Context;
use super::effect::{Answer, Effect};
use super::input::Input;
use super::level_files::LevelFiles;
use super::pasted::Pasted;
use super::play::PlayScreen;
use super::screen::{Screen, ScreenTurn};
use super::shipped::Chosen;
use crate::level::Level;

impl Screen {
    /// Whether a level can be dropped or pasted here without the loss of a play.
    pub(super) fn opens_levels(&self) -> bool {
        matches!(self, Screen::Title(_) | Screen::Levels(_) | Screen::LevelFiles(_))
    }

    /// The clipboard has answered.
    pub(super) fn pasted(self, context: &mut Context, text: Result<String, String>) -> ScreenTurn {
        match (self, text) {
            (screen @ Screen::LevelFiles(_), Ok(text)) => {
                screen.own_turn(context, Input::Answered(Answer::Pasted(Ok(text))))
            }
            (screen, Ok(text)) if screen.opens_levels() => match Pasted::of(&text) {
                Some(Pasted::Path(path)) => screen.stay([Effect::OpenLevel(path)]),
                Some(Pasted::LevelText(text)) => screen.stay([Effect::OpenLevelText(text)]),
                None => screen.stay([]),
            },
            (screen, Err(cause)) if screen.opens_levels() => {
                screen.level_opened(context, Err((context.texts().not_pasted)(&cause)))
            }
            (screen, _) => screen.stay([]),
        }
    }

    /// A level file that the player has just opened; or a message about why it cannot be read.
    pub(super) fn level_opened(self, context: &mut Context, level: Result<Box<Level>, String>) -> ScreenTurn {
        match (level, self) {
            (level, Screen::Help(_, behind)) => behind.level_opened(context, level),
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
    pub(super) fn level_changed(self, context: &Context, level: Result<Box<Level>, String>) -> Screen {
        if !self.plays_file() {
            return self;
        }
        let play = match (self, level) {
            (Screen::Help(help, behind), level) => {
                return Screen::Help(help, Box::new(behind.level_changed(context, level)));
            }
            (Screen::Intro(intro), Ok(level)) => {
                return Screen::Intro(Box::new(intro.edited(context, *level)));
            }
            (Screen::Intro(intro), Err(message)) => {
                PlayScreen::new(intro.into_attempt(&context.layout)).with_error(&message)
            }
            (Screen::Play(play), Ok(level)) => play.edited(context, *level),
            (Screen::Play(play), Err(message)) => play.with_error(&message),
            (Screen::Outcome(card), Ok(level)) => {
                PlayScreen::new(card.into_attempt().restarted()).edited(context, *level)
            }
            (Screen::Outcome(card), Err(message)) => {
                PlayScreen::new(card.into_attempt().restarted()).with_error(&message)
            }
            (screen, _) => return screen,
        };
        Screen::Play(Box::new(play))
    }
}
