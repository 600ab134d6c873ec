//! The levels embedded in the program, in sets: the folders of `levels/`, by name.

use std::sync::LazyLock;

use include_dir::{Dir, File, include_dir};

use super::Level;

/// Levels to play in this order: that of their file names. A level that is added between `05` and `06` begins with
/// `05b`, so that others keep their names.
#[derive(Debug)]
pub struct Set {
    /// Below `levels/`, such as `01-first-steps`.
    pub folder: &'static str,
    pub name: String,
    pub levels: Vec<ShippedLevel>,
}

/// A level and its path.
#[derive(Debug)]
pub struct ShippedLevel {
    /// Below `levels/`, such as `01-first-steps/01-down-we-go.ron`. A player's results are stored under it, so it must
    /// not change.
    pub path: &'static str,
    pub level: Level,
}

/// All embedded levels. The first call reads them.
pub fn sets() -> &'static [Set] {
    &SETS
}

/// The sets that players choose from.
pub fn sets_to_play() -> &'static [Set] {
    split().0
}

/// The sets that are only measured.
pub fn sets_to_measure() -> &'static [Set] {
    split().1
}

fn split() -> (&'static [Set], &'static [Set]) {
    SETS.split_at(SETS.partition_point(|set| set.folder < MEASURED))
}

/// Folders from this name on hold levels that are only measured.
const MEASURED: &str = "90";

static FILES: Dir = include_dir!("$CARGO_MANIFEST_DIR/levels");

static SETS: LazyLock<Vec<Set>> = LazyLock::new(|| {
    let mut folders: Vec<&Dir> = FILES.dirs().collect();
    folders.sort_by_key(|folder| folder.path());
    folders.into_iter().map(set).collect()
});

fn set(folder: &'static Dir) -> Set {
    let mut files: Vec<&File> =
        folder.files().filter(|file| file.path().extension().is_some_and(|e| e == "ron")).collect();
    files.sort_by_key(|file| file.path());
    let folder = folder.path().to_str().expect("an ASCII name");
    Set { folder, name: title(folder), levels: files.into_iter().map(entry).collect() }
}

fn entry(file: &'static File) -> ShippedLevel {
    let path = file.path().to_str().expect("an ASCII name");
    let text = file.contents_utf8().expect("a text");
    // A test reads them all.
    let level = Level::from_ron(text, path).unwrap_or_else(|error| panic!("{error}"));
    ShippedLevel { path, level }
}

/// `01-first-steps` as `First steps`.
fn title(folder: &str) -> String {
    let words = folder.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-').replace('-', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
