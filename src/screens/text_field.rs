//! A text field: a line that is typed, by keys, by an input method and with the mouse.

use super::context::Context;
use super::hand::Clicks;
use super::input::{Input, PointerButton};
use super::keys::Key;
use super::stroke::Edit;
use crate::scene::{Item, Rect};
use crate::ui::{BUTTON_TEXT, Caret, CaretMove, Layout, LineEditor, LineField};

/// The line, and what the mouse does to it.
#[derive(Debug, Clone, Default)]
pub struct TextField {
    line: LineEditor,
    drag: FieldDrag,
}

/// Whether the mouse is selecting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum FieldDrag {
    #[default]
    Idle,
    Selecting,
}

/// What an input was to a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldTurn {
    /// It is not for the field.
    Ignored,
    /// It has moved the cursor or the selection.
    Moved,
    /// It has taken the field, as a click does.
    Taken,
    /// It has changed the text.
    Changed,
    /// As above, and this is for the clipboard.
    Cut(String),
    /// This is for the clipboard.
    Copied(String),
}

impl TextField {
    pub fn line(&self) -> &LineEditor {
        &self.line
    }

    /// Another text.
    pub fn set(&mut self, text: String) {
        self.line.set(text);
    }

    /// Inserts a text at the cursor.
    pub fn insert(&mut self, text: &str) {
        self.line.insert(text);
    }

    /// Takes an input, where the text of the field lies in `area`.
    pub fn turn(&mut self, input: &Input, area: Rect, context: &Context) -> FieldTurn {
        let (layout, line) = (&context.layout, &mut self.line);
        match input {
            Input::Text(typed) => line.insert(typed),
            Input::Preedit { text, cursor } => {
                line.compose(text, *cursor);
                return if text.is_empty() { FieldTurn::Moved } else { FieldTurn::Taken };
            }
            Input::Key(Key::Backspace) => line.backspace(),
            Input::Key(Key::Delete) => line.delete(),
            Input::Edit(Edit::Cut) if !line.selected().is_empty() => return FieldTurn::Cut(line.cut()),
            Input::Edit(Edit::Copy) if !line.selected().is_empty() => {
                return FieldTurn::Copied(line.selected().to_owned());
            }
            _ => return self.move_caret(input, area, layout, context.hand.clicks()),
        }
        FieldTurn::Changed
    }

    fn move_caret(&mut self, input: &Input, area: Rect, layout: &Layout, clicks: Clicks) -> FieldTurn {
        let size = layout.size(BUTTON_TEXT);
        let pointed = |line: &LineEditor| {
            layout.pointer().map(|pointer| LineField::new(line, area, size, layout).index_at(pointer.x))
        };
        let line = &mut self.line;
        match input {
            Input::Edit(Edit::SelectAll) => line.select_all(),
            Input::Edit(Edit::Extend(key)) => match caret_move(*key) {
                Some(way) => line.extend(way),
                None => return FieldTurn::Ignored,
            },
            Input::Key(key) => match caret_move(*key) {
                Some(way) => line.go(way),
                None => return FieldTurn::Ignored,
            },
            Input::Press(PointerButton::Primary) if layout.pointer().is_some_and(|point| area.contains(point)) => {
                let index = pointed(line).unwrap_or(0);
                match clicks {
                    Clicks::Single => {
                        line.place(index);
                        self.drag = FieldDrag::Selecting;
                    }
                    Clicks::Double => line.select_word(index),
                }
                return FieldTurn::Taken;
            }
            Input::PointerMoved(_) if self.drag == FieldDrag::Selecting => {
                if let Some(index) = pointed(line) {
                    line.extend_to(index);
                }
            }
            Input::Release(PointerButton::Primary) | Input::PointerLeft if self.drag == FieldDrag::Selecting => {
                self.drag = FieldDrag::Idle;
            }
            _ => return FieldTurn::Ignored,
        }
        FieldTurn::Moved
    }

    /// Draws the text into `area`.
    pub fn draw(&self, area: Rect, caret: Caret, layout: &Layout, items: &mut Vec<Item>) {
        LineField::new(&self.line, area, layout.size(BUTTON_TEXT), layout).draw(caret, items);
    }

    /// Where the cursor is, if the text of the field lies in `area`: there an input method shows its choices.
    pub fn caret_area(&self, area: Rect, layout: &Layout) -> Rect {
        LineField::new(&self.line, area, layout.size(BUTTON_TEXT), layout).caret_area()
    }
}

/// How a key moves the cursor of the line.
const fn caret_move(key: Key) -> Option<CaretMove> {
    match key {
        Key::Left => Some(CaretMove::Left),
        Key::Right => Some(CaretMove::Right),
        Key::Home => Some(CaretMove::Home),
        Key::End => Some(CaretMove::End),
        _ => None,
    }
}
