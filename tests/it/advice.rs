//! What the solver says in the game: that a play is lost, and the next token for one who asks. Screens ask and are answered;
//! no search runs here but in the last test.

use leveret::app::App;
use leveret::level::Level;
use leveret::raster::Rendering;
use leveret::screens::{Answer, Context, Demonstration, Effect, Input, Language, Profile, Screen, SearchEffort};
use leveret::sim::{Ability, Cell, World};
use leveret::solve::{Advice, NextToken, advise};

use crate::game::{Game, press, turn, words};

/// A rabbit walks between two walls for ever, unless it digs in the middle, and onto metal if it digs elsewhere.
const BOX: &str = "Level(name: \"Box\", rabbits: 1, save: 1, tokens: { dig: 2 }, hints: [\"Dig.\"], map: [
    \"MQ       M\", \"M        M\", \"MMMM#MMMMM\", \"M   O    M\", \"MMMMMMMMMM\",
])";

fn level() -> Level {
    Level::from_ron(BOX, "box.ron").expect("a level")
}

fn game() -> Game {
    Game::level(level())
}

/// The searches that were asked for.
fn searches(game: &Game) -> Vec<(&World, SearchEffort)> {
    let asked = game.effects.iter().filter_map(|effect| match effect {
        Effect::Advise(world, effort) => Some((&**world, *effort)),
        _ => None,
    });
    asked.collect()
}

/// The game after the search that was asked for last has found this.
fn advised(game: Game, advice: Advice) -> Game {
    let world = searches(&game).last().expect("a search").0.clone();
    game.send([Input::Answered(Answer::Advised(Box::new(world), advice))])
}

fn dig(wait: u32) -> Advice {
    Advice::Drop(NextToken { ability: Ability::Dig, cell: Cell::new(4, 1), wait, taker: 1, more: 0 })
}

#[test]
fn a_search_is_asked_for_when_nothing_is_known_of_the_present() {
    let game = game().press("n");
    assert_eq!(searches(&game).len(), 1);
    // It holds until the moment of the token that was found.
    let game = advised(game, dig(5)).press("n n n n n");
    assert_eq!(searches(&game).len(), 1);
    let game = game.press("n");
    assert_eq!(searches(&game).len(), 2);
    // Where that has passed, the next search begins five steps after the last one.
    let game = advised(game, dig(0)).press("n n n n");
    assert_eq!(searches(&game).len(), 2);
    let game = game.press("n");
    assert_eq!(searches(&game).len(), 3);
    // An order, and going back.
    let game = advised(game, dig(3)).click_cell(6, 1).press("n");
    assert_eq!(searches(&game).len(), 4);
    let game = advised(game, dig(9)).press("b b b b");
    assert!(searches(&game).len() > 4);
    assert!(searches(&game).iter().all(|(_, effort)| *effort == SearchEffort::Brief));
}

/// A rabbit walks over an edge to its death, unless it digs before that.
const EDGE: &str = "Level(name: \"Edge\", rabbits: 1, save: 1, tokens: { dig: 1 }, map: [
    \"MQ         M\", \"M          M\", \"#######    M\", \"MMM  O M   M\", \"MMMMMMMM   M\",
    \"M          M\", \"M          M\", \"M          M\", \"M          M\", \"MMMMMMMMMMMM\",
])";

/// Two steps before its death a rabbit is in the air, where no token helps.
#[test]
fn the_way_back_from_a_lost_level_leads_to_where_it_can_be_won() {
    let edge = || Game::level(Level::from_ron(EDGE, "edge.ron").expect("a level")).press("n");
    let found_after_going_back = |mut game: Game| {
        while game.caption().starts_with("play ") {
            game = game.press("n");
        }
        assert_eq!(game.caption(), "lost Edge");
        game = game.ready().press("Enter");
        (game.player().step(), advise(game.player().world(), 1_000_000, &|| false))
    };
    let (step, advice) = found_after_going_back(advised(edge(), dig(4)));
    assert_eq!(step, 3, "two steps before the last one at which it can be won");
    assert!(matches!(advice, Advice::Drop(_)), "{advice:?}");
    // As long as no search has found a way, only the death is known.
    assert_eq!(found_after_going_back(edge()).1, Advice::CannotBeWon);
}

#[test]
fn a_play_that_no_search_wins_is_lost_from_there_on() {
    let open = advised(game().press("n"), dig(3)).press("n");
    let game = open.click_cell(6, 1);
    let game = advised(game.press("n"), Advice::CannotBeWon);
    assert!(game.words().contains("This cannot be won any more, whatever you do."), "{}", game.words());
    let count = searches(&game).len();
    let game = game.press("n n n");
    assert!(game.words().contains("whatever you do"), "{}", game.words());
    assert_eq!(searches(&game).len(), count, "that is known");
    // Before the order nobody says so.
    let game = game.press("u");
    assert!(!game.words().contains("whatever you do"), "{}", game.words());
    assert_eq!(game.player().orders(), []);
    // Elsewhere in the past neither: another order may be given there.
    let game = game.press("y n n n n");
    assert!(game.words().contains("whatever you do"), "{}", game.words());
    let game = game.press("b b b b b b b");
    assert!(!game.words().contains("whatever you do"), "{}", game.words());
}

/// Nothing was ordered, but the right moment has passed: going back leads before it.
#[test]
fn a_play_that_is_lost_by_waiting_goes_back_to_where_it_was_open() {
    let game = advised(game().press("n"), dig(30));
    let game = (0..40).fold(game, |game, _| game.press("n"));
    let game = advised(game, Advice::CannotBeWon).press("u");
    assert_eq!(game.player().step(), 21, "some steps before the last at which it was open");
}

#[test]
fn what_was_found_for_another_moment_is_of_no_interest() {
    let game = game().press("n");
    let world = searches(&game)[0].0.clone();
    let game = game.click_cell(6, 1).press("n");
    let game = game.send([Input::Answered(Answer::Advised(Box::new(world), Advice::CannotBeWon))]);
    assert!(!game.words().contains("whatever you do"), "{}", game.words());
}

#[test]
fn the_hint_after_the_written_ones_is_the_next_token() {
    for (language, found) in [
        (Language::English, "2. From here: a dig token into (4, 1), in 2 steps. Rabbit 1"),
        (Language::German, "2. Von hier aus: eine Marke „Graben“ nach (4, 1), in 2 Schritten. Kaninchen 1"),
    ] {
        let mut game = game();
        game.context.profile.settings.language = Some(language);
        let game = advised(game.press("n"), dig(3)).press("n h");
        assert!(game.words().contains("1. ") && !game.words().contains("2. "), "{}", game.words());
        let game = game.press("h");
        assert!(game.words().contains(found), "{}", game.words());
        // It is a hint that was read, and is shown again with the others.
        let again = game.press("h h");
        assert!(again.words().contains(found), "{}", again.words());
    }
}

#[test]
fn who_asks_gets_a_longer_search() {
    let game = advised(game().press("n"), Advice::Unknown).press("h");
    assert_eq!(searches(&game).last().expect("a search").1, SearchEffort::Brief, "nobody has asked yet");
    let game = game.press("h");
    assert_eq!(searches(&game).last().expect("a search").1, SearchEffort::Thorough);
    assert!(game.words().contains("Looking for a way to win"), "{}", game.words());
    let none = advised(game.clone(), Advice::Unknown);
    assert!(none.words().contains("No way to win from here was found"), "{}", none.words());
    let lost = advised(game.clone(), Advice::CannotBeWon);
    assert!(lost.words().contains("From here it cannot be won any more."), "{}", lost.words());
    let wait = advised(game, Advice::Wait { explode_after: None });
    assert!(wait.words().contains("no further token is needed"), "{}", wait.words());
}

#[test]
fn where_the_rest_is_known_nothing_is_searched() {
    let game = game().press("n").click_cell(6, 1).press("n").click_cell(7, 1);
    let count = searches(&game).len();
    let game = game.press("n h h");
    assert_eq!(searches(&game).len(), count, "no token is left");
    assert!(!game.words().contains("2. "), "{}", game.words());
}

/// While a solution plays itself its rest is known. Whoever has taken it over plays on alone, and is helped as ever: by
/// what the real search finds from there.
#[test]
fn a_shown_solution_that_was_taken_over_is_searched_from_there() {
    let solution = ", solutions: [Solution(ends: Won, orders: [At(20, dig, (4, 1))])],\n)";
    let level = Level::from_ron(&(BOX.trim_end_matches(')').to_owned() + solution), "box.ron").expect("a level");
    let played = level.solutions[0].play(&level).expect("orders");
    assert_eq!(played.failure, None);
    let context = Context::new(Profile::default());
    let screen = Screen::showing(&context, level, Demonstration::of(1, played));
    let game = Game::on(screen, context).send([Input::Resize { width: 800, height: 600, scale: 1.0 }]).press("n n");
    assert_eq!(searches(&game).len(), 0);
    let game = game.click_cell(6, 1).press("n");
    let world = searches(&game).last().expect("a search").0.clone();
    let game = advised(game, advise(&world, 1_000_000, &|| false)).press("h h");
    assert!(game.words().contains("From here: a dig token into (4, 1)"), "{}", game.words());
}

/// The real search, in its thread.
#[test]
fn the_solver_answers_in_the_game() {
    let context = Context::new(Profile::default());
    let mut app = App::new(Screen::level(&context, level()), context, Rendering::default()).expect("the art is whole");
    press(&mut app, "n h h");
    // Ticks take in what the thread has found; each gives it a while, by a sleep.
    let is_found = |app: &App| words(app).join(" ").contains("From here: a dig token into (4, 1)");
    for _ in 0..1000 {
        if is_found(&app) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        turn(&mut app, Input::Tick(std::time::Duration::ZERO));
    }
    assert!(is_found(&app), "{:?}", words(&app));
}
