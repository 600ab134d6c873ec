//! What lies over a board in play and waits for the player: a question, an error in the level's file.

use crate::look::palette;
use crate::scene::{Align, Item};
use crate::screens::context::Context;
use crate::screens::input::{Input, PointerButton};
use crate::screens::keys::{Command, Key};
use crate::ui::{BUTTON_TEXT, Button, ButtonState, Card, ErrorPanel, draw_buttons, hit, text};

/// At most one of each. Time stands still while there is a question.
#[derive(Debug, Clone, Default)]
pub struct Dialogs {
    pub question: Option<Question>,
    /// What is wrong with the file that this level came from, since it was changed.
    pub error: Option<ErrorPanel>,
}

/// A question with the answers yes and no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Before the end of all rabbits.
    ExplodeAll,
}

/// Logical pixels.
const CARD: (f32, f32) = (440.0, 170.0);

impl Dialogs {
    /// Closes the error panel, if the pointer is on it.
    pub fn close_error_under_pointer(&mut self, context: &Context) -> bool {
        self.error.take_if(|error| error.is_under_pointer(&context.layout)).is_some()
    }

    pub fn draw(&self, context: &Context, items: &mut Vec<Item>) {
        if let Some(error) = &self.error {
            error.draw(&context.layout, context.texts().how_to_close, items);
        }
        if let Some(question) = &self.question {
            question.draw(context, items);
        }
    }
}

impl Question {
    /// The answer in this input, if it is one.
    pub fn answer(&self, input: &Input, context: &Context) -> Option<bool> {
        match input {
            Input::Release(PointerButton::Primary) => hit(&self.buttons(context), context.layout.pointer()),
            Input::Key(Key::Enter) => Some(true),
            Input::Key(Key::Escape) => Some(false),
            Input::Key(key) if context.means(*key, Command::ExplodeAll) => Some(true),
            _ => None,
        }
    }

    fn buttons(&self, context: &Context) -> Vec<Button<bool>> {
        let texts = context.texts();
        let yes = match self {
            Question::ExplodeAll => texts.explode,
        };
        let choices = vec![(true, yes, ButtonState::Selected), (false, texts.cancel, ButtonState::Normal)];
        Card::centred(&context.layout, CARD).buttons(&context.layout, choices)
    }

    fn draw(&self, context: &Context, items: &mut Vec<Item>) {
        let layout = &context.layout;
        let card = Card::centred(layout, CARD);
        card.draw(layout, items);
        let row = card.row(layout, 24.0, 48.0);
        let words = match self {
            Question::ExplodeAll => context.texts().explode_all_question,
        };
        items.push(text(words, row, layout.size(BUTTON_TEXT + 8.0), Align::Centre, palette::INK));
        draw_buttons(&self.buttons(context), layout, items);
    }
}
