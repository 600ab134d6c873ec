//! A page that is only read: how it is scrolled.

use super::input::{Input, PointerButton};
use super::keys::Key;
use crate::ui::{Layout, Page};

/// Lines that a whole page is scrolled by.
const PAGE: i32 = 8;

/// Scrolls by keys, by the wheel, or by dragging the scrollbar. All lines together are `height` pixels high, one is `line`.
pub fn scroll(page: &mut Page, layout: &Layout, input: &Input, line: i32, height: i32) {
    let window = Page::window(layout);
    let pixels = match input {
        Input::Key(Key::Down) => line,
        Input::Key(Key::Up) => -line,
        Input::Key(Key::PageDown) => PAGE * line,
        Input::Key(Key::PageUp) => -PAGE * line,
        Input::Key(Key::Home) => -height,
        Input::Key(Key::End) => height,
        Input::Wheel(notches) => layout.wheel(*notches),
        Input::Press(PointerButton::Primary) => return page.grab(layout, window, height),
        Input::PointerMoved(_) => return page.drag(layout, window, height),
        Input::Release(_) | Input::PointerLeft => return page.let_go(),
        _ => 0,
    };
    page.scroll_by(window, pixels, height);
}
