//! Frames of any size, from one pixel: every screen is laid out and painted in them.

use leveret::screens::{Context, Input, Profile, Screen, TextSize, UnlockPolicy};

use crate::game::{app, press, turn};

/// Odd lengths of a side, in pixels.
const SIDES: [u32; 9] = [0, 1, 2, 3, 7, 16, 61, 300, 1021];

/// Keys that lead from the title to each kind of screen.
const WAYS: [&str; 12] = [
    "Down",
    "s",
    "s Enter",
    "s Down Down Down Down Enter",
    "F1",
    "l",
    "c",
    "a",
    "Enter",
    "Enter h h h",
    "Enter Enter p Tab",
    "Enter Enter x",
];

#[test]
fn no_frame_is_too_small_or_too_narrow() {
    for way in WAYS {
        for text in [TextSize::Normal, TextSize::Large] {
            let mut profile = Profile { unlock: UnlockPolicy::All, ..Profile::default() };
            profile.settings.text = text;
            let mut app = app(profile);
            press(&mut app, "F3");
            press(&mut app, way);
            for width in SIDES {
                for height in SIDES {
                    turn(&mut app, Input::Resize { width, height, scale: 1.0 });
                    app.frame();
                    let frame = app.last_frame();
                    assert_eq!((frame.width(), frame.height()), (width.max(1), height.max(1)), "{way}");
                    for input in [Input::Wheel(-3.0), Input::Wheel(2.0)] {
                        turn(&mut app, input);
                    }
                    press(&mut app, "Down PageDown Up");
                    app.frame();
                }
            }
        }
    }
}

/// A window may have its odd size from the start.
#[test]
fn a_game_that_opens_in_a_sliver_goes_on() {
    for (width, height) in [(1, 300), (300, 1), (1, 1), (2, 2000)] {
        let mut app = app(Profile::default());
        turn(&mut app, Input::Resize { width, height, scale: 2.0 });
        press(&mut app, "Enter Enter + + - - f d s e n Esc");
        assert!(app.frame().is_some());
    }
}

/// The screens themselves do not need a painter for it.
#[test]
fn every_screen_is_laid_out_in_one_pixel() {
    let mut context = Context::new(Profile::default());
    context.layout.resize(1, 1, 8.0);
    let mut items = Vec::new();
    Screen::title().draw_hud(&context, &mut items);
    assert!(!items.is_empty());
}
