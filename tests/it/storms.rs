//! Random inputs: after any sequence of keys, clicks, drags, resizes and ticks the game still runs and can be drawn.

use std::time::Duration;

use leveret::screens::{Input, Key, Point, PointerButton, Profile, UnlockPolicy};

use crate::game::Game;
use proptest::prelude::*;

fn key() -> impl Strategy<Value = Key> {
    let characters = "0123456789awsdenprxflhmqytkjz.,+-=_ ".chars().map(Key::Char).collect::<Vec<_>>();
    let named = [
        Key::Enter,
        Key::Escape,
        Key::Space,
        Key::Tab,
        Key::Backspace,
        Key::Left,
        Key::Right,
        Key::Up,
        Key::Down,
        Key::Home,
        Key::End,
        Key::PageUp,
        Key::PageDown,
        Key::Function(3),
    ];
    prop_oneof![prop::sample::select(characters), prop::sample::select(named.to_vec())]
}

fn input() -> impl Strategy<Value = Input> {
    let button = prop::sample::select(vec![PointerButton::Primary, PointerButton::Middle, PointerButton::Secondary]);
    prop_oneof![
        8 => key().prop_map(Input::Key),
        4 => (0.0..1400.0_f32, 0.0..900.0_f32).prop_map(|(x, y)| Input::PointerMoved(Point::new(x, y))),
        3 => button.clone().prop_map(Input::Press),
        3 => button.prop_map(Input::Release),
        4 => (0_u64..5000).prop_map(|ms| Input::Tick(Duration::from_millis(ms))),
        2 => (-20.0..20.0_f32).prop_map(Input::Wheel),
        1 => (-3.0..3.0_f32).prop_map(Input::Pinch),
        1 => (0_u32..3000, 0_u32..2000, 0.0..10.0_f32)
            .prop_map(|(width, height, scale)| Input::Resize { width, height, scale }),
        1 => ".{1,3}".prop_map(Input::Text),
        1 => any::<bool>().prop_map(Input::Focus),
        1 => Just(Input::PointerLeft),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_sequence_of_inputs_can_be_drawn(inputs in prop::collection::vec(input(), 1..200)) {
        let opening = || Game::title(Profile { unlock: UnlockPolicy::All, ..Profile::default() });
        let mut game = opening();
        for input in inputs {
            // After the end of the program another one is started.
            game = game.turn(input).continue_value().unwrap_or_else(opening);
            let mut items = game.items();
            game.screen.draw_board(&game.context, &mut items);
            prop_assert!(!items.is_empty());
        }
    }
}
