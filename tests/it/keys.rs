//! Keys: what each does, how they are changed, and what of that is saved.

use leveret::app::SettingsFile;
use leveret::level::Level;
use leveret::screens::{Command, Input, Key, KeyContext, Profile, Settings};

use crate::game::{Game, app, press};

/// Whether a line contains a text.
fn says(game: &Game, text: &str) -> bool {
    game.lines().iter().any(|line| line.contains(text))
}

/// The page of the keys, the given command in focus.
fn at(command: Command) -> Game {
    let game = Game::title(Profile::default()).press("s Down Down Down Down Enter");
    let index = Command::ALL.iter().position(|other| *other == command).expect("a command");
    (0..index).fold(game, |game, _| game.press("Down"))
}

fn settings(text: &str) -> Settings {
    let file: SettingsFile = ron::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let (settings, unknown) = file.settings();
    assert_eq!(unknown, None);
    settings
}

/// A level in play by these settings.
fn playing(settings: Settings) -> Game {
    let level = Level::from_ron(include_str!("data/corridor.ron"), "corridor.ron").expect("a level");
    Game::level_for(Profile { settings, ..Profile::default() }, level)
}

#[test]
fn no_key_has_two_meanings_at_first() {
    let meet = |one: KeyContext, other: KeyContext| one == other || [one, other].contains(&KeyContext::Global);
    for one in Command::ALL {
        for key in one.default_keys() {
            assert!(one.context().allows(*key), "`{key}` of {one:?}");
            let others = Command::ALL.iter().filter(|other| *other != one && meet(one.context(), other.context()));
            for other in others {
                assert!(!other.default_keys().contains(key), "`{key}` is for {one:?} and {other:?}");
            }
        }
    }
}

#[test]
fn keys_are_words_that_people_write() {
    for (word, key) in [
        ("Space", Key::Space),
        ("F3", Key::Function(3)),
        ("f12", Key::Function(12)),
        ("a", Key::Char('a')),
        ("Ä", Key::Char('ä')),
        ("+", Key::Char('+')),
        ("pageup", Key::PageUp),
    ] {
        assert_eq!(word.parse(), Ok(key));
        assert_eq!(key.to_string().parse(), Ok(key));
    }
    for word in ["F13", "F0", "Spce", ""] {
        let error = word.parse::<Key>().expect_err("no key").to_string();
        assert!(error.starts_with(&format!("unknown key `{word}`: ")) && error.contains("Space"), "{error}");
    }
}

#[test]
fn a_key_is_given_to_a_command_and_works() {
    let game = at(Command::Step).press("Enter t");
    assert!(says(&game, "T was added."), "{:?}", game.lines());
    let changed = game.context.settings().clone();
    assert_eq!(changed.keys.keys(Command::Step), [Key::Char('n'), Key::Char('t')]);
    assert_eq!(playing(changed.clone()).press("t t n").player().step(), 3);

    // The same key again takes it away.
    let game = game.press("Enter t");
    assert!(says(&game, "T was removed."), "{:?}", game.lines());
    assert_eq!(game.context.settings(), &Settings::default());
}

#[test]
fn a_key_that_is_taken_over_is_missed_by_the_other_command() {
    let game = at(Command::Step).press("Enter p");
    assert!(says(&game, "P was added here and removed from: pause"), "{:?}", game.lines());
    let changed = game.context.settings().clone();
    assert_eq!(changed.keys.keys(Command::Pause), [Key::Space]);
    assert_eq!(changed.keys.keys(Command::Play), [Key::Char('p')], "on other screens it is free");
    assert_eq!(playing(changed).press("p p").player().step(), 2);

    // What is heard anywhere is in the way of all others.
    let game = at(Command::Help).press("Enter p");
    let keys = &game.context.settings().keys;
    assert_eq!((keys.keys(Command::Pause), keys.keys(Command::Play)), (vec![Key::Space], vec![]));
    let game = game.press("Esc Esc p");
    assert_eq!(game.caption(), "help");
}

#[test]
fn a_key_moves_between_commands_that_were_both_changed() {
    let game = at(Command::Pause).press("Enter t").press("Down Enter t");
    let keys = &game.context.settings().keys;
    assert_eq!(keys.keys(Command::Pause), Command::Pause.default_keys());
    assert_eq!(keys.keys(Command::Step), [Key::Char('n'), Key::Char('t')]);
}

/// Any of them may be pressed to take it away.
#[test]
fn the_keys_of_a_command_are_shown_while_it_waits_for_one() {
    let waiting = at(Command::Step).press("Enter");
    assert!(says(&waiting, "… N"), "{:?}", waiting.lines());
    assert!(!says(&waiting.press("Esc"), "… N"));
}

#[test]
fn escape_changes_nothing_and_some_keys_stay_as_they_are() {
    let game = at(Command::Step).press("Enter Esc");
    assert_eq!((game.caption().as_str(), game.context.settings()), ("keys", &Settings::default()));
    let game = at(Command::Hint).press("Enter Tab");
    assert!(says(&game, "Tab is reserved"), "{:?}", game.lines());
    assert_eq!(game.context.settings(), &Settings::default());
}

#[test]
fn a_key_that_is_waited_for_means_nothing_else() {
    let game = at(Command::Step).press("Enter F1");
    assert_eq!(game.caption(), "keys");
    assert_eq!(game.context.settings().keys.keys(Command::Help), []);

    let mut app = app(Profile::default());
    press(&mut app, "s Down Down Down Down Enter Enter F11");
    assert!(!app.fullscreen());
}

#[test]
fn all_keys_can_be_as_at_first_again() {
    let game = at(Command::Quit).press("Enter x");
    assert_ne!(game.context.settings(), &Settings::default());
    let to_the_end = vec!["PageDown"; Command::ALL.len()].join(" ");
    let game = game.press(&format!("{to_the_end} Up Enter"));
    assert_eq!(game.context.settings(), &Settings::default());
}

#[test]
fn the_help_opens_from_every_screen_and_leads_back() {
    let title = Game::title(Profile::default());
    let ended = "x Tab Enter n n n n";
    for keys in ["", " s", " l", " l Enter", " l Enter Enter", &format!(" l Enter Enter {ended}")] {
        let game = title.clone().press(&format!("Down Up{keys}")).ready();
        let caption = game.caption();
        for leave in ["F1", "Esc", "Enter"] {
            let help = game.clone().press("F1");
            assert_eq!(help.caption(), "help", "from {caption}");
            assert!(!help.screen.is_moving());
            assert_eq!(help.press(leave).caption(), caption, "by {leave}");
        }
    }
}

#[test]
fn the_title_tells_the_key_of_the_help() {
    let title = |keys: &str| Game::title(Profile { settings: settings(keys), ..Profile::default() });
    for (keys, told) in [("()", "Esc quits. F1: Help."), ("(keys: {Help: [\"ö\"]})", "Esc quits. Ö: Help.")] {
        let game = title(keys).send([Input::Resize { width: 640, height: 400, scale: 1.0 }]);
        assert!(game.lines().iter().any(|line| line.ends_with(told)), "{:?}", game.lines());
    }
    assert!(title("(keys: {Help: []})").lines().iter().any(|line| line.ends_with("Esc quits.")));
}

/// The window may change while the help is open: the game behind it must not be left behind.
#[test]
fn the_screen_behind_the_help_keeps_up() {
    let resize = Input::Resize { width: 700, height: 500, scale: 1.0 };
    let game = playing(Settings::default()).press("F1").send([resize]).press("F1");
    assert!(game.camera().window().right() <= 700);
}

#[test]
fn the_help_tells_the_keys_that_hold_now() {
    let line = |game: Game| {
        let lines = game.press("F1").lines();
        let index = lines.iter().position(|text| text == "one step").expect("a line for each command");
        lines[index - 1].clone()
    };
    assert_eq!(line(playing(Settings::default())), "N");
    assert_eq!(line(playing(settings("(keys: {Step: [\"F2\", \"ö\"]})"))), "F2, Ö");
}

#[test]
fn only_what_was_changed_is_written() {
    let text =
        |settings: &Settings| ron::to_string(&SettingsFile::from(settings.clone())).expect("settings can be written");
    assert!(!text(&Settings::default()).contains("keys"), "{}", text(&Settings::default()));
    let game = at(Command::Step).press("Enter Space").press("Enter +");
    let written = text(game.context.settings());
    assert!(written.contains(r#"keys:{Step:["n","Space","+"]}"#), "{written}");
    assert_eq!(&settings(&written), game.context.settings());
    assert_eq!(settings("(keys: {Look: []})").keys.keys(Command::Look), [], "a command may do without a key");
}

#[test]
fn keys_that_cannot_be_are_refused() {
    for (text, fault) in [
        ("{Step: [\"Spce\"]}", "unknown key `Spce`"),
        ("{Jump: [\"j\"]}", "`Jump`"),
        ("{Help: [\"Enter\"]}", "key `Enter` cannot be given to `Help`"),
        ("{Step: [\"Esc\"]}", "key `Esc` cannot be given to `Step`"),
        ("{Step: [\"t\"], Pause: [\"t\"]}", "key `t` is given to both `Pause` and `Step`"),
    ] {
        let error = ron::from_str::<SettingsFile>(&format!("(keys: {text})")).expect_err(text).to_string();
        assert!(error.contains(fault), "{text}: {error}");
    }
}
