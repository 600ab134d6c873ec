//! Whole visits: lists of inputs go in, the screens that follow are looked at.

use std::ops::ControlFlow;
use std::time::Duration;

use leveret::level::Level;
use leveret::screens::{Best, Button, Exit, Gate, Input, Key, Point, Progress, Screen, Session};
use leveret::sim::{Cell, Outcome};

/// One long corridor with a wall across it, and the tokens to bash and to dig.
const CORRIDOR: &str = include_str!("data/corridor.ron");

fn corridor() -> Screen {
    Screen::level(Level::from_ron(CORRIDOR, "corridor.ron").expect("the corridor is a level"))
}

fn title() -> Screen {
    Screen::title(Session::default())
}

/// Sends the inputs; the program must not end by them.
#[track_caller]
fn visit(mut screen: Screen, inputs: impl IntoIterator<Item = Input>) -> Screen {
    for input in inputs {
        let told = format!("{input:?}");
        screen = match screen.turn(input) {
            ControlFlow::Continue(next) => next,
            ControlFlow::Break(exit) => panic!("{told} ended the program: {exit:?}"),
        };
    }
    screen
}

fn keys(keys: &str) -> Vec<Input> {
    keys.chars().map(|key| Input::Key(Key::Char(key))).collect()
}

fn click(x: f32, y: f32) -> [Input; 3] {
    let place = Input::PointerMoved(Point::new(x, y));
    [place, Input::Press(Button::Primary), Input::Release(Button::Primary)]
}

/// All that is written over the board.
fn words(screen: &Screen) -> String {
    let mut items = Vec::new();
    screen.draw_hud(&mut items);
    let texts = items.iter().filter_map(|item| match item {
        leveret::scene::Item::Text { text, .. } => Some(text.to_string()),
        _ => None,
    });
    texts.collect::<Vec<_>>().join(" ")
}

/// So many steps at normal speed.
fn steps(count: u32) -> Vec<Input> {
    vec![Input::Tick(Duration::from_millis(100)); count as usize * 7]
}

/// The middle of a cell of a level that is shown fitted into a frame of 1280 by 800.
fn cell(screen: &Screen, x: i32, y: i32) -> [Input; 3] {
    let Screen::Play(play) = screen else { panic!("no board on {}", screen.caption()) };
    let (left, top) = play.view().cell_to_pixel(Cell::new(x, y));
    let half = play.view().tile() as f32 / 2.0;
    click(left as f32 + half, top as f32 + half)
}

#[test]
fn a_level_is_won_by_mouse() {
    let screen = corridor();
    let bash = cell(&screen, 3, 2);
    let screen = visit(screen, bash);
    let screen = visit(screen, steps(12));
    assert_eq!(screen.caption(), "won Corridor");
}

#[test]
fn without_the_token_the_rabbit_walks_back_and_forth() {
    let screen = visit(corridor(), steps(40));
    assert_eq!(screen.caption(), "play Corridor");
}

#[test]
fn a_token_of_the_chosen_ability_is_placed() {
    let screen = corridor();
    let dig = cell(&screen, 5, 2);
    let screen = visit(screen, keys("2").into_iter().chain(dig));
    let Screen::Play(play) = &screen else { panic!("still playing") };
    let orders = format!("{:?}", play.run().orders());
    assert!(orders.contains("Dig"), "{orders}");
}

#[test]
fn a_drag_moves_the_board_and_places_nothing() {
    let screen = corridor();
    let Screen::Play(before) = &screen else { panic!("playing") };
    let (x, y) = before.view().cell_to_pixel(Cell::new(0, 0));
    let drag = [
        Input::PointerMoved(Point::new(600.0, 300.0)),
        Input::Press(Button::Primary),
        Input::PointerMoved(Point::new(640.0, 330.0)),
        Input::Release(Button::Primary),
    ];
    let screen = visit(screen, drag);
    let Screen::Play(after) = &screen else { panic!("playing") };
    assert_eq!(after.view().cell_to_pixel(Cell::new(0, 0)), (x + 40, y + 30));
    assert!(after.run().orders().is_empty());
}

#[test]
fn the_wheel_zooms_around_the_pointer() {
    let screen = visit(corridor(), [Input::PointerMoved(Point::new(400.0, 350.0))]);
    let Screen::Play(before) = &screen else { panic!("playing") };
    let (tile, cell) = (before.view().tile(), before.view().pixel_to_cell(Point::new(400.0, 350.0)));
    let screen = visit(screen, vec![Input::Wheel(-1.0); 4]);
    let Screen::Play(after) = &screen else { panic!("playing") };
    assert!(after.view().tile() < tile, "{} is not below {tile}", after.view().tile());
    assert_eq!(after.view().pixel_to_cell(Point::new(400.0, 350.0)), cell);
}

#[test]
fn zoom_stays_within_its_bounds() {
    let screen = visit(corridor(), vec![Input::Wheel(1.0); 100]);
    let Screen::Play(play) = &screen else { panic!("playing") };
    assert_eq!(play.view().tile(), 256);
    let screen = visit(screen, vec![Input::Wheel(-3.0); 100]);
    let Screen::Play(play) = &screen else { panic!("playing") };
    assert_eq!(play.view().tile(), 16);
}

#[test]
fn a_resize_keeps_the_players_zoom() {
    let resize = |width, height| Input::Resize { width, height, scale: 1.0 };
    let screen = visit(corridor(), [Input::Wheel(-2.0), resize(700, 500), resize(0, 0), resize(1280, 800)]);
    let Screen::Play(play) = &screen else { panic!("playing") };
    let zoomed = visit(corridor(), [Input::Wheel(-2.0)]);
    let Screen::Play(zoomed) = &zoomed else { panic!("playing") };
    assert_eq!(play.view().tile(), zoomed.view().tile());
}

#[test]
fn a_window_on_a_finer_screen_shows_the_same_part_of_the_board() {
    let resize = |width, height, scale| Input::Resize { width, height, scale };
    let place = |screen: &Screen| {
        let Screen::Play(play) = screen else { panic!("playing") };
        (play.view().tile() as i32, play.view().cell_to_pixel(Cell::new(2, 1)))
    };
    let zoom = [Input::PointerMoved(Point::new(300.0, 300.0)), Input::Wheel(-5.0)];
    for before in [vec![], zoom.to_vec()] {
        let coarse = visit(corridor(), before);
        let (tile, (x, y)) = place(&coarse);
        let fine = visit(coarse, [resize(1280, 800, 2.0), resize(2560, 1600, 2.0)]);
        let (fine_tile, (fine_x, fine_y)) = place(&fine);
        // A fitted board uses the last pixel, and places are whole pixels.
        assert!((fine_tile - 2 * tile).abs() <= 1, "{tile} becomes {fine_tile}");
        assert!((fine_x - 2 * x).abs() <= 8 && (fine_y - 2 * y).abs() <= 8, "{x},{y} becomes {fine_x},{fine_y}");
        let back = visit(fine, [resize(1280, 800, 1.0)]);
        assert_eq!(place(&back), (tile, (x, y)));
    }
}

#[test]
fn several_notches_at_once_are_one_zoom_and_pinches_zoom_around_the_pointer() {
    let at = Point::new(420.0, 360.0);
    let under = |screen: &Screen| {
        let Screen::Play(play) = screen else { panic!("playing") };
        (play.view().tile(), play.view().pixel_to_cell(at))
    };
    let start = visit(corridor(), [Input::PointerMoved(at)]);
    let (tile, cell) = under(&start);
    let one_by_one = visit(start.clone(), vec![Input::Wheel(-1.0); 3]);
    assert_eq!(under(&visit(start.clone(), [Input::Wheel(-3.0)])), under(&one_by_one));
    let (pinched, same_cell) = under(&visit(start, [Input::Pinch(-0.25)]));
    assert_eq!((pinched, same_cell), ((tile as f32 * 0.75).round() as u32, cell));
}

/// However it is dragged, some of the board stays in the window; and a board that fits lies in its middle.
#[test]
fn the_board_stays_in_reach() {
    let drag = |dx: f32, dy: f32| {
        let start = Point::new(640.0, 400.0);
        let there = Input::PointerMoved(Point::new(start.x + dx, start.y + dy));
        [Input::PointerMoved(start), Input::Press(Button::Middle), there, Input::Release(Button::Middle)]
    };
    let corners = |screen: &Screen| {
        let Screen::Play(play) = screen else { panic!("playing") };
        let (world, view) = (play.run().world(), play.view());
        let (x, y) = view.cell_to_pixel(Cell::new(0, 0));
        let (right, bottom) = view.cell_to_pixel(Cell::new(world.width(), world.height()));
        ((x, y), (right, bottom), view.window())
    };
    let ((x, y), (right, bottom), window) = corners(&corridor());
    assert!((x - window.x - (window.right() - right)).abs() <= 1, "as much room at the left as at the right");
    assert!((y - window.y - (window.bottom() - bottom)).abs() <= 1, "as much room above as below");
    for (dx, dy) in [(9000.0, 0.0), (-9000.0, 0.0), (0.0, 9000.0), (0.0, -9000.0)] {
        let ((x, y), (right, bottom), window) = corners(&visit(corridor(), drag(dx, dy)));
        assert!(x < window.right() && right > window.x, "across, after {dx},{dy}");
        assert!(y < window.bottom() && bottom > window.y, "down, after {dx},{dy}");
    }
}

#[test]
fn a_paused_game_stands_still_and_steps_on_demand() {
    let screen = visit(corridor(), keys("p").into_iter().chain(steps(10)));
    let Screen::Play(play) = &screen else { panic!("playing") };
    assert_eq!(play.run().step(), 0);
    let screen = visit(screen, keys("nn"));
    let Screen::Play(play) = &screen else { panic!("playing") };
    assert_eq!(play.run().step(), 2);
    assert!(!screen.is_moving());
}

#[test]
fn speed_multiplies_time() {
    let at = |inputs: &str| {
        let screen = visit(corridor(), keys(inputs).into_iter().chain(steps(4)));
        let Screen::Play(play) = &screen else { panic!("playing") };
        play.run().step()
    };
    assert_eq!((at(","), at(""), at("."), at("..")), (2, 4, 8, 16));
}

#[test]
fn a_level_can_be_lost_and_tried_again() {
    let screen = corridor();
    let Screen::Play(play) = &screen else { panic!("playing") };
    assert_eq!(play.run().world().outcome(), Outcome::Running);
    // The only rabbit explodes.
    let lost = Level::from_ron(&CORRIDOR.replace("bash: 1, dig: 1", "explode: 1"), "corridor.ron");
    let screen = Screen::level(lost.expect("still a level"));
    let explode = cell(&screen, 2, 2);
    let screen = visit(screen, explode);
    let screen = visit(screen, steps(6));
    assert_eq!(screen.caption(), "lost Corridor");
    let screen = visit(screen, keys("r"));
    assert_eq!(screen.caption(), "play Corridor");
    let Screen::Play(play) = &screen else { panic!("playing") };
    assert_eq!((play.run().step(), play.run().orders().len()), (0, 0));
}

#[test]
fn from_the_title_to_a_level_and_out_by_keys() {
    let screen = visit(title(), [Input::Key(Key::Down), Input::Key(Key::Enter)]);
    assert_eq!(screen.caption(), "levels");
    let screen = visit(screen, [Input::Key(Key::Enter)]);
    let first = &leveret::level::sets()[0].levels[0].level.name;
    assert_eq!(screen.caption(), format!("intro {first}"));
    let screen = visit(screen, [Input::Key(Key::Enter)]);
    assert_eq!(screen.caption(), format!("play {first}"));
    let screen = visit(screen, [Input::Key(Key::Escape), Input::Key(Key::Escape)]);
    assert_eq!(screen.caption(), "title");
    assert!(matches!(screen.turn(Input::Key(Key::Escape)), ControlFlow::Break(Exit::Quit)));
}

#[test]
fn levels_open_one_by_one_unless_all_are() {
    let second = [Input::Key(Key::Char('l')), Input::Key(Key::Right), Input::Key(Key::Enter)];
    let shut = visit(title(), second.clone());
    assert_eq!(shut.caption(), "levels");

    let open = visit(Screen::title(Session::new(Progress::default(), Gate::All)), second.clone());
    let name = &leveret::level::sets()[0].levels[1].level.name;
    assert_eq!(open.caption(), format!("intro {name}"));

    let mut progress = Progress::default();
    progress.record(leveret::level::sets()[0].levels[0].path, Best { saved: 3, tokens: 1, steps: 20 });
    let won = Screen::title(Session::new(progress, Gate::OneByOne));
    // The list opens on the level that comes next.
    let screen = visit(won, [Input::Key(Key::Char('l')), Input::Key(Key::Enter)]);
    assert_eq!(screen.caption(), format!("intro {name}"));
}

#[test]
fn the_title_goes_on_where_the_player_is_stuck() {
    let levels = &leveret::level::sets()[0].levels;
    assert!(!words(&title()).contains(&levels[0].level.name), "nobody is stuck yet");
    let mut progress = Progress::default();
    progress.record(levels[0].path, Best { saved: 3, tokens: 1, steps: 20 });
    let screen = Screen::title(Session::new(progress, Gate::OneByOne));
    assert!(words(&screen).contains(&format!("Continue: {}", levels[1].level.name)), "{}", words(&screen));
    let screen = visit(screen, [Input::Key(Key::Enter)]);
    assert_eq!(screen.caption(), format!("intro {}", levels[1].level.name));
}

#[test]
fn about_tells_what_it_is_and_where_files_are() {
    let screen = title().kept_in("/somewhere/leveret".to_owned());
    let screen = visit(screen, keys("a"));
    assert_eq!(screen.caption(), "about");
    for told in ["Leveret", env!("CARGO_PKG_VERSION"), "Rabbit Escape", "MIT", "Patrick Hand", "/somewhere/leveret"] {
        assert!(words(&screen).contains(told), "{told} is not in {}", words(&screen));
    }
    assert_eq!(visit(screen, [Input::Key(Key::Escape)]).caption(), "title");
}

/// A solution that plays says that it may be taken over; a token dropped does so, and the rest is the player's.
#[test]
fn a_solution_that_is_shown_can_be_taken_over() {
    let screen = visit(title(), [Input::Key(Key::Enter), Input::Key(Key::Char('m'))]);
    assert!(words(&screen).contains("take over"), "{}", words(&screen));
    let drop = cell(&screen, 5, 4);
    let screen = visit(screen, drop);
    assert!(!words(&screen).contains("take over"), "{}", words(&screen));
    let screen = visit(screen, steps(60));
    assert!(screen.caption().starts_with("won"), "{}", screen.caption());
    assert!(words(&screen).contains("with the solution shown"), "{}", words(&screen));
}

/// The solution plays itself to the win; that does not count as the player's.
#[test]
fn a_level_can_be_shown() {
    let first = &leveret::level::sets()[0].levels[0];
    let screen = visit(title(), [Input::Key(Key::Enter), Input::Key(Key::Char('m'))]);
    let screen = visit(screen, steps(60));
    assert_eq!(screen.caption(), format!("won {}", first.level.name));
    assert_eq!(screen.progress().best(first.path), None);
}

#[test]
fn a_win_is_kept_with_the_best_result() {
    let first = &leveret::level::sets()[0].levels[0];
    let screen = visit(title(), [Input::Key(Key::Enter), Input::Key(Key::Enter)]);
    let Screen::Play(play) = &screen else { panic!("playing") };
    let solution = first.level.solutions[0].play(&first.level).expect("orders");
    assert_eq!(play.run().step(), 0);
    let mut screen = screen;
    for at in &solution.orders {
        let Screen::Play(play) = &screen else { panic!("playing") };
        screen = visit(screen.clone(), steps(at.step - play.run().step()));
        let leveret::sim::Order::Place(_, place) = at.order else { panic!("a token") };
        let drop = cell(&screen, place.x, place.y);
        screen = visit(screen, drop);
    }
    let screen = visit(screen, steps(60));
    assert_eq!(screen.caption(), format!("won {}", first.level.name));
    let best = screen.progress().best(first.path).expect("it was won");
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
    let mut screen = visit(title(), [Input::Key(Key::Enter)]);
    for hint in hints {
        assert!(!words(&screen).contains(&start(hint)));
        screen = visit(screen, [Input::Key(Key::Char('h'))]);
        assert!(words(&screen).contains(&start(hint)), "{hint} is not in {}", words(&screen));
    }
}

/// Letters move a cursor and drop the token there.
#[test]
fn a_level_is_won_without_a_mouse() {
    let screen = visit(corridor(), keys("a"));
    let Screen::Play(play) = &screen else { panic!("playing") };
    let cursor = play.target().expect("the cursor is on the board");
    let (dx, dy) = (3 - cursor.x, 2 - cursor.y);
    let across = if dx < 0 { "a" } else { "d" }.repeat(dx.unsigned_abs() as usize);
    let down = if dy < 0 { "w" } else { "s" }.repeat(dy.unsigned_abs() as usize);
    let screen = visit(screen, keys(&format!("{across}{down}e")));
    let screen = visit(screen, steps(12));
    assert_eq!(screen.caption(), "won Corridor");
}

#[test]
fn the_gallery_moves_and_shows_single_frames() {
    let frames = |screen: &Screen| {
        let mut items = Vec::new();
        screen.draw_hud(&mut items);
        let sprites = items.iter().filter_map(|item| match item {
            leveret::scene::Item::Sprite { sprite, .. } => Some(sprite.frame),
            _ => None,
        });
        sprites.max().expect("something is shown")
    };
    let start = visit(Screen::gallery(Session::default()), [Input::Wheel(-30.0)]);
    assert!(start.is_moving());
    let moved = visit(start.clone(), [Input::Tick(Duration::from_millis(350))]);
    assert_eq!((frames(&start), frames(&moved)), (0, 8));
    let stopped = visit(moved, [Input::Key(Key::Right), Input::Tick(Duration::from_millis(350))]);
    assert_eq!(frames(&stopped), 9);
    assert!(!stopped.is_moving());
    assert!(matches!(stopped.turn(Input::Key(Key::Escape)), ControlFlow::Break(Exit::Quit)));
}

#[test]
fn exploding_all_is_asked_first() {
    let screen = visit(corridor(), steps(3));
    let asked = visit(screen, keys("x"));
    let waiting = visit(asked.clone(), steps(5));
    let Screen::Play(play) = &waiting else { panic!("playing") };
    assert_eq!(play.run().step(), 3, "time stands still while the question is open");
    let spared = visit(asked.clone(), [Input::Key(Key::Escape)]);
    let spared = visit(spared, steps(4));
    assert_eq!(spared.caption(), "play Corridor");
    let gone = visit(asked, [Input::Key(Key::Enter)]);
    let gone = visit(gone, steps(4));
    assert_eq!(gone.caption(), "lost Corridor");
    assert!(words(&gone).contains("0 tokens in"), "exploding all is no token: {}", words(&gone));
}

#[test]
fn the_close_button_ends_the_program_on_every_screen() {
    let pick = visit(title(), [Input::Key(Key::Char('l'))]);
    let intro = visit(pick.clone(), [Input::Key(Key::Enter)]);
    let play = visit(intro.clone(), [Input::Key(Key::Enter)]);
    for screen in [title(), pick, intro, play] {
        assert!(matches!(screen.turn(Input::CloseRequested), ControlFlow::Break(Exit::Quit)));
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
        let screen = visit(title(), round.into_iter().cycle().take(1_000_000));
        assert_eq!(screen.caption(), "title");
    };
    std::thread::Builder::new().stack_size(128 << 10).spawn(around).expect("a thread").join().expect("no overflow");
}
