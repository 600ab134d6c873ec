//! The colours of what is drawn without a drawing: paper, panels, text, marks and water.

use super::color::Color;

pub const PAPER: Color = Color::rgb(253, 252, 248);
/// What was not played yet, in a timeline.
pub const TRACK: Color = Color::rgb(235, 240, 243);
/// What the page lies on.
pub const DESK: Color = Color::rgb(226, 220, 207);
pub const PAGE_SHADOW: Color = Color::rgb(94, 80, 56).with_alpha(64);
pub const WORLD_EDGE: Color = Color::rgb(122, 112, 96);

pub const INK: Color = Color::rgb(52, 54, 62);
pub const FAINT_INK: Color = Color::rgb(126, 130, 142);
pub const PANEL: Color = Color::rgb(246, 243, 234);
pub const BUTTON: Color = Color::rgb(255, 254, 250);
pub const BUTTON_HOVER: Color = Color::rgb(255, 240, 207);
pub const BUTTON_CHOSEN: Color = Color::rgb(250, 214, 140);
pub const BUTTON_EDGE: Color = Color::rgb(148, 146, 140);
/// A sketched line.
pub const PENCIL: Color = Color::rgb(104, 102, 98);
pub const ACCENT: Color = Color::rgb(196, 92, 44);
/// Darkens the board behind the words of the tactical view.
pub const DIM: Color = Color::rgb(40, 42, 50).with_alpha(190);
/// Darkens the board behind a question.
pub const VEIL: Color = Color::rgb(40, 42, 50).with_alpha(110);

/// Lies over a cell where a token would be of no use.
pub const UNUSED: Color = FAINT_INK.with_alpha(90);
/// The ways that rabbits are going to take.
pub const WAY: Color = INK.with_alpha(120);

/// Over air that the sky does not reach.
pub const SHADE: Color = Color::rgb(46, 52, 106);

pub const WATER: Color = Color::rgb(86, 140, 210).with_alpha(120);
pub const WATER_LINE: Color = Color::rgb(58, 104, 168).with_alpha(130);

/// The colours of things with different meanings. No meaning is shown by colour alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Palette {
    /// Green is good and red is bad.
    #[default]
    Standard,
    /// For those who cannot tell red from green: the [colours] of Okabe and Ito (2008), also in the drawings.
    ///
    /// [colours]: okabe_ito
    Safe,
}

/// Eight colours that can be told apart with every kind of colour vision, black being the eighth.
///
/// Masataka Okabe and Kei Ito, "Color Universal Design", 2008, <https://jfly.uni-koeln.de/color/>.
pub mod okabe_ito {
    use super::Color;

    pub const ORANGE: Color = Color::rgb(230, 159, 0);
    pub const SKY_BLUE: Color = Color::rgb(86, 180, 233);
    pub const BLUISH_GREEN: Color = Color::rgb(0, 158, 115);
    pub const YELLOW: Color = Color::rgb(240, 228, 66);
    pub const BLUE: Color = Color::rgb(0, 114, 178);
    pub const VERMILLION: Color = Color::rgb(213, 94, 0);
    pub const REDDISH_PURPLE: Color = Color::rgb(204, 121, 167);
}

impl Palette {
    pub const ALL: [Palette; 2] = [Palette::Standard, Palette::Safe];

    pub const fn good(self) -> Color {
        match self {
            Palette::Standard => Color::rgb(58, 132, 74),
            Palette::Safe => okabe_ito::BLUE,
        }
    }

    pub const fn bad(self) -> Color {
        match self {
            Palette::Standard => Color::rgb(186, 52, 44),
            Palette::Safe => okabe_ito::VERMILLION,
        }
    }

    /// Highlights what a hint refers to.
    pub const fn mark(self) -> Color {
        match self {
            Palette::Standard => Color::rgb(255, 176, 32),
            Palette::Safe => okabe_ito::YELLOW,
        }
    }

    /// Lies over the cell that a click would use.
    pub const fn aim(self) -> Color {
        match self {
            Palette::Standard => self.good().with_alpha(70),
            // Blue would be water.
            Palette::Safe => okabe_ito::BLUISH_GREEN.with_alpha(110),
        }
    }

    /// Lies over a cell that would refuse the token.
    pub const fn refused(self) -> Color {
        match self {
            Palette::Standard => self.bad().with_alpha(70),
            Palette::Safe => self.bad().with_alpha(110),
        }
    }
}
