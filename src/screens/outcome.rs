//! The end of a level: won or lost, and where to go from here. The board stays in sight.

use std::ops::ControlFlow;

use super::button::{Button, Look, draw_buttons, hit, text};
use super::card::Card;
use super::input::{self, Input, Key};
use super::intro::Intro;
use super::keys::Command;
use super::play::{Credit, Play};
use super::progress::Best;
use super::session::{Chosen, next_level};
use super::{Next, Screen};
use crate::look::palette;
use crate::scene::{Align, Item};
use crate::sim::Order;

/// A finished level.
#[derive(Debug, Clone)]
pub struct Ending {
    pub(super) play: Play,
    won: bool,
    next: Option<Chosen>,
    /// The best result before this one.
    before: Option<Best>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Next,
    Retry,
    /// Plays the solution.
    Watch,
    Levels,
}

/// Logical pixels.
const CARD: (f32, f32) = (560.0, 290.0);

impl Ending {
    pub fn new(mut play: Play, won: bool) -> Ending {
        let won_by_player = play.chosen.id.filter(|_| won && play.credit != Credit::Shown);
        let before = play.chosen.id.and_then(|id| play.session.best(id));
        if let Some(id) = won_by_player {
            play.session.record(id, result(&play));
        }
        let next = play.chosen.id.filter(|_| won).and_then(next_level);
        Ending { play, won, next, before }
    }

    pub fn is_won(&self) -> bool {
        self.won
    }

    pub(super) fn turn(mut self, input: Input) -> Next {
        let first = self.choices()[0].0;
        match input {
            Input::Release(input::Button::Primary) => match hit(&self.buttons(), self.play.session.pointer()) {
                Some(choice) => self.choose(choice),
                None => self.stay(),
            },
            Input::Key(Key::Enter | Key::Space) => self.choose(first),
            Input::Key(Key::Escape) => self.choose(Choice::Levels),
            Input::Key(key) if self.means(key, Command::Next) && self.next.is_some() => self.choose(Choice::Next),
            Input::Key(key) if self.means(key, Command::Retry) => self.choose(Choice::Retry),
            Input::Key(key) if self.means(key, Command::ShowMe) && self.play.can_be_shown() => {
                self.choose(Choice::Watch)
            }
            Input::Key(key) if self.means(key, Command::Levels) => self.choose(Choice::Levels),
            Input::Resize { .. } => {
                self.play.resize();
                self.stay()
            }
            _ => self.stay(),
        }
    }

    fn means(&self, key: Key, command: Command) -> bool {
        self.play.session.means(key, command)
    }

    fn stay(self) -> Next {
        ControlFlow::Continue(Screen::Ending(Box::new(self)))
    }

    fn choose(self, choice: Choice) -> Next {
        ControlFlow::Continue(match (choice, self.next) {
            (Choice::Next, Some(next)) => Screen::intro(Intro::new(self.play.session, next)),
            (Choice::Retry, _) => Screen::play(self.play.restarted()),
            (Choice::Watch, _) => Screen::play(self.play.shown()),
            (Choice::Next, None) | (Choice::Levels, _) => Screen::list(self.play.session, self.play.chosen.id),
        })
    }

    /// The choices from left to right; Enter takes the first.
    fn choices(&self) -> Vec<(Choice, &'static str)> {
        let texts = self.play.session.texts();
        let mut choices = vec![(Choice::Retry, texts.retry), (Choice::Levels, texts.levels)];
        if self.play.can_be_shown() {
            choices.insert(1, (Choice::Watch, texts.show_me));
        }
        if self.next.is_some() {
            choices.insert(0, (Choice::Next, texts.next));
        }
        choices
    }

    fn credit(&self) -> &'static str {
        match self.play.credit {
            Credit::Player => "",
            Credit::Assisted => self.play.session.texts().assisted,
            Credit::Shown => self.play.session.texts().shown,
        }
    }

    fn buttons(&self) -> Vec<Button<Choice>> {
        let looks = [Look::Chosen].into_iter().chain(std::iter::repeat(Look::Plain));
        let choices = self.choices().into_iter().zip(looks).map(|((action, words), look)| (action, words, look));
        self.card().buttons(&self.play.session, choices.collect())
    }

    fn card(&self) -> Card {
        Card::centred(&self.play.session, CARD)
    }

    pub(super) fn draw(&self, items: &mut Vec<Item>) {
        let session = &self.play.session;
        let texts = session.texts();
        let world = self.play.run.world();
        let card = self.card();
        card.draw(session, items);
        let (words, color) =
            if self.won { (texts.won, session.palette().good()) } else { (texts.lost, session.palette().bad()) };
        let row = |y, height| card.row(session, y, height);
        items.push(text(words, row(16.0, 70.0), session.size(68.0), Align::Centre, color));
        let saved = (texts.saved_of_needed)(world.saved(), world.to_save());
        items.push(text(saved, row(96.0, 36.0), session.size(32.0), Align::Centre, palette::INK));
        let now = result(&self.play);
        let spent = (texts.spent)(&(texts.tokens)(now.tokens), now.steps) + self.credit();
        items.push(text(spent, row(140.0, 30.0), session.size(26.0), Align::Centre, palette::FAINT_INK));
        if let Some(best) = self.before {
            let best = (texts.best_so_far)(best.saved, &(texts.tokens)(best.tokens), best.steps);
            items.push(text(best, row(176.0, 28.0), session.size(22.0), Align::Centre, palette::FAINT_INK));
        }
        draw_buttons(&self.buttons(), session, items);
    }
}

/// What this play came to.
fn result(play: &Play) -> Best {
    let tokens = play.run.orders().iter().filter(|at| matches!(at.order, Order::Place(..))).count();
    Best { saved: play.run.world().saved(), tokens: tokens as u32, steps: play.run.step() }
}
