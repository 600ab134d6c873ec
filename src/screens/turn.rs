//! A turn: what became of a screen, and what it wants done outside of the game.

use super::attempt::Attempt;
use super::effect::Effect;
use super::input::Exit;
use super::settings_row::SettingsRow;
use super::shipped::{Chosen, LevelId};
use super::title::TitleChoice;

/// The end of a screen's turn.
#[derive(Debug, Clone)]
#[must_use]
pub struct Turn<S> {
    pub next: Next<S>,
    /// In the order in which they are to be done.
    pub effects: Vec<Effect>,
}

/// The next call to make, or the end of the program.
#[derive(Debug, Clone)]
pub enum Next<S> {
    /// The screen itself, as it is now.
    Stay(S),
    /// The help, over the screen, which comes back after it.
    Help(S),
    Go(Route),
    Leave(Exit),
}

/// A way to another screen. A screen names where it leads, and knows none of the others.
#[derive(Debug, Clone)]
pub enum Route {
    /// The title, this one of its choices in focus.
    Title(TitleChoice),
    /// The settings, this row in focus.
    Settings(SettingsRow),
    Graphics,
    /// The part of the settings about sound.
    Sound,
    Keys,
    About,
    /// The list of shipped levels, at this one; without one, at the first that is not won.
    Levels(Option<LevelId>),
    /// The list of the player's own level files.
    LevelFiles,
    /// The card before a level.
    Intro(Chosen),
    /// The replays of a level.
    Replays(Chosen),
    Play(Box<Attempt>),
    /// The card after a level.
    Outcome(Box<Attempt>),
}

impl Route {
    /// The list that a level was chosen from.
    pub fn list_of(chosen: &Chosen) -> Route {
        match chosen.id {
            Some(id) => Route::Levels(Some(id)),
            None => Route::LevelFiles,
        }
    }
}

impl<S> Turn<S> {
    pub fn stay(screen: S) -> Turn<S> {
        Turn { next: Next::Stay(screen), effects: Vec::new() }
    }

    pub fn help(screen: S) -> Turn<S> {
        Turn { next: Next::Help(screen), effects: Vec::new() }
    }

    pub fn go(route: Route) -> Turn<S> {
        Turn { next: Next::Go(route), effects: Vec::new() }
    }

    pub fn leave(exit: Exit) -> Turn<S> {
        Turn { next: Next::Leave(exit), effects: Vec::new() }
    }

    /// The same turn, with something to be done.
    pub fn with(mut self, effects: impl IntoIterator<Item = Effect>) -> Turn<S> {
        self.effects.extend(effects);
        self
    }

    /// The same turn, of a screen that is made of this one.
    pub fn map<T>(self, screen: impl FnOnce(S) -> T) -> Turn<T> {
        let next = match self.next {
            Next::Stay(same) => Next::Stay(screen(same)),
            Next::Help(same) => Next::Help(screen(same)),
            Next::Go(route) => Next::Go(route),
            Next::Leave(exit) => Next::Leave(exit),
        };
        Turn { next, effects: self.effects }
    }
}
