//! All that can happen to the game from outside, as plain values. The window makes them of its events; a test
//! writes them down in a list.

use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

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
    /// Time went by since the last tick.
    Tick(Duration),
    /// The pointer is here now, in pixels of the frame.
    PointerMoved(Point),
    PointerLeft,
    /// A button of the mouse, at the pointer's last place.
    Press(Button),
    Release(Button),
    /// The wheel turned by so many notches, away from the hand if positive.
    Wheel(f32),
    /// Two fingers on a touchpad spread (positive) or close: the relative change of size.
    Pinch(f32),
    /// What a key writes, in the case in which it is written. It comes just before the key.
    Text(String),
    /// A key went down, or repeats.
    Key(Key),
    /// The window was left or entered.
    Focus(bool),
    /// A file was dropped on the window.
    Dropped(PathBuf),
    /// The window's close button.
    CloseRequested,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Button {
    Primary,
    Middle,
    Secondary,
}

/// Keys by what they mean, not by where they are: `Char` holds the lower-case character that the layout gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Key {
    Char(char),
    Enter,
    Escape,
    Space,
    Tab,
    Backspace,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    /// F1 to F12.
    Function(u8),
}

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    Quit,
}
