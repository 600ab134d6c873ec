//! Levels of the player's own: the files that were played last, and a line to type the name of another one.
//!
//! No file is touched here. What takes one is a [`Wish`], which somebody else fulfils after the turn.

use std::ops::ControlFlow;
use std::path::PathBuf;

use super::button::{BUTTON_TEXT, Button, Face, Look, SMALL_TEXT, draw_buttons, hit, text};
use super::input::{self, Input, Key};
use super::page::Page;
use super::paragraph::end_of;
use super::session::Session;
use super::title::Title;
use super::trouble::Trouble;
use super::{Next, Screen};
use crate::look::palette;
use crate::scene::{Align, Item, Rect};

/// What a screen wants of somebody who knows files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// To know which files were played last.
    List,
    /// To know how a name that begins like this could go on.
    Complete(String),
    /// To play this file.
    Open(PathBuf),
}

/// A file that was played before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecentFile {
    pub path: PathBuf,
    /// It may be gone by now.
    pub is_there: bool,
}

/// The choice of a level file.
#[derive(Debug, Clone)]
pub struct Custom {
    pub(super) session: Session,
    page: Page,
    typed: String,
    /// How the typed name could go on, once the player has asked.
    names: Vec<String>,
    files: Vec<RecentFile>,
    focus: Focus,
    trouble: Option<Trouble>,
    wish: Option<Wish>,
}

/// Where Enter acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Focus {
    Line,
    File(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    At(Focus),
    Open,
    Back,
}

/// Logical pixels.
const TOP: f32 = 14.0;
const LINE: f32 = 48.0;
const NAMES: f32 = 34.0;
const FILE: f32 = 46.0;
const GAP: f32 = 8.0;

impl Custom {
    pub fn new(session: Session) -> Custom {
        Custom {
            session,
            page: Page::default(),
            typed: String::new(),
            names: Vec::new(),
            files: Vec::new(),
            focus: Focus::Line,
            trouble: None,
            wish: Some(Wish::List),
        }
    }

    /// The same, with a word on what is wrong in the file that was to be played.
    pub fn troubled(self, message: &str) -> Custom {
        Custom { trouble: Some(Trouble::new(message)), ..self }
    }

    /// The same, now that it is known which files were played last.
    pub fn listing(self, files: Vec<RecentFile>) -> Custom {
        let focus = if files.is_empty() { Focus::Line } else { Focus::File(0) };
        Custom { files, focus, ..self }
    }

    /// The same, now that it is known how the typed name could go on. What is certain is written at once.
    pub fn completed(mut self, names: Vec<String>) -> Custom {
        let certain = names.iter().skip(1).fold(names.first().cloned(), |certain, name| {
            certain
                .map(|certain| certain.chars().zip(name.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect())
        });
        self.typed = certain.unwrap_or(self.typed);
        self.names = if names.len() > 1 { names } else { Vec::new() };
        self
    }

    /// What the last turn has left to wish for.
    pub fn take_wish(&mut self) -> Option<Wish> {
        self.wish.take()
    }

    pub(super) fn turn(mut self, input: Input) -> Next {
        match input {
            Input::Text(written) => {
                self.typed.push_str(&written);
                self.edited();
            }
            Input::Key(Key::Backspace) => {
                self.typed.pop();
                self.edited();
            }
            Input::Key(Key::Tab) => {
                self.focus = Focus::Line;
                self.wish = Some(Wish::Complete(self.typed.clone()));
            }
            Input::Key(Key::Up) => self.move_focus(-1),
            Input::Key(Key::Down) => self.move_focus(1),
            Input::Key(Key::Enter) => return self.choose(Choice::Open),
            Input::Key(Key::Escape) if self.trouble.is_some() => self.trouble = None,
            Input::Key(Key::Escape) => return self.choose(Choice::Back),
            Input::Release(input::Button::Primary) => {
                if self.trouble.take_if(|trouble| trouble.is_under_pointer(&self.session)).is_none()
                    && let Some(choice) = hit(&self.buttons(), self.session.pointer())
                {
                    return self.choose(choice);
                }
            }
            Input::Wheel(notches) => self.scroll_by(-(notches * self.session.size(80.0)) as i32),
            Input::Resize { .. } => self.show_focus(),
            _ => {}
        }
        self.stay()
    }

    fn stay(self) -> Next {
        ControlFlow::Continue(Screen::Custom(Box::new(self)))
    }

    /// Whatever was said about the name before is no longer about it.
    fn edited(&mut self) {
        self.focus = Focus::Line;
        self.names.clear();
        self.trouble = None;
        self.show_focus();
    }

    fn choose(mut self, choice: Choice) -> Next {
        match choice {
            Choice::At(Focus::Line) => self.focus = Focus::Line,
            Choice::At(file) => {
                self.focus = file;
                return self.choose(Choice::Open);
            }
            Choice::Open => {
                let path = match self.focus {
                    Focus::Line => Some(PathBuf::from(&self.typed)).filter(|_| !self.typed.is_empty()),
                    Focus::File(place) => self.files.get(place).map(|file| file.path.clone()),
                };
                self.trouble = None;
                self.wish = path.map(Wish::Open);
            }
            Choice::Back => return ControlFlow::Continue(Screen::Title(Title::new(self.session))),
        }
        self.stay()
    }

    /// The line stands above the first file.
    fn move_focus(&mut self, by: isize) {
        let here = match self.focus {
            Focus::Line => 0,
            Focus::File(place) => place + 1,
        };
        let there = here.saturating_add_signed(by).min(self.files.len());
        self.focus = there.checked_sub(1).map_or(Focus::Line, Focus::File);
        self.show_focus();
    }

    fn scroll_by(&mut self, pixels: i32) {
        self.page.scroll_by(Page::window(&self.session), pixels, self.height());
    }

    fn show_focus(&mut self) {
        let row = self.place(self.focus);
        self.page.show(Page::window(&self.session), row, self.height());
    }

    /// All rows together.
    fn height(&self) -> i32 {
        let session = &self.session;
        session.px(TOP + LINE + NAMES) + self.files.len() as i32 * session.px(FILE)
    }

    fn place(&self, focus: Focus) -> Rect {
        let session = &self.session;
        let (y, height) = match focus {
            Focus::Line => (session.px(TOP), session.px(LINE)),
            Focus::File(place) => (session.px(TOP + LINE + NAMES) + place as i32 * session.px(FILE), session.px(FILE)),
        };
        self.page.row(Page::window(session), y, height).inset(session.px(GAP) / 2)
    }

    fn buttons(&self) -> Vec<Button<Choice>> {
        let texts = self.session.texts();
        let places = [Focus::Line].into_iter().chain((0..self.files.len()).map(Focus::File));
        let mut buttons: Vec<Button<Choice>> = places
            .map(|focus| Button {
                rect: self.place(focus),
                face: Face::Blank,
                action: Choice::At(focus),
                look: if focus == self.focus { Look::Chosen } else { Look::Plain },
            })
            .filter(|button| Page::is_in_sight(Page::window(&self.session), button.rect))
            .collect();
        // What lies under the ends of the page is not to be clicked.
        let ends = vec![(Choice::Open, texts.open, Look::Plain), (Choice::Back, texts.back, Look::Plain)];
        buttons.splice(0..0, Page::buttons(&self.session, ends));
        buttons
    }

    pub(super) fn draw(&self, items: &mut Vec<Item>) {
        let session = &self.session;
        let texts = session.texts();
        self.page.draw_ground(session, items);
        let (ends, rows): (Vec<_>, Vec<_>) =
            self.buttons().into_iter().partition(|button| matches!(button.action, Choice::Open | Choice::Back));
        draw_buttons(&rows, session, items);
        self.draw_line(items);
        for (place, file) in self.files.iter().enumerate() {
            let row = self.place(Focus::File(place));
            if Page::is_in_sight(Page::window(session), row) {
                self.draw_file(file, row, items);
            }
        }
        Page::draw_ends(session, texts.custom_level, texts.custom_keys.to_owned(), items);
        draw_buttons(&ends, session, items);
        if let Some(trouble) = &self.trouble {
            trouble.draw(session, items);
        }
    }

    /// What is typed, and below it how it could go on.
    fn draw_line(&self, items: &mut Vec<Item>) {
        let session = &self.session;
        let texts = session.texts();
        let inner = self.place(Focus::Line).inset(session.px(GAP));
        let size = session.size(BUTTON_TEXT);
        let (words, ink) = match self.focus {
            _ if !self.typed.is_empty() => (self.typed.as_str(), palette::INK),
            _ => (texts.name_of_file, palette::FAINT_INK),
        };
        let cursor = if self.focus == Focus::Line && !self.typed.is_empty() { "|" } else { "" };
        let words = format!("{}{cursor}", end_of(words, inner.width, size));
        items.push(text(words, inner, size, Align::Left, ink));

        let below =
            self.page.row(Page::window(session), session.px(TOP + LINE), session.px(NAMES)).inset(session.px(GAP) / 2);
        let (words, size) = (self.names_in_short(), session.size(SMALL_TEXT + 3.0));
        let shown: String = words.chars().take((below.width as f32 / (size * 0.4)) as usize).collect();
        items.push(text(shown, below, size, Align::Left, palette::FAINT_INK));
    }

    /// The names without the folder that they have in common.
    fn names_in_short(&self) -> String {
        if self.names.is_empty() && !self.files.is_empty() {
            return self.session.texts().played_last.to_owned();
        }
        let short = |name: &String| {
            let folder = name.trim_end_matches('/').rfind('/').map_or(0, |slash| slash + 1);
            name[folder..].to_owned()
        };
        self.names.iter().map(short).collect::<Vec<_>>().join("   ")
    }

    /// The file's own name, and where it is.
    fn draw_file(&self, file: &RecentFile, row: Rect, items: &mut Vec<Item>) {
        let session = &self.session;
        let inner = row.inset(session.px(GAP));
        let half = inner.width / 2;
        let ink = if file.is_there { palette::INK } else { palette::FAINT_INK };
        let name = file.path.file_name().unwrap_or_default().to_string_lossy();
        let folder = file.path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
        let gone = session.texts().gone;
        let folder = if file.is_there { folder } else { format!("{gone}: {folder}") };
        let left = Rect::new(inner.x, inner.y, half.max(1), inner.height);
        let right = Rect::new(inner.x + half, inner.y, half.max(1), inner.height);
        let (large, small) = (session.size(BUTTON_TEXT), session.size(SMALL_TEXT));
        items.push(text(end_of(&name, left.width, large), left, large, Align::Left, ink));
        items.push(text(end_of(&folder, right.width, small), right, small, Align::Right, palette::FAINT_INK));
    }
}
