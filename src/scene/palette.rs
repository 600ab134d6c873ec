//! The colours of what is drawn without a drawing: paper, panels, text, marks and water.

use super::item::Color;

pub const PAPER: Color = Color::rgb(253, 252, 248);
pub const MINOR_LINE: Color = Color::rgb(232, 240, 249);
pub const MAJOR_LINE: Color = Color::rgb(203, 215, 229);
/// Lies over the paper outside of the world.
pub const OUTSIDE: Color = Color::rgb(120, 126, 140).with_alpha(28);
pub const WORLD_EDGE: Color = Color::rgb(96, 104, 122);

pub const INK: Color = Color::rgb(52, 54, 62);
pub const FAINT_INK: Color = Color::rgb(126, 130, 142);
pub const PANEL: Color = Color::rgb(246, 243, 234);
pub const BUTTON: Color = Color::rgb(255, 254, 250);
pub const BUTTON_HOVER: Color = Color::rgb(255, 240, 207);
pub const BUTTON_CHOSEN: Color = Color::rgb(250, 214, 140);
pub const BUTTON_EDGE: Color = Color::rgb(148, 146, 140);
pub const ACCENT: Color = Color::rgb(196, 92, 44);
pub const GOOD: Color = Color::rgb(58, 132, 74);
pub const BAD: Color = Color::rgb(186, 52, 44);
/// Darkens the board behind the words of the tactical view.
pub const DIM: Color = Color::rgb(40, 42, 50).with_alpha(190);
/// Darkens the board behind a question.
pub const VEIL: Color = Color::rgb(40, 42, 50).with_alpha(110);

pub const WATER: Color = Color::rgb(86, 140, 210).with_alpha(120);
pub const WATER_LINE: Color = Color::rgb(58, 104, 168).with_alpha(130);

/// The cell that a click would use.
pub const AIM: Color = Color::rgb(58, 132, 74).with_alpha(70);
/// A cell that would refuse the token.
pub const REFUSED: Color = Color::rgb(186, 52, 44).with_alpha(70);
