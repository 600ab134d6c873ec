//! A level file that cannot be played yet: its faults, until its author has mended them.

use super::context::Context;
use super::input::{Input, PointerButton};
use super::keys::Key;
use super::turn::{Route, Turn};
use crate::scene::Item;
use crate::ui::{Button, ButtonState, ErrorPanel, Page, draw_buttons, hit};

/// The faults of a file that is watched.
#[derive(Debug, Clone)]
pub struct FaultyLevel {
    page: Page,
    faults: ErrorPanel,
}

impl FaultyLevel {
    /// The message is that of the reader of level files.
    pub fn new(message: &str) -> FaultyLevel {
        FaultyLevel { page: Page::default(), faults: ErrorPanel::new(message) }
    }

    pub fn turn(self, context: &mut Context, input: Input) -> Turn<FaultyLevel> {
        match input {
            Input::Release(PointerButton::Primary) if hit(&buttons(context), context.layout.pointer()).is_some() => {
                Turn::go(Route::LevelFiles)
            }
            Input::Key(Key::Escape | Key::Backspace | Key::Enter | Key::Space) => Turn::go(Route::LevelFiles),
            _ => Turn::stay(self),
        }
    }

    pub fn draw(&self, context: &Context, items: &mut Vec<Item>) {
        let (layout, texts) = (&context.layout, &context.texts().edit);
        self.page.draw_paper(layout, items);
        self.faults.draw_in(Page::window(layout), layout, items);
        Page::draw_ends(layout, texts.faulty, texts.mend_it.to_owned(), items);
        draw_buttons(&buttons(context), layout, items);
    }
}

fn buttons(context: &Context) -> Vec<Button<()>> {
    Page::buttons(&context.layout, vec![((), context.texts().back, ButtonState::Selected)])
}
