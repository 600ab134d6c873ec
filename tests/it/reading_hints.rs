//! Hints are read before a level and while it is played, and the board can be looked at before it is.

use leveret::level::Level;
use leveret::scene::{Item, Point};
use leveret::screens::{Input, PointerButton, Profile, Screen};

use crate::game::Game;

const LEVEL: &str = r#"Level(rabbits: 1, tokens: { bash: 1 }, map: ["Q       ", "        ", "MMMMMMMM"],
    hints: ["First of all, look.", "Drop it at (5, 1), not elsewhere."])"#;

fn level() -> Game {
    Game::level(Level::from_ron(LEVEL, "level.ron").expect("a level"))
}

fn intro() -> Game {
    Game::title(Profile::default()).press("Enter")
}

fn first_hints() -> &'static [String] {
    &leveret::level::sets()[0].levels[0].level.hints
}

/// The corners of all polygons over the board.
fn rings(game: &Game) -> Vec<Vec<Point>> {
    let polygons = game.items().into_iter().filter_map(|item| match item {
        Item::Polygon { corners, .. } if corners.len() > 20 => Some(corners),
        _ => None,
    });
    polygons.collect()
}

#[test]
fn hints_are_read_while_playing_and_stay_read() {
    let game = level().steps(2).press("h");
    assert!(game.words().contains("1. First of all, look."), "{}", game.words());
    assert!(!game.words().contains("Drop it"));
    assert!(!game.screen.is_moving(), "time stands still to read");
    let second = game.press("h");
    assert!(second.words().contains("First of all") && second.words().contains("Drop it"), "{}", second.words());
    // What the solver has found comes after the written ones.
    let found = second.clone().press("h");
    assert!(found.words().contains("3. Looking for a way to win"), "{}", found.words());
    let closed = found.press("h");
    assert!(!closed.words().contains("First of all"));
    assert_eq!(closed.camera().window(), level().camera().window());
    assert!(closed.press("h").words().contains("Drop it"), "what was read stays read");
    assert_eq!(second.press("Esc").caption(), "play level", "Esc closes the hints first");
}

#[test]
fn the_board_stands_above_the_hints() {
    let (plain, open) = (level(), level().press("h"));
    assert!(open.camera().window().height < plain.camera().window().height);
    let below = open.camera().window().bottom() as f32 + 5.0;
    let click = [Input::Press(PointerButton::Primary), Input::Release(PointerButton::Primary)];
    let clicked = open.send([Input::PointerMoved(Point::new(300.0, below))]).send(click);
    assert!(clicked.player().orders().is_empty(), "a click on the hints drops nothing");
}

#[test]
fn a_place_that_a_hint_names_is_ringed() {
    let game = level().press("h");
    assert!(rings(&game).is_empty());
    let ringed = game.press("h");
    let rings = rings(&ringed);
    assert!(!rings.is_empty());
    let camera = ringed.camera();
    let (x, y) = camera.cell_to_pixel(leveret::sim::Cell::new(5, 1));
    let half = camera.tile() as f32 / 2.0;
    for corner in rings.iter().flatten() {
        let distance = (corner.x - x as f32 - half).hypot(corner.y - y as f32 - half);
        assert!(distance > half && distance < 2.0 * half, "the ring is around the cell: {corner:?}");
    }
    assert!(self::rings(&ringed.press("h h")).is_empty(), "it goes with the hint");
}

#[test]
fn hints_of_the_card_are_read_in_play() {
    let read = intro().press("h Enter");
    assert!(!read.words().contains(&first_hints()[0][..20]));
    assert!(read.press("h").words().contains(&first_hints()[0][..20]));
}

/// The card is beside the board; time stands still, and the board can be looked at.
#[test]
fn the_board_is_looked_at_before_it_is_played() {
    let intro = intro();
    let camera = |game: &Game| *game.screen.attempt().expect("a board").framing.camera();
    let before = camera(&intro);
    let zoomed = intro.clone().send([Input::PointerMoved(Point::new(300.0, 300.0)), Input::Wheel(3.0)]);
    assert!(camera(&zoomed).tile() > before.tile());
    assert!(camera(&intro.clone().press("+")).tile() > before.tile());
    let drag = [
        Input::PointerMoved(Point::new(300.0, 300.0)),
        Input::Press(PointerButton::Primary),
        Input::PointerMoved(Point::new(340.0, 300.0)),
        Input::Release(PointerButton::Primary),
    ];
    let dragged = intro.clone().ready().send(drag);
    assert_eq!(camera(&dragged).origin().0, before.origin().0 + 40);
    let inspected = intro.clone().press("Tab");
    assert!(inspected.words().contains("3 to come"), "{}", inspected.words());
    let pointed = intro.clone().send([Input::PointerMoved(Point::new(300.0, 300.0))]);
    assert!(pointed.lines().iter().any(|line| line.contains(", ")), "the cell under the pointer is named");
    let waited = intro.steps(5);
    assert!(matches!(waited.screen, Screen::Intro(_)) && !waited.screen.is_moving());
    let started = waited.press("Enter");
    assert_eq!(started.player().step(), 0);
    assert!(started.camera().window().width > before.window().width, "the board has the room of the card");
}
