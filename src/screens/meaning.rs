//! What a stroke means on a screen: which keys act by their place, which repeat, and which edit text.

use super::context::Context;
use super::input::Input;
use super::keys::{Command, Key, KeyContext};
use super::screen::Screen;
use super::stroke::{Edit, KeyStroke, Modifier, StrokePhase};

impl Screen {
    /// The inputs that a stroke makes on this screen, in their order.
    pub(super) fn meaning(&self, context: &Context, stroke: KeyStroke) -> Vec<Input> {
        if stroke.modifier == Modifier::Control {
            return self.shortcut(context, &stroke).into_iter().collect();
        }
        let key = self.key_of(context, &stroke);
        if stroke.phase == StrokePhase::Repeat && key.is_some_and(|key| !self.repeats(context, key)) {
            return Vec::new();
        }
        let key = key.map(|key| match stroke.modifier {
            Modifier::Shift if self.has_line_editor() && key.moves() && key != Key::Tab => {
                Input::Edit(Edit::Extend(key))
            }
            _ => Input::Key(key),
        });
        stroke.text.map(Input::Text).into_iter().chain(key).collect()
    }

    /// With Ctrl: the actions on text, and the keys of the zoom that are no letters.
    fn shortcut(&self, context: &Context, stroke: &KeyStroke) -> Option<Input> {
        let key = stroke.key?;
        if let Some(edit) = Edit::of_shortcut(key) {
            return Some(Input::Edit(edit)).filter(|_| stroke.phase == StrokePhase::First);
        }
        let keys = [key].into_iter().chain(stroke.place.map(Key::Char));
        let zooms = |key: &Key| {
            let command = context.settings().keys.command(KeyContext::Board, *key);
            let is_letter = matches!(key, Key::Char(letter) if letter.is_alphabetic());
            !is_letter && command.is_some_and(|command| command.zooms() || command == Command::Fit)
        };
        let mut keys = keys.filter(zooms);
        keys.next().map(Input::Key)
    }

    /// The key that a stroke is here.
    fn key_of(&self, context: &Context, stroke: &KeyStroke) -> Option<Key> {
        let by_place = |key: Key| {
            context.settings().keys.command(KeyContext::Board, key).filter(|command| command.acts_by_place())
        };
        match self {
            Screen::Play(play) => stroke.key_by_place(|key| by_place(key).is_some_and(|command| play.hears(command))),
            Screen::Keys(page) => match page.waiting() {
                Some(command) if command.acts_by_place() => stroke.place.map(Key::Char).or(stroke.key),
                Some(command) if command.context() == KeyContext::Board => {
                    stroke.key_by_place(|key| by_place(key).is_some())
                }
                Some(_) | None => stroke.key,
            },
            _ => stroke.key,
        }
    }

    /// Whether a key that is held goes on doing what it does here.
    fn repeats(&self, context: &Context, key: Key) -> bool {
        let on_board = context.settings().keys.command(KeyContext::Board, key);
        match self {
            Screen::Play(play) if !play.has_question() => on_board.is_some_and(Command::repeats),
            Screen::Intro(_) => on_board.is_some_and(Command::repeats),
            Screen::LevelFiles(_) => {
                key.moves() || matches!(key, Key::Char(_) | Key::Space | Key::Backspace | Key::Delete)
            }
            Screen::Keys(page) if page.is_listening() => false,
            // Left and right change values there.
            Screen::Settings(_) | Screen::Graphics(_) if matches!(key, Key::Left | Key::Right) => false,
            Screen::Graphics(_) | Screen::Gallery(_) => key.moves() || on_board.is_some_and(Command::zooms),
            _ => key.moves(),
        }
    }

    fn has_line_editor(&self) -> bool {
        matches!(self, Screen::LevelFiles(_))
    }
}
