//! Whole visits: lists of inputs go in, the screens that follow are looked at.

use std::ops::ControlFlow;
use std::time::Duration;

use leveret::level::Level;
use leveret::scene::Item;
use leveret::screens::{
    Best, Context, Exit, Input, Key, Point, PointerButton, Profile, Progress, Screen, UnlockPolicy,
};
use leveret::sim::{Cell, Order, Outcome};

use crate::game::Game;

/// One long corridor with a wall across it, and the tokens to bash and to dig.
const CORRIDOR: &str = include_str!("data/corridor.ron");

fn corridor() -> Game {
    Game::level(Level::from_ron(CORRIDOR, "corridor.ron").expect("the corridor is a level"))
}

fn title() -> Game {
    Game::title(Profile::default())
}

/// The title for a player who has won the very first level.
fn title_after_first_win() -> Game {
    let mut progress = Progress::default();
    progress.record(leveret::level::sets()[0].levels[0].path, Best { saved: 3, tokens: 1, steps: 20 });
    Game::title(Profile { progress, ..Profile::default() })
}

#[test]
fn a_level_is_won_by_mouse() {
    let game = corridor();
    let game = game.click_cell(3, 2);
    let game = game.steps(12);
    assert_eq!(game.caption(), "won Corridor");
}

#[test]
fn without_the_token_the_rabbit_walks_back_and_forth() {
    let game = corridor().steps(40);
    assert_eq!(game.caption(), "play Corridor");
}

#[test]
fn a_token_of_the_chosen_ability_is_placed() {
    let game = corridor();
    let game = game.keys("2").click_cell(5, 2);
    let play = game.play();
    let orders = format!("{:?}", play.player().orders());
    assert!(orders.contains("Dig"), "{orders}");
}

#[test]
fn a_drag_moves_the_board_and_places_nothing() {
    let game = corridor();
    let before = game.play();
    let (x, y) = before.camera().cell_to_pixel(Cell::new(0, 0));
    let drag = [
        Input::PointerMoved(Point::new(600.0, 300.0)),
        Input::Press(PointerButton::Primary),
        Input::PointerMoved(Point::new(640.0, 330.0)),
        Input::Release(PointerButton::Primary),
    ];
    let game = game.send(drag);
    let after = game.play();
    assert_eq!(after.camera().cell_to_pixel(Cell::new(0, 0)), (x + 40, y + 30));
    assert!(after.player().orders().is_empty());
}

#[test]
fn the_wheel_zooms_around_the_pointer() {
    let game = corridor().send([Input::PointerMoved(Point::new(400.0, 350.0))]);
    let before = game.play();
    let (tile, cell) = (before.camera().tile(), before.camera().pixel_to_cell(Point::new(400.0, 350.0)));
    let game = game.send(vec![Input::Wheel(-1.0); 4]);
    let after = game.play();
    assert!(after.camera().tile() < tile, "{} is not below {tile}", after.camera().tile());
    assert_eq!(after.camera().pixel_to_cell(Point::new(400.0, 350.0)), cell);
}

#[test]
fn zoom_stays_within_its_bounds() {
    let game = corridor().send(vec![Input::Wheel(1.0); 100]);
    let play = game.play();
    assert_eq!(play.camera().tile(), 256);
    let game = game.send(vec![Input::Wheel(-3.0); 100]);
    let play = game.play();
    assert_eq!(play.camera().tile(), 16);
}

#[test]
fn a_resize_keeps_the_players_zoom() {
    let resize = |width, height| Input::Resize { width, height, scale: 1.0 };
    let game = corridor().send([Input::Wheel(-2.0), resize(700, 500), resize(0, 0), resize(1280, 800)]);
    let play = game.play();
    let zoomed = corridor().send([Input::Wheel(-2.0)]);
    let zoomed = zoomed.play();
    assert_eq!(play.camera().tile(), zoomed.camera().tile());
}

#[test]
fn a_window_on_a_finer_screen_shows_the_same_part_of_the_board() {
    let resize = |width, height, scale| Input::Resize { width, height, scale };
    let place = |game: &Game| {
        let play = game.play();
        (play.camera().tile() as i32, play.camera().cell_to_pixel(Cell::new(2, 1)))
    };
    let zoom = [Input::PointerMoved(Point::new(300.0, 300.0)), Input::Wheel(-5.0)];
    for before in [vec![], zoom.to_vec()] {
        let coarse = corridor().send(before);
        let (tile, (x, y)) = place(&coarse);
        let fine = coarse.send([resize(1280, 800, 2.0), resize(2560, 1600, 2.0)]);
        let (fine_tile, (fine_x, fine_y)) = place(&fine);
        // A fitted board uses the last pixel, and places are whole pixels.
        assert!((fine_tile - 2 * tile).abs() <= 1, "{tile} becomes {fine_tile}");
        // The left edge is on a multiple of 16 pixels.
        assert!((fine_x - 2 * x).abs() <= 24 && (fine_y - 2 * y).abs() <= 8, "{x},{y} becomes {fine_x},{fine_y}");
        let back = fine.send([resize(1280, 800, 1.0)]);
        assert_eq!(place(&back), (tile, (x, y)));
    }
}

#[test]
fn several_notches_at_once_are_one_zoom_and_pinches_zoom_around_the_pointer() {
    let at = Point::new(420.0, 360.0);
    let under = |game: &Game| {
        let play = game.play();
        (play.camera().tile(), play.camera().pixel_to_cell(at))
    };
    let start = corridor().send([Input::PointerMoved(at)]);
    let (tile, cell) = under(&start);
    let one_by_one = start.clone().send(vec![Input::Wheel(-1.0); 3]);
    assert_eq!(under(&start.clone().send([Input::Wheel(-3.0)])), under(&one_by_one));
    let (pinched, same_cell) = under(&start.send([Input::Pinch(-0.25)]));
    assert_eq!((pinched, same_cell), ((tile as f32 * 0.75).round() as u32, cell));
}

/// However it is dragged, some of the board stays in the window; and a board that fits lies in its middle.
#[test]
fn the_board_stays_in_reach() {
    let drag = |dx: f32, dy: f32| {
        let start = Point::new(640.0, 400.0);
        let there = Input::PointerMoved(Point::new(start.x + dx, start.y + dy));
        [Input::PointerMoved(start), Input::Press(PointerButton::Middle), there, Input::Release(PointerButton::Middle)]
    };
    let corners = |game: &Game| {
        let play = game.play();
        let (world, view) = (play.player().world(), play.camera());
        let (x, y) = view.cell_to_pixel(Cell::new(0, 0));
        let (right, bottom) = view.cell_to_pixel(Cell::new(world.width(), world.height()));
        ((x, y), (right, bottom), view.window())
    };
    let ((x, y), (right, bottom), window) = corners(&corridor());
    // The left edge is on the nearest multiple of 16 pixels.
    assert!((x - window.x - (window.right() - right)).abs() <= 17, "as much room at the left as at the right");
    assert!((y - window.y - (window.bottom() - bottom)).abs() <= 1, "as much room above as below");
    for (dx, dy) in [(9000.0, 0.0), (-9000.0, 0.0), (0.0, 9000.0), (0.0, -9000.0)] {
        let ((x, y), (right, bottom), window) = corners(&corridor().send(drag(dx, dy)));
        assert!(x < window.right() && right > window.x, "across, after {dx},{dy}");
        assert!(y < window.bottom() && bottom > window.y, "down, after {dx},{dy}");
    }
}

#[test]
fn a_paused_game_stands_still_and_steps_on_demand() {
    let game = corridor().keys("p").steps(10);
    let play = game.play();
    assert_eq!(play.player().step(), 0);
    let game = game.keys("nn");
    let play = game.play();
    assert_eq!(play.player().step(), 2);
    assert!(!game.screen.is_moving());
}

#[test]
fn speed_multiplies_time() {
    let at = |inputs: &str| {
        let game = corridor().keys(inputs).steps(4);
        let play = game.play();
        play.player().step()
    };
    assert_eq!((at(","), at(""), at("."), at("..")), (2, 4, 8, 16));
}

#[test]
fn a_level_can_be_lost_and_tried_again() {
    let game = corridor();
    let play = game.play();
    assert_eq!(play.player().world().outcome(), Outcome::Running);
    // The only rabbit explodes.
    let lost = Level::from_ron(&CORRIDOR.replace("bash: 1, dig: 1", "explode: 1"), "corridor.ron");
    let game = Game::level(lost.expect("still a level"));
    let game = game.click_cell(2, 2);
    let game = game.steps(6);
    assert_eq!(game.caption(), "lost Corridor");
    let game = game.keys("r");
    assert_eq!(game.caption(), "play Corridor");
    let play = game.play();
    assert_eq!((play.player().step(), play.player().orders().len()), (0, 0));
}

#[test]
fn from_the_title_to_a_level_and_out_by_keys() {
    let game = title().send([Input::Key(Key::Down), Input::Key(Key::Enter)]);
    assert_eq!(game.caption(), "levels");
    let game = game.send([Input::Key(Key::Enter)]);
    let first = &leveret::level::sets()[0].levels[0].level.name;
    assert_eq!(game.caption(), format!("intro {first}"));
    let game = game.send([Input::Key(Key::Enter)]);
    assert_eq!(game.caption(), format!("play {first}"));
    let game = game.send([Input::Key(Key::Escape), Input::Key(Key::Escape)]);
    assert_eq!(game.caption(), "title");
    assert!(matches!(game.turn(Input::Key(Key::Escape)), ControlFlow::Break(Exit::Quit)));
}

#[test]
fn levels_open_one_by_one_unless_all_are() {
    let second = [Input::Key(Key::Char('l')), Input::Key(Key::Right), Input::Key(Key::Enter)];
    let shut = title().send(second.clone());
    assert_eq!(shut.caption(), "levels");

    let open = Game::title(Profile { unlock: UnlockPolicy::All, ..Profile::default() }).send(second.clone());
    let name = &leveret::level::sets()[0].levels[1].level.name;
    assert_eq!(open.caption(), format!("intro {name}"));

    let won = title_after_first_win();
    // The list opens on the level that comes next.
    let game = won.send([Input::Key(Key::Char('l')), Input::Key(Key::Enter)]);
    assert_eq!(game.caption(), format!("intro {name}"));
}

#[test]
fn the_title_goes_on_where_the_player_is_stuck() {
    let levels = &leveret::level::sets()[0].levels;
    assert!(!title().words().contains(&levels[0].level.name), "nobody is stuck yet");
    let game = title_after_first_win();
    assert!(game.words().contains(&format!("Continue: {}", levels[1].level.name)), "{}", game.words());
    let game = game.send([Input::Key(Key::Enter)]);
    assert_eq!(game.caption(), format!("intro {}", levels[1].level.name));
}

#[test]
fn about_tells_what_it_is_and_where_files_are() {
    let folder = Some("/somewhere/leveret".to_owned());
    let game = Game::title(Profile { folder, ..Profile::default() });
    let game = game.keys("a");
    assert_eq!(game.caption(), "about");
    for told in ["Leveret", env!("CARGO_PKG_VERSION"), "Rabbit Escape", "MIT", "Patrick Hand", "/somewhere/leveret"] {
        assert!(game.words().contains(told), "{told} is not in {}", game.words());
    }
    assert_eq!(game.send([Input::Key(Key::Escape)]).caption(), "title");
}

/// A solution that plays says that it may be taken over; a token dropped does so, and the rest is the player's.
#[test]
fn a_solution_that_is_shown_can_be_taken_over() {
    let game = title().send([Input::Key(Key::Enter), Input::Key(Key::Char('v'))]);
    assert!(game.words().contains("take over"), "{}", game.words());
    let game = game.ready().click_cell(5, 4);
    assert!(!game.words().contains("take over"), "{}", game.words());
    let game = game.steps(60);
    assert!(game.caption().starts_with("won"), "{}", game.caption());
    assert!(game.words().contains("with the solution shown"), "{}", game.words());
}

/// The solution plays itself to the win; that does not count as the player's.
#[test]
fn a_level_can_be_shown() {
    let first = &leveret::level::sets()[0].levels[0];
    let game = title().send([Input::Key(Key::Enter), Input::Key(Key::Char('v'))]);
    let game = game.steps(60);
    assert_eq!(game.caption(), format!("won {}", first.level.name));
    assert_eq!(game.progress().best(first.path), None);
}

#[test]
fn a_win_is_kept_with_the_best_result() {
    let first = &leveret::level::sets()[0].levels[0];
    let game = title().send([Input::Key(Key::Enter), Input::Key(Key::Enter)]);
    let play = game.play();
    let solution = first.level.solutions[0].play(&first.level).expect("orders");
    assert_eq!(play.player().step(), 0);
    let mut game = game;
    for at in &solution.orders {
        let play = game.play();
        game = game.clone().steps(at.step - play.player().step());
        let Order::Place(_, place) = at.order else { panic!("a token") };
        game = game.click_cell(place.x, place.y);
    }
    let game = game.steps(60);
    assert_eq!(game.caption(), format!("won {}", first.level.name));
    let best = game.progress().best(first.path).expect("it was won");
    assert_eq!((best.tokens, best.steps), (solution.orders.len() as u32, solution.steps));
}

#[test]
fn the_better_result_stays() {
    let mut progress = Progress::default();
    let result = |saved, tokens, steps| Best { saved, tokens, steps };
    for (new, best) in [
        (result(2, 3, 50), result(2, 3, 50)),
        (result(2, 3, 60), result(2, 3, 50)),
        (result(2, 2, 90), result(2, 2, 90)),
        (result(3, 9, 99), result(3, 9, 99)),
        (result(2, 1, 1), result(3, 9, 99)),
    ] {
        progress.record("a", new);
        assert_eq!(progress.best("a"), Some(best));
    }
}

#[test]
fn hints_come_one_by_one() {
    let hints = &leveret::level::sets()[0].levels[0].level.hints;
    let start = |hint: &str| hint.split(' ').take(4).collect::<Vec<_>>().join(" ");
    let mut game = title().send([Input::Key(Key::Enter)]);
    for hint in hints {
        assert!(!game.words().contains(&start(hint)));
        game = game.send([Input::Key(Key::Char('h'))]);
        assert!(game.words().contains(&start(hint)), "{hint} is not in {}", game.words());
    }
}

/// Letters move a cursor and drop the token there.
#[test]
fn a_level_is_won_without_a_mouse() {
    let game = corridor().keys("a");
    let play = game.play();
    let cursor = play.target(&game.context).expect("the cursor is on the board");
    let (dx, dy) = (3 - cursor.x, 2 - cursor.y);
    let across = if dx < 0 { "a" } else { "d" }.repeat(dx.unsigned_abs() as usize);
    let down = if dy < 0 { "w" } else { "s" }.repeat(dy.unsigned_abs() as usize);
    let game = game.keys(&format!("{across}{down}e"));
    let game = game.steps(12);
    assert_eq!(game.caption(), "won Corridor");
}

#[test]
fn the_gallery_moves_and_shows_single_frames() {
    let frames = |game: &Game| {
        let items = game.items();
        let sprites = items.iter().filter_map(|item| match item {
            Item::Sprite { sprite, .. } => Some(sprite.frame),
            _ => None,
        });
        sprites.max().expect("something is shown")
    };
    let start = Game::on(Screen::gallery(), Context::default()).send([Input::Wheel(-30.0)]);
    assert!(start.screen.is_moving());
    let moved = start.clone().send([Input::Tick(Duration::from_millis(350))]);
    assert_eq!((frames(&start), frames(&moved)), (0, 8));
    let stopped = moved.send([Input::Key(Key::Right), Input::Tick(Duration::from_millis(350))]);
    assert_eq!(frames(&stopped), 9);
    assert!(!stopped.screen.is_moving());
    assert!(matches!(stopped.turn(Input::Key(Key::Escape)), ControlFlow::Break(Exit::Quit)));
}

#[test]
fn exploding_all_is_asked_first() {
    let game = corridor().steps(3);
    let asked = game.keys("x");
    let waiting = asked.clone().steps(5);
    let play = waiting.play();
    assert_eq!(play.player().step(), 3, "time stands still while the question is open");
    let spared = asked.clone().send([Input::Key(Key::Escape)]);
    let spared = spared.steps(4);
    assert_eq!(spared.caption(), "play Corridor");
    let gone = asked.send([Input::Key(Key::Tab), Input::Key(Key::Enter)]);
    let gone = gone.steps(4);
    assert_eq!(gone.caption(), "lost Corridor");
    assert!(gone.words().contains("0 tokens in"), "exploding all is no token: {}", gone.words());
}

#[test]
fn the_close_button_ends_the_program_on_every_screen() {
    let pick = title().send([Input::Key(Key::Char('l'))]);
    let intro = pick.clone().send([Input::Key(Key::Enter)]);
    let play = intro.clone().send([Input::Key(Key::Enter)]);
    for game in [title(), pick, intro, play] {
        assert!(matches!(game.turn(Input::CloseRequested), ControlFlow::Break(Exit::Quit)));
    }
}

/// Screens hand over to one another without a stack that grows.
#[test]
fn a_million_turns_on_a_small_stack() {
    let around = || {
        let round = [
            Input::Key(Key::Char('l')),
            Input::Key(Key::Enter),
            Input::Key(Key::Enter),
            Input::Tick(Duration::from_millis(16)),
            Input::Wheel(1.0),
            Input::Key(Key::Char('r')),
            Input::Key(Key::Escape),
            Input::Key(Key::Escape),
        ];
        let game = title().send(round.into_iter().cycle().take(1_000_000));
        assert_eq!(game.caption(), "title");
    };
    std::thread::Builder::new().stack_size(128 << 10).spawn(around).expect("a thread").join().expect("no overflow");
}

/// Enter there leads to the same page again.
#[test]
fn the_way_back_ends_where_one_went_on() {
    let title = Game::title(Profile::default());
    for (page, keys) in [("levels", "Down"), ("custom", "Down Down"), ("settings", "Up Up Up"), ("about", "Up Up")] {
        let there = title.clone().press(&format!("{keys} Enter"));
        assert_eq!(there.caption(), page);
        assert_eq!(there.press("Esc Enter").caption(), page);
    }
    let settings = title.press("s");
    for (page, keys) in [("graphics", "Up"), ("keys", "Down Down Down Down"), ("settings", "Down Down Down Down Down")]
    {
        let there = settings.clone().press(&format!("{keys} Enter"));
        let back = there.clone().press("Esc");
        assert_eq!((there.caption().as_str(), back.caption().as_str()), (page, "settings"));
        assert_eq!(back.press("Enter").lines(), there.lines(), "{page}");
    }
}
