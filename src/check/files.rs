//! Which levels are meant by the paths that someone gave.

use std::fs;
use std::path::{Path, PathBuf};

/// What is at a path.
pub(super) enum Found {
    /// To be read as a level, whatever it is.
    Level(PathBuf),
    /// A folder without levels.
    NoLevels(PathBuf),
}

impl Found {
    pub(super) fn path(&self) -> &Path {
        match self {
            Found::Level(path) | Found::NoLevels(path) => path,
        }
    }
}

/// The levels in the order asked; those of a folder by name.
pub(super) fn levels(paths: &[PathBuf]) -> Vec<Found> {
    paths
        .iter()
        .flat_map(|path| {
            if !path.is_dir() {
                return vec![Found::Level(path.clone())];
            }
            let levels = within(path);
            match levels.is_empty() {
                true => vec![Found::NoLevels(path.clone())],
                false => levels.into_iter().map(Found::Level).collect(),
            }
        })
        .collect()
}

/// All level files in the folder and in its folders.
fn within(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut entries: Vec<_> = entries.flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    entries
        .into_iter()
        .flat_map(|entry| {
            // A link to a folder is not followed: it may lead round in a circle.
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            match is_folder {
                true => within(&entry.path()),
                false => Vec::from_iter(Some(entry.path()).filter(|path| is_level(path))),
            }
        })
        .collect()
}

fn is_level(path: &Path) -> bool {
    path.is_file() && path.extension().is_some_and(|ending| ending == "ron" || ending == "rel")
}
