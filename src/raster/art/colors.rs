//! The drawings in other colours than those of their files.

use std::borrow::Cow;

use crate::look::palette::okabe_ito;
use crate::look::{Color, Palette};

/// Colours by which things are told apart that must not be taken for one another, and what stands in their place.
const SAFE: &[(&str, Color)] = &[
    // The exit and its shade.
    ("#6db46c", okabe_ito::BLUISH_GREEN),
    ("#3f8142", okabe_ito::BLUISH_GREEN.darker()),
    // The entrance and its shade.
    ("#f2994a", okabe_ito::ORANGE),
    ("#c46a1f", okabe_ito::ORANGE.darker()),
    // The sign that stops rabbits.
    ("#dd4f38", okabe_ito::VERMILLION),
    // The rings of the tokens: bash, dig, bridge, block, climb, explode, brolly.
    ("#f3c24a", okabe_ito::YELLOW),
    ("#c99a63", okabe_ito::ORANGE),
    ("#8cc0e6", okabe_ito::SKY_BLUE),
    ("#ea8079", okabe_ito::VERMILLION),
    ("#a3cf86", okabe_ito::BLUISH_GREEN),
    ("#f39a5c", okabe_ito::REDDISH_PURPLE),
    ("#b79ae0", okabe_ito::BLUE),
];

/// The text of a drawing with the colours of the palette.
pub fn colored(svg: &str, palette: Palette) -> Cow<'_, str> {
    match palette {
        Palette::Usual => svg.into(),
        Palette::Safe => {
            let recolored = |svg: String, (usual, safe): &(&str, Color)| svg.replace(usual, &hex(*safe));
            SAFE.iter().fold(svg.to_owned(), recolored).into()
        }
    }
}

fn hex(color: Color) -> String {
    format!("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue)
}
