//! The screens: title, list of levels, play and its end.
//!
//! They are a trampoline: a turn takes a screen and one input, and returns the next screen or the end of the program.
//! Screens of any kind follow one another for hours on a flat stack, and a test folds a list of inputs through the
//! whole game. Screens know no clock and no window; time comes in as [`Input::Tick`].

mod about;
mod bars;
mod button;
mod card;
mod custom;
mod gallery;
mod help;
mod input;
mod intro;
mod keys;
mod outcome;
mod overlay;
mod page;
mod paragraph;
mod pick;
mod picture;
mod play;
mod progress;
mod question;
mod rebind;
mod sample;
mod session;
mod settings;
mod texts;
mod title;
mod trouble;
mod words;

use std::ops::ControlFlow;
use std::sync::Arc;

pub use crate::scene::Point;
pub use custom::{RecentFile, Wish};
pub use input::{Button, Exit, Input, Key};
pub use keys::{BindingError, Bindings, Command, KeyError, Place};
pub use overlay::Readings;
pub use picture::{HintTold, Picture, Places, Told};
pub use play::Play;
pub use progress::{Best, Progress};
pub use session::{Chosen, Gate, LevelId, Session};
pub use settings::{Display, Motion, Quality, Settings, TextSize};
pub use texts::Language;
pub(crate) use texts::Texts;

use crate::level::{At, Level};
use crate::scene::Item;
use about::About;
use custom::Custom;
use gallery::Gallery;
use help::Help;
use intro::Intro;
use outcome::Ending;
use pick::Pick;
use rebind::Rebind;
use settings::Choices;
use title::Title;

/// What a turn comes to: the next screen, or the way out.
pub type Next = ControlFlow<Exit, Screen>;

/// What the player sees and does now.
#[derive(Debug, Clone)]
pub enum Screen {
    Title(Title),
    Settings(Choices),
    Picture(Box<Picture>),
    Keys(Rebind),
    Help(Box<Help>),
    Pick(Pick),
    Custom(Box<Custom>),
    About(About),
    Intro(Box<Intro>),
    Play(Box<Play>),
    Ending(Box<Ending>),
    /// Not part of the game: the art, to look at.
    Gallery(Box<Gallery>),
}

impl Screen {
    /// Where the game opens.
    pub fn title(session: Session) -> Screen {
        Screen::Title(Title::new(session))
    }

    /// Every movement side by side.
    pub fn gallery(session: Session) -> Screen {
        Screen::Gallery(Box::new(Gallery::new(session)))
    }

    /// One level from a file, in play.
    pub fn level(level: Level) -> Screen {
        Screen::opened(Session::default(), level)
    }

    /// One level from a file, in play, for a player who likes things to be so.
    pub fn opened(session: Session, level: Level) -> Screen {
        let chosen = Chosen { id: None, level: Arc::new(level) };
        Screen::play(Play::new(session, chosen))
    }

    /// Another level, from a file that the player has just brought; or word of why it cannot be read.
    pub fn bring(self, level: Result<Level, String>) -> Screen {
        match (level, self) {
            (level, Screen::Help(help)) => help.behind.bring(level),
            // Whoever chose it there has time for a word about it; whoever dropped it on the window is at work on it.
            (Ok(level), Screen::Custom(custom)) => {
                Screen::intro(Intro::new(custom.session, Chosen { id: None, level: Arc::new(level) }))
            }
            (Ok(level), screen) => Screen::opened(screen.into_session(), level),
            (Err(message), Screen::Play(play)) => Screen::play(play.troubled(&message)),
            (Err(message), Screen::Custom(custom)) => Screen::custom(custom.troubled(&message)),
            (Err(message), screen) => Screen::custom(Custom::new(screen.into_session()).troubled(&message)),
        }
    }

    /// What the last turn has left to wish for that takes files: whoever knows them fulfils it.
    pub fn take_wish(&mut self) -> Option<Wish> {
        match self {
            Screen::Custom(custom) => custom.take_wish(),
            _ => None,
        }
    }

    /// These files were played last.
    pub fn listing(self, files: Vec<RecentFile>) -> Screen {
        match self {
            Screen::Custom(custom) => Screen::custom(custom.listing(files)),
            screen => screen,
        }
    }

    /// These are the names that begin like what is typed.
    pub fn completed(self, names: Vec<String>) -> Screen {
        match self {
            Screen::Custom(custom) => Screen::custom(custom.completed(names)),
            screen => screen,
        }
    }

    /// Whether it shows a level from a file.
    pub fn is_from_file(&self) -> bool {
        match self {
            Screen::Intro(intro) => intro.play.chosen.id.is_none(),
            Screen::Play(play) => play.chosen.id.is_none(),
            Screen::Ending(ending) => ending.play.chosen.id.is_none(),
            Screen::Help(help) => help.behind.is_from_file(),
            _ => false,
        }
    }

    /// The level's file was changed by its author: the play goes on in what it says now, or under a word on what is
    /// wrong with it. Other screens are not about that file.
    pub fn edited(self, level: Result<Level, String>) -> Screen {
        let play = match self {
            Screen::Help(help) => return Screen::Help(Box::new(help.over(|behind| behind.edited(level)))),
            Screen::Intro(intro) if intro.play.chosen.id.is_none() => {
                return match level {
                    Ok(level) => Screen::intro(intro.edited(level)),
                    Err(message) => Screen::play(intro.play.troubled(&message)),
                };
            }
            Screen::Play(play) if play.chosen.id.is_none() => *play,
            Screen::Ending(ending) if ending.play.chosen.id.is_none() => ending.play.restarted(),
            screen => return screen,
        };
        Screen::play(match level {
            Ok(level) => play.edited(level),
            Err(message) => play.troubled(&message),
        })
    }

    /// A level that plays itself by these orders.
    pub fn following(level: Level, orders: Vec<At>) -> Screen {
        let chosen = Chosen { id: None, level: Arc::new(level) };
        Screen::play(Play::following(Session::default(), chosen, orders))
    }

    /// Where a level was chosen from, and is left to.
    fn list(session: Session, level: Option<LevelId>) -> Screen {
        match level {
            Some(_) => Screen::Pick(Pick::new(session)),
            None => Screen::custom(Custom::new(session)),
        }
    }

    fn custom(custom: Custom) -> Screen {
        Screen::Custom(Box::new(custom))
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
        if let Input::Key(key) = input {
            match self.heard_anywhere(key) {
                Some(Command::Help) => return ControlFlow::Continue(self.helped()),
                Some(Command::FullScreen) => self.session_mut().change_display(),
                _ => {}
            }
        }
        match self {
            Screen::Title(title) => title.turn(input),
            Screen::Settings(choices) => choices.turn(input),
            Screen::Picture(picture) => picture.turn(input),
            Screen::Keys(rebind) => rebind.turn(input),
            Screen::Help(help) => help.turn(input),
            Screen::Pick(pick) => pick.turn(input),
            Screen::Custom(custom) => custom.turn(input),
            Screen::About(about) => about.turn(input),
            Screen::Intro(intro) => intro.turn(input),
            Screen::Play(play) => play.turn(input),
            Screen::Ending(ending) => ending.turn(input),
            Screen::Gallery(gallery) => gallery.turn(input),
        }
    }

    /// The painter's hints that hold now.
    pub fn quality(&self) -> &Quality {
        self.session().quality()
    }

    /// Another quality in place of the one that holds now, for as long as that would have held.
    pub fn switch_quality(&mut self, quality: Quality) {
        self.session_mut().switch_quality(quality);
    }

    /// What a key means on every screen alike; nothing while a screen waits for a key to take it literally.
    pub fn heard_anywhere(&self, key: Key) -> Option<Command> {
        let listening = match self {
            Screen::Keys(rebind) => rebind.is_listening(),
            Screen::Custom(_) => matches!(key, Key::Char(_)),
            _ => false,
        };
        self.settings().keys.command(Place::Anywhere, key).filter(|_| !listening)
    }

    /// The help, or the screen behind it.
    fn helped(self) -> Screen {
        match self {
            Screen::Help(help) => help.behind,
            screen => Screen::Help(Box::new(Help::new(screen))),
        }
    }

    /// The items of the board, if there is one: what takes the time of a frame.
    pub fn draw_board(&self, items: &mut Vec<Item>) {
        match self {
            Screen::Title(_)
            | Screen::Settings(_)
            | Screen::Picture(_)
            | Screen::Keys(_)
            | Screen::Help(_)
            | Screen::Pick(_)
            | Screen::Custom(_)
            | Screen::About(_)
            | Screen::Gallery(_) => {}
            Screen::Intro(intro) => intro.play.draw_board(items),
            Screen::Play(play) => play.draw_board(items),
            Screen::Ending(ending) => ending.play.draw_board(items),
        }
    }

    /// Everything that lies over the board.
    pub fn draw_hud(&self, items: &mut Vec<Item>) {
        match self {
            Screen::Title(title) => title.draw(items),
            Screen::Settings(choices) => choices.draw(items),
            Screen::Picture(picture) => picture.draw(items),
            Screen::Keys(rebind) => rebind.draw(items),
            Screen::Help(help) => help.draw(items),
            Screen::Pick(pick) => pick.draw(items),
            Screen::Custom(custom) => custom.draw(items),
            Screen::About(about) => about.draw(items),
            Screen::Intro(intro) => {
                intro.play.draw_bars(items);
                intro.draw(items);
            }
            Screen::Play(play) => play.draw_bars(items),
            Screen::Ending(ending) => {
                ending.play.draw_bars(items);
                ending.draw(items);
            }
            Screen::Gallery(gallery) => gallery.draw(items),
        }
    }

    /// Whether time alone changes the picture.
    pub fn is_moving(&self) -> bool {
        match self {
            Screen::Play(play) => play.is_moving(),
            Screen::Gallery(gallery) => gallery.is_moving(),
            Screen::Picture(_) => true,
            Screen::Title(_)
            | Screen::Settings(_)
            | Screen::Keys(_)
            | Screen::Help(_)
            | Screen::Pick(_)
            | Screen::Custom(_)
            | Screen::About(_)
            | Screen::Intro(_)
            | Screen::Ending(_) => false,
        }
    }

    /// What the window's title and the log call it.
    pub fn caption(&self) -> String {
        match self {
            Screen::Title(_) => "title".to_owned(),
            Screen::Settings(_) => "settings".to_owned(),
            Screen::Picture(_) => "picture".to_owned(),
            Screen::Keys(_) => "keys".to_owned(),
            Screen::Help(_) => "help".to_owned(),
            Screen::Pick(_) => "levels".to_owned(),
            Screen::Custom(_) => "custom".to_owned(),
            Screen::About(_) => "about".to_owned(),
            Screen::Intro(intro) => format!("intro {}", intro.play.chosen.level.name),
            Screen::Play(play) => format!("play {}", play.chosen.level.name),
            Screen::Ending(ending) => {
                let outcome = if ending.is_won() { "won" } else { "lost" };
                format!("{outcome} {}", ending.play.chosen.level.name)
            }
            Screen::Gallery(_) => "gallery".to_owned(),
        }
    }

    /// The same screen, for a player who has achieved this.
    pub fn knowing(mut self, progress: Progress) -> Screen {
        self.session_mut().set_progress(progress);
        self
    }

    /// The same screen, with something to tell the player on the title.
    pub fn telling(mut self, notice: String) -> Screen {
        self.session_mut().set_notice(notice);
        self
    }

    /// The same screen, for a player whose files are kept in this folder.
    pub fn kept_in(mut self, folder: String) -> Screen {
        self.session_mut().set_folder(folder);
        self
    }

    /// What the player has achieved.
    pub fn progress(&self) -> &Progress {
        self.session().progress()
    }

    /// What the player has chosen.
    pub fn settings(&self) -> &Settings {
        self.session().settings()
    }

    /// The words of the language that the player has chosen.
    pub(crate) fn texts(&self) -> &'static Texts {
        self.session().texts()
    }

    fn session(&self) -> &Session {
        match self {
            Screen::Title(title) => &title.session,
            Screen::Settings(choices) => &choices.session,
            Screen::Picture(picture) => &picture.session,
            Screen::Keys(rebind) => &rebind.session,
            Screen::Help(help) => help.behind.session(),
            Screen::Pick(pick) => &pick.session,
            Screen::Custom(custom) => &custom.session,
            Screen::About(about) => &about.session,
            Screen::Intro(intro) => &intro.play.session,
            Screen::Play(play) => &play.session,
            Screen::Ending(ending) => &ending.play.session,
            Screen::Gallery(gallery) => &gallery.session,
        }
    }

    fn into_session(self) -> Session {
        match self {
            Screen::Title(title) => title.session,
            Screen::Settings(choices) => choices.session,
            Screen::Picture(picture) => picture.session,
            Screen::Keys(rebind) => rebind.session,
            Screen::Help(help) => help.behind.into_session(),
            Screen::Pick(pick) => pick.session,
            Screen::Custom(custom) => custom.session,
            Screen::About(about) => about.session,
            Screen::Intro(intro) => intro.play.session,
            Screen::Play(play) => play.session,
            Screen::Ending(ending) => ending.play.session,
            Screen::Gallery(gallery) => gallery.session,
        }
    }

    fn session_mut(&mut self) -> &mut Session {
        match self {
            Screen::Title(title) => &mut title.session,
            Screen::Settings(choices) => &mut choices.session,
            Screen::Picture(picture) => &mut picture.session,
            Screen::Keys(rebind) => &mut rebind.session,
            Screen::Help(help) => help.behind.session_mut(),
            Screen::Pick(pick) => &mut pick.session,
            Screen::Custom(custom) => &mut custom.session,
            Screen::About(about) => &mut about.session,
            Screen::Intro(intro) => &mut intro.play.session,
            Screen::Play(play) => &mut play.session,
            Screen::Ending(ending) => &mut ending.play.session,
            Screen::Gallery(gallery) => &mut gallery.session,
        }
    }
}
