//! What the player is told is whole: notices, messages in columns, counts, and texts on chosen rows.

use std::collections::BTreeMap;

use leveret::level::Level;
use leveret::look::palette;
use leveret::scene::Item;
use leveret::screens::{Answer, Effect, Input, Language, Profile, Screen, Settings};
use leveret::solve::Advice;

use crate::game::{Game, app, turn, words};

const CORRIDOR: &str = include_str!("data/corridor.ron");

fn in_language(language: Language) -> Profile {
    Profile { settings: Settings { language: Some(language), ..Settings::default() }, ..Profile::default() }
}

fn resized(game: Game, width: u32, height: u32) -> Game {
    game.send([Input::Resize { width, height, scale: 1.0 }])
}

/// The rows of single characters in columns, from top to bottom, without their spaces.
fn rows(game: &Game) -> Vec<String> {
    let mut rows: BTreeMap<i32, String> = BTreeMap::new();
    for item in game.items() {
        if let Item::Text { text, rect, .. } = item
            && text.chars().count() == 1
        {
            rows.entry(rect.y).or_default().push_str(&text);
        }
    }
    rows.into_values().collect()
}

fn without_spaces(text: &str) -> String {
    text.replace(' ', "")
}

#[test]
fn each_notice_of_the_title_has_lines_of_its_own() {
    let notices = ["`progress.ron` was damaged", "`settings.ron` was damaged", "`replays.ron` was damaged"];
    let mut app = app(Profile { notices: notices.map(str::to_owned).into(), ..Profile::default() });
    turn(&mut app, Input::Resize { width: 1280, height: 800, scale: 1.0 });
    let words = words(&app);
    assert!(notices.iter().all(|notice| words.iter().any(|line| line == notice)), "{words:?}");
}

#[test]
fn a_long_message_is_wrapped() {
    let path = "/long/path".repeat(20);
    let message = format!("cannot read level `{path}`: it is none of the formats that are known");
    for (width, height) in [(640, 480), (1280, 800)] {
        let game = resized(Game::title(Profile::default()).press("c"), width, height);
        let game = game.send([Input::Answered(Answer::LevelOpened(Err(message.clone())))]);
        let told = rows(&game).concat();
        assert!(told.contains(&without_spaces(&message)), "{width}x{height}: {told}");
    }
}

#[test]
fn an_empty_clipboard_is_told_in_the_players_language() {
    let texts = ["There is no text in the clipboard.", "In der Zwischenablage ist kein Text."];
    for (language, told) in [Language::English, Language::German].into_iter().zip(texts) {
        for keys in ["c", "c Up"] {
            let game = resized(Game::title(in_language(language)).press(keys), 1280, 800);
            let rows = rows(&game.send([Input::Answered(Answer::Pasted(Ok(String::new())))]));
            assert!(rows.iter().any(|row| *row == without_spaces(told)), "{rows:?}");
        }
    }
}

/// The faulty place and the advice below it, however long the line and however small the window.
#[test]
fn a_long_faulty_line_is_shortened_around_the_fault() {
    let hint = "never mind ".repeat(12);
    let line = format!("hints: [\"{hint}\"] save: 1, solutions: [], about: \"{hint}\",");
    let error = Level::from_ron(&CORRIDOR.replace("save: 1,", &line), "bad.ron").expect_err("a comma is missing");
    let message = error.to_string();
    let marks = message.lines().find(|line| line.contains('^')).expect("a caret").to_owned();
    let told = without_spaces(&marks[marks.find('^').expect("a caret")..]);
    let faulty = |mut game: Game| {
        game.screen = Screen::faulty_level(&message);
        game
    };
    let play =
        |game: Game| game.press("Enter Enter").send([Input::Answered(Answer::LevelOpened(Err(message.clone())))]);
    for (width, height) in [(640, 480), (900, 560), (1280, 800)] {
        let title = resized(Game::title(Profile::default()), width, height);
        for game in [faulty(title.clone()), play(title)] {
            let rows = rows(&game);
            assert!(rows.iter().any(|row| row.ends_with(&told)), "`{told}` at {width}x{height}: {rows:#?}");
            assert!(rows.iter().any(|row| row.contains('…') && row.contains("save")), "{rows:#?}");
        }
    }
}

#[test]
fn the_number_of_the_step_is_never_cut() {
    for language in [Language::English, Language::German] {
        for (width, height) in [(480, 360), (900, 560), (1280, 800)] {
            let level = Level::from_ron(CORRIDOR, "corridor.ron").expect("a level");
            let game = resized(Game::level_for(in_language(language), level), width, height).press("n");
            assert!(game.lines().iter().any(|line| line == "1" || line.ends_with(" 1")), "{:?}", game.lines());
            assert!(!game.lines().iter().any(|line| line.starts_with("Schr") && line.ends_with('…')));
        }
    }
}

/// A hint that names no more than one step.
#[test]
fn one_step_and_none_are_told_in_words() {
    for (language, told) in [
        (Language::English, ["left, now.", "left, in 1 step.", "left, in 2 steps."]),
        (Language::German, ["Kaninchen, jetzt.", "Kaninchen, in 1 Schritt.", "Kaninchen, in 2 Schritten."]),
    ] {
        for (steps, told) in (0..).zip(told) {
            let level = Level::from_ron(CORRIDOR, "corridor.ron").expect("a level");
            let game = Game::level_for(in_language(language), level).press("n h");
            let world = game.effects.iter().rev().find_map(|effect| match effect {
                Effect::Advise(world, _) => Some(world.clone()),
                _ => None,
            });
            let advice = Advice::Wait { explode_after: Some(steps) };
            let game = game.send([Input::Answered(Answer::Advised(world.expect("a search"), advice))]);
            assert!(game.words().contains(told), "{}", game.words());
        }
    }
}

/// After a path that was refused, another one is pasted: it takes its place, and opens.
#[test]
fn a_paste_replaces_a_text_that_was_refused() {
    let pasted = |text: &str| Input::Answered(Answer::Pasted(Ok(text.to_owned())));
    let refused = Input::Answered(Answer::LevelOpened(Err("there is no such file".to_owned())));
    let game = Game::title(Profile::default()).press("c").send([pasted("/one.ron"), refused]);
    let game = game.send([pasted("/two.ron")]);
    assert!(
        matches!(game.effects.last(), Some(Effect::OpenLevel(path)) if path.ends_with("two.ron")),
        "{:?}",
        game.effects
    );
    assert!(game.lines().iter().any(|line| line == "/two.ron"), "{:?}", game.lines());
    // A text that nobody has tried to open yet goes on.
    let game = Game::title(Profile::default()).press("c").send([Input::Text("/a".to_owned()), pasted("/b")]);
    assert!(game.lines().iter().any(|line| line == "/a/b"), "{:?}", game.lines());
}

/// On the ground of a chosen row faint ink would be too faint.
#[test]
fn a_chosen_row_has_no_faint_text() {
    let color = |game: &Game, words: &str| {
        let found = game.items().into_iter().find_map(|item| match item {
            Item::Text { text, color, .. } if text.contains(words) => Some(color),
            _ => None,
        });
        found.unwrap_or_else(|| panic!("`{words}` is not among {:?}", game.lines()))
    };
    let levels = Game::title(Profile::default()).press("l Home");
    assert_eq!(color(&levels, "save "), palette::INK);
    assert_eq!(color(&levels, "win the previous level first"), palette::FAINT_INK);
    assert_eq!(color(&levels.press("Right"), "win the previous level first"), palette::INK);
    let custom = Game::title(Profile::default()).press("c");
    assert_eq!(color(&custom, "file name"), palette::INK);
}
