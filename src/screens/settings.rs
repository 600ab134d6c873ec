//! What the player has chosen once and for all, and the screen to choose it on.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use super::button::{BUTTON_TEXT, Button, Face, Look, SMALL_TEXT, draw_buttons, hit, text};
use super::card::Card;
use super::input::{self, Input, Key};
use super::keys::Bindings;
use super::picture::Picture;
use super::rebind::Rebind;
use super::session::Session;
use super::texts::{Language, Texts, Value};
use super::title::Title;
use super::{Next, Screen};
use crate::look::{Palette, palette};
use crate::scene::{Align, Item, Rect};

/// The player's choices. What is not named in the file is as at first; a file that names more is of a later version.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    pub quality: Quality,
    pub text: TextSize,
    pub motion: Motion,
    pub display: Display,
    pub palette: Palette,
    /// None as long as neither the player nor the system has told it.
    pub language: Option<Language>,
    #[serde(skip_serializing_if = "Bindings::are_as_at_first")]
    pub keys: Bindings,
}

/// The painter's hints.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quality {
    Speed,
    #[default]
    Balanced,
    Quality,
    /// As people type them: `balanced,filter=nearest`.
    Own(String),
}

impl Quality {
    /// The next preset.
    pub const fn next(&self) -> Quality {
        match self {
            Quality::Speed => Quality::Balanced,
            Quality::Balanced => Quality::Quality,
            Quality::Quality | Quality::Own(_) => Quality::Speed,
        }
    }
}

/// How large everything but the board is drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum TextSize {
    Small,
    #[default]
    Normal,
    Large,
}

/// Whether anything moves between one step and the next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Motion {
    #[default]
    Full,
    /// The board stands still until the next step.
    Reduced,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Display {
    #[default]
    Window,
    FullScreen,
}

impl TextSize {
    /// How much larger than normal.
    pub const fn factor(self) -> f32 {
        match self {
            TextSize::Small => 0.8,
            TextSize::Normal => 1.0,
            TextSize::Large => 1.3,
        }
    }
}

impl Display {
    pub const fn other(self) -> Display {
        match self {
            Display::Window => Display::FullScreen,
            Display::FullScreen => Display::Window,
        }
    }
}

/// One of the things that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    /// Leads to the page of the picture.
    Picture,
    Text,
    Motion,
    Display,
    Colors,
    Language,
    /// Leads to the screen of the keys.
    Keys,
}

impl Row {
    const ALL: [Row; 7] = [Row::Picture, Row::Text, Row::Motion, Row::Display, Row::Keys, Row::Colors, Row::Language];

    /// What it is about, and how it is now.
    fn words(self, settings: &Settings, texts: &Texts) -> (&'static str, Value) {
        match self {
            Row::Picture => (texts.picture, texts.quality(&settings.quality)),
            Row::Text => {
                let value = match settings.text {
                    TextSize::Small => texts.text_small,
                    TextSize::Normal => texts.text_normal,
                    TextSize::Large => texts.text_large,
                };
                (texts.text, value)
            }
            Row::Motion => {
                let value = match settings.motion {
                    Motion::Full => texts.movement_full,
                    Motion::Reduced => texts.movement_reduced,
                };
                (texts.movement, value)
            }
            Row::Display => {
                let value = match settings.display {
                    Display::Window => texts.display_window,
                    Display::FullScreen => texts.display_full_screen,
                };
                (texts.display, value)
            }
            Row::Colors => {
                let value = match settings.palette {
                    Palette::Usual => texts.colors_usual,
                    Palette::Safe => texts.colors_safe,
                };
                (texts.colors, value)
            }
            Row::Language => (texts.language_row, (texts.language, texts.language_meaning)),
            Row::Keys => (texts.keys, (texts.change, texts.keys_meaning)),
        }
    }

    /// The settings with the next value of this row.
    fn next(self, mut settings: Settings) -> Settings {
        match self {
            Row::Text => {
                settings.text = match settings.text {
                    TextSize::Small => TextSize::Normal,
                    TextSize::Normal => TextSize::Large,
                    TextSize::Large => TextSize::Small,
                }
            }
            Row::Motion => {
                settings.motion = match settings.motion {
                    Motion::Full => Motion::Reduced,
                    Motion::Reduced => Motion::Full,
                }
            }
            Row::Display => settings.display = settings.display.other(),
            Row::Colors => {
                settings.palette = match settings.palette {
                    Palette::Usual => Palette::Safe,
                    Palette::Safe => Palette::Usual,
                }
            }
            Row::Language => {
                settings.language = Some(match settings.language.unwrap_or_default() {
                    Language::English => Language::German,
                    Language::German => Language::English,
                })
            }
            Row::Picture | Row::Keys => {}
        }
        settings
    }
}

/// The screen of the settings. What is changed holds at once.
#[derive(Debug, Clone)]
pub struct Choices {
    pub(super) session: Session,
    focus: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Change(Row),
    Back,
}

/// Logical pixels.
const CARD: (f32, f32) = (780.0, 536.0);
const ROW: f32 = 56.0;

impl Choices {
    pub fn new(session: Session) -> Choices {
        Choices { session, focus: 0 }
    }

    pub(super) fn turn(mut self, input: Input) -> Next {
        let last = Row::ALL.len() - 1;
        match input {
            Input::Release(input::Button::Primary) => {
                if let Some(choice) = hit(&self.buttons(), self.session.pointer()) {
                    return self.choose(choice);
                }
            }
            Input::Key(Key::Up) => self.focus = self.focus.saturating_sub(1),
            Input::Key(Key::Down | Key::Tab) => self.focus = (self.focus + 1).min(last),
            Input::Key(Key::Enter | Key::Space | Key::Right) => {
                let row = Row::ALL[self.focus];
                return self.choose(Choice::Change(row));
            }
            Input::Key(Key::Escape | Key::Backspace) => return self.choose(Choice::Back),
            _ => {}
        }
        ControlFlow::Continue(Screen::Settings(self))
    }

    fn choose(mut self, choice: Choice) -> Next {
        ControlFlow::Continue(match choice {
            Choice::Change(Row::Picture) => Screen::Picture(Box::new(Picture::new(self.session))),
            Choice::Change(Row::Keys) => Screen::Keys(Rebind::new(self.session)),
            Choice::Change(row) => {
                let settings = row.next(self.session.settings().clone());
                self.session.set_settings(settings);
                Screen::Settings(self)
            }
            Choice::Back => Screen::Title(Title::new(self.session)),
        })
    }

    fn row(&self, place: usize) -> Rect {
        let card = Card::centred(&self.session, CARD);
        card.row(&self.session, 76.0 + place as f32 * ROW, ROW)
    }

    fn buttons(&self) -> Vec<Button<Choice>> {
        let session = &self.session;
        let card = Card::centred(session, CARD);
        let mut buttons = card.buttons(session, vec![(Choice::Back, session.texts().back, Look::Plain)]);
        buttons.extend(Row::ALL.iter().enumerate().map(|(place, row)| {
            let rect = self.row(place);
            let width = session.px(200.0).min(rect.width / 2);
            let (_, (value, _)) = row.words(session.settings(), session.texts());
            Button {
                rect: Rect::new(rect.x + rect.width / 5, rect.y + session.px(5.0), width, session.px(46.0)),
                face: Face::Words(value.into()),
                action: Choice::Change(*row),
                look: if place == self.focus { Look::Chosen } else { Look::Plain },
            }
        }));
        buttons
    }

    pub(super) fn draw(&self, items: &mut Vec<Item>) {
        let session = &self.session;
        let tile = session.px(48.0).clamp(16, 256) as u32;
        items.push(Item::Paper { rect: session.frame(), origin: (0, 0), tile });
        let card = Card::centred(session, CARD);
        card.draw(session, items);
        let heading = card.row(session, 14.0, 56.0);
        items.push(text(session.texts().settings, heading, session.size(46.0), Align::Centre, palette::INK));
        for (place, row) in Row::ALL.into_iter().enumerate() {
            let (name, (_, meaning)) = row.words(session.settings(), session.texts());
            let rect = self.row(place);
            let left = Rect::new(rect.x + session.px(24.0), rect.y, rect.width / 5, rect.height);
            items.push(text(name, left, session.size(BUTTON_TEXT), Align::Left, palette::INK));
            let start = rect.x + rect.width / 5 + session.px(200.0).min(rect.width / 2) + session.px(18.0);
            let right = Rect::new(start, rect.y, (rect.right() - start - session.px(14.0)).max(1), rect.height);
            items.push(text(meaning, right, session.size(SMALL_TEXT + 2.0), Align::Left, palette::FAINT_INK));
        }
        draw_buttons(&self.buttons(), session, items);
    }
}
