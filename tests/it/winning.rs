//! Winning is a moment: it is seen, celebrated, and then told what is new.

use std::time::Duration;

use leveret::level::Level;
use leveret::scene::{Item, Picture};
use leveret::screens::{Best, Input, Motion, Profile, Progress, Settings};

use crate::game::Game;

const CORRIDOR: &str = include_str!("data/corridor.ron");

/// The moment in which the level is won.
fn won(profile: Profile) -> Game {
    let level = Level::from_ron(CORRIDOR, "corridor.ron").expect("a level");
    let mut game = Game::level_for(profile, level).click_cell(3, 2);
    while game.caption().starts_with("play") {
        game = game.press("n");
    }
    assert_eq!(game.caption(), "won Corridor");
    game
}

fn jumpers(game: &Game) -> usize {
    let cheers = |item: &&Item| matches!(item, Item::Sprite { sprite, .. } if sprite.picture == Picture::Cheer);
    game.items().iter().filter(cheers).count()
}

fn first() -> &'static leveret::level::ShippedLevel {
    &leveret::level::sets()[0].levels[0]
}

/// The first level, played by its solution as a player would, from the title.
fn won_first(progress: Progress) -> Game {
    let game = Game::title(Profile { progress, ..Profile::default() }).press("l Home Enter Enter");
    let solution = first().level.solutions[0].play(&first().level).expect("orders");
    let mut game = game;
    for at in &solution.orders {
        game = game.clone().steps(at.step - game.player().step());
        let leveret::sim::Order::Place(_, cell) = at.order else { panic!("a token") };
        game = game.click_cell(cell.x, cell.y);
    }
    game.steps(60)
}

#[test]
fn the_card_waits_while_rabbits_celebrate() {
    let game = won(Profile::default());
    assert!(!game.words().contains("You won!"));
    assert!(jumpers(&game) > 0 && game.screen.is_moving());
    let later = game.clone().send([Input::Tick(Duration::from_millis(1300))]);
    assert!(later.words().contains("You won!"), "{}", later.words());
    assert!(jumpers(&later) > 0);
    let rested = later.send([Input::Tick(Duration::from_secs(60))]);
    assert!(!rested.screen.is_moving(), "it ends");
    let calm = Profile { settings: Settings { motion: Motion::Reduced, ..Settings::default() }, ..Profile::default() };
    assert!(won(calm).words().contains("You won!"), "with reduced movement it does not wait");
}

/// A press that was meant for the board only makes the card come.
#[test]
fn the_first_press_after_a_win_chooses_nothing() {
    let shown = won(Profile::default()).ready().press("Enter");
    assert_eq!(shown.caption(), "won Corridor");
    assert!(shown.words().contains("You won!"));
    assert_eq!(shown.clone().press("Enter").caption(), "won Corridor", "the card has just come");
    assert_eq!(shown.ready().press("Enter").caption(), "play Corridor");
}

#[test]
fn the_card_says_what_is_new_or_best() {
    let result = |tokens, steps| {
        let mut progress = Progress::default();
        progress.record(first().path, Best { saved: 3, tokens, steps });
        progress
    };
    for (before, said) in [
        (Progress::default(), "Won for the first time!"),
        (result(9, 900), "New best! It was: saved 3 with 9 tokens in 900 steps"),
        (result(0, 1), "best so far: saved 3 with 0 tokens in 1 step"),
    ] {
        let words = won_first(before).words();
        assert!(words.contains(said), "{said} is not in {words}");
    }
}

#[test]
fn a_solution_that_was_watched_is_no_win_of_the_player() {
    let shown = Game::title(Profile::default()).press("Enter v").steps(60);
    assert!(shown.caption().starts_with("won"), "{}", shown.caption());
    assert!(!shown.words().contains("You won!") && shown.words().contains("That is how!"), "{}", shown.words());
}

/// Begun anew, the level can be taken back to what was shown: that does not make it the player's.
#[test]
fn a_solution_that_is_returned_to_is_no_win_of_the_player() {
    let begun_anew = Game::title(Profile::default()).press("Enter v").steps(3).press("r");
    let returned = begun_anew.press("o");
    assert!(!returned.play().attempt().timeline.branch().orders().is_empty(), "it is the solution again");
    let words = returned.press("p").steps(60).words();
    assert!(words.contains("with the solution shown") && !words.contains("Won for the first time!"), "{words}");
}
