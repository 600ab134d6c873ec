//! Colours.

/// A colour in sRGB, not premultiplied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Color {
    pub red: u8,
    pub green: u8,
    pub blue: u8,
    /// 255 is opaque.
    pub alpha: u8,
}

impl Color {
    pub const fn rgb(red: u8, green: u8, blue: u8) -> Color {
        Color { red, green, blue, alpha: 255 }
    }

    /// The same hue in the shade.
    pub const fn darker(self) -> Color {
        const fn two_thirds(value: u8) -> u8 {
            (value as u16 * 2 / 3) as u8
        }
        Color { red: two_thirds(self.red), green: two_thirds(self.green), blue: two_thirds(self.blue), ..self }
    }

    pub const fn with_alpha(self, alpha: u8) -> Color {
        Color { alpha, ..self }
    }
}
