//! How the game may look and sound: leaf data that those who lay out a frame and those who paint it share, and those
//! who decide what is heard and those who make it.
//!
//! [`Hints`] are the quality hints and what each of them means; [`palette`] has the colours; [`text_width`] and
//! [`line_height`] measure text, and [`shortened`] makes it fit a width; [`add_font`] has the characters that our font
//! lacks; [`Volumes`], [`Click`] and [`Theme`] are what can be heard by choice; [`STEP_TIME`] and [`FRAME_TIME`] are
//! the durations of the animation. Nothing here knows a pixel buffer or a file that is not part of the binary.

mod audible;
mod color;
mod fit;
mod font;
mod hints;
mod idle;
pub mod palette;
mod substitutes;
mod timing;

pub use audible::{Click, Sounding, Theme, Volume, Volumes};
pub use color::Color;
pub use fit::{ELLIPSIS, shortened, shortened_start};
pub use font::{GlyphShape, PlacedGlyph, Typeface, ascent, glyphs, lacks_glyph, line_height, text_width};
pub use hints::{
    Alpha, Antialias, Blend, Cache, Cycle, Filter, Hint, HintError, HintValue, Hints, Preset, Redraw, Sprites,
};
pub use idle::{Idle, MIP_LEVELS};
pub use palette::Palette;
pub use substitutes::{add_font, take_missing};
pub use timing::{FRAME_TIME, STEP_TIME};
