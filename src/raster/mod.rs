//! How things are drawn: items, art and hints in, pixels out. Nothing here knows what a rabbit is.
//!
//! To be read in this order: [`hints`](Hints), what may be asked; [`art`], drawings at any size; `pixel` and `bitmap`,
//! anything drawn and ready; `scale` and `sums`, the filters; `shapes` and `text`, what needs no drawing; `atlas`, the
//! bitmaps at hand; `blend`, how pixels mix; `reference`, the picture's definition; `fast`, the same at the speed of
//! memory, with its inner loops in `fast/rows.rs`; `changes`, what need not be painted again.

pub mod art;
mod atlas;
mod bitmap;
mod blend;
mod changes;
mod fast;
mod frame;
mod jobs;
mod key;
mod makers;
mod painter;
mod paper;
mod pixel;
mod reference;
mod region;
mod rendering;
mod scale;
mod shapes;
mod sprites;
mod sums;
mod text;

pub use atlas::Lookups;
pub use bitmap::PixelBounds;
pub use frame::Frame;
pub use jobs::{Done, Jobs};
pub use painter::{BLANK, Painted, Painter};
pub use rendering::{Instructions, MOST_BYTES, Method, Missing, Rendering};
