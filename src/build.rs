//! What the benchmark's machine sheet says of a build: the compiler, and in a release build the commit.

use std::env;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=src/build.rs");
    let rustc = env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    if let Some(version) = output_of(&rustc, &["--version"]) {
        println!("cargo::rustc-env=LEVERET_RUSTC={version}");
    }
    // A debug build is not compiled again for a commit: nobody measures it.
    if env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        if let Some(log) = output_of("git", &["rev-parse", "--git-path", "logs/HEAD"]) {
            println!("cargo::rerun-if-changed={log}");
        }
        if let Some(commit) = output_of("git", &["describe", "--always", "--dirty"]) {
            println!("cargo::rustc-env=LEVERET_COMMIT={commit}");
        }
    }
}

/// What a program prints; none if it fails, or is not there.
fn output_of(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8(output.stdout).ok()?.trim().to_owned())
}
