//! What points at the board: the pointer and its buttons, the cursor of the keyboard, and the token that either drops.

use log::info;

use super::bars::buttons;
use super::refused_drop::RefusedDrop;
use super::sight::is_under_legend;
use super::timeline::{Scrub, step_at};
use super::{PlayScreen, hint_list};
use crate::scene::Point;
use crate::screens::attempt::{Attempt, Drag, TimeAction, board_window};
use crate::screens::context::Context;
use crate::screens::hints::HintAction;
use crate::screens::input::PointerButton;
use crate::screens::profile::Manner;
use crate::screens::turn::Turn;
use crate::sim::{Cell, Order};
use crate::ui::hit;

/// What points at the cell that a token would go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    Pointer,
    /// The cursor of the keyboard.
    Cursor(Cell),
}

impl PlayScreen {
    /// What the button of the hints under the pointer does.
    fn hint_action_under_pointer(&self, context: &Context) -> Option<HintAction> {
        let list = hint_list(&self.attempt, &self.advice, context);
        self.hints.hit(context, &list, board_window(&context.layout))
    }

    /// The step of the timeline that the pointer is on.
    pub(super) fn step_under_pointer(&self, context: &Context) -> Option<u32> {
        step_at(&self.attempt, context.layout.pointer()?, context)
    }

    pub(super) fn scrub_to(&mut self, step: u32) {
        self.attempt.travel(TimeAction::Seek(step));
    }

    /// No button of the mouse is held any more.
    pub(super) fn let_go(&mut self) {
        self.drag = Drag::Idle;
        self.scrub = Scrub::Idle;
    }

    /// The cursor starts at the pointer, or in the middle of what is seen, and stays in the world.
    pub(super) fn move_cursor(&mut self, context: &Context, dx: i32, dy: i32) {
        let from = match self.aim {
            Aim::Cursor(cell) => cell.offset(dx, dy),
            Aim::Pointer => {
                self.target(context).unwrap_or_else(|| self.camera().pixel_to_cell(self.attempt.framing.middle()))
            }
        };
        let world = self.attempt.world();
        let last = |size: i32| (size - 1).max(0);
        let cell = Cell::new(from.x.clamp(0, last(world.width())), from.y.clamp(0, last(world.height())));
        self.aim = Aim::Cursor(cell);
        self.attempt.framing.show(cell);
    }

    pub(super) fn press(mut self, context: &mut Context, button: PointerButton) -> Turn<PlayScreen> {
        if self.dialogs.close_error_under_pointer(context) {
            return self.end_turn(context);
        }
        let Some(pointer) = context.layout.pointer() else { return self.end_turn(context) };
        if let Some(caption) = self.standing_under_pointer(context) {
            let chosen = hit(&caption.buttons(self.camera().window(), &context.layout), Some(pointer));
            return match chosen.filter(|_| button == PointerButton::Primary) {
                Some(action) => self.act(context, action),
                None => self.end_turn(context),
            };
        }
        if is_under_legend(pointer, &self.attempt, context) {
            return self.end_turn(context);
        }
        if let (PointerButton::Primary, Some(step)) = (button, self.step_under_pointer(context)) {
            self.scrub = Scrub::Held;
            self.scrub_to(step);
        } else if self.camera().window().contains(pointer) {
            self.drag = match button {
                PointerButton::Primary => Drag::Pressed(pointer),
                PointerButton::Middle | PointerButton::Secondary => Drag::Dragging(pointer),
            };
        } else if button == PointerButton::Primary
            && let Some(action) = self.hint_action_under_pointer(context)
        {
            let list = hint_list(&self.attempt, &self.advice, context);
            self.hints.act(context, &list, action);
            self.lay_out(context);
        } else if button == PointerButton::Primary
            && let Some(action) = hit(&buttons(&self.attempt, context), Some(pointer))
        {
            return self.act(context, action);
        }
        self.end_turn(context)
    }

    pub(super) fn drop_token(&mut self, cell: Cell) {
        let Attempt { ability: Some(ability), timeline, .. } = &mut self.attempt else { return };
        match timeline.order(Order::Place(*ability, cell)) {
            Ok(()) => {
                info!("placed {} at {},{}", ability.name(), cell.x, cell.y);
                self.refused = None;
                self.attempt.take_over();
                if self.attempt.playback.paused {
                    self.attempt.lower_credit(Manner::Paused);
                }
            }
            Err(refusal) => {
                info!("refused {} at {},{}: {refusal:?}", ability.name(), cell.x, cell.y);
                self.refused = Some(RefusedDrop { cell, refusal });
            }
        }
        self.attempt.leave_spent_ability();
    }

    /// The cell of the world that the pointer or the cursor is on.
    pub fn target(&self, context: &Context) -> Option<Cell> {
        let cell = match self.aim {
            Aim::Cursor(cell) => cell,
            Aim::Pointer => {
                let is_covered = |pointer| {
                    self.standing_under_pointer(context).is_some() || is_under_legend(pointer, &self.attempt, context)
                };
                let over_board = |pointer: &Point| self.camera().window().contains(*pointer) && !is_covered(*pointer);
                self.camera().pixel_to_cell(context.layout.pointer().filter(over_board)?)
            }
        };
        Some(cell).filter(|cell| self.attempt.world().contains(*cell) && !matches!(self.drag, Drag::Dragging(_)))
    }
}
