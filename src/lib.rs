//! Leveret: a desktop puzzle game, and an instrument for what the quality of 2D rendering costs.

pub mod check;
pub mod level;
pub mod raster;
pub mod scene;
pub mod screens;
pub mod sim;
