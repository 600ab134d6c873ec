//! A level file that is edited while the real game shows it.

use std::fs;

use super::desktop::Desktop;

const CORRIDOR: &str = include_str!("../data/corridor.ron");

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn a_file_is_broken_and_mended_while_it_is_played() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("corridor.ron");
    let slip = CORRIDOR.replace("save: 1", "safe: 1");
    fs::write(&file, &slip).expect("a slip");
    let mut desktop = Desktop::start(&[file.to_str().expect("a path")]);
    desktop.wait_for_log("screen faults");
    fs::write(&file, CORRIDOR).expect("it is mended");
    desktop.wait_for_log("screen play Corridor");
    desktop.keys(&["x", "Tab", "Return"]);
    desktop.wait_for_log("screen lost Corridor");

    // While the card of the end is shown: the faults over the board, and then the same end.
    fs::write(&file, &slip).expect("a slip");
    desktop.wait_for_log("screen play Corridor");
    let faults = desktop.still();
    fs::write(&file, format!("{CORRIDOR}\n")).expect("it is mended");
    desktop.wait_for_log("screen lost Corridor");
    assert_ne!(desktop.still(), faults);
    desktop.close();
    desktop.assert_left();
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn a_solution_that_fails_is_watched_to_where_it_goes_wrong() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("corridor.ron");
    let solutions = "solutions: [Solution(ends: Lost, orders: [At(2, ExplodeAll)]), \
                     Solution(orders: [At(3, dig, (5, 2)), At(5, dig, (6, 2))])],\n    map: [";
    fs::write(&file, CORRIDOR.replace("map: [", solutions)).expect("a file");
    let mut desktop = Desktop::start(&[file.to_str().expect("a path"), "--solution", "2"]);
    desktop.wait_for_log("screen play Corridor");
    // It stops where the second token is not there.
    desktop.still();
    desktop.close();
    desktop.assert_left();
}
