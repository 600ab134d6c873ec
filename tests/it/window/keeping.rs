//! What the real game keeps for the player, whatever happens to it or to its files.

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
    desktop.key("F1");
    desktop.wait_for_log("screen help");
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

fn second_level() -> &'static str {
    &level::sets()[0].levels[1].level.name
}
