//! One binary of integration tests: everything is tested through the public face of the crate, or as the real program.

mod architecture;
mod art;
mod bench;
mod check;
mod command_line;
mod editing;
mod frames;
mod levels;
mod oracle;
mod painters;
mod rules;
mod store;
mod visits;
mod window;
