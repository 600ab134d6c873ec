//! How items are drawn: items, art and hints in, pixels out. Nothing here knows what a rabbit is.
//!
//! A frame is painted in four steps: the atlas looks up a bitmap for each sprite and shape, or makes it; the items
//! become a display list of draw commands; comparing it with the last one finds the damage; and the commands are
//! painted, in bands of rows, where the damage is.
//!
//! The files in reading order:
//!
//! - `rendering`: the settings. `memory`: where pixels lie. `frame`, `pixel`, `region`: what is painted on, and
//!   rectangles of it.
//! - [`art`]: the drawings, rasterized at any size.
//! - `bitmap`: what is blitted; `sampling`: bitmaps that show another one at a size of their own. `blend`: how pixels
//!   are blended with the frame.
//! - `scale` with its inner loops in `sums`: the filters. `sprites`: a sprite's bitmap, scaled or rasterized.
//! - `shapes` with `polygon`, and `text`: what has no drawing; `coverage`: how much of a pixel it covers.
//! - `paper`: the lines of graph paper.
//! - `crew`: the threads that paint together.
//! - `bitmap_cache` with `key`: the bitmaps that are kept. `atlas`: looks them up, or has them made, when they are
//!   needed or ahead. `worker_pool` and `sprite_pool`: threads that make them while frames go on.
//! - `reference`: the reference painter, which defines the picture.
//! - `fast`: the fast painter, which makes the same picture; its inner loops are in `fast/rows.rs`.
//! - `damage`: what has to be repainted. `painter`: all of it in one type.

pub mod art;
mod atlas;
mod bit_row;
mod bitmap;
mod bitmap_cache;
mod bitmap_writer;
mod blend;
mod coverage;
mod crew;
mod damage;
mod fast;
mod frame;
mod key;
mod memory;
mod painter;
mod paper;
mod pencil;
mod pixel;
mod polygon;
mod reference;
mod region;
mod rendering;
mod sampling;
mod scale;
mod shapes;
mod sprite_pool;
mod sprites;
mod sums;
mod text;
mod worker_pool;

pub use atlas::Lookups;
pub use frame::{Frame, PaintingId};
pub use painter::{BLANK, LayersPainted, Painted, Painter};
pub use rendering::{DEFAULT_SPRITE_BYTES, Instructions, Missing, PainterKind, Rendering};
pub use worker_pool::WorkerPool;
