//! What others do to the window: it is resized without end, destroyed, cut off, made huge, or its display goes away.

use std::fs::{self, File};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use leveret::app::{ProgressFile, Store};
use leveret::screens::Progress;

use super::desktop::Desktop;
use super::playing::win_first_level_by_keys;

const PRESENTERS: [&str; 2] = ["pixels", "softbuffer"];

/// Sizes come faster than frames can be made, for a minute by the clock. This hung pixels 0.17 within seconds.
#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl, ImageMagick and a Vulkan driver"]
fn a_gpu_survives_a_minute_of_resizing() {
    const STORM: Duration = Duration::from_secs(60);
    const PAUSES: [Duration; 3] = [Duration::from_millis(8), Duration::from_millis(12), Duration::from_millis(16)];
    let sizes = || (0..200).map(|step| (300 + step * 97 % 900, 200 + step * 61 % 600));
    let mut desktop = Desktop::start(&["--present", "pixels"]);
    desktop.wait_for_log("pixels on ");
    let start = Instant::now();
    for (pause, round) in PAUSES.into_iter().cycle().zip(0..).take_while(|_| start.elapsed() < STORM) {
        desktop.resize_each(sizes(), pause);
        desktop.resize(901 + round, 640);
        desktop.wait_for_log(&format!("frames are now {}x640", 901 + round));
        desktop.assert_never_logged("could not be presented");
    }
    desktop.resize_each(sizes(), PAUSES[0]);
    desktop.close();
    desktop.assert_left_within(Duration::from_secs(5));
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl, ImageMagick and a Vulkan driver"]
fn a_window_that_is_destroyed_ends_the_game() {
    for presenter in PRESENTERS {
        check_loss(presenter, Desktop::destroy_window, &["lost the window", "cannot present frames"]);
    }
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl, ImageMagick and a Vulkan driver"]
fn a_game_that_is_cut_off_from_its_display_ends() {
    for presenter in PRESENTERS {
        check_loss(presenter, Desktop::disconnect, &["X connection", "XIO", "lost the window"]);
    }
}

/// Xlib ends the process while another program still holds the lock of the progress, for which the saver waits.
#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn a_game_that_is_cut_off_saves_first() {
    let mut desktop = Desktop::start(&["--present", "softbuffer"]);
    let lock = lock_progress(&desktop.data());
    win_first_level_by_keys(&mut desktop);
    desktop.disconnect();
    // A fixed sleep: a process that does not wait has ended by then.
    thread::sleep(Duration::from_millis(300));
    drop(lock);
    desktop.assert_fails(&["X connection", "XIO"]);
    assert_saved(&desktop);
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl, ImageMagick and a Vulkan driver"]
fn a_display_that_goes_away_ends_the_game() {
    for presenter in PRESENTERS {
        check_loss(presenter, Desktop::end_server, &["X connection", "XIO", "lost the window"]);
    }
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl, ImageMagick and a Vulkan driver"]
fn the_memory_of_a_huge_window_is_given_back() {
    const SLACK_MB: u64 = 64;
    for presenter in PRESENTERS {
        let mut desktop = Desktop::start(&["--present", presenter]);
        desktop.resize(800, 600);
        desktop.wait_for_log("frames are now 800x600");
        let before = desktop.memory();
        desktop.resize(8192, 8192);
        desktop.wait_for_log("frames are now 8192x8192");
        let huge = desktop.memory();
        desktop.resize(800, 600);
        desktop.wait_for_log("frames are now 800x600");
        let after = desktop.memory();
        assert!(after < before + SLACK_MB, "{presenter}: {before} MB, then {huge} MB, then {after} MB");
        desktop.close();
        desktop.assert_left();
    }
}

/// A level is won and the window lost at once: the game ends soon, with a line that contains one of these
/// messages, and the result is saved.
#[track_caller]
fn check_loss(presenter: &str, lose: impl FnOnce(&mut Desktop), messages: &[&str]) {
    let mut desktop = Desktop::start(&["--present", presenter]);
    win_first_level_by_keys(&mut desktop);
    lose(&mut desktop);
    desktop.assert_fails(messages);
    assert_saved(&desktop);
}

fn lock_progress(data: &Path) -> File {
    fs::create_dir_all(data).expect("a folder");
    let file = File::create(data.join("progress.lock")).expect("a file");
    file.lock().expect("nobody else has locked it");
    file
}

#[track_caller]
fn assert_saved(desktop: &Desktop) {
    let saved = Store::new(&desktop.data(), "progress").load::<ProgressFile>();
    assert_ne!(Progress::from(saved.value), Progress::default(), "the level that was won is saved");
}
