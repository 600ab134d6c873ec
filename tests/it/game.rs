//! The game as tests play it: a screen with the context that all screens share. Inputs go in; what is shown, and what is to
//! be done outside of the game, is looked at. Nothing is painted and no file is touched.

use std::ops::ControlFlow;
use std::time::Duration;

use leveret::app::App;
use leveret::level::Level;
use leveret::play::Player;
use leveret::raster::Rendering;
use leveret::scene::{Camera, Item};
use leveret::screens::{
    Context, Effect, Exit, Input, Key, PlayScreen, Point, PointerButton, Profile, Progress, Screen, ScreenTurn,
};
use leveret::sim::{Ability, Cell, Order};

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
        Game::level_for(Profile::default(), level)
    }

    /// A level from a file, in play, for this player.
    pub fn level_for(profile: Profile, level: Level) -> Game {
        let context = Context::new(profile);
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

    /// Moves the pointer to a cell of the board in play.
    #[track_caller]
    pub fn point_at(self, x: i32, y: i32) -> Game {
        let (left, top) = self.camera().cell_to_pixel(Cell::new(x, y));
        let half = self.camera().tile() as f32 / 2.0;
        self.send([Input::PointerMoved(Point::new(left as f32 + half, top as f32 + half))])
    }

    /// Clicks where the pointer is.
    #[track_caller]
    pub fn click(self) -> Game {
        self.send([Input::Press(PointerButton::Primary), Input::Release(PointerButton::Primary)])
    }

    /// Clicks on a cell of the board in play.
    #[track_caller]
    pub fn click_cell(self, x: i32, y: i32) -> Game {
        self.point_at(x, y).click()
    }

    /// Waits until clicks mean something on a screen that is new.
    #[track_caller]
    pub fn ready(self) -> Game {
        self.send([Input::Tick(Duration::from_millis(300))])
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
    pub fn player(&self) -> &Player {
        self.play().player()
    }

    #[track_caller]
    pub fn camera(&self) -> &Camera {
        self.play().camera()
    }

    pub fn progress(&self) -> &Progress {
        &self.context.profile.progress
    }

    /// All items of the bars, cards and pages.
    pub fn items(&self) -> Vec<Item> {
        let mut items = Vec::new();
        self.screen.draw_hud(&self.context, &mut items);
        ungrouped(items)
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

/// The game with a painter, on its title.
pub fn app(profile: Profile) -> App {
    App::new(Screen::title(), Context::new(profile), Rendering::default()).expect("the art is whole")
}

/// The game with a painter, in a level from a file.
pub fn app_in_level(profile: Profile, level: Level) -> App {
    let context = Context::new(profile);
    App::new(Screen::level(&context, level), context, Rendering::default()).expect("the art is whole")
}

/// Takes an input by which the program must not end.
#[track_caller]
pub fn turn(app: &mut App, input: Input) {
    assert!(app.turn(input).is_continue(), "the game goes on");
}

/// Presses keys, named as in the settings file.
#[track_caller]
pub fn press(app: &mut App, keys: &str) {
    keys.split(' ').for_each(|key| turn(app, Input::Key(key.parse().expect("a key"))));
}

/// All items that an app shows over its board.
pub fn items(app: &App) -> Vec<Item> {
    let mut items = Vec::new();
    app.screen().draw_hud(app.context(), &mut items);
    ungrouped(items)
}

/// The items of the groups in the place of each.
fn ungrouped(items: Vec<Item>) -> Vec<Item> {
    let single = |item| match item {
        Item::Group(group) => ungrouped(group.items().to_vec()),
        item => vec![item],
    };
    items.into_iter().flat_map(single).collect()
}

/// All lines of text that an app shows.
pub fn words(app: &App) -> Vec<String> {
    lines(&items(app))
}

/// Wins the very first level by its solution, with the keyboard.
#[track_caller]
pub fn win_first_level(app: &mut App) {
    let level = &leveret::level::sets()[0].levels[0].level;
    let solution = level.solutions[0].play(level).expect("orders");
    press(app, "Enter Enter");
    for at in &solution.orders {
        let Order::Place(ability, cell) = at.order else { panic!("a token") };
        let Screen::Play(play) = app.screen() else { panic!("in play") };
        let (steps, world) = (at.step - play.player().step(), play.player().world());
        let offered = Ability::ALL.into_iter().filter(|ability| world.tokens(*ability).is_some());
        let number = offered.take_while(|other| *other != ability).count() + 1;
        (0..steps).for_each(|_| press(app, "n"));
        press(app, &number.to_string());
        // The cursor starts somewhere on the board, and shows itself once it was moved.
        press(app, "a d");
        loop {
            let Screen::Play(play) = app.screen() else { panic!("in play") };
            let target = play.target(app.context()).expect("the cursor is on the board");
            let key = match (cell.x - target.x, cell.y - target.y) {
                (0, 0) => break,
                (x, _) if x < 0 => "a",
                (x, _) if x > 0 => "d",
                (_, y) if y < 0 => "w",
                _ => "s",
            };
            press(app, key);
        }
        press(app, "e");
    }
    while let Screen::Play(_) = app.screen() {
        press(app, "n");
    }
    assert!(app.screen().caption().starts_with("won "), "{}", app.screen().caption());
}
