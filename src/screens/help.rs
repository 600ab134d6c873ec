//! The help: every key and what it does, made from the bindings that hold now.

use std::ops::ControlFlow;

use super::button::{BUTTON_TEXT, Look, SMALL_TEXT, draw_buttons, hit, text};
use super::input::{self, Input, Key};
use super::keys::{Command, Place, lines};
use super::page::Page;
use super::session::Session;
use super::{Next, Screen};
use crate::look::palette;
use crate::scene::{Align, Item, Rect};

/// All keys, over the screen that the player was on and comes back to.
#[derive(Debug, Clone)]
pub struct Help {
    pub(super) behind: Screen,
    page: Page,
}

/// Logical pixels.
const COLUMN: f32 = 460.0;
const HEADING: f32 = 36.0;
const LINE: f32 = 27.0;
const KEYS: f32 = 136.0;
const GAP: f32 = 24.0;

/// One line of the help.
enum Line {
    Heading(&'static str),
    Keys(String, &'static str),
}

impl Help {
    pub fn new(behind: Screen) -> Help {
        Help { behind, page: Page::default() }
    }

    /// The same help over what becomes of the screen behind it.
    pub fn over(self, become_of: impl FnOnce(Screen) -> Screen) -> Help {
        Help { behind: become_of(self.behind), ..self }
    }

    pub(super) fn turn(mut self, input: Input) -> Next {
        let step = self.behind.session().px(LINE);
        match input {
            Input::Resize { .. } => self.behind = self.behind.turn(input)?,
            Input::Release(input::Button::Primary) if self.is_on_back() => return ControlFlow::Continue(self.behind),
            Input::Key(Key::Escape | Key::Backspace | Key::Enter | Key::Space) => {
                return ControlFlow::Continue(self.behind);
            }
            Input::Key(Key::Down) => self.scroll_by(step),
            Input::Key(Key::Up) => self.scroll_by(-step),
            Input::Key(Key::PageDown) => self.scroll_by(8 * step),
            Input::Key(Key::PageUp) => self.scroll_by(-8 * step),
            Input::Wheel(notches) => self.scroll_by(-(notches * 3.0 * step as f32) as i32),
            _ => {}
        }
        ControlFlow::Continue(Screen::Help(Box::new(self)))
    }

    fn session(&self) -> &Session {
        self.behind.session()
    }

    fn is_on_back(&self) -> bool {
        hit(&Page::buttons(self.session(), self.choices()), self.session().pointer()).is_some()
    }

    fn choices(&self) -> Vec<((), &'static str, Look)> {
        vec![((), self.session().texts().back, Look::Chosen)]
    }

    fn scroll_by(&mut self, pixels: i32) {
        let height = self.placed().iter().map(|(_, y, height, _)| y + height).max().unwrap_or(0);
        self.page.scroll_by(Page::window(self.behind.session()), pixels, height);
    }

    /// The lines in two parts, which stand side by side where there is room: the board, and all else.
    fn parts(&self) -> [Vec<Line>; 2] {
        let session = self.session();
        let (keys, texts) = (&session.settings().keys, session.texts());
        let names = |keys: &[Key]| keys.iter().map(|key| session.key_name(*key)).collect::<Vec<_>>().join(", ");
        let section = |place: Place, fixed: &[(&[Key], &'static str)]| {
            let mut section = vec![Line::Heading((texts.place)(place))];
            section.extend(lines(place).filter_map(|line| {
                let keys: Vec<Key> = line.iter().flat_map(|command| keys.keys(*command)).collect();
                (!keys.is_empty()).then(|| Line::Keys(names(&keys), (texts.command)(line[0])))
            }));
            section.extend(fixed.iter().map(|(keys, words)| Line::Keys(names(keys), words)));
            section
        };
        let mut board = section(Place::Board, &[(&[Key::Escape], (texts.command)(Command::Leave))]);
        board.push(Line::Heading(texts.with_the_mouse));
        board.extend(texts.mouse.map(|(what, does)| Line::Keys(what.to_owned(), does)));
        let mut others = section(
            Place::Menu,
            &[
                (&[Key::Left, Key::Right, Key::Up, Key::Down], texts.keys_move),
                (&[Key::Enter, Key::Space], texts.keys_choose),
                (&[Key::Escape, Key::Backspace], texts.keys_back),
            ],
        );
        others.extend(section(Place::Anywhere, &[]));
        [board, others]
    }

    /// Each line with its place from the left, from the top, and its height.
    fn placed(&self) -> Vec<(i32, i32, i32, Line)> {
        let session = self.session();
        let beside = Page::window(session).width >= 2 * session.px(COLUMN);
        let mut placed = Vec::new();
        let mut y = 0;
        for (column, part) in (0..).zip(self.parts()) {
            if beside {
                y = 0;
            }
            for line in part {
                let height = session.px(if let Line::Heading(_) = line { HEADING } else { LINE });
                let x = if beside { column * Page::window(session).width / 2 } else { 0 };
                placed.push((x, y, height, line));
                y += height;
            }
        }
        placed
    }

    pub(super) fn draw(&self, items: &mut Vec<Item>) {
        let session = self.session();
        let window = Page::window(session);
        self.page.draw_ground(session, items);
        let width =
            if window.width >= 2 * session.px(COLUMN) { window.width / 2 - session.px(GAP) } else { window.width };
        for (x, y, height, line) in self.placed() {
            let row = self.page.row(window, y, height);
            if !Page::is_in_sight(window, row) {
                continue;
            }
            let row = Rect::new(row.x + x, row.y, width, height);
            match line {
                Line::Heading(words) => {
                    items.push(text(words, row, session.size(BUTTON_TEXT), Align::Left, palette::ACCENT));
                }
                Line::Keys(keys, words) => {
                    let (left, gap) = (session.px(KEYS), session.px(10.0));
                    let size = session.size(SMALL_TEXT + 1.0);
                    let rest = Rect::new(row.x + left + gap, row.y, (row.width - left - gap).max(1), row.height);
                    items.push(text(keys, Rect { width: left, ..row }, size, Align::Left, palette::INK));
                    items.push(text(words, rest, size, Align::Left, palette::FAINT_INK));
                }
            }
        }
        Page::draw_ends(session, session.texts().help, session.texts().help_below.to_owned(), items);
        draw_buttons(&Page::buttons(session, self.choices()), session, items);
    }
}
