//! Files of a later version: what is known of them is used, and they stay as they are.

use std::fs;
use std::path::Path;

use leveret::app::{ProgressFile, SettingsFile, Store, StoreFault, Stores};
use leveret::look::Preset;
use leveret::screens::{Best, Language, Profile, Progress, Settings, TextSize};

use crate::game::{app, press, words};

/// Names of the files in a folder that are not locks, sorted.
fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"));
    let mut names: Vec<String> = names.filter(|name| !name.ends_with(".lock")).collect();
    names.sort();
    names
}

/// The settings in a file, and its fault.
#[track_caller]
fn load(text: &str) -> (Settings, StoreFault) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("settings.ron");
    fs::write(&file, text).expect("a file");
    let store = Store::new(folder.path(), "settings");
    let found = store.load::<SettingsFile>();
    store.save(SettingsFile::default()).expect_err("it is not written over");
    assert_eq!(fs::read_to_string(&file).expect("a file"), text);
    assert_eq!(files(folder.path()), ["settings.ron"]);
    (found.value.settings().0, found.fault.expect("there is a notice"))
}

#[test]
fn fields_that_are_not_known_are_passed_over() {
    let (settings, fault) = load("(quality: Quality, scent: Strong, text: Large, music: (volume: 3))");
    assert_eq!((settings.hints, settings.text), (Preset::Quality.hints(), TextSize::Large));
    let message = fault.message(Language::English);
    assert!(message.contains("later version") && message.contains("`scent`, `music` is not known"), "{message}");
    assert!(fault.message(Language::German).contains("neueren Version"));
}

#[test]
fn with_values_that_are_not_known_the_settings_are_the_default() {
    for (text, cause) in [
        ("(\n  motion: Fast)", "line 2: `motion` cannot be `Fast`"),
        ("(quality: Best, text: Large)", "`quality` cannot be `Best`"),
        ("(keys: {Jump: [\"j\"]})", "cannot be `Jump`"),
    ] {
        let (settings, fault) = load(text);
        let message = fault.message(Language::English);
        assert!(settings == Settings::default() && message.contains(cause), "{text}: {message}");
    }
}

#[test]
fn where_the_newest_file_cannot_be_read_the_older_one_is_used() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("settings.ron"), "(motion: Fast)").expect("a file");
    fs::write(folder.path().join("settings.older.ron"), "(text: Large)").expect("a file");
    let found = Store::new(folder.path(), "settings").load::<SettingsFile>();
    assert_eq!(found.value.settings().0.text, TextSize::Large);
    assert!(found.fault.expect("there is a notice").message(Language::English).ends_with("an older copy is used"));
}

/// What is won then holds until the game ends, and the title says so.
#[test]
fn results_are_merged_but_not_saved() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("progress.ron");
    let path = leveret::level::sets()[0].levels[0].path;
    let text = format!("(levels: {{\"{path}\": (saved: 3, tokens: 1, steps: 9, stars: 2)}})");
    fs::write(&file, &text).expect("a file");
    let stores = Stores::new(folder.path());
    let found = stores.progress.load::<ProgressFile>();
    let progress = Progress::from(found.value);
    assert_eq!(progress.best(path), Some(Best { saved: 3, tokens: 1, steps: 9 }));

    let mut app = app(Profile { progress, ..Profile::default() });
    app.save_to(stores);
    press(&mut app, "l");
    assert!(app.finish_saving().is_continue());
    press(&mut app, "Esc");
    let words = words(&app).join(" ");
    assert!(words.contains("could not be saved") && words.contains("later version"), "{words}");
    drop(app);
    assert_eq!(fs::read_to_string(&file).expect("a file"), text);
}

/// The other settings hold all the same, and may be changed.
#[test]
fn hints_that_are_not_known_are_kept_until_others_are_chosen() {
    let file: SettingsFile =
        ron::from_str("(quality: Own(\"balanced,glow=on\"), text: Large)").expect("it can be read");
    let (settings, unknown) = file.clone().settings();
    assert_eq!((settings.hints, settings.text), (Settings::default().hints, TextSize::Large));
    assert!(unknown.expect("it is told").to_string().contains("`glow`"));

    let small = SettingsFile::from(Settings { text: TextSize::Small, ..settings.clone() });
    let before = SettingsFile::from(settings.clone());
    let kept = small.merged(&before, file.clone());
    assert!(kept.clone().settings().1.is_some() && kept.settings().0.text == TextSize::Small);
    let chosen = SettingsFile::from(Settings { hints: Preset::Speed.hints(), ..settings });
    assert_eq!(chosen.clone().merged(&before, file), chosen);
}

/// The newest file is known, and the one of a later version is the older one: it is not replaced by a backup.
#[test]
fn an_older_file_of_a_later_version_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let later = "(quality: Quality, scent: Strong)";
    fs::write(folder.path().join("settings.ron"), "()").expect("a file");
    fs::write(folder.path().join("settings.older.ron"), later).expect("a file");
    let store = Store::new(folder.path(), "settings");
    let settings = Settings { text: TextSize::Large, ..Settings::default() };
    store.save(SettingsFile::from(settings)).expect("it is saved");
    assert_eq!(fs::read_to_string(folder.path().join("settings.older.ron")).expect("a file"), later);
    assert_eq!(store.load::<SettingsFile>().value.settings().0.text, TextSize::Large);
}
