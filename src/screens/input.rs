//! Inputs: all that can happen to the game from outside, as plain values. The window makes them of its events; a test
//! writes them down in a list.

use std::path::PathBuf;
use std::time::Duration;

use super::effect::Answer;
use super::keys::Key;
use super::stroke::{Edit, KeyStroke};
use crate::scene::Point;

/// One thing that happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// The frame has a new size, in physical pixels; `scale` is physical pixels per logical one (1.0 on most screens).
    Resize {
        width: u32,
        height: u32,
        scale: f32,
    },
    /// The time since the last tick.
    Tick(Duration),
    /// The pointer is here now, in pixels of the frame.
    PointerMoved(Point),
    PointerLeft,
    /// A button of the mouse, at the pointer's last position.
    Press(PointerButton),
    Release(PointerButton),
    /// The wheel turned by so many notches, away from the hand if positive.
    Wheel(f32),
    /// Two fingers on a touchpad spread (positive) or close: the relative change of size.
    Pinch(f32),
    /// A key of a keyboard went down, or repeats.
    Stroke(KeyStroke),
    /// What a stroke means on the present screen: text that it types, just before the key; a key; or an action on text.
    Text(String),
    /// What an input method composes now, before it types it; `cursor` is the index of a byte in it.
    Preedit {
        text: String,
        cursor: usize,
    },
    Key(Key),
    Edit(Edit),
    /// What is printed on keys, each after the character that a US keyboard has in its place.
    PrintedKeys(Vec<(char, char)>),
    /// The window was left or entered.
    Focus(bool),
    /// The window cannot be seen: it is minimised, or covered as a whole.
    Hidden,
    /// It can be seen again.
    Shown,
    /// A file was dropped on the window.
    Dropped(PathBuf),
    /// What became of an effect.
    Answered(Answer),
    /// The window's close button.
    CloseRequested,
}

/// How far from the frame a pointer is believed, in pixels: farther than any desktop reaches.
const FARTHEST: f32 = 1e6;

impl Input {
    /// The same, with a neutral value where a driver reported no number (one NaN in a camera would stay there), and a
    /// pointer that is nowhere near the frame brought within a million pixels, so that pixels and cells are whole
    /// numbers.
    pub fn within_reason(self) -> Input {
        let number = |value: f32, neutral: f32| if value.is_nan() { neutral } else { value };
        match self {
            Input::Resize { width, height, scale } => Input::Resize { width, height, scale: number(scale, 1.0) },
            Input::PointerMoved(point) if point.x.is_nan() || point.y.is_nan() => Input::PointerLeft,
            Input::PointerMoved(point) => {
                let near = |pixel: f32| pixel.clamp(-FARTHEST, FARTHEST);
                Input::PointerMoved(Point::new(near(point.x), near(point.y)))
            }
            Input::Wheel(notches) => Input::Wheel(number(notches, 0.0)),
            Input::Pinch(change) => Input::Pinch(number(change, 0.0)),
            other => other,
        }
    }
}

/// A button of the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointerButton {
    Primary,
    Middle,
    Secondary,
}

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    Quit,
}
