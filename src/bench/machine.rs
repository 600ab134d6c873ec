//! The machine that was measured, as far as it is needed to make sense of times.

use std::fs;
use std::thread::available_parallelism;

use serde::Serialize;

/// What times were measured on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Machine {
    /// The processor's name, where the system tells it.
    pub cpu: Option<String>,
    pub cores: usize,
    pub system: &'static str,
    pub architecture: &'static str,
    /// How the program was built: times of a debug build mean little.
    pub build: &'static str,
}

impl Machine {
    /// The one that this runs on.
    pub fn this() -> Machine {
        Machine {
            cpu: cpu(),
            cores: available_parallelism().map_or(1, |cores| cores.get()),
            system: std::env::consts::OS,
            architecture: std::env::consts::ARCH,
            build: if cfg!(debug_assertions) { "debug" } else { "release" },
        }
    }
}

fn cpu() -> Option<String> {
    let about = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = about.lines().find(|line| line.starts_with("model name"))?;
    let (_, name) = line.split_once(':')?;
    Some(name.trim().to_owned())
}
