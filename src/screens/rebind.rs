//! The screen on which keys are given to commands.

use std::ops::ControlFlow;

use super::button::{BUTTON_TEXT, Button, Face, Look, SMALL_TEXT, draw_buttons, hit, text};
use super::input::{self, Input, Key};
use super::keys::{Bindings, Command, Place};
use super::page::Page;
use super::session::Session;
use super::settings::Choices;
use super::{Next, Screen};
use crate::look::palette;
use crate::scene::{Align, Item, Rect};

/// All commands with their keys, one of them in focus.
#[derive(Debug, Clone)]
pub struct Rebind {
    pub(super) session: Session,
    page: Page,
    focus: usize,
    /// Whether the next key is for the command in focus, whatever it means otherwise.
    listening: bool,
    /// What the last change came to.
    told: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Command(Command),
    AsAtFirst,
    Back,
}

/// What stands on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Heading(Place),
    Command(Command),
}

/// Logical pixels.
const HEADING: f32 = 44.0;
const ROW: f32 = 40.0;
const GAP: f32 = 4.0;
const PADDING: f32 = 14.0;

impl Rebind {
    pub fn new(session: Session) -> Rebind {
        Rebind { session, page: Page::default(), focus: 0, listening: false, told: None }
    }

    /// Whether the next key is for the command in focus.
    pub fn is_listening(&self) -> bool {
        self.listening
    }

    pub(super) fn turn(mut self, input: Input) -> Next {
        let height = self.height();
        match input {
            Input::Key(key) if self.listening => self.hear(key),
            Input::Release(input::Button::Primary) => {
                self.listening = false;
                let pointer = self.session.pointer();
                let on_page = pointer.filter(|pointer| Page::window(&self.session).contains(*pointer));
                if let Some(choice) = hit(&self.foot(), pointer).or_else(|| hit(&self.buttons(), on_page)) {
                    return self.choose(choice);
                }
            }
            Input::Wheel(notches) => {
                let pixels = -(notches * self.session.size(80.0)) as i32;
                self.page.scroll_by(Page::window(&self.session), pixels, height);
            }
            Input::Resize { .. } => self.show_focus(),
            Input::Key(Key::Up) => self.move_focus(-1),
            Input::Key(Key::Down | Key::Tab) => self.move_focus(1),
            Input::Key(Key::PageUp) => self.move_focus(-8),
            Input::Key(Key::PageDown) => self.move_focus(8),
            Input::Key(Key::Enter | Key::Space) => {
                let choice = choices()[self.focus];
                return self.choose(choice);
            }
            Input::Key(Key::Escape | Key::Backspace) => return self.choose(Choice::Back),
            _ => {}
        }
        ControlFlow::Continue(Screen::Keys(self))
    }

    fn choose(mut self, choice: Choice) -> Next {
        self.focus = choices().iter().position(|other| *other == choice).unwrap_or(self.focus);
        match choice {
            Choice::Command(_) => {
                self.listening = true;
                self.told = None;
            }
            Choice::AsAtFirst => {
                self.set_keys(Bindings::default());
                self.told = Some(self.session.texts().keys_as_at_first.to_owned());
            }
            Choice::Back => return ControlFlow::Continue(Screen::Settings(Choices::new(self.session))),
        }
        ControlFlow::Continue(Screen::Keys(self))
    }

    /// Takes the key that was waited for.
    fn hear(&mut self, key: Key) {
        self.listening = false;
        let Choice::Command(command) = choices()[self.focus] else { return };
        if key == Key::Escape {
            return;
        }
        let texts = self.session.texts();
        let name = self.session.key_name(key);
        let mut keys = self.session.settings().keys.clone();
        self.told = Some(match keys.toggle(command, key).as_deref() {
            Err(_) => (texts.key_is_fixed)(&name),
            Ok(losers) => {
                let losers: Vec<String> = losers.iter().map(|loser| self.words(*loser)).collect();
                let has = keys.keys(command).contains(&key);
                match (has, losers.is_empty()) {
                    (false, _) => (texts.key_taken)(&name),
                    (true, true) => (texts.key_given)(&name),
                    (true, false) => (texts.key_moved)(&name, &losers.join(", ")),
                }
            }
        });
        self.set_keys(keys);
    }

    fn set_keys(&mut self, keys: Bindings) {
        let settings = self.session.settings().clone();
        self.session.set_settings(super::Settings { keys, ..settings });
    }

    fn move_focus(&mut self, by: i32) {
        let last = choices().len() as i32 - 1;
        self.focus = (self.focus as i32 + by).clamp(0, last) as usize;
        self.show_focus();
    }

    fn show_focus(&mut self) {
        let Choice::Command(command) = choices()[self.focus] else { return };
        let Some((y, _)) = self.rows().into_iter().find(|(_, row)| *row == Row::Command(command)) else { return };
        // The heading above the first command of a place comes into sight with it.
        let above = self.session.px(HEADING).min(y);
        let rect = self.page.row(Page::window(&self.session), y - above, self.session.px(ROW) + above);
        let height = self.height();
        self.page.show(Page::window(&self.session), rect, height);
    }

    /// Headings and commands, each with its place from the top.
    fn rows(&self) -> Vec<(i32, Row)> {
        let (heading, row) = (self.session.px(HEADING), self.session.px(ROW));
        let mut y = 0;
        let mut rows = Vec::new();
        for place in Place::ALL {
            rows.push((y, Row::Heading(place)));
            y += heading;
            for command in Command::ALL.iter().filter(|command| command.place() == place) {
                rows.push((y, Row::Command(*command)));
                y += row;
            }
        }
        rows
    }

    fn height(&self) -> i32 {
        self.rows().last().map_or(0, |(y, _)| y + self.session.px(ROW))
    }

    /// What a command does, and which of its line it is.
    fn words(&self, command: Command) -> String {
        let texts = self.session.texts();
        let words = (texts.command)(command);
        match (texts.which)(command) {
            Some(which) => format!("{words}: {which}"),
            None => words.to_owned(),
        }
    }

    fn look(&self, choice: Choice) -> Look {
        if choices()[self.focus] == choice { Look::Chosen } else { Look::Plain }
    }

    fn foot(&self) -> Vec<Button<Choice>> {
        let texts = self.session.texts();
        let foot = [(Choice::AsAtFirst, texts.as_at_first), (Choice::Back, texts.back)];
        Page::buttons(&self.session, foot.map(|(choice, words)| (choice, words, self.look(choice))).into())
    }

    /// The commands that are seen.
    fn buttons(&self) -> Vec<Button<Choice>> {
        let session = &self.session;
        let button = |(y, row)| {
            let Row::Command(command) = row else { return None };
            let rect = self.page.row(Page::window(session), y, session.px(ROW) - session.px(GAP));
            let action = Choice::Command(command);
            let button = Button { rect, face: Face::Blank, action, look: self.look(action) };
            Page::is_in_sight(Page::window(session), rect).then_some(button)
        };
        self.rows().into_iter().filter_map(button).collect()
    }

    fn draw_command(&self, command: Command, button: Rect, items: &mut Vec<Item>) {
        let session = &self.session;
        let size = session.size(SMALL_TEXT + 2.0);
        let gap = session.px(PADDING);
        let words = Rect::new(button.x + gap, button.y, (button.width * 2 / 3 - gap).max(1), button.height);
        let keys = Rect::new(words.right(), button.y, (button.right() - words.right() - gap).max(1), button.height);
        items.push(text(self.words(command), words, size, Align::Left, palette::INK));
        if self.listening && self.look(Choice::Command(command)) == Look::Chosen {
            items.push(text("…", keys, size, Align::Right, palette::ACCENT));
            return;
        }
        let bound = session.settings().keys.keys(command);
        let names: Vec<_> = bound.iter().map(|key| session.key_name(*key)).collect();
        let ink = if bound == command.default_keys() { palette::INK } else { palette::ACCENT };
        items.push(text(names.join(", "), keys, size, Align::Right, ink));
    }

    pub(super) fn draw(&self, items: &mut Vec<Item>) {
        let session = &self.session;
        let texts = session.texts();
        self.page.draw_ground(session, items);
        for (y, row) in self.rows() {
            let Row::Heading(place) = row else { continue };
            let rect = self.page.row(Page::window(session), y, session.px(HEADING));
            if Page::is_in_sight(Page::window(session), rect) {
                items.push(text((texts.place)(place), rect, session.size(BUTTON_TEXT), Align::Left, palette::ACCENT));
            }
        }
        let buttons = self.buttons();
        draw_buttons(&buttons, session, items);
        for button in buttons {
            if let Choice::Command(command) = button.action {
                self.draw_command(command, button.rect, items);
            }
        }
        let below = match &self.told {
            _ if self.listening => texts.press_a_key.to_owned(),
            Some(told) => told.clone(),
            None => texts.keys_below.to_owned(),
        };
        Page::draw_ends(session, texts.keys, below, items);
        draw_buttons(&self.foot(), session, items);
    }
}

/// What the focus goes through.
fn choices() -> Vec<Choice> {
    let commands = Command::ALL.iter().copied().map(Choice::Command);
    commands.chain([Choice::AsAtFirst, Choice::Back]).collect()
}
