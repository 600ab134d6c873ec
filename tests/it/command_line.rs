//! The real binary: command line, output and exit code.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const CORRIDOR: &str = include_str!("data/corridor.ron");
const EVERYTHING: &str = include_str!("data/everything.ron");

/// Runs `leveret` with these arguments in a folder, without a display.
fn leveret(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_leveret"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("RUST_LOG")
        .output()
        .expect("the binary starts")
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A folder with some levels in it, gone after the test.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("corridor.ron"), CORRIDOR).expect("a file");
    fs::write(folder.path().join("everything.ron"), EVERYTHING).expect("a file");
    folder
}

#[track_caller]
fn assert_code(output: &Output, code: i32) {
    assert_eq!(output.status.code(), Some(code), "{}{}", out(output), err(output));
}

#[test]
fn a_shot_is_a_picture_of_the_size_asked() {
    let folder = folder();
    let output = leveret(
        folder.path(),
        &["shot", "everything.ron", "--step", "5", "--zoom", "40", "--size", "640x360", "-o", "a.png"],
    );
    assert_code(&output, 0);
    let picture = image::open(folder.path().join("a.png")).expect("a picture").to_rgba8();
    assert_eq!(picture.dimensions(), (640, 360));
    assert!(picture.pixels().any(|pixel| pixel != picture.get_pixel(0, 0)), "there is something to see");
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 3, "the picture, the two levels, and no more");
}

#[test]
fn a_shot_of_another_step_is_another_picture() {
    let folder = folder();
    for step in ["1", "6"] {
        let file = format!("{step}.png");
        assert_code(&leveret(folder.path(), &["shot", "corridor.ron", "--step", step, "-o", &file]), 0);
    }
    let read = |name: &str| fs::read(folder.path().join(name)).expect("a picture");
    assert!(read("1.png") != read("6.png"));
}

#[test]
fn simulate_prints_how_it_ended() {
    let folder = folder();
    fs::write(folder.path().join("orders"), "# over the wall\n0 place bash 3 2\n").expect("a file");
    let output = leveret(folder.path(), &["simulate", "corridor.ron", "--orders", "orders"]);
    assert_code(&output, 0);
    assert!(out(&output).starts_with("won after "), "{}", out(&output));
}

#[test]
fn a_trace_has_every_step() {
    let folder = folder();
    let output = leveret(folder.path(), &["simulate", "corridor.ron", "--steps", "3", "--trace"]);
    assert_code(&output, 0);
    let trace = out(&output);
    assert!(trace.starts_with("@trace 1\n@level corridor.ron\n@play idle\n"), "{trace}");
    for step in ["S 0 RUNNING 0 0 1", "S 1 RUNNING 0 0 0", "S 3 RUNNING 0 0 0", "E RUNNING 3 0 0 0 ok"] {
        assert!(trace.lines().any(|line| line == step), "{step} is not in\n{trace}");
    }
}

#[test]
fn a_contact_sheet_shows_every_frame() {
    let folder = folder();
    let output = leveret(folder.path(), &["--animations", "--sheet", "sheet.png", "--zoom", "16"]);
    assert_code(&output, 0);
    let sheet = image::open(folder.path().join("sheet.png")).expect("a picture").to_rgba8();
    let rows = leveret::scene::exhibits().len() as u32;
    assert_eq!(sheet.dimensions(), (170 + 16 * 32, rows * 32));
}

#[test]
fn a_level_that_never_ends_is_reported() {
    let folder = folder();
    let output = leveret(folder.path(), &["simulate", "corridor.ron"]);
    assert_code(&output, 1);
    assert!(err(&output).contains("does not end within 100000 steps"), "{}", err(&output));
}

#[test]
fn levels_go_to_rabbit_escape_and_back() {
    let folder = folder();
    assert_code(&leveret(folder.path(), &["export", "corridor.ron"]), 0);
    assert_code(&leveret(folder.path(), &["import", "corridor.rel", "-o", "again.ron"]), 0);
    let trace = |file: &str| {
        let output = leveret(folder.path(), &["simulate", file, "--steps", "30", "--trace"]);
        assert_code(&output, 0);
        let trace = out(&output);
        trace.lines().filter(|line| !line.starts_with("@level")).map(|line| format!("{line}\n")).collect::<String>()
    };
    assert_eq!(trace("again.ron"), trace("corridor.ron"));
    assert_eq!(trace("corridor.rel"), trace("corridor.ron"));
}

#[test]
fn a_level_is_never_written_over_itself() {
    let folder = folder();
    let output = leveret(folder.path(), &["import", "corridor.ron"]);
    assert_code(&output, 1);
    assert!(err(&output).contains("format of Leveret (RON)"), "{}", err(&output));
    assert!(err(&output).contains("there is nothing to convert"), "{}", err(&output));
    assert_eq!(fs::read_to_string(folder.path().join("corridor.ron")).expect("still there"), CORRIDOR);
    fs::write(folder.path().join("named.ron"), ":num_rabbits=1\n#Q O#\n#####\n").expect("a file");
    let output = leveret(folder.path(), &["import", "named.ron", "--force"]);
    assert_code(&output, 2);
    assert!(err(&output).contains("`named.ron` would be written over itself"), "{}", err(&output));
}

/// Nor under the name of a link to it.
#[cfg(unix)]
#[test]
fn a_link_to_a_level_is_the_level() {
    let folder = folder();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("escape.rel"), ":num_rabbits=1\n#Q O#\n#####\n").expect("a file");
    let links: [(&[&str], &str, &str); 6] = [
        (&["export", "corridor.ron", "--force", "-o", "link.rel"], "corridor.ron", "link.rel"),
        (&["import", "escape.rel", "--force", "-o", "link.ron"], "escape.rel", "link.ron"),
        (&["shot", "corridor.ron", "--force", "-o", "link.png"], "corridor.ron", "link.png"),
        (&["record", "corridor.ron", "--force", "--steps", "0..1", "-o", "link.gif"], "corridor.ron", "link.gif"),
        (&["record", "corridor.ron", "--force", "--steps", "0..1", "-o", "f.png"], "corridor.ron", "f-00000.png"),
        (&["corridor.ron", "--record", "link.csv", "--force"], "corridor.ron", "link.csv"),
    ];
    for (arguments, level, link) in links {
        let text = fs::read_to_string(path(level)).expect("a file");
        for is_hard in [false, true] {
            let link = path(link);
            let linked =
                if is_hard { fs::hard_link(path(level), &link) } else { std::os::unix::fs::symlink(level, &link) };
            linked.expect("a link");
            let output = leveret(folder.path(), arguments);
            assert_code(&output, 2);
            assert!(err(&output).contains("would be written over itself"), "{}", err(&output));
            assert_eq!(fs::read_to_string(&link).expect("still there"), text);
            fs::remove_file(&link).expect("it goes");
        }
    }
}

/// Rabbit Escape's files may have negative counts, ours may not.
#[test]
fn what_cannot_be_read_again_is_not_written() {
    let folder = folder();
    for key in ["num_rabbits", "num_to_save", "num_saved", "num_killed", "num_waiting", "rabbit_index_count"] {
        let level = format!(":name=odd\n:{key}=-3\n#Q O#\n#####\n");
        fs::write(folder.path().join("odd.rel"), level).expect("a file");
        let output = leveret(folder.path(), &["import", "odd.rel"]);
        assert_code(&output, 1);
        let place = format!("odd.rel:2:{}: ", key.len() + 3);
        assert!(err(&output).contains("holds what a .ron level may not:\nodd.rel:2"), "{}", err(&output));
        assert!(err(&output).contains(&place) && err(&output).contains(": say 0\n"), "{}", err(&output));
        assert!(!folder.path().join("odd.ron").exists());
        // A check says the same.
        let checked = leveret(folder.path(), &["check", "odd.rel"]);
        assert_code(&checked, 0);
        let words = err(&output).lines().nth(1).map(|line| format!("warning: {line}\n")).expect("a remark");
        assert!(out(&checked).contains(&words), "{}", out(&checked));
    }
}

#[test]
fn without_a_display_one_line_says_what_works() {
    let folder = folder();
    let output = leveret(folder.path(), &[]);
    assert_code(&output, 1);
    let message = err(&output);
    assert_eq!(message.lines().count(), 1, "{message}");
    assert!(message.contains("--zoom-bench") && message.contains("check"), "{message}");
}

#[test]
fn wrong_use_has_its_own_exit_code() {
    let folder = folder();
    for (arguments, message) in [
        (&["shot", "corridor.ron", "--zoom", "300", "-o", "a.png"][..], "16 to 256"),
        (&["shot", "corridor.ron", "--size", "big", "-o", "a.png"], "WIDTHxHEIGHT"),
        (&["--hints", "filter=best"], "nearest, bilinear, sharp, bicubic, area"),
        (&["--hints", "fastest"], "presets are speed, balanced, quality"),
        (&["--zoom-bench", "--hints", ""], "a hint is missing: presets are"),
        (&["--zoom-bench", "--hints", "balanced,"], "a hint is missing"),
        (&["shot", "corridor.ron", "--hints", "speed,,cache=off", "-o", "a.png"], "a hint is missing"),
        (&["--zooms", "16"], "--zoom-bench"),
        (&["--zoom-bench", "--zoom", "48"], "'--zoom <PX>' has no effect without '--sheet'"),
        (&["--sounds", "d", "--zooms", "16"], "'--zooms <PX,...>' has no effect without '--zoom-bench'"),
        (&["check", "corridor.ron", "--strict", "--speed"], "cannot be used with"),
        (&["check", "corridor.ron", "--strict", "--solve", "1"], "cannot be used with"),
        (&["check", "corridor.ron", "--jobs", "1", "--speed"], "cannot be used with"),
        (&["--zoom-bench", "--zooms", "16,300"], "16 to 256"),
        (&["--zoom-bench", "--hints", "balanced", "--hints", "filter=best"], "nearest, bilinear, sharp, bicubic, area"),
        (&["--zoom-bench", "--frames", "1"], "2 to 100000"),
        (&["--zoom-bench", "--threads", "0"], "threads"),
    ] {
        let output = leveret(folder.path(), arguments);
        assert_code(&output, 2);
        assert!(err(&output).contains(message), "{arguments:?}: {}", err(&output));
    }
}

#[test]
fn a_mistyped_command_is_no_level() {
    let folder = folder();
    for (arguments, told) in [
        (
            &["chek", "corridor.ron"][..],
            "leveret: no command and no level file is called `chek`; did you mean `check`?",
        ),
        (&["simulat"], "is called `simulat`; did you mean `simulate`?"),
        (&["--hints", "speed", "shto", "corridor.ron"], "is called `shto`; did you mean `shot`?"),
        (&["corridors"], "leveret: no command and no level file is called `corridors`; `leveret --help`"),
        (
            &["corridor.ron", "blocked.ron"],
            "leveret: `blocked.ron` is one level too many beside `corridor.ron`: one is played at a time",
        ),
    ] {
        let output = leveret(folder.path(), arguments);
        assert_code(&output, 2);
        assert!(err(&output).starts_with("leveret: ") && err(&output).contains(told), "{}", err(&output));
        assert_eq!(err(&output).lines().count(), 1, "{}", err(&output));
    }
    let output = leveret(folder.path(), &["."]);
    assert_code(&output, 1);
    assert!(err(&output).contains("cannot read level `.`: it is a folder"), "{}", err(&output));
}

/// A level saved while it was paused, and won by digging.
const PAUSED: &str = r#"Level(
    rabbits: 1,
    tokens: { dig: 1 },
    map: ["M Q   M", "M     M", "M#####M", "M    OM", "MMMMMMM"],
    progress: Progress(paused: true),
    solutions: [Solution(ends: Won, orders: [At(2, dig, (4, 1))])],
)"#;

/// Runs `leveret` on the paused level, and on the same level without the pause.
fn paused_and_not(arguments: &[&str]) -> [Output; 2] {
    let run = |text: &str| {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("level.ron"), text).expect("a file");
        leveret(folder.path(), arguments)
    };
    [run(PAUSED), run(&PAUSED.replace("paused: true", "paused: false"))]
}

#[test]
fn a_paused_level_is_checked_and_simulated_like_any_other() {
    for arguments in [
        &["check", "level.ron"][..],
        &["simulate", "level.ron", "--solution", "1"],
        &["simulate", "level.ron", "--solution", "1", "--trace"],
        &["simulate", "level.ron", "--steps", "7"],
        &["simulate", "level.ron", "--steps", "7", "--trace"],
    ] {
        let [paused, running] = paused_and_not(arguments);
        assert_code(&paused, 0);
        assert_eq!(out(&paused), out(&running), "{arguments:?}");
    }
}

#[test]
fn a_paused_level_moves_in_a_shot() {
    let folder = tempfile::tempdir().expect("a folder");
    let shot = |text: &str, step: &str| {
        fs::write(folder.path().join("level.ron"), text).expect("a file");
        let size = ["--size", "140x100", "-o", "a.png", "--force"];
        let arguments = [&["shot", "level.ron", "--solution", "1", "--step", step][..], &size].concat();
        assert_code(&leveret(folder.path(), &arguments), 0);
        fs::read(folder.path().join("a.png")).expect("a picture")
    };
    let running = PAUSED.replace("paused: true", "paused: false");
    assert!(shot(PAUSED, "6") == shot(&running, "6"));
    assert!(shot(PAUSED, "6") != shot(PAUSED, "1"));
}

#[test]
fn a_paused_level_can_be_measured() {
    let short = ["--zooms", "16", "--frames", "2", "--size", "64x48", "--hints", "balanced"];
    let [paused, _] = paused_and_not(&[&["--zoom-bench", "level.ron"][..], &short].concat());
    assert_code(&paused, 0);
}

/// Such a wait took hours.
#[test]
fn a_script_that_waits_after_the_end_fails() {
    let folder = tempfile::tempdir().expect("a folder");
    let level = ":num_rabbits=0\n:solution.1=2147483647;WON\n#rO#\n####\n";
    fs::write(folder.path().join("wait.rel"), level).expect("a file");
    let output = leveret(folder.path(), &["check", "wait.rel"]);
    assert_code(&output, 1);
    assert!(out(&output).contains("the level is over, and the wait goes past 100000 steps"), "{}", out(&output));
}

#[test]
fn the_command_for_a_failing_solution_shows_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let level = PAUSED.replace("ends: Won", "ends: Lost");
    fs::write(folder.path().join("it fails.ron"), level).expect("a file");
    let output = leveret(folder.path(), &["check", "it fails.ron"]);
    assert_code(&output, 1);
    let report = out(&output);
    let command = report.lines().find_map(|line| line.strip_prefix("to see it: leveret ")).expect("a command");
    assert_eq!(command, "'it fails.ron' --solution 1");
    let arguments: Vec<String> = shlex::split(command).expect("a command line");
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    // Only the display is missing.
    let shown = leveret(folder.path(), &arguments);
    assert_code(&shown, 1);
    assert!(err(&shown).contains("--zoom-bench"), "{}", err(&shown));
}

#[test]
fn a_missing_level_is_one_line() {
    let folder = folder();
    let nowhere = PathBuf::from("nowhere.ron");
    for arguments in [&["simulate", "nowhere.ron"][..], &["nowhere.ron"], &["shot", "nowhere.ron", "-o", "a.png"]] {
        let output = leveret(folder.path(), arguments);
        assert_code(&output, 1);
        let message = err(&output);
        assert_eq!(message.lines().count(), 1, "{message}");
        assert!(message.contains(&*nowhere.to_string_lossy()), "{message}");
    }
}

#[test]
fn a_number_out_of_range_is_answered_with_the_range() {
    let folder = folder();
    for (arguments, range) in [
        (&["simulate", "corridor.ron", "--steps", "x"][..], "from 0 to 100000"),
        (&["simulate", "corridor.ron", "--steps", "-1"], "from 0 to 100000"),
        (&["simulate", "corridor.ron", "--solution", "0"], "from 1 to 999"),
        (&["solve", "corridor.ron", "--seconds", "-1"], "from 0 to 86400"),
        (&["solve", "corridor.ron", "--memory", "99999999999999999999"], "from 1 to 1000000"),
        (&["check", "corridor.ron", "--jobs", "0"], "from 1 to 256"),
        (&["shot", "corridor.ron", "--step", "-3", "-o", "a.png"], "from 0 to 100000"),
        (&["record", "corridor.ron", "--zoom", "-3", "-o", "a.gif"], "from 16 to 256"),
        (&["--zoom-bench", "--threads", "1000"], "from 1 to 256"),
        (&["--zoom-bench", "--zooms", "-16"], "from 16 to 256"),
        (&["--zoom-bench", "--frames", "1"], "from 2 to 100000"),
        (&["--zoom-bench", "--compare", "a", "--threshold", "-5"], "a percentage of 0 or more"),
        (&["simulate", "corridor.ron", "--trace=5..2"], "steps are numbers and ranges"),
    ] {
        let output = leveret(folder.path(), arguments);
        assert_code(&output, 2);
        assert!(err(&output).contains(range), "{arguments:?}: {}", err(&output));
    }
}

/// A run that ignores an option looks like a run that used it.
#[test]
fn options_of_which_no_notice_is_taken_are_refused() {
    let folder = folder();
    for (arguments, told) in [
        (&["--zoom-bench", "--unlock"][..], "'--zoom-bench' cannot be used with '--unlock'"),
        (&["--zoom-bench", "--sheet", "a.png"], "cannot be used with"),
        (&["--zoom-bench", "--present", "auto"], "opens none without '--window'"),
        (&["--zoom-bench", "--compare", "a", "b", "--out", "c"], "leave out '--out <DIR>'"),
        (&["--zoom-bench", "--compare", "a", "b", "--hints", "speed"], "leave out '--hints <LIST>'"),
        (&["--zoom-bench", "--compare", "a", "b", "--quick"], "leave out '--quick'"),
        (&["--zoom-bench", "--compare", "a", "--compare", "b", "c"], "takes one saved run or two, and here are 3"),
        (&["--zoom-bench", "--quick", "--force"], "'--force' replaces files, and none is written"),
        (&["--zoom-bench", "--painter", "reference", "--threads", "2"], "paints on one thread"),
        (&["--sounds", "a", "--hints", "speed"], "'--hints <LIST>' has no effect beside '--sounds <FOLDER>'"),
        (&["--sounds", "a", "--unlock"], "'--unlock' has no effect beside"),
        (
            &["--animations", "--sheet", "a.png", "--present", "auto"],
            "'--present <PRESENT>' has no effect beside '--sheet",
        ),
        (&["--animations", "--record", "a.csv"], "'--record <FILE.csv>' has no effect beside '--animations'"),
        (&["--zoom-bench", "corridor.ron", "--compare", "a", "b"], "leave out '[LEVEL]'"),
    ] {
        let output = leveret(folder.path(), arguments);
        assert_code(&output, 2);
        assert!(err(&output).contains(told), "{arguments:?}: {}", err(&output));
    }
}

#[test]
fn a_hint_without_a_value_is_no_unknown_hint() {
    for hint in ["filter", "filter="] {
        let output = leveret(folder().path(), &["--hints", hint]);
        assert_code(&output, 2);
        let told =
            "the hint `filter` needs a value: write `filter=` and one of nearest, bilinear, sharp, bicubic, area";
        assert!(err(&output).contains(told), "{}", err(&output));
    }
}
