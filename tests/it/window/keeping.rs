//! What the real game saves for the player, whatever happens to it or to its files.

use std::fs;

use leveret::app::{ProgressFile, Store};
use leveret::level;
use leveret::screens::{Best, Progress};

use super::desktop::Desktop;
use super::playing::win_first_level_by_keys;

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn a_game_that_is_killed_goes_on_with_the_next_level() {
    let mut desktop = Desktop::start(&[]);
    win_first_level_by_keys(&mut desktop);
    desktop.wait_for_log("saved the progress");
    desktop.kill_and_start_again();
    desktop.key("Return");
    desktop.wait_for_log(&format!("screen intro {}", second_level()));
    desktop.close();
    desktop.assert_left();
}

/// The signal comes right after the win.
#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn a_game_that_is_ended_by_a_signal_has_saved_all() {
    for (signal, number) in [("TERM", 15), ("INT", 2), ("HUP", 1)] {
        let mut desktop = Desktop::start(&[]);
        win_first_level_by_keys(&mut desktop);
        let store = Store::new(&desktop.data(), "progress");
        assert_eq!(desktop.end_by(signal), Some(128 + number), "SIG{signal}");
        let progress = Progress::from(store.load::<ProgressFile>().value);
        assert!(progress.best(level::sets()[0].levels[0].path).is_some(), "SIG{signal}: {progress:?}");
    }
}

/// All frames but those of the last second are in the file, in whole lines.
#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn a_game_that_is_killed_leaves_its_recording() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("frames.csv");
    // The second start records too.
    let mut desktop = Desktop::start(&["--force", "--record", file.to_str().expect("a path")]);
    win_first_level_by_keys(&mut desktop);
    let mut recording = String::new();
    desktop.start_again(|_| recording = fs::read_to_string(&file).expect("a file"));
    desktop.close();
    desktop.assert_left();
    let columns = |line: &str| line.split(',').count();
    let mut lines = recording.lines();
    let names = lines.next().expect("names");
    assert!(names.starts_with("frame,zoom,") && recording.ends_with('\n'), "{names}");
    let mut frames = 0;
    for (number, line) in lines.enumerate() {
        assert_eq!((columns(line), line.split(',').next()), (columns(names), Some(number.to_string().as_str())));
        frames += 1;
    }
    assert!(frames > 20, "{frames} frames of a whole level");
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn a_broken_file_is_told_on_the_title_and_the_older_one_used() {
    let mut desktop = Desktop::start(&[]);
    desktop.start_again(|data| {
        let store = Store::new(data, "progress");
        for steps in [30, 20] {
            let mut progress = Progress::default();
            progress.record(level::sets()[0].levels[0].path, Best { saved: 3, tokens: 1, steps });
            store.save(ProgressFile::from(progress)).expect("it is written");
        }
        fs::write(data.join("progress.ron"), "(levels: {").expect("it is broken");
    });
    desktop.wait_for_log("could not read");
    let told = desktop.still();
    // The title reports it once.
    desktop.kill_and_start_again();
    assert_ne!(desktop.still(), told, "the title says what was broken");
    desktop.key("Return");
    desktop.wait_for_log(&format!("screen intro {}", second_level()));
    desktop.close();
    desktop.assert_left();
}

/// A key is given to the pause in the settings, by keys alone; after the next start it still pauses.
#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn a_key_that_was_changed_is_kept() {
    let mut desktop = Desktop::start(&[]);
    desktop.key("s");
    desktop.wait_for_log("screen settings");
    ["Down"; 4].iter().for_each(|key| desktop.key(key));
    desktop.key("Return");
    desktop.wait_for_log("screen keys");
    // The pause comes below the seven abilities.
    ["Down"; 7].iter().for_each(|key| desktop.key(key));
    desktop.key("Return");
    desktop.key("t");
    desktop.wait_for_log("saved the settings");
    desktop.kill_and_start_again();
    desktop.key("Return");
    desktop.wait_for_log("screen intro");
    desktop.key("Return");
    desktop.wait_for_log("screen play");
    desktop.key("t");
    // A game that goes on never comes to rest.
    desktop.still();
    desktop.close();
    desktop.assert_left();
}

/// Nothing can be saved where a file is in the place of the folder: the game says so, and so does its exit code.
#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn settings_that_could_not_be_saved_are_told_at_the_end() {
    let mut desktop = Desktop::start(&[]);
    desktop.start_again(|data| {
        let _ = fs::remove_dir_all(data);
        fs::create_dir_all(data.parent().expect("it is in a folder")).expect("a folder");
        fs::write(data, "in the way").expect("a file");
    });
    desktop.key("s");
    desktop.wait_for_log("screen settings");
    desktop.keys(&["Down", "Return"]);
    desktop.wait_for_log("could not save the settings");
    desktop.key("Escape");
    desktop.wait_for_log("screen title");
    desktop.close();
    desktop.assert_fails(&["could not save the settings"]);
}

/// As under `nohup`.
#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn a_signal_that_was_ignored_stays_ignored() {
    let mut desktop = Desktop::start_by("nohup", &[]);
    desktop.signal("HUP");
    desktop.key("s");
    desktop.wait_for_log("screen settings");
    assert_eq!(desktop.end_by("TERM"), Some(128 + 15));
}

fn second_level() -> &'static str {
    &level::sets()[0].levels[1].level.name
}
