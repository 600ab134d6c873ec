//! What the filters promise, on test patterns: drawings of our own instead of earth.

use leveret::look::{Hints, Palette};
use leveret::raster::art::Art;
use leveret::raster::{Frame, Painter};
use leveret::scene::{Item, Picture, Point, Sprite};

use crate::art::shipped_files;

/// A cell of `count` columns of equal width, black or white.
fn columns(count: u32, is_black: impl Fn(u32) -> bool) -> String {
    let width = 100.0 / f64::from(count);
    let black = (0..count).filter(|column| is_black(*column));
    let black: Vec<String> =
        black.map(|column| format!("M{} 0h{width}v100h-{width}z", f64::from(column) * width)).collect();
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
        <path d="M0 0h100v100h-100z" fill="white"/><path d="{}" fill="black"/></svg>"#,
        black.concat()
    )
}

/// A painter whose stones are this drawing.
fn painter(drawing: &str, filter: &str) -> Painter {
    let mut files = shipped_files();
    let (_, stones) = files.iter_mut().find(|(path, _)| path == "stills/find-stones.svg").expect("stones are shipped");
    drawing.clone_into(stones);
    let art = Art::parse(files.iter().map(|(path, text)| (path.as_str(), text.as_str())), Palette::Standard);
    let hints = format!("filter={filter},antialias=off").parse::<Hints>().expect("hints");
    Painter::with_art(art.expect("the art is whole"), hints.into())
}

/// The brightness of each pixel in the middle row of the sprite, at `tile` pixels a tile.
fn row(painter: &mut Painter, tile: u32) -> Vec<u8> {
    let mut frame = Frame::new(tile, tile);
    let sprite = Sprite::still(Picture::FindStones);
    painter.paint(&[Item::Sprite { sprite, at: Point::new(0.0, 0.0), tile, opacity: 255 }], &mut frame);
    let bytes = tile as usize * 4;
    frame.data()[tile as usize / 2 * bytes..][..bytes].chunks_exact(4).map(|pixel| pixel[0]).collect()
}

/// The largest change of the mean brightness of the sprite, from 0 to 255, from one zoom to the next.
fn shimmer(drawing: &str, filter: &str, zooms: std::ops::RangeInclusive<u32>) -> f64 {
    let mut painter = painter(drawing, filter);
    let brightness = |tile: u32| {
        let row = row(&mut painter, tile);
        row.iter().map(|pixel| f64::from(*pixel)).sum::<f64>() / row.len() as f64
    };
    let means: Vec<f64> = zooms.map(brightness).collect();
    means.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(0.0, f64::max)
}

/// Thin pencil lines, zoomed by single pixels. Of every three pixels of the mip level, one is a line.
#[test]
fn area_does_not_shimmer_where_sprites_shrink() {
    for (mip_level, zooms) in [(64, 33..=64), (32, 6..=32)] {
        let lines = columns(mip_level, |column| column % 3 == 0);
        let of = |filter| shimmer(&lines, filter, zooms.clone());
        let area = of("area");
        assert!(area <= 1.0, "{area}: no more than rounding");
        for filter in ["nearest", "bilinear", "bicubic"] {
            let other = of(filter);
            assert!(other > 20.0, "by {filter} such lines flicker, or this pattern shows nothing: {other}");
        }
    }
}

/// Runs of black, white or blended pixels (none), each with its length.
fn runs(row: &[u8]) -> Vec<(Option<u8>, usize)> {
    let kind = |pixel: &u8| matches!(pixel, 0 | 255).then_some(*pixel);
    row.chunk_by(|one, next| kind(one) == kind(next)).map(|run| (kind(&run[0]), run.len())).collect()
}

/// Magnified at every zoom, the pixels of the mip level are equally wide to within one pixel of the screen, and at most
/// one pixel between two of them is blended.
#[test]
fn sharp_keeps_pixels_even_and_blurs_one_at_their_borders() {
    // Each column is four pixels of the mip level of 128.
    let stripes = columns(32, |column| column % 2 == 0);
    let mut sharp = painter(&stripes, "sharp");
    for tile in 129..=256 {
        let runs = runs(&row(&mut sharp, tile));
        let plain: Vec<usize> = runs.iter().filter(|(kind, _)| kind.is_some()).map(|(_, width)| *width).collect();
        assert_eq!(plain.len(), 32, "at {tile}");
        let (least, most) = plain[1..31].iter().fold((usize::MAX, 0), |(low, high), &w| (low.min(w), high.max(w)));
        assert!(most - least <= 1, "from {least} to {most} pixels at {tile}");
        assert!(runs.iter().all(|(kind, width)| kind.is_some() || *width == 1), "more than one is blended at {tile}");
    }
    // Bilinear blends over a whole pixel of the mip level, which is more than one of the screen.
    assert!(
        runs(&row(&mut painter(&stripes, "bilinear"), 200)).iter().any(|(kind, width)| kind.is_none() && *width > 1)
    );
}
