//! Level files, compared with recordings of what the original's loader made of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use leveret::level::{Anchor, Edge, FaultKind, Level, Solution};
use leveret::sim::{Ability, Block, Cell, Direction, Memory, Plank, RabbitSetup, Setup, Shape, Species, ThingSetup};
use serde_json::Value;

/// The folder of recordings.
fn folder() -> PathBuf {
    PathBuf::from(std::env::var_os("LEVERET_ORACLE").expect("LEVERET_ORACLE names a folder of recordings"))
}

/// All level files in the folder with recorded values, each with those values.
fn levels() -> Vec<(PathBuf, Value)> {
    let mut found = Vec::new();
    let mut folders = vec![folder()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rel") && path.with_extension("json").exists() {
                let json = fs::read_to_string(path.with_extension("json")).expect("values");
                found.push((path, serde_json::from_str(&json).expect("JSON")));
            }
        }
    }
    found.sort_by(|(a, _), (b, _)| a.cmp(b));
    assert!(!found.is_empty(), "no levels in {}", folder().display());
    found
}

/// Rows of different lengths are filled up with a note: editors and forums cut blanks off. Rabbit Escape refuses them.
const FILLED_UP: [&str; 2] = ["long-row", "short-row"];

#[test]
#[ignore = "needs a folder of recordings, named by LEVERET_ORACLE"]
fn odd_files_load_or_fail_as_they_did() {
    let bad = folder().join("bad");
    let results = fs::read_to_string(bad.join("RESULTS.tsv")).expect("results");
    let mut different = Vec::new();
    let mut files = 0;
    for line in results.lines().skip(1) {
        let mut fields = line.split('\t');
        let (case, result) = (fields.next().expect("a case"), fields.next().expect("a result"));
        let text = fs::read_to_string(bad.join(case).with_extension("rel")).expect("a level");
        let ours = match Level::from_rel(&text, &format!("{case}.rel")) {
            Ok(_) => "loads".to_owned(),
            Err(error) => kind_name(error.faults()[0].kind),
        };
        files += 1;
        if FILLED_UP.contains(&case) {
            assert_eq!((ours.as_str(), result), ("loads", "WrongLineLength"), "{case}");
        } else if ours != result {
            different.push(format!("{case}: {ours}, recorded {result}"));
        }
    }
    println!("{} of {files} odd files load or fail as recorded", files - different.len());
    assert!(different.is_empty(), "{}", different.join("\n"));
}

#[test]
#[ignore = "needs a folder of recordings, named by LEVERET_ORACLE"]
fn levels_have_the_values_that_were_recorded() {
    let levels = levels();
    for (path, values) in &levels {
        compare(path, values);
    }
    println!("{} levels have the recorded values", levels.len());
}

#[test]
#[ignore = "needs a folder of recordings, named by LEVERET_ORACLE"]
fn levels_stay_the_same_through_ron_and_back() {
    let mut same = 0;
    for (path, _) in levels() {
        let text = fs::read_to_string(&path).expect("a level");
        let file = path.display().to_string();
        let level = Level::from_rel(&text, &file).unwrap_or_else(|error| panic!("{error}"));
        if level.setup().num_rabbits < 0 {
            continue;
        }
        let as_rel = Level::from_rel(&level.to_rel(), &file).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(sorted(&as_rel), sorted(&level), "{file} as .rel");
        let as_ron = Level::from_ron(&level.to_ron(), &file).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(as_ron, level, "{file} as RON");
        let back = Level::from_rel(&as_ron.to_rel(), &file).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(back, as_rel, "{file} as RON, and that as .rel");
        assert_eq!(back.to_rel(), level.to_rel(), "{file}");
        same += 1;
    }
    println!("{same} levels stayed the same");
}

/// A written file has its metadata in a fixed order, and so its comments.
fn sorted(level: &Level) -> Level {
    let mut level = level.clone();
    level.comments.sort_by(|a, b| a.before.cmp(&b.before));
    level
}

fn kind_name(kind: FaultKind) -> String {
    match kind {
        FaultKind::StateOfNothing => "NullPointerException".to_owned(),
        kind => format!("{kind:?}"),
    }
}

fn compare(path: &Path, values: &Value) {
    let id = values["id"].as_str().expect("an id");
    // The original was given the path below its own folder of levels.
    let file = id.split_once('/').expect("a folder").1;
    let text = fs::read_to_string(path).expect("a level");
    let level = Level::from_rel(&text, &format!("{file}.rel")).unwrap_or_else(|error| panic!("{error}"));
    let setup = level.setup();

    let text = |key: &str| values[key].as_str().expect(key).to_owned();
    assert_eq!(level.name, text("name"), "{id}");
    assert_eq!(level.about, text("description"), "{id}");
    assert_eq!(level.author, text("author_name"), "{id}");
    assert_eq!(level.author_url, text("author_url"), "{id}");
    assert_eq!(level.music, text("music"), "{id}");
    assert_eq!(level.edge, Edge::from_name(&text("void_marker_style")).expect("a style"), "{id}");

    let number = |key: &str| int(&values[key]);
    assert_eq!((setup.width, setup.height), (number("width"), number("height")), "{id}");
    assert_eq!((setup.num_rabbits, setup.to_save), (number("num_rabbits"), number("num_to_save")), "{id}");
    assert_eq!((setup.saved, setup.killed), (number("num_saved"), number("num_killed")), "{id}");
    assert_eq!((setup.waiting, setup.index_count), (number("num_waiting"), number("rabbit_index_count")), "{id}");
    assert_eq!(Value::from(setup.paused), values["paused"], "{id}");
    assert_eq!(setup.delay, list(values, "rabbit_delay").iter().map(int).collect::<Vec<_>>(), "{id}");
    for ability in Ability::ALL {
        assert_eq!(setup.tokens[ability as usize], values["tokens"].get(ability.name()).map(int), "{id}");
    }

    assert_eq!(level.hints, texts(values, "hints"), "{id}");
    let solutions: Vec<Solution> = texts(values, "solutions").into_iter().map(Solution::Script).collect();
    assert_eq!(level.solutions, solutions, "{id}");
    let comments: Vec<(String, Anchor)> = list(values, "comments").iter().map(comment).collect();
    let ours: Vec<(String, Anchor)> =
        level.comments.iter().map(|c| (format!("%{}", c.text), c.before.clone())).collect();
    assert_eq!(ours, comments, "{id}");

    compare_blocks(id, setup, values);
    // In the recording a rabbit saved without an index looks like one that was not saved.
    let rabbits: Vec<RabbitSetup> =
        setup.rabbits.iter().map(|rabbit| RabbitSetup { index: rabbit.index.max(0), ..*rabbit }).collect();
    assert_eq!(rabbits, list(values, "rabbits").iter().map(rabbit).collect::<Vec<_>>(), "{id}");
    assert_eq!(setup.things, list(values, "things").iter().map(thing).collect::<Vec<_>>(), "{id}");
    let water: BTreeMap<Cell, i32> =
        list(values, "water").iter().map(|water| (cell(water), int(&water["amount"]))).collect();
    assert_eq!(setup.water.iter().copied().collect::<BTreeMap<_, _>>(), water, "{id}");
}

fn compare_blocks(id: &str, setup: &Setup, values: &Value) {
    let mut oldest: BTreeMap<Cell, Block> = BTreeMap::new();
    let mut stacks: BTreeMap<Cell, String> = BTreeMap::new();
    for &(cell, block) in &setup.blocks {
        oldest.entry(cell).or_insert(block);
        stacks.entry(cell).or_default().push(picture(block));
    }
    let rows = texts(values, "blocks");
    let variants = texts(values, "block_variants");
    for (y, row) in (0..).zip(&rows) {
        for (x, drawn) in (0..).zip(row.chars()) {
            let ours = oldest.get(&Cell::new(x, y)).copied();
            assert_eq!(ours.map_or(' ', picture), drawn, "{id}: block at {x}, {y}");
            let variant = ours.map_or('.', |block| char::from(b'0' + block.variant));
            assert_eq!(Some(variant), variants[y as usize].chars().nth(x as usize), "{id}: look at {x}, {y}");
        }
    }
    stacks.retain(|_, blocks| blocks.chars().count() > 1);
    let recorded: BTreeMap<Cell, String> = list(values, "block_stacks")
        .iter()
        .map(|stack| (cell(stack), stack["blocks"].as_str().expect("blocks").to_owned()))
        .collect();
    assert_eq!(stacks, recorded, "{id}");
}

fn picture(block: Block) -> char {
    use leveret::sim::Material;
    match (block.material, block.shape) {
        (Material::Metal, _) => 'M',
        (Material::Earth, Shape::Flat) => '#',
        (Material::Earth, Shape::UpRight) => '/',
        (Material::Earth, Shape::UpLeft) => '\\',
        (Material::Earth, Shape::BridgeUpRight) => '(',
        (Material::Earth, Shape::BridgeUpLeft) => ')',
    }
}

fn rabbit(value: &Value) -> RabbitSetup {
    let species = match &value["kind"] {
        kind if kind == "rabbot" => Species::Rabbot,
        _ => Species::Rabbit,
    };
    let direction = if value["dir"] == "right" { Direction::Right } else { Direction::Left };
    let number = |key: &str| value.get(key).map_or(0, int);
    let flag = |key: &str| value.get(key).is_some_and(|flag| flag == true || flag == "true");
    RabbitSetup {
        cell: cell(value),
        direction,
        species,
        index: number("index"),
        on_slope: flag("onSlope"),
        memory: Memory {
            fallen: number("Falling.heightFallen"),
            brolly: flag("Brollychuting.hasAbility"),
            bash_steps: number("Bashing.stepsOfBashing"),
            dig_steps: number("Digging.stepsOfDigging"),
            plank: match value.get("Bridging.bridgeType").and_then(Value::as_str) {
                Some("UP") => Plank::Up,
                Some("DOWN_UP") => Plank::DownUp,
                _ => Plank::Along,
            },
            big_steps: number("Bridging.bigSteps"),
            small_steps: number("Bridging.smallSteps"),
            blocking: flag("Blocking.abilityActive"),
            climber: flag("Climbing.hasAbility"),
            climbing: flag("Climbing.abilityActive"),
        },
    }
}

fn thing(value: &Value) -> (Cell, ThingSetup) {
    let text = |key: &str| value[key].as_str().expect("a text");
    let thing = match text("kind") {
        "entrance" => ThingSetup::Entrance { timer: value.get("Entrance.timeToNextRabbit").map_or(0, int) },
        "exit" => ThingSetup::Exit,
        "pipe" => ThingSetup::Pipe,
        "fire" => ThingSetup::Fire { variant: u8::try_from(int(&value["variant"])).expect("a look") },
        "token" => ThingSetup::Token(Ability::from_name(text("type")).expect("an ability")),
        other => panic!("a thing of kind {other}"),
    };
    (cell(value), thing)
}

fn comment(value: &Value) -> (String, Anchor) {
    let before = match value["before"].as_str() {
        None => Anchor::End,
        Some("world-ascii-art") => Anchor::Map,
        Some(key) => Anchor::Key(key.to_owned()),
    };
    (value["text"].as_str().expect("a text").to_owned(), before)
}

fn cell(value: &Value) -> Cell {
    Cell::new(int(&value["x"]), int(&value["y"]))
}

fn int(value: &Value) -> i32 {
    // A rabbit's saved state was recorded as text.
    let number = value.as_i64().or_else(|| value.as_str()?.parse().ok());
    number.and_then(|number| i32::try_from(number).ok()).expect("a number")
}

fn list<'a>(values: &'a Value, key: &str) -> &'a [Value] {
    values[key].as_array().expect(key)
}

fn texts(values: &Value, key: &str) -> Vec<String> {
    list(values, key).iter().map(|text| text.as_str().expect("a text").to_owned()).collect()
}
