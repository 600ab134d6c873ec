//! Files from strangers, closed pipes and full disks: a level can do nothing but be played, and nothing panics.
//!
//! Whoever waits for the program sleeps between looks at it, and a clock tells when to give up.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use leveret::level::{FaultKind, Level, LevelError, MAX_FILE};
use leveret::play::{Player, Reason, Script, ScriptFault, read_orders};
use leveret::sim::{MAX_RABBITS, MAX_THINGS};

use crate::game::Game;

/// What a terminal would obey, or what would deceive its reader.
const EVIL: &str = "\u{1b}[31mEVIL\u{1b}]0;owned\u{7}\u{202e}\u{0}\u{9b}1m\u{200b}\r";

#[track_caller]
fn assert_plain(text: &str) {
    let raw = text.chars().find(|c| (c.is_control() && *c != '\n') || "\u{202e}\u{200b}".contains(*c));
    assert_eq!(raw, None, "{text:?}");
}

#[track_caller]
fn refused(text: &str, file: &str) -> LevelError {
    let read = if file.ends_with(".ron") { Level::from_ron } else { Level::from_rel };
    read(text, file).expect_err("it is not a level")
}

/// A text of RON, with everything escaped that could end it.
fn literal(text: &str) -> String {
    let escaped: String = text.chars().map(|c| format!("\\u{{{:x}}}", u32::from(c))).collect();
    format!("\"{escaped}\"")
}

#[test]
fn texts_of_a_level_are_clean_wherever_they_are_shown() {
    let evil = literal(EVIL);
    let text = format!("Level(name: {evil}, about: {evil}, author: {evil}, hints: [{evil}], map: [\"Q O\", \"###\"])");
    let level = Level::from_ron(&text, "evil.ron").expect("a level");
    for text in [&level.name, &level.about, &level.author, &level.hints[0]] {
        assert_plain(text);
        assert!(text.contains("EVIL"), "{text}");
    }
    assert_plain(&Game::level(level).screen.caption());

    let long = "long ".repeat(100_000);
    let level = Level::from_rel(&format!(":name={long}\n:hint.1={long}\nQ O\n###\n"), "long.rel").expect("a level");
    assert_eq!(level.name.chars().count(), 200);
    assert_eq!(level.hints[0].chars().count(), 10_000);
}

#[test]
fn errors_show_no_character_that_a_terminal_obeys() {
    let evil = EVIL.replace('\r', "");
    for text in [
        format!(":{evil}=1\nQ O\n"),
        format!(":{evil}\nQ O\n"),
        format!(":num_rabbits={evil}\nQ O\n"),
        format!(":*=r{{index:{evil}}}\n*\n"),
        format!("Q{evil}O\n"),
    ] {
        assert_plain(&refused(&text, &format!("{evil}.rel")).to_string());
    }
    for text in [format!("Level(map: [{}])", literal(EVIL)), "Level(ma\u{1b}p: 1)".to_owned(), format!("Level({evil})")]
    {
        assert_plain(&refused(&text, &format!("{evil}.ron")).to_string());
    }
    assert_plain(&evil.parse::<Script>().expect_err("no script").to_string());
    assert_plain(&read_orders(&evil).expect_err("no orders")[0].to_string());
    assert_plain(&Level::read(Path::new(&evil.replace('\0', ""))).expect_err("no file").to_string());
}

#[test]
fn an_error_is_short_whatever_the_file_quotes() {
    let long = "x".repeat(900_000);
    for (text, file) in [
        (format!(":{long}=1\nQ O\n"), "a.rel"),
        (format!(":num_rabbits={long}\nQ O\n"), "a.rel"),
        (format!("Level({long}: 1)"), "a.ron"),
        (format!("Level(map: [], edge: {long})"), "a.ron"),
    ] {
        assert!(refused(&text, file).to_string().len() < 2000);
    }
}

#[test]
fn faults_are_counted_but_not_kept_without_end() {
    let error = refused(&":x=1\n".repeat(50_000), "a.rel");
    assert_eq!(error.faults().len(), 1000);
    let text = error.to_string();
    assert!(text.starts_with("cannot load level `a.rel`: 50000 faults"), "{text}");
    assert!(text.ends_with("… and 49980 more"), "{text}");
    assert!(text.lines().count() < 70);
}

#[test]
fn sizes_are_checked_before_memory_is_taken() {
    let sides = [(90_000, 90_000), (200_000, 2), (600, 600)];
    for (width, height) in sides {
        let text = format!("{}\n{}", " ".repeat(width), "\n".repeat(height - 1));
        let error = refused(&text, "large.rel").to_string();
        assert!(error.contains(&format!("a world of {width} by {height} cells: at most 262144")), "{error}");
    }
}

#[test]
fn crowds_are_refused_above_a_stated_number() {
    let star = |things: &str, count| format!("Level(map: [\"*\"], stars: [\"{}\"], rabbits: 0)", things.repeat(count));
    for (things, most, cause) in [
        ("r", MAX_RABBITS, "more than 10000 rabbits, those still to come included"),
        ("Q", MAX_THINGS, "more than 65536 things"),
        ("#", 1 << 18, "more than 262144 blocks"),
    ] {
        assert!(Level::from_ron(&star(things, most), "crowd.ron").is_ok(), "{things}");
        let error = refused(&star(things, most + 1), "crowd.ron");
        assert_eq!(error.faults().len(), 1);
        assert_eq!(error.faults()[0].cause, cause);
    }
    assert!(Level::from_rel(":num_rabbits=9999\nr O\n", "crowd.rel").is_ok());
    assert_eq!(refused(":num_rabbits=10000\nr O\n", "crowd.rel").faults()[0].kind, FaultKind::Unplayable);
}

#[test]
fn lists_are_bounded() {
    let values = format!("Level(delay: [{}])", "1,".repeat(100_001));
    assert!(refused(&values, "a.ron").to_string().contains("there are more than 100000 values"));
    assert!(refused(&"\n".repeat(100_001), "a.rel").to_string().contains("there are more than 100000 lines"));
    let solutions = format!("Level(map: [\"#\"], solutions: [{}])", "Script(\"1\"),".repeat(1000));
    assert!(refused(&solutions, "a.ron").to_string().contains("there are 1000 solutions"));
    assert_eq!(";".repeat(100_000).parse::<Script>(), Err(ScriptFault::TooManyCommands));
}

#[test]
fn only_regular_files_of_a_megabyte_are_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let error = |name: &str| Level::read(&path(name)).expect_err("it is not read").to_string();

    let largest = format!("{}\n", "%".repeat(MAX_FILE as usize - 1));
    fs::write(path("largest.rel"), &largest).expect("a file");
    assert!(Level::read(&path("largest.rel")).is_ok());
    fs::write(path("larger.rel"), format!("{largest}\n")).expect("a file");
    assert!(error("larger.rel").ends_with("it is larger than 1000000 bytes"), "{}", error("larger.rel"));

    fs::create_dir(path("folder.ron")).expect("a folder");
    let is_made = Command::new("mkfifo").arg(path("pipe.ron")).status().is_ok_and(|status| status.success());
    assert!(is_made, "a pipe");
    std::os::unix::fs::symlink("/dev/zero", path("zero.ron")).expect("a link");
    assert!(error("folder.ron").ends_with("it is a folder"), "{}", error("folder.ron"));
    for name in ["pipe.ron", "zero.ron"] {
        assert!(error(name).ends_with("it is no regular file"), "{}", error(name));
    }
}

#[test]
fn sums_of_water_do_not_overflow() {
    let most = i32::MAX;
    let text = format!(
        "Level(map: [\"Q  \", \"   \", \"  P\"], delay: [0], water: {{ (1, 0): {}, (0, 1): {most}, (1, 1): {most}, \
         (2, 1): {most}, (1, 2): {most}, (2, 2): {most} }})",
        i32::MIN
    );
    let mut player = Player::new(Level::from_ron(&text, "water.ron").expect("a level").world());
    player.advance_to(300);
    assert_eq!(player.step(), 300);
}

/// A script that waits for ages, in each of these two formats.
const WAITS: [(&str, &str); 2] = [
    (
        "wait.ron",
        "Level(map: [\"#\"], rabbits: 0, save: 0, solutions: [Script(\"2147483647\"), Script(\"2147483647;9\")])",
    ),
    ("wait.rel", ":num_rabbits=0\n:num_to_save=0\n:solution.1=2147483647;2147483647;2147483647\n#\n"),
];

#[test]
fn a_script_that_waits_for_ages_does_not_hold_up_a_frame() {
    for (file, text) in WAITS {
        let read = if file.ends_with(".ron") { Level::from_ron } else { Level::from_rel };
        let level = read(text, file).expect("a level");
        let started = Instant::now();
        let game = Game::level(level);
        std::hint::black_box(game.screen.attempt().expect("an attempt").can_be_demonstrated());
        assert!(started.elapsed() < Duration::from_secs(1), "{:?}", started.elapsed());
    }
}

/// Rabbits that pour out of twenty entrances and never die.
fn crowd(rabbits: usize, solution: &str) -> String {
    let wall = "M".repeat(60);
    let entrances = format!("M{}{}M", "Q".repeat(20), " ".repeat(38));
    let floor = format!("M{}M", " ".repeat(58));
    format!(
        "Level(rabbits: {rabbits}, delay: [1], map: [\"{wall}\", \"{entrances}\", \"{floor}\", \"{wall}\"], \
         solutions: [{solution}])"
    )
}

#[test]
fn solutions_are_played_within_a_bound_of_work() {
    let forever = "Solution(ends: Won, orders: [])";
    let level = Level::from_ron(&crowd(10_000, forever), "crowd.ron").expect("a level");
    let played = level.solutions[0].play_within(100_000, &level).expect("orders");
    assert_eq!(played.failure.expect("it does not end").reason, Reason::TooMuchWork);
    assert!(played.work < 120_000, "{}", played.work);
}

/// Runs `leveret` in the folder. It must end within 20 seconds.
#[track_caller]
fn leveret(folder: &Path, arguments: &[&str], out: Stdio) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_leveret"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("RUST_LOG")
        .stdout(out)
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    end_in_time(&mut child, arguments);
    child.wait_with_output().expect("it has ended")
}

#[track_caller]
fn end_in_time(child: &mut Child, arguments: &[&str]) {
    let started = Instant::now();
    while child.try_wait().expect("a child").is_none() {
        if started.elapsed() > Duration::from_secs(20) {
            child.kill().expect("it is still there");
            panic!("{arguments:?} does not end");
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// A level that is won by digging.
const SOLVED: &str = r##"Level(
    rabbits: 1,
    tokens: { dig: 1 },
    map: ["M Q   M", "M     M", "M#####M", "M    OM", "MMMMMMM"],
    solutions: [Solution(ends: Won, orders: [At(2, dig, (4, 1))])],
)"##;

/// A folder with a level that has a solution, and one that never ends.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("level.ron"), SOLVED).expect("a file");
    for (file, text) in WAITS {
        fs::write(folder.path().join(file), text).expect("a file");
    }
    folder
}

/// Commands that print.
const PRINTING: [&[&str]; 6] = [
    &["check", "level.ron"],
    &["simulate", "level.ron", "--solution", "1"],
    &["simulate", "level.ron", "--trace"],
    &["--help"],
    &["simulate", "--help"],
    &["--zoom-bench", "level.ron", "--zooms", "16", "--frames", "2", "--size", "64x48", "--hints", "balanced"],
];

#[test]
fn a_closed_pipe_ends_quietly() {
    let folder = folder();
    for arguments in PRINTING {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let output = leveret(folder.path(), arguments, writer.into());
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(output.stderr.is_empty(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn a_full_disk_is_one_line_and_an_exit_code() {
    let folder = folder();
    for arguments in PRINTING {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("a full device");
        let output = leveret(folder.path(), arguments, full.into());
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {message}");
        assert_eq!(message.lines().count(), 1, "{arguments:?}: {message}");
        assert!(message.contains("could not write to standard output"), "{arguments:?}: {message}");
    }
}

#[test]
fn a_script_that_waits_for_ages_ends_in_every_command() {
    let folder = folder();
    for (file, _) in WAITS {
        for arguments in [
            &["check", file][..],
            &["simulate", file, "--solution", "1"],
            &["simulate", file, "--solution", "1", "--trace"],
            &["shot", file, "--solution", "1", "--step", "9", "-o", "a.png", "--size", "64x48"],
        ] {
            leveret(folder.path(), arguments, Stdio::null());
        }
    }
}

#[test]
fn names_of_files_do_not_reach_a_terminal_raw() {
    let folder = tempfile::tempdir().expect("a folder");
    let name = "\u{1b}[31mevil\u{202e}.ron";
    let level = "Level(rabbits: 0, map: [\"rO\", \"##\"], solutions: [Solution(ends: Lost, orders: [])])";
    fs::write(folder.path().join(name), level).expect("a file");
    for arguments in [
        &["check", name][..],
        &["simulate", name, "--trace"],
        &["simulate", name, "--solution", "1"],
        &["simulate", name, "--orders", name],
        &["simulate", name, "--solution", "7"],
    ] {
        let output = leveret(folder.path(), arguments, Stdio::piped());
        assert_plain(&String::from_utf8_lossy(&output.stdout));
        assert_plain(&String::from_utf8_lossy(&output.stderr));
    }
}

/// Files of nearly 1 MB, each hard in another way.
fn heavy_files() -> Vec<(&'static str, String)> {
    let fill = |part: &str| part.repeat((MAX_FILE as usize - 5000) / part.len());
    let stars = |things: &str, count: usize| format!("Level(map: [\"*\"], stars: [\"{}\"])", things.repeat(count));
    let lakes = format!("{}\n", "N".repeat(500)).repeat(500);
    let codes: String = (0x800..0xd000).filter_map(char::from_u32).collect();
    let long_play = "Solution(ends: Won, orders: []),".repeat(900);
    vec![
        ("one_row.rel", format!("{}\n{}", "#".repeat(90_000), "\n".repeat(90_000))),
        ("rows.ron", format!("Level(map: [\"{}\", {}])", "#".repeat(90_000), "\"\",".repeat(90_000))),
        ("stars.ron", format!("Level(map: [\"{}\"])", fill("*"))),
        ("water.ron", format!("Level(map: [\"{}\"])", fill("N"))),
        ("lakes.rel", lakes.clone()),
        ("lakes_played.rel", format!(":num_rabbits=1\n:solution.1=90000\n{lakes}")),
        ("rabbits.ron", stars("r", 900_000)),
        ("blocks.ron", stars("#", 900_000)),
        ("fighters.ron", stars("rt", 4_900)),
        ("states.ron", format!("Level(map: [\"*\"], stars: [\"r{{{}}}\"])", fill("a:b,"))),
        ("commas.ron", format!("Level(map: [\"*\"], stars: [\"r{{{}a:b}}\"])", fill(","))),
        ("bad_characters.rel", fill("xz")),
        ("keys.rel", fill(":x=1\n")),
        ("fields.ron", format!("Level({})", fill("x:1,"))),
        ("empty_lines.rel", fill("\n")),
        ("comments.rel", fill("%\n")),
        ("lists.ron", format!("Level(x: [{}])", fill("[1],"))),
        ("maps.ron", format!("Level(x: [{}])", fill("{1:1},"))),
        ("texts_between_lists.ron", format!("Level({}", fill("[]\"\""))),
        ("bare_orders.ron", format!("Level({}", fill("orders:[At]"))),
        ("quotes.ron", format!("Level(map: [{}", "\"".repeat(400_000))),
        ("slopes.ron", format!("Level(map: [\"#\"], tokens: {{{}", fill("/ "))),
        ("deep.ron", fill("[")),
        ("name.ron", format!("Level(map: [], name: \"{}\")", fill("x"))),
        ("field.ron", format!("Level({}: 1)", fill("x"))),
        ("code.rel", format!(":hint.1.code={}\n", fill(&codes))),
        ("script.rel", format!(":solution.1={}\n#\n", fill(";"))),
        ("solutions.ron", format!("Level(map: [\"rO\"], solutions: [{}])", fill("Script(\"1\"),"))),
        ("long_plays.ron", format!("Level(map: [\"QQO\", \"MMM\"], solutions: [{long_play}])")),
        ("crowd.ron", crowd(10_000, &long_play)),
        ("orders.ron", {
            let orders = "At(9,ExplodeAll),".repeat(30_000);
            format!("Level(map: [\"r O\"], solutions: [Solution(ends: Won, orders: [{orders}])])")
        }),
        ("beginnings.txt", fill("LV ")),
        ("long_replay.txt", format!("LV1-{}", fill("0"))),
        // Each says that it has some million orders.
        ("endless_replays.txt", fill("LV1-ZZZZZZZZZZR0GG000ZZZZZZZZ ")),
    ]
}

#[test]
#[ignore = "measures time and memory"]
fn any_file_up_to_a_megabyte_is_answered_in_a_second_and_64_megabytes() {
    let folder = folder();
    let (_, own) = measured(folder.path(), "level.ron");
    let mut slow = Vec::new();
    for (name, text) in heavy_files() {
        assert!(text.len() <= MAX_FILE as usize, "{name}");
        fs::write(folder.path().join(name), text).expect("a file");
        // The best of three: the machine may do other things meanwhile.
        let runs = [(); 3].map(|()| measured(folder.path(), name));
        let (time, memory) = runs.into_iter().min().expect("three runs");
        let more = memory.saturating_sub(own) / 1024;
        println!("{name:20} {time:>10.3?} {more:>5} MB more");
        if time > Duration::from_secs(1) || more > 64 {
            slow.push(format!("{name}: {time:.3?}, {more} MB more"));
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

/// How long `leveret check` takes for the file, or `leveret verify` for one with replays, and its largest memory in KiB.
fn measured(folder: &Path, file: &str) -> (Duration, u64) {
    let command = if file.ends_with(".txt") { "verify" } else { "check" };
    let started = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_leveret"))
        .args([command, file])
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary starts");
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    while child.try_wait().expect("a child").is_none() {
        let mut text = String::new();
        let _ = fs::File::open(&status).and_then(|mut file| file.read_to_string(&mut text));
        let peak = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        most = peak.and_then(|peak| peak.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(most);
        std::thread::sleep(Duration::from_millis(1));
    }
    (started.elapsed(), most)
}

#[test]
#[ignore = "measures time"]
fn work_per_step_grows_with_the_rabbits() {
    let time = |rabbits: usize| {
        let level = Level::from_ron(&crowd(rabbits, ""), "crowd.ron").expect("a level");
        let mut player = Player::new(level.world());
        player.advance_to(700);
        assert_eq!(player.world().out(), rabbits as i32);
        // The best of five: the machine may do other things meanwhile.
        let times = (0..5).map(|run| {
            let started = Instant::now();
            player.advance_to(710 + run * 10);
            started.elapsed()
        });
        times.min().expect("five runs")
    };
    let (few, many) = (time(2_000), time(10_000));
    println!("10 steps: 2,000 rabbits {few:?}, 10,000 rabbits {many:?}");
    assert!(many < few * 15, "{few:?} and {many:?}");
}
