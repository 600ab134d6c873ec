//! The card after a level: won or lost, and where to go from here. The board stays visible.

use std::time::Duration;

use super::attempt::{Attempt, Credit, Guide, KeepAction};
use super::causes::causes;
use super::context::Context;
use super::effect::Effect;
use super::hand::Change;
use super::input::{Input, PointerButton};
use super::keys::{Command, Key};
use super::play::{draw_around_board, show_me};
use super::profile::{Best, Manner, Motion};
use super::shipped::{Chosen, next_level};
use super::stroke::Edit;
use super::turn::{Route, Turn};
use crate::look::{Color, palette};
use crate::play::ShownPlay;
use crate::scene::{Align, Finale, Item, draw_finale};
use crate::sim;
use crate::ui::{Button, ButtonState, Card, SMALL_TEXT, draw_buttons, hit, text, wrapped};

/// A finished level.
#[derive(Debug, Clone)]
pub struct OutcomeCard {
    attempt: Attempt,
    next: Option<Chosen>,
    /// The best result before this one.
    before: Option<Best>,
    /// Time since the level was over.
    elapsed: Duration,
}

/// A win is seen before the card covers it, and celebrated for a while.
const CARD_WAITS: Duration = Duration::from_millis(1200);
const CELEBRATION: Duration = Duration::from_secs(5);

/// A jump for joy, and the size of those who jump, in logical pixels.
const JUMP: Duration = Duration::from_millis(600);
const JUMPERS: f32 = 76.0;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OutcomeChoice {
    Next,
    Retry,
    /// Plays the solution.
    ShowMe,
    Levels,
    /// Goes back to just before it was lost.
    BeforeTheFall,
    Keep(KeepAction),
}

/// Logical pixels.
const CARD: (f32, f32) = (600.0, 364.0);
/// The causes of a loss, line by line.
const CAUSE: f32 = 28.0;
const CAUSE_TEXT: f32 = 22.0;

impl OutcomeCard {
    /// The card of an attempt that is over; the player's win is recorded, its replay is kept, and the effects save
    /// both.
    pub fn new(context: &mut Context, attempt: Attempt) -> (OutcomeCard, Vec<Effect>) {
        let won = is_won(&attempt);
        let before = attempt.chosen.id.and_then(|id| context.profile.best(id));
        let save = match (attempt.chosen.id, attempt.credit()) {
            (Some(id), Credit::Own(manner)) if won => {
                context.profile.record(id, manner, attempt.result());
                Some(Effect::SaveProgress(context.profile.progress.clone()))
            }
            _ => None,
        };
        let keep = attempt.to_keep().map(|replay| context.keep_replay(replay));
        let save = save.into_iter().chain(keep).collect();
        let next = attempt.chosen.id.filter(|_| won).and_then(next_level);
        let next = next.filter(|next| next.id.is_some_and(|id| context.profile.is_open(id)));
        (OutcomeCard { attempt, next, before, elapsed: Duration::ZERO }, save)
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

    /// Whether rabbits are jumping, or hanging their ears.
    pub fn is_moving(&self) -> bool {
        self.elapsed < if self.is_won() { CELEBRATION } else { JUMP }
    }

    /// Whether the card is there. A press that was still meant for the board makes it come, and chooses nothing.
    pub fn is_shown(&self, context: &Context) -> bool {
        !self.is_won() || context.settings().motion == Motion::Reduced || self.elapsed >= CARD_WAITS
    }

    pub fn turn(mut self, context: &mut Context, input: Input) -> Turn<OutcomeCard> {
        if !self.is_shown(context) {
            match input {
                Input::Press(_) | Input::Key(_) => {
                    self.elapsed = CARD_WAITS;
                    context.hand.change(Change::Chosen);
                    return Turn::stay(self);
                }
                Input::Tick(time) if self.elapsed.saturating_add(time) >= CARD_WAITS => {
                    context.hand.change(Change::Sudden);
                }
                _ => {}
            }
        }
        if let Input::Tick(time) = input {
            self.elapsed = self.elapsed.saturating_add(time).min(CELEBRATION);
        }
        let all = self.choices(context).into_iter().chain(OutcomeCard::keep_choices(context));
        let choices: Vec<OutcomeChoice> = all.map(|(choice, _)| choice).collect();
        let chosen = match input {
            Input::Release(PointerButton::Primary) if self.is_shown(context) => {
                hit(&self.buttons(context), context.layout.pointer())
            }
            Input::Key(Key::Enter | Key::Space) => choices.first().copied(),
            Input::Edit(Edit::Copy) => Some(OutcomeChoice::Keep(KeepAction::Share)),
            Input::Key(Key::Escape) => Some(OutcomeChoice::Levels),
            Input::Key(key) => choices.iter().copied().find(|choice| context.means(key, choice.command())),
            Input::Resize { .. } => {
                self.attempt.resize(&context.layout);
                None
            }
            _ => None,
        };
        match chosen {
            Some(choice) => self.act(context, choice),
            None => Turn::stay(self),
        }
    }

    fn act(self, context: &mut Context, choice: OutcomeChoice) -> Turn<OutcomeCard> {
        if let OutcomeChoice::Keep(action) = choice {
            let effect = self.attempt.keep(action, context);
            return Turn::stay(self).with(effect);
        }
        Turn::go(match (choice, self.next) {
            (OutcomeChoice::Next, Some(next)) => Route::Intro(next),
            (OutcomeChoice::Retry, _) => Route::Play(Box::new(self.attempt.restarted())),
            (OutcomeChoice::BeforeTheFall, _) => Route::Play(Box::new(self.attempt.before_the_fall())),
            (OutcomeChoice::ShowMe, _) => Route::Play(Box::new(self.attempt.demonstrated())),
            (OutcomeChoice::Next, None) | (OutcomeChoice::Levels | OutcomeChoice::Keep(_), _) => {
                Route::list_of(&self.attempt.chosen)
            }
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
        if !self.is_won() {
            choices.insert(0, (OutcomeChoice::BeforeTheFall, texts.time.before_the_fall));
        }
        choices
    }

    /// What can be kept of the play, in a row of its own.
    fn keep_choices(context: &Context) -> [(OutcomeChoice, &'static str); 3] {
        let texts = &context.texts().time;
        [(KeepAction::Share, texts.share), (KeepAction::Solution, texts.keep_solution), (KeepAction::Film, texts.film)]
            .map(|(action, words)| (OutcomeChoice::Keep(action), words))
    }

    fn buttons(&self, context: &Context) -> Vec<Button<OutcomeChoice>> {
        let choices = self.choices(context).into_iter().enumerate();
        let choices = choices.map(|(index, (action, words))| (action, words, ButtonState::selected_if(index == 0)));
        let keep = OutcomeCard::keep_choices(context).map(|(action, words)| (action, words, ButtonState::Normal));
        self.card(context).button_rows(&context.layout, vec![keep.into(), choices.collect()])
    }

    /// How the rabbits died, if that was the end of it.
    fn causes(&self, context: &Context) -> Vec<String> {
        if self.is_won() {
            return Vec::new();
        }
        let layout = &context.layout;
        let width = (layout.px(CARD.0) - 2 * layout.px(16.0)).max(1) as f32;
        wrapped(&causes(self.attempt.timeline.player().losses(), context.texts()), width, layout.size(CAUSE_TEXT))
    }

    fn card(&self, context: &Context) -> Card {
        let causes = self.causes(context).len() as f32 * CAUSE;
        Card::centred(&context.layout, (CARD.0, CARD.1 + causes))
    }

    fn credit(&self, context: &Context) -> &'static str {
        match self.attempt.credit() {
            Credit::Own(Manner::Running) => "",
            Credit::Own(Manner::Paused) => context.texts().assisted,
            Credit::Own(Manner::TurnedBack) => context.texts().time.with_time_turned_back,
            Credit::Shown(ShownPlay::Solution) => context.texts().shown,
            Credit::Shown(ShownPlay::OwnReplay | ShownPlay::PastedReplay) => context.texts().time.with_replay_shown,
        }
    }

    /// What is new or best about this result, or what the best one is.
    fn record(&self, context: &Context) -> Option<(String, Color)> {
        let (texts, good) = (context.texts(), context.layout.palette().good());
        let counts =
            self.is_won() && self.attempt.chosen.id.is_some() && matches!(self.attempt.credit(), Credit::Own(_));
        let words =
            |said: fn(i32, &str, u32) -> String, best: Best| said(best.saved, &(texts.tokens)(best.tokens), best.steps);
        match self.before {
            None => counts.then(|| (texts.first_win.to_owned(), good)),
            Some(before) if counts && self.attempt.result().beats(&before) => {
                Some((words(texts.new_best, before), good))
            }
            Some(before) => Some((words(texts.best_so_far, before), palette::FAINT_INK)),
        }
    }

    /// The best result of each manner of playing, this one included; empty for a level that keeps no results.
    fn records(&self, context: &Context) -> String {
        let (texts, id) = (context.texts(), self.attempt.chosen.id.filter(|_| self.is_won()));
        let best = |manner| id.and_then(|id| context.profile.best_of(id, manner)).map(|best| (manner, best));
        let best = Manner::ALL.into_iter().filter_map(best);
        let words = best.map(|(manner, best)| (texts.time.best_of)(manner, &(texts.tokens)(best.tokens), best.steps));
        words.collect::<Vec<_>>().join("  ·  ")
    }

    /// Those who were saved, on the lower edge of the frame, clear of the card. They jump, or hang their ears; with
    /// reduced movement they have hung them already.
    fn draw_finale(&self, context: &Context, items: &mut Vec<Item>) {
        let finale = if self.is_won() { Finale::Won } else { Finale::Lost };
        let beats = match (context.settings().motion, finale) {
            (Motion::Full, _) => self.elapsed.as_secs_f32() / JUMP.as_secs_f32(),
            (Motion::Reduced, Finale::Won) => 0.0,
            (Motion::Reduced, Finale::Lost) => 1.0,
        };
        let (layout, stage) = (&context.layout, context.layout.frame());
        draw_finale(finale, self.attempt.world().saved(), stage, layout.px(JUMPERS).max(1) as u32, beats, items);
    }

    pub fn draw(&self, context: &Context, items: &mut Vec<Item>) {
        draw_around_board(&self.attempt, context, items);
        let (layout, texts, world) = (&context.layout, context.texts(), self.attempt.world());
        let card = self.card(context);
        if self.is_shown(context) {
            card.draw(layout, items);
        }
        self.draw_finale(context, items);
        if !self.is_shown(context) {
            return;
        }
        let (words, color) = match (self.is_won(), self.attempt.guide) {
            (_, Guide::Replay(_)) => (texts.time.replay_shown, palette::INK),
            (true, Guide::TakeOver | Guide::Failing(_) | Guide::Failed(_)) => (texts.solution_shown, palette::INK),
            (true, Guide::Off) => (texts.won, layout.palette().good()),
            (false, _) => (texts.lost, layout.palette().bad()),
        };
        let mut say = |words: String, (y, height), size, color| {
            items.push(text(words, card.row(layout, y, height), layout.size(size), Align::Centre, color));
        };
        say(words.to_owned(), (16.0, 70.0), 68.0, color);
        let saved = (texts.saved_of_needed)(world.saved(), world.to_save());
        say(saved, (96.0, 36.0), 32.0, palette::INK);
        let mut y = 136.0;
        for cause in self.causes(context) {
            say(cause, (y, CAUSE), CAUSE_TEXT, palette::INK);
            y += CAUSE;
        }
        let now = self.attempt.result();
        let spent = (texts.spent)(&(texts.tokens)(now.tokens), now.steps) + self.credit(context);
        say(spent, (y + 4.0, 30.0), 26.0, palette::FAINT_INK);
        if let Some((words, color)) = self.record(context) {
            say(words, (y + 40.0, 28.0), 22.0, color);
        }
        let records = self.records(context);
        if !records.is_empty() {
            say(records, (y + 68.0, 24.0), SMALL_TEXT, palette::FAINT_INK);
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
            OutcomeChoice::BeforeTheFall => Command::BeforeTheFall,
            OutcomeChoice::Keep(KeepAction::Share) => Command::ShareReplay,
            OutcomeChoice::Keep(KeepAction::Solution) => Command::KeepReplay,
            OutcomeChoice::Keep(KeepAction::Film) => Command::FilmReplay,
        }
    }
}

fn is_won(attempt: &Attempt) -> bool {
    attempt.world().outcome() == sim::Outcome::Won
}
