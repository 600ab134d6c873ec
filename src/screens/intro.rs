//! The card before a level: what it is about, what there is to do it with, and hints for whoever asks.

use std::ops::ControlFlow;

use super::bars::Bars;
use super::button::{BUTTON_TEXT, Button, Look, SMALL_TEXT, draw_buttons, hit, text};
use super::card::Card;
use super::input::{self, Input, Key};
use super::keys::Command;
use super::paragraph::wrapped;
use super::play::Play;
use super::session::{Chosen, Session};
use super::{Next, Screen};
use crate::level::Level;
use crate::look::palette;
use crate::scene::{Align, Item, Point, Rect, Sprite, token_picture};

/// A level that is about to start. Its board stands still behind the card.
#[derive(Debug, Clone)]
pub struct Intro {
    pub(super) play: Play,
    /// How many hints have been asked for.
    hints: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Start,
    Hint,
    ShowMe,
    Back,
}

/// The card and its lines, in logical pixels.
const WIDTH: f32 = 800.0;
const LEAST_HEIGHT: f32 = 500.0;
const SIDE: f32 = 28.0;
const ABOVE: f32 = 16.0;
const NAME: f32 = 60.0;
const AUTHOR: f32 = 26.0;
const ABOUT: f32 = 32.0;
const AIM: f32 = 44.0;
const TOKENS: f32 = 58.0;
const HINT: f32 = 29.0;
const BELOW: f32 = 78.0;

/// Text sizes in logical pixels.
const NAME_TEXT: f32 = 52.0;
const AIM_TEXT: f32 = 30.0;
const HINT_TEXT: f32 = 23.0;

impl Intro {
    pub fn new(session: Session, chosen: Chosen) -> Intro {
        Intro { play: Play::new(session, chosen), hints: 0 }
    }

    /// The same level after its author has changed it.
    pub fn edited(self, level: Level) -> Intro {
        Intro { hints: self.hints.min(level.hints.len()), play: self.play.edited(level) }
    }

    pub(super) fn turn(mut self, input: Input) -> Next {
        match input {
            Input::Release(input::Button::Primary) => match hit(&self.buttons(), self.play.session.pointer()) {
                Some(choice) => self.choose(choice),
                None => self.stay(),
            },
            Input::Key(Key::Enter | Key::Space) => self.choose(Choice::Start),
            Input::Key(key) if self.play.session.means(key, Command::Hint) => self.choose(Choice::Hint),
            Input::Key(key) if self.play.session.means(key, Command::ShowMe) => self.choose(Choice::ShowMe),
            Input::Key(Key::Escape | Key::Backspace) => self.choose(Choice::Back),
            Input::Resize { .. } => {
                self.play.resize();
                self.stay()
            }
            _ => self.stay(),
        }
    }

    fn stay(self) -> Next {
        ControlFlow::Continue(Screen::Intro(Box::new(self)))
    }

    fn choose(mut self, choice: Choice) -> Next {
        ControlFlow::Continue(match choice {
            Choice::Start => Screen::play(self.play),
            Choice::Hint => {
                self.hints = (self.hints + 1).min(self.hint_count());
                return self.stay();
            }
            Choice::ShowMe if !self.play.can_be_shown() => return self.stay(),
            Choice::ShowMe => Screen::play(self.play.shown()),
            Choice::Back => Screen::list(self.play.session, self.play.chosen.id),
        })
    }

    fn about_lines(&self) -> Vec<String> {
        wrapped(self.play.session.words_of(&self.play.chosen).about, WIDTH - 2.0 * SIDE, BUTTON_TEXT)
    }

    /// The first so many hints.
    fn hint_lines(&self, count: usize) -> Vec<String> {
        let hints = self.play.session.words_of(&self.play.chosen).hints;
        let numbered = (1..).zip(hints.iter().take(count)).map(|(number, hint)| format!("{number}. {hint}"));
        numbered.flat_map(|hint| wrapped(&hint, WIDTH - 2.0 * SIDE, HINT_TEXT)).collect()
    }

    fn hint_count(&self) -> usize {
        self.play.session.words_of(&self.play.chosen).hints.len()
    }

    /// Room for all hints from the start, so that no button moves when one is shown.
    fn card(&self) -> Card {
        let about = self.about_lines().len() as f32 * ABOUT;
        let hints = self.hint_lines(self.hint_count()).len() as f32 * HINT;
        let height = ABOVE + NAME + AUTHOR + about + AIM + TOKENS + hints + BELOW;
        Card::centred(&self.play.session, (WIDTH, height.max(LEAST_HEIGHT)))
    }

    fn buttons(&self) -> Vec<Button<Choice>> {
        let texts = self.play.session.texts();
        let hint = if self.hints == 0 { texts.hint } else { texts.next_hint };
        let spent = |is_spent| if is_spent { Look::Spent } else { Look::Plain };
        let choices = vec![
            (Choice::Start, texts.start, Look::Chosen),
            (Choice::Hint, hint, spent(self.hints == self.hint_count())),
            (Choice::ShowMe, texts.show_me, spent(!self.play.can_be_shown())),
            (Choice::Back, texts.back, Look::Plain),
        ];
        self.card().buttons(&self.play.session, choices)
    }

    pub(super) fn draw(&self, items: &mut Vec<Item>) {
        let session = &self.play.session;
        let texts = session.texts();
        let card = self.card();
        card.draw(session, items);

        let side = session.px(SIDE);
        let mut below = card.rect.y + session.px(ABOVE);
        let mut row = |height: i32| {
            let rect = Rect::new(card.rect.x + side, below, card.rect.width - 2 * side, height);
            below += height;
            rect
        };
        let mut say = |words: String, row, size: f32, align, color| {
            items.push(text(words, row, session.size(size), align, color));
        };
        let name = session.words_of(&self.play.chosen).name.to_owned();
        say(name, row(session.px(NAME)), NAME_TEXT, Align::Centre, palette::INK);
        let author = &self.play.chosen.level.author;
        let by = if author.is_empty() { String::new() } else { (texts.by)(author) };
        say(by, row(session.px(AUTHOR)), SMALL_TEXT, Align::Centre, palette::FAINT_INK);
        for line in self.about_lines() {
            say(line, row(session.px(ABOUT)), BUTTON_TEXT, Align::Centre, palette::INK);
        }
        let world = self.play.run.world();
        let aim = (texts.aim)(world.to_save(), world.num_rabbits());
        say(aim, row(session.px(AIM)), AIM_TEXT, Align::Centre, palette::ACCENT);
        let tokens = row(session.px(TOKENS));
        // Where the frame is not high enough for all hints, their lines come closer together.
        let room = card.rect.bottom() - session.px(BELOW) - tokens.bottom();
        let all = self.hint_lines(self.hint_count()).len() as i32;
        let pitch = (room / all.max(1)).min(session.px(HINT));
        let size = HINT_TEXT * pitch as f32 / session.size(HINT);
        for line in self.hint_lines(self.hints) {
            say(line, row(pitch), size, Align::Left, session.palette().good());
        }
        self.draw_tokens(tokens, items);
        draw_buttons(&self.buttons(), session, items);
    }

    /// What there is to place, side by side in the middle of the row.
    fn draw_tokens(&self, row: Rect, items: &mut Vec<Item>) {
        let session = &self.play.session;
        let world = self.play.run.world();
        let tokens = Bars::offered(world);
        let (tile, pitch) = (session.px(40.0).clamp(1, 256), session.px(92.0));
        let left = row.x + (row.width - pitch * tokens.len() as i32) / 2;
        for (place, ability) in (0..).zip(tokens) {
            let x = left + place * pitch;
            let sprite = Sprite::still(token_picture(ability));
            let at = Point::new(x as f32, row.y as f32);
            items.push(Item::Sprite { sprite, at, tile: tile as u32, opacity: 255 });
            let count = Rect::new(x + tile + session.px(6.0), row.y, pitch - tile, tile);
            let words = world.tokens(ability).unwrap_or(0).to_string();
            items.push(text(words, count, session.size(BUTTON_TEXT), Align::Left, palette::INK));
        }
    }
}
