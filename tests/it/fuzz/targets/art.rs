//! Files of movements: refused, or art that can be drawn.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use leveret::look::Palette;
use leveret::raster::art::{Antialias, Art};
use leveret::scene::{Picture, Sprite};

pub const MOVEMENTS_WORDS: [&str; 22] = [
    "bounds:",
    "tracks:",
    "at:",
    "shift:",
    "turn:",
    "size:",
    "fade:",
    "easing:",
    "EaseInOut",
    "Linear",
    "Hold",
    "\"fall\":",
    "\"body\":",
    "\"head\":",
    "1.0",
    "0.5",
    "(0, 0, 100, 100)",
    "-1e30",
    "1e-40",
    "(at: 0)",
    "{}",
    "//",
];

/// The file that is replaced, and the pictures in it.
const FUZZED: &str = "movements/air.ron";
const PICTURES: [Picture; 3] = [Picture::Fall, Picture::Float, Picture::LeaveWorld];

/// All other files of the art: paths and texts.
static OTHERS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    // Of the project, or of the fuzzing crate inside it.
    let packages = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let assets = packages.map(|package| package.join("assets")).find(|folder| folder.is_dir()).expect("assets");
    let folders = ["movements", "parts", "stills"].map(|folder| fs::read_dir(assets.join(folder)).expect("a folder"));
    let listed = folders.into_iter().flatten().map(|entry| entry.expect("an entry").path());
    let read = |path: PathBuf| {
        let relative = path.strip_prefix(&assets).expect("below the assets").to_string_lossy().into_owned();
        (relative, fs::read_to_string(path).expect("a text"))
    };
    listed.chain([assets.join("parts.ron")]).map(read).filter(|(path, _)| path != FUZZED).collect()
});

pub fn movements(data: &[u8]) {
    let fuzzed = String::from_utf8_lossy(data);
    let others = OTHERS.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    match Art::parse(others.chain([(FUZZED, fuzzed.as_ref())]), Palette::Standard) {
        Ok(art) => {
            for picture in PICTURES {
                for frame in [0, 7] {
                    art.draw(Sprite { frame, ..Sprite::still(picture) }, 16, Antialias::On);
                }
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}
