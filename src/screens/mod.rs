//! The screens: title, list of levels, play and its end.
//!
//! [`Screen::turn`] takes a screen, the [`Context`] that all screens share, and one [`Input`]; it returns the next
//! screen or the end of the program, and the [`Effect`]s that are to be done outside of the game. Screens know no
//! clock, no file and no window; time comes in as [`Input::Tick`], and the result of an effect as [`Input::Answered`].

mod about;
mod arrivals;
mod attempt;
mod causes;
mod context;
mod effect;
mod faulty_level;
mod gallery;
mod graphics;
mod hand;
mod help;
mod hints;
mod hints_read;
mod input;
mod intro;
mod intro_card;
mod keycaps;
mod keys;
mod keys_page;
mod legend;
mod level_card;
mod level_files;
mod levels;
mod listening;
mod meaning;
mod outcome;
mod pasted;
mod pasted_replay;
mod play;
mod play_speed;
mod profile;
mod replays;
mod sample;
mod screen;
mod scrolling;
mod settings;
mod settings_row;
mod shipped;
mod stroke;
mod text_field;
mod texts;
mod title;
mod turn;

pub use attempt::{Attempt, Demonstration, DroppedOrder, Mishap};
pub use context::{Context, Overlay};
pub use effect::{Answer, Effect, FilmOrder, Heard, RecentFile, SearchEffort, SolutionPlace};
pub use graphics::{GraphicsPage, SamplePlacement};
pub use hand::Hand;
pub use input::{Exit, Input, PointerButton};
pub use keycaps::{Keycaps, is_latin};
pub use keys::{BindingError, Bindings, Command, Key, KeyContext, KeyError};
pub use play::PlayScreen;
pub use profile::{
    Best, KeptReplay, Manner, Motion, Profile, Progress, Records, Replays, Settings, SoundWords, TextSize, Unfocused,
    UnlockPolicy, WindowMode,
};
pub use screen::{Screen, ScreenTurn};
pub use shipped::{Chosen, LevelId, scenery};
pub use stroke::{Edit, KeyStroke, Modifier, StrokePhase};
pub use texts::Language;

pub use crate::scene::Point;
