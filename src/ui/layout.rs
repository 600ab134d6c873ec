//! The layout: the size of the frame, and how logical pixels become pixels of the frame.

use crate::look::Palette;
use crate::scene::{Point, Rect};

/// Where widgets are laid out, and where the pointer is.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    width: i32,
    height: i32,
    scale: f32,
    text_scale: f32,
    pointer: Option<Point>,
    /// Where the primary button went down, while it is held.
    held_from: Option<Point>,
    guided_by: GuidedBy,
    /// Pixels at the right of the frame that are kept free of the board, in logical ones.
    right_margin: f32,
    palette: Palette,
}

/// What the player's hand was on last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum GuidedBy {
    Pointer,
    Keys,
}

/// Every screen can be laid out in so many logical pixels: a smaller frame shows all of them smaller.
const ROOM: (f32, f32) = (960.0, 540.0);

/// In a frame larger than this the interface grows with the frame, whatever the system's scale.
const GROWS_FROM: (f32, f32) = (1707.0, 960.0);

/// Beyond this a side of the frame is no screen's, and sums of a few of them would overflow.
const LONGEST_SIDE: u32 = i32::MAX as u32 / 4;

/// A frame of 1280 by 800 pixels, until the window says how large it is.
impl Default for Layout {
    fn default() -> Layout {
        Layout {
            width: 1280,
            height: 800,
            scale: 1.0,
            text_scale: 1.0,
            pointer: None,
            held_from: None,
            guided_by: GuidedBy::Pointer,
            right_margin: 0.0,
            palette: Palette::default(),
        }
    }
}

impl Layout {
    /// The frame has a new size in pixels, and so many of them per logical one.
    pub fn resize(&mut self, width: u32, height: u32, scale: f32) {
        self.width = width.clamp(1, LONGEST_SIDE) as i32;
        self.height = height.clamp(1, LONGEST_SIDE) as i32;
        self.scale = scale.clamp(0.5, 8.0);
    }

    /// The pointer is here now; nowhere if it left the frame.
    pub fn move_pointer(&mut self, pointer: Option<Point>) {
        self.pointer = pointer;
        self.guided_by = GuidedBy::Pointer;
    }

    /// The primary button went down there and is held; or it is not.
    pub fn hold(&mut self, from: Option<Point>) {
        self.held_from = from;
    }

    /// Whether the primary button went down in this rectangle, is held, and would be released in it now.
    pub fn holds(&self, rect: Rect) -> bool {
        let is_in = |point: Option<Point>| point.is_some_and(|point| rect.contains(point));
        is_in(self.held_from) && is_in(self.pointer)
    }

    /// A key was pressed: until the pointer moves again it lights nothing.
    pub fn rest_pointer(&mut self) {
        self.guided_by = GuidedBy::Keys;
    }

    /// Draws everything so many times as large, by these colours.
    pub fn set_style(&mut self, text_scale: f32, palette: Palette) {
        self.text_scale = text_scale;
        self.palette = palette;
    }

    /// The whole frame.
    pub fn frame(&self) -> Rect {
        Rect::new(0, 0, self.width, self.height)
    }

    /// Pixels of the frame per logical one, whatever the text size.
    pub fn scale(&self) -> f32 {
        self.scale
    }

    /// A length in logical pixels, in whole pixels of the frame.
    pub fn px(&self, logical: f32) -> i32 {
        self.size(logical).round() as i32
    }

    /// A text size or a line width in logical pixels, in pixels of the frame. A length that would leave less than
    /// `ROOM` is made smaller, and one that would be lost in a large frame is made larger.
    pub fn size(&self, logical: f32) -> f32 {
        let fitting = |(width, height): (f32, f32)| (self.width as f32 / width).min(self.height as f32 / height);
        logical * (self.scale.max(fitting(GROWS_FROM)) * self.text_scale).min(fitting(ROOM))
    }

    /// Keeps so many logical pixels at the right of the frame free of the board.
    pub fn set_right_margin(&mut self, logical: f32) {
        self.right_margin = logical;
    }

    /// The frame without what is kept free at its right.
    pub fn beside_margin(&self) -> Rect {
        Rect::new(0, 0, (self.width - self.px(self.right_margin)).max(1), self.height)
    }

    /// The pixels that a list scrolls by when the wheel turns so many notches.
    pub fn wheel(&self, notches: f32) -> i32 {
        -(notches * self.size(80.0)) as i32
    }

    /// The position of the pointer, if it is over the frame.
    pub fn pointer(&self) -> Option<Point> {
        self.pointer
    }

    /// The same, if the pointer moved since the last key was pressed: what is there is lit.
    pub fn lit(&self) -> Option<Point> {
        self.pointer.filter(|_| self.guided_by == GuidedBy::Pointer)
    }

    /// The same with the pointer nowhere: for what lies under a question, where a click does nothing.
    pub fn covered(&self) -> Layout {
        Layout { pointer: None, held_from: None, ..self.clone() }
    }

    /// The colours by which meanings are told apart.
    pub fn palette(&self) -> Palette {
        self.palette
    }
}
