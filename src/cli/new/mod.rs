//! `leveret new`: a level to start from.

use std::path::PathBuf;

use clap::Args;

use super::Failure;
use super::output::{Overwriting, is_standard_output};
use crate::level::{FORMAT, Format, plain_path};

/// Write a commented level to start from; `leveret new --help` describes the format in full
#[derive(Debug, Args)]
#[command(after_long_help = FORMAT)]
pub struct New {
    /// File to write; - is standard output
    #[arg(value_name = "NAME.ron")]
    level: PathBuf,

    #[command(flatten)]
    overwriting: Overwriting,
}

/// It passes `leveret check --strict`, and can be won.
const TEMPLATE: &str = include_str!("template.ron");

impl New {
    pub fn run(&self) -> Result<(), Failure> {
        if Format::of(&self.level) != Some(Format::Ron) && !is_standard_output(&self.level) {
            let path = plain_path(&self.level);
            return Err(Failure::usage(format!("could not write `{path}`: levels are files that end in .ron")));
        }
        // What goes to standard output gets its name there.
        let name = if is_standard_output(&self.level) { "NAME.ron".to_owned() } else { plain_path(&self.level) };
        self.overwriting.write(&self.level, TEMPLATE.replace("NAME.ron", &name).as_bytes())
    }
}
