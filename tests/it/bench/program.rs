//! The real program from outside: its tables, its files, and what it says when it cannot measure.

use std::fs;
use std::process::Command;

use serde_json::Value;

use super::{EVERYTHING, text, zoom_bench};

#[test]
fn a_run_prints_tables_and_leaves_three_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = zoom_bench(folder.path(), &["--out", "out"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(text(&output.stderr), "", "quiet in a pipe");
    let table = text(&output.stdout);
    for row in ["16 balanced", "16 speed", "40 quality", "filter bilinear → nearest", "cache on → off"] {
        let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(table.lines().any(|line| words(line).starts_with(row)), "{row} is not in\n{table}");
    }
    assert!(table.lines().all(|line| line.chars().count() <= 100), "{table}");
    assert!(table.contains("Recording a frame takes "), "{table}");
    let noise = table.find("noise").expect("noise");
    assert!(noise < table.find("frames in ms").expect("frames"), "noise comes first");

    let mut files: Vec<String> = fs::read_dir(folder.path().join("out"))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    files.sort();
    assert_eq!(files, ["frames.csv", "report.html", "summary.json"]);

    let read = |name: &str| fs::read_to_string(folder.path().join("out").join(name)).expect("a file");
    let csv = read("frames.csv");
    let of_kind = |kind: &str| csv.lines().filter(|line| line.contains(&format!(",{kind},"))).count();
    assert_eq!(of_kind("steady"), 15 * of_kind("zoom_change"), "a course has 15 frames that count");
    assert!(of_kind("zoom_change") > 40 && of_kind("paced") > 0 && of_kind("sharpening") > 0, "{csv}");
    assert!(csv.lines().any(|line| line.starts_with("quality,,,0,zoomed,")), "{csv}");
    let columns = csv.lines().next().expect("names").split(',').count();
    assert!(csv.lines().all(|line| line.split(',').count() == columns), "{csv}");

    let summary: Value = serde_json::from_str(&read("summary.json")).expect("it is JSON");
    for key in [
        "schema",
        "machine",
        "size",
        "painter",
        "threads",
        "noise",
        "zooms",
        "hints",
        "flatness",
        "started",
        "seconds",
        "yardsticks",
        "paced",
        "interrupted",
    ] {
        assert!(!summary[key].is_null(), "{key}");
    }
    let keys = "zoom hints n floor_ms fill_ms fill_by_all_ms min_ms median_ms p95_ms max_ms over_floor over_fill change_ms first_ms frame_hash cpu_ms visits_ms";
    for key in keys.split(' ') {
        assert!(!summary["zooms"][0][key].is_null(), "zooms[0].{key}");
    }
    for key in
        "hint from to zoom ratio low high verdict certain visits change pixels_changed bars_changed max_step psnr"
            .split(' ')
    {
        assert!(summary["hints"][0].get(key).is_some(), "hints[0].{key}");
    }
    assert!(summary["flatness"][0]["ratio"].as_f64().expect("a number") >= 1.0);
    for key in "hints n changes median_ms max_ms max_zoom over_16_7 sprites_mb sprites_bound_mb".split(' ') {
        assert!(!summary["zooming"][2][key].is_null(), "zooming[2].{key}");
    }

    let report = read("report.html");
    assert!(report.starts_with("<!doctype html>") && report.ends_with("</html>\n"));
    assert!(report.contains("<svg") && report.contains("data:image/png;base64,"));
    assert!(!report.contains("http"), "it needs no network");
}

#[test]
fn several_hints_are_compared_with_the_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let hints = ["--hints", "speed", "--hints", "quality,cache=off", "--hints", "quality,\nfilter=area", "--out", "."];
    let output = zoom_bench(folder.path(), &hints);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("speed → quality,cache=off"), "{}", text(&output.stdout));
    assert!(text(&output.stdout).starts_with("everything.ron: 2 zooms, 3 qualities, "), "{}", text(&output.stdout));
    let csv = fs::read_to_string(folder.path().join("frames.csv")).expect("the frames");
    assert!(csv.contains("\n\"quality,cache=off\",0,0,0,first,"), "{csv}");
    assert!(csv.contains("\n\"quality,\nfilter=area\",0,0,0,first,"), "a line break is quoted too: {csv}");
}

/// The reference painter makes the same frames as the fast one.
#[test]
fn both_painters_can_be_measured() {
    let hash = |painter: &str, threads: &[&str]| {
        let folder = tempfile::tempdir().expect("a folder");
        let more = ["--hints", "balanced", "--painter", painter, "--out", "."];
        let output = zoom_bench(folder.path(), &[&more[..], threads].concat());
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let summary = fs::read_to_string(folder.path().join("summary.json")).expect("a summary");
        let summary: Value = serde_json::from_str(&summary).expect("it is JSON");
        assert_eq!(summary["painter"], painter);
        assert_eq!(summary["threads"], if threads.is_empty() { 1 } else { 2 });
        summary["zooms"][0]["frame_hash"].clone()
    };
    assert_eq!(hash("fast", &["--threads", "2"]), hash("reference", &[]), "which has one thread");
}

/// Where no thread can be started each job fails: that is logged, and the sprite is drawn on the game's own thread.
#[test]
fn without_threads_frames_are_the_same() {
    let run = |stack: &str| {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("everything.ron"), EVERYTHING).expect("a file");
        let arguments = "--zoom-bench everything.ron --zooms 16,40 --size 320x200 --frames 4 --hints balanced --out .";
        let output = Command::new(env!("CARGO_BIN_EXE_leveret"))
            .args(arguments.split(' ').chain(["--threads", "2"]))
            .current_dir(folder.path())
            .env("RUST_LOG", "leveret=warn")
            // No machine has memory for threads with stacks of this size.
            .env("RUST_MIN_STACK", stack)
            .output()
            .expect("the binary starts");
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let summary = fs::read_to_string(folder.path().join("summary.json")).expect("a summary");
        let summary: Value = serde_json::from_str(&summary).expect("it is JSON");
        (summary["zooms"][1]["frame_hash"].clone(), text(&output.stderr))
    };
    let ((usual, quiet), (alone, log)) = (run("2000000"), run("1000000000000000000"));
    assert_eq!(usual, alone);
    assert_eq!(quiet, "");
    for warning in ["could not start a thread", "could not make sprite"] {
        assert!(log.contains(warning), "{log}");
    }
}

#[test]
fn the_board_to_measure_can_be_the_small_one() {
    let run = |arguments: &[&str]| {
        let command = Command::new(env!("CARGO_BIN_EXE_leveret")).arg("--zoom-bench").args(arguments).output();
        command.expect("the binary starts")
    };
    let quick = ["--board", "small", "--zooms", "16", "--size", "200x150", "--hints", "speed", "--frames", "2"];
    let output = run(&quick);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stdout).starts_with("90-measure/02-small-room.ron: "), "{}", text(&output.stdout));
    assert_eq!(run(&["--board", "small", "level.ron"]).status.code(), Some(2), "the level is named already");
}

#[test]
fn without_a_display_no_window_is_measured() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = zoom_bench(folder.path(), &["--window"]);
    assert_eq!(output.status.code(), Some(1));
    let message = text(&output.stderr);
    assert!(message.starts_with("leveret: cannot open a window: "), "{message}");
    assert_eq!((message.lines().count(), text(&output.stdout).as_str()), (1, ""));
}

#[test]
fn a_folder_that_cannot_be_written_is_reported_before_the_run() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("taken"), "a file").expect("a file");
    let output = zoom_bench(folder.path(), &["--out", "taken/out"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout), "", "nothing was measured");
    let message = text(&output.stderr);
    assert!(message.starts_with("leveret: could not write `taken/out`: "), "{message}");
    assert_eq!(message.lines().count(), 1);
    let file = zoom_bench(folder.path(), &["--out", "taken"]);
    assert_eq!(file.status.code(), Some(1));
    assert!(text(&file.stderr).contains("`taken` is a file"), "{}", text(&file.stderr));
}

#[test]
fn a_solution_that_fails_is_reported_before_the_run() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("failing.ron"), EVERYTHING.replace("ends: Won", "ends: Lost")).expect("a file");
    let output = Command::new(env!("CARGO_BIN_EXE_leveret"))
        .args(["--zoom-bench", "failing.ron", "--out", "out"])
        .current_dir(folder.path())
        .output()
        .expect("the binary starts");
    assert_eq!(output.status.code(), Some(1));
    let message = text(&output.stderr);
    assert!(message.starts_with("leveret: solution 1 of `failing.ron` does not work: "), "{message}");
    assert_eq!(message.lines().count(), 1);
    assert!(!folder.path().join("out").exists(), "nothing was begun");
}

/// On Linux memory lies in large pages, unless the system has none, or who starts the program tunes the allocator.
#[test]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn memory_lies_in_large_pages_where_the_system_has_them() {
    let share = |tunables: Option<&str>| {
        let folder = tempfile::tempdir().expect("a folder");
        let mut command = Command::new(env!("CARGO_BIN_EXE_leveret"));
        command.args("--zoom-bench --zooms 16 --frames 2 --hints balanced --out .".split(' '));
        command.current_dir(folder.path()).env_remove("GLIBC_TUNABLES");
        let output = command.envs(tunables.map(|value| ("GLIBC_TUNABLES", value))).output().expect("the binary starts");
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let summary = fs::read_to_string(folder.path().join("summary.json")).expect("a summary");
        let summary: Value = serde_json::from_str(&summary).expect("it is JSON");
        summary["machine"]["large_pages"].as_f64().expect("a share")
    };
    let setting = fs::read_to_string("/sys/kernel/mm/transparent_hugepage/enabled").unwrap_or_default();
    let (asked, tuned) = (share(None), share(Some("glibc.malloc.hugetlb=0")));
    if setting.is_empty() || setting.contains("[never]") {
        assert_eq!((asked, tuned), (0.0, 0.0));
    } else {
        assert!(asked > 0.2, "{asked}");
        assert!(setting.contains("[always]") || tuned < asked / 2.0, "{tuned} of {asked}");
    }
}
