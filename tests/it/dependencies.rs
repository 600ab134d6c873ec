//! What others have written and we ship: their licences, what comes in two versions, and what nobody maintains.
//!
//! A test that fails here names what is new; the lists are to be changed by hand, after a look at it.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

const LOCK: &str = include_str!("../../Cargo.lock");

/// Expressions of licences that permit what our own do, as the packages spell them. Copyleft is not among them, but for the
/// MPL's, which ends at the file.
const LICENCES: [&str; 24] = [
    "(MIT OR Apache-2.0) AND Unicode-3.0",
    "0BSD OR MIT OR Apache-2.0",
    "Apache-2.0",
    "Apache-2.0 AND MIT",
    "Apache-2.0 OR MIT",
    "Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT",
    "Apache-2.0/MIT",
    "BSD-2-Clause",
    "BSD-2-Clause OR Apache-2.0 OR MIT",
    "BSD-3-Clause",
    "BSD-3-Clause OR Apache-2.0",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT OR Apache-2.0",
    "MIT OR Apache-2.0 OR Zlib",
    "MIT OR Zlib OR Apache-2.0",
    "MIT/Apache-2.0",
    "MPL-2.0",
    "Unlicense OR MIT",
    "Zlib",
    "Zlib",
    "Zlib OR Apache-2.0 OR MIT",
];

/// Packages of which two versions or more are locked, and who needs the older ones. Those of other systems than Linux are
/// locked too, though not built here.
const DUPLICATES: [(&str, &str); 26] = [
    ("bit-set", "`wgpu` beside the tests' `proptest`"),
    ("bit-vec", "`wgpu` beside the tests' `proptest`"),
    ("bitflags", "`winit` on macOS"),
    ("block2", "`winit` on macOS"),
    ("foldhash", "`gpu-descriptor`, which `wgpu` needs"),
    ("getrandom", "`ahash`, which `winit`'s window frames need"),
    ("hashbrown", "`wgpu` and its `gpu-descriptor`"),
    ("jni-sys", "`winit` on Android"),
    ("linux-raw-sys", "`winit` on Wayland"),
    ("miniz_oxide", "`png`, which `image` and `tiny-skia` need"),
    ("objc2", "`winit` on macOS"),
    ("objc2-app-kit", "`winit` on macOS"),
    ("objc2-foundation", "`winit` on macOS"),
    ("objc2-metal", "`winit` on macOS"),
    ("objc2-quartz-core", "`winit` on macOS"),
    ("r-efi", "`getrandom`, in two versions"),
    ("redox_syscall", "`winit` on Redox"),
    ("roxmltree", "`fontconfig-parser`, which `fontdb` needs"),
    ("rustc-hash", "`wgpu`"),
    ("rustix", "`winit` on Wayland"),
    ("syn", "macros of `winit`, `wgpu` and others"),
    ("thiserror", "`winit` on Wayland"),
    ("thiserror-impl", "`thiserror`, in two versions"),
    ("tiny-skia", "`winit`'s window frames on Wayland"),
    ("tiny-skia-path", "`tiny-skia`, in two versions"),
    ("windows-sys", "`winit` on Windows"),
];

/// Packages that nobody maintains, with who brings them in and when they can go.
const UNMAINTAINED: [Unmaintained; 1] = [Unmaintained {
    name: "ttf-parser",
    advisory: "RUSTSEC-2026-0192",
    dependents: &["owned_ttf_parser"],
    until: "`ab_glyph` reads fonts with another parser, or we do: it draws our text, and winit's window frames on Wayland",
}];

struct Unmaintained {
    name: &'static str,
    advisory: &'static str,
    /// The packages that depend on it.
    dependents: &'static [&'static str],
    until: &'static str,
}

/// A locked package.
struct Locked<'a> {
    name: &'a str,
    version: &'a str,
    /// Names, without versions.
    dependencies: Vec<&'a str>,
}

fn locked() -> Vec<Locked<'static>> {
    let packages = LOCK.split("[[package]]\n").skip(1).map(|package| {
        let field = |name: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = "));
            line.expect("each package has this").trim_matches('"')
        };
        let names = package.split_once("dependencies = [\n").map_or("", |(_, names)| names);
        let names = names.lines().take_while(|line| *line != "]").map(|line| line.trim_matches([' ', '"', ',']));
        Locked {
            name: field("name"),
            version: field("version"),
            dependencies: names.map(|name| name.split(' ').next().expect("a name")).collect(),
        }
    });
    packages.collect()
}

/// Only packages of this system can be asked without a network: a build has fetched no others.
#[test]
fn every_licence_is_permitted() {
    let cargo = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO")).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output();
        let output = output.expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    };
    let version = cargo(&["-vV"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).expect("cargo names its host");
    let metadata = cargo(&["metadata", "--offline", "--locked", "--format-version=1", "--filter-platform", host]);
    let metadata: Value = serde_json::from_str(&metadata).expect("JSON");
    let packages = metadata["packages"].as_array().expect("a list");
    assert!(packages.len() > 100, "{} packages", packages.len());
    let licence = |package: &Value| package["license"].as_str().unwrap_or("none").to_owned();
    let refused: Vec<String> = packages
        .iter()
        .filter(|package| !LICENCES.contains(&licence(package).as_str()))
        .map(|package| format!("{}: {}", package["name"], licence(package)))
        .collect();
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

#[test]
fn two_versions_of_a_package_are_explained() {
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in locked() {
        versions.entry(package.name).or_default().insert(package.version);
    }
    versions.retain(|_, versions| versions.len() > 1);
    let known: BTreeMap<&str, &str> = DUPLICATES.into_iter().collect();
    let new: Vec<_> = versions.iter().filter(|(name, _)| !known.contains_key(*name)).collect();
    let gone: Vec<_> = known.keys().filter(|name| !versions.contains_key(*name)).collect();
    assert!(new.is_empty() && gone.is_empty(), "new: {new:?}; gone: {gone:?}");
}

#[test]
fn what_nobody_maintains_is_named_with_who_brings_it_in() {
    let locked = locked();
    for Unmaintained { name, advisory, dependents, until } in UNMAINTAINED {
        let found = locked.iter().filter(|package| package.dependencies.contains(&name));
        let mut found: Vec<&str> = found.map(|package| package.name).collect();
        found.sort_unstable();
        assert_eq!(found, dependents, "`{name}` ({advisory}), until {until}");
    }
}
