//! What the player decides: from keys and buttons to actions, and what each action does to the play. What ends the play
//! asks first.

use log::info;

use super::board_action::BoardAction;
use super::dialogs::{Question, Reply, Risk};
use super::{PlayScreen, StoppedBy, hint_list};
use crate::screens::attempt::{Attempt, Drag, offered};
use crate::screens::context::Context;
use crate::screens::effect::Effect;
use crate::screens::input::Input;
use crate::screens::keys::{Command, Key, KeyContext};
use crate::screens::turn::{Route, Turn};
use crate::sim::Order;

impl PlayScreen {
    /// The question stays until it is answered; time stands still meanwhile.
    pub(super) fn answer(mut self, mut question: Question, context: &mut Context, input: &Input) -> Turn<PlayScreen> {
        if let Input::Resize { .. } = input {
            self.lay_out(context);
        }
        match (question.answer(input, context), question.risk) {
            (None, _) => self.dialogs.question = Some(question),
            // Nothing is deleted on the board.
            (Some(Reply::Cancel), _) | (Some(Reply::Do), Risk::DeleteReplay) => {}
            (Some(Reply::Do), Risk::ExplodeAll) => {
                info!("all rabbits explode");
                // The world never refuses this order.
                let _ = self.attempt.timeline.order(Order::ExplodeAll);
                self.attempt.take_over();
                self.attempt.playback.paused = false;
            }
            (Some(Reply::Do), Risk::Leave) => return self.leave(context),
        }
        self.end_turn(context)
    }

    /// Back to the list of levels; the play is kept.
    pub(super) fn leave(self, context: &mut Context) -> Turn<PlayScreen> {
        let keep = self.keep(context);
        Turn::go(Route::list_of(&self.attempt.chosen)).with(keep)
    }

    /// Keeps what was played so far.
    pub(in crate::screens) fn keep(&self, context: &mut Context) -> Option<Effect> {
        self.attempt.to_keep().map(|replay| context.keep_replay(replay))
    }

    /// Asks first.
    pub(super) fn ask(mut self, risk: Risk, context: &Context) -> Turn<PlayScreen> {
        self.dialogs.question = Some(Question::new(risk, context));
        self.released().end_turn(context)
    }

    pub(super) fn action_of(&self, context: &Context, key: Key) -> Option<BoardAction> {
        if key == Key::Escape {
            return Some(BoardAction::Leave);
        }
        let command = context.settings().keys.command(KeyContext::Board, key)?;
        if let Some(index) = Command::CHOICES.iter().position(|choice| *choice == command) {
            return offered(self.attempt.world()).nth(index).map(BoardAction::Select);
        }
        BoardAction::of(command)
    }

    pub(super) fn act(mut self, context: &mut Context, action: BoardAction) -> Turn<PlayScreen> {
        let has_own_orders = self.attempt.has_own_orders();
        self.stopped_by = StoppedBy::Player;
        let Attempt { playback, timeline, .. } = &mut self.attempt;
        match action {
            BoardAction::Select(ability) => self.attempt.ability = Some(ability),
            BoardAction::Pause => {
                playback.paused = !playback.paused;
                info!("{}", if playback.paused { "paused" } else { "goes on" });
            }
            BoardAction::Faster => context.speed = context.speed.faster(),
            BoardAction::Slower => context.speed = context.speed.slower(),
            BoardAction::Step => playback.step(timeline),
            BoardAction::Restart => {
                self.attempt = self.attempt.restarted();
                self.drag = Drag::Idle;
            }
            BoardAction::GoBack => {
                let player = self.attempt.timeline.player();
                if self.outlook.most_saved_if_lost(player).is_some() || self.advice.is_lost(player) {
                    self.attempt.go_back(self.advice.open_until(player));
                }
            }
            BoardAction::ExplodeAll => return self.ask(Risk::ExplodeAll, context),
            BoardAction::View(action) => self.attempt.view(action),
            BoardAction::Time(action) => self.attempt.travel(action),
            BoardAction::Mark(end) => self.attempt.stretch.mark(end, self.attempt.timeline.step()),
            BoardAction::Keep(action) => {
                let effect = self.attempt.keep(action, context);
                return self.end_turn(context).with(effect);
            }
            BoardAction::Hint => {
                playback.paused |= !self.hints.is_open();
                let list = hint_list(&self.attempt, &self.advice, context);
                self.hints.ask(context, &list);
                self.lay_out(context);
            }
            BoardAction::MoveCursor(dx, dy) => self.move_cursor(context, dx, dy),
            BoardAction::Drop => {
                if let Some(cell) = self.target(context) {
                    self.drop_token(cell);
                }
            }
            BoardAction::Help => return Turn::help(self),
            BoardAction::Leave if has_own_orders => return self.ask(Risk::Leave, context),
            BoardAction::Leave => return self.leave(context),
        }
        self.end_turn(context)
    }
}
