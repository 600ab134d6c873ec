//! The title: where the program opens.

use std::borrow::Cow;
use std::ops::ControlFlow;

use super::about::About;
use super::button::{Button, Face, Look, draw_buttons, hit, text};
use super::custom::Custom;
use super::input::{self, Exit, Input, Key};
use super::intro::Intro;
use super::keys::Command;
use super::pick::Pick;
use super::session::Session;
use super::settings::Choices;
use super::{Next, Screen};
use crate::look::palette;
use crate::scene::{Align, Facing, Item, Picture, Point, Rect, Skin, Sprite};

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
    CustomLevel,
    Settings,
    About,
    Quit,
}

impl Choice {
    const ALL: [Choice; 6] =
        [Choice::Play, Choice::Levels, Choice::CustomLevel, Choice::Settings, Choice::About, Choice::Quit];

    /// Its key beside those that move and choose.
    const fn command(self) -> Command {
        match self {
            Choice::Play => Command::Play,
            Choice::Levels => Command::Levels,
            Choice::CustomLevel => Command::CustomLevel,
            Choice::Settings => Command::Settings,
            Choice::About => Command::About,
            Choice::Quit => Command::Quit,
        }
    }
}

/// Logical pixels.
const BUTTON: (f32, f32) = (300.0, 50.0);
/// The first one's width, if it names a level.
const FIRST: f32 = 460.0;
const GAP: f32 = 11.0;
/// The lines at the bottom.
const FOOT: f32 = 76.0;
const LINE: f32 = 40.0;
const LARGEST_NAME: f32 = 110.0;

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
                self.focus = (self.focus + 1) % Choice::ALL.len();
                self.stay()
            }
            Input::Key(Key::Up) => {
                self.focus = (self.focus + Choice::ALL.len() - 1) % Choice::ALL.len();
                self.stay()
            }
            Input::Key(Key::Enter | Key::Space) => {
                let choice = Choice::ALL[self.focus];
                self.choose(choice)
            }
            Input::Key(key) => match Choice::ALL.into_iter().find(|choice| self.session.means(key, choice.command())) {
                Some(choice) => self.choose(choice),
                None => self.stay(),
            },
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
            Choice::CustomLevel => ControlFlow::Continue(Screen::custom(Custom::new(self.session))),
            Choice::About => ControlFlow::Continue(Screen::About(About::new(self.session))),
            Choice::Settings => ControlFlow::Continue(Screen::Settings(Choices::new(self.session))),
            Choice::Quit => ControlFlow::Break(Exit::Quit),
        }
    }

    /// What is below the name of the game: its first line goes on where the player is stuck.
    fn words(&self, choice: Choice) -> Cow<'static, str> {
        let texts = self.session.texts();
        match choice {
            Choice::Play => match self.session.first_unsolved().filter(|_| self.session.has_won()) {
                Some(chosen) => (texts.go_on_with)(self.session.words_of(&chosen).name).into(),
                None => texts.play.into(),
            },
            Choice::Levels => texts.levels.into(),
            Choice::CustomLevel => texts.custom_level.into(),
            Choice::Settings => texts.settings.into(),
            Choice::About => texts.about.into(),
            Choice::Quit => texts.quit.into(),
        }
    }

    /// Where the buttons begin.
    fn top(&self) -> i32 {
        self.session.frame().height * 2 / 5
    }

    fn buttons(&self) -> Vec<Button<Choice>> {
        let session = &self.session;
        let frame = session.frame();
        // In a low frame all of them shrink alike.
        let room = (frame.height - self.top() - session.px(FOOT)) / Choice::ALL.len() as i32;
        let pitch = session.px(BUTTON.1 + GAP).min(room).max(1);
        let height = ((pitch as f32 * BUTTON.1 / (BUTTON.1 + GAP)) as i32).max(1);
        (0..)
            .zip(Choice::ALL)
            .map(|(place, choice)| {
                let names_level = choice == Choice::Play && session.has_won();
                let width = if names_level { FIRST } else { BUTTON.0 };
                let width = session.px(width).min(frame.width);
                Button {
                    rect: Rect::new((frame.width - width) / 2, self.top() + place * pitch, width, height),
                    face: Face::Words(self.words(choice)),
                    action: choice,
                    look: if place as usize == self.focus { Look::Chosen } else { Look::Plain },
                }
            })
            .collect()
    }

    pub(super) fn draw(&self, items: &mut Vec<Item>) {
        let session = &self.session;
        let frame = session.frame();
        let tile = session.px(48.0).clamp(16, 256) as u32;
        items.push(Item::Paper { rect: frame, origin: (frame.width / 2, frame.height / 2), tile });

        let size = session.size(LARGEST_NAME).min(frame.height as f32 / 6.0);
        let band = Rect::new(0, self.top() - (size * 1.85) as i32, frame.width, size as i32);
        items.push(text("Leveret", band, size, Align::Centre, palette::INK));
        let below = Rect::new(0, band.bottom(), frame.width, (size * 0.4) as i32);
        let motto = session.size(30.0).min(size * 0.3);
        items.push(text(session.texts().motto, below, motto, Align::Centre, palette::FAINT_INK));

        let tile = (size * 0.9) as u32;
        let side = frame.width as f32 / 2.0 - size * 2.6;
        for (picture, facing, x) in [
            (Picture::Walk, Facing::Right, side),
            (Picture::Stop, Facing::Left, frame.width as f32 - side - tile as f32),
        ] {
            let sprite = Sprite { picture, frame: 3, facing, skin: Skin::Rabbit };
            let at = Point::new(x, band.y as f32 + size * 0.1);
            items.push(Item::Sprite { sprite, at, tile: tile.clamp(16, 256), opacity: 255 });
        }
        draw_buttons(&self.buttons(), session, items);
        let foot = Rect::new(0, frame.height - session.px(LINE), frame.width, session.px(30.0));
        if let Some(notice) = session.notice_for_player() {
            let above = Rect::new(0, foot.y - foot.height, frame.width, foot.height);
            items.push(text(notice.to_owned(), above, session.size(20.0), Align::Centre, session.palette().bad()));
        }
        items.push(text(session.texts().title_keys, foot, session.size(20.0), Align::Centre, palette::FAINT_INK));
    }
}
