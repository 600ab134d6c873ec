//! `leveret completions` and `leveret man`: what a shell and a manual make of the definition of the command line.

use clap::{Args, Command, CommandFactory};
use clap_complete::Shell;

use super::output;
use super::{Cli, Failure};

/// Print what makes a shell complete commands, options and files
#[derive(Debug, Args)]
pub struct Completions {
    shell: Shell,
}

/// Print a manual page: `leveret man | man -l -`
#[derive(Debug, Args)]
pub struct Man {
    /// The command that it is about [default: the program]
    command: Option<String>,
}

impl Completions {
    pub fn run(&self) -> Result<(), Failure> {
        let mut text = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "leveret", &mut text);
        output::print(&String::from_utf8_lossy(&text)).map(drop)
    }
}

impl Man {
    pub fn run(&self) -> Result<(), Failure> {
        let mut program = Cli::command();
        program.build();
        let command = match &self.command {
            None => program,
            Some(name) => subcommand(&program, name)?,
        };
        let mut text = Vec::new();
        clap_mangen::Man::new(command).render(&mut text).map_err(Failure::run)?;
        output::print(&String::from_utf8_lossy(&text)).map(drop)
    }
}

fn subcommand(program: &Command, name: &str) -> Result<Command, Failure> {
    let found = program.find_subcommand(name).cloned();
    found.ok_or_else(|| Failure::usage(format!("there is no command `{name}`")))
}
