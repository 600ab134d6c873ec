//! Two saved runs side by side.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use leveret::bench::{self, CompareError, SavedRun, SpeedVerdict};
use serde_json::{Value, json};

use super::{command, text};

/// A summary with frames of these milliseconds in eight visits, and a baseline.
fn summary(ms: f64, copy_ms: f64) -> Value {
    let visits: Vec<f64> = (0..8).map(|visit| ms * (1.0 + 0.002 * f64::from(visit % 3))).collect();
    let row = |zoom: u32| json!({ "zoom": zoom, "hints": "balanced", "frame_hash": "0123", "visits_ms": visits });
    json!({
        "interrupted": false,
        "schema": 2, "level": "a.ron", "size": [320, 200], "painter": "fast", "threads": 1,
        "machine": { "cpu": "a", "cores": 2, "instructions": "Avx2", "system": "linux", "build": "release" },
        "zooms": [row(24), row(48)],
        "yardsticks": vec![json!({ "copy_ms": copy_ms }), json!({ "copy_ms": copy_ms * 1.001 })],
    })
}

fn saved(summary: &Value) -> SavedRun {
    SavedRun::parse(&summary.to_string()).expect("it is a summary")
}

#[test]
fn what_became_slower_is_found() {
    let old = saved(&summary(1.0, 0.5));
    let changes = old.changes_to(&saved(&summary(1.1, 0.5)), 0.05).expect("they are comparable");
    assert_eq!((changes.rows.len(), changes.beyond(), changes.drift), (2, 2, None));
    assert!(changes.rows.iter().all(|row| row.verdict == SpeedVerdict::Slower));
    let ratio = changes.rows[0].interval.expect("there are visits").ratio;
    assert!((ratio - 1.1).abs() < 1e-9, "{ratio}");
    let beyond = |ms: f64, threshold: f64| {
        let changes = old.changes_to(&saved(&summary(ms, 0.5)), threshold).expect("they are comparable");
        changes.beyond()
    };
    assert_eq!(beyond(1.1, 0.2), 0, "within a threshold of 20 %");
    assert_eq!(beyond(0.9, 0.05), 0, "faster is never too slow");
    assert_eq!(beyond(1.0, 0.05), 0);
}

#[test]
fn a_machine_that_has_changed_is_noticed() {
    let changes = saved(&summary(1.0, 0.5)).changes_to(&saved(&summary(1.0, 0.7)), 0.05).expect("comparable");
    assert!((changes.drift.expect("a drift").ratio - 1.4).abs() < 1e-9);
}

#[test]
fn what_only_one_run_has_is_said() {
    let (old, mut part) = (summary(1.0, 0.5), summary(1.0, 0.5));
    part["interrupted"] = true.into();
    part["zooms"].as_array_mut().expect("a list").pop();
    let changes = saved(&old).changes_to(&saved(&part), 0.05).expect("comparable");
    assert_eq!((changes.rows.len(), changes.unmatched, changes.interrupted), (1, 1, [false, true]));
    let said = bench::changes(&changes);
    assert!(said.contains("the new run was interrupted") && said.contains("Not compared: 1 of the zooms"), "{said}");
    let whole = bench::changes(&saved(&old).changes_to(&saved(&old), 0.05).expect("comparable"));
    assert!(!whole.contains("interrupted") && !whole.contains("Not compared"), "{whole}");
}

#[test]
fn runs_of_other_work_are_refused() {
    let old = summary(1.0, 0.5);
    let refused = |change: &dyn Fn(&mut Value)| {
        let mut new = old.clone();
        change(&mut new);
        saved(&old).changes_to(&saved(&new), 0.05).expect_err("it differs").to_string()
    };
    assert_eq!(refused(&|run| run["level"] = "b.ron".into()), "the level differs: `a.ron` and `b.ron`");
    assert!(refused(&|run| run["size"] = json!([640, 400])).contains("`320x200` and `640x400`"));
    assert!(refused(&|run| run["machine"]["cpu"] = "b".into()).starts_with("the processor differs"));
    assert!(refused(&|run| run["zooms"][1]["frame_hash"] = "9".into()).contains("`balanced` at 48 pixels a tile"));
    assert!(
        refused(&|run| run["zooms"] = json!([])).contains("nothing")
            || refused(&|run| run["zooms"] = json!([])).contains("no zoom")
    );
    let mut first = old.clone();
    first["schema"] = 1.into();
    assert_eq!(SavedRun::parse(&first.to_string()).expect_err("too old"), CompareError::Schema(1));
}

#[test]
fn what_is_no_summary_is_refused() {
    let is_refused = |change: &dyn Fn(&mut Value)| {
        let mut run = summary(1.0, 0.5);
        change(&mut run);
        matches!(SavedRun::parse(&run.to_string()), Err(CompareError::NotASummary(_)))
    };
    assert!(!is_refused(&|_| ()));
    assert!(is_refused(&|run| *run = json!({})));
    assert!(is_refused(&|run| run["schema"] = Value::Null));
    assert!(is_refused(&|run| run["schema"] = "2".into()));
    assert!(is_refused(&|run| run["zooms"][0]["visits_ms"] = json!([])));
    assert!(is_refused(&|run| run["zooms"][0]["visits_ms"][3] = json!(-1.0)));
}

/// The name of its file is what a level is known by.
#[test]
fn a_comparison_without_any_interval_is_refused() {
    let (old, mut once) = (summary(1.0, 0.5), summary(2.0, 0.5));
    for row in once["zooms"].as_array_mut().expect("a list") {
        row["visits_ms"] = json!([2.0]);
    }
    assert_eq!(saved(&old).changes_to(&saved(&once), 0.05), Err(CompareError::TooFewVisits));
}

#[test]
fn ratios_that_may_be_beyond_the_threshold_are_counted() {
    let (old, mut wild) = (summary(1.0, 0.5), summary(1.0, 0.5));
    wild["zooms"][0]["visits_ms"] = json!([0.5, 1.0, 2.0]);
    let changes = saved(&old).changes_to(&saved(&wild), 0.05).expect("comparable");
    assert_eq!((changes.beyond(), changes.unsure), (0, 1));
    assert!(bench::changes(&changes).contains("1 ratio may be beyond the threshold"), "{}", bench::changes(&changes));
}

#[test]
fn rows_that_stand_twice_and_times_that_no_frame_takes_are_refused() {
    let broken = |change: &dyn Fn(&mut Value)| {
        let mut run = summary(1.0, 0.5);
        change(&mut run);
        SavedRun::parse(&run.to_string()).expect_err("it is broken").to_string()
    };
    assert!(
        broken(&|run| run["zooms"][1]["zoom"] = 24.into()).contains("`balanced` at 24 pixels a tile is there twice")
    );
    assert!(broken(&|run| run["zooms"][1]["visits_ms"] = json!([1e308, 1e308])).contains("no times"));
}

#[test]
fn names_in_a_saved_run_break_neither_terminal_nor_table() {
    let mut run = summary(1.0, 0.5);
    run["zooms"][0]["hints"] = "a|b".into();
    let table = bench::changes(&saved(&run).changes_to(&saved(&run), 0.05).expect("comparable"));
    assert!(table.contains("a\\|b"), "{table}");
    run["machine"]["cpu"] = "a\u{1b}[31m".into();
    let cause = SavedRun::parse(&run.to_string()).expect_err("it is no plain text").to_string();
    assert!(cause.contains("control characters"), "{cause}");
}

#[test]
fn a_level_that_was_named_by_another_path_is_the_same() {
    let (old, mut new) = (summary(1.0, 0.5), summary(1.0, 0.5));
    new["level"] = "./levels/a.ron".into();
    saved(&old).changes_to(&saved(&new), 0.05).expect("it is the same level");
}

/// The signal comes while the zooms are looked at, before any is visited.
#[cfg(unix)]
#[test]
fn an_interrupted_run_that_has_nothing_to_compare_is_interrupted() {
    let folder = tempfile::tempdir().expect("a folder");
    let saved = ["--zooms", "16", "--hints", "balanced", "--out", "old"];
    assert_eq!(command(folder.path(), &saved).output().expect("it starts").status.code(), Some(0));
    let mut long = Command::new(env!("CARGO_BIN_EXE_leveret"));
    long.args("--zoom-bench everything.ron --size 320x200 --zooms 40,48,64,96,128,16 --compare old".split(' '));
    let child = long.current_dir(folder.path()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.expect("it starts");
    // It prints its first line when signals are watched.
    let mut first = [0];
    child.stdout.as_mut().expect("a pipe").read_exact(&mut first).expect("a line");
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(killed.expect("there is a `kill`").success());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(128 + 2), "{}", text(&output.stderr));
    assert_eq!(text(&output.stderr), "");
}

/// Compares files in a folder by the program.
fn compared(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leveret"));
    command.args(["--zoom-bench", "--compare"]).args(arguments).current_dir(folder).output().expect("the binary starts")
}

#[test]
fn the_program_prints_markdown_and_sets_its_exit_code() {
    let folder = tempfile::tempdir().expect("a folder");
    let write =
        |name: &str, ms: f64| fs::write(folder.path().join(name), summary(ms, 0.5).to_string()).expect("a file");
    write("old.json", 1.0);
    write("new.json", 1.1);
    let slower = compared(folder.path(), &["old.json", "new.json"]);
    assert_eq!(slower.status.code(), Some(3), "{}", text(&slower.stderr));
    let table = text(&slower.stdout);
    assert!(table.lines().filter(|line| line.starts_with("| ")).count() >= 3, "{table}");
    assert!(table.contains("1.100") && table.contains("beyond the threshold"), "{table}");
    let within = compared(folder.path(), &["old.json", "new.json", "--threshold", "20"]);
    assert_eq!(within.status.code(), Some(0), "{}", text(&within.stderr));
    let missing = compared(folder.path(), &["old.json", "gone.json"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(text(&missing.stderr).contains("could not read `gone.json`"), "{}", text(&missing.stderr));
}

#[test]
fn a_new_run_is_compared_with_a_saved_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = |more: &[&str]| {
        let arguments = [&["--zooms", "16", "--hints", "balanced"], more].concat();
        command(folder.path(), &arguments).output().expect("the binary starts")
    };
    let first = run(&["--out", "old"]);
    assert_eq!(first.status.code(), Some(0), "{}", text(&first.stderr));
    let second = run(&["--compare", "old/summary.json", "--threshold", "10000"]);
    assert_eq!(second.status.code(), Some(0), "{}", text(&second.stderr));
    assert!(text(&second.stdout).contains("| 16"), "{}", text(&second.stdout));
    let other = run(&["--compare", "old", "--threads", "7"]);
    assert_eq!(other.status.code(), Some(1));
    assert!(text(&other.stderr).contains("the number of threads differs"), "{}", text(&other.stderr));
    assert!(!text(&other.stdout).contains("noise"), "it is said before anything is measured");
}
