//! A play that goes wrong, is mended and shared, by keys in a real window: what is copied can be pasted into another program.

use std::fs;

use leveret::level;

use super::desktop::Desktop;
use super::playing::drop_first_token;

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn a_level_is_lost_gone_back_into_won_shared_and_pasted() {
    let name = &level::sets()[0].levels[0].level.name;
    let mut desktop = Desktop::start(&[]);
    desktop.key("Return");
    desktop.wait_for_log(&format!("screen intro {name}"));
    desktop.keys(&["Return", "space", "n"]);
    desktop.wait_for_log(&format!("screen play {name}"));
    desktop.keys(&["x", "Tab", "Return"]);
    desktop.wait_for_log(&format!("screen lost {name}"));
    // Presses mean nothing for a moment.
    desktop.still();
    desktop.key("Return");
    desktop.wait_for_log(&format!("screen play {name}"));
    // Before the order to explode.
    desktop.still();
    desktop.key("z");
    drop_first_token(&mut desktop);
    desktop.wait_for_log(&format!("screen won {name}"));
    let won = desktop.still();
    desktop.key("t");
    desktop.wait_for_change(&won);

    let mut other = desktop.beside(&[]);
    other.key("ctrl+v");
    other.wait_for_log(&format!("screen play {name}"));
    other.keys(&["period", "period", "period"]);
    other.wait_for_log(&format!("screen won {name}"));
    other.close();
    other.assert_left();
    desktop.close();
    desktop.assert_left();
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, wmctrl and ImageMagick"]
fn a_stretch_of_a_play_is_filmed() {
    let mut desktop = Desktop::start(&[]);
    let mut pictures = None;
    desktop.start_again(|data| {
        let home = data.ancestors().nth(2).expect("the player's home");
        fs::create_dir_all(home.join("config")).expect("a folder");
        fs::write(home.join("config/user-dirs.dirs"), "XDG_PICTURES_DIR=\"$HOME/Pictures\"\n").expect("a file");
        pictures = Some(home.join("Pictures"));
    });
    desktop.key("Return");
    desktop.wait_for_log("screen intro");
    desktop.keys(&["Return", "space", "n", "n", "i", "n", "n", "n", "l", "g"]);
    desktop.wait_for_log("filmed");
    let film = fs::read_dir(pictures.expect("a folder")).expect("a folder").next().expect("a film").expect("an entry");
    assert!(fs::read(film.path()).expect("a file").starts_with(b"GIF89a"), "{film:?}");
    desktop.close();
    desktop.assert_left();
}
