//! What this is, whom it owes thanks, and where it keeps the player's files.

use std::ops::ControlFlow;

use super::button::{BUTTON_TEXT, Button, Look, draw_buttons, hit, text};
use super::input::{self, Input, Key};
use super::page::Page;
use super::paragraph::wrapped;
use super::session::Session;
use super::title::Title;
use super::{Next, Screen};
use crate::look::palette;
use crate::scene::{Align, Item};

/// Paragraphs to read.
#[derive(Debug, Clone)]
pub struct About {
    pub(super) session: Session,
    page: Page,
}

/// Logical pixels.
const LINE: f32 = 34.0;
const BETWEEN: f32 = 20.0;
const MARGIN: f32 = 28.0;

impl About {
    pub fn new(session: Session) -> About {
        About { session, page: Page::default() }
    }

    pub(super) fn turn(mut self, input: Input) -> Next {
        let line = self.session.px(LINE);
        match input {
            Input::Release(input::Button::Primary) if hit(&self.buttons(), self.session.pointer()).is_some() => {
                return self.back();
            }
            Input::Key(Key::Escape | Key::Backspace | Key::Enter | Key::Space) => return self.back(),
            Input::Key(Key::Down) => self.scroll_by(line),
            Input::Key(Key::Up) => self.scroll_by(-line),
            Input::Wheel(notches) => self.scroll_by(-(notches * self.session.size(80.0)) as i32),
            Input::Resize { .. } => self.scroll_by(0),
            _ => {}
        }
        ControlFlow::Continue(Screen::About(self))
    }

    fn back(self) -> Next {
        ControlFlow::Continue(Screen::Title(Title::new(self.session)))
    }

    fn scroll_by(&mut self, pixels: i32) {
        self.page.scroll_by(Page::window(&self.session), pixels, self.height());
    }

    fn height(&self) -> i32 {
        self.lines().last().map_or(0, |(y, _)| y + self.session.px(LINE + 2.0 * MARGIN))
    }

    /// The lines of all paragraphs, each with its place below the first one's.
    fn lines(&self) -> Vec<(i32, String)> {
        let session = &self.session;
        let texts = session.texts();
        let mut paragraphs: Vec<String> =
            [texts.about_game, texts.about_rules, texts.about_licence, texts.about_font].map(str::to_owned).into();
        paragraphs.extend(session.folder().map(texts.about_files));
        let width = Page::window(session).width - 2 * session.px(MARGIN);
        let mut y = session.px(2.0 * MARGIN);
        let mut lines = Vec::new();
        for paragraph in paragraphs {
            for line in wrapped(&paragraph, width as f32, session.size(BUTTON_TEXT)) {
                lines.push((y, line));
                y += session.px(LINE);
            }
            y += session.px(BETWEEN);
        }
        lines
    }

    fn buttons(&self) -> Vec<Button<()>> {
        Page::buttons(&self.session, vec![((), self.session.texts().back, Look::Chosen)])
    }

    pub(super) fn draw(&self, items: &mut Vec<Item>) {
        let session = &self.session;
        self.page.draw_ground(session, items);
        let margin = session.px(MARGIN);
        items.push(Item::Panel {
            rect: self.page.row(Page::window(session), margin, self.height() - margin),
            radius: session.size(16.0),
            fill: palette::PANEL,
            border: palette::BUTTON_EDGE,
            line: session.size(1.5),
        });
        for (y, line) in self.lines() {
            let row = self.page.row(Page::window(session), y, session.px(LINE));
            if Page::is_in_sight(Page::window(session), row) {
                items.push(text(line, row, session.size(BUTTON_TEXT), Align::Centre, palette::INK));
            }
        }
        let version = (session.texts().version)(env!("CARGO_PKG_VERSION"));
        Page::draw_ends(session, "Leveret", version, items);
        draw_buttons(&self.buttons(), session, items);
    }
}
