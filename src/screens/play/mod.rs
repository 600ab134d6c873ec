//! The play screen: the board, the abilities, and the time. Its parts stand beside it: playback and camera belong to
//! the attempt, bars and dialogs lie around and over the board.

mod actions;
mod bars;
mod board_action;
mod caption;
mod captions;
mod cell_words;

mod dialogs;
mod edit_words;
mod fate_words;
mod foresight;
mod known_advice;
mod outlook;
mod pointer_line;
mod pointing;
mod refused_drop;
mod retained_bars;
mod sight;
mod sound_words;
mod status;
mod timeline;
mod token_ahead;

use std::time::Duration;

use super::attempt::{Attempt, Drag, KeepAction, board_window, offered};
use super::context::Context;
use super::effect::{Answer, Effect, SearchEffort};
use super::hand::Clicks;
use super::hints::{HintList, HintStrip, above};
use super::input::{Input, PointerButton};
use super::keys::{Command, Key};
use super::play_speed::PlaySpeed;
use super::profile::Unfocused;
use super::stroke::Edit;
use super::turn::{Route, Turn};
use crate::level::Level;
use crate::play::Player;
use crate::scene::{Camera, Item, ItemGroup};
use crate::sim::Outcome;
use crate::ui::{ErrorPanel, Layout};
use bars::draw_bars;
pub use bars::{token_count, view_buttons};
use board_action::BoardAction;
pub use cell_words::token_name;
use dialogs::Dialogs;
pub use dialogs::{Question, Reply, Risk};
pub use edit_words::show_me;
use foresight::Foresight;
use known_advice::KnownAdvice;
use outlook::Outlook;
pub use pointer_line::{cell_line, command_line, draw_pointer_line};
use pointing::Aim;
use refused_drop::RefusedDrop;
use retained_bars::{PassingView, RetainedBars};
pub use sight::{draw_sight, draw_sight_legend, is_under_legend};
use sound_words::draw_sound_words;
use timeline::{Scrub, WHEEL_STEPS, step_beside};

/// A level in play, and what the player's hands are doing.
#[derive(Debug, Clone)]
pub struct PlayScreen {
    attempt: Attempt,
    drag: Drag,
    aim: Aim,
    dialogs: Dialogs,
    foresight: Foresight,
    outlook: Outlook,
    refused: Option<RefusedDrop>,
    hints: HintStrip,
    advice: KnownAdvice,
    scrub: Scrub,
    stopped_by: StoppedBy,
    bars: RetainedBars,
}

/// Who has stopped the time of a play that is paused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum StoppedBy {
    Player,
    /// A fault in the level's file: with the fault mended, time goes on.
    Fault,
}

impl PlayScreen {
    pub fn new(attempt: Attempt) -> PlayScreen {
        PlayScreen {
            attempt,
            drag: Drag::Idle,
            aim: Aim::Pointer,
            dialogs: Dialogs::default(),
            foresight: Foresight::default(),
            outlook: Outlook::default(),
            refused: None,
            hints: HintStrip::default(),
            advice: KnownAdvice::default(),
            scrub: Scrub::Idle,
            stopped_by: StoppedBy::Player,
            bars: RetainedBars::default(),
        }
    }

    /// The same play in a level that was edited, under what was open over it. Orders that are no longer possible are
    /// named.
    pub fn edited(self, context: &Context, level: Level) -> PlayScreen {
        let (mut attempt, dropped) = self.attempt.edited(&context.layout, level);
        attempt.playback.paused &= self.stopped_by == StoppedBy::Player;
        let error =
            (!dropped.is_empty()).then(|| ErrorPanel::new(&edit_words::dropped_orders(&dropped, context.texts())));
        let question = self.dialogs.question.filter(|_| attempt.timeline.player().is_running());
        let dialogs = Dialogs { error, question };
        let mut play =
            PlayScreen { aim: self.aim, drag: self.drag, dialogs, hints: self.hints, ..PlayScreen::new(attempt) };
        play.lay_out(context);
        play
    }

    /// The same play, paused, with a message about its file.
    pub fn with_error(mut self, message: &str) -> PlayScreen {
        if !std::mem::replace(&mut self.attempt.playback.paused, true) {
            self.stopped_by = StoppedBy::Fault;
        }
        self.dialogs.error = Some(ErrorPanel::new(message));
        self
    }

    pub fn attempt(&self) -> &Attempt {
        &self.attempt
    }

    pub fn into_attempt(self) -> Attempt {
        self.attempt
    }

    /// The world in play, and the orders that led to it.
    pub fn player(&self) -> &Player {
        self.attempt.timeline.player()
    }

    /// The part of the board that is seen, and how large.
    pub fn camera(&self) -> &Camera {
        self.attempt.framing.camera()
    }

    /// Shows the board at so many pixels a tile.
    pub fn zoom_to(&mut self, tile: u32) {
        self.attempt.framing.reframe(|camera| camera.zoom_to(tile));
    }

    /// Whether a token was just refused.
    pub fn has_refused(&self) -> bool {
        self.refused.is_some()
    }

    /// Whether a question waits for its answer.
    pub fn has_question(&self) -> bool {
        self.dialogs.question.is_some()
    }

    /// Whether a key of the command does something: one that chooses an ability does if the level offers so many.
    pub fn hears(&self, command: Command) -> bool {
        let choice = Command::CHOICES.iter().position(|choice| *choice == command);
        !self.has_question() && choice.is_none_or(|index| index < offered(self.attempt.world()).count())
    }

    /// The same play, with no button of the mouse held.
    pub fn released(self) -> PlayScreen {
        PlayScreen { drag: Drag::Idle, ..self }
    }

    /// Whether time alone changes the picture.
    pub fn is_moving(&self) -> bool {
        self.does_time_pass() || self.foresight.is_working()
    }

    /// Whether the time of the board passes by itself.
    pub fn does_time_pass(&self) -> bool {
        !self.attempt.playback.paused
            && self.dialogs.question.is_none()
            && self.scrub == Scrub::Idle
            && self.attempt.timeline.player().is_running()
    }

    pub fn turn(mut self, context: &mut Context, input: Input) -> Turn<PlayScreen> {
        if let Some(question) = self.dialogs.question.take() {
            return self.answer(question, context, &input);
        }
        self.refused = self.refused.filter(|refused| refused.outlasts(&input, self.camera()));
        let layout = &context.layout;
        match input {
            Input::Resize { .. } => self.lay_out(context),
            Input::Tick(time) => self.tick(time, context.speed),
            Input::PointerMoved(point) => {
                self.aim = Aim::Pointer;
                if self.scrub == Scrub::Held {
                    self.scrub_to(step_beside(&self.attempt, point, context));
                } else if let Some((dx, dy)) = self.drag.move_to(point, layout) {
                    self.attempt.framing.reframe(|camera| camera.pan(dx, dy));
                }
            }
            Input::PointerLeft => self.let_go(),
            Input::Press(button) => return self.press(context, button),
            Input::Release(PointerButton::Primary) if self.scrub == Scrub::Held => self.let_go(),
            Input::Release(PointerButton::Primary) => {
                // The second click of a double click would spend a second token.
                if let Some(point) = self.drag.release()
                    && context.hand.clicks() == Clicks::Single
                {
                    self.drop_token(self.camera().pixel_to_cell(point));
                }
            }
            Input::Release(PointerButton::Middle | PointerButton::Secondary) => self.drag = Drag::Idle,
            Input::Wheel(notches) if self.step_under_pointer(context).is_some() => {
                let step = self.attempt.timeline.step() as f32 + notches * WHEEL_STEPS;
                self.scrub_to(step.round() as u32);
            }
            Input::Wheel(notches) => self.attempt.framing.wheel(notches, layout.pointer()),
            Input::Pinch(change) => self.attempt.framing.pinch(change, layout.pointer()),
            Input::Key(Key::Escape) if self.dialogs.error.is_some() => self.dialogs.error = None,
            Input::Key(Key::Escape) if self.hints.is_open() => {
                self.hints = HintStrip::default();
                self.lay_out(context);
            }
            Input::Edit(Edit::Copy) => return self.act(context, BoardAction::Keep(KeepAction::Share)),
            Input::Key(key) => {
                if let Some(action) = self.action_of(context, key) {
                    return self.act(context, action);
                }
            }
            Input::Hidden => self.pause(),
            Input::Focus(false) if context.settings().unfocused == Unfocused::Pauses => self.pause(),
            Input::Answered(Answer::PlayedToTheEnd(world, saved)) => self.outlook.answer(&world, saved),
            Input::Answered(Answer::Advised(world, advice)) => {
                self.advice.answer(&world, advice);
                self.lay_out(context);
            }
            Input::Stroke(_)
            | Input::Text(_)
            | Input::Preedit { .. }
            | Input::PrintedKeys(_)
            | Input::Edit(_)
            | Input::Focus(_)
            | Input::Shown
            | Input::Dropped(_)
            | Input::Answered(_)
            | Input::CloseRequested => {}
        }
        self.end_turn(context)
    }

    /// Leaves to the board what the open hints do not take.
    fn lay_out(&mut self, context: &Context) {
        let list = hint_list(&self.attempt, &self.advice, context);
        let strip = self.hints.strip(context, &list, board_window(&context.layout));
        let board = above(board_window(&context.layout), strip);
        self.attempt.framing.resize(board, &context.layout);
    }

    /// The next screen: this one, unless the level is over.
    fn end_turn(mut self, context: &Context) -> Turn<PlayScreen> {
        match self.attempt.world().outcome() {
            Outcome::Running | Outcome::Paused => {
                self.foresight.update(&self.attempt, self.target(context));
                let question = self.outlook.update(self.attempt.timeline.player());
                let search = self.search(context);
                Turn::stay(self).with(question).with(search)
            }
            Outcome::Won | Outcome::Lost => {
                self.attempt.open_until = self.advice.last_open(self.attempt.timeline.player());
                Turn::go(Route::Outcome(Box::new(self.attempt)))
            }
        }
    }

    /// Asks the solver about the present, unless the player is on the way to another moment.
    fn search(&mut self, context: &Context) -> Option<Effect> {
        let list = hint_list(&self.attempt, &self.advice, context);
        let effort = if self.hints.shows_found(context, &list) { SearchEffort::Thorough } else { SearchEffort::Brief };
        if self.scrub == Scrub::Held { None } else { self.advice.update(&self.attempt, effort) }
    }

    fn pause(&mut self) {
        self.attempt.playback.paused = true;
        self.stopped_by = StoppedBy::Player;
    }

    fn tick(&mut self, time: Duration, speed: PlaySpeed) {
        if self.does_time_pass() {
            self.attempt.tick(time, speed);
        }
    }

    /// There was an input: the next frame draws the bars again.
    pub fn forget_bars(&mut self) {
        self.bars.forget();
    }

    fn bars(&self, layout: &Layout, context: &Context) -> ItemGroup {
        let Attempt { timeline, playback, framing, .. } = &self.attempt;
        let view = PassingView {
            layout: layout.clone(),
            target: self.target(context),
            step: timeline.step(),
            is_paused: playback.paused,
            tile: framing.camera().tile(),
        };
        let target = view.target;
        self.bars.group(view, |items| draw_bars(&self.attempt, target, layout, context, items))
    }

    /// Everything that lies over the board and around it.
    pub fn draw(&self, context: &Context, items: &mut Vec<Item>) {
        draw_sight(&self.attempt, context, items);
        draw_sound_words(&self.attempt, context, items);
        self.foresight.draw(&self.attempt, context, items);
        let list = hint_list(&self.attempt, &self.advice, context);
        self.hints.draw_rings(context, &self.attempt, &list, items);
        draw_sight_legend(&self.attempt, context, items);
        let layout = if self.has_question() { context.layout.covered() } else { context.layout.clone() };
        items.push(Item::Group(self.bars(&layout, context)));
        self.hints.draw(context, &list, board_window(&context.layout), items);
        if let Some(refused) = &self.refused {
            refused.draw(self.camera(), context, items);
        }
        for caption in self.captions(context) {
            caption.draw(self.camera().window(), &layout, items);
        }
        self.dialogs.draw(context, items);
    }
}

/// What can be read about a level in play: the written hints, and what the solver says.
fn hint_list<'a>(attempt: &'a Attempt, advice: &KnownAdvice, context: &Context) -> HintList<'a> {
    let found = KnownAdvice::is_wanted(attempt).then(|| advice.words(attempt.timeline.player(), context.texts()));
    HintList { chosen: &attempt.chosen, found }
}

/// The bars around the board of an attempt that is at rest, and over it the contents of its cells, if they are shown.
pub fn draw_around_board(attempt: &Attempt, context: &Context, items: &mut Vec<Item>) {
    draw_sight(attempt, context, items);
    draw_sight_legend(attempt, context, items);
    draw_bars(attempt, None, &context.layout.covered(), context, items);
}
