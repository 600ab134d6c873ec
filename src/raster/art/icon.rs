//! The sign of the program, for window lists and task bars.

use tiny_skia::{Pixmap, Transform};

use super::drawing::Drawing;
use super::{Antialias, ArtError, UNITS};
use crate::scene::Skin;

/// The icon at this size, as its window system wants it: red, green, blue and alpha, a byte each, not premultiplied.
///
/// # Errors
/// When its drawing is broken. A test holds that it is not.
pub fn icon(size: u32) -> Result<Vec<u8>, ArtError> {
    let drawing = Drawing::parse("icon.svg", include_str!("../../../assets/icon.svg"))?;
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
