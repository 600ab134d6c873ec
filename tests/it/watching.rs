//! Plays that are shown, replays and solutions: they record nothing, say what they are, and open no level.

use std::time::Duration;

use leveret::level::sets;
use leveret::screens::{Answer, Effect, Input, Manner, Profile, Screen};
use leveret::sim::Order;

use crate::game::{Game, app, win_first_level};

/// A player who has won the very first level, and nothing else.
fn winner() -> Profile {
    let mut app = app(Profile::default());
    win_first_level(&mut app);
    app.context().profile.clone()
}

/// The same player watches that play.
fn watched() -> Game {
    let list = Game::title(winner()).press("l Home Enter w");
    assert!(list.caption().starts_with("replays "), "{}", list.caption());
    list.press("Enter")
}

/// The game plays on to its end, and the card comes.
fn to_the_end(game: Game) -> Game {
    let step = |game: Game, _| if matches!(game.screen, Screen::Play(_)) { game.press("n") } else { game };
    let over = (0..400).fold(game, step);
    assert!(matches!(over.screen, Screen::Outcome(_)), "{}", over.caption());
    over.send([Input::Tick(Duration::from_secs(2))])
}

/// What was recorded and kept since the profile was this.
#[track_caller]
fn assert_unchanged(game: &Game, before: &Profile) {
    let is_kept = |effect: &Effect| matches!(effect, Effect::KeepReplay(_) | Effect::SaveProgress(_));
    assert_eq!((&game.context.profile.progress, &game.context.profile.replays), (&before.progress, &before.replays));
    // The list of levels merges what another game has won: that was before.
    assert!(game.effects.iter().skip_while(|effect| is_kept(effect)).all(|effect| !is_kept(effect)));
}

/// The end says that something was shown, and not that the player has won.
#[track_caller]
fn assert_shown(game: &Game) {
    let lines = game.lines();
    assert!(lines.iter().any(|line| line == "That is how it went!"), "{lines:?}");
    assert!(lines.iter().any(|line| line.ends_with(", with a replay shown")), "{lines:?}");
    assert!(!lines.iter().any(|line| line == "You won!"), "{lines:?}");
}

#[test]
fn a_replay_that_is_watched_to_its_end_stays_as_it_was() {
    let before = winner();
    let manners: Vec<Manner> = before.replays.all().iter().map(|kept| kept.manner).collect();
    assert_eq!(manners.len(), 1);
    let end = to_the_end(watched());
    assert_unchanged(&end, &before);
    assert_shown(&end);
}

/// A token of the player's own makes the rest a play with time turned back.
#[test]
fn a_replay_that_was_taken_over_counts() {
    let level = &sets()[0].levels[0].level;
    let order = level.solutions[0].play(level).expect("orders").orders[0].order;
    let Order::Place(_, cell) = order else { panic!("a token") };
    let game = watched().press("n").send([Input::Tick(Duration::from_millis(500))]).click_cell(cell.x, cell.y);
    assert!(!game.words().contains("Showing a replay"));
    let end = to_the_end(game.press("x Tab Enter"));
    assert_eq!(end.context.profile.replays.all()[0].manner, Manner::TurnedBack);
}

#[test]
fn a_pasted_replay_is_shown_and_records_nothing() {
    let text = winner().replays.all()[0].text.clone();
    let before = Profile::default();
    let end = to_the_end(Game::title(before.clone()).send([Input::Answered(Answer::Pasted(Ok(text)))]));
    assert_unchanged(&end, &before);
    assert_shown(&end);
}

#[test]
fn what_was_only_shown_does_not_lead_to_a_locked_level() {
    let text = winner().replays.all()[0].text.clone();
    let replay = Game::title(Profile::default()).send([Input::Answered(Answer::Pasted(Ok(text)))]);
    let solution = Game::title(Profile::default()).press("Enter v");
    for shown in [replay, solution] {
        let end = to_the_end(shown);
        assert!(!end.lines().iter().any(|line| line == "Next"), "{:?}", end.lines());
        assert!(end.press("n").caption().starts_with("won "));
    }
    let end = to_the_end(watched());
    assert!(end.lines().iter().any(|line| line == "Next"), "the level was won before: {:?}", end.lines());
}
