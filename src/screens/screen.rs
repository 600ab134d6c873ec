//! The screens as one type, and how they follow one another.
//!
//! They are a trampoline: a turn takes a screen and one input, and returns the next screen or the end of the program.
//! Screens of any kind follow one another for hours on a flat stack, and a test folds a list of inputs through the
//! whole game. This is the only file that knows all of them: a screen names the [`Route`] that it leads to, and here
//! the route becomes a screen.

use std::mem::{Discriminant, discriminant};
use std::ops::ControlFlow;

use super::about::About;
use super::attempt::{Attempt, Demonstration};
use super::context::{Context, Overlay};
use super::effect::{Answer, Effect};
use super::faulty_level::FaultyLevel;
use super::gallery::Gallery;
use super::graphics::GraphicsPage;
use super::hand::Change;
use super::help::{Help, HelpTurn};
use super::input::{Exit, Input};
use super::intro::Intro;
use super::keys::{Command, Key, KeyContext};
use super::keys_page::KeysPage;
use super::level_files::LevelFiles;
use super::levels::LevelList;
use super::listening::{Ear, TurnCause};
use super::outcome::OutcomeCard;
use super::play::PlayScreen;
use super::replays::ReplayList;
use super::settings::SettingsPage;
use super::shipped::Chosen;
use super::stroke::{Edit, KeyStroke};
use super::title::Title;
use super::turn::{Next, Route, Turn};
use crate::level::{At, Level};
use crate::look::Cycle;
use crate::play::{Replay, ShownPlay};
use crate::scene::{Item, Rect};
use crate::ui::draw_note;

/// What the player sees and does now.
#[derive(Debug, Clone)]
pub enum Screen {
    Title(Title),
    Settings(SettingsPage),
    Graphics(Box<GraphicsPage>),
    Keys(KeysPage),
    /// The help, and the screen that comes back after it.
    Help(Help, Box<Screen>),
    Levels(LevelList),
    LevelFiles(Box<LevelFiles>),
    /// A level file with faults, until they are mended.
    FaultyLevel(FaultyLevel),
    About(About),
    Intro(Box<Intro>),
    Replays(Box<ReplayList>),
    Play(Box<PlayScreen>),
    Outcome(Box<OutcomeCard>),
    /// Not part of the game: the art, to look at.
    Gallery(Gallery),
}

/// The end of a turn: the next screen or the end of the program, and what is to be done outside of the game.
#[derive(Debug, Clone)]
#[must_use]
pub struct ScreenTurn {
    pub next: ControlFlow<Exit, Screen>,
    pub effects: Vec<Effect>,
}

/// The title.
impl Default for Screen {
    fn default() -> Screen {
        Screen::Title(Title::default())
    }
}

impl Screen {
    /// Where the game opens.
    pub fn title() -> Screen {
        Screen::default()
    }

    /// Every movement side by side.
    pub fn gallery() -> Screen {
        Screen::Gallery(Gallery::new())
    }

    /// A level from a file, in play.
    pub fn level(context: &Context, level: Level) -> Screen {
        Screen::play(Attempt::new(&context.layout, Chosen::from_file(level)))
    }

    /// A level from a file that plays itself by these orders.
    pub fn following(context: &Context, level: Level, orders: Vec<At>) -> Screen {
        Screen::play(Attempt::following(&context.layout, Chosen::from_file(level), orders))
    }

    /// A level from a file that shows a solution.
    pub fn showing(context: &Context, level: Level, solution: Demonstration) -> Screen {
        Screen::play(Attempt::showing(&context.layout, Chosen::from_file(level), solution))
    }

    /// A level file with faults, which becomes a level in play when they are mended.
    pub fn faulty_level(message: &str) -> Screen {
        Screen::FaultyLevel(FaultyLevel::new(message))
    }

    /// A level from a file that plays this replay.
    pub fn watching_replay(context: &Context, level: Level, replay: &Replay) -> Screen {
        Screen::play(Attempt::watching(&context.layout, Chosen::from_file(level), replay, ShownPlay::PastedReplay))
    }

    fn play(attempt: Attempt) -> Screen {
        Screen::Play(Box::new(PlayScreen::new(attempt)))
    }

    /// One input in; the next screen out, and what is to be done outside.
    pub fn turn(self, context: &mut Context, input: Input) -> ScreenTurn {
        context.update(&input);
        let is_admitted = context.hand.admits(&input, context.layout.pointer());
        let is_time_only = matches!(input, Input::Tick(_));
        let mut turn = if is_admitted { self.meant_turn(context, input) } else { self.stay([]) };
        context.layout.hold(context.hand.held_from());
        if let ControlFlow::Continue(Screen::Play(play)) = &mut turn.next
            && !is_time_only
        {
            play.forget_bars();
        }
        turn
    }

    /// A turn by an input that is meant for this screen.
    fn meant_turn(self, context: &mut Context, input: Input) -> ScreenTurn {
        let (before, is_sudden) = (self.view(context), matches!(input, Input::Tick(_)));
        let (ear, cause) = (Ear::at(&self, context), TurnCause::of(&input));
        let mut turn = match input {
            Input::Stroke(stroke) => self.stroke_turn(context, stroke),
            input => self.admitted_turn(context, input),
        };
        if let ControlFlow::Continue(next) = &turn.next
            && next.view(context) != before
        {
            // A level may end by a step that the player makes, too: more of them were meant.
            let is_sudden = is_sudden || matches!(next, Screen::Outcome(_));
            context.hand.change(if is_sudden { Change::Sudden } else { Change::Chosen });
        }
        if let ControlFlow::Continue(next) = &turn.next {
            let heard = ear.hear(next, context, cause, &turn.effects);
            turn.effects.extend(heard.into_iter().map(Effect::Sound));
        }
        turn
    }

    /// What the player sees: the kind of screen, and whether a question or a card lies over it.
    fn view(&self, context: &Context) -> (Discriminant<Screen>, bool) {
        let is_covered = match self {
            Screen::Play(play) => play.has_question(),
            Screen::Replays(list) => list.has_question(),
            Screen::Outcome(card) => card.is_shown(context),
            _ => false,
        };
        (discriminant(self), is_covered)
    }

    fn stroke_turn(self, context: &mut Context, stroke: KeyStroke) -> ScreenTurn {
        let inputs = self.meaning(context, stroke);
        inputs.into_iter().fold(self.stay([]), |ScreenTurn { next, mut effects }, input| match next {
            ControlFlow::Continue(screen) => {
                let turn = screen.admitted_turn(context, input);
                effects.extend(turn.effects);
                ScreenTurn { next: turn.next, effects }
            }
            ControlFlow::Break(exit) => ScreenTurn { next: ControlFlow::Break(exit), effects },
        })
    }

    fn admitted_turn(self, context: &mut Context, input: Input) -> ScreenTurn {
        match input {
            Input::CloseRequested => {
                let keep = self.keep_play(context);
                ScreenTurn { next: ControlFlow::Break(Exit::Quit), effects: Vec::from_iter(keep) }
            }
            Input::Dropped(path) => self.stay([Effect::OpenLevel(path)]),
            Input::Edit(Edit::Paste) => self.stay([Effect::Paste]),
            Input::Answered(Answer::Pasted(text)) => self.pasted(context, text),
            Input::Answered(Answer::ReplayFound(replay, level)) => self.replay_found(context, &replay, level),
            Input::Answered(Answer::LevelOpened(level)) => self.level_opened(context, level),
            Input::Answered(Answer::LevelChanged(level)) => self.level_changed(context, level).stay([]),
            Input::Key(key) => match self.global_command(context, key) {
                Some(command) => self.global_turn(context, command),
                None => self.own_turn(context, Input::Key(key)),
            },
            input => self.own_turn(context, input),
        }
    }

    pub(super) fn stay(self, effects: impl IntoIterator<Item = Effect>) -> ScreenTurn {
        ScreenTurn { next: ControlFlow::Continue(self), effects: effects.into_iter().collect() }
    }

    pub(super) fn own_turn(self, context: &mut Context, input: Input) -> ScreenTurn {
        let turn = match self {
            Screen::Title(title) => title.turn(context, input).map(Screen::Title),
            Screen::Settings(page) => page.turn(context, input).map(Screen::Settings),
            Screen::Graphics(page) => page.turn(context, input).map(|page| Screen::Graphics(Box::new(page))),
            Screen::Keys(page) => page.turn(context, input).map(Screen::Keys),
            Screen::Help(help, behind) => return help_turn(help, *behind, context, input),
            Screen::Levels(list) => list.turn(context, input).map(Screen::Levels),
            Screen::LevelFiles(files) => files.turn(context, input).map(|files| Screen::LevelFiles(Box::new(files))),
            Screen::FaultyLevel(level) => level.turn(context, input).map(Screen::FaultyLevel),
            Screen::About(about) => about.turn(context, input).map(Screen::About),
            Screen::Intro(intro) => intro.turn(context, input).map(|intro| Screen::Intro(Box::new(intro))),
            Screen::Replays(list) => list.turn(context, input).map(|list| Screen::Replays(Box::new(list))),
            Screen::Play(play) => play.turn(context, input).map(|play| Screen::Play(Box::new(play))),
            Screen::Outcome(card) => card.turn(context, input).map(|card| Screen::Outcome(Box::new(card))),
            Screen::Gallery(gallery) => gallery.turn(context, input).map(Screen::Gallery),
        };
        let Turn { next, mut effects } = turn;
        let next = match next {
            Next::Stay(screen) => ControlFlow::Continue(screen),
            Next::Help(screen) => ControlFlow::Continue(screen.helped()),
            Next::Go(route) => {
                let (screen, needed) = Screen::open(context, route);
                effects.extend(needed);
                ControlFlow::Continue(screen)
            }
            Next::Leave(exit) => ControlFlow::Break(exit),
        };
        ScreenTurn { next, effects }
    }

    /// The screen at the end of a route, and what it needs from outside.
    fn open(context: &mut Context, route: Route) -> (Screen, Vec<Effect>) {
        match route {
            Route::Title(choice) => (Screen::Title(Title::at(choice)), Vec::new()),
            Route::Settings(row) => (Screen::Settings(SettingsPage::at(row)), Vec::new()),
            Route::Sound => (Screen::Settings(SettingsPage::of_sound()), Vec::new()),
            Route::Graphics => (Screen::Graphics(Box::new(GraphicsPage::new(context))), Vec::new()),
            Route::Keys => (Screen::Keys(KeysPage::default()), Vec::new()),
            Route::About => (Screen::About(About::default()), Vec::new()),
            // What was won in another game that runs at the same time opens levels here.
            Route::Levels(at) => {
                let merge = Effect::SaveProgress(context.profile.progress.clone());
                (Screen::Levels(LevelList::new(context, at)), vec![merge])
            }
            Route::LevelFiles => (Screen::LevelFiles(Box::new(LevelFiles::new())), vec![Effect::ListRecentFiles]),
            Route::Intro(chosen) => (Screen::intro(context, chosen), Vec::new()),
            Route::Replays(chosen) => (Screen::Replays(Box::new(ReplayList::new(chosen))), Vec::new()),
            Route::Play(attempt) => (Screen::play(*attempt), Vec::new()),
            Route::Outcome(attempt) => {
                let (card, save) = OutcomeCard::new(context, *attempt);
                (Screen::Outcome(Box::new(card)), save)
            }
        }
    }

    pub(super) fn intro(context: &Context, chosen: Chosen) -> Screen {
        Screen::Intro(Box::new(Intro::new(context, Attempt::new(&context.layout, chosen))))
    }

    /// A key that means the same on every screen; none while a screen waits for a key to take it literally.
    fn global_command(&self, context: &Context, key: Key) -> Option<Command> {
        let takes_literally = match self {
            Screen::Keys(page) => page.is_listening(),
            Screen::LevelFiles(_) => matches!(key, Key::Char(_)),
            _ => false,
        };
        context.settings().keys.command(KeyContext::Global, key).filter(|_| !takes_literally)
    }

    fn global_turn(self, context: &mut Context, command: Command) -> ScreenTurn {
        match (command, command.switched_hint()) {
            (Command::Help, _) => match self {
                Screen::Help(_, behind) => behind.stay([]),
                screen => screen.helped().stay([]),
            },
            (Command::FullScreen, _) => {
                let mut settings = context.settings().clone();
                settings.window = settings.window.other();
                let save = context.set_settings(settings);
                self.stay([save])
            }
            (Command::Mute, _) => {
                let mut settings = context.settings().clone();
                settings.volumes.sounding = settings.volumes.sounding.other();
                let save = context.set_settings(settings);
                self.stay([save])
            }
            (Command::FrameTimes, _) => {
                context.switch_overlay();
                // The board makes room for them.
                let (frame, scale) = (context.layout.frame(), context.layout.scale());
                let (width, height) = (frame.width as u32, frame.height as u32);
                self.own_turn(context, Input::Resize { width, height, scale })
            }
            (_, Some(hint)) if context.overlay == Overlay::Shown => {
                let save = context.switch_hints(context.profile.hints().cycle(hint, Cycle::Next));
                self.stay(save)
            }
            _ => self.stay([]),
        }
    }

    /// The help over this screen.
    fn helped(self) -> Screen {
        let behind = match self {
            Screen::Play(play) => Screen::Play(Box::new(play.released())),
            Screen::Intro(intro) => Screen::Intro(Box::new(intro.released())),
            screen => screen,
        };
        Screen::Help(Help::default(), Box::new(behind))
    }

    /// Whether it shows a level from a file.
    pub fn plays_file(&self) -> bool {
        match self {
            Screen::Help(_, behind) => behind.plays_file(),
            Screen::FaultyLevel(_) => true,
            screen => screen.attempt().is_some_and(|attempt| attempt.chosen.id.is_none()),
        }
    }

    /// The attempt at a level that it shows, if it shows one.
    pub fn attempt(&self) -> Option<&Attempt> {
        match self {
            Screen::Intro(intro) => Some(intro.attempt()),
            Screen::Play(play) => Some(play.attempt()),
            Screen::Outcome(card) => Some(card.attempt()),
            Screen::Title(_)
            | Screen::Settings(_)
            | Screen::Graphics(_)
            | Screen::Keys(_)
            | Screen::Help(..)
            | Screen::Levels(_)
            | Screen::LevelFiles(_)
            | Screen::FaultyLevel(_)
            | Screen::About(_)
            | Screen::Replays(_)
            | Screen::Gallery(_) => None,
        }
    }

    /// Keeps the play that ends with this screen, if it shows one.
    pub(super) fn keep_play(&self, context: &mut Context) -> Option<Effect> {
        match self {
            Screen::Help(_, behind) => behind.keep_play(context),
            Screen::Play(play) => play.keep(context),
            _ => None,
        }
    }

    /// The items of the board, if there is one: most of the work of a frame.
    pub fn draw_board(&self, context: &Context, items: &mut Vec<Item>) {
        if let Some(attempt) = self.attempt() {
            attempt.draw_board(context, items);
        }
    }

    /// Everything that lies over the board.
    pub fn draw_hud(&self, context: &Context, items: &mut Vec<Item>) {
        match self {
            Screen::Title(title) => title.draw(context, items),
            Screen::Settings(page) => page.draw(context, items),
            Screen::Graphics(page) => page.draw(context, items),
            Screen::Keys(page) => page.draw(context, items),
            Screen::Help(help, _) => help.draw(context, items),
            Screen::Levels(list) => list.draw(context, items),
            Screen::LevelFiles(files) => files.draw(context, items),
            Screen::FaultyLevel(level) => level.draw(context, items),
            Screen::About(about) => about.draw(context, items),
            Screen::Intro(intro) => intro.draw(context, items),
            Screen::Replays(list) => list.draw(context, items),
            Screen::Play(play) => play.draw(context, items),
            Screen::Outcome(card) => card.draw(context, items),
            Screen::Gallery(gallery) => gallery.draw(context, items),
        }
        if let Some(news) = &context.news {
            draw_note(news.clone(), context.layout.frame(), &context.layout, items);
        }
    }

    /// Where the cursor of the text field is that takes what is typed; none if no field does.
    pub fn caret_area(&self, context: &Context) -> Option<Rect> {
        match self {
            Screen::LevelFiles(files) => files.caret_area(&context.layout),
            _ => None,
        }
    }

    /// Whether time alone changes the picture.
    pub fn is_moving(&self) -> bool {
        match self {
            Screen::Play(play) => play.is_moving(),
            Screen::Gallery(gallery) => gallery.is_moving(),
            Screen::Outcome(card) => card.is_moving(),
            Screen::Graphics(_) => true,
            Screen::Title(_)
            | Screen::Settings(_)
            | Screen::Keys(_)
            | Screen::Help(..)
            | Screen::Levels(_)
            | Screen::LevelFiles(_)
            | Screen::FaultyLevel(_)
            | Screen::About(_)
            | Screen::Intro(_)
            | Screen::Replays(_) => false,
        }
    }

    /// What the player calls it; none for the title.
    pub fn heading<'a>(&'a self, context: &'a Context) -> Option<&'a str> {
        let texts = context.texts();
        if let Some(attempt) = self.attempt() {
            return Some(context.words_of(&attempt.chosen).name);
        }
        match self {
            Screen::Settings(page) => Some(page.heading(context)),
            Screen::Graphics(_) => Some(texts.graphics),
            Screen::Keys(_) => Some(texts.keys),
            Screen::Help(..) => Some(texts.help),
            Screen::Levels(_) => Some(texts.levels),
            Screen::LevelFiles(_) => Some(texts.custom_level),
            Screen::FaultyLevel(_) => Some(texts.edit.faulty),
            Screen::About(_) => Some(texts.about),
            Screen::Replays(_) => Some(texts.time.replays),
            Screen::Title(_) | Screen::Intro(_) | Screen::Play(_) | Screen::Outcome(_) | Screen::Gallery(_) => None,
        }
    }

    /// What the log calls it.
    pub fn caption(&self) -> String {
        let of_level = |what: &str, attempt: &Attempt| format!("{what} {}", attempt.chosen.level.name);
        match self {
            Screen::Title(_) => "title".to_owned(),
            Screen::Settings(_) => "settings".to_owned(),
            Screen::Graphics(_) => "graphics".to_owned(),
            Screen::Keys(_) => "keys".to_owned(),
            Screen::Help(..) => "help".to_owned(),
            Screen::Levels(_) => "levels".to_owned(),
            Screen::LevelFiles(_) => "custom".to_owned(),
            Screen::FaultyLevel(_) => "faults".to_owned(),
            Screen::About(_) => "about".to_owned(),
            Screen::Intro(intro) => of_level("intro", intro.attempt()),
            Screen::Replays(list) => format!("replays {}", list.chosen().level.name),
            Screen::Play(play) => of_level("play", play.attempt()),
            Screen::Outcome(card) => of_level(if card.is_won() { "won" } else { "lost" }, card.attempt()),
            Screen::Gallery(_) => "gallery".to_owned(),
        }
    }
}

/// A turn of the help. What concerns the screen behind it reaches that too.
fn help_turn(help: Help, behind: Screen, context: &mut Context, input: Input) -> ScreenTurn {
    let HelpTurn::Open(help) = help.turn(context, &input) else { return behind.stay([]) };
    let ScreenTurn { next, effects } = match input {
        Input::Resize { .. } | Input::Answered(_) => behind.own_turn(context, input),
        _ => behind.stay([]),
    };
    ScreenTurn { next: next.map_continue(|behind| Screen::Help(help, Box::new(behind))), effects }
}
