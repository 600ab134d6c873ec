//! Pages that are only read, such as the help.

use leveret::screens::{Input, PointerButton, Profile};

use crate::game::Game;
use leveret::scene::{Item, Point};

const WIDTH: u32 = 960;
const HEIGHT: u32 = 600;

/// The help in a window of this height.
fn help(height: u32) -> Game {
    let game = Game::title(Profile::default());
    game.send([Input::Resize { width: WIDTH, height, scale: 1.0 }]).ready().press("F1").ready()
}

/// The panels at the right edge of the page's rows.
fn thumbs(game: &Game) -> Vec<i32> {
    let is_thumb = |item: &Item| match item {
        Item::Panel { rect, .. } if rect.x > WIDTH as i32 * 9 / 10 && rect.width < 20 => Some(rect.y),
        _ => None,
    };
    game.items().iter().filter_map(is_thumb).collect()
}

fn at(y: f32) -> Input {
    Input::PointerMoved(Point::new(WIDTH as f32 - 18.0, y))
}

#[test]
fn a_page_that_is_longer_than_the_window_shows_it_and_can_be_dragged() {
    let game = help(HEIGHT);
    let first = game.lines();
    let [top] = thumbs(&game)[..] else { panic!("one scrollbar") };

    let bottom = HEIGHT as f32 - 70.0;
    let game = game.send([at(top as f32 + 4.0), Input::Press(PointerButton::Primary), at(bottom)]);
    let last = game.lines();
    assert!(last != first && thumbs(&game)[0] > top);
    assert_eq!(game.items(), game.clone().press("End").items(), "all the way");

    let game = game.send([Input::Release(PointerButton::Primary), at(top as f32)]);
    assert_eq!(game.lines(), last, "it was let go");
    assert_eq!(game.press("Home").lines(), first);

    assert!(thumbs(&help(2000)).is_empty(), "all of it is seen");
}
