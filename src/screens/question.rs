//! A question that has to be answered before anything goes on.

use super::button::{BUTTON_TEXT, Button, Look, draw_buttons, hit, text};
use super::card::Card;
use super::input::{self, Input, Key};
use super::keys::Command;
use super::session::Session;
use crate::look::palette;
use crate::scene::{Align, Item};

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Before the end of all rabbits.
    ExplodeAll,
}

/// Logical pixels.
const CARD: (f32, f32) = (440.0, 170.0);

impl Question {
    /// The answer in this input, if it is one.
    pub fn answer(&self, input: &Input, session: &Session) -> Option<bool> {
        match input {
            Input::Release(input::Button::Primary) => hit(&self.buttons(session), session.pointer()),
            Input::Key(Key::Enter) => Some(true),
            Input::Key(Key::Escape) => Some(false),
            Input::Key(key) if session.means(*key, Command::ExplodeAll) => Some(true),
            _ => None,
        }
    }

    fn buttons(&self, session: &Session) -> Vec<Button<bool>> {
        let texts = session.texts();
        let yes = match self {
            Question::ExplodeAll => texts.explode,
        };
        let choices = vec![(true, yes, Look::Chosen), (false, texts.no, Look::Plain)];
        Card::centred(session, CARD).buttons(session, choices)
    }

    pub fn draw(&self, session: &Session, items: &mut Vec<Item>) {
        let card = Card::centred(session, CARD);
        card.draw(session, items);
        let row = card.row(session, 24.0, 48.0);
        let words = match self {
            Question::ExplodeAll => session.texts().do_all_explode,
        };
        items.push(text(words, row, session.size(BUTTON_TEXT + 8.0), Align::Centre, palette::INK));
        draw_buttons(&self.buttons(session), session, items);
    }
}
