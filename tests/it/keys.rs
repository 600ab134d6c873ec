//! Keys: what each does, how they are changed, and what is written down of that.

use leveret::app::App;
use leveret::level::Level;
use leveret::look::Hints;
use leveret::scene::Item;
use leveret::screens::{Command, Input, Key, Place, Screen, Session, Settings};

/// Sends these keys, named as in the settings file.
#[track_caller]
fn press(screen: Screen, keys: &str) -> Screen {
    keys.split(' ').fold(screen, |screen, key| {
        let key = key.parse().expect("a key");
        screen.turn(Input::Key(key)).continue_value().expect("the program goes on")
    })
}

fn words(screen: &Screen) -> Vec<String> {
    let mut items = Vec::new();
    screen.draw_hud(&mut items);
    let text = |item| if let Item::Text { text, .. } = item { Some(text.into_owned()) } else { None };
    items.into_iter().filter_map(text).collect()
}

fn says(screen: &Screen, text: &str) -> bool {
    words(screen).iter().any(|words| words.contains(text))
}

/// The screen of the keys, the given command in focus.
fn at(command: Command) -> Screen {
    let screen = press(Screen::title(Session::default()), "s Down Down Down Down Enter");
    let place = Command::ALL.iter().position(|other| *other == command).expect("a command");
    (0..place).fold(screen, |screen, _| press(screen, "Down"))
}

fn settings(text: &str) -> Settings {
    ron::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// A level in play by these settings.
fn playing(settings: Settings) -> Screen {
    let level = Level::from_ron(include_str!("data/corridor.ron"), "corridor.ron").expect("a level");
    Screen::opened(Session::default().with_settings(settings), level)
}

fn step(screen: &Screen) -> u32 {
    let Screen::Play(play) = screen else { panic!("on screen {}", screen.caption()) };
    play.run().step()
}

#[test]
fn no_key_has_two_meanings_at_first() {
    let meet = |one: Place, other: Place| one == other || [one, other].contains(&Place::Anywhere);
    for one in Command::ALL {
        for key in one.default_keys() {
            assert!(one.place().allows(*key), "`{key}` of {one:?}");
            let others = Command::ALL.iter().filter(|other| *other != one && meet(one.place(), other.place()));
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
    let screen = press(at(Command::Step), "Enter t");
    assert!(says(&screen, "T was added."), "{:?}", words(&screen));
    let changed = screen.settings().clone();
    assert_eq!(changed.keys.keys(Command::Step), [Key::Char('n'), Key::Char('t')]);
    assert_eq!(step(&press(playing(changed.clone()), "t t n")), 3);

    // The same key again takes it away.
    let screen = press(screen, "Enter t");
    assert!(says(&screen, "T was removed."), "{:?}", words(&screen));
    assert_eq!(screen.settings(), &Settings::default());
}

#[test]
fn a_key_that_is_taken_over_is_missed_by_the_other_command() {
    let screen = press(at(Command::Step), "Enter p");
    assert!(says(&screen, "P was added here and removed from: pause"), "{:?}", words(&screen));
    let changed = screen.settings().clone();
    assert_eq!(changed.keys.keys(Command::Pause), [Key::Space]);
    assert_eq!(changed.keys.keys(Command::Play), [Key::Char('p')], "on other screens it is free");
    assert_eq!(step(&press(playing(changed), "p p")), 2);

    // What is heard anywhere is in the way of all others.
    let screen = press(at(Command::Help), "Enter p");
    let keys = &screen.settings().keys;
    assert_eq!((keys.keys(Command::Pause), keys.keys(Command::Play)), (vec![Key::Space], vec![]));
    let screen = press(screen, "Esc Esc p");
    assert_eq!(screen.caption(), "help");
}

#[test]
fn a_key_moves_between_commands_that_were_both_changed() {
    let screen = press(press(at(Command::Pause), "Enter t"), "Down Enter t");
    let keys = &screen.settings().keys;
    assert_eq!(keys.keys(Command::Pause), Command::Pause.default_keys());
    assert_eq!(keys.keys(Command::Step), [Key::Char('n'), Key::Char('t')]);
}

#[test]
fn escape_changes_nothing_and_some_keys_stay_as_they_are() {
    let screen = press(at(Command::Step), "Enter Esc");
    assert_eq!((screen.caption().as_str(), screen.settings()), ("keys", &Settings::default()));
    let screen = press(at(Command::Hint), "Enter Tab");
    assert!(says(&screen, "Tab is reserved"), "{:?}", words(&screen));
    assert_eq!(screen.settings(), &Settings::default());
}

#[test]
fn a_key_that_is_waited_for_means_nothing_else() {
    let screen = press(at(Command::Step), "Enter F1");
    assert_eq!(screen.caption(), "keys");
    assert_eq!(screen.settings().keys.keys(Command::Help), []);

    let session = Session::default();
    let mut app = App::new(Screen::title(session), Hints::default().into()).expect("the art is whole");
    let keys = "s Down Down Down Down Enter Enter F11".split(' ');
    keys.for_each(|key| assert!(app.turn(Input::Key(key.parse().expect("a key"))).is_continue()));
    assert!(!app.fullscreen());
}

#[test]
fn all_keys_can_be_as_at_first_again() {
    let screen = press(at(Command::Quit), "Enter x");
    assert_ne!(screen.settings(), &Settings::default());
    let to_the_end = vec!["PageDown"; Command::ALL.len()].join(" ");
    let screen = press(screen, &format!("{to_the_end} Up Enter"));
    assert_eq!(screen.settings(), &Settings::default());
}

#[test]
fn the_help_opens_from_every_screen_and_leads_back() {
    let title = Screen::title(Session::default());
    let ended = "x Enter n n n n";
    for keys in ["", " s", " l", " l Enter", " l Enter Enter", &format!(" l Enter Enter {ended}")] {
        let screen = press(title.clone(), &format!("Down Up{keys}"));
        let caption = screen.caption();
        for leave in ["F1", "Esc", "Enter"] {
            let help = press(screen.clone(), "F1");
            assert_eq!(help.caption(), "help", "from {caption}");
            assert!(!help.is_moving());
            assert_eq!(press(help, leave).caption(), caption, "by {leave}");
        }
    }
}

/// The window may change while the help is open: the screen behind it must not be left behind.
#[test]
fn the_screen_behind_the_help_keeps_up() {
    let resize = Input::Resize { width: 700, height: 500, scale: 1.0 };
    let screen = press(playing(Settings::default()), "F1").turn(resize).continue_value().expect("it goes on");
    let Screen::Play(play) = press(screen, "F1") else { panic!("playing") };
    assert!(play.view().window().right() <= 700);
}

#[test]
fn the_help_tells_the_keys_that_hold_now() {
    let line = |screen: Screen| {
        let words = words(&press(screen, "F1"));
        let place = words.iter().position(|text| text == "one step").expect("a line for each command");
        words[place - 1].clone()
    };
    assert_eq!(line(playing(Settings::default())), "N");
    assert_eq!(line(playing(settings("(keys: {Step: [\"F2\", \"ö\"]})"))), "F2, Ö");
}

#[test]
fn only_what_was_changed_is_written() {
    let text = |settings: &Settings| ron::to_string(settings).expect("settings can be written");
    assert!(!text(&Settings::default()).contains("keys"), "{}", text(&Settings::default()));
    let screen = press(press(at(Command::Step), "Enter Space"), "Enter +");
    let written = text(screen.settings());
    assert!(written.contains(r#"keys:{Step:["n","Space","+"]}"#), "{written}");
    assert_eq!(&settings(&written), screen.settings());
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
        let error = ron::from_str::<Settings>(&format!("(keys: {text})")).expect_err(text).to_string();
        assert!(error.contains(fault), "{text}: {error}");
    }
}
