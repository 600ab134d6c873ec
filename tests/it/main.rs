//! One binary of integration tests: everything is tested through the public face of the crate, or as the real program.

mod allocator;
mod architecture;
mod art;
mod bench;
mod check;
mod colors;
mod command_line;
mod custom;
mod doors;
mod editing;
mod frames;
mod fuzz;
mod game;
mod graphics_page;
mod hints;
mod hostile;
mod keys;
mod languages;
mod levels;
mod motion;
mod oracle;
mod painters;

mod pictures;
mod readme;
mod rules;
mod sprites;
mod store;
mod storms;
mod visits;
mod window;
