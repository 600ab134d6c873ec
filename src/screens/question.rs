//! A question that has to be answered before anything goes on.

use super::button::{BUTTON_TEXT, Button, Face, Look, draw_buttons, hit, text};
use super::input::{self, Input, Key};
use super::session::Session;
use crate::scene::{Align, Item, Rect, palette};

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    words: &'static str,
    yes: &'static str,
}

/// The panel, in logical pixels.
const PANEL: (f32, f32) = (440.0, 170.0);

impl Question {
    /// Before the end of all rabbits.
    pub const fn explode_all() -> Question {
        Question { words: "Do all rabbits explode?", yes: "Explode!" }
    }

    /// The answer in this input, if it is one.
    pub fn answer(&self, input: &Input, session: &Session) -> Option<bool> {
        match input {
            Input::Release(input::Button::Primary) => hit(&self.buttons(session), session.pointer()),
            Input::Key(Key::Enter | Key::Char('y' | 'x')) => Some(true),
            Input::Key(Key::Escape | Key::Char('n')) => Some(false),
            _ => None,
        }
    }

    fn panel(session: &Session) -> Rect {
        let frame = session.frame();
        let (width, height) = (session.px(PANEL.0).min(frame.width), session.px(PANEL.1).min(frame.height));
        Rect::new((frame.width - width) / 2, (frame.height - height) / 2, width, height)
    }

    fn buttons(&self, session: &Session) -> Vec<Button<bool>> {
        let panel = Question::panel(session);
        let (gap, height) = (session.px(14.0), session.px(50.0));
        let width = (panel.width - gap) / 2 - gap;
        (0..)
            .zip([(true, self.yes, Look::Chosen), (false, "No", Look::Plain)])
            .map(|(place, (action, words, look))| Button {
                rect: Rect::new(panel.x + gap + place * (width + gap), panel.bottom() - gap - height, width, height),
                face: Face::Words(words.into()),
                action,
                look,
            })
            .collect()
    }

    pub fn draw(&self, session: &Session, items: &mut Vec<Item>) {
        items.push(Item::Fill { rect: session.frame(), color: palette::VEIL });
        let panel = Question::panel(session);
        items.push(Item::Panel {
            rect: panel,
            radius: session.size(16.0),
            fill: palette::PANEL,
            border: palette::INK,
            line: session.size(2.0),
        });
        let row = Rect::new(panel.x, panel.y + session.px(24.0), panel.width, session.px(48.0));
        items.push(text(self.words, row, session.size(BUTTON_TEXT + 8.0), Align::Centre, palette::INK));
        draw_buttons(&self.buttons(session), session, items);
    }
}
