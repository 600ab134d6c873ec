//! From the paths given to the level files at them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::level::Format;

/// What is at a path.
pub enum Target {
    /// A file, to be read as a level whatever it is.
    Level(PathBuf),
    /// A folder without levels.
    NoLevels(PathBuf),
}

impl Target {
    pub fn path(&self) -> &Path {
        match self {
            Target::Level(path) | Target::NoLevels(path) => path,
        }
    }
}

/// The targets in the order given; the levels of a folder, and of the folders in it, by name.
pub fn targets(paths: &[PathBuf]) -> Vec<Target> {
    paths
        .iter()
        .flat_map(|path| {
            if !path.is_dir() {
                return vec![Target::Level(path.clone())];
            }
            let levels = levels_in(path);
            match levels.is_empty() {
                true => vec![Target::NoLevels(path.clone())],
                false => levels.into_iter().map(Target::Level).collect(),
            }
        })
        .collect()
}

/// All level files in the folder and in the folders below it. Names that begin with a dot are passed over.
fn levels_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut entries: Vec<_> = entries.flatten().filter(|entry| !is_hidden(entry)).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    entries
        .into_iter()
        .flat_map(|entry| {
            // A link to a folder is not followed: links can form a loop.
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            match is_folder {
                true => levels_in(&entry.path()),
                false => Vec::from_iter(Some(entry.path()).filter(|path| is_level(path))),
            }
        })
        .collect()
}

fn is_level(path: &Path) -> bool {
    path.is_file() && Format::of(path).is_some()
}

/// Editors keep backups and locks under such names, and version control its own files.
fn is_hidden(entry: &fs::DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}
