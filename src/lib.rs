//! Leveret: a desktop puzzle game, and an instrument for what the quality of 2D rendering costs.
//!
//! The crate in reading order, from the rules outwards. A module imports those above it that are named in brackets, and
//! no others; a test checks that.
//!
//! - [`sim`]: the rules of the game, a pure function from world and orders to world and events. It knows no file, no
//!   clock, no thread, no float and no other module.
//! - [`look`]: leaf data of appearance, shared by layout and painter: quality hints, palette, font metrics, frame time;
//!   and of what can be heard by choice.
//! - [`disk`]: files on their way to the disk, replaced as a whole or not at all. It knows no other module.
//! - [`level`]: level files in and out, RON and `.rel`; the shipped sets; solutions (`sim`).
//! - [`play`]: the only driver of a world: orders in, events out; solutions and scripts played; traces (`level`,
//!   `sim`).
//! - [`solve`]: searches plays that win, and proves that there are none with fewer tokens (`play`, `level`, `sim`).
//! - [`scene`]: what to draw, as a list of plain items, back to front (`sim`, `look`).
//! - [`raster`]: how to draw it, with which quality: items, art and hints in, pixels out (`scene`, `look`).
//! - [`sound`]: what is heard: events in, samples out, without a device (`sim`, `look`).
//! - [`ui`]: widgets that know nothing of the game: buttons, cards, pages, text layout (`scene`, `look`).
//! - [`screens`]: title, list of levels, play and its end. One input in; the next screen and effects out (`ui`, the
//!   advice of `solve`, `play`, `level`, `scene`, `sim`, `look`).
//! - [`app`]: the game without a window: inputs in, frames and samples out, effects performed (`screens`, `ui`,
//!   `scene`, `raster`, `sound`, `solve`, `play`, `level`, `sim::World`, `look`, `disk`).
//! - [`window`]: the game in a window: winit, presenting, the sound device, and the clock of the game (`app`,
//!   `screens`, `sound::Mixer`).
//! - [`mod@bench`]: the zoom benchmark: the frames that the window makes, timed (`app`, `screens`, `raster`, `look`,
//!   `disk`).
//! - [`check`]: plays the solutions of many levels at once, searches for others, and warns of what makes no sense
//!   (`solve`, `play`, `level`, `sim`, `look`).
//! - [`cli`]: what people type, and which of the above it starts.
//!
//! A frame: an event of the window becomes an [`Input`](screens::Input); [`Screen::turn`](screens::Screen::turn) turns
//! it into an order, a change of the camera, or an [`Effect`](screens::Effect) that the app performs;
//! [`Player::advance`](play::Player::advance) makes a step of the world. Then world and camera become items, items
//! become pixels, and the window presents them. [`App::frame_timed`](app::App::frame_timed) has these stages in their
//! order.

#![forbid(unsafe_code)]

pub mod app;
pub mod bench;
pub mod check;
pub mod cli;
pub mod disk;
pub mod level;
pub mod look;
pub mod play;
pub mod raster;
pub mod scene;
pub mod screens;
pub mod sim;
pub mod solve;
pub mod sound;
pub mod ui;
pub mod window;
