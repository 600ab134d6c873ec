//! Pages of which only a part is seen.

use leveret::screens::{Input, PointerButton, Profile};

use crate::game::Game;
use leveret::scene::{Item, Point};

const WIDTH: u32 = 960;
const HEIGHT: u32 = 600;

/// The page that these keys lead to from the title, in a window of this height.
fn page(keys: &str, height: u32) -> Game {
    let game = Game::title(Profile::default());
    game.send([Input::Resize { width: WIDTH, height, scale: 1.0 }]).ready().press(keys).ready()
}

fn help(height: u32) -> Game {
    page("F1", height)
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

/// From the settings: graphics are first, and keys the fifth.
const WITH_FOCUS: [&str; 2] = ["s Enter", "s Down Down Down Down Enter"];

#[test]
fn pages_with_a_focus_can_be_dragged_too() {
    for keys in WITH_FOCUS {
        let game = page(keys, HEIGHT);
        let (caption, first) = (game.caption(), game.lines());
        let [top] = thumbs(&game)[..] else { panic!("one scrollbar on {caption}") };
        let grabbed = game.send([at(top as f32 + 4.0), Input::Press(PointerButton::Primary)]);
        let dragged = grabbed.send([at(HEIGHT as f32 - 70.0)]);
        assert!(dragged.lines() != first && thumbs(&dragged)[0] > top, "{caption}");

        // To let go over a row, or over a button, does not choose it.
        let middle = Input::PointerMoved(Point::new(WIDTH as f32 / 2.0, HEIGHT as f32 - 80.0));
        let back = Input::PointerMoved(Point::new(WIDTH as f32 * 0.6, HEIGHT as f32 - 30.0));
        for place in [middle, back] {
            let game = dragged.clone().send([place, Input::Release(PointerButton::Primary)]);
            assert_eq!((game.caption(), game.effects.len()), (caption.clone(), dragged.effects.len()));
            assert_eq!(game.lines(), dragged.lines(), "{caption}");
        }
        assert!(thumbs(&page(keys, 6000)).is_empty(), "all of {caption} is seen");
    }
}

#[test]
fn keys_go_all_the_way_where_a_list_has_a_focus() {
    for keys in WITH_FOCUS {
        let first = page(keys, HEIGHT);
        let last = first.clone().press("End");
        assert_ne!(last.items(), first.items(), "{}", first.caption());
        assert_eq!(last.press("Home").items(), first.items());
    }
}
