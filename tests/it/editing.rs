//! A level that is edited while it is played.

use std::fs;
use std::path::Path;

use leveret::app::{App, Watch};
use leveret::level::Level;
use leveret::screens::{Context, Demonstration, Input, Key, PlayScreen, Profile, Screen, scenery};
use leveret::sim::Cell;

use crate::game::{self, Game, app_in_level, turn};

const CORRIDOR: &str = include_str!("data/corridor.ron");

/// The game on this level file after four steps, with a dig token dropped after two.
fn playing(file: &Path) -> App {
    fs::write(file, CORRIDOR).expect("the level is written");
    let mut app = app_in_level(Profile::default(), Level::read(file).expect("a level"));
    app.watch(Watch::new(file));
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
fn orders_that_are_no_longer_possible_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("corridor.ron");
    let mut app = playing(&file);
    fs::write(&file, CORRIDOR.replace("dig: 1", "dig: 0")).expect("the dig token goes");
    half_a_second(&mut app);
    assert_eq!((play(&app).player().step(), play(&app).player().orders().len()), (4, 0));
    assert!(words(&app).contains("1orderisnolongerpossible:"), "{}", words(&app));
    assert!(words(&app).contains("afterstep2:nosuchtokenisleft"), "{}", words(&app));
    turn(&mut app, Input::Key(Key::Escape));
    assert!(!words(&app).contains("nolongerpossible"), "{}", words(&app));
}

#[test]
fn what_is_open_over_the_board_stays_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("corridor.ron");
    let mut app = playing(&file);
    turn(&mut app, Input::Key(Key::Char('h')));
    let before = *play(&app).camera();
    fs::write(&file, CORRIDOR.replace("#   #   O#", "#       O#")).expect("the wall goes");
    half_a_second(&mut app);
    assert!(words(&app).contains("Next hint"), "{}", words(&app));
    assert_eq!(*play(&app).camera(), before);

    turn(&mut app, Input::Key(Key::Char('x')));
    fs::write(&file, CORRIDOR.replace("#   #   O#", "#   ##  O#")).expect("the wall grows");
    half_a_second(&mut app);
    assert!(play(&app).has_question());
    assert_eq!(*play(&app).camera(), before);
}

#[test]
fn the_end_of_a_level_goes_on_in_the_edited_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("pit.ron");
    let pit = |floor: &str| format!("Level(rabbits: 1, map: [\"Q     O\", \"       \", \"{floor}\"])");
    fs::write(&file, pit("## ####")).expect("the level is written");
    let mut app = app_in_level(Profile::default(), Level::read(&file).expect("a level"));
    app.watch(Watch::new(&file));
    turn(&mut app, Input::Resize { width: 800, height: 600, scale: 1.0 });
    while matches!(app.screen(), Screen::Play(_)) {
        turn(&mut app, Input::Key(Key::Char('n')));
    }
    assert_eq!(app.screen().caption(), "lost pit");
    let steps = app.screen().attempt().expect("a card").timeline.step();

    // Another hole: the level is lost as before, and the card stays.
    fs::write(&file, pit("##  ###")).expect("an edit");
    half_a_second(&mut app);
    assert_eq!(app.screen().caption(), "lost pit");
    // No hole: the rabbit walks on.
    fs::write(&file, pit("#######")).expect("an edit");
    half_a_second(&mut app);
    assert_eq!(app.screen().caption(), "play pit");
    assert_eq!(play(&app).player().step(), steps);
}

#[test]
fn a_level_that_is_broken_from_the_start_begins_when_it_is_mended() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("corridor.ron");
    fs::write(&file, CORRIDOR.replace("save: 1", "safe: 1")).expect("a slip");
    let error = Level::read(&file).expect_err("a slip").to_string();
    let mut app = game::app(Profile::default());
    app.show(Screen::faulty_level(&error));
    app.watch(Watch::new(&file));
    turn(&mut app, Input::Resize { width: 800, height: 600, scale: 1.0 });
    assert!(words(&app).contains("didyoumean`save`?"), "{}", words(&app));
    fs::write(&file, CORRIDOR.replace("save: 1", "safe: 1").replace("dig: 1", "dog: 1")).expect("another slip");
    half_a_second(&mut app);
    assert!(words(&app).contains("didyoumean`dig`?"), "{}", words(&app));
    fs::write(&file, CORRIDOR).expect("all is mended");
    half_a_second(&mut app);
    assert_eq!(play(&app).player().step(), 0);
    assert!(play(&app).is_moving());
}

#[test]
fn a_broken_file_is_reported_over_the_last_good_picture() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("corridor.ron");
    let mut app = playing(&file);
    fs::write(&file, CORRIDOR.replace("save: 1", "safe: 1")).expect("a slip");
    half_a_second(&mut app);
    assert!(words(&app).contains("didyoumean`save`?"), "{}", words(&app));
    assert!(!play(&app).is_moving(), "time stands still");
    assert_eq!(play(&app).player().step(), 4);
    turn(&mut app, Input::Key(Key::Char('n')));
    assert_eq!(play(&app).player().step(), 5, "the game goes on when it is told to");

    fs::write(&file, CORRIDOR).expect("the slip is mended");
    half_a_second(&mut app);
    assert!(!words(&app).contains("didyoumean"), "{}", words(&app));
}

/// A fault stops a play that runs, and so does not one that the player has stopped: with the fault mended each is as it was.
#[test]
fn with_the_fault_mended_time_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("corridor.ron");
    let slip = CORRIDOR.replace("save: 1", "safe: 1");
    for (keys, goes_on) in [("p", true), ("", false)] {
        let mut app = playing(&file);
        keys.chars().for_each(|key| turn(&mut app, Input::Key(Key::Char(key))));
        assert_eq!(play(&app).is_moving(), goes_on);
        fs::write(&file, &slip).expect("a slip");
        half_a_second(&mut app);
        assert!(!play(&app).is_moving());
        fs::write(&file, CORRIDOR).expect("it is mended");
        half_a_second(&mut app);
        assert_eq!(play(&app).is_moving(), goes_on);
    }
    // Who stops it meanwhile wants it stopped.
    let mut app = playing(&file);
    turn(&mut app, Input::Key(Key::Char('p')));
    fs::write(&file, &slip).expect("a slip");
    half_a_second(&mut app);
    turn(&mut app, Input::Key(Key::Char('n')));
    fs::write(&file, CORRIDOR).expect("it is mended");
    half_a_second(&mut app);
    assert!(!play(&app).is_moving());
}

/// While the card of an end is shown the file breaks, and is mended: the play goes on where it was, with its orders.
#[test]
fn a_fault_at_the_end_of_a_level_loses_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("corridor.ron");
    let mut app = playing(&file);
    [Key::Char('x'), Key::Tab, Key::Enter].into_iter().for_each(|key| turn(&mut app, Input::Key(key)));
    (0..9).for_each(|_| turn(&mut app, Input::Key(Key::Char('n'))));
    assert_eq!(app.screen().caption(), "lost Corridor");
    let timeline = |app: &App| app.screen().attempt().expect("a level").timeline.clone();
    let (caption, end) = (app.screen().caption(), timeline(&app));
    fs::write(&file, CORRIDOR.replace("save: 1", "safe: 1")).expect("a slip");
    half_a_second(&mut app);
    assert!(words(&app).contains("didyoumean`save`?"), "{}", words(&app));
    assert_eq!(timeline(&app).branch().orders(), end.branch().orders());
    fs::write(&file, CORRIDOR).expect("it is mended");
    half_a_second(&mut app);
    (0..20).for_each(|_| turn(&mut app, Input::Tick(std::time::Duration::from_millis(100))));
    assert_eq!((app.screen().caption(), timeline(&app).step()), (caption, end.step()));
}

/// What is changed between the first reading and the window is seen.
#[test]
fn a_change_right_after_the_first_reading_is_seen() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("corridor.ron");
    fs::write(&file, CORRIDOR).expect("the level is written");
    let watch = Watch::new(&file);
    let mut app = app_in_level(Profile::default(), Level::read(&file).expect("a level"));
    fs::write(&file, CORRIDOR.replace("#   #   O#", "#       O#")).expect("the wall goes");
    app.watch(watch);
    turn(&mut app, Input::Resize { width: 800, height: 600, scale: 1.0 });
    half_a_second(&mut app);
    assert_eq!(play(&app).player().world().block(Cell::new(4, 2)), None);
}

/// The second order of the second solution goes wrong after three steps.
const TWO_SOLUTIONS: &str = r#"Level(
    rabbits: 1,
    tokens: { dig: 1 },
    map: ["MQ    M", "M     M", "M#####M", "M    OM", "M#####M"],
    solutions: [
        Solution(ends: Lost, orders: [At(2, ExplodeAll)]),
        Solution(ends: Won, orders: [At(1, dig, (4, 1)), At(3, dig, (5, 1))]),
    ],
)"#;

#[test]
fn a_solution_that_fails_is_shown_up_to_where_it_goes_wrong() {
    let level = Level::from_ron(TWO_SOLUTIONS, "two.ron").expect("a level");
    let context = Context::default();
    let played = level.solutions[1].play(&level).expect("orders");
    let screen = Screen::showing(&context, level.clone(), Demonstration::of(2, played));
    let game = Game::on(screen, context).send([Input::Resize { width: 800, height: 600, scale: 1.0 }]);
    assert!(game.words().contains("solution 2, which goes wrong at step 3"), "{}", game.words());
    let game = game.steps(9);
    assert_eq!((game.player().step(), game.player().orders().len()), (3, 1));
    assert!(!game.screen.is_moving());
    assert!(game.words().contains("Here solution 2 goes wrong: no such token is left."), "{}", game.words());
    // Whoever wants to see more can.
    let game = game.keys("p").steps(2);
    assert_eq!(game.player().step(), 5);
}

/// The game that shows the second solution of this file, at the step at which it goes wrong.
fn showing_failure(file: &Path) -> App {
    fs::write(file, TWO_SOLUTIONS).expect("the level is written");
    let level = Level::read(file).expect("a level");
    let played = level.solutions[1].play(&level).expect("orders");
    let mut app = game::app(Profile::default());
    app.show(Screen::showing(app.context(), level, Demonstration::of(2, played)));
    app.watch(Watch::new(file));
    turn(&mut app, Input::Resize { width: 800, height: 600, scale: 1.0 });
    (0..9).for_each(|_| half_a_second(&mut app));
    assert!(words(&app).contains("Here solution 2 goes wrong"), "{}", words(&app));
    app
}

#[test]
fn a_solution_that_was_mended_no_longer_fails() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("two.ron");
    let mut app = showing_failure(&file);
    // Another name mends nothing.
    fs::write(&file, TWO_SOLUTIONS.replace("rabbits: 1", "name: \"Two\", rabbits: 1")).expect("an edit");
    half_a_second(&mut app);
    assert!(words(&app).contains("Here solution 2 goes wrong"), "{}", words(&app));
    fs::write(&file, TWO_SOLUTIONS.replace("dig: 1", "dig: 2")).expect("the missing token comes");
    half_a_second(&mut app);
    assert!(words(&app).contains("Showing the solution"), "{}", words(&app));
    assert_eq!(play(&app).player().step(), 3);
    turn(&mut app, Input::Key(Key::Char('n')));
    assert_eq!(play(&app).player().orders().len(), 2, "the solution is shown as it is now");
}

/// The sky of a level from a file follows from what the level has.
#[test]
fn an_edited_level_has_the_sky_of_what_is_in_it_now() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("corridor.ron");
    let mut app = playing(&file);
    let edited = CORRIDOR.replace("dig: 1", "dig: 1, climb: 1");
    fs::write(&file, &edited).expect("a climb token comes");
    half_a_second(&mut app);
    let of = |text: &str| scenery(&Level::from_ron(text, "corridor.ron").expect("a level"));
    assert_ne!(of(&edited), of(CORRIDOR));
    assert_eq!(play(&app).attempt().scenery, of(&edited));
}

#[test]
fn where_no_solution_wins_the_one_that_fails_is_offered() {
    let level = Level::from_ron(TWO_SOLUTIONS, "two.ron").expect("a level");
    let game = Game::level(level).send([Input::Resize { width: 800, height: 600, scale: 1.0 }]);
    // The only rabbit explodes.
    let game = game.press("x Tab Enter").steps(9);
    assert_eq!(game.caption(), "lost two");
    assert!(game.words().contains("Show failure") && !game.words().contains("Show me"), "{}", game.words());
    let game = game.keys("v");
    assert!(game.words().contains("solution 2, which goes wrong"), "{}", game.words());
}
