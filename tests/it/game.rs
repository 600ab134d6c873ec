//! The game as tests play it: a screen with the context that all screens share. Inputs go in; what is shown, and what is to
//! be done outside of the game, is looked at. Nothing is painted and no file is touched.

use std::ops::ControlFlow;
use std::time::Duration;

use leveret::level::Level;
use leveret::scene::{Item, View};
use leveret::screens::{
    Context, Effect, Exit, Input, Key, PlayScreen, Point, PointerButton, Profile, Progress, Run, Screen, ScreenTurn,
};
use leveret::sim::Cell;

/// A screen and its context.
#[derive(Debug, Clone)]
pub struct Game {
    pub screen: Screen,
    pub context: Context,
    /// All effects so far.
    pub effects: Vec<Effect>,
}

impl Game {
    pub fn on(screen: Screen, context: Context) -> Game {
        Game { screen, context, effects: Vec::new() }
    }

    /// The title, for this player.
    pub fn title(profile: Profile) -> Game {
        Game::on(Screen::title(), Context::new(profile))
    }

    /// A level from a file, in play.
    pub fn level(level: Level) -> Game {
        let context = Context::default();
        Game::on(Screen::level(&context, level), context)
    }

    /// Takes one input: the game after it, or how the program ended.
    pub fn turn(mut self, input: Input) -> ControlFlow<Exit, Game> {
        let ScreenTurn { next, effects } = self.screen.turn(&mut self.context, input);
        self.effects.extend(effects);
        next.map_continue(|screen| Game { screen, context: self.context, effects: self.effects })
    }

    /// Takes inputs by which the program must not end.
    #[track_caller]
    pub fn send(self, inputs: impl IntoIterator<Item = Input>) -> Game {
        inputs.into_iter().fold(self, |game, input| {
            let sent = format!("{input:?}");
            match game.turn(input) {
                ControlFlow::Continue(game) => game,
                ControlFlow::Break(exit) => panic!("{sent} ended the program: {exit:?}"),
            }
        })
    }

    /// Presses keys, named as in the settings file.
    #[track_caller]
    pub fn press(self, keys: &str) -> Game {
        self.send(keys.split(' ').map(|key| Input::Key(key.parse().expect("a key"))))
    }

    /// Types letters.
    #[track_caller]
    pub fn keys(self, letters: &str) -> Game {
        self.send(letters.chars().map(|letter| Input::Key(Key::Char(letter))))
    }

    /// Clicks on a cell of the board in play.
    #[track_caller]
    pub fn click_cell(self, x: i32, y: i32) -> Game {
        let (left, top) = self.view().cell_to_pixel(Cell::new(x, y));
        let half = self.view().tile() as f32 / 2.0;
        let point = Input::PointerMoved(Point::new(left as f32 + half, top as f32 + half));
        self.send([point, Input::Press(PointerButton::Primary), Input::Release(PointerButton::Primary)])
    }

    /// Lets so many steps pass at normal speed.
    #[track_caller]
    pub fn steps(self, count: u32) -> Game {
        self.send(vec![Input::Tick(Duration::from_millis(100)); count as usize * 7])
    }

    pub fn caption(&self) -> String {
        self.screen.caption()
    }

    #[track_caller]
    pub fn play(&self) -> &PlayScreen {
        let Screen::Play(play) = &self.screen else { panic!("no level in play on `{}`", self.caption()) };
        play
    }

    #[track_caller]
    pub fn player(&self) -> &Run {
        self.play().player()
    }

    #[track_caller]
    pub fn view(&self) -> &View {
        self.play().view()
    }

    pub fn progress(&self) -> &Progress {
        &self.context.profile.progress
    }

    /// All items of the bars, cards and pages.
    pub fn items(&self) -> Vec<Item> {
        let mut items = Vec::new();
        self.screen.draw_hud(&self.context, &mut items);
        items
    }

    /// All lines of text of the bars, cards and pages.
    pub fn lines(&self) -> Vec<String> {
        lines(&self.items())
    }

    /// The same in one string.
    pub fn words(&self) -> String {
        self.lines().join(" ")
    }
}

/// All lines of text among items.
pub fn lines(items: &[Item]) -> Vec<String> {
    let text = |item: &Item| if let Item::Text { text, .. } = item { Some(text.to_string()) } else { None };
    items.iter().filter_map(text).collect()
}
