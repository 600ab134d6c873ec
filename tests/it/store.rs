//! What is kept from one start to the next, and what broken files come to.

mod killed;

use std::fs;

use leveret::app::{App, Store, Stores};
use leveret::look::Hints;
use leveret::scene::Item;
use leveret::screens::{Best, Display, Gate, Input, Key, Language, Progress, Quality, Screen, Session, Settings};

fn progress(steps: u32) -> Progress {
    let mut progress = Progress::default();
    progress.record("a", Best { saved: 1, tokens: 1, steps });
    progress
}

#[test]
fn what_was_saved_is_loaded() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::new(&folder.path().join("not/there/yet"), "progress");
    store.save(progress(7)).expect("it is written");
    let found = store.load::<Progress>();
    assert_eq!((found.value, found.broken), (progress(7), None));
}

#[test]
fn nothing_is_found_at_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let found = Store::new(folder.path(), "progress").load::<Progress>();
    assert_eq!((found.value, found.broken), (Progress::default(), None));
}

#[test]
fn a_broken_file_is_set_aside_and_the_older_one_used() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::new(folder.path(), "progress");
    store.save(progress(9)).expect("it is written");
    store.save(progress(8)).expect("it is written");
    fs::write(folder.path().join("progress.ron"), "(levels: {\"a\": (sav").expect("it is broken");
    let found = store.load::<Progress>();
    assert_eq!(found.value, progress(9));
    let told = |language| found.broken.as_ref().expect("the player is told").told(language);
    let (english, german) = (told(Language::English), told(Language::German));
    assert!(english.contains("progress.broken-1.ron") && english.ends_with("an older copy is used"), "{english}");
    assert!(
        german.contains("progress.broken-1.ron") && german.ends_with("eine ältere Kopie wird verwendet"),
        "{german}"
    );
    let kept = fs::read_to_string(folder.path().join("progress.broken-1.ron")).expect("it was set aside");
    assert_eq!(kept, "(levels: {\"a\": (sav");
}

/// A hole where the newest file should be is as good as an older one.
#[test]
fn without_the_newest_file_the_older_one_is_used() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::new(folder.path(), "progress");
    store.save(progress(9)).expect("it is written");
    store.save(progress(8)).expect("it is written");
    fs::remove_file(folder.path().join("progress.ron")).expect("it was there");
    let found = store.load::<Progress>();
    assert_eq!((found.value, found.broken), (progress(9), None));
}

/// Two games over one folder, as when the player has started it twice.
#[test]
fn two_games_keep_each_others_results() {
    let folder = tempfile::tempdir().expect("a folder");
    let levels = &leveret::level::sets()[0].levels;
    let mut games = [0, 1].map(|level| {
        let mut progress = Progress::default();
        progress.record(levels[level].path, Best { saved: 1, tokens: 1, steps: 9 });
        let screen = Screen::title(Session::new(progress, Gate::OneByOne));
        let mut app = App::new(screen, Hints::default().into()).expect("art");
        app.keep(Stores::new(folder.path()));
        app
    });
    for game in &mut games {
        assert!(game.turn(Input::Key(Key::Char('l'))).is_continue());
    }
    let kept = Stores::new(folder.path()).progress.load::<Progress>().value;
    assert!(kept.best(levels[0].path).is_some() && kept.best(levels[1].path).is_some(), "{kept:?}");
    assert_eq!(games[1].screen().progress(), &kept, "the one learns what was won in the other");
}

#[test]
fn the_game_keeps_what_the_player_wins() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::new(folder.path(), "progress");
    let mut app = App::new(Screen::title(Session::new(progress(5), Gate::All)), Hints::default().into()).expect("art");
    app.keep(Stores::new(folder.path()));
    assert!(app.turn(Input::Key(Key::Char('l'))).is_continue());
    assert_eq!(store.load::<Progress>().value, progress(5));
}

#[test]
fn settings_hold_at_once_and_are_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let Stores { settings, .. } = Stores::new(folder.path());
    let mut app = App::new(Screen::title(Session::default()), Hints::default().into()).expect("art");
    app.keep(Stores::new(folder.path()));
    let balanced = app.hints();
    for key in [Key::Char('s'), Key::Enter, Key::Enter, Key::Function(11)] {
        assert!(app.turn(Input::Key(key)).is_continue());
    }
    assert_ne!(app.hints(), balanced);
    assert!(app.fullscreen());
    let kept = settings.load::<Settings>().value;
    assert_eq!((kept.quality, kept.display), (Quality::Quality, Display::FullScreen));
}

#[test]
fn settings_of_a_later_version_are_set_aside() {
    let folder = tempfile::tempdir().expect("a folder");
    let later = "(quality: Quality, sound: Loud)";
    fs::write(folder.path().join("settings.ron"), later).expect("a file");
    let found = Store::new(folder.path(), "settings").load::<Settings>();
    assert_eq!(found.value, Settings::default());
    let notice = found.broken.expect("the player is told").told(Language::English);
    assert!(notice.contains("line 1: `sound` is not known, or is of a later version"), "{notice}");
    assert_eq!(fs::read_to_string(folder.path().join("settings.broken-1.ron")).expect("it was set aside"), later);
}

#[test]
fn what_is_wrong_in_the_settings_is_told_by_its_field() {
    for (text, fault) in [
        ("(\n  motion: Fast)", "line 2: `motion` cannot be `Fast`"),
        ("(quality: Best)", "`quality` cannot be `Best`"),
        ("(keys: {Step: [\"Spce\"]})", "unknown key `Spce`"),
        ("(keys: {Jump: [\"j\"]})", "cannot be `Jump`"),
        ("(text: 3)", "`text`: "),
        ("(text: Large) more", "line 1: "),
        ("(text: La", "line 1: "),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("settings.ron"), text).expect("a file");
        let broken = Store::new(folder.path(), "settings").load::<Settings>().broken.expect("the player is told");
        let notice = broken.told(Language::English);
        assert!(notice.contains(fault) && notice.contains("settings.broken-1.ron"), "{text}: {notice}");
    }
}

#[test]
fn settings_of_an_earlier_version_are_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let earlier = "(quality: Quality, text: Large, motion: Reduced, display: FullScreen)";
    fs::write(folder.path().join("settings.ron"), earlier).expect("a file");
    let found = Store::new(folder.path(), "settings").load::<Settings>();
    assert_eq!(found.broken, None);
    assert_eq!((found.value.quality, found.value.language), (Quality::Quality, None));
}

#[test]
fn results_that_cannot_be_kept_are_told_on_the_title() {
    let folder = tempfile::tempdir().expect("a folder");
    let in_the_way = folder.path().join("a-file");
    fs::write(&in_the_way, "").expect("a file");
    let mut app = App::new(Screen::title(Session::new(progress(5), Gate::All)), Hints::default().into()).expect("art");
    app.keep(Stores::new(&in_the_way));
    for key in [Key::Char('l'), Key::Escape] {
        assert!(app.turn(Input::Key(key)).is_continue());
    }
    let mut items = Vec::new();
    app.screen().draw_hud(&mut items);
    let told =
        |item: &Item| matches!(item, Item::Text { text, .. } if text.starts_with("Your progress could not be saved"));
    assert!(items.iter().any(told), "{items:?}");
}
