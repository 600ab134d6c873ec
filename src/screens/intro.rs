//! The card before a level: what it is about, what there is to do it with, and hints for whoever asks.

use std::ops::ControlFlow;

use super::bars::Bars;
use super::button::{BUTTON_TEXT, Button, Look, SMALL_TEXT, draw_buttons, hit, text};
use super::card::Card;
use super::input::{self, Input, Key};
use super::pick::Pick;
use super::play::Play;
use super::session::{Chosen, Session};
use super::{Next, Screen};
use crate::scene::{Align, Item, Point, Rect, Sprite, palette, token_picture};

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

/// The card, in logical pixels.
const CARD: (f32, f32) = (720.0, 500.0);

/// How wide a character is on the average, as a share of the text size.
const CHARACTER: f32 = 0.31;

impl Intro {
    pub fn new(session: Session, chosen: Chosen) -> Intro {
        Intro { play: Play::new(session, chosen), hints: 0 }
    }

    pub(super) fn turn(mut self, input: Input) -> Next {
        match input {
            Input::Release(input::Button::Primary) => match hit(&self.buttons(), self.play.session.pointer()) {
                Some(choice) => self.choose(choice),
                None => self.stay(),
            },
            Input::Key(Key::Enter | Key::Space) => self.choose(Choice::Start),
            Input::Key(Key::Char('h')) => self.choose(Choice::Hint),
            Input::Key(Key::Char('m')) => self.choose(Choice::ShowMe),
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
                self.hints = (self.hints + 1).min(self.play.chosen.level.hints.len());
                return self.stay();
            }
            Choice::ShowMe if !self.play.can_be_shown() => return self.stay(),
            Choice::ShowMe => Screen::play(self.play.shown()),
            Choice::Back => Screen::Pick(Pick::new(self.play.session)),
        })
    }

    fn card(&self) -> Card {
        Card::centred(&self.play.session, CARD)
    }

    fn buttons(&self) -> Vec<Button<Choice>> {
        let texts = self.play.session.texts();
        let hint = if self.hints == 0 { texts.hint } else { texts.next_hint };
        let spent = |is_spent| if is_spent { Look::Spent } else { Look::Plain };
        let choices = vec![
            (Choice::Start, texts.start, Look::Chosen),
            (Choice::Hint, hint, spent(self.hints == self.play.chosen.level.hints.len())),
            (Choice::ShowMe, texts.show_me, spent(!self.play.can_be_shown())),
            (Choice::Back, texts.back, Look::Plain),
        ];
        self.card().buttons(&self.play.session, choices)
    }

    pub(super) fn draw(&self, items: &mut Vec<Item>) {
        let session = &self.play.session;
        let texts = session.texts();
        let level = &self.play.chosen.level;
        let card = self.card();
        card.draw(session, items);

        let card = card.rect;
        let margin = session.px(28.0);
        let mut below = card.y + session.px(16.0);
        let mut row = |height: f32| {
            let rect = Rect::new(card.x + margin, below, card.width - 2 * margin, session.px(height));
            below += rect.height;
            rect
        };
        let say = |words: String, rect, size: f32, align, color| text(words, rect, session.size(size), align, color);
        let characters = ((card.width - 2 * margin) as f32 / (session.size(BUTTON_TEXT) * CHARACTER)) as usize;

        items.push(say(level.name.clone(), row(60.0), 52.0, Align::Centre, palette::INK));
        if !level.author.is_empty() {
            let author = (texts.by)(&level.author);
            items.push(say(author, row(26.0), SMALL_TEXT, Align::Centre, palette::FAINT_INK));
        }
        for words in wrapped(&level.about, characters) {
            items.push(say(words, row(32.0), BUTTON_TEXT, Align::Centre, palette::INK));
        }
        let world = self.play.run.world();
        let aim = (texts.aim)(world.to_save(), world.num_rabbits());
        items.push(say(aim, row(44.0), 30.0, Align::Centre, palette::ACCENT));
        self.draw_tokens(row(58.0), items);
        for (number, hint) in (1..).zip(&level.hints[..self.hints]) {
            for words in wrapped(&format!("{number}. {hint}"), characters) {
                items.push(say(words, row(29.0), 23.0, Align::Left, palette::GOOD));
            }
        }
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

/// The text in lines of at most so many characters, broken between words.
fn wrapped(words: &str, characters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= characters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
