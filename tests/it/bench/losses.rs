//! Nothing measured is lost: by an interruption, a full disk, or a second run. Some tests wait for what a run has written;
//! they sleep between two looks.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use serde_json::Value;

use super::{command, text, zoom_bench};

fn lines(path: &Path) -> usize {
    fs::read_to_string(path).map_or(0, |text| text.lines().count())
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_a_run_with_what_it_has() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = command(folder.path(), &["--zooms", "16,40", "--hints", "balanced", "--out", "out"]);
    // A run that would take an hour.
    let command = command.args(["--hints", "cache=off"]).stdout(Stdio::piped()).stderr(Stdio::piped());
    let arguments: Vec<_> = command.get_args().map(|argument| argument.to_owned()).collect();
    let long = arguments.iter().map(|argument| if argument == "4" { "100000".into() } else { argument.clone() });
    let mut run = std::process::Command::new(env!("CARGO_BIN_EXE_leveret"));
    let run = run.args(long.collect::<Vec<_>>()).current_dir(folder.path());
    let child = run.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary starts");
    let frames = folder.path().join("out/frames.csv");
    // Frames of several visits are in the file while the run goes on.
    while lines(&frames) < 1500 {
        thread::sleep(Duration::from_millis(20));
    }
    let killed = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(killed.expect("there is a `kill`").success());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(128 + 2), "{}", text(&output.stderr));
    let table = text(&output.stdout);
    assert!(table.contains("interrupted after ") && table.contains("noise of this machine"), "{table}");
    let summary = fs::read_to_string(folder.path().join("out/summary.json")).expect("a summary");
    let summary: Value = serde_json::from_str(&summary).expect("it is JSON");
    assert_eq!(summary["interrupted"], true);
    let report = fs::read_to_string(folder.path().join("out/report.html")).expect("a report");
    assert!(report.contains(", interrupted"), "the report says so");
}

/// `nohup` starts a program that outlives its terminal.
#[cfg(target_os = "linux")]
#[test]
fn a_run_that_ignores_the_end_of_its_terminal_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("everything.ron"), super::EVERYTHING).expect("a file");
    let run = "--zoom-bench everything.ron --zooms 16,40 --size 320x200 --frames 240 --hints balanced --out out";
    let mut command = std::process::Command::new("nohup");
    command.arg(env!("CARGO_BIN_EXE_leveret")).args(run.split(' ')).current_dir(folder.path());
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("there is a `nohup`");
    while lines(&folder.path().join("out/frames.csv")) < 2 {
        thread::sleep(Duration::from_millis(20));
    }
    let killed = std::process::Command::new("kill").args(["-HUP", &child.id().to_string()]).status();
    assert!(killed.expect("there is a `kill`").success());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(!text(&output.stdout).contains("interrupted"), "{}", text(&output.stdout));
}

#[test]
fn an_earlier_run_is_replaced_only_by_force() {
    let folder = tempfile::tempdir().expect("a folder");
    let hints = ["--hints", "balanced", "--out", "out"];
    assert_eq!(zoom_bench(folder.path(), &hints).status.code(), Some(0));
    let report = folder.path().join("out/report.html");
    fs::write(&report, "mine").expect("a file");
    let again = zoom_bench(folder.path(), &hints);
    assert_eq!(again.status.code(), Some(1));
    let message = text(&again.stderr);
    assert!(message.contains("`out` holds an earlier run") && message.contains("--force"), "{message}");
    assert_eq!((text(&again.stdout).as_str(), fs::read_to_string(&report).expect("a file").as_str()), ("", "mine"));
    let forced = zoom_bench(folder.path(), &[&hints[..], &["--force"]].concat());
    assert_eq!(forced.status.code(), Some(0), "{}", text(&forced.stderr));
    assert_ne!(fs::read_to_string(&report).expect("a file"), "mine");
}

/// It is over before it is measured, which is noticed only when its frames are made.
#[test]
fn a_run_that_fails_before_its_first_visit_leaves_what_was_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let level = "Level(rabbits: 0, save: 1, map: [\"MrM\", \"MMM\"], \
                 solutions: [Solution(ends: Lost, orders: [At(0, ExplodeAll)])])";
    fs::write(folder.path().join("over.ron"), level).expect("a file");
    fs::create_dir(folder.path().join("old")).expect("a folder");
    fs::write(folder.path().join("old/frames.csv"), "an earlier run").expect("a file");
    for out in [&["--out", "a/new"][..], &["--out", "old", "--force"]] {
        let run = ["--zoom-bench", "over.ron", "--zooms", "16", "--hints", "balanced", "--frames", "2"];
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_leveret"));
        let output = command.args(run).args(out).current_dir(folder.path()).output().expect("the binary starts");
        assert_eq!(output.status.code(), Some(1), "{}", text(&output.stdout));
        assert!(
            text(&output.stderr).contains("the level ends before its frames are measured"),
            "{}",
            text(&output.stderr)
        );
    }
    assert!(!folder.path().join("a").exists(), "nothing was begun");
    let names: Vec<_> = fs::read_dir(folder.path().join("old")).expect("a folder").collect();
    assert_eq!(names.len(), 1);
    assert_eq!(fs::read_to_string(folder.path().join("old/frames.csv")).expect("a file"), "an earlier run");
}

/// A run that fails leaves its frames, and no results of another run beside them.
#[test]
fn results_of_an_earlier_run_do_not_stand_beside_new_frames() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    fs::create_dir(&out).expect("a folder");
    let names = ["frames.csv", "report.html", "summary.json"];
    names.iter().for_each(|name| fs::write(out.join(name), "earlier").expect("a file"));
    fs::write(folder.path().join("everything.ron"), super::EVERYTHING).expect("a file");
    let run =
        "--zoom-bench everything.ron --zooms 16 --size 320x200 --frames 100000 --hints balanced --out out --force";
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_leveret"));
    command.args(run.split(' ')).current_dir(folder.path()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().expect("the binary starts");
    while lines(&out.join("frames.csv")) < 2 {
        thread::sleep(Duration::from_millis(20));
    }
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    assert!(fs::read_to_string(out.join("frames.csv")).expect("the frames").starts_with("variant,"));
    assert!(!out.join("report.html").exists() && !out.join("summary.json").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_and_loses_no_table() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("out")).expect("a folder");
    std::os::unix::fs::symlink("/dev/full", folder.path().join("out/frames.csv")).expect("a link");
    let output = zoom_bench(folder.path(), &["--hints", "balanced", "--out", "out"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stdout));
    assert!(text(&output.stderr).contains("could not write `out/frames.csv`"), "{}", text(&output.stderr));
}

#[test]
fn what_is_named_twice_is_measured_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let twice = ["--zooms", "16,16", "--hints", "speed", "--hints", "speed", "--out", "."];
    let output = command(folder.path(), &twice).output().expect("the binary starts");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let summary = fs::read_to_string(folder.path().join("summary.json")).expect("a summary");
    let summary: Value = serde_json::from_str(&summary).expect("it is JSON");
    let count = |key: &str| summary[key].as_array().expect("a list").len();
    assert_eq!((count("noise"), count("zooms"), count("variants")), (1, 1, 2), "one zoom, one set and its control");
}

/// Nobody plays it, and the rabbits walk as they do.
#[test]
fn a_level_without_a_solution_is_measured_as_it_stands() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = ["--zooms", "16", "--hints", "balanced", "--size", "320x200", "--frames", "2"];
    let level = "Level(name: \"walk\", rabbits: 1, save: 1, map: [\"#Q       #\", \"#        #\", \"##########\", ])";
    fs::write(folder.path().join("walk.ron"), level).expect("a file");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_leveret"))
        .args(["--zoom-bench", "walk.ron"])
        .args(run)
        .current_dir(folder.path())
        .output()
        .expect("the binary starts");
    assert!(text(&output.stdout).contains("has no solution"), "{}{}", text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
}
