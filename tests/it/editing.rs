//! A level that is edited while it is played.

use std::fs;
use std::path::Path;

use leveret::app::App;
use leveret::level::Level;
use leveret::raster::Rendering;
use leveret::scene::Item;
use leveret::screens::{Input, Key, Play, Screen};
use leveret::sim::Cell;

const CORRIDOR: &str = include_str!("data/corridor.ron");

/// The game on this level file after four steps, with a dig token dropped after two.
fn playing(file: &Path) -> App {
    fs::write(file, CORRIDOR).expect("the level is written");
    let screen = Screen::level(Level::read(file).expect("a level"));
    let mut app = App::new(screen, Rendering::default()).expect("the art is whole");
    app.watch(file);
    turn(&mut app, Input::Resize { width: 800, height: 600, scale: 1.0 });
    for key in "nn2awsddden".chars() {
        turn(&mut app, Input::Key(Key::Char(key)));
    }
    turn(&mut app, Input::Key(Key::Char('n')));
    assert_eq!((play(&app).run().step(), play(&app).run().orders().len()), (4, 1));
    app
}

fn turn(app: &mut App, input: Input) {
    assert!(app.turn(input).is_continue(), "the game goes on");
}

fn play(app: &App) -> &Play {
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
    let mut items = Vec::new();
    app.screen().draw_hud(&mut items);
    let texts = items.iter().filter_map(|item| match item {
        Item::Text { text, .. } => Some(text.as_ref()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn saving_the_file_goes_on_at_the_same_step_with_the_same_orders() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("corridor.ron");
    let mut app = playing(&file);
    let order = play(&app).run().orders()[0];

    fs::write(&file, CORRIDOR.replace("#   #   O#", "#       O#")).expect("the wall goes");
    half_a_second(&mut app);
    let run = play(&app).run();
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
    assert_eq!((play(&app).run().step(), play(&app).run().orders().len()), (4, 0));
}

#[test]
fn a_broken_file_is_reported_over_the_last_good_picture() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("corridor.ron");
    let mut app = playing(&file);
    fs::write(&file, CORRIDOR.replace("save: 1", "safe: 1")).expect("a slip");
    half_a_second(&mut app);
    assert!(words(&app).contains("didyoumean`save`?"), "{}", words(&app));
    assert_eq!(play(&app).run().step(), 4);
    turn(&mut app, Input::Key(Key::Char('n')));
    assert_eq!(play(&app).run().step(), 5, "the game goes on");

    fs::write(&file, CORRIDOR).expect("the slip is mended");
    half_a_second(&mut app);
    assert!(!words(&app).contains("didyoumean"), "{}", words(&app));
}
