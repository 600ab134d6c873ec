//! Widgets: what every screen is made of. They know logical pixels, text and the pointer, and nothing of the game.
//!
//! In reading order: [`Layout`] turns logical pixels into pixels of the frame; [`text`](fn@text) sets and wraps lines;
//! [`Button`]s are listed once and read by both drawing and clicking; a [`Card`] lies over what is behind it, a
//! [`Page`] fills the frame; a [`Focus`] says which entry of a list keys act on, and a [`LineEditor`] holds what is
//! typed.

mod button;
mod button_row;
mod card;
mod columns;
mod error_panel;
mod layout;
mod line_editor;
mod line_field;
mod list;
mod note;
mod page;
mod panel;
mod readings;
mod scroll;
mod text;

pub use button::{Button, ButtonState, Face, draw_buttons, hit};
pub use button_row::button_row;
pub use card::Card;
pub use error_panel::ErrorPanel;
pub use layout::Layout;
pub use line_editor::{CaretMove, LineEditor};
pub use line_field::{Caret, LineField};
pub use list::Focus;
pub use note::draw_note;
pub use page::Page;
pub use panel::{draw_bordered_panel, draw_panel};
pub use readings::Readings;
pub use scroll::{Scroll, ScrollArea};
pub use text::{BUTTON_TEXT, SMALL_TEXT, fitted_size, text, wrapped};
