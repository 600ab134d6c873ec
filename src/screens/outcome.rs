//! The card after a level: won or lost, and where to go from here. The board stays visible.

use super::attempt::{Attempt, Credit};
use super::context::Context;
use super::effect::Effect;
use super::input::{Input, PointerButton};
use super::keys::{Command, Key};
use super::play::{draw_around_board, show_me};
use super::profile::{Best, Manner};
use super::shipped::{Chosen, next_level};
use super::turn::{Route, Turn};
use crate::look::palette;
use crate::scene::{Align, Item};
use crate::sim;
use crate::ui::{Button, ButtonState, Card, draw_buttons, hit, text};

/// A finished level.
#[derive(Debug, Clone)]
pub struct OutcomeCard {
    attempt: Attempt,
    next: Option<Chosen>,
    /// The best result before this one.
    before: Option<Best>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OutcomeChoice {
    Next,
    Retry,
    /// Plays the solution.
    ShowMe,
    Levels,
}

/// Logical pixels.
const CARD: (f32, f32) = (560.0, 290.0);

impl OutcomeCard {
    /// The card of an attempt that is over; the player's win is recorded, and the effect saves it.
    pub fn new(context: &mut Context, attempt: Attempt) -> (OutcomeCard, Option<Effect>) {
        let won = is_won(&attempt);
        let before = attempt.chosen.id.and_then(|id| context.profile.best(id));
        let save = match (attempt.chosen.id, attempt.credit) {
            (Some(id), Credit::Own(manner)) if won => {
                context.profile.record(id, manner, attempt.result());
                Some(Effect::SaveProgress(context.profile.progress.clone()))
            }
            _ => None,
        };
        let next = attempt.chosen.id.filter(|_| won).and_then(next_level);
        (OutcomeCard { attempt, next, before }, save)
    }

    pub fn attempt(&self) -> &Attempt {
        &self.attempt
    }

    pub fn into_attempt(self) -> Attempt {
        self.attempt
    }

    pub fn is_won(&self) -> bool {
        is_won(&self.attempt)
    }

    pub fn turn(mut self, context: &mut Context, input: Input) -> Turn<OutcomeCard> {
        let choices: Vec<OutcomeChoice> = self.choices(context).into_iter().map(|(choice, _)| choice).collect();
        let chosen = match input {
            Input::Release(PointerButton::Primary) => hit(&self.buttons(context), context.layout.pointer()),
            Input::Key(Key::Enter | Key::Space) => choices.first().copied(),
            Input::Key(Key::Escape) => Some(OutcomeChoice::Levels),
            Input::Key(key) => choices.iter().copied().find(|choice| context.means(key, choice.command())),
            Input::Resize { .. } => {
                self.attempt.resize(&context.layout);
                None
            }
            _ => None,
        };
        match chosen {
            Some(choice) => self.act(choice),
            None => Turn::stay(self),
        }
    }

    fn act(self, choice: OutcomeChoice) -> Turn<OutcomeCard> {
        Turn::go(match (choice, self.next) {
            (OutcomeChoice::Next, Some(next)) => Route::Intro(next),
            (OutcomeChoice::Retry, _) => Route::Play(Box::new(self.attempt.restarted())),
            (OutcomeChoice::ShowMe, _) => Route::Play(Box::new(self.attempt.demonstrated())),
            (OutcomeChoice::Next, None) | (OutcomeChoice::Levels, _) => Route::list_of(&self.attempt.chosen),
        })
    }

    /// The choices from left to right; Enter takes the first.
    fn choices(&self, context: &Context) -> Vec<(OutcomeChoice, &'static str)> {
        let texts = context.texts();
        let mut choices = vec![(OutcomeChoice::Retry, texts.retry), (OutcomeChoice::Levels, texts.levels)];
        if self.attempt.can_be_demonstrated() {
            choices.insert(1, (OutcomeChoice::ShowMe, show_me(&self.attempt, context)));
        }
        if self.next.is_some() {
            choices.insert(0, (OutcomeChoice::Next, texts.next));
        }
        choices
    }

    fn buttons(&self, context: &Context) -> Vec<Button<OutcomeChoice>> {
        let choices = self.choices(context).into_iter().enumerate();
        let choices = choices.map(|(index, (action, words))| (action, words, ButtonState::selected_if(index == 0)));
        Card::centred(&context.layout, CARD).buttons(&context.layout, choices.collect())
    }

    fn credit(&self, context: &Context) -> &'static str {
        match self.attempt.credit {
            Credit::Own(Manner::Running) => "",
            Credit::Own(Manner::Paused) => context.texts().assisted,
            Credit::Own(Manner::TurnedBack) => context.texts().time.turned_back,
            Credit::Shown => context.texts().shown,
        }
    }

    pub fn draw(&self, context: &Context, items: &mut Vec<Item>) {
        draw_around_board(&self.attempt, None, context, items);
        let (layout, texts, world) = (&context.layout, context.texts(), self.attempt.world());
        let card = Card::centred(layout, CARD);
        card.draw(layout, items);
        let (words, color) =
            if self.is_won() { (texts.won, layout.palette().good()) } else { (texts.lost, layout.palette().bad()) };
        let mut say = |words: String, (y, height), size, color| {
            items.push(text(words, card.row(layout, y, height), layout.size(size), Align::Centre, color));
        };
        say(words.to_owned(), (16.0, 70.0), 68.0, color);
        let saved = (texts.saved_of_needed)(world.saved(), world.to_save());
        say(saved, (96.0, 36.0), 32.0, palette::INK);
        let now = self.attempt.result();
        let spent = (texts.spent)(&(texts.tokens)(now.tokens), now.steps) + self.credit(context);
        say(spent, (140.0, 30.0), 26.0, palette::FAINT_INK);
        if let Some(best) = self.before {
            let best = (texts.best_so_far)(best.saved, &(texts.tokens)(best.tokens), best.steps);
            say(best, (176.0, 28.0), 22.0, palette::FAINT_INK);
        }
        draw_buttons(&self.buttons(context), layout, items);
    }
}

impl OutcomeChoice {
    /// Its key beside those that move and choose.
    const fn command(self) -> Command {
        match self {
            OutcomeChoice::Next => Command::Next,
            OutcomeChoice::Retry => Command::Retry,
            OutcomeChoice::ShowMe => Command::ShowMe,
            OutcomeChoice::Levels => Command::Levels,
        }
    }
}

fn is_won(attempt: &Attempt) -> bool {
    attempt.world().outcome() == sim::Outcome::Won
}
