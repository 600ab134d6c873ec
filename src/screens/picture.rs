//! The page of the picture: the painter's hints, and a sample painted as it was and as it is now. What a hint is worth
//! can be seen at once, and what it costs can be read beside it.

use std::ops::ControlFlow;

use super::button::{BUTTON_TEXT, Button, Face, Look, draw_buttons, hit, text};
use super::input::{self, Input, Key};
use super::keys::Command;
use super::page::Page;
use super::sample::Sample;
use super::session::Session;
use super::settings::{Choices, Motion, Quality};
use super::{Next, Screen};
use crate::look::{Idle, palette};
use crate::scene::{Align, Item, Rect};

/// The hints, one of them in focus.
#[derive(Debug, Clone)]
pub struct Picture {
    pub(super) session: Session,
    page: Page,
    focus: usize,
    sample: Sample,
    /// The quality when the page was opened.
    before: Quality,
    told: Told,
}

/// What the painter does, as whoever has it tells.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Told {
    pub hints: Vec<HintTold>,
    /// What painting the sample took lately, before and now.
    pub milliseconds: [Option<f32>; 2],
}

/// One hint, by the names that people type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HintTold {
    pub name: String,
    pub value: String,
    /// All values.
    pub values: Vec<String>,
    pub idle: Option<Idle>,
}

/// Where the sample is shown, as it was painted before and as it is now, each with a part of it enlarged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Places {
    /// The size of the sample.
    pub size: (u32, u32),
    pub samples: [(i32, i32); 2],
    /// The part of the sample that is enlarged, and how many times.
    pub detail: Rect,
    pub factor: u32,
    pub details: [(i32, i32); 2],
}

/// What can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Preset,
    /// A hint, by its place.
    Hint(usize),
    Zoom,
    AsBefore,
    Back,
}

/// Which way through the values of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    On,
    Back,
}

/// Logical pixels, and the samples' share of the page.
const ROW: f32 = 36.0;
const GAP: f32 = 10.0;
const LABEL: f32 = 26.0;
const SAMPLES: f32 = 0.42;
/// A detail is enlarged so many times.
const FACTOR: u32 = 4;

impl Picture {
    pub fn new(session: Session) -> Picture {
        let before = session.quality().clone();
        Picture { session, page: Page::default(), focus: 0, sample: Sample::new(), before, told: Told::default() }
    }

    /// Takes note of what the painter does now.
    pub fn tell(&mut self, told: Told) {
        self.told = told;
    }

    /// Pixels a tile of the sample.
    pub fn tile(&self) -> u32 {
        self.sample.tile()
    }

    /// The items of the sample, in a frame of its own.
    pub fn draw_sample(&self, items: &mut Vec<Item>) {
        let (width, height) = self.places().size;
        let flow = match self.session.settings().motion {
            Motion::Full => 1.0,
            Motion::Reduced => 0.0,
        };
        self.sample.draw((width as i32, height as i32), flow, items);
    }

    /// Where the samples are.
    pub fn places(&self) -> Places {
        let [left, right] = self.halves();
        let (gap, label) = (self.session.px(GAP), self.session.px(LABEL));
        let height = (left.height - label - gap).max(1);
        let detail = (left.width / 3 / FACTOR as i32).max(1);
        let width = (left.width - detail * FACTOR as i32 - gap).max(1);
        let enlarged = self.sample.detail((width, height), (detail, (height / FACTOR as i32).max(1)));
        let top = left.y + label;
        Places {
            size: (width as u32, height as u32),
            samples: [(left.x, top), (right.x, top)],
            detail: enlarged,
            factor: FACTOR,
            details: [(left.x + width + gap, top), (right.x + width + gap, top)],
        }
    }

    /// The two halves of the page's upper part: before, and now.
    fn halves(&self) -> [Rect; 2] {
        let window = Page::window(&self.session);
        let gap = self.session.px(GAP);
        let (width, height) = ((window.width - gap) / 2, (window.height as f32 * SAMPLES) as i32);
        [window.x, window.x + width + gap].map(|x| Rect::new(x, window.y, width.max(1), height.max(1)))
    }

    pub(super) fn turn(mut self, input: Input) -> Next {
        match input {
            Input::Tick(time) => self.sample.tick(time),
            Input::Release(input::Button::Primary) => {
                let pointer = self.session.pointer();
                let on_rows = pointer.filter(|pointer| self.list().contains(*pointer));
                if let Some(choice) = hit(&self.foot(), pointer).or_else(|| hit(&self.rows(), on_rows)) {
                    return self.choose(choice, Way::On);
                }
            }
            Input::Wheel(notches) => {
                let pixels = -(notches * self.session.size(80.0)) as i32;
                self.page.scroll_by(self.list(), pixels, self.height());
            }
            Input::Resize { .. } => self.show_focus(),
            Input::Key(Key::Up) => self.move_focus(-1),
            Input::Key(Key::Down | Key::Tab) => self.move_focus(1),
            Input::Key(Key::Enter | Key::Space | Key::Right) => {
                let choice = self.choices()[self.focus];
                return self.choose(choice, Way::On);
            }
            Input::Key(Key::Left) => {
                let choice = self.choices()[self.focus];
                return self.choose(choice, Way::Back);
            }
            Input::Key(Key::Escape | Key::Backspace) => return self.choose(Choice::Back, Way::On),
            Input::Key(key) if self.session.means(key, Command::ZoomIn) => self.sample.zoom_in(),
            Input::Key(key) if self.session.means(key, Command::ZoomOut) => self.sample.zoom_out(),
            _ => {}
        }
        ControlFlow::Continue(Screen::Picture(Box::new(self)))
    }

    fn choose(mut self, choice: Choice, way: Way) -> Next {
        self.focus = self.choices().iter().position(|other| *other == choice).unwrap_or(self.focus);
        match (choice, way) {
            (Choice::Preset, Way::On) => self.session.choose_quality(self.session.quality().next()),
            (Choice::Preset, Way::Back) => self.session.choose_quality(self.session.quality().next().next()),
            (Choice::Hint(place), way) => self.session.choose_quality(self.with_other_value(place, way)),
            (Choice::Zoom, Way::On) => self.sample.zoom_in(),
            (Choice::Zoom, Way::Back) => self.sample.zoom_out(),
            (Choice::AsBefore, _) => self.session.choose_quality(self.before.clone()),
            (Choice::Back, _) => return ControlFlow::Continue(Screen::Settings(Choices::new(self.session))),
        }
        ControlFlow::Continue(Screen::Picture(Box::new(self)))
    }

    /// The hints as they are, but for the next or the last value of one.
    fn with_other_value(&self, place: usize, way: Way) -> Quality {
        let value = |hint: &HintTold| {
            let count = hint.values.len();
            let now = hint.values.iter().position(|value| *value == hint.value).unwrap_or(0);
            match way {
                Way::On => hint.values[(now + 1) % count].clone(),
                Way::Back => hint.values[(now + count - 1) % count].clone(),
            }
        };
        let hints = self.told.hints.iter().enumerate().map(|(other, hint)| {
            let value = if other == place { value(hint) } else { hint.value.clone() };
            format!("{}={value}", hint.name)
        });
        Quality::Own(hints.collect::<Vec<_>>().join(","))
    }

    /// What the focus goes through.
    fn choices(&self) -> Vec<Choice> {
        let hints = (0..self.told.hints.len()).map(Choice::Hint);
        let rows = [Choice::Preset].into_iter().chain(hints).chain([Choice::Zoom]);
        rows.chain([Choice::AsBefore, Choice::Back]).collect()
    }

    fn move_focus(&mut self, by: i32) {
        let last = self.choices().len() as i32 - 1;
        self.focus = (self.focus as i32 + by).clamp(0, last) as usize;
        self.show_focus();
    }

    fn show_focus(&mut self) {
        let rows = self.rows();
        if let Some(row) = rows.get(self.focus) {
            let (list, height) = (self.list(), self.height());
            self.page.show(list, row.rect, height);
        }
    }

    /// The part of the page in which the rows are seen.
    fn list(&self) -> Rect {
        let window = Page::window(&self.session);
        let above = self.halves()[0].height;
        Rect::new(window.x, window.y + above, window.width, (window.height - above).max(1))
    }

    fn height(&self) -> i32 {
        (self.told.hints.len() as i32 + 2) * self.session.px(ROW)
    }

    fn look(&self, choice: Choice) -> Look {
        if self.choices().get(self.focus) == Some(&choice) { Look::Chosen } else { Look::Plain }
    }

    fn foot(&self) -> Vec<Button<Choice>> {
        let texts = self.session.texts();
        let foot = [(Choice::AsBefore, texts.as_before), (Choice::Back, texts.back)];
        Page::buttons(&self.session, foot.map(|(choice, words)| (choice, words, self.look(choice))).into())
    }

    fn rows(&self) -> Vec<Button<Choice>> {
        let row = self.session.px(ROW);
        let height = row - self.session.px(4.0);
        let choices = self.choices().into_iter().filter(|choice| !matches!(choice, Choice::AsBefore | Choice::Back));
        (0..)
            .zip(choices)
            .map(|(place, action)| {
                let rect = self.page.row(self.list(), place * row, height);
                Button { rect, face: Face::Blank, action, look: self.look(action) }
            })
            .collect()
    }

    /// What a row is about, how it is now, and what that means.
    fn words(&self, choice: Choice) -> (String, String, String) {
        let texts = self.session.texts();
        match choice {
            Choice::Preset => {
                let (name, meaning) = texts.quality(self.session.quality());
                (texts.picture.to_owned(), name.to_owned(), meaning.to_owned())
            }
            Choice::Hint(place) => {
                let hint = &self.told.hints[place];
                let meaning = match hint.idle {
                    Some(idle) => (texts.idle)(idle),
                    None => (texts.hint_value)(&hint.name, &hint.value),
                };
                (hint.name.clone(), hint.value.clone(), meaning.to_owned())
            }
            Choice::Zoom => {
                (texts.sample_zoom.to_owned(), self.tile().to_string(), texts.sample_zoom_meaning.to_owned())
            }
            Choice::AsBefore | Choice::Back => Default::default(),
        }
    }

    pub(super) fn draw(&self, items: &mut Vec<Item>) {
        let session = &self.session;
        let texts = session.texts();
        self.page.draw_ground(session, items);
        let list = self.list();
        for row in self.rows().into_iter().filter(|row| Page::is_in_sight(list, row.rect)) {
            let (name, value, meaning) = self.words(row.action);
            let idle = matches!(row.action, Choice::Hint(place) if self.told.hints[place].idle.is_some());
            let ink = if idle { palette::ACCENT } else { palette::FAINT_INK };
            draw_buttons(std::slice::from_ref(&row), session, items);
            Page::draw_row(session, row.rect, [(name, palette::INK), (value, palette::INK), (meaning, ink)], items);
        }
        let window = Page::window(session);
        let above = Rect::new(0, window.y, session.frame().width, (list.y - window.y).max(1));
        items.push(Item::Fill { rect: above, color: palette::PANEL });
        let labels = [texts.sample_before, texts.sample_now].into_iter().zip(self.told.milliseconds);
        for (half, (label, milliseconds)) in self.halves().into_iter().zip(labels) {
            let line = Rect { height: session.px(LABEL), ..half };
            let size = session.size(BUTTON_TEXT - 3.0);
            items.push(text(label, line, size, Align::Left, palette::ACCENT));
            if let Some(milliseconds) = milliseconds {
                items.push(text(format!("{milliseconds:.2} ms"), line, size, Align::Right, palette::INK));
            }
        }
        Page::draw_ends(session, texts.picture, texts.picture_below.to_owned(), items);
        draw_buttons(&self.foot(), session, items);
    }
}
