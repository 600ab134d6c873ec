//! The settings: what the player has chosen once and for all.

use crate::look::{Hints, Palette, Volumes};
use crate::screens::keys::Bindings;
use crate::screens::texts::Language;

/// The player's choices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// How frames are painted.
    pub hints: Hints,
    pub text: TextSize,
    pub motion: Motion,
    pub window: WindowMode,
    pub unfocused: Unfocused,
    pub palette: Palette,
    pub volumes: Volumes,
    pub sound_words: SoundWords,
    /// None until the player or the system chooses one.
    pub language: Option<Language>,
    pub keys: Bindings,
}

/// How large everything but the board is drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TextSize {
    Small,
    #[default]
    Normal,
    Large,
}

/// Whether anything moves between one step and the next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Motion {
    #[default]
    Full,
    /// The board stands still until the next step.
    Reduced,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum WindowMode {
    #[default]
    Window,
    FullScreen,
}

/// What a level in play does while another window has the focus.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Unfocused {
    #[default]
    PlaysOn,
    Pauses,
}

/// Whether what is heard on the board is written there too.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SoundWords {
    #[default]
    Hidden,
    Shown,
}

impl TextSize {
    /// How many times as large as normal.
    pub const fn factor(self) -> f32 {
        match self {
            TextSize::Small => 0.8,
            TextSize::Normal => 1.0,
            TextSize::Large => 1.3,
        }
    }
}

impl WindowMode {
    pub const fn other(self) -> WindowMode {
        match self {
            WindowMode::Window => WindowMode::FullScreen,
            WindowMode::FullScreen => WindowMode::Window,
        }
    }
}
