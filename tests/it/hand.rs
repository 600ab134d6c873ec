//! The game does what the hand meant: held keys are one decision, no press falls through a change of screen, and nothing is
//! thrown away by a slip.

use std::time::Duration;

use leveret::level::Level;
use leveret::scene::{Item, PanelEdge, Point, Rect};
use leveret::screens::{Input, Key, KeyStroke, PointerButton, Profile, Settings, Unfocused, UnlockPolicy};
use leveret::sim::Cell;

use crate::game::Game;

const MOMENT: Duration = Duration::from_millis(300);

fn corridor() -> Game {
    Game::level(Level::from_ron(include_str!("data/corridor.ron"), "corridor.ron").expect("a level"))
}

fn title() -> Game {
    Game::title(Profile { unlock: UnlockPolicy::All, ..Profile::default() })
}

/// A key is held: it goes down, and repeats 25 times a second.
fn hold(game: Game, key: &str, repeats: usize) -> Game {
    let key: Key = key.parse().expect("a key");
    let text = if let Key::Char(letter) = key { Some(letter.to_string()) } else { None };
    let stroke = KeyStroke { text, ..KeyStroke::of(key) };
    let repeat = [Input::Tick(Duration::from_millis(40)), Input::Stroke(stroke.clone().repeated())];
    game.send([Input::Stroke(stroke)]).send(repeat.into_iter().cycle().take(2 * repeats))
}

fn wait(game: Game, time: Duration) -> Game {
    game.send([Input::Tick(time)])
}

fn click(point: Point) -> [Input; 3] {
    [Input::PointerMoved(point), Input::Press(PointerButton::Primary), Input::Release(PointerButton::Primary)]
}

/// The middle of the cell on the frame.
fn middle(game: &Game, x: i32, y: i32) -> Point {
    let (left, top) = game.camera().cell_to_pixel(Cell::new(x, y));
    let half = game.camera().tile() as f32 / 2.0;
    Point::new(left as f32 + half, top as f32 + half)
}

/// The middle of the line of text that says this.
#[track_caller]
fn words_at(game: &Game, words: &str) -> Point {
    let rect = game.items().iter().rev().find_map(|item| match item {
        Item::Text { text, rect, .. } if text == words => Some(*rect),
        _ => None,
    });
    let Rect { x, y, width, height } = rect.unwrap_or_else(|| panic!("`{words}` is not among {:?}", game.lines()));
    Point::new((x + width / 2) as f32, (y + height / 2) as f32)
}

/// The panels behind these words.
fn panels(game: &Game, words: &str) -> Vec<Item> {
    let at = words_at(game, words);
    game.items().into_iter().filter(|item| matches!(item, Item::Panel { rect, .. } if rect.contains(at))).collect()
}

/// Not by colour alone: another line, hatching, another size.
#[test]
fn a_button_shows_that_it_is_pressed() {
    let game = title().press("s").ready();
    let edges = |game: &Game| -> Vec<(Rect, PanelEdge)> {
        let panels = panels(game, "Back").into_iter();
        panels
            .filter_map(|item| if let Item::Panel { rect, edge, .. } = item { Some((rect, edge)) } else { None })
            .collect()
    };
    let at = words_at(&game, "Back");
    let before = edges(&game);
    let pressed = game.send([Input::PointerMoved(at), Input::Press(PointerButton::Primary)]);
    assert_ne!(edges(&pressed), before, "it is down");
    let beside = pressed.clone().send([Input::PointerMoved(Point::new(1.0, 1.0))]);
    assert_eq!(edges(&beside), before, "released there it would do nothing");
    let released = pressed.send([Input::Release(PointerButton::Primary)]);
    assert_eq!(released.caption(), "title");
}

#[test]
fn esc_that_is_held_leaves_one_screen() {
    let play = title().press("l Enter Enter");
    assert!(play.caption().starts_with("play "));
    assert_eq!(hold(play, "Esc", 20).caption(), "levels");
    assert_eq!(hold(title().press("s"), "Esc", 20).caption(), "title");
}

#[test]
fn a_held_key_is_one_decision() {
    let paused = hold(corridor(), "p", 31);
    assert!(!paused.screen.is_moving(), "it pauses once");
    assert_eq!(hold(corridor(), "n", 10).player().step(), 1);
    let settings = title().press("s Down Down Down");
    let once = settings.clone().press("Right");
    assert_eq!(hold(settings, "Right", 9).context.settings().window, once.context.settings().window);
    assert_eq!(hold(title(), "F1", 8).caption(), "help", "it opens and closes with the same key");
}

#[test]
fn what_moves_goes_on_while_its_key_is_held() {
    let target = |game: &Game| game.play().target(&game.context).expect("a cursor");
    let once = corridor().press("p a a a a");
    assert_eq!(target(&hold(once.clone(), "d", 3)).x, target(&once).x + 4);
    let zoomed = hold(once.clone(), "-", 3);
    assert_eq!(zoomed.camera().tile(), once.clone().press("- - - -").camera().tile());
    let moved = hold(once.clone(), "Left", 5);
    assert_ne!(moved.camera(), once.camera());
    let list = title().press("l");
    assert_eq!(
        hold(list.clone(), "Right", 2).press("Enter").caption(),
        list.press("Right Right Right Enter").caption()
    );
}

#[test]
fn enter_that_starts_a_level_drops_no_token() {
    let intro = title().press("l Enter");
    let play = hold(intro, "Enter", 30);
    assert!(play.player().orders().is_empty());
}

#[test]
fn the_key_that_opened_a_text_field_is_not_typed() {
    let files = hold(title(), "c", 5);
    assert_eq!(files.caption(), "custom");
    assert!(files.lines().iter().any(|line| line.starts_with("file name")), "{:?}", files.lines());
    let typed = hold(files, "x", 2);
    assert!(typed.lines().iter().any(|line| line == "xxx"), "{:?}", typed.lines());
}

#[test]
fn a_press_meant_for_the_game_does_nothing_to_the_card_over_it() {
    let step_before = corridor().press("x Tab Enter");
    let mut game = step_before;
    for _ in 0..200 {
        if game.caption() == "lost Corridor" {
            break;
        }
        game = wait(game, Duration::from_millis(50));
    }
    assert_eq!(game.caption(), "lost Corridor");
    let retry = words_at(&game, "Retry");
    let early = game.clone().press("Enter r").send(click(retry));
    assert_eq!(early.caption(), "lost Corridor");
    let late = wait(game.clone(), MOMENT);
    assert!(late.clone().send(click(retry)).caption().starts_with("play "));
    assert!(late.press("Enter").caption().starts_with("play "));
    let held = game.send([Input::PointerMoved(retry), Input::Press(PointerButton::Primary)]);
    let released = wait(held, MOMENT).send([Input::Release(PointerButton::Primary)]);
    assert_eq!(released.caption(), "lost Corridor", "the press began too early");
}

/// Steps that the player makes are a hand in motion too.
#[test]
fn a_step_too_many_starts_no_other_level() {
    let play = title().press("Enter Enter x Tab Enter n n n n n n n n");
    assert!(play.caption().starts_with("lost "), "{}", play.caption());
}

#[test]
fn a_double_click_is_one_click() {
    let list = title().press("l").ready();
    let name = list.lines().iter().find(|line| line.starts_with("1  ")).expect("a card").clone();
    let at = words_at(&list, &name);
    let twice = list.send(click(at)).send(click(at));
    assert!(twice.caption().starts_with("intro "));
    let later = wait(twice, MOMENT).send(click(at));
    assert!(later.caption().starts_with("intro "), "a slow double click is one, too");

    let play = corridor();
    let at = middle(&play, 3, 2);
    let twice = play.clone().send(click(at)).send(click(at));
    assert_eq!(twice.player().orders().len(), 1);
    let placed = wait(play.press("p").send(click(at)), 2 * MOMENT).press("2").send(click(at));
    assert_eq!(placed.player().orders().len(), 2, "a second click after a while is meant");
}

#[test]
fn leaving_asks_where_there_is_something_to_lose() {
    assert_eq!(corridor().press("n Esc").caption(), "custom", "nothing was done yet");
    let play = corridor().press("p").click_cell(3, 2);
    let asked = play.clone().press("Esc");
    assert!(asked.words().contains("Leave this level?"), "{:?}", asked.lines());
    for harmless in ["Enter", "Esc", "Space", "Backspace", "Tab Tab Enter"] {
        let back = asked.clone().press(harmless);
        assert_eq!((back.caption().as_str(), back.player().orders().len()), ("play Corridor", 1), "{harmless}");
        assert!(!back.words().contains("Leave this level?"));
    }
    let asked = play.send([Input::PointerLeft]).press("Esc");
    for answer in ["Tab", "Left", "Up", "Down Up"] {
        assert_eq!(asked.clone().press(&format!("{answer} Enter")).caption(), "custom", "{answer}");
    }
    assert_eq!(asked.press("Up Down Enter").caption(), "play Corridor");
}

#[test]
fn a_question_is_answered_by_the_mouse_too() {
    let asked = corridor().press("p").click_cell(3, 2).send([Input::PointerLeft]).press("Esc");
    let leave = words_at(&asked, "Leave");
    assert_eq!(asked.clone().send(click(leave)).caption(), "play Corridor", "a click that comes too soon");
    let asked = wait(asked, MOMENT);
    assert_eq!(asked.clone().send(click(leave)).caption(), "custom");
    let cancel = words_at(&asked, "Cancel");
    assert!(!asked.send(click(cancel)).words().contains("Leave this level?"));
}

/// A click on what lies under a question does nothing, and so it does not look as if it did.
#[test]
fn nothing_under_a_question_lights_up() {
    let play = corridor().press("p").click_cell(3, 2);
    let (button, beside) = (words_at(&play, "Restart"), Point::new(1.0, 1.0));
    let pointed = |game: &Game, at: Point| game.clone().send([Input::PointerMoved(at)]).items();
    assert_ne!(pointed(&play, button), pointed(&play, beside));
    let asked = play.press("x");
    assert_eq!(pointed(&asked, button), pointed(&asked, beside));
    assert_ne!(pointed(&asked, words_at(&asked, "Cancel")), pointed(&asked, words_at(&asked, "Explode!")));
}

/// Wherever the pointer is when a question opens, a click there throws nothing away.
#[test]
fn no_question_opens_with_its_danger_under_the_pointer() {
    let play = corridor().press("p").click_cell(3, 2);
    let asked = play.clone().press("x");
    for words in ["Explode!", "Cancel"] {
        let at = words_at(&asked, words);
        let asked = wait(play.clone().send([Input::PointerMoved(at)]).press("x"), MOMENT);
        let clicked = asked.send(click(at)).press("n n n");
        assert_eq!(clicked.caption(), "play Corridor", "the pointer was on {words}");
    }
}

#[test]
fn the_help_and_back_leaves_no_button_pressed() {
    let play = corridor().press("p");
    let at = middle(&play, 3, 2);
    let dragging = play.send([Input::PointerMoved(at), Input::Press(PointerButton::Primary)]).press("F1 Esc");
    let before = *dragging.camera();
    let away = dragging.send([Input::PointerMoved(Point::new(at.x + 90.0, at.y))]);
    assert_eq!(*away.camera(), before, "the board is not dragged by a button that nobody holds");
    assert!(away.send([Input::Release(PointerButton::Primary)]).player().orders().is_empty());
}

#[test]
fn what_cannot_be_seen_is_paused() {
    let hidden = corridor().send([Input::Hidden]);
    assert!(!hidden.screen.is_moving());
    assert!(!hidden.send([Input::Shown]).screen.is_moving(), "the player goes on when they are ready");
}

#[test]
fn the_loss_of_focus_pauses_by_a_setting() {
    let without_focus = |unfocused| {
        let settings = Settings { unfocused, ..Settings::default() };
        let level = Level::from_ron(include_str!("data/corridor.ron"), "corridor.ron").expect("a level");
        Game::level_for(Profile { settings, ..Profile::default() }, level).send([Input::Focus(false)])
    };
    assert!(without_focus(Unfocused::PlaysOn).screen.is_moving());
    assert!(!without_focus(Unfocused::Pauses).screen.is_moving());
}
