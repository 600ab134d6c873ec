//! What the picture looks like: the same crop by two qualities, where they differ most, and the difference itself.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder as _};

use super::super::difference::Crops;
use super::super::measured::{Comparison, Measured};
use super::escape;

/// Zooms whose crops are shown, for each variant.
const ZOOMS: usize = 2;

/// Crops of each variant that changes the picture, at the zooms that it changes most.
pub fn section(measured: &Measured) -> String {
    if measured.comparisons.iter().all(|comparison| comparison.crops.is_none()) {
        return String::new();
    }
    let base = measured.plan.base();
    let mut html = String::from(
        "<h2>What it looks like</h2>\n<p class=\"faint\">The part of the frame in which the two differ most, with and \
         without the change, and their difference, stretched so that the largest step of it is white. Qualities that \
         are not here leave the picture identical.</p>\n<div class=\"grid wide\">\n",
    );
    for (index, variant) in measured.plan.variants.iter().enumerate() {
        let of_this = measured.comparisons.iter().filter(|comparison| comparison.variant == index);
        let mut all: Vec<(&Comparison, &Crops)> =
            of_this.filter_map(|comparison| Some((comparison, comparison.crops.as_ref()?))).collect();
        let psnr = |comparison: &Comparison| comparison.board.psnr.unwrap_or(f64::INFINITY);
        all.sort_by(|(a, _), (b, _)| psnr(a).total_cmp(&psnr(b)));
        for (comparison, crops) in all.into_iter().take(ZOOMS) {
            let (name, zoom) = (escape(&variant.name), measured.plan.zooms[comparison.zoom]);
            let figures = [(base, &crops.from), (&variant.name, &crops.to), ("difference", &crops.difference())]
                .map(|(name, pixels)| figure(name, pixels, crops.size))
                .concat();
            let _ = writeln!(
                html,
                "<div class=\"sheet\"><h3><code>{name}</code> at {zoom} pixels a tile</h3>\
                 <div class=\"crops\">{figures}</div></div>"
            );
        }
    }
    html.push_str("</div>\n");
    html
}

fn figure(name: &str, pixels: &[u8], size: (usize, usize)) -> String {
    let (name, source) = (escape(name), data_uri(pixels, size));
    format!("<figure><img alt=\"{name}\" src=\"{source}\"><figcaption>{name}</figcaption></figure>")
}

/// An image as a data URI. One that cannot be encoded is left empty: the rest of the report is worth more.
fn data_uri(pixels: &[u8], (width, height): (usize, usize)) -> String {
    let mut png = Vec::new();
    let encoder = PngEncoder::new(&mut png);
    match encoder.write_image(pixels, width as u32, height as u32, ExtendedColorType::Rgba8) {
        Ok(()) => format!("data:image/png;base64,{}", STANDARD.encode(&png)),
        Err(_) => String::new(),
    }
}
