//! How things are drawn: items, art and hints in, pixels out. Nothing here knows what a rabbit is.

pub mod art;
mod atlas;
mod frame;
mod hints;
mod reference;
mod scale;
mod text;

pub use atlas::{Lookups, MOST_BYTES};
pub use frame::Frame;
pub use hints::{Antialias, Cache, Filter, HintError, Hints, Preset, Sprites};
pub use reference::{Painted, Painter};
pub use scale::PixelBounds;
