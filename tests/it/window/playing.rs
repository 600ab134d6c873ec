//! The whole game in a real window: from the title to a level that is won, and back to the title.

use leveret::level;

use super::desktop::{Desktop, Position};

// Positions in the frame of 1280 by 800 pixels that the game opens with.
const TITLE_LEVELS: Position = (640, 406);
const TITLE_QUIT: Position = (640, 650);
const LEVELS_FIRST: Position = (214, 156);
const LEVELS_BACK: Position = (64, 36);
const INTRO_START: Position = (984, 633);
const PLAY_FIRST_ABILITY: Position = (52, 78);
const PLAY_PAUSE: Position = (262, 770);
const PLAY_STEP: Position = (313, 770);
const PLAY_FASTER: Position = (418, 770);
const PLAY_CELL_7_4: Position = (726, 366);
const WON_LEVELS: Position = (857, 543);

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn a_level_is_won_by_mouse_alone() {
    let first = &level::sets()[0].levels[0].level.name;
    let mut desktop = Desktop::start(&[]);
    desktop.wait_for_log("screen title");
    desktop.assert_looks_like("window-title");
    desktop.click(TITLE_LEVELS);
    desktop.wait_for_log("screen levels");
    desktop.click(LEVELS_FIRST);
    desktop.wait_for_log(&format!("screen intro {first}"));
    desktop.put_pointer_away();
    desktop.assert_looks_like("window-intro");
    desktop.click(INTRO_START);
    desktop.wait_for_log(&format!("screen play {first}"));
    desktop.click(PLAY_PAUSE);
    desktop.click(PLAY_STEP);

    desktop.click(PLAY_FIRST_ABILITY);
    desktop.point(PLAY_CELL_7_4);
    desktop.assert_looks_like("window-aim");
    desktop.click(PLAY_CELL_7_4);
    desktop.wait_for_log("placed dig at 7,4");
    desktop.put_pointer_away();
    desktop.assert_looks_like("window-placed");

    desktop.click(PLAY_PAUSE);
    for _ in 0..3 {
        desktop.click(PLAY_FASTER);
    }
    desktop.wait_for_log(&format!("screen won {first}"));
    desktop.put_pointer_away();
    desktop.assert_looks_like("window-won-by-mouse");
    desktop.click(WON_LEVELS);
    desktop.wait_for_log("screen levels");
    desktop.click(LEVELS_BACK);
    desktop.wait_for_log("screen title");
    desktop.click(TITLE_QUIT);
    desktop.assert_left();
}

/// The pointer is off the window all the time.
#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn a_level_is_won_by_keys_alone() {
    let levels = &level::sets()[0].levels;
    let mut desktop = Desktop::start(&[]);
    desktop.key("ctrl+q");
    desktop.key("alt+q");
    win_first_level_by_keys(&mut desktop);
    desktop.assert_looks_like("window-won-by-keys");
    desktop.key("Return");
    desktop.wait_for_log(&format!("screen intro {}", levels[1].level.name));
    desktop.key("Escape");
    desktop.wait_for_log("screen levels");
    desktop.assert_looks_like("window-levels");
    desktop.key("Escape");
    desktop.wait_for_log("screen title");
    desktop.key("q");
    desktop.assert_left();
}

/// From the title to the win. The token is dropped after one step, so that the game is the same every time.
pub fn win_first_level_by_keys(desktop: &mut Desktop) {
    let level::ShippedLevel { level, .. } = &level::sets()[0].levels[0];
    desktop.key("Return");
    desktop.wait_for_log(&format!("screen intro {}", level.name));
    desktop.keys(&["Return", "space", "n"]);
    desktop.wait_for_log(&format!("screen play {}", level.name));
    drop_first_token(desktop);
    desktop.wait_for_log(&format!("screen won {}", level.name));
}

/// Drops the only token of the first level, which is paused, and lets time pass quickly.
pub fn drop_first_token(desktop: &mut Desktop) {
    // From any start this moves the cursor to the corner of the world, and then to the cell.
    let world = level::sets()[0].levels[0].level.world();
    let way = [("a", world.width()), ("w", world.height()), ("d", 7), ("s", 4)];
    let keys: Vec<&str> = way.into_iter().flat_map(|(key, times)| vec![key; times as usize]).collect();
    desktop.keys(&keys);
    desktop.key("Return");
    desktop.wait_for_log("placed dig at 7,4");
    // The board scrolled with the cursor; how far depends on when the bars were laid out, so pictures show all of it.
    desktop.keys(&["0", "space", "period", "period", "period"]);
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn the_wheel_zooms_and_a_drag_moves_the_board() {
    let mut desktop = Desktop::start(&[]);
    desktop.key("Return");
    desktop.wait_for_log("screen intro");
    desktop.key("Return");
    desktop.wait_for_log("screen play");
    desktop.key("space");
    desktop.point(PLAY_CELL_7_4);
    let start = desktop.still();
    desktop.wheel(3);
    desktop.wait_for_change(&start);
    let zoomed = desktop.still();
    desktop.drag(PLAY_CELL_7_4, (PLAY_CELL_7_4.0 - 100, PLAY_CELL_7_4.1 - 60));
    desktop.wait_for_change(&zoomed);
    desktop.key("f");
    desktop.point(PLAY_CELL_7_4);
    assert_eq!(desktop.still(), start, "fitted again, the board is where it was");
    desktop.close();
    desktop.assert_left();
}
