//! The screens: title, list of levels, play and its end.
//!
//! They are a trampoline: a turn takes a screen and one input, and returns the next screen or the end of the program.
//! Screens of any kind follow one another for hours on a flat stack, and a test folds a list of inputs through the
//! whole game. Screens know no clock and no window; time comes in as [`Input::Tick`].

mod bars;
mod button;
mod input;
mod intro;
mod outcome;
mod overlay;
mod pick;
mod play;
mod progress;
mod question;
mod run;
mod session;
mod title;
mod words;

use std::ops::ControlFlow;
use std::sync::Arc;

pub use crate::scene::Point;
pub use input::{Button, Exit, Input, Key};
pub use overlay::Readings;
pub use play::Play;
pub use progress::{Best, Progress};
pub use run::Run;
pub use session::{Chosen, Gate, LevelId, Session};

use crate::level::{At, Level};
use crate::scene::Item;
use intro::Intro;
use outcome::Ending;
use pick::Pick;
use title::Title;

/// What a turn comes to: the next screen, or the way out.
pub type Next = ControlFlow<Exit, Screen>;

/// What the player sees and does now.
#[derive(Debug, Clone)]
pub enum Screen {
    Title(Title),
    Pick(Pick),
    Intro(Box<Intro>),
    Play(Box<Play>),
    Ending(Box<Ending>),
}

impl Screen {
    /// Where the game opens.
    pub fn title(session: Session) -> Screen {
        Screen::Title(Title::new(session))
    }

    /// One level from a file, in play.
    pub fn level(level: Level) -> Screen {
        let chosen = Chosen { id: None, level: Arc::new(level) };
        Screen::play(Play::new(Session::default(), chosen))
    }

    /// A level that plays itself by these orders.
    pub fn following(level: Level, orders: Vec<At>) -> Screen {
        let chosen = Chosen { id: None, level: Arc::new(level) };
        Screen::play(Play::following(Session::default(), chosen, orders))
    }

    fn intro(intro: Intro) -> Screen {
        Screen::Intro(Box::new(intro))
    }

    fn play(play: Play) -> Screen {
        Screen::Play(Box::new(play))
    }

    /// One input in, the next screen out.
    pub fn turn(mut self, input: Input) -> Next {
        if input == Input::CloseRequested {
            return ControlFlow::Break(Exit::Quit);
        }
        self.session_mut().notice(&input);
        match self {
            Screen::Title(title) => title.turn(input),
            Screen::Pick(pick) => pick.turn(input),
            Screen::Intro(intro) => intro.turn(input),
            Screen::Play(play) => play.turn(input),
            Screen::Ending(ending) => ending.turn(input),
        }
    }

    /// The items of the board, if there is one: what takes the time of a frame.
    pub fn draw_board(&self, items: &mut Vec<Item>) {
        match self {
            Screen::Title(_) | Screen::Pick(_) => {}
            Screen::Intro(intro) => intro.play.draw_board(items),
            Screen::Play(play) => play.draw_board(items),
            Screen::Ending(ending) => ending.play.draw_board(items),
        }
    }

    /// Everything that lies over the board.
    pub fn draw_hud(&self, items: &mut Vec<Item>) {
        match self {
            Screen::Title(title) => title.draw(items),
            Screen::Pick(pick) => pick.draw(items),
            Screen::Intro(intro) => {
                intro.play.draw_bars(items);
                intro.draw(items);
            }
            Screen::Play(play) => play.draw_bars(items),
            Screen::Ending(ending) => {
                ending.play.draw_bars(items);
                ending.draw(items);
            }
        }
    }

    /// Whether time alone changes the picture.
    pub fn is_moving(&self) -> bool {
        match self {
            Screen::Play(play) => play.is_moving(),
            Screen::Title(_) | Screen::Pick(_) | Screen::Intro(_) | Screen::Ending(_) => false,
        }
    }

    /// What the window's title and the log call it.
    pub fn caption(&self) -> String {
        match self {
            Screen::Title(_) => "title".to_owned(),
            Screen::Pick(_) => "levels".to_owned(),
            Screen::Intro(intro) => format!("intro {}", intro.play.chosen.level.name),
            Screen::Play(play) => format!("play {}", play.chosen.level.name),
            Screen::Ending(ending) => {
                let outcome = if ending.is_won() { "won" } else { "lost" };
                format!("{outcome} {}", ending.play.chosen.level.name)
            }
        }
    }

    /// What the player has achieved.
    pub fn progress(&self) -> &Progress {
        let session = match self {
            Screen::Title(title) => &title.session,
            Screen::Pick(pick) => &pick.session,
            Screen::Intro(intro) => &intro.play.session,
            Screen::Play(play) => &play.session,
            Screen::Ending(ending) => &ending.play.session,
        };
        session.progress()
    }

    fn session_mut(&mut self) -> &mut Session {
        match self {
            Screen::Title(title) => &mut title.session,
            Screen::Pick(pick) => &mut pick.session,
            Screen::Intro(intro) => &mut intro.play.session,
            Screen::Play(play) => &mut play.session,
            Screen::Ending(ending) => &mut ending.play.session,
        }
    }
}
