//! House rules: which module may import which, and what `sim` may not use.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module and the modules, or single types of them, that it may import. A re-export does not hide where a type
/// comes from: `app::Frame` counts as `raster::Frame`. `cli` may import all.
const MAY_IMPORT: [(&str, &[&str]); 15] = [
    ("sim", &[]),
    ("look", &[]),
    ("disk", &[]),
    ("level", &["sim"]),
    ("play", &["level", "sim"]),
    ("solve", &["play", "level", "sim"]),
    ("scene", &["sim", "look"]),
    ("raster", &["scene", "look"]),
    ("sound", &["sim", "look"]),
    ("ui", &["scene", "look"]),
    ("screens", &["ui", "solve::Advice", "play", "level", "scene", "sim", "look"]),
    ("app", &["screens", "ui", "raster", "scene", "sound", "solve", "play", "sim::World", "level", "look", "disk"]),
    (
        "window",
        &["app", "screens", "raster::Frame", "raster::PaintingId", "scene::Point", "scene::Rect", "sound::Mixer"],
    ),
    ("bench", &["app", "screens", "raster", "look", "disk"]),
    ("check", &["solve", "play", "level", "sim", "look::lacks_glyph"]),
];

/// Words that would let the rules depend on the outside world, or on the machine.
const BANNED_IN_SIM: [&str; 14] = [
    "std::fs",
    "std::time",
    "std::thread",
    "std::env",
    "std::io",
    "f32",
    "f64",
    "HashMap",
    "HashSet",
    "println!",
    "print!",
    "serde",
    "log::",
    "unsafe",
];

#[test]
fn modules_import_only_what_they_may() {
    let reexports = reexports();
    let mut wrong = Vec::new();
    for (module, allowed) in MAY_IMPORT {
        for (file, code) in sources(module) {
            for path in crate_paths(&code) {
                let path = origin(path, &reexports);
                let is_allowed = allowed.iter().any(|allowed| starts_with(&path, allowed));
                if !starts_with(&path, module) && !is_allowed {
                    wrong.push(format!("{} imports `{path}`", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_play_drives_a_world() {
    let drivers: Vec<PathBuf> = MAY_IMPORT
        .iter()
        .map(|(module, _)| *module)
        .chain(["cli"])
        .filter(|module| !matches!(*module, "sim" | "play"))
        .flat_map(sources)
        .filter(|(_, code)| code.contains(".step(&mut") || code.contains("world.order("))
        .map(|(file, _)| file)
        .collect();
    assert!(drivers.is_empty(), "{drivers:?}");
}

/// Files that are read or written by others: there formats live, and nowhere else.
const EDGES: [&str; 5] = ["src/app/files", "src/bench", "src/raster/art", "src/screens/texts/levels.rs", "src/cli"];

#[test]
fn serde_stays_at_the_edges() {
    let inside: Vec<PathBuf> = MAY_IMPORT
        .iter()
        .flat_map(|(module, _)| sources(module))
        .filter(|(file, code)| code.contains("serde") && !EDGES.iter().any(|edge| file.starts_with(root().join(edge))))
        .map(|(file, _)| file)
        .collect();
    assert!(inside.is_empty(), "{inside:?}");
}

/// A reader who meets a name knows what it is, in whatever module.
#[test]
fn no_two_types_share_a_name() {
    let mut files: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for (file, code) in MAY_IMPORT.iter().map(|(module, _)| *module).chain(["cli"]).flat_map(sources) {
        for line in code.lines() {
            let words =
                line.trim_start_matches("pub ").trim_start_matches("pub(crate) ").trim_start_matches("pub(super) ");
            let declared = ["struct ", "enum ", "trait ", "type "].iter().find_map(|kind| words.strip_prefix(kind));
            let name: String = declared.unwrap_or("").chars().take_while(|c| c.is_alphanumeric()).collect();
            if !name.is_empty() {
                files.entry(name).or_default().push(file.clone());
            }
        }
    }
    files.retain(|_, files| files.len() > 1);
    assert!(files.is_empty(), "{files:#?}");
}

/// What makes a test depend on time or on other threads, and the word that its file's comments must have for it.
const WAITS: [(&str, &str); 3] = [("thread::sleep(", "sleep"), ("Instant::now()", "clock"), ("Mutex::new(", "lock")];

#[test]
fn no_test_waits_without_saying_so() {
    let mut files = Vec::new();
    list(&root().join("tests"), &mut files);
    let mut silent = Vec::new();
    for file in files.iter().filter(|file| !file.ends_with("architecture.rs")) {
        let code = fs::read_to_string(file).expect("a test file is text");
        let comments: String = code.lines().filter_map(|line| line.split_once("//")).map(|(_, text)| text).collect();
        for (call, word) in WAITS {
            if code.contains(call) && !comments.contains(word) {
                silent.push(format!("{}: `{call}` without a word of its {word}", file.display()));
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn paths_are_read_out_of_code() {
    let code =
        "use crate::sim::World;\npub use crate::{level::{self, At}, play};\nlet x = crate::sim::Cell::new(1, 2);";
    let paths = ["sim::World", "level", "level::At", "play", "sim::Cell::new"];
    assert_eq!(crate_paths(code), paths);
    let reexports = BTreeMap::from([("app::Frame".to_owned(), "raster::Frame".to_owned())]);
    assert_eq!(origin("app::Frame::new".to_owned(), &reexports), "raster::Frame::new");
    assert_eq!(origin("app::App".to_owned(), &reexports), "app::App");
}

#[test]
fn every_module_is_under_the_rule() {
    let mut found: Vec<String> = fs::read_dir(root().join("src"))
        .expect("src can be listed")
        .map(|entry| entry.expect("an entry of src"))
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name != "cli")
        .collect();
    found.sort();
    let mut known: Vec<&str> = MAY_IMPORT.iter().map(|(module, _)| *module).collect();
    known.sort_unstable();
    assert_eq!(found, known);
}

#[test]
fn the_rules_know_nothing_of_the_outside() {
    let mut wrong = Vec::new();
    for (file, code) in sources("sim") {
        for (number, line) in code.lines().enumerate() {
            for word in BANNED_IN_SIM.iter().filter(|word| line.contains(**word)) {
                wrong.push(format!("{}:{}: `{word}`", file.display(), number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What modules re-export of others, and where it comes from.
fn reexports() -> BTreeMap<String, String> {
    let mut reexports = BTreeMap::new();
    for (module, _) in MAY_IMPORT {
        for (_, code) in sources(module) {
            for part in code.split("pub use ").skip(1) {
                for path in crate_paths(&part[..part.find(';').unwrap_or(part.len())]) {
                    let name = path.rsplit("::").next().expect("a path has a last word");
                    reexports.insert(format!("{module}::{name}"), path);
                }
            }
        }
    }
    reexports
}

/// The path with a re-exported start replaced by what it stands for.
fn origin(path: String, reexports: &BTreeMap<String, String>) -> String {
    let found = reexports.iter().find(|(name, _)| starts_with(&path, name));
    found.map_or(path.clone(), |(name, origin)| format!("{origin}{}", &path[name.len()..]))
}

/// Whether the path begins with these whole words.
fn starts_with(path: &str, start: &str) -> bool {
    path == start || path.strip_prefix(start).is_some_and(|rest| rest.starts_with("::"))
}

/// All paths below `crate::` in the code, in `use` declarations and elsewhere; braces are resolved.
fn crate_paths(code: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for tree in code.split("crate::").skip(1) {
        use_tree("", tree, &mut paths);
    }
    paths
}

/// Reads a tree such as `a::{self, b::C}` below a path, and returns the text after it.
fn use_tree<'a>(above: &str, tree: &'a str, paths: &mut Vec<String>) -> &'a str {
    let word = &tree[..tree.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(tree.len())];
    let path = match (above, word) {
        ("", word) => word.to_owned(),
        (above, "self" | "") => above.to_owned(),
        (above, word) => format!("{above}::{word}"),
    };
    let rest = &tree[word.len()..];
    if let Some(mut branches) = rest.strip_prefix("::{").or_else(|| rest.strip_prefix('{')) {
        while !branches.is_empty() && !branches.starts_with('}') {
            branches = use_tree(&path, branches.trim_start(), paths).trim_start_matches([',', ' ', '\n', '*']);
        }
        branches.strip_prefix('}').unwrap_or(branches)
    } else if let Some(below) = rest.strip_prefix("::") {
        use_tree(&path, below, paths)
    } else {
        paths.push(path);
        rest
    }
}

/// The code of a module's files, comments left out.
fn sources(module: &str) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    list(&root().join("src").join(module), &mut files);
    assert!(!files.is_empty(), "module `{module}` has no files");
    files
        .into_iter()
        .map(|file| {
            let code = fs::read_to_string(&file).expect("a source file is text");
            let code = code.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n");
            (file, code)
        })
        .collect()
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a module is a folder") {
        let path = entry.expect("an entry of a module").path();
        if path.is_dir() {
            list(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
