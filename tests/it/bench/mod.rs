//! The zoom benchmark: its statistics on synthetic noise with a known ratio, its run in this process, and the real program
//! from outside.

mod compare;
mod losses;
mod measure;
mod noise;
mod program;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const EVERYTHING: &str = include_str!("../data/everything.ron");

/// A benchmark of a small frame in a folder, without a display.
fn command(folder: &Path, arguments: &[&str]) -> Command {
    fs::write(folder.join("everything.ron"), EVERYTHING).expect("a file");
    let mut command = Command::new(env!("CARGO_BIN_EXE_leveret"));
    command
        .args(["--zoom-bench", "everything.ron", "--size", "320x200", "--frames", "4"])
        .args(arguments)
        .current_dir(folder)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("RUST_LOG");
    command
}

/// Runs it at two zooms.
fn zoom_bench(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, &[&["--zooms", "16,40"], arguments].concat()).output().expect("the binary starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
