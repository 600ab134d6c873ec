//! Checking many levels at once: the report, its order, and levels that fail among others that do not.

use std::fs;
use std::num::NonZero;
use std::path::Path;
use std::sync::Mutex;
use std::time::Duration;

use leveret::check::{self, CheckError, Panicked, Report, SearchedLevel};
use leveret::solve::{Means, Objective};

/// A level with a hole to dig, and these solutions.
fn level(solutions: &str) -> String {
    let map = ["# Q   #", "#     #", "#######", "#    O#", "#######"];
    format!("Level(rabbits: 2, save: 2, tokens: {{ dig: 2 }}, map: {map:?}, solutions: [{solutions}])")
}

const WINS: &str = "Solution(ends: Won, orders: [At(2, dig, (4, 1))])";
const LOSES: &str = "Solution(ends: Lost, orders: [At(9, ExplodeAll)])";

fn folder(files: &[(&str, String)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder
}

fn check(folder: &Path, workers: usize) -> Report {
    check::run(&[folder.to_owned()], workers, |_, _| ())
}

/// The table without the name of the folder, and without the lines of files.
fn table(report: &Report, folder: &Path) -> String {
    report
        .table()
        .replace(&format!("{}/", folder.display()), "")
        .lines()
        .filter(|line| !line.contains(" | "))
        .map(|line| format!("{}\n", squeezed(line)))
        .collect()
}

fn squeezed(line: &str) -> String {
    line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("  ")
}

#[test]
fn levels_are_reported_by_name_whatever_is_wrong_with_some() {
    let folder = folder(&[
        ("2-lost.ron", level(LOSES)),
        ("1-won/b.ron", level(&format!("{WINS}, {LOSES}"))),
        ("1-won/a.rel", ":num_rabbits=0\n:solution.1=3\n#rO#\n####\n".to_owned()),
        ("3-broken.ron", "Level(map: [], rabits: 3)".to_owned()),
        ("4-endless.ron", level("Solution(ends: Won, orders: [])")),
        ("5-refused.ron", level("Solution(ends: Won, orders: [At(2, dig, (4, 1)), At(3, dig, (0, 0))])")),
        ("6-not-so.ron", level("Solution(ends: Lost, orders: [At(2, dig, (4, 1))])")),
        ("7-over.ron", level("Solution(ends: Won, orders: [At(2, dig, (4, 1)), At(99, dig, (4, 1))])")),
        ("8-no-solution.ron", level("")),
        ("9-no-script.ron", level("Script(\"jump\")")),
        ("notes.txt", "no level".to_owned()),
    ]);
    let report = check(folder.path(), 2);
    assert!(report.failed());
    let expected = "\
level  size  tokens  solution  ended  steps  used
1-won/a.rel  4x2  1  won  2
1-won/b.ron  7x5  2 dig  1  won  10  1 dig
2  lost  11
2-lost.ron  7x5  2 dig  1  lost  11
4-endless.ron  7x5  2 dig  1  fails: runs on  100000
5-refused.ron  7x5  2 dig  1  fails: runs on  3  1 dig
6-not-so.ron  7x5  2 dig  1  fails: won  10  1 dig
7-over.ron  7x5  2 dig  1  fails: won  10  1 dig
8-no-solution.ron  7x5  2 dig  -  no solution
9-no-script.ron  7x5  2 dig  1  fails: runs on  0

cannot load level `3-broken.ron`: 1 fault
3-broken.ron:1:16: `Level` has no field `rabits`

cannot play solution 1 of level `4-endless.ron`: the level runs on after 100000 steps
4-endless.ron:1:122: nobody died; saved 0 of 2 in 100000 steps
to see it: leveret 4-endless.ron --solution 1

cannot play solution 1 of level `5-refused.ron`: at order 2, the cell holds a block
5-refused.ron:1:171: nobody died; saved 0 of 2 in 3 steps
to see it: leveret 5-refused.ron --solution 1

cannot play solution 1 of level `6-not-so.ron`: the level is not lost, but won
6-not-so.ron:1:137: nobody died; saved 2 of 2 in 10 steps
to see it: leveret 6-not-so.ron --solution 1

cannot play solution 1 of level `7-over.ron`: at order 2, the level is over already
7-over.ron:1:171: nobody died; saved 2 of 2 in 10 steps
to see it: leveret 7-over.ron --solution 1

cannot play solution 1 of level `9-no-script.ron`: cannot read solution: `jump` is no action
9-no-script.ron:1:130: nothing was played

10 levels, 9 solutions: 6 levels failed
";
    let table = table(&report, folder.path());
    assert!(table == expected, "{table}");
}

#[test]
fn the_report_is_the_same_for_any_number_of_workers() {
    let files: Vec<(String, String)> =
        (0..40).map(|n| (format!("{n:02}.ron"), level([WINS, LOSES, "Script(\"x\")"][n % 3]))).collect();
    let files: Vec<(&str, String)> = files.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
    let folder = folder(&files);
    let alone = check(folder.path(), 1).table();
    for workers in [0, 2, 3, 8] {
        assert_eq!(check(folder.path(), workers).table(), alone, "{workers} workers");
    }
}

#[test]
fn progress_counts_every_level_once() {
    let folder = folder(&[("a.ron", level(WINS)), ("b.ron", level(WINS)), ("c.ron", String::new())]);
    // Workers report at once: the lock is held for a push only.
    let seen = Mutex::new(Vec::new());
    let report = check::run(&[folder.path().to_owned()], 2, |done, of| {
        seen.lock().expect("a list").push((done, of));
    });
    let mut seen = seen.into_inner().expect("a list");
    seen.sort_unstable();
    assert_eq!(seen, [(1, 3), (2, 3), (3, 3)]);
    assert_eq!(report.levels.len(), 3);
}

#[test]
fn paths_are_taken_in_the_order_given_and_one_without_levels_fails() {
    let folder = folder(&[("b.ron", level(WINS)), ("a.ron", level(WINS)), ("empty/readme.md", String::new())]);
    let path = |name: &str| folder.path().join(name);
    let report = check::run(&[path("b.ron"), path("a.ron"), path("empty"), path("nowhere.ron")], 2, |_, _| ());
    let troubles: Vec<bool> = report.levels.iter().map(|level| level.result.is_err()).collect();
    assert_eq!(troubles, [false, false, true, true]);
    assert!(matches!(report.levels[2].result, Err(CheckError::NoLevels)));
    assert_eq!(report.levels[0].path, path("b.ron"));
    assert!(report.failed());
    assert!(!check::run(&[path("a.ron")], 1, |_, _| ()).failed());
}

#[test]
fn a_job_that_panics_does_not_stop_the_others() {
    let results = check::many(&[1, 0, 2], 2, |n| 10_u32.checked_div(*n).expect("no division by nothing"), |_| ());
    assert_eq!(results, [Ok(10), Err(Panicked("no division by nothing".to_owned())), Ok(5)]);
}

#[test]
fn speed_is_measured_apart_for_levels_with_water() {
    let wet = level(WINS).replace("#    O#", "#n   O#");
    let folder = folder(&[("dry.ron", level(WINS)), ("wet.ron", wet), ("idle.ron", level(""))]);
    let speed = check::speed(&[folder.path().to_owned()], Duration::ZERO).expect("levels");
    assert_eq!((speed.others.plays, speed.water.plays, speed.all().plays), (1, 1, 2));
    assert_eq!((speed.others.steps, speed.all().steps), (10, 10 + speed.water.steps));
    assert!(speed.all().per_second() > 0.0);
}

#[test]
fn a_search_that_proves_that_a_level_cannot_be_won_is_a_failure() {
    let hopeless = "Level(rabbits: 2, save: 2, map: [\"Q O\", \"   \"])".to_owned();
    let folder = folder(&[("a.ron", level(WINS)), ("b.ron", hopeless)]);
    let means = Means { tokens: None, memory: 1 << 26, threads: NonZero::<usize>::MIN, objective: Objective::Fewest };
    let searched = check::search(&[folder.path().to_owned()], means, Duration::from_secs(60), &|| false);
    assert_eq!(searched.iter().map(SearchedLevel::failed).collect::<Vec<bool>>(), [false, true], "{searched:?}");
}

/// In every kind of check.
#[test]
fn a_folder_without_levels_and_a_broken_level_are_faults() {
    let folder =
        folder(&[("good.ron", level(WINS)), ("bad.ron", "Level(".to_owned()), ("empty/readme.md", String::new())]);
    let path = |name: &str| folder.path().join(name);
    for (name, message) in [("bad.ron", "cannot load level"), ("empty", "there are no levels in it")] {
        let error = check::speed(&[path("good.ron"), path(name)], Duration::ZERO).expect_err("a fault");
        assert!(error.contains(message), "{error}");
    }
    let means = Means { tokens: None, memory: 1 << 20, threads: NonZero::<usize>::MIN, objective: Objective::Fewest };
    let paths = ["bad.ron", "good.ron", "empty"].map(path);
    let searched = check::search(&paths, means, Duration::from_secs(60), &|| false);
    let results: Vec<bool> = searched.iter().map(|level| level.result.is_ok()).collect();
    assert_eq!(results, [false, true, false], "{searched:?}");
    let text: String = searched.iter().map(ToString::to_string).collect();
    assert!(text.contains("cannot load level") && text.contains("there are no levels in it"), "{text}");
}
