//! The pictures in the documentation of the hints: what each value looks like, as the game paints it now.
//!
//! After a change that is meant to be seen, run the tests with `LEVERET_BLESS=1` to store the new pictures, and look at
//! them in the documentation.

use std::fs;
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _};
use leveret::look::{Hints, Preset};
use leveret::sim::Cell;

use super::{GROWN, SHRUNK, board};

/// Pixels of the frame on each side of a crop, and how far the two crops are apart.
const SIDE: usize = 30;
const GAP: usize = 2;

/// Width and height of a picture, and how many times as large the documentation shows it.
const SIZE: (usize, usize) = (2 * SIDE + GAP, SIDE);
const ENLARGED: usize = 6;

/// A token shows an outline, flat colours, soft pencil strokes, and graph paper around it.
const TOKEN: Cell = Cell::new(10, 3);

/// The zooms, and where in the token's cell the crop begins, in hundredths of it.
const CROPS: [(u32, i32, i32); 2] = [(SHRUNK, 18, 16), (GROWN, 65, 70)];

/// The start of a file that holds a picture.
fn opening(about: &str) -> String {
    let width = SIZE.0 * ENLARGED;
    format!(
        "<img alt=\"{about}, at {SHRUNK} and at {GROWN} pixels a tile\" width=\"{width}\" \
         style=\"image-rendering: pixelated\" src=\"data:image/png;base64,"
    )
}

/// And its end.
const ENDING: &str = "\">\n";

/// Every value of every hint, and every preset: the name of its file, and the hints as people type them.
fn all() -> Vec<(String, String)> {
    let base = Hints::default().to_string();
    let own = base.split(',').map(str::to_owned);
    let others = Hints::default().alternatives().map(|value| value.to_string());
    let values = own.chain(others).map(|hints| (hints.replace('=', "-"), hints));
    let presets = Preset::ALL.into_iter().map(|preset| (preset.name().to_owned(), preset.name().to_owned()));
    values.chain(presets).collect()
}

/// Red, green and blue of the picture: both crops side by side on white.
fn picture(hints: &str) -> Vec<u8> {
    let mut picture = vec![255; SIZE.0 * SIZE.1 * 3];
    for (index, (tile, across, down)) in CROPS.into_iter().enumerate() {
        let (frame, view) = board(hints, tile);
        let (x, y) = view.cell_to_pixel(TOKEN);
        let hundredths = |part: i32| part * tile as i32 / 100;
        let (left, top) = ((x + hundredths(across)) as usize, (y + hundredths(down)) as usize);
        for row in 0..SIDE {
            for column in 0..SIDE {
                let from = ((top + row) * frame.width() as usize + left + column) * 4;
                let to = (row * SIZE.0 + index * (SIDE + GAP) + column) * 3;
                picture[to..to + 3].copy_from_slice(&frame.data()[from..from + 3]);
            }
        }
    }
    picture
}

fn encoded(picture: &[u8], about: &str) -> String {
    let mut png = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut png, CompressionType::Best, FilterType::Adaptive);
    encoder
        .write_image(picture, SIZE.0 as u32, SIZE.1 as u32, ExtendedColorType::Rgb8)
        .expect("memory takes any picture");
    format!("{}{}{ENDING}", opening(about), STANDARD.encode(png))
}

fn decoded(text: &str, about: &str) -> Option<Vec<u8>> {
    let png = STANDARD.decode(text.strip_prefix(&opening(about))?.strip_suffix(ENDING)?).ok()?;
    Some(image::load_from_memory(&png).ok()?.to_rgb8().into_raw())
}

#[test]
fn the_documentation_shows_what_each_value_looks_like() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/hints");
    let mut files = Vec::new();
    for (name, hints) in all() {
        let (path, picture) = (folder.join(format!("{name}.html")), picture(&hints));
        if std::env::var_os("LEVERET_BLESS").is_some() {
            fs::write(&path, encoded(&picture, &hints)).expect("the picture can be stored");
        }
        let stored = fs::read_to_string(&path).unwrap_or_else(|cause| panic!("{}: {cause}", path.display()));
        assert!(decoded(&stored, &hints) == Some(picture), "`{hints}` looks otherwise than in {}", path.display());
        files.push(path);
    }
    let there = fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let strange: Vec<_> = there.filter(|path| !files.contains(path)).collect();
    assert!(strange.is_empty(), "nothing is documented by {strange:?}");
}
