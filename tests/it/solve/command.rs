//! `leveret solve`, the real binary.

use std::fs;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use leveret::level::{Level, sets};

use super::SHAFT;

fn leveret(level: &str, arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("shaft.rel"), level).expect("a file");
    Command::new(env!("CARGO_BIN_EXE_leveret"))
        .args(["solve", "shaft.rel"])
        .args(arguments)
        .current_dir(folder.path())
        .env_remove("RUST_LOG")
        .output()
        .expect("the binary starts")
}

/// Runs `leveret check --solve` with one level.
fn check(file: &str, level: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(file), level).expect("a file");
    let output = Command::new(env!("CARGO_BIN_EXE_leveret"))
        .args(["check", file, "--solve", "30"])
        .current_dir(folder.path())
        .env_remove("RUST_LOG")
        .output()
        .expect("the binary starts");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    out(&output)
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn solutions_can_be_pasted_into_the_level() {
    let output = leveret(SHAFT, &["--threads", "1"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let text = out(&output);
    let (first, rest) = text.split_once('\n').expect("several lines");
    assert!(first.starts_with("solved with 2 tokens in ") && first.ends_with("; no play wins with fewer"), "{text}");
    let (solutions, _) = rest.rsplit_once("),\n").expect("a solution");
    let level = Level::from_rel(SHAFT, "shaft.rel").expect("a level").to_ron();
    let pasted = level.trim_end().strip_suffix(')').expect("a level ends so").to_owned()
        + &format!("    solutions: [\n{solutions}),\n    ],\n)\n");
    let level = Level::from_ron(&pasted, "shaft.ron").unwrap_or_else(|error| panic!("{error}\n{pasted}"));
    let played = level.solutions[0].play(&level).expect("orders");
    assert_eq!(played.failure, None);
}

#[test]
fn a_proof_says_with_how_many_tokens_there_is_none() {
    let output = leveret(SHAFT, &["--tokens", "1"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(out(&output).starts_with("no play wins with at most 1 token: all were searched\n"), "{output:?}");
}

#[test]
fn a_search_without_time_knows_nothing() {
    let output = leveret(SHAFT, &["--seconds", "0"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(out(&output).starts_with("unknown: not even all plays without tokens were searched"), "{output:?}");
}

/// Whatever asks it to end. The test sleeps until the signal would be caught.
#[cfg(target_os = "linux")]
#[test]
fn a_search_that_is_told_to_end_says_what_it_has() {
    const SIGTERM: u32 = 15;
    let folder = tempfile::tempdir().expect("a folder");
    let level = sets().iter().flat_map(|set| &set.levels).find(|level| level.path.ends_with("10-the-castle.ron"));
    fs::write(folder.path().join("castle.ron"), level.expect("it is shipped").level.to_ron()).expect("a file");
    let child = Command::new(env!("CARGO_BIN_EXE_leveret"))
        .args(["solve", "castle.ron", "--threads", "1"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let status = format!("/proc/{}/status", child.id());
    let catches = |status: &str| {
        let mask = status.lines().find_map(|line| line.strip_prefix("SigCgt:"));
        let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
        mask.is_none_or(|mask| mask >> (SIGTERM - 1) & 1 == 1)
    };
    while !catches(&fs::read_to_string(&status).expect("it runs")) {
        thread::sleep(Duration::from_millis(5));
    }
    let killed = Command::new("kill").args(["-TERM", &child.id().to_string()]).status();
    assert!(killed.expect("there is a `kill`").success());
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.code().is_some(), "{output:?}");
    assert!(out(&output).contains(" states in "), "{output:?}");
}

#[test]
fn wrong_use_is_refused() {
    for arguments in [&["--threads", "0"][..], &["--tokens", "-1"], &["--seconds", "soon"], &["--memory", "-1"]] {
        assert_eq!(leveret(SHAFT, arguments).status.code(), Some(2), "{arguments:?}");
    }
}

/// A floor to dig through, and a solution that digs twice.
const WASTEFUL: &str = r##"Level(
    rabbits: 2,
    save: 2,
    tokens: { dig: 2, climb: 1 },
    map: ["M Q   M", "M     M", "M#####M", "M    OM", "MMMMMMM"],
    solutions: [Solution(ends: Won, orders: [At(2, dig, (4, 1)), At(3, dig, (1, 1))])],
)"##;

#[test]
fn check_tells_an_author_of_ways_with_fewer_tokens() {
    let text = check("wasteful.ron", WASTEFUL);
    assert!(
        text.contains("wasteful.ron: falls to 1 of the 2 that its solutions place: rabbit 1 takes dig at "),
        "{text}"
    );
    assert!(text.contains("wasteful.ron: never needs climb\n"), "{text}");
    assert!(text.ends_with("0 of 1 levels are as their solutions say\n"), "{text}");
}

/// One bad level costs nothing of what was found in the others.
#[test]
fn check_goes_on_after_a_level_that_cannot_be_read() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.ron"), "Level(").expect("a file");
    fs::write(folder.path().join("wasteful.ron"), WASTEFUL).expect("a file");
    let output = Command::new(env!("CARGO_BIN_EXE_leveret"))
        .args(["check", "--solve", "30", "a.ron", "wasteful.ron"])
        .current_dir(folder.path())
        .env_remove("RUST_LOG")
        .output()
        .expect("the binary starts");
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let text = out(&output);
    assert!(text.starts_with("cannot load level `a.ron`"), "{text}");
    assert!(text.contains("wasteful.ron: never needs climb\n"), "{text}");
    assert!(text.ends_with("0 of 2 levels are as their solutions say\n"), "{text}");
}

#[test]
fn check_tells_of_levels_that_win_themselves() {
    let text = check("idle.rel", ":num_rabbits=1\n:num_to_save=1\n:dig=1\nQ    \n    O\n#####\n");
    assert!(text.contains("idle.rel: wins itself, without any token\n"), "{text}");
}
