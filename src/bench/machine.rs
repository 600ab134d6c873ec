//! The machine that was measured, as far as one needs it to interpret the times.

use std::fs;
use std::thread::available_parallelism;

use serde::Serialize;

/// The machine that times were measured on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Machine {
    /// The name of the processor, where the system provides it (`/proc/cpuinfo`).
    pub cpu: Option<String>,
    pub cores: usize,
    pub system: &'static str,
    pub architecture: &'static str,
    /// `debug` or `release`: times of a debug build mean little.
    pub build: &'static str,
}

impl Machine {
    /// The machine that this program runs on.
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
    let info = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = info.lines().find(|line| line.starts_with("model name"))?;
    let (_, name) = line.split_once(':')?;
    Some(name.trim().to_owned())
}
