//! House rules: who may import whom, and what the rules of the game may not know.

use std::fs;
use std::path::{Path, PathBuf};

/// Each module and the modules of ours that it may name. `cli` starts everything and may name all.
const MAY_IMPORT: [(&str, &[&str]); 10] = [
    ("sim", &[]),
    ("look", &[]),
    ("level", &["sim"]),
    ("scene", &["sim", "look"]),
    ("raster", &["scene", "look"]),
    ("screens", &["level", "scene", "sim", "look"]),
    ("app", &["screens", "scene", "raster", "level", "look"]),
    ("window", &["app", "screens"]),
    ("bench", &["app", "screens", "raster", "look"]),
    ("check", &["level", "sim"]),
];

/// Words that would let the rules know the outside world, or make two machines disagree.
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
    let mut wrong = Vec::new();
    for (module, allowed) in MAY_IMPORT {
        for (file, code) in sources(module) {
            for imported in code.split("crate::").skip(1).flat_map(named) {
                if imported != module && !allowed.contains(&imported.as_str()) {
                    wrong.push(format!("{} imports `{imported}`", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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

/// The modules named at the start of what follows a `crate::`, braces included.
fn named(path: &str) -> Vec<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    match path.strip_prefix('{') {
        Some(list) => {
            let list = &list[..list.find(';').unwrap_or(list.len())];
            list.split(',').map(|part| word(part.trim())).filter(|name| !name.is_empty()).collect()
        }
        None => vec![word(path)],
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
