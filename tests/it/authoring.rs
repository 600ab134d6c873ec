//! The real binary in the hands of those who write levels: new levels, one shape, orders, pictures, and files that must not
//! be lost.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use leveret::level::MAX_FILE;

const CORRIDOR: &str = include_str!("data/corridor.ron");

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leveret"));
    command.args(arguments).current_dir(folder);
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("RUST_LOG");
    command
}

fn leveret(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().expect("the binary starts")
}

/// With this text on standard input.
fn leveret_reading(folder: &Path, arguments: &[&str], text: &str) -> Output {
    let mut command = command(folder, arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the binary starts");
    child.stdin.take().expect("a pipe").write_all(text.as_bytes()).expect("it is read");
    child.wait_with_output().expect("it ends")
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[track_caller]
fn assert_code(output: &Output, code: i32) {
    assert_eq!(output.status.code(), Some(code), "{}{}", out(output), err(output));
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("corridor.ron"), CORRIDOR).expect("a file");
    folder
}

fn read(folder: &tempfile::TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).expect("a text")
}

#[test]
fn a_new_level_makes_sense_and_can_be_won() {
    let folder = folder();
    assert_code(&leveret(folder.path(), &["new", "pit.ron"]), 0);
    let checked = leveret(folder.path(), &["check", "--strict", "pit.ron"]);
    assert_code(&checked, 0);
    assert!(out(&checked).contains("1         won "), "{}", out(&checked));
    // All of its tokens are needed.
    let solved = leveret(folder.path(), &["solve", "pit.ron", "--seconds", "60"]);
    assert!(out(&solved).starts_with("solved with 2 tokens"), "{}", out(&solved));
    assert!(out(&solved).contains("no play wins with fewer"), "{}", out(&solved));
    // It is in the shape that `fmt` gives, and says how to go on with it.
    assert_code(&leveret(folder.path(), &["fmt", "--check", "pit.ron"]), 0);
    assert!(read(&folder, "pit.ron").contains("leveret check pit.ron"));
    assert_eq!(out(&leveret(folder.path(), &["new", "-"])), read(&folder, "pit.ron").replace("pit.ron", "NAME.ron"));
    assert_code(&leveret(folder.path(), &["new", "pit.txt"]), 2);
}

#[test]
fn every_field_is_in_a_new_level() {
    let folder = folder();
    let text = out(&leveret(folder.path(), &["new", "-"]));
    let help = out(&leveret(folder.path(), &["new", "--help"]));
    let fields = help.lines().skip_while(|line| !line.starts_with("| field ")).take_while(|line| line.starts_with('|'));
    let fields: Vec<&str> = fields.filter_map(|line| line.split('`').nth(1)).collect();
    assert!(fields.len() > 15, "{help}");
    // Only saved and imported games have these.
    for field in fields.iter().filter(|field| !["progress", "comments"].contains(field)) {
        assert!(text.contains(&format!("\n    {field}: ")), "{field} is not in\n{text}");
    }
}

#[test]
fn one_shape_keeps_comments_and_is_reached_once() {
    let folder = folder();
    let untidy = "Level(map:[\"Q O\",\n\"###\"], // above\n/* few */ rabbits:3)\n";
    fs::write(folder.path().join("a.ron"), untidy).expect("a file");
    let check = |code| assert_code(&leveret(folder.path(), &["fmt", "--check", "a.ron"]), code);
    check(1);
    assert_eq!(read(&folder, "a.ron"), untidy);
    let done = leveret(folder.path(), &["fmt", "a.ron"]);
    assert_code(&done, 0);
    assert_eq!(out(&done), "a.ron\n");
    let shaped = read(&folder, "a.ron");
    assert!(shaped.contains("// above") && shaped.contains("/* few */") && shaped.lines().count() > 5, "{shaped}");
    check(0);
    assert_eq!(out(&leveret(folder.path(), &["fmt", "a.ron"])), "");
}

#[test]
fn a_faulty_file_is_not_reshaped_and_the_others_are() {
    let folder = folder();
    fs::write(folder.path().join("a.ron"), "Level(map: [").expect("a file");
    fs::write(folder.path().join("b.ron"), "Level(map:[\"Q O\"])").expect("a file");
    fs::write(folder.path().join("c.rel"), "Q O\n").expect("a file");
    // A file that has no shape is wrong use.
    assert_code(&leveret(folder.path(), &["fmt", "--check", "a.ron"]), 1);
    assert_code(&leveret(folder.path(), &["fmt", "--check", "c.rel"]), 2);
    let output = leveret(folder.path(), &["fmt", "a.ron", "b.ron", "c.rel"]);
    assert_code(&output, 2);
    assert!(err(&output).contains("a.ron:1:") && err(&output).contains("`c.rel`"), "{}", err(&output));
    assert_eq!(read(&folder, "a.ron"), "Level(map: [");
    assert_ne!(read(&folder, "b.ron"), "Level(map:[\"Q O\"])");
}

#[test]
fn all_levels_of_a_folder_get_one_shape() {
    let folder = folder();
    let inner = folder.path().join("set").join("inner");
    fs::create_dir_all(&inner).expect("a folder");
    fs::create_dir(folder.path().join("empty")).expect("a folder");
    let untidy = "Level(map:[\"Q O\"])";
    fs::write(folder.path().join("set").join("b.ron"), untidy).expect("a file");
    fs::write(inner.join("a.ron"), untidy).expect("a file");
    fs::write(inner.join("c.rel"), "Q O\n").expect("a file");
    let checked = leveret(folder.path(), &["fmt", "--check", "set"]);
    assert_code(&checked, 1);
    assert!(err(&checked).contains("b.ron` has another shape"), "{}", err(&checked));
    let done = leveret(folder.path(), &["fmt", "set"]);
    assert_code(&done, 0);
    let lines = out(&done).replace('\\', "/");
    assert_eq!(lines, "set/b.ron\nset/inner/a.ron\n");
    assert_code(&leveret(folder.path(), &["fmt", "--check", "set"]), 0);
    let empty = leveret(folder.path(), &["fmt", "empty"]);
    assert_code(&empty, 1);
    assert!(err(&empty).contains("`empty`: there are no levels in it"), "{}", err(&empty));
}

/// Each command that writes a file, with the file it writes.
#[test]
fn nothing_is_replaced_without_force() {
    let folder = folder();
    fs::write(folder.path().join("a.rel"), ":num_rabbits=1\n Q   \n    O\n#####\n").expect("a file");
    let commands: [(&[&str], &str); 6] = [
        (&["import", "a.rel"], "a.ron"),
        (&["import", "a.rel", "-o", "b.ron"], "b.ron"),
        (&["export", "corridor.ron"], "corridor.rel"),
        (&["shot", "corridor.ron", "--size", "64x64", "-o", "a.png"], "a.png"),
        (&["--animations", "--zoom", "16", "--sheet", "s.png"], "s.png"),
        (&["new", "n.ron"], "n.ron"),
    ];
    for (command, file) in commands {
        let path = folder.path().join(file);
        fs::write(&path, "two hours of work").expect("a file");
        let refused = leveret(folder.path(), command);
        assert_code(&refused, 1);
        let message =
            format!("leveret: could not write `{file}`: it exists; choose another name, or replace it with --force\n");
        assert_eq!(err(&refused), message);
        assert_eq!(read(&folder, file), "two hours of work");
        assert_code(&leveret(folder.path(), &[command, &["--force"]].concat()), 0);
        assert!(fs::read(&path).expect("a file") != b"two hours of work");
    }
    // A recording gets its name with the first frame, and here is no display.
    fs::write(folder.path().join("frames.csv"), "two hours of work").expect("a file");
    for (force, told) in [(&[][..], "it exists"), (&["--force"], "display")] {
        let refused = leveret(folder.path(), &[&["--record", "frames.csv"], force].concat());
        assert_code(&refused, 1);
        assert!(err(&refused).contains(told), "{}", err(&refused));
        assert_eq!(read(&folder, "frames.csv"), "two hours of work");
    }
}

#[test]
fn a_dash_is_standard_output() {
    let folder = folder();
    let rel = leveret(folder.path(), &["export", "corridor.ron", "-o", "-"]);
    assert_code(&rel, 0);
    fs::write(folder.path().join("c.rel"), &rel.stdout).expect("a file");
    assert!(out(&leveret(folder.path(), &["import", "c.rel", "-o", "-"])).starts_with("Level(\n"));
    let png = leveret(folder.path(), &["shot", "corridor.ron", "--size", "64x64", "-o", "-"]);
    assert!(image::load_from_memory(&png.stdout).is_ok());
    assert!(!folder.path().join("-").exists());
}

#[test]
fn a_file_gets_what_its_name_promises() {
    let folder = folder();
    for arguments in [
        &["shot", "corridor.ron", "-o", "a.jpg"][..],
        &["--animations", "--sheet", "a.gif"],
        &["export", "corridor.ron", "-o", "a.ron"],
    ] {
        let output = leveret(folder.path(), arguments);
        assert_code(&output, 2);
        assert!(err(&output).contains("ending in .png") || err(&output).contains("ends in .rel"), "{}", err(&output));
    }
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
}

/// A shell may have opened a file as standard output, and what is in it must stay.
#[cfg(unix)]
#[test]
fn a_file_behind_standard_output_is_written_to_and_not_replaced() {
    let folder = folder();
    let path = folder.path().join("log");
    fs::write(&path, "before\n").expect("a file");
    let log = fs::OpenOptions::new().append(true).open(&path).expect("a file");
    let mut command = command(folder.path(), &["export", "corridor.ron", "-o", "/dev/stdout"]);
    assert!(command.stdout(log).status().expect("the binary starts").success());
    let text = read(&folder, "log");
    assert!(text.starts_with("before\n% One long") && text.contains("\n:name=Corridor\n"), "{text}");
}

#[test]
fn import_knows_its_format_whatever_the_name() {
    let folder = folder();
    let rel = ":num_rabbits=1\n:num_to_save=1\n Q   \n    O\n#####\n";
    for (name, imported) in [("A.REL", "A.ron"), ("level.rel.txt", "level.ron"), ("other.txt", "other.ron")] {
        fs::write(folder.path().join(name), rel).expect("a file");
        assert_code(&leveret(folder.path(), &["import", name]), 0);
        assert_code(&leveret(folder.path(), &["check", imported]), 0);
    }
    fs::copy(folder.path().join("A.ron"), folder.path().join("B.RON")).expect("a copy");
    let checked = leveret(folder.path(), &["check", "."]);
    assert_code(&checked, 0);
    assert!(out(&checked).contains("./B.RON") && out(&checked).contains("./A.REL"), "{}", out(&checked));
}

/// What a conversion had to fill in or to leave out is said on standard error; the level is written all the same.
#[test]
fn conversions_say_what_they_changed() {
    let folder = folder();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("a file");
    write("cut.rel", "Hello!\n\n```\n:num_rabbits=1\n:num_to_save=1\n Q\n    O\n#####\n```\nBye.\n");
    let imported = leveret(folder.path(), &["import", "cut.rel"]);
    assert_code(&imported, 0);
    assert_eq!(
        err(&imported),
        "leveret: note on `cut.rel`: row 1 of the map filled up with blanks, to 5\n\
         leveret: note on `cut.rel`: words around the level passed over\n"
    );
    assert!(read(&folder, "cut.ron").contains("rabbits: 1,"));
    let checked = leveret(folder.path(), &["check", "--strict", "cut.rel"]);
    assert_code(&checked, 0);
    assert!(out(&checked).contains("note on `cut.rel`: words around the level passed over"), "{}", out(&checked));

    let solutions = "solutions: [Solution(ends: Lost, orders: [At(2, ExplodeAll)])]";
    write(
        "rich.ron",
        &format!("Level(about: \"One.\\nTwo.\", hints: [\"A\\nB\"], map: [\" Q O\", \"####\"], {solutions})"),
    );
    let exported = leveret(folder.path(), &["export", "rich.ron"]);
    assert_code(&exported, 0);
    assert_eq!(
        err(&exported),
        "leveret: note on `rich.ron`: the line breaks of `about`: they become spaces\n\
         leveret: note on `rich.ron`: the line breaks of hint 1: they become spaces\n\
         leveret: note on `rich.ron`: solution 1: the format has no word for exploding all rabbits\n"
    );
    assert!(read(&folder, "rich.rel").contains(":description=One. Two.\n"));
    // What loses nothing is quiet.
    assert_eq!(err(&leveret(folder.path(), &["export", "corridor.ron"])), "");
}

/// Rabbit Escape waits a thousand steps for the end of a level, and no longer.
#[test]
fn a_solution_that_ends_late_counts_its_steps() {
    let folder = folder();
    let level = |map: &str, more: &str| {
        format!("Level(rabbits: 3, save: 3, delay: [600], tokens: {{ climb: 1 }}, map: [{map}], solutions: [{more}])")
    };
    let floor = r#"" Q   ", "    O", "MMMMM""#;
    for (map, solution, script) in [
        (floor, "Solution(ends: Won, orders: [])", "1205;WON"),
        (floor, "Solution(ends: Lost, orders: [])", "until:LOST"),
        (floor, "Solution(ends: Won, orders: [At(2, climb, (0, 0))])", "2;climb&(0,0);1202;WON"),
        (floor, "Solution(ends: Won, orders: [At(700, climb, (0, 0))])", "700;climb&(0,0);until:WON"),
        (r#""   Q ", "     ", "MMMMM""#, "Solution(ends: Lost, orders: [])", "1204;LOST"),
    ] {
        fs::write(folder.path().join("late.ron"), level(map, solution)).expect("a file");
        assert_code(&leveret(folder.path(), &["export", "late.ron", "--force"]), 0);
        let written = read(&folder, "late.rel");
        assert!(written.contains(&format!(":solution.1={script}\n")), "{script} is not in\n{written}");
        let failing = script == "until:LOST";
        assert_code(&leveret(folder.path(), &["check", "late.rel"]), i32::from(failing));
    }
}

#[test]
fn check_passes_over_hidden_names() {
    let folder = folder();
    fs::create_dir(folder.path().join(".git")).expect("a folder");
    for name in [".corridor.ron", ".git/a.ron"] {
        fs::write(folder.path().join(name), "no level").expect("a file");
    }
    assert_code(&leveret(folder.path(), &["check", "."]), 0);
    assert_code(&leveret(folder.path(), &["check", ".corridor.ron"]), 1);
}

#[test]
fn warnings_fail_only_if_strict() {
    let folder = folder();
    fs::write(folder.path().join("a.ron"), "Level(map: [\" Q \", \"###\"])").expect("a file");
    let lenient = leveret(folder.path(), &["check", "a.ron"]);
    assert_code(&lenient, 0);
    assert!(out(&lenient).contains("warning: a.ron:1:12: no rabbit can be saved"), "{}", out(&lenient));
    assert_code(&leveret(folder.path(), &["check", "--strict", "a.ron"]), 1);
    assert_code(&leveret(folder.path(), &["check", "--strict", "corridor.ron"]), 0);
}

const FIRE: &str = r#"Level(
    rabbits: 2, save: 2, delay: [3], tokens: { dig: 1 },
    map: [
        " Q       ",
        "     A  O",
        "MMMMMMMMM",
    ],
    solutions: [
        Solution(ends: Won, orders: []),
        Solution(ends: Lost, orders: [At(1, dig, (4, 1)), At(2, dig, (6, 1))]),
        Script("3;dig&(4,2);WON"),
    ],
)"#;

#[test]
fn a_solution_that_fails_says_where_and_what_happened() {
    let folder = folder();
    fs::write(folder.path().join("fire.ron"), FIRE).expect("a file");
    let output = leveret(folder.path(), &["check", "fire.ron"]);
    assert_code(&output, 1);
    let report = out(&output);
    for words in [
        "cannot play solution 1 of level `fire.ron`: the level is not won, but lost\n\
         fire.ron:9:24: rabbit 1 burned at 5,1 after step 6, rabbit 2 burned at 5,1 after step 9; saved 0 of 2 in 9 steps\n  \
         9 |         Solution(ends: Won, orders: []),\n    \
           |                        ^^^\n\
         to see it: leveret fire.ron --solution 1\n",
        "cannot play solution 2 of level `fire.ron`: at order 2, no such token is left\n\
         fire.ron:10:59: nobody died; saved 0 of 2 in 2 steps\n",
        "cannot play solution 3 of level `fire.ron`: at order 2, the cell holds a block\n\
         fire.ron:11:19: nobody died; saved 0 of 2 in 3 steps\n",
    ] {
        assert!(report.contains(words), "{words}\n is not in\n{report}");
    }
}

#[test]
fn orders_are_read_in_both_notations_from_a_file_or_a_pipe() {
    let folder = folder();
    let ron = "[At(0, bash, (3, 2))]";
    for text in [
        ron,
        "At(0, bash, (3, 2)),",
        "// mine\nSolution(ends: Won, orders: [At(0, bash, (3, 2))])",
        "Solution(ends: Won, orders: [At(0, bash, (3, 2))]),\n",
        "# mine\n0 place bash 3 2\n",
    ] {
        for text in [text.to_owned(), format!("\u{feff}{text}"), text.replace('\n', "\r\n")] {
            let output = leveret_reading(folder.path(), &["simulate", "corridor.ron", "--orders", "-"], &text);
            assert_code(&output, 0);
            assert!(out(&output).starts_with("won after "), "{text}: {}", out(&output));
        }
    }
    fs::write(folder.path().join("orders"), ron).expect("a file");
    assert_code(&leveret(folder.path(), &["simulate", "corridor.ron", "--orders", "orders"]), 0);
    let faulty =
        leveret_reading(folder.path(), &["simulate", "corridor.ron", "--orders", "-"], "[At(0, bosh, (3, 2))]");
    assert_code(&faulty, 1);
    assert!(err(&faulty).contains("-:1:8: `bosh`"), "{}", err(&faulty));
}

/// What is too long is not cut off, be it in the middle of a character.
#[test]
fn standard_input_is_bounded_as_files_are() {
    let folder = folder();
    let long = format!("{}ü", "#".repeat(MAX_FILE as usize - 1));
    for arguments in
        [&["simulate", "corridor.ron", "--orders", "-"][..], &["simulate", "corridor.ron", "--replay", "-"]]
    {
        let output = leveret_reading(folder.path(), arguments, &long);
        assert_code(&output, 1);
        assert!(err(&output).contains("it is larger than 1000000 bytes"), "{}", err(&output));
    }
}

#[test]
fn refused_orders_are_named() {
    let folder = folder();
    let text = "0 place bash 3 2\n1 place bash 3 2\n2 place climb 3 2\n3 place dig 0 0\n500 explode_all\n";
    let output = leveret_reading(folder.path(), &["simulate", "corridor.ron", "--orders", "-"], text);
    assert_code(&output, 0);
    let lines: Vec<String> = err(&output).lines().map(str::to_owned).collect();
    assert_eq!(
        lines[..3],
        [
            "leveret: order `At(1, bash, (3, 2))` was refused: no such token is left",
            "leveret: order `At(2, climb, (3, 2))` was refused: the level has no such tokens",
            "leveret: order `At(3, dig, (0, 0))` was refused: the cell holds a block",
        ]
    );
    assert!(lines[3].ends_with("later orders were not given") && lines.len() == 4, "{lines:?}");
}

#[test]
fn the_map_is_drawn_at_chosen_steps() {
    let folder = folder();
    let arguments = ["simulate", "corridor.ron", "--steps", "9", "--trace=0,3..4"];
    let text = out(&leveret(folder.path(), &arguments));
    let steps: Vec<&str> = text.lines().filter(|line| line.starts_with("step ")).collect();
    assert_eq!(steps, ["step 0", "step 3", "step 4"]);
    assert!(text.contains("0 |##########|\n") && text.contains("  0123456789\n"), "{text}");
    assert!(text.ends_with("0 waiting\n"), "{text}");
    assert_code(&leveret(folder.path(), &["simulate", "corridor.ron", "--trace=x"]), 2);
}

#[test]
fn a_crowd_without_end_is_not_simulated_for_hours() {
    let folder = folder();
    let level = format!("Level(rabbits: 0, map: [\"M*M\", \"MMM\"], stars: [\"{}\"])", "r".repeat(9000));
    fs::write(folder.path().join("crowd.ron"), level).expect("a file");
    let output = leveret(folder.path(), &["simulate", "crowd.ron"]);
    assert_code(&output, 1);
    assert!(err(&output).contains("is too full to be played to its end"), "{}", err(&output));
}

#[test]
fn a_grid_and_a_place_change_the_picture() {
    let folder = folder();
    let shot = |more: &[&str]| {
        let usual = ["shot", "corridor.ron", "--size", "320x200", "--zoom", "40", "-o", "-"];
        let output = leveret(folder.path(), &[&usual[..], more].concat());
        assert_code(&output, 0);
        output.stdout
    };
    let plain = shot(&[]);
    let pictures = [shot(&["--grid"]), shot(&["--at", "1,1"]), shot(&["--at", "-3,1"])];
    assert!(pictures.iter().all(|picture| *picture != plain));
    assert_code(&leveret(folder.path(), &["shot", "corridor.ron", "--at", "1", "-o", "-"]), 2);
}

#[test]
fn shells_and_manuals_know_every_command() {
    let folder = folder();
    let help = out(&leveret(folder.path(), &["--help"]));
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let commands: Vec<&str> = commands.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.contains(&"new") && commands.len() > 8, "{help}");
    let manual = out(&leveret(folder.path(), &["man"]));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let completions = leveret(folder.path(), &["completions", shell]);
        assert_code(&completions, 0);
        for command in commands.iter().filter(|command| **command != "help") {
            assert!(out(&completions).contains(command), "{shell} does not know {command}");
            assert!(manual.contains(&format!("leveret\\-{command}")), "the manual does not know {command}");
        }
    }
    assert!(out(&leveret(folder.path(), &["man", "shot"])).contains("\\-\\-grid"));
    assert_code(&leveret(folder.path(), &["man", "shoot"]), 2);
}

#[test]
fn the_help_begins_with_what_most_people_want() {
    let folder = folder();
    let help = out(&leveret(folder.path(), &["-h"]));
    let positions =
        ["leveret LEVEL", "leveret check", "leveret --zoom-bench", "Usage:", "Commands:", "Benchmark options:"];
    let positions: Vec<usize> = positions.iter().map(|words| help.find(words).expect(words)).collect();
    assert!(positions.is_sorted(), "{help}");
}
