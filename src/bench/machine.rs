//! The machine sheet: what was measured on, as far as one needs it to interpret the times.

use std::fs;
use std::thread::available_parallelism;

use serde::Serialize;

use crate::raster::Instructions;

/// The machine that times were measured on, and the build that was measured. What the system does not tell is none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Machine {
    /// The name of the processor.
    pub cpu: Option<String>,
    pub cores: usize,
    /// The instruction set that frames are painted with.
    pub instructions: String,
    pub system: &'static str,
    /// The name and version of the distribution, and the kernel's version.
    pub distribution: Option<String>,
    pub kernel: Option<String>,
    pub architecture: &'static str,
    /// What presents the frames, and on which adapter; none if they are painted only.
    pub presenter: Option<String>,
    /// Who sets the clock of the processor, such as `performance` or `powersave`.
    pub governor: Option<String>,
    /// Whether the machine is a virtual one.
    pub is_virtual: Option<bool>,
    /// How many programs wanted to run in the minute before the results were evaluated, this one among them.
    pub load: Option<f64>,
    /// The share of the program's memory that lies in large pages, from 0 to 1.
    pub large_pages: Option<f64>,
    /// `debug` or `release`: times of a debug build mean little.
    pub build: &'static str,
    pub rustc: Option<&'static str>,
    pub commit: Option<&'static str>,
}

impl Machine {
    /// The machine that this program runs on, painting with these instructions and presenting that way.
    pub fn this(instructions: Instructions, presenter: Option<String>) -> Machine {
        Machine {
            cpu: cpu(),
            cores: available_parallelism().map_or(1, |cores| cores.get()),
            instructions: instructions.name(),
            presenter,
            system: std::env::consts::OS,
            distribution: distribution(),
            kernel: line("/proc/sys/kernel/osrelease"),
            architecture: std::env::consts::ARCH,
            governor: line("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"),
            is_virtual: cpu_field("flags").map(|flags| flags.split(' ').any(|flag| flag == "hypervisor")),
            load: line("/proc/loadavg").and_then(|loads| loads.split(' ').next()?.parse().ok()),
            large_pages: large_pages(),
            build: if cfg!(debug_assertions) { "debug" } else { "release" },
            rustc: option_env!("LEVERET_RUSTC"),
            commit: option_env!("LEVERET_COMMIT"),
        }
    }

    /// All that is known, as names and values.
    pub fn sheet(&self) -> Vec<(&'static str, String)> {
        let is_virtual = self.is_virtual.map(|is_virtual| if is_virtual { "yes" } else { "no" }.to_owned());
        let all = [
            ("processor", self.cpu.clone()),
            ("cores", Some(self.cores.to_string())),
            ("instructions", Some(self.instructions.clone())),
            ("presented by", self.presenter.clone()),
            ("governor", self.governor.clone()),
            ("virtual machine", is_virtual),
            ("load", self.load.map(|load| format!("{load:.2}"))),
            ("memory in large pages", self.large_pages.map(|share| format!("{:.0} %", 100.0 * share))),
            ("system", Some(format!("{}/{}", self.system, self.architecture))),
            ("distribution", self.distribution.clone()),
            ("kernel", self.kernel.clone()),
            ("build", Some(self.build.to_owned())),
            ("compiler", self.rustc.map(str::to_owned)),
            ("commit", self.commit.map(str::to_owned)),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}

fn cpu() -> Option<String> {
    cpu_field("model name")
}

/// A field of the first processor.
fn cpu_field(name: &str) -> Option<String> {
    let info = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = info.lines().find(|line| line.starts_with(name))?;
    let (_, value) = line.split_once(':')?;
    Some(value.trim().to_owned())
}

/// The share of the resident memory that lies in large pages.
fn large_pages() -> Option<f64> {
    let sums = fs::read_to_string("/proc/self/smaps_rollup").ok()?;
    let kibibytes = |field: &str| -> Option<f64> {
        let line = sums.lines().find_map(|line| line.strip_prefix(field))?;
        line.trim_end_matches("kB").trim().parse().ok()
    };
    Some(kibibytes("AnonHugePages:")? / kibibytes("Rss:")?)
}

fn distribution() -> Option<String> {
    let release = fs::read_to_string("/etc/os-release").ok()?;
    let name = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
    Some(name.trim_matches('"').to_owned())
}

/// The first line of a small file.
fn line(path: &str) -> Option<String> {
    Some(fs::read_to_string(path).ok()?.lines().next()?.trim().to_owned())
}
