//! The colours of a drawing that depend on palette and skin: those of the elements with a class.
//!
//! An element of an SVG file names what it shows by its class: `class="exit"`. The tables below say which colour
//! replaces the one in the file. A class that no table has, and one that no drawing has, is an error.

use std::collections::BTreeSet;

use resvg::usvg::roxmltree::Document;

use super::ArtError;
use crate::look::palette::okabe_ito;
use crate::look::{Color, Palette};
use crate::scene::Skin;

/// The colour of the elements of a class.
struct Class {
    name: &'static str,
    property: Property,
    color: Color,
}

/// What of an element is coloured.
#[derive(Clone, Copy)]
enum Property {
    Fill,
    Stroke,
    /// Nothing: it is left out.
    Hidden,
}

/// [`Palette::Safe`]: colours that mean something, and must not be taken for one another.
const SAFE: &[Class] = &[
    fill("exit", okabe_ito::BLUISH_GREEN),
    stroke("exit-shade", okabe_ito::BLUISH_GREEN.darker()),
    fill("entrance", okabe_ito::ORANGE),
    stroke("entrance-shade", okabe_ito::ORANGE.darker()),
    fill("stop-sign", okabe_ito::VERMILLION),
    // The rings of the tokens.
    fill("ring-bash", okabe_ito::YELLOW),
    fill("ring-dig", okabe_ito::ORANGE),
    fill("ring-bridge", okabe_ito::SKY_BLUE),
    fill("ring-block", okabe_ito::VERMILLION),
    fill("ring-climb", okabe_ito::BLUISH_GREEN),
    fill("ring-explode", okabe_ito::REDDISH_PURPLE),
    fill("ring-brolly", okabe_ito::BLUE),
];

/// What rabbits do not have.
const RABBIT: &[Class] = &[hidden("on-rabbot")];

const SANDY: &[Class] = &[
    hidden("on-rabbot"),
    fill("fur", Color::rgb(0xf3, 0xd9, 0xa9)),
    fill("fur-shade", Color::rgb(0xd9, 0xb8, 0x82)),
    fill("inner-ear", Color::rgb(0xf0, 0xa6, 0x98)),
];

const GREY: &[Class] =
    &[hidden("on-rabbot"), fill("fur", Color::rgb(0xd3, 0xd6, 0xdc)), fill("fur-shade", Color::rgb(0xaf, 0xb4, 0xbd))];

/// A machine in red, where its parts are not drawn apart.
const RABBOT: &[Class] = &[
    hidden("on-rabbit"),
    fill("fur", Color::rgb(0xd8, 0x40, 0x2f)),
    fill("fur-shade", Color::rgb(0xa8, 0x2a, 0x20)),
    fill("inner-ear", Color::rgb(0x5a, 0x15, 0x12)),
    fill("nose", Color::rgb(0xff, 0xb5, 0x3a)),
    fill("eye", Color::rgb(0xff, 0xe9, 0xa8)),
];

const fn hidden(name: &'static str) -> Class {
    Class { name, property: Property::Hidden, color: Color::rgb(0, 0, 0) }
}

const fn fill(name: &'static str, color: Color) -> Class {
    Class { name, property: Property::Fill, color }
}

const fn stroke(name: &'static str, color: Color) -> Class {
    Class { name, property: Property::Stroke, color }
}

/// The CSS for a palette and a skin.
pub fn style_sheet(palette: Palette, skin: Skin) -> String {
    let palette = match palette {
        Palette::Standard => &[],
        Palette::Safe => SAFE,
    };
    palette.iter().chain(skin_classes(skin)).map(Class::rule).collect()
}

/// The classes whose colours depend on the skin.
const fn skin_classes(skin: Skin) -> &'static [Class] {
    match skin {
        Skin::Rabbit => RABBIT,
        Skin::Sandy => SANDY,
        Skin::Grey => GREY,
        Skin::Rabbot => RABBOT,
    }
}

impl Class {
    fn rule(&self) -> String {
        let Class { name, property, color: Color { red, green, blue, .. } } = self;
        let property = match property {
            Property::Fill => "fill",
            Property::Stroke => "stroke",
            Property::Hidden => return format!(".{name} {{ display: none }}\n"),
        };
        format!(".{name} {{ {property}: #{red:02x}{green:02x}{blue:02x} }}\n")
    }
}

/// The classes of all elements of the SVG document at `path`.
///
/// # Errors
/// When one has no colour.
pub fn classes(path: &str, document: &Document) -> Result<BTreeSet<&'static str>, ArtError> {
    let values = document.descendants().filter_map(|node| node.attribute("class"));
    let colored = |class: &str| {
        let known = all().find(|known| *known == class);
        known.ok_or_else(|| ArtError::ClassUnknown(path.into(), class.into()))
    };
    values.flat_map(str::split_whitespace).map(colored).collect()
}

/// Whether an element of one of these classes depends on the skin.
pub fn has_skins(classes: &BTreeSet<&str>) -> bool {
    Skin::ALL.into_iter().flat_map(skin_classes).any(|class| classes.contains(class.name))
}

/// Checks that every class with a colour is one of these, those of all drawings.
pub fn check_used(classes: &BTreeSet<&str>) -> Result<(), ArtError> {
    match all().find(|class| !classes.contains(class)) {
        Some(class) => Err(ArtError::ClassUnused(class.into())),
        None => Ok(()),
    }
}

fn all() -> impl Iterator<Item = &'static str> {
    SAFE.iter().chain(Skin::ALL.into_iter().flat_map(skin_classes)).map(|class| class.name)
}
