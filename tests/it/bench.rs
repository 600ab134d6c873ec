//! The zoom benchmark: its statistics on synthetic data with a known ratio, and the real program from outside.

use std::fs;
use std::num::NonZero;
use std::path::Path;
use std::process::{Command, Output};
use std::time::Duration;

use leveret::app::App;
use leveret::bench::{
    self, Bench, BenchBlock, BenchFrame, BenchPlan, Contrast, DeterminismCheck, FrameKind, Interval, Length, Measured,
    Pair, Results, SpeedVerdict, SplitMix, evaluate,
};
use leveret::level::Level;
use leveret::look::STEP_TIME;
use leveret::raster::{PainterKind, Rendering};
use leveret::screens::{Context, Input, Screen};
use serde_json::Value;
use xxhash_rust::xxh3::xxh3_64;

use crate::game::turn;

const EVERYTHING: &str = include_str!("data/everything.ron");

/// A number from 0 to 1.
fn uniform(random: &mut SplitMix) -> f64 {
    (random.bits() >> 11) as f64 / (1u64 << 53) as f64
}

/// Blocks of frame times as on a real machine: each block has an offset of its own, frames have a tail towards slow
/// times, and 1 % take three times as long. `scale` is the true ratio.
fn noisy(random: &mut SplitMix, rounds: &[f64], scale: f64) -> Vec<Vec<Duration>> {
    let frame = |random: &mut SplitMix, block: f64| {
        let tail = -uniform(random).max(1e-12).ln() * 0.03;
        let spike = if uniform(random) < 0.01 { 3.0 } else { 1.0 };
        Duration::from_secs_f64(0.005 * scale * block * (1.0 + tail) * spike)
    };
    rounds
        .iter()
        .map(|round| {
            let block = round * (1.0 + 0.04 * (uniform(random) - 0.5));
            (0..8).map(|_| frame(random, block)).collect()
        })
        .collect()
}

/// Intervals of many measurements of the same true ratio, each in 16 rounds on a machine that slows down.
fn intervals(trials: u64, truth: f64) -> Vec<Interval> {
    let mut random = SplitMix(7);
    (0..trials)
        .map(|trial| {
            let rounds: Vec<f64> =
                (0..16).map(|round| 1.0 + 0.01 * f64::from(round) + 0.1 * uniform(&mut random)).collect();
            let pair = Pair { from: noisy(&mut random, &rounds, 1.0), to: noisy(&mut random, &rounds, truth) };
            pair.interval(trial).expect("there are blocks")
        })
        .collect()
}

#[test]
fn the_interval_contains_the_true_ratio_in_95_of_100_cases() {
    let trials = 300;
    for truth in [1.0, 1.1] {
        let containing = intervals(trials, truth).iter().filter(|i| i.low <= truth && truth <= i.high).count();
        let share = containing as f64 / trials as f64;
        // 95 % of 300, with three standard deviations to either side.
        assert!((0.91..=0.99).contains(&share), "{share} of the intervals contain {truth}");
    }
}

#[test]
fn an_a_a_control_is_rarely_called_different() {
    let verdicts: Vec<SpeedVerdict> = intervals(300, 1.0).into_iter().map(SpeedVerdict::of).collect();
    let different =
        verdicts.iter().filter(|verdict| matches!(verdict, SpeedVerdict::Slower | SpeedVerdict::Faster)).count();
    assert!(different <= 18, "{different} of 300 were called different");
}

#[test]
fn differences_of_ten_percent_are_found() {
    let of = |truth: f64| -> Vec<SpeedVerdict> { intervals(60, truth).into_iter().map(SpeedVerdict::of).collect() };
    assert!(of(1.1).iter().all(|verdict| *verdict == SpeedVerdict::Slower));
    assert!(of(0.9).iter().all(|verdict| *verdict == SpeedVerdict::Faster));
}

/// The blocks of a round are resampled together, so a slow round of both variants is no difference.
#[test]
fn a_slow_round_of_both_variants_cancels_out() {
    let mut random = SplitMix(3);
    let rounds: Vec<f64> = (0..16).map(|round| if round % 4 == 0 { 3.0 } else { 1.0 }).collect();
    let pair = Pair { from: noisy(&mut random, &rounds, 1.0), to: noisy(&mut random, &rounds, 1.0) };
    let interval = pair.interval(0).expect("there are blocks");
    assert!(interval.low > 0.95 && interval.high < 1.05, "{interval:?}");
}

#[test]
fn an_interval_is_the_same_for_the_same_seed() {
    assert_eq!(intervals(3, 1.02), intervals(3, 1.02));
}

#[test]
fn without_frames_there_is_no_interval() {
    assert_eq!(Pair::default().interval(0), None);
    assert_eq!(Pair { from: vec![Vec::new()], to: vec![Vec::new()] }.interval(0), None);
}

#[test]
fn the_run_time_needed_grows_with_the_square_of_the_width() {
    let longer = |low: f64, high: f64| match SpeedVerdict::of(Interval { ratio: 1.0, low, high }) {
        SpeedVerdict::CannotTell { longer } => longer,
        verdict => panic!("{verdict}"),
    };
    let (near, far) = (longer(1.0 / 1.04, 1.04), longer(1.0 / 1.08, 1.08));
    assert!((3.5..4.5).contains(&near), "an interval of 4 % has to be halved for a tolerance of 2 %: {near}");
    assert!((3.5..4.5).contains(&(far / near)), "and one of 8 % halved again: {far}");
}

/// A level that plays itself.
fn opening(context: &Context) -> Screen {
    let level = Level::from_ron(EVERYTHING, "everything.ron").expect("a level");
    let orders = level.solutions[0].play(&level).expect("orders can always be read").orders;
    Screen::following(context, level, orders)
}

/// A short benchmark of a small frame, in this process.
fn measured() -> Measured {
    let hints = |list: &str| (list.to_owned(), list.parse().expect("hints"));
    let plan = BenchPlan {
        level: "everything.ron".to_owned(),
        lead: 10,
        zooms: vec![16, 40],
        variants: bench::sets(["balanced", "filter=nearest", "cache=off"].map(hints)),
        size: (320, 200),
        painter: PainterKind::Fast,
        threads: NonZero::<usize>::MIN,
        length: Length::Frames(4),
    };
    let context = Context::default();
    let bench = Bench::prepare(plan, opening(&context), context, None).expect("it can be prepared");
    let expected = bench.parts();
    let mut parts = 0;
    let measured = bench.run(|| parts += 1).expect("it can be run");
    assert_eq!(parts, expected);
    measured
}

/// The game itself, played as the benchmark plays it: the same level, orders and phase are the same pixels.
#[test]
fn the_frames_of_the_benchmark_are_those_of_the_game() {
    let measured = measured();
    let (width, height) = measured.plan.size;
    for (zoom, tile) in measured.plan.zooms.iter().enumerate() {
        let context = Context::default();
        let mut game = App::new(opening(&context), context, Rendering::default()).expect("the art is whole");
        turn(&mut game, Input::Resize { width, height, scale: 1.0 });
        (0..measured.plan.lead).for_each(|_| turn(&mut game, Input::Tick(STEP_TIME)));
        game.zoom_to(*tile);
        let blocks = measured.blocks.iter();
        let block = blocks.clone().find(|block| (block.zoom, block.variant) == (zoom, 0)).expect("a block of the base");
        let warm = block.frames.iter().filter(|frame| matches!(frame.kind, FrameKind::Rewound | FrameKind::Steady));
        for frame in warm {
            turn(&mut game, Input::Tick(Duration::from_millis(100)));
            let _ = game.frame();
            assert_eq!(xxh3_64(game.last_frame().data()), frame.hash, "frame {} at {tile}", frame.number);
        }
    }
}

#[test]
fn every_frame_is_recorded_in_abba_order() {
    let measured = measured();
    let pass = measured.schedule.frames_per_pass() as usize;
    assert_eq!(measured.blocks.len(), 2 * 2 * 4, "two rounds of two zooms and four variants");
    for block in &measured.blocks {
        assert_eq!(block.frames.len(), 2 * pass);
        assert_eq!(block.of_kind(FrameKind::First).count(), 1);
        assert_eq!(block.steady().count(), measured.schedule.frames as usize);
        assert!(block.frames.iter().all(|frame| frame.record.zoom == Some(measured.plan.zooms[block.zoom])));
        assert!(block.baseline.memcpy > Duration::ZERO);
    }
    let order = |blocks: &[BenchBlock]| blocks.iter().map(|block| (block.zoom, block.variant)).collect::<Vec<_>>();
    let forwards = order(&measured.blocks[..8]);
    let mut backwards = order(&measured.blocks[8..]);
    backwards.reverse();
    assert_eq!(forwards, backwards);
    let misses = |kind: FrameKind| -> u64 {
        let kept = measured.blocks.iter().filter(|block| block.variant != 3);
        kept.flat_map(|block| block.of_kind(kind)).map(|frame| frame.record.painted.lookups.misses).sum()
    };
    assert!(misses(FrameKind::First) > 0, "the sprite cache is empty at first");
    assert_eq!(misses(FrameKind::Steady), 0, "and has all sprites later");
}

/// The zoom goes up and down notch by notch, then it jumps; after each movement there are frames to become sharp.
#[test]
fn every_set_of_hints_has_a_zoom_sweep() {
    let measured = measured();
    let variants: Vec<usize> = measured.sweeps.iter().map(|sweep| sweep.variant).collect();
    assert_eq!(variants, [0, 2, 3], "all sets, without the control");
    for sweep in &measured.sweeps {
        let zooms: Vec<u32> = sweep.frames.iter().filter_map(|frame| frame.record.zoom).collect();
        let (top, _) = zooms.iter().enumerate().max_by_key(|(_, zoom)| **zoom).expect("there are frames");
        assert!(zooms[..=top].is_sorted(), "{zooms:?}");
        assert!(zooms[top] >= 40 && zooms.contains(&16), "{zooms:?}");
        let resting = sweep.frames.windows(2).filter(|pair| pair[1].kind == FrameKind::Sharpening);
        assert!(resting.clone().count() >= 40, "after the wheel, and after two jumps");
        assert!(resting.clone().all(|pair| pair[0].record.zoom == pair[1].record.zoom));
        assert!(sweep.sprite_bytes > 0);
    }
    let rows = evaluate(&measured).zooming;
    let ms = |frame: &BenchFrame| frame.time().as_secs_f64() * 1e3;
    for (row, sweep) in rows.iter().zip(&measured.sweeps) {
        let slowest = sweep.frames.iter().max_by(|one, other| ms(one).total_cmp(&ms(other))).expect("frames");
        assert_eq!((row.n, row.max_ms), (sweep.frames.len(), ms(slowest)));
        assert_eq!(Some(row.max_zoom), slowest.record.zoom);
    }
}

#[test]
fn a_frame_that_differs_between_blocks_is_found() {
    let mut blocks = measured().blocks;
    let mut determinism = DeterminismCheck::default();
    assert!(blocks.iter().all(|block| determinism.check(block).is_ok()));
    let last = blocks.last_mut().and_then(|block| block.frames.last_mut()).expect("a frame");
    last.hash ^= 1;
    let number = last.number;
    let mut determinism = DeterminismCheck::default();
    let found: Vec<_> = blocks.iter().filter_map(|block| determinism.check(block).err()).collect();
    assert_eq!(found, [number]);
}

#[test]
fn hints_are_compared_by_time_and_by_picture() {
    let results = evaluate(&measured());
    assert_eq!(results.zooms.len(), 2 * 3, "without the control");
    assert_eq!(results.noise.len(), 2);
    assert_eq!(results.flatness.len(), 3);
    let row = |to: &str| {
        let contrast = Contrast::Sets { from: "balanced".to_owned(), to: to.to_owned() };
        results.hint_row(&contrast, 40).expect("a row")
    };
    let nearest = row("filter=nearest");
    assert!(nearest.pixels_changed > 0.0 && nearest.max_step > 0 && nearest.psnr.is_some());
    let uncached = row("cache=off");
    assert_eq!((uncached.pixels_changed, uncached.max_step, uncached.psnr), (0.0, 0, None));
    assert!(uncached.ratio > 1.0, "making sprites in every frame takes time: {}", uncached.ratio);
    let hash = |hints: &str| &results.row(40, hints).expect("a row").frame_hash;
    assert_eq!(hash("balanced"), hash("cache=off"));
    assert_ne!(hash("balanced"), hash("filter=nearest"));
    let hashes = |results: &Results| results.zooms.iter().map(|row| row.frame_hash.clone()).collect::<Vec<_>>();
    assert_eq!(hashes(&results), hashes(&evaluate(&measured())), "another run sees the same frames");
}

/// Runs the benchmark of a small frame with more arguments, in a folder, without a display.
fn zoom_bench(folder: &Path, arguments: &[&str]) -> Output {
    fs::write(folder.join("everything.ron"), EVERYTHING).expect("a file");
    Command::new(env!("CARGO_BIN_EXE_leveret"))
        .args(["--zoom-bench", "everything.ron", "--zooms", "16,40", "--size", "320x200", "--frames", "4"])
        .args(arguments)
        .current_dir(folder)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("RUST_LOG")
        .output()
        .expect("the binary starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

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
    // 14 variants at two zooms; two blocks each; two passes of three frames.
    let moving = |line: &&str| line.contains(",zoomed,") || line.contains(",sharpening,");
    assert_eq!(csv.lines().filter(|line| !moving(line)).count(), 1 + 14 * 2 * 2 * 6);
    assert!(csv.lines().any(|line| line.starts_with("quality,,0,zoomed,")), "{csv}");
    let columns = csv.lines().next().expect("names").split(',').count();
    assert!(csv.lines().all(|line| line.split(',').count() == columns), "{csv}");

    let summary: Value = serde_json::from_str(&read("summary.json")).expect("it is JSON");
    for key in ["schema", "machine", "size", "painter", "threads", "noise", "zooms", "hints", "flatness"] {
        assert!(!summary[key].is_null(), "{key}");
    }
    let keys = "zoom hints n floor_ms fill_ms min_ms median_ms p95_ms p99_ms max_ms over_floor first_ms frame_hash";
    for key in keys.split(' ') {
        assert!(!summary["zooms"][0][key].is_null(), "zooms[0].{key}");
    }
    for key in "hint from to zoom ratio low high verdict pixels_changed max_step psnr".split(' ') {
        assert!(summary["hints"][0].get(key).is_some(), "hints[0].{key}");
    }
    assert!(summary["flatness"][0]["ratio"].as_f64().expect("a number") >= 1.0);
    for key in "hints n changes median_ms p99_ms max_ms max_zoom over_16_7 sprites_mb sprites_bound_mb".split(' ') {
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
    let csv = fs::read_to_string(folder.path().join("frames.csv")).expect("the frames");
    assert!(csv.contains("\n\"quality,cache=off\",0,0,first,"), "{csv}");
    assert!(csv.contains("\n\"quality,\nfilter=area\",0,0,first,"), "a line break is quoted too: {csv}");
}

/// The reference painter makes the same frames as the fast one.
#[test]
fn both_painters_can_be_measured() {
    let hash = |painter: &str| {
        let folder = tempfile::tempdir().expect("a folder");
        let more = ["--hints", "balanced", "--painter", painter, "--threads", "2", "--out", "."];
        let output = zoom_bench(folder.path(), &more);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let summary = fs::read_to_string(folder.path().join("summary.json")).expect("a summary");
        let summary: Value = serde_json::from_str(&summary).expect("it is JSON");
        assert_eq!(summary["painter"], painter);
        assert_eq!(summary["threads"], 2);
        summary["zooms"][0]["frame_hash"].clone()
    };
    assert_eq!(hash("fast"), hash("reference"));
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
