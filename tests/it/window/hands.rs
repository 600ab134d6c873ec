//! Hands on a real keyboard: keys that are held, keyboards of other layouts, the clipboard; and a window that is not seen.

use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use super::desktop::Desktop;

/// Longer than the time after which a held key repeats.
const HELD: Duration = Duration::from_millis(1200);

/// A file with a level of three abilities.
fn level() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("level.ron");
    let text = include_str!("../data/corridor.ron").replace("bash: 1, dig: 1", "bash: 1, dig: 1, bridge: 1");
    fs::write(&file, text).expect("a file");
    (folder, file)
}

fn in_level() -> (TempDir, Desktop) {
    let (folder, file) = level();
    let mut desktop = Desktop::start(&[file.to_str().expect("a path")]);
    desktop.wait_for_log("screen play Corridor");
    (folder, desktop)
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn escape_that_is_held_leaves_one_screen() {
    let mut desktop = Desktop::start(&["--unlock"]);
    for screen in ["screen intro", "screen play"] {
        desktop.key("Return");
        desktop.wait_for_log(screen);
    }
    desktop.hold("Escape", HELD);
    desktop.wait_for_log("screen levels");
    desktop.still();
    desktop.assert_never_logged("screen levels\n[INFO  leveret::app] screen title");
    desktop.key("Escape");
    desktop.wait_for_log("screen title");
    desktop.close();
    desktop.assert_left();
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn a_pause_that_is_held_pauses_once() {
    let (_folder, mut desktop) = in_level();
    desktop.hold("p", HELD);
    desktop.wait_for_log("paused");
    desktop.still();
    desktop.assert_never_logged("goes on");
    // The cursor moves on and on meanwhile.
    let before = desktop.still();
    desktop.hold("d", HELD);
    desktop.wait_for_change(&before);
    desktop.close();
    desktop.assert_left();
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn on_a_french_keyboard_keys_lie_where_they_lie() {
    /// The third key of the row of digits, and the keys where a US keyboard has A and D.
    const THIRD: &str = "12";
    const LEFT: &str = "38";
    const RIGHT: &str = "40";
    let (_folder, mut desktop) = in_level();
    desktop.set_layout("fr");
    desktop.key("p");
    desktop.wait_for_log("paused");
    desktop.key(THIRD);
    [LEFT; 10].iter().for_each(|key| desktop.key(key));
    [RIGHT; 3].iter().for_each(|key| desktop.key(key));
    desktop.key("Return");
    desktop.wait_for_log("placed bridge at 3,");
    desktop.close();
    desktop.assert_left();
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn on_a_russian_keyboard_letters_act_by_their_place() {
    const S: &str = "39";
    const Q: &str = "24";
    let mut desktop = Desktop::start(&[]);
    desktop.set_layout("ru");
    desktop.key(S);
    desktop.wait_for_log("screen settings");
    desktop.key("Escape");
    desktop.wait_for_log("screen title");
    desktop.key(Q);
    desktop.assert_left();
}

/// The row of digits of a French keyboard has other characters, and its letters are elsewhere.
#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl, ImageMagick and setxkbmap"]
fn help_shows_a_french_keyboard_before_a_key_was_pressed() {
    let mut desktop = Desktop::start(&[]);
    desktop.point((1240, 30));
    desktop.key("F1");
    desktop.wait_for_log("screen help");
    let american = desktop.still();
    desktop.key("F1");
    desktop.wait_for_log("screen title");
    desktop.set_layout("fr");
    desktop.minimise();
    desktop.restore();
    desktop.wait_for_log("keys are known");
    desktop.key("F1");
    desktop.wait_for_log("screen help");
    desktop.still();
    assert!(desktop.screenshot() != american, "W, A, S and D are Z, Q, S and D there");
    desktop.close();
    desktop.assert_left();
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn on_a_german_keyboard_plus_and_minus_zoom_with_ctrl_too() {
    let (_folder, mut desktop) = in_level();
    desktop.set_layout("de");
    desktop.key("p");
    desktop.wait_for_log("paused");
    let fitted = desktop.still();
    for (zoom, back) in [("ctrl+minus", "ctrl+0"), ("ctrl+KP_Subtract", "ctrl+KP_0"), ("minus", "0")] {
        desktop.key(zoom);
        desktop.wait_for_change(&fitted);
        desktop.key(back);
        desktop.wait_until_shown(&fitted);
    }
    desktop.key("ctrl+minus");
    desktop.key("ctrl+plus");
    desktop.close();
    desktop.assert_left();
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn a_minimised_game_is_paused_and_paints_nothing() {
    is_paused_while_minimised(&[]);
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl, ImageMagick and a Vulkan driver"]
fn so_is_one_that_a_graphics_card_presents() {
    is_paused_while_minimised(&["--present", "pixels"]);
}

fn is_paused_while_minimised(arguments: &[&str]) {
    let (_folder, file) = level();
    let mut desktop = Desktop::start(&[&[file.to_str().expect("a path")], arguments].concat());
    desktop.wait_for_log("screen play Corridor");
    desktop.minimise();
    desktop.wait_for_log("the window is hidden");
    let before = desktop.wakeups();
    // A fixed sleep: there is no sign that nothing has happened.
    thread::sleep(Duration::from_secs(2));
    let wakeups = desktop.wakeups() - before;
    // A game that paints wakes up at least once for each of 120 frames, and one that waits in a loop a thousand times.
    assert!(wakeups < 100, "{wakeups} times awake in 2 s");
    desktop.restore();
    desktop.wait_for_log("the window is shown");
    // A game that goes on never comes to rest.
    desktop.still();
    desktop.close();
    desktop.assert_left();
}

/// A path is cut out of the line and pasted into it again: into an empty line, where it is opened.
#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn a_path_is_cut_and_pasted() {
    let (_folder, file) = level();
    let mut desktop = Desktop::start(&[]);
    desktop.key("c");
    desktop.wait_for_log("screen custom");
    desktop.write(file.to_str().expect("a path"));
    desktop.keys(&["ctrl+a", "ctrl+x"]);
    desktop.still();
    desktop.key("ctrl+v");
    desktop.wait_for_log("screen intro Corridor");
    desktop.close();
    desktop.assert_left();
}
