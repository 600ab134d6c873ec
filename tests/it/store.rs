//! What is saved from one start to the next, and what happens to files that cannot be read.

#[cfg(unix)]
mod blocked;
mod killed;
mod later;

use std::fs;

use leveret::app::{ProgressFile, SettingsFile, Store, Stores};
use leveret::look::Preset;
use leveret::screens::{Best, Input, Language, Profile, Progress, UnlockPolicy, WindowMode};

use crate::game::{app, press, turn, words};

fn progress(steps: u32) -> Progress {
    let mut progress = Progress::default();
    progress.record("a", Best { saved: 1, tokens: 1, steps });
    progress
}

fn saved(steps: u32) -> ProgressFile {
    progress(steps).into()
}

#[test]
fn what_was_saved_is_loaded() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::new(&folder.path().join("not/there/yet"), "progress");
    store.save(saved(7)).expect("it is written");
    let found = store.load::<ProgressFile>();
    assert_eq!((found.value, found.fault), (saved(7), None));
}

#[test]
fn nothing_is_found_at_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let found = Store::new(folder.path(), "progress").load::<ProgressFile>();
    assert_eq!((found.value, found.fault), (ProgressFile::default(), None));
}

#[test]
fn a_broken_file_is_set_aside_and_the_older_one_used() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::new(folder.path(), "progress");
    store.save(saved(9)).expect("it is written");
    store.save(saved(8)).expect("it is written");
    fs::write(folder.path().join("progress.ron"), "(levels: {\"a\": (sav").expect("it is broken");
    let found = store.load::<ProgressFile>();
    assert_eq!(found.value, saved(9));
    let told = |language| found.fault.as_ref().expect("there is a notice").message(language);
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
    store.save(saved(9)).expect("it is written");
    store.save(saved(8)).expect("it is written");
    fs::remove_file(folder.path().join("progress.ron")).expect("it was there");
    let found = store.load::<ProgressFile>();
    assert_eq!((found.value, found.fault), (saved(9), None));
}

/// Two games over one folder, as when the player has started it twice.
#[test]
fn two_games_keep_each_others_results() {
    let folder = tempfile::tempdir().expect("a folder");
    let levels = &leveret::level::sets()[0].levels;
    let mut games = [0, 1].map(|level| {
        let mut progress = Progress::default();
        progress.record(levels[level].path, Best { saved: 1, tokens: 1, steps: 9 });
        let mut app = app(Profile { progress, ..Profile::default() });
        app.save_to(Stores::new(folder.path()));
        app
    });
    for game in &mut games {
        press(game, "l");
        assert!(game.finish_saving().is_continue());
    }
    let kept: Progress = Stores::new(folder.path()).progress.load::<ProgressFile>().value.into();
    assert!(kept.best(levels[0].path).is_some() && kept.best(levels[1].path).is_some(), "{kept:?}");
    assert_eq!(games[1].context().profile.progress, kept, "the one learns what was won in the other");
}

/// Each writes what was changed in it, and leaves the rest as the other one has saved it.
#[test]
fn two_games_keep_each_others_settings() {
    let folder = tempfile::tempdir().expect("a folder");
    let start = || {
        let mut app = app(Profile::default());
        app.save_to(Stores::new(folder.path()));
        app
    };
    let mut games = [start(), start()];
    for (game, keys) in [(0, "s Down Enter Esc"), (1, "F11"), (0, "m"), (1, "s Down Down Enter")] {
        press(&mut games[game], keys);
        assert!(games[game].finish_saving().is_continue());
    }
    let text = fs::read_to_string(folder.path().join("settings.ron")).expect("a file");
    for changed in ["text: Large", "display: FullScreen", "muted: true", "motion: Reduced"] {
        assert!(text.contains(changed), "{text}");
    }
}

/// A win is on the disk when the program has ended, though a thread writes it.
#[test]
fn a_win_is_saved_when_the_program_ends() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = &leveret::level::sets()[0].levels[0];
    let mut app = app(Profile::default());
    app.save_to(Stores::new(folder.path()));
    crate::game::win_first_level(&mut app);
    let won = app.context().profile.progress.clone();
    assert!(won.best(first.path).is_some());
    drop(app);
    assert_eq!(Progress::from(Stores::new(folder.path()).progress.load::<ProgressFile>().value), won);
}

#[test]
fn settings_hold_at_once_and_are_saved() {
    let folder = tempfile::tempdir().expect("a folder");
    let Stores { settings, .. } = Stores::new(folder.path());
    let mut app = app(Profile::default());
    app.save_to(Stores::new(folder.path()));
    press(&mut app, "s Enter Enter F11");
    assert_eq!(app.hints(), Preset::Quality.hints());
    assert!(app.fullscreen());
    drop(app);
    let (kept, _) = settings.load::<SettingsFile>().value.settings();
    assert_eq!((kept.hints, kept.window), (Preset::Quality.hints(), WindowMode::FullScreen));
}

#[test]
fn a_damaged_file_is_set_aside_and_its_fault_named() {
    for (text, fault) in [
        ("(keys: {Step: [\"Spce\"]})", "unknown key `Spce`"),
        ("(text: 3)", "`text`: "),
        ("(text: Large) more", "line 1: "),
        ("(text: La", "line 1: "),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("settings.ron"), text).expect("a file");
        let found = Store::new(folder.path(), "settings").load::<SettingsFile>().fault;
        let notice = found.expect("there is a notice").message(Language::English);
        assert!(notice.contains(fault) && notice.contains("settings.broken-1.ron"), "{text}: {notice}");
    }
}

#[test]
fn settings_of_an_earlier_version_are_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let earlier = "(quality: Quality, text: Large, motion: Reduced, display: FullScreen)";
    fs::write(folder.path().join("settings.ron"), earlier).expect("a file");
    let found = Store::new(folder.path(), "settings").load::<SettingsFile>();
    assert_eq!(found.fault, None);
    let (settings, _) = found.value.settings();
    assert_eq!((settings.hints, settings.language), (Preset::Quality.hints(), None));
}

#[test]
fn results_and_settings_that_cannot_be_saved_are_told_on_the_title() {
    let folder = tempfile::tempdir().expect("a folder");
    let in_the_way = folder.path().join("a-file");
    fs::write(&in_the_way, "").expect("a file");
    for keys in ["l", "F11"] {
        let mut app = app(Profile { progress: progress(5), unlock: UnlockPolicy::All, ..Profile::default() });
        app.save_to(Stores::new(&in_the_way));
        press(&mut app, keys);
        assert!(app.finish_saving().is_continue());
        press(&mut app, "Home");
        if keys == "l" {
            press(&mut app, "Esc");
        }
        assert!(words(&app).iter().any(|line| line.contains("could not be")), "{:?}", words(&app));
    }
}

/// What became of a file is said whole, also in a small window: where it is now comes last.
#[test]
fn a_long_notice_is_not_cut_off() {
    let notice = "`/home/somebody/.local/share/leveret/progress.ron` was damaged (line 1: Expected opening `(`) and is \
                  now `/home/somebody/.local/share/leveret/progress.broken-1.ron`";
    for (width, height) in [(640, 480), (1280, 800)] {
        let mut app = app(Profile { notices: vec![notice.to_owned()], ..Profile::default() });
        turn(&mut app, Input::Resize { width, height, scale: 1.0 });
        assert!(words(&app).join(" ").contains(notice), "{width}x{height}: {:?}", words(&app));
    }
}

/// The window may ask for another frame after the turn that ended the program.
#[test]
fn after_the_end_there_is_still_a_frame() {
    let mut app = app(Profile::default());
    turn(&mut app, Input::Resize { width: 640, height: 480, scale: 1.0 });
    assert!(app.turn(Input::CloseRequested).is_break());
    assert!(app.frame().is_some());
    let _ = app.wake();
}
