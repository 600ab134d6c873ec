//! Buttons side by side, each as wide as what it shows.

use super::button::{Button, ButtonState, Face};
use super::layout::Layout;
use super::text::BUTTON_TEXT;
use crate::look::text_width;
use crate::scene::Rect;

/// Logical pixels around the words of a button.
const PADDING: f32 = 9.0;

/// Buttons of this height in a row that begins at this point, with so many pixels between them. Where the frame is too
/// narrow for them, pictures go without their words.
pub fn button_row<A>(
    layout: &Layout,
    (left, top): (i32, i32),
    (height, gap): (i32, i32),
    faces: impl IntoIterator<Item = (Face, A, ButtonState)>,
) -> Vec<Button<A>> {
    let with_width = |(face, action, state)| (face_width(&face, height, layout), face, action, state);
    let mut faces: Vec<_> = faces.into_iter().map(with_width).collect();
    let width: i32 = faces.iter().map(|(width, ..)| width + gap).sum();
    if left + width > layout.frame().width {
        for (width, face, ..) in &mut faces {
            if let Face::Picture(picture, _) = face {
                *face = Face::Icon(*picture);
                *width = height;
            }
        }
    }
    let mut x = left;
    let place = |(width, face, action, state)| {
        let rect = Rect::new(x, top, width, height);
        x = rect.right() + gap;
        Button { rect, face, action, state }
    };
    faces.into_iter().map(place).collect()
}

/// The width of a button of this height that shows all of its face.
fn face_width(face: &Face, height: i32, layout: &Layout) -> i32 {
    let words = |words: &str| text_width(words, layout.size(BUTTON_TEXT)).ceil() as i32 + 2 * layout.px(PADDING);
    match face {
        Face::Blank | Face::Icon(_) => height,
        Face::Words(shown) => words(shown),
        Face::Picture(_, shown) | Face::Captioned { words: shown, .. } => height + words(shown),
    }
}
