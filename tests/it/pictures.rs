//! Pictures against stored ones, byte for byte.
//!
//! After a change that is meant to be seen, run the tests with `LEVERET_BLESS=1` to store the new pictures, and look at
//! them.

use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;

use image::RgbaImage;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};

/// Whether pictures are stored, not compared.
pub fn are_blessed() -> bool {
    std::env::var_os("LEVERET_BLESS").is_some()
}

/// Whether the picture is the stored one; any is, where pictures are stored.
pub fn matches(name: &str, picture: &RgbaImage) -> bool {
    are_blessed() || *picture == stored(name)
}

/// Compares a picture with the stored one; a difference is left beside it to look at.
#[track_caller]
pub fn check(name: &str, picture: &RgbaImage) {
    if are_blessed() {
        let file = BufWriter::new(File::create(place(name)).expect("a file can be made"));
        let small = PngEncoder::new_with_quality(file, CompressionType::Best, FilterType::Adaptive);
        return picture.write_with_encoder(small).expect("the picture can be stored");
    }
    if *picture != stored(name) {
        let found = std::env::temp_dir().join(format!("leveret-{name}.png"));
        picture.save(&found).expect("the picture can be stored");
        panic!("{name} has changed: compare {} with {}", found.display(), place(name).display());
    }
}

fn stored(name: &str) -> RgbaImage {
    let place = place(name);
    image::open(&place).unwrap_or_else(|cause| panic!("{}: {cause}", place.display())).to_rgba8()
}

fn place(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/it/frames/{name}.png"))
}
