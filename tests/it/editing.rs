//! A level that is edited while it is played.

use std::fs;
use std::path::Path;

use leveret::app::App;
use leveret::level::Level;
use leveret::screens::{Input, Key, PlayScreen, Profile, Screen};
use leveret::sim::Cell;

use crate::game::{self, app_in_level, turn};

const CORRIDOR: &str = include_str!("data/corridor.ron");

/// The game on this level file after four steps, with a dig token dropped after two.
fn playing(file: &Path) -> App {
    fs::write(file, CORRIDOR).expect("the level is written");
    let mut app = app_in_level(Profile::default(), Level::read(file).expect("a level"));
    app.watch(file);
    turn(&mut app, Input::Resize { width: 800, height: 600, scale: 1.0 });
    for key in "nn2awsddden".chars() {
        turn(&mut app, Input::Key(Key::Char(key)));
    }
    turn(&mut app, Input::Key(Key::Char('n')));
    assert_eq!((play(&app).player().step(), play(&app).player().orders().len()), (4, 1));
    app
}

fn play(app: &App) -> &PlayScreen {
    let Screen::Play(play) = app.screen() else { panic!("on screen {}", app.screen().caption()) };
    play
}

/// Half a second of ticks, as long as the window waits while nothing moves.
fn half_a_second(app: &mut App) {
    let wait = app.wake().expect("a file is watched");
    for _ in 0..(500 / wait.as_millis()) {
        turn(app, Input::Tick(wait));
    }
}

fn words(app: &App) -> String {
    game::words(app).concat()
}

#[test]
fn saving_the_file_goes_on_at_the_same_step_with_the_same_orders() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("corridor.ron");
    let mut app = playing(&file);
    let order = play(&app).player().orders()[0];

    fs::write(&file, CORRIDOR.replace("#   #   O#", "#       O#")).expect("the wall goes");
    half_a_second(&mut app);
    let run = play(&app).player();
    assert_eq!(run.world().block(Cell::new(4, 2)), None);
    assert_eq!((run.step(), run.orders()), (4, &[order][..]));
}

#[test]
fn orders_that_no_longer_apply_are_dropped() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("corridor.ron");
    let mut app = playing(&file);
    fs::write(&file, CORRIDOR.replace("dig: 1", "dig: 0")).expect("the dig token goes");
    half_a_second(&mut app);
    assert_eq!((play(&app).player().step(), play(&app).player().orders().len()), (4, 0));
}

#[test]
fn a_broken_file_is_reported_over_the_last_good_picture() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("corridor.ron");
    let mut app = playing(&file);
    fs::write(&file, CORRIDOR.replace("save: 1", "safe: 1")).expect("a slip");
    half_a_second(&mut app);
    assert!(words(&app).contains("didyoumean`save`?"), "{}", words(&app));
    assert_eq!(play(&app).player().step(), 4);
    turn(&mut app, Input::Key(Key::Char('n')));
    assert_eq!(play(&app).player().step(), 5, "the game goes on");

    fs::write(&file, CORRIDOR).expect("the slip is mended");
    half_a_second(&mut app);
    assert!(!words(&app).contains("didyoumean"), "{}", words(&app));
}
