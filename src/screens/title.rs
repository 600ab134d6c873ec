//! The title: where the program opens.

use std::ops::ControlFlow;

use super::button::{Button, Face, Look, draw_buttons, hit, text};
use super::input::{self, Exit, Input, Key};
use super::intro::Intro;
use super::keys::Command;
use super::pick::Pick;
use super::session::Session;
use super::settings::Choices;
use super::texts::Texts;
use super::{Next, Screen};
use crate::scene::{Align, Dress, Facing, Item, Picture, Point, Rect, Sprite, palette};

/// The line at the bottom, in logical pixels.
const FOOT: f32 = 40.0;

/// The name of the game, and where to go from here.
#[derive(Debug, Clone)]
pub struct Title {
    pub(super) session: Session,
    focus: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Play,
    Levels,
    Settings,
    Quit,
}

const CHOICES: [Choice; 4] = [Choice::Play, Choice::Levels, Choice::Settings, Choice::Quit];

impl Choice {
    fn words(self, texts: &Texts) -> &'static str {
        match self {
            Choice::Play => texts.play,
            Choice::Levels => texts.levels,
            Choice::Settings => texts.settings,
            Choice::Quit => texts.quit,
        }
    }
}

impl Title {
    pub fn new(session: Session) -> Title {
        Title { session, focus: 0 }
    }

    pub(super) fn turn(mut self, input: Input) -> Next {
        match input {
            Input::Release(input::Button::Primary) => match hit(&self.buttons(), self.session.pointer()) {
                Some(choice) => self.choose(choice),
                None => self.stay(),
            },
            Input::Key(Key::Escape) => ControlFlow::Break(Exit::Quit),
            Input::Key(Key::Down | Key::Tab) => {
                self.focus = (self.focus + 1) % CHOICES.len();
                self.stay()
            }
            Input::Key(Key::Up) => {
                self.focus = (self.focus + CHOICES.len() - 1) % CHOICES.len();
                self.stay()
            }
            Input::Key(Key::Enter | Key::Space) => {
                let choice = CHOICES[self.focus];
                self.choose(choice)
            }
            Input::Key(key) if self.session.means(key, Command::Play) => self.choose(Choice::Play),
            Input::Key(key) if self.session.means(key, Command::Levels) => self.choose(Choice::Levels),
            Input::Key(key) if self.session.means(key, Command::Settings) => self.choose(Choice::Settings),
            Input::Key(key) if self.session.means(key, Command::Quit) => self.choose(Choice::Quit),
            _ => self.stay(),
        }
    }

    fn stay(self) -> Next {
        ControlFlow::Continue(Screen::Title(self))
    }

    fn choose(self, choice: Choice) -> Next {
        match choice {
            Choice::Play => match self.session.first_unsolved() {
                Some(chosen) => ControlFlow::Continue(Screen::intro(Intro::new(self.session, chosen))),
                None => self.stay(),
            },
            Choice::Levels => ControlFlow::Continue(Screen::Pick(Pick::new(self.session))),
            Choice::Settings => ControlFlow::Continue(Screen::Settings(Choices::new(self.session))),
            Choice::Quit => ControlFlow::Break(Exit::Quit),
        }
    }

    fn buttons(&self) -> Vec<Button<Choice>> {
        let frame = self.session.frame();
        let (width, height, gap) = (self.session.px(260.0), self.session.px(52.0), self.session.px(14.0));
        let foot = frame.height - self.session.px(FOOT);
        let top = (frame.height / 2).min(foot - CHOICES.len() as i32 * (height + gap));
        CHOICES
            .iter()
            .enumerate()
            .map(|(place, choice)| Button {
                rect: Rect::new((frame.width - width) / 2, top + place as i32 * (height + gap), width, height),
                face: Face::Words(choice.words(self.session.texts()).into()),
                action: *choice,
                look: if place == self.focus { Look::Chosen } else { Look::Plain },
            })
            .collect()
    }

    pub(super) fn draw(&self, items: &mut Vec<Item>) {
        let session = &self.session;
        let frame = session.frame();
        let tile = session.px(48.0).clamp(16, 256) as u32;
        items.push(Item::Paper { rect: frame, origin: (frame.width / 2, frame.height / 2), tile });

        let size = session.size(110.0).min(frame.height as f32 / 5.0);
        let band = Rect::new(0, frame.height / 2 - (size * 1.9) as i32, frame.width, size as i32);
        items.push(text("Leveret", band, size, Align::Centre, palette::INK));
        let below = Rect::new(0, band.bottom(), frame.width, session.px(40.0));
        items.push(text(session.texts().motto, below, session.size(30.0), Align::Centre, palette::FAINT_INK));

        let tile = (size * 0.9) as u32;
        let side = frame.width as f32 / 2.0 - size * 2.6;
        for (picture, facing, x) in [
            (Picture::Walk, Facing::Right, side),
            (Picture::Stop, Facing::Left, frame.width as f32 - side - tile as f32),
        ] {
            let sprite = Sprite { picture, frame: 3, facing, dress: Dress::Rabbit };
            let at = Point::new(x, band.y as f32 + size * 0.1);
            items.push(Item::Sprite { sprite, at, tile: tile.clamp(16, 256), opacity: 255 });
        }
        draw_buttons(&self.buttons(), session, items);
        let foot = Rect::new(0, frame.height - session.px(FOOT), frame.width, session.px(30.0));
        if let Some(notice) = session.notice_for_player() {
            let above = Rect::new(0, foot.y - foot.height, frame.width, foot.height);
            items.push(text(notice.to_owned(), above, session.size(20.0), Align::Centre, session.palette().bad()));
        }
        items.push(text(session.texts().title_keys, foot, session.size(20.0), Align::Centre, palette::FAINT_INK));
    }
}
