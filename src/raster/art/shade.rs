//! Shade in the air: a wash that goes over from corner to corner of a tile. It is computed and not drawn, so that
//! neighbours meet in the same tone at any size.

use tiny_skia::{Pixmap, PremultipliedColorU8};

use crate::look::{Color, palette};
use crate::scene::{Corner, SHADE_LEVELS, shade_at};

/// The opacity of each level.
const OPACITY: [f32; SHADE_LEVELS] = [0.0, 18.0, 36.0, 52.0];

/// Fills a tile with the shade of this look.
pub fn draw(look: u8, onto: &mut Pixmap) {
    let (width, height) = (onto.width() as usize, onto.height() as f32);
    let corners = Corner::ALL.map(|corner| OPACITY[shade_at(look, corner)]);
    for (y, row) in onto.pixels_mut().chunks_exact_mut(width).enumerate() {
        let down = (y as f32 + 0.5) / height;
        let [left, right] = [0, 1].map(|side| between(corners[side], corners[side + 2], down));
        for (x, pixel) in row.iter_mut().enumerate() {
            *pixel = premultiplied(palette::SHADE, between(left, right, (x as f32 + 0.5) / width as f32));
        }
    }
}

fn between(from: f32, to: f32, share: f32) -> f32 {
    from + (to - from) * share
}

fn premultiplied(color: Color, opacity: f32) -> PremultipliedColorU8 {
    let opacity = (opacity + 0.5) as u8;
    let Color { red, green, blue, .. } = color;
    tiny_skia::ColorU8::from_rgba(red, green, blue, opacity).premultiply()
}
