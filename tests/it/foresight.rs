//! What the board shows of the future, and what is said of a play that is lost.

use std::time::Duration;

use leveret::level::{self, Level};
use leveret::look::palette::{self, Palette};
use leveret::play::{Horizon, Player, saved_in_the_end};
use leveret::scene::{Item, Picture};
use leveret::screens::{Answer, Effect, Input, Language, Profile, Settings};
use leveret::sim::{Cell, Thing, ThingKind};

use crate::game::{self, Game};

/// A corridor with a gap in its floor.
const GAP: &str = include_str!("data/foresight/gap.ron");

/// The only way leads out of the world.
const ABYSS: &str = include_str!("data/foresight/abyss.ron");

/// A fall of six cells.
const TOWER: &str = include_str!("data/foresight/tower.ron");

fn level(text: &str) -> Level {
    Level::from_ron(text, "test.ron").unwrap_or_else(|error| panic!("{error}"))
}

fn game(text: &str) -> Game {
    Game::level(level(text))
}

/// The line that says what becomes of the token under the pointer.
#[track_caller]
fn fate(game: &Game) -> String {
    let tokens = ["bash", "dig", "bridge", "block", "climb", "explode", "brolly"];
    let is_fate = |line: &String| tokens.iter().any(|token| line.starts_with(&format!("{token}: ")));
    game.lines().into_iter().find(is_fate).unwrap_or_else(|| panic!("no fate in {:?}", game.lines()))
}

/// The cells of the faint pictures over the board.
fn ghosts(game: &Game, picture: Picture) -> Vec<Cell> {
    let camera = game.camera();
    let ghost = |item: &Item| match item {
        Item::Sprite { sprite, at, opacity, .. } if sprite.picture == picture && *opacity < 255 => {
            Some(camera.pixel_to_cell(*at))
        }
        _ => None,
    };
    game.items().iter().filter_map(ghost).collect()
}

/// Tokens that lie about, of the kinds that the player can drop: others are taken by rabbits in the meantime.
fn tokens(player: &Player) -> usize {
    let world = player.world();
    let can_be_dropped = |thing: &&Thing| match thing.kind {
        ThingKind::Token(token) => world.tokens(token.ability).is_some(),
        _ => false,
    };
    world.things().iter().filter(can_be_dropped).count()
}

/// The number in front of this word.
#[track_caller]
fn number_before(words: &str, word: &str) -> u32 {
    let before = words.split(word).next().expect("a first part").trim_end();
    before.rsplit(' ').next().and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("no {word} in {words}"))
}

/// What the mark shows for this cell happens if one clicks there.
#[track_caller]
fn check_promise(game: &Game, x: i32, y: i32) -> String {
    // On large boards it takes a few frames to find out.
    let game =
        game.clone().send([Input::Tick(Duration::ZERO)]).point_at(x, y).send(vec![Input::Tick(Duration::ZERO); 20]);
    let promise = fate(&game);
    let before = tokens(game.player());
    let mut player = game.click().player().clone();
    let mut advance = |steps: u32| {
        (0..steps).for_each(|_| drop(player.advance().to_vec()));
        tokens(&player)
    };
    if promise.contains("nobody") {
        assert_eq!(advance(100), before + 1, "{promise}, at {x},{y}");
    } else if promise.contains("takes it in this step") {
        assert_eq!(advance(1), before, "{promise}");
    } else if promise.contains("takes it in") {
        let steps = number_before(&promise, "steps");
        assert_eq!(advance(steps - 1), before + 1, "{promise}, at {x},{y}, a step before");
        assert_eq!(advance(1), before, "{promise}, at {x},{y}");
    } else {
        assert!(promise.contains("falls out"), "{promise}");
        assert_eq!(advance(30), before, "{promise}, at {x},{y}");
    }
    promise
}

#[test]
fn a_token_over_a_column_without_floor_falls_out() {
    let game = game(ABYSS).point_at(4, 1);
    assert_eq!(fate(&game), "bash: it falls out of the world");
    // It is shown where it is dropped and nowhere below.
    assert_eq!(ghosts(&game, Picture::TokenBash), [Cell::new(4, 1)]);
    check_promise(&game, 4, 1);
}

#[test]
fn the_rabbit_that_takes_a_token_is_named() {
    let game = game(GAP).steps(3);
    let promise = check_promise(&game, 6, 4);
    assert!(promise.starts_with("bash: rabbit 1 takes it in "), "{promise}");
    // It is bracketed, and its way is dashed.
    let marks = |game: &Game| {
        let good = Palette::Standard.good();
        let items = game.items();
        let count = |is: &dyn Fn(&Item) -> bool| items.iter().filter(|item| is(item)).count();
        let fills = count(&|item| matches!(item, Item::Fill { color, .. } if *color == good));
        (fills, count(&|item| matches!(item, Item::Polygon { color, .. } if *color == good)))
    };
    assert_eq!(marks(&game), (0, 0));
    let (fills, polygons) = marks(&game.point_at(6, 4));
    assert!(fills >= 8 && polygons > 5, "{fills} {polygons}");
}

#[test]
fn a_rabbit_that_is_still_to_come_is_named_as_such() {
    let promise = check_promise(&game(GAP), 3, 4);
    assert!(promise.starts_with("bash: rabbit 1, still to come, takes it in "), "{promise}");
}

#[test]
fn a_token_that_nobody_takes_is_shown_as_such() {
    let promise = check_promise(&game(GAP), 9, 6);
    assert!(promise.starts_with("bash: nobody "), "{promise}");
}

/// Rabbits in a paused game are drawn between cells. Whatever the mark says, a click does it.
#[test]
fn a_click_between_cells_does_what_the_mark_says() {
    let umbrellas = level::sets().iter().flat_map(|set| &set.levels).find(|entry| entry.path.contains("two-umbrellas"));
    let umbrellas = &umbrellas.expect("the level").level;
    for steps in 0..9 {
        let game = Game::level(umbrellas.clone()).steps(steps);
        let paused = game.send([Input::Tick(Duration::from_millis(350))]).press("p 2");
        for x in 5..13 {
            check_promise(&paused, x, 3);
        }
    }
}

#[test]
fn marks_of_every_shipped_level_keep_their_promises() {
    for entry in level::sets().iter().take(6).flat_map(|set| &set.levels) {
        let world = entry.level.world();
        for steps in [0, 9] {
            let game = Game::level(entry.level.clone()).steps(steps);
            // What is said of a lost play covers some of the cells.
            if is_hopeless(&game) {
                continue;
            }
            for (x, y) in (0..world.height()).flat_map(|y| (y % 5..world.width()).step_by(5).map(move |x| (x, y))) {
                let is_free = world.block(Cell::new(x, y)).is_none_or(|block| !block.is_flat());
                if is_free && game.play().attempt().ability.is_some_and(|ability| world.tokens(ability) != Some(0)) {
                    check_promise(&game, x, y);
                }
            }
        }
    }
}

#[test]
fn planks_and_holes_are_shown_as_they_will_be() {
    let game = game(GAP).steps(3);
    let bridging = game.clone().keys("3").point_at(5, 4);
    assert_eq!(ghosts(&bridging, Picture::Bridge), [Cell::new(6, 4), Cell::new(7, 3), Cell::new(8, 2)]);
    let digging = game.keys("2").point_at(5, 4);
    let hole = palette::PAPER.with_alpha(190);
    let holes = |game: &Game| -> Vec<Cell> {
        let cell = |item: &Item| match item {
            Item::Fill { rect, color } if *color == hole => {
                Some(game.camera().pixel_to_cell(leveret::scene::Point::new(rect.x as f32, rect.y as f32)))
            }
            _ => None,
        };
        game.items().iter().filter_map(cell).collect()
    };
    assert_eq!(holes(&digging), [Cell::new(5, 5)]);
    assert_eq!(holes(&digging.send([Input::PointerLeft])), []);
}

/// Deep falls end in a cross, others in a bar; both say how deep.
#[test]
fn the_depth_of_a_fall_is_shown_with_its_end() {
    let game = game(TOWER).steps(2);
    let crosses = |game: &Game| {
        let is_cross = |item: &&Item| matches!(item, Item::Polygon { color, .. } if *color == Palette::Standard.bad());
        game.items().iter().filter(is_cross).count()
    };
    let deadly = game.clone().point_at(3, 1);
    assert!(deadly.lines().contains(&"7".to_owned()), "{:?}", deadly.lines());
    assert!(fate(&deadly).ends_with(", then falls to its death"), "{}", fate(&deadly));
    assert_eq!(crosses(&deadly), 2);
    let saved = game.press("2").point_at(3, 1);
    assert_eq!(crosses(&saved), 0);
}

#[test]
fn while_paused_the_next_steps_of_all_rabbits_are_dotted() {
    let dots = |game: &Game| {
        game.items().iter().filter(|item| matches!(item, Item::Fill { color, .. } if *color == palette::WAY)).count()
    };
    let game = game(GAP).steps(3);
    assert_eq!(dots(&game), 0);
    let paused = game.press("p");
    assert!(dots(&paused) > 10, "{}", dots(&paused));
    assert_eq!(dots(&paused.press("p")), 0);
}

/// Answers the questions of the game as the app does.
fn answered(mut game: Game) -> Game {
    for effect in std::mem::take(&mut game.effects) {
        if let Effect::PlayToTheEnd(world) = effect {
            let saved = saved_in_the_end(&world, Horizon { steps: 10_000, work: u64::MAX });
            game = game.send([Input::Answered(Answer::PlayedToTheEnd(world, saved))]);
        }
    }
    game
}

fn is_hopeless(game: &Game) -> bool {
    game.words().contains("This cannot be won any more")
}

#[test]
fn too_many_deaths_are_said_at_once_and_the_level_can_be_restarted() {
    let mut game = game(ABYSS);
    assert!(!is_hopeless(&game));
    while game.player().losses().is_empty() {
        game = game.press("n");
    }
    assert!(is_hopeless(&game) && game.words().contains("at most 1 can be saved, 2 needed"), "{}", game.words());
    assert!(game.lines().contains(&"Dead 1".to_owned()), "{:?}", game.lines());
    // The first button over the board is that of the caption.
    let window = game.camera().window();
    let button = game.items().into_iter().rev().find_map(|item| match item {
        Item::Text { text, rect, .. } if text.starts_with("Restart (") && window.contains(middle(rect)) => {
            Some(middle(rect))
        }
        _ => None,
    });
    let game = game.send([Input::PointerMoved(button.expect("a button"))]).click();
    assert_eq!(game.player().step(), 0);
    assert!(!is_hopeless(&game));
}

/// The offer to go back leads to where the level can still be won, in a paused game; a click beside it drops no token.
#[test]
fn from_a_lost_play_one_can_go_back() {
    let mut lost = game(ABYSS);
    while !is_hopeless(&lost) {
        lost = lost.press("n");
    }
    let step = lost.player().step();
    let words = lost.items().into_iter().find_map(|item| match item {
        Item::Text { text, rect, .. } if text.starts_with("This cannot be won") => Some(middle(rect)),
        _ => None,
    });
    let beside = lost.clone().send([Input::PointerMoved(words.expect("the words"))]).click();
    assert_eq!(beside.player().orders(), []);
    let back = lost.press("u");
    assert!(!is_hopeless(&back) && back.player().step() < step, "{}", back.words());
    assert_eq!(back.clone().steps(3).player().step(), back.player().step());

    let wasted = answered(game(LAST_TOKEN).click_cell(1, 1));
    assert!(is_hopeless(&wasted));
    let back = wasted.press("u");
    assert!(!is_hopeless(&back) && back.player().orders().is_empty());
    // Where nothing is lost the key does nothing.
    assert_eq!(game(ABYSS).steps(3).press("u").player().step(), 3);
}

fn middle(rect: leveret::scene::Rect) -> leveret::scene::Point {
    leveret::scene::Point::new((rect.x + rect.width / 2) as f32, (rect.y + rect.height / 2) as f32)
}

const LAST_TOKEN: &str = include_str!("data/foresight/last_token.ron");

#[test]
fn a_play_that_cannot_be_won_without_tokens_is_said_to_be_lost() {
    let wasted = answered(game(LAST_TOKEN).click_cell(1, 1));
    assert!(is_hopeless(&wasted), "{}", wasted.words());
    assert!(wasted.words().contains("at most 0 can be saved, 1 needed"), "{}", wasted.words());
    assert!(is_hopeless(&wasted.clone().steps(5)));
    assert!(!is_hopeless(&wasted.press("r")));

    let used = answered(game(LAST_TOKEN).click_cell(3, 2));
    assert!(!is_hopeless(&used));
    assert_eq!(used.steps(20).caption(), "won Last token");
}

/// An answer about another play is of no interest.
#[test]
fn an_answer_that_comes_too_late_is_dropped() {
    let mut wasted = game(LAST_TOKEN).click_cell(1, 1);
    let question = std::mem::take(&mut wasted.effects);
    let asked = question.iter().find_map(|effect| match effect {
        Effect::PlayToTheEnd(world) => Some(world.clone()),
        _ => None,
    });
    let world = asked.expect("the end is asked for");
    let restarted = wasted.press("r").click_cell(3, 2);
    let late = restarted.send([Input::Answered(Answer::PlayedToTheEnd(world.clone(), Some(0)))]);
    assert!(!is_hopeless(&late));
}

/// The answer comes from another thread, whose clock is its own: it is waited for in short sleeps.
#[test]
fn the_app_plays_to_the_end_in_the_background() {
    let mut app = game::app_in_level(Profile::default(), level(LAST_TOKEN));
    let paused = [Input::Key("p".parse().expect("a key")), Input::Key("d".parse().expect("a key"))];
    paused.into_iter().for_each(|input| game::turn(&mut app, input));
    game::press(&mut app, "e");
    let is_said = |app: &leveret::app::App| game::words(app).iter().any(|line| line.contains("cannot be won"));
    for _ in 0..1000 {
        game::turn(&mut app, Input::Tick(Duration::ZERO));
        // The solver searches beside it, and may take longer.
        if is_said(&app) && app.wake().is_none() {
            break;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    assert!(is_said(&app), "{:?}", game::words(&app));
    assert_eq!(app.wake(), None);
}

#[test]
fn a_loss_names_its_causes_with_their_places() {
    let mut game = game(ABYSS);
    while game.caption().starts_with("play ") {
        game = game.press("n");
    }
    assert_eq!(game.caption(), "lost Abyss");
    assert!(game.lines().contains(&"2 left the world, at 3,5".to_owned()), "{:?}", game.lines());
}

/// The lines over the board fit it, in every language and at every size.
#[test]
fn captions_fit_the_board() {
    for language in Language::ALL {
        for (width, height, scale) in [(1280, 720, 1.0), (800, 600, 1.0), (480, 360, 1.0), (2560, 1440, 2.0)] {
            let settings = Settings { language: Some(language), ..Settings::default() };
            let profile = Profile { settings, ..Profile::default() };
            let mut game = Game::level_for(profile, level(TOWER)).send([Input::Resize { width, height, scale }]);
            for (x, y) in [(3, 1), (5, 8), (5, 3)] {
                let pointed = game.clone().point_at(x, y);
                assert!(pointed.lines().iter().any(|line| line.contains(": ")), "{:?}", pointed.lines());
                let is_short = |line: &String| line.contains(": ") && line.ends_with('…') && !line.contains(", ");
                assert!(!pointed.lines().iter().any(is_short), "{:?}", pointed.lines());
            }
            game = answered(game.press("p d e 2 e"));
            let captions = |game: &Game| game.lines().len();
            assert!(captions(&game) > 0);
        }
    }
}
