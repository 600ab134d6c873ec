//! How lists and pages are scrolled.

use super::input::{Input, PointerButton};
use super::keys::Key;
use crate::ui::{Layout, Scroll, ScrollArea};

/// Lines that a whole page is scrolled by.
const PAGE: i32 = 8;

/// Scrolls by the wheel, or by dragging the thumb.
pub fn by_pointer(area: ScrollArea, scroll: &mut Scroll, layout: &Layout, input: &Input) {
    match input {
        Input::Wheel(notches) => scroll.by(area, layout.wheel(*notches)),
        Input::Press(PointerButton::Primary) => scroll.grab(area, layout),
        Input::PointerMoved(_) => scroll.drag(area, layout),
        Input::Release(_) | Input::PointerLeft => scroll.let_go(),
        _ => {}
    }
}

/// Scrolls a page that is only read, so that keys have nothing else to move. One line is so many pixels high.
pub fn by_pointer_or_keys(area: ScrollArea, scroll: &mut Scroll, layout: &Layout, line: i32, input: &Input) {
    match input {
        Input::Key(Key::Down) => scroll.by(area, line),
        Input::Key(Key::Up) => scroll.by(area, -line),
        Input::Key(Key::PageDown) => scroll.by(area, PAGE * line),
        Input::Key(Key::PageUp) => scroll.by(area, -PAGE * line),
        Input::Key(Key::Home) => scroll.by(area, i32::MIN),
        Input::Key(Key::End) => scroll.by(area, i32::MAX),
        _ => by_pointer(area, scroll, layout, input),
    }
}
