//! The window itself: it opens or the game says in one line why not; it survives resizing and hiding, and closes.

use std::process::Command;
use std::thread;
use std::time::Duration;

use super::desktop::Desktop;

#[test]
fn without_a_display_one_line_says_what_works_without() {
    check_refusal(None, &["no X11 or Wayland display", "`DISPLAY`", "`leveret --zoom-bench`", "`leveret check`"]);
}

#[test]
fn a_display_that_does_not_answer_is_named() {
    check_refusal(Some(":4711"), &["X11 display `:4711`", "libxkbcommon-x11-0", "`leveret check`"]);
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn the_close_button_ends_the_game() {
    let mut desktop = Desktop::start(&[]);
    desktop.wait_for_log(" presents");
    let picture = desktop.screenshot();
    assert_eq!(picture.dimensions(), (1280, 800));
    assert!(picture.pixels().any(|pixel| pixel != picture.get_pixel(0, 0)), "a frame of one colour is no title screen");
    desktop.close();
    desktop.assert_left();
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn a_storm_of_sizes_ends_with_the_last() {
    let mut desktop = Desktop::start(&["--present", "softbuffer"]);
    desktop.wait_for_log("softbuffer presents");
    storm(&mut desktop);
    desktop.close();
    desktop.assert_left();
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn a_gpu_that_was_asked_for_presents_or_is_refused() {
    let mut desktop = Desktop::launch(&["--present", "pixels"]);
    match desktop.try_show() {
        Ok(()) => {
            desktop.wait_for_log("pixels on ");
            storm(&mut desktop);
            desktop.close();
            desktop.assert_left();
        }
        Err(message) => {
            assert!(message.contains("cannot present frames with `pixels`"), "{message}");
            assert!(message.contains("`--present softbuffer` works without a GPU"), "{message}");
        }
    }
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn minimised_and_full_screen_and_back() {
    let mut desktop = Desktop::start(&[]);
    let before = desktop.still();
    desktop.minimise();
    desktop.wait_for_log("the window is hidden");
    desktop.restore();
    desktop.wait_for_log("the window is shown");
    assert_eq!(desktop.still(), before);

    desktop.key("F11");
    desktop.wait_for_log("frames are now 1600x1000");
    desktop.key("F11");
    desktop.wait_for_log("frames are now 1280x800");
    desktop.close();
    desktop.assert_left();
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn a_game_in_which_nothing_moves_sleeps() {
    let mut desktop = Desktop::start(&[]);
    assert_sleeps(&mut desktop, "on the title");
    desktop.key("Return");
    desktop.wait_for_log("screen intro");
    desktop.keys(&["Return", "space"]);
    desktop.wait_for_log("screen play");
    assert_sleeps(&mut desktop, "paused");
    desktop.keys(&["x", "Tab", "Return"]);
    desktop.wait_for_log("screen lost");
    assert_sleeps(&mut desktop, "after a level");
    desktop.close();
    desktop.assert_left();
}

/// Checks that no thread of the game wakes up by itself. A few may still be about to go to sleep.
#[track_caller]
fn assert_sleeps(desktop: &mut Desktop, when: &str) {
    desktop.still();
    let before = desktop.wakeups();
    // A fixed time: there is no sign that nothing has happened.
    thread::sleep(Duration::from_secs(3));
    let wakeups = desktop.wakeups() - before;
    assert!(wakeups < 10, "{wakeups} times awake in 3 s, {when}");
}

fn storm(desktop: &mut Desktop) {
    for _ in 0..5 {
        for (width, height) in [(300, 200), (1200, 800), (160, 120), (800, 600)] {
            desktop.resize(width, height);
        }
    }
    desktop.resize(900, 640);
    desktop.wait_for_log("frames are now 900x640");
    assert_eq!(desktop.screenshot().dimensions(), (900, 640));
}

/// Checks that the game ends at once, with exit code 1 and one line that contains all of `words`.
#[track_caller]
fn check_refusal(display: Option<&str>, words: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leveret"));
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET").env_remove("RUST_LOG");
    command.envs(display.map(|display| ("DISPLAY", display)));
    let output = command.output().expect("the game starts");
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{message}");
    assert_eq!(message.lines().count(), 1, "{message}");
    for words in words {
        assert!(message.contains(words), "`{words}` is missing in: {message}");
    }
}
