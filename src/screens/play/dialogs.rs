//! What lies over a board in play and waits for the player: a question, an error in the level's file.

use crate::look::palette;
use crate::scene::{Align, Item};
use crate::screens::context::Context;
use crate::screens::input::{Input, PointerButton};
use crate::screens::keys::Key;
use crate::screens::texts::Texts;
use crate::ui::{BUTTON_TEXT, Button, ButtonState, Card, ErrorPanel, draw_buttons, hit, text};

/// At most one of each. Time stands still while there is a question.
#[derive(Debug, Clone, Default)]
pub struct Dialogs {
    pub question: Option<Question>,
    /// What is wrong with the file that this level came from, since it was changed.
    pub error: Option<ErrorPanel>,
}

/// What is asked about first: what ends the play, and what cannot be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Risk {
    /// The end of all rabbits.
    ExplodeAll,
    /// The list of levels; the play so far is kept as a replay.
    Leave,
    /// The end of a kept replay, asked on the list of them.
    DeleteReplay,
}

/// An answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    Do,
    /// The harmless one.
    Cancel,
}

/// Whether the player means to take a risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    pub risk: Risk,
    /// What Enter answers.
    focus: Reply,
    /// The buttons from left to right.
    order: [Reply; 2],
}

/// Logical pixels.
const CARD: (f32, f32) = (520.0, 170.0);

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
    /// The harmless answer is selected, and the other one is not under the pointer.
    pub fn new(risk: Risk, context: &Context) -> Question {
        let usual = Question { risk, focus: Reply::Cancel, order: [Reply::Do, Reply::Cancel] };
        match hit(&usual.buttons(context), context.layout.pointer()) {
            Some(Reply::Do) => Question { order: [Reply::Cancel, Reply::Do], ..usual },
            Some(Reply::Cancel) | None => usual,
        }
    }

    /// The answer in this input, if it is one.
    pub fn answer(&mut self, input: &Input, context: &Context) -> Option<Reply> {
        match input {
            Input::Release(PointerButton::Primary) => hit(&self.buttons(context), context.layout.pointer()),
            Input::Key(Key::Enter | Key::Space) => Some(self.focus),
            Input::Key(Key::Escape | Key::Backspace) => Some(Reply::Cancel),
            Input::Key(Key::Left | Key::Up) => {
                self.focus = self.order[0];
                None
            }
            Input::Key(Key::Right | Key::Down) => {
                self.focus = self.order[1];
                None
            }
            Input::Key(Key::Tab) => {
                self.focus = self.focus.other();
                None
            }
            _ => None,
        }
    }

    fn buttons(&self, context: &Context) -> Vec<Button<Reply>> {
        let choice = |reply| {
            let words = match reply {
                Reply::Do => self.risk.words(context.texts()).1,
                Reply::Cancel => context.texts().cancel,
            };
            (reply, words, ButtonState::selected_if(reply == self.focus))
        };
        Card::centred(&context.layout, CARD).buttons(&context.layout, self.order.map(choice).into())
    }

    pub fn draw(&self, context: &Context, items: &mut Vec<Item>) {
        let layout = &context.layout;
        let card = Card::centred(layout, CARD);
        card.draw(layout, items);
        let row = card.row(layout, 24.0, 48.0);
        let (words, _) = self.risk.words(context.texts());
        items.push(text(words, row, layout.size(BUTTON_TEXT + 4.0), Align::Centre, palette::INK));
        draw_buttons(&self.buttons(context), layout, items);
    }
}

impl Risk {
    /// The question, and the answer that does it.
    const fn words(self, texts: &Texts) -> (&'static str, &'static str) {
        match self {
            Risk::ExplodeAll => (texts.explode_all_question, texts.explode),
            Risk::Leave => (texts.leave_question, texts.leave),
            Risk::DeleteReplay => (texts.time.delete_question, texts.time.delete),
        }
    }
}

impl Reply {
    const fn other(self) -> Reply {
        match self {
            Reply::Do => Reply::Cancel,
            Reply::Cancel => Reply::Do,
        }
    }
}
