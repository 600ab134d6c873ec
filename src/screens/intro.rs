//! The card before a level: what it is about, what there is to do it with, and hints on request.

use super::attempt::{Attempt, offered};
use super::context::Context;
use super::input::{Input, PointerButton};
use super::keys::{Command, Key};
use super::play::{draw_around_board, show_me};
use super::turn::{Route, Turn};
use crate::level::Level;
use crate::look::palette;
use crate::scene::{Align, Item, Point, Rect, Sprite, token_picture};
use crate::ui::{BUTTON_TEXT, Button, ButtonState, Card, SMALL_TEXT, draw_buttons, hit, text, wrapped};

/// A level that is about to start. Its board is at rest behind the card.
#[derive(Debug, Clone)]
pub struct Intro {
    attempt: Attempt,
    /// How many hints were asked for.
    hints: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum IntroChoice {
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
    pub fn new(attempt: Attempt) -> Intro {
        Intro { attempt, hints: 0 }
    }

    /// The same level after its author has changed it.
    pub fn edited(self, context: &Context, level: Level) -> Intro {
        // Nothing was played yet, so that no order is dropped.
        let hints = self.hints.min(level.hints.len());
        let (attempt, _) = self.attempt.edited(&context.layout, level);
        Intro { hints, attempt }
    }

    pub fn attempt(&self) -> &Attempt {
        &self.attempt
    }

    pub fn into_attempt(self) -> Attempt {
        self.attempt
    }

    pub fn turn(mut self, context: &mut Context, input: Input) -> Turn<Intro> {
        let choice = match input {
            Input::Release(PointerButton::Primary) => hit(&self.buttons(context), context.layout.pointer()),
            Input::Key(Key::Enter | Key::Space) => Some(IntroChoice::Start),
            Input::Key(key) if context.means(key, Command::Hint) => Some(IntroChoice::Hint),
            Input::Key(key) if context.means(key, Command::ShowMe) => Some(IntroChoice::ShowMe),
            Input::Key(Key::Escape | Key::Backspace) => Some(IntroChoice::Back),
            Input::Resize { .. } => {
                self.attempt.resize(&context.layout);
                None
            }
            _ => None,
        };
        match choice {
            Some(choice) => self.act(context, choice),
            None => Turn::stay(self),
        }
    }

    fn act(mut self, context: &Context, choice: IntroChoice) -> Turn<Intro> {
        match choice {
            IntroChoice::Start => Turn::go(Route::Play(Box::new(self.attempt))),
            IntroChoice::Hint => {
                self.hints = (self.hints + 1).min(self.hint_count(context));
                Turn::stay(self)
            }
            IntroChoice::ShowMe if !self.attempt.can_be_demonstrated() => Turn::stay(self),
            IntroChoice::ShowMe => Turn::go(Route::Play(Box::new(self.attempt.demonstrated()))),
            IntroChoice::Back => Turn::go(Route::list_of(&self.attempt.chosen)),
        }
    }

    fn about_lines(&self, context: &Context) -> Vec<String> {
        wrapped(context.words_of(&self.attempt.chosen).about, line_width(context), context.layout.size(BUTTON_TEXT))
    }

    /// The lines of the first so many hints.
    fn hint_lines(&self, context: &Context, count: usize) -> Vec<String> {
        let hints = context.words_of(&self.attempt.chosen).hints;
        let numbered = (1..).zip(hints.iter().take(count)).map(|(number, hint)| format!("{number}. {hint}"));
        numbered.flat_map(|hint| wrapped(&hint, line_width(context), context.layout.size(HINT_TEXT))).collect()
    }

    fn hint_count(&self, context: &Context) -> usize {
        context.words_of(&self.attempt.chosen).hints.len()
    }

    /// There is room for all hints from the start, so that no button moves when one is shown.
    fn card(&self, context: &Context) -> Card {
        let about = self.about_lines(context).len() as f32 * ABOUT;
        let hints = self.hint_lines(context, self.hint_count(context)).len() as f32 * HINT;
        let height = ABOVE + NAME + AUTHOR + about + AIM + TOKENS + hints + BELOW;
        Card::centred(&context.layout, (WIDTH, height.max(LEAST_HEIGHT)))
    }

    fn buttons(&self, context: &Context) -> Vec<Button<IntroChoice>> {
        let texts = context.texts();
        let hint = if self.hints == 0 { texts.hint } else { texts.next_hint };
        let disabled_if = |disabled| if disabled { ButtonState::Disabled } else { ButtonState::Normal };
        let choices = vec![
            (IntroChoice::Start, texts.start, ButtonState::Selected),
            (IntroChoice::Hint, hint, disabled_if(self.hints == self.hint_count(context))),
            (IntroChoice::ShowMe, show_me(&self.attempt, context), disabled_if(!self.attempt.can_be_demonstrated())),
            (IntroChoice::Back, texts.back, ButtonState::Normal),
        ];
        self.card(context).buttons(&context.layout, choices)
    }

    pub fn draw(&self, context: &Context, items: &mut Vec<Item>) {
        draw_around_board(&self.attempt, None, context, items);
        let (layout, texts) = (&context.layout, context.texts());
        let card = self.card(context);
        card.draw(layout, items);

        let side = layout.px(SIDE);
        let mut below = card.rect.y + layout.px(ABOVE);
        let mut row = |height: i32| {
            let rect = Rect::new(card.rect.x + side, below, card.rect.width - 2 * side, height);
            below += height;
            rect
        };
        let mut say = |words: String, row, size: f32, align, color| {
            items.push(text(words, row, size, align, color));
        };
        let name = context.words_of(&self.attempt.chosen).name.to_owned();
        say(name, row(layout.px(NAME)), layout.size(NAME_TEXT), Align::Centre, palette::INK);
        let author = &self.attempt.chosen.level.author;
        let by = if author.is_empty() { String::new() } else { (texts.by)(author) };
        say(by, row(layout.px(AUTHOR)), layout.size(SMALL_TEXT), Align::Centre, palette::FAINT_INK);
        for line in self.about_lines(context) {
            say(line, row(layout.px(ABOUT)), layout.size(BUTTON_TEXT), Align::Centre, palette::INK);
        }
        let world = self.attempt.world();
        let aim = (texts.aim)(world.to_save(), world.num_rabbits());
        say(aim, row(layout.px(AIM)), layout.size(AIM_TEXT), Align::Centre, palette::ACCENT);
        let tokens = row(layout.px(TOKENS));
        // Where the frame is not high enough for all hints, their lines are set smaller and closer together.
        let room = card.rect.bottom() - layout.px(BELOW) - tokens.bottom();
        let all = self.hint_lines(context, self.hint_count(context)).len() as i32;
        let pitch = (room / all.max(1)).min(layout.px(HINT));
        let size = layout.size(HINT_TEXT) * pitch as f32 / layout.size(HINT);
        for line in self.hint_lines(context, self.hints) {
            say(line, row(pitch), size.min(layout.size(HINT_TEXT)), Align::Left, layout.palette().good());
        }
        self.draw_tokens(tokens, context, items);
        draw_buttons(&self.buttons(context), layout, items);
    }

    /// What there is to drop, side by side in the middle of the row.
    fn draw_tokens(&self, row: Rect, context: &Context, items: &mut Vec<Item>) {
        let (layout, world) = (&context.layout, self.attempt.world());
        let (tile, pitch) = (layout.px(40.0).clamp(1, 256), layout.px(92.0));
        let left = row.x + (row.width - pitch * offered(world).count() as i32) / 2;
        for (column, ability) in (0..).zip(offered(world)) {
            let x = left + column * pitch;
            let sprite = Sprite::still(token_picture(ability));
            let at = Point::new(x as f32, row.y as f32);
            items.push(Item::Sprite { sprite, at, tile: tile as u32, opacity: 255 });
            let count = Rect::new(x + tile + layout.px(6.0), row.y, pitch - tile, tile);
            let words = world.tokens(ability).unwrap_or(0).to_string();
            items.push(text(words, count, layout.size(BUTTON_TEXT), Align::Left, palette::INK));
        }
    }
}

/// Pixels of a line of the card.
fn line_width(context: &Context) -> f32 {
    let card = context.layout.px(WIDTH).min(context.layout.frame().width);
    (card - 2 * context.layout.px(SIDE)) as f32
}
