//! Recorded plays of the original game, replayed: every step must give the same trace.
//!
//! The folder of recordings is named by `LEVERET_ORACLE`. It holds folders of levels: a `level.rel` with its `.trace`
//! files, in the format of [`leveret::play::Trace`]. It is not part of the project.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use leveret::level::{Level, Solution};
use leveret::play::{Player, Script, Trace};
use leveret::sim::{Ability, Cell, Order};

/// Traces whose difference is shown in full; of further ones only the name is.
const SHOWN: usize = 5;

#[test]
#[ignore = "needs a folder of recordings, named by LEVERET_ORACLE"]
fn every_recorded_play_has_the_same_trace() {
    let root = PathBuf::from(std::env::var_os("LEVERET_ORACLE").expect("LEVERET_ORACLE names no folder"));
    let mut traces = Vec::new();
    find_traces(&root, &mut traces);
    assert!(!traces.is_empty(), "`{}` holds no traces", root.display());

    let mut failures = Vec::new();
    for path in &traces {
        if let Err(difference) = compare(path) {
            failures.push(format!("{}: {difference}", path.display()));
        }
    }
    let mut report = format!("{} of {} traces match", traces.len() - failures.len(), traces.len());
    println!("{report}");
    for (index, failure) in failures.iter().enumerate() {
        let text = if index < SHOWN { failure } else { failure.lines().next().unwrap_or_default() };
        write!(report, "\n{text}").unwrap();
    }
    assert!(failures.is_empty(), "{report}");
}

fn find_traces(folder: &Path, traces: &mut Vec<PathBuf>) {
    let entries =
        std::fs::read_dir(folder).unwrap_or_else(|cause| panic!("cannot list `{}`: {cause}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            find_traces(&path, traces);
        } else if path.extension().is_some_and(|ending| ending == "trace") {
            traces.push(path);
        }
    }
}

/// Replays one recording. The first difference is the error.
fn compare(path: &Path) -> Result<(), String> {
    let recording = std::fs::read_to_string(path).map_err(|cause| cause.to_string())?;
    let level = Level::read(&path.with_file_name("level.rel")).map_err(|error| error.to_string())?;
    let mut player = Player::new(level.world());
    let mut trace = Trace::new();
    let begin = trace.begin(&level, "", "", player.world());
    let start = begin.find("S 0").unwrap();
    check_header(&recording, &begin[..start])?;
    let (mut recorded, mut found) = (Shown::default(), Shown::default());
    for record in records(&recording) {
        let first = record.lines().next().unwrap_or_default();
        let words: Vec<&str> = first.split(' ').collect();
        match words[..] {
            ["S", step, ..] => {
                let ours = if step == "0" {
                    begin[start..].to_owned()
                } else {
                    player.halt().map_or(Ok(()), |halt| Err(format!("no step {step}: {halt:?}")))?;
                    player.advance();
                    trace.step(player.world())
                };
                recorded.update(record);
                found.update(&ours);
                if record != ours {
                    return Err(format!(
                        "differs first at step {step}\n{}",
                        side_by_side(record, &recorded, &ours, &found)
                    ));
                }
            }
            ["c", "explode_all"] => player.order(Order::ExplodeAll).map_err(|refusal| refusal.to_string())?,
            ["c", "place", "-", ..] | ["c", "select" | "assert", ..] => {}
            ["c", "place", kind, x, y, ..] => {
                let cell = Cell::new(x.parse().unwrap(), y.parse().unwrap());
                let order = Order::Place(Ability::from_name(kind).unwrap(), cell);
                // The answer is compared.
                let _ = player.order(order);
                let ours = trace.answers(&player.answers()[player.answers().len() - 1..]);
                if ours != record {
                    return Err(format!("an order is answered otherwise\n  recorded: {record}  found:    {ours}"));
                }
            }
            ["E", .., verdict] => {
                check_end(record, &trace.end(player.world(), verdict))?;
                if let Some(played) = play_solution(&recording, &level) {
                    check_end(record, &played)?;
                }
            }
            _ => return Err(format!("unknown record `{first}`")),
        }
    }
    Ok(())
}

/// Compares the headers, except for the names of level and play and the mode, which differ on purpose.
fn check_header(recording: &str, ours: &str) -> Result<(), String> {
    let sizes = |text: &str| -> Vec<String> {
        let named = ["@trace", "@size", "@rabbits", "@delay"];
        text.lines().filter(|line| named.iter().any(|name| line.starts_with(name))).map(str::to_owned).collect()
    };
    let (recorded, found) = (sizes(recording), sizes(ours));
    if recorded == found { Ok(()) } else { Err(format!("the header differs: {recorded:?}, found {found:?}")) }
}

fn check_end(recorded: &str, ours: &str) -> Result<(), String> {
    if recorded == ours { Ok(()) } else { Err(format!("the end differs\n  recorded: {recorded}  found:    {ours}")) }
}

/// If the recording is of a solution: the last line of its trace as our interpreter plays it.
fn play_solution(recording: &str, level: &Level) -> Option<String> {
    let number: usize = recording.lines().find_map(|line| line.strip_prefix("@play solution "))?.parse().unwrap();
    let Solution::Script(text) = &level.solutions[number - 1] else { panic!("a .rel file holds scripts") };
    let play = text.parse::<Script>().unwrap().play(level.world());
    let mut trace = Trace::new();
    (0..play.steps).for_each(|_| drop(trace.step(&play.world)));
    Some(trace.end(&play.world, play.failure.map_or("ok", |failure| failure.reason.name())))
}

/// The records after the header: a step with all of its lines, or a single line.
fn records(recording: &str) -> Vec<&str> {
    let starts: Vec<usize> = recording
        .match_indices(['S', 'c', 'E', 'X'])
        .map(|(at, _)| at)
        .filter(|&at| at > 0 && recording.as_bytes()[at - 1] == b'\n')
        .collect();
    let ends = starts.iter().skip(1).copied().chain([recording.len()]);
    starts.iter().zip(ends).map(|(&start, end)| &recording[start..end]).collect()
}

/// The world as shown by the records so far.
#[derive(Default)]
struct Shown {
    ground: Vec<Vec<char>>,
    things: Vec<String>,
    water: Vec<String>,
    rabbits: Vec<String>,
}

impl Shown {
    fn update(&mut self, record: &str) {
        let lines = |start: &[&str]| -> Vec<String> {
            record.lines().filter(|line| start.iter().any(|start| line.starts_with(start))).map(str::to_owned).collect()
        };
        if record.lines().any(|line| line == "G") {
            self.ground = lines(&["|"]).iter().map(|row| row[1..].chars().collect()).collect();
        }
        for (kept, head, body) in [(&mut self.things, "T ", "t "), (&mut self.water, "W ", "w ")] {
            if !lines(&[head]).is_empty() {
                *kept = lines(&[body]);
            }
        }
        self.rabbits = lines(&["r ", "b "]);
    }

    /// The ground, water as `~`, things by their first letter, and rabbits.
    fn picture(&self) -> Vec<String> {
        let mut rows = self.ground.clone();
        let mut draw = |x: &str, y: &str, character: char| {
            let cell = (y.parse().unwrap_or(-1_i32) as usize, x.parse().unwrap_or(-1_i32) as usize);
            if let Some(place) = rows.get_mut(cell.0).and_then(|row| row.get_mut(cell.1)) {
                *place = character;
            }
        };
        for row in &self.water {
            let words: Vec<&str> = row.split(' ').collect();
            words[2..].iter().for_each(|water| draw(water.split(':').next().unwrap_or_default(), words[1], '~'));
        }
        for thing in &self.things {
            let words: Vec<&str> = thing.split(' ').collect();
            draw(words[2], words[3], words[1].chars().next().unwrap_or('?'));
        }
        for rabbit in &self.rabbits {
            let words: Vec<&str> = rabbit.split(' ').collect();
            draw(words[2], words[3], if words[0] == "b" { 'B' } else { 'R' });
        }
        rows.into_iter().map(String::from_iter).collect()
    }
}

/// The lines that only one side has, then both pictures.
fn side_by_side(recorded: &str, recorded_state: &Shown, found: &str, found_state: &Shown) -> String {
    let mut counts: BTreeMap<&str, i32> = BTreeMap::new();
    recorded.lines().for_each(|line| *counts.entry(line).or_default() += 1);
    found.lines().for_each(|line| *counts.entry(line).or_default() -= 1);
    let only = |sign: i32| -> String {
        counts.iter().filter(|(_, count)| **count * sign > 0).map(|(line, _)| format!("    {line}\n")).collect()
    };
    let mut text = format!("  only recorded:\n{}  only found:\n{}  recorded, and found:\n", only(1), only(-1));
    let (left, right) = (recorded_state.picture(), found_state.picture());
    for (left, right) in left.iter().zip(&right) {
        writeln!(text, "    {left}   |   {right}").unwrap();
    }
    text
}
