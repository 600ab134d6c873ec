//! The icon of the program, for window lists and task bars.

use tiny_skia::{Pixmap, Transform};

use super::drawing::SvgDrawing;
use super::{Antialias, ArtError, UNITS};
use crate::look::Palette;
use crate::scene::Skin;

/// The icon as a square of `size` by `size` RGBA pixels, a byte a channel, not premultiplied.
///
/// # Errors
/// When its drawing is broken. A test checks that it is not.
pub fn icon(size: u32) -> Result<Vec<u8>, ArtError> {
    let drawing = SvgDrawing::parse("icon.svg", include_str!("../../../assets/icon.svg"), Palette::Standard)?;
    let mut pixels = Pixmap::new(size.max(1), size.max(1)).expect("an icon has pixels");
    let scale = size as f32 / UNITS;
    drawing.draw(Skin::Rabbit, Antialias::On, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    Ok(pixels
        .pixels()
        .iter()
        .flat_map(|pixel| {
            let pixel = pixel.demultiply();
            [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
        })
        .collect())
}
