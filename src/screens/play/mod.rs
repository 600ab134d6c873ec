//! The play screen: the board, the abilities, and the time. Its parts stand beside it: playback and camera belong to the
//! attempt, bars and dialogs lie around and over the board.

mod bars;
mod cell_words;
mod dialogs;

use std::time::Duration;

use log::info;

use super::attempt::{Attempt, Drag, DroppedOrder, Guide, offered};
use super::context::Context;
use super::input::{Input, PointerButton};
use super::keys::{Command, Key, KeyContext};
use super::profile::Manner;
use super::texts::Texts;
use super::turn::{Route, Turn};
use crate::level::Level;
use crate::look::{palette, text_width};
use crate::play::Player;
use crate::scene::{Align, Camera, Item, Point, Rect, Sight, draw_aim, draw_contents};
use crate::sim::{Cell, Order, Outcome};
use crate::ui::{ErrorPanel, SMALL_TEXT, hit, text, wrapped};
use bars::{BoardAction, buttons, draw_bars};
use dialogs::{Dialogs, Question};

/// A level in play, and what the player's hands are doing.
#[derive(Debug, Clone)]
pub struct PlayScreen {
    attempt: Attempt,
    drag: Drag,
    aim: Aim,
    dialogs: Dialogs,
}

/// What points at the cell that a token would go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aim {
    Pointer,
    /// The cursor of the keyboard.
    Cursor(Cell),
}

impl PlayScreen {
    pub fn new(attempt: Attempt) -> PlayScreen {
        PlayScreen { attempt, drag: Drag::Idle, aim: Aim::Pointer, dialogs: Dialogs::default() }
    }

    /// The same play in a level that was edited. Orders that are no longer possible are named.
    pub fn edited(self, context: &Context, level: Level) -> PlayScreen {
        let (attempt, dropped) = self.attempt.edited(&context.layout, level);
        let error = (!dropped.is_empty()).then(|| ErrorPanel::new(&dropped_orders(&dropped, context.texts())));
        PlayScreen { attempt, dialogs: Dialogs { error, ..Dialogs::default() }, ..self }
    }

    /// The same play, paused, with a message about its file.
    pub fn with_error(mut self, message: &str) -> PlayScreen {
        self.attempt.playback.paused = true;
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

    /// Whether time passes.
    pub fn is_moving(&self) -> bool {
        !self.attempt.playback.paused && self.dialogs.question.is_none() && self.attempt.timeline.player().is_running()
    }

    pub fn turn(mut self, context: &mut Context, input: Input) -> Turn<PlayScreen> {
        if let Some(question) = self.dialogs.question.take() {
            return self.answer(question, context, &input);
        }
        let layout = &context.layout;
        match input {
            Input::Resize { .. } => self.attempt.resize(layout),
            Input::Tick(time) => self.tick(time),
            Input::PointerMoved(point) => {
                self.aim = Aim::Pointer;
                if let Some((dx, dy)) = self.drag.move_to(point, layout) {
                    self.attempt.framing.reframe(|camera| camera.pan(dx, dy));
                }
            }
            Input::PointerLeft => self.drag = Drag::Idle,
            Input::Press(button) => return self.press(context, button),
            Input::Release(PointerButton::Primary) => {
                if let Some(point) = self.drag.release() {
                    self.drop_token(self.camera().pixel_to_cell(point));
                }
            }
            Input::Release(PointerButton::Middle | PointerButton::Secondary) => self.drag = Drag::Idle,
            Input::Wheel(notches) => self.attempt.framing.wheel(notches, layout.pointer()),
            Input::Pinch(change) => self.attempt.framing.pinch(change, layout.pointer()),
            Input::Key(Key::Escape) if self.dialogs.error.is_some() => self.dialogs.error = None,
            Input::Key(key) => {
                if let Some(action) = self.action_of(context, key) {
                    return self.act(context, action);
                }
            }
            Input::Text(_) | Input::Focus(_) | Input::Dropped(_) | Input::Answered(_) | Input::CloseRequested => {}
        }
        self.end_turn()
    }

    /// The next screen: this one, unless the level is over.
    fn end_turn(self) -> Turn<PlayScreen> {
        match self.attempt.world().outcome() {
            Outcome::Running | Outcome::Paused => Turn::stay(self),
            Outcome::Won | Outcome::Lost => Turn::go(Route::Outcome(Box::new(self.attempt))),
        }
    }

    /// The question stays until it is answered; time stands still meanwhile.
    fn answer(mut self, question: Question, context: &Context, input: &Input) -> Turn<PlayScreen> {
        if let Input::Resize { .. } = input {
            self.attempt.resize(&context.layout);
        }
        match question.answer(input, context) {
            None => self.dialogs.question = Some(question),
            Some(false) => {}
            Some(true) => {
                info!("all rabbits explode");
                // The world never refuses this order.
                let _ = self.attempt.timeline.order(Order::ExplodeAll);
                self.attempt.playback.paused = false;
            }
        }
        self.end_turn()
    }

    fn action_of(&self, context: &Context, key: Key) -> Option<BoardAction> {
        if key == Key::Escape {
            return Some(BoardAction::Leave);
        }
        let command = context.settings().keys.command(KeyContext::Board, key)?;
        if let Some(index) = Command::CHOICES.iter().position(|choice| *choice == command) {
            return offered(self.attempt.world()).nth(index).map(BoardAction::Select);
        }
        Some(match command {
            Command::Pause => BoardAction::Pause,
            Command::Faster => BoardAction::Faster,
            Command::Slower => BoardAction::Slower,
            Command::Step => BoardAction::Step,
            Command::Restart => BoardAction::Restart,
            Command::ExplodeAll => BoardAction::ExplodeAll,
            Command::ZoomIn => BoardAction::ZoomIn,
            Command::ZoomOut => BoardAction::ZoomOut,
            Command::Fit => BoardAction::Fit,
            Command::Look => BoardAction::Look,
            Command::BoardLeft => BoardAction::Pan(1, 0),
            Command::BoardRight => BoardAction::Pan(-1, 0),
            Command::BoardUp => BoardAction::Pan(0, 1),
            Command::BoardDown => BoardAction::Pan(0, -1),
            Command::CursorLeft => BoardAction::MoveCursor(-1, 0),
            Command::CursorRight => BoardAction::MoveCursor(1, 0),
            Command::CursorUp => BoardAction::MoveCursor(0, -1),
            Command::CursorDown => BoardAction::MoveCursor(0, 1),
            Command::Drop => BoardAction::Drop,
            Command::Leave => BoardAction::Leave,
            _ => return None,
        })
    }

    fn act(mut self, context: &Context, action: BoardAction) -> Turn<PlayScreen> {
        let Attempt { playback, framing, timeline, .. } = &mut self.attempt;
        match action {
            BoardAction::Select(ability) => self.attempt.ability = Some(ability),
            BoardAction::Pause => playback.paused = !playback.paused,
            BoardAction::Faster => playback.faster(),
            BoardAction::Slower => playback.slower(),
            BoardAction::Step => playback.step(timeline),
            BoardAction::Restart => {
                self.attempt = self.attempt.restarted();
                self.drag = Drag::Idle;
            }
            BoardAction::ExplodeAll => self.dialogs.question = Some(Question::ExplodeAll),
            BoardAction::ZoomIn => framing.reframe(Camera::zoom_in),
            BoardAction::ZoomOut => framing.reframe(Camera::zoom_out),
            BoardAction::Fit => framing.fit(),
            BoardAction::Look => self.attempt.sight = self.attempt.sight.other(),
            BoardAction::Pan(dx, dy) => {
                let tile = framing.camera().tile() as f32;
                framing.reframe(|camera| camera.pan(dx as f32 * tile, dy as f32 * tile));
            }
            BoardAction::MoveCursor(dx, dy) => self.move_cursor(context, dx, dy),
            BoardAction::Drop => {
                if let Some(cell) = self.target(context) {
                    self.drop_token(cell);
                }
            }
            BoardAction::Help => return Turn::help(self),
            BoardAction::Leave => return Turn::go(Route::list_of(&self.attempt.chosen)),
        }
        self.end_turn()
    }

    fn tick(&mut self, time: Duration) {
        if self.is_moving() {
            self.attempt.tick(time);
        }
    }

    /// The cursor starts at the pointer, or in the middle of what is seen, and stays in the world.
    fn move_cursor(&mut self, context: &Context, dx: i32, dy: i32) {
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

    fn press(mut self, context: &Context, button: PointerButton) -> Turn<PlayScreen> {
        if self.dialogs.close_error_under_pointer(context) {
            return self.end_turn();
        }
        let Some(pointer) = context.layout.pointer() else { return self.end_turn() };
        if self.camera().window().contains(pointer) {
            self.drag = match button {
                PointerButton::Primary => Drag::Pressed(pointer),
                PointerButton::Middle | PointerButton::Secondary => Drag::Dragging(pointer),
            };
        } else if button == PointerButton::Primary
            && let Some(action) = hit(&buttons(&self.attempt, context), Some(pointer))
        {
            return self.act(context, action);
        }
        self.end_turn()
    }

    fn drop_token(&mut self, cell: Cell) {
        let Attempt { ability: Some(ability), timeline, guide, playback, .. } = &mut self.attempt else { return };
        match timeline.order(Order::Place(*ability, cell)) {
            Ok(()) => {
                info!("placed {} at {},{}", ability.name(), cell.x, cell.y);
                *guide = Guide::Off;
                if playback.paused {
                    self.attempt.lower_credit(Manner::Paused);
                }
            }
            Err(refusal) => info!("refused {} at {},{}: {refusal:?}", ability.name(), cell.x, cell.y),
        }
    }

    /// The cell of the world that the pointer or the cursor is on.
    pub fn target(&self, context: &Context) -> Option<Cell> {
        let cell = match self.aim {
            Aim::Cursor(cell) => cell,
            Aim::Pointer => {
                let over_board = |pointer: &Point| self.camera().window().contains(*pointer);
                self.camera().pixel_to_cell(context.layout.pointer().filter(over_board)?)
            }
        };
        Some(cell).filter(|cell| self.attempt.world().contains(*cell) && !matches!(self.drag, Drag::Dragging(_)))
    }

    /// Everything that lies over the board and around it.
    pub fn draw(&self, context: &Context, items: &mut Vec<Item>) {
        draw_around_board(&self.attempt, self.target(context), context, items);
        if let Some(words) = guide_words(self.attempt.guide, context.texts()) {
            self.draw_guide(&words, context, items);
        }
        self.dialogs.draw(context, items);
    }

    /// Words at the upper edge of the board.
    fn draw_guide(&self, words: &str, context: &Context, items: &mut Vec<Item>) {
        let layout = &context.layout;
        let board = self.camera().window();
        let (size, line, margin) = (layout.size(SMALL_TEXT + 2.0), layout.px(30.0), layout.px(10.0));
        let width = (text_width(words, size).ceil() as i32 + 2 * margin).min(board.width);
        let lines = wrapped(words, (width - 2 * margin) as f32, size);
        let rect = Rect::new(
            board.x + (board.width - width) / 2,
            board.y + layout.px(8.0),
            width,
            lines.len() as i32 * line + layout.px(4.0),
        );
        let (fill, border) = (palette::PANEL, palette::BUTTON_EDGE);
        items.push(Item::Panel { rect, radius: layout.size(8.0), fill, border, line: layout.size(1.5) });
        for (row, words) in (0..).zip(lines) {
            let row = Rect::new(rect.x + margin, rect.y + layout.px(2.0) + row * line, width - 2 * margin, line);
            items.push(text(words, row, size, Align::Centre, palette::INK));
        }
    }
}

/// What is said while a solution is shown.
fn guide_words(guide: Guide, texts: &Texts) -> Option<String> {
    match guide {
        Guide::Off => None,
        Guide::TakeOver => Some(texts.take_over.to_owned()),
        Guide::Failing(mishap) => Some((texts.edit.will_fail)(mishap.number, mishap.step)),
        Guide::Failed(mishap) => Some((texts.edit.fails_here)(mishap.number, &(texts.edit.reason)(mishap.reason))),
    }
}

/// The button that shows a solution.
pub fn show_me(attempt: &Attempt, context: &Context) -> &'static str {
    let texts = context.texts();
    if attempt.demonstration_fails() { texts.edit.show_failure } else { texts.show_me }
}

/// A heading, and a line for each order.
fn dropped_orders(dropped: &[DroppedOrder], texts: &Texts) -> String {
    let line = |order: &DroppedOrder| {
        let what = match order.at.order {
            Order::Place(ability, cell) => {
                format!("{} {}, {}", cell_words::token(ability, texts), cell.x, cell.y)
            }
            Order::ExplodeAll => texts.edit.all_explode.to_owned(),
        };
        let cause = order.refusal.map_or(texts.edit.level_over, texts.edit.refusal);
        (texts.edit.dropped_order)(&what, order.at.step, cause)
    };
    let lines = dropped.iter().map(line);
    [(texts.edit.dropped)(dropped.len())].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
}

/// The bars around an attempt's board, and over it the contents of its cells and the mark of the target, if there is one.
pub fn draw_around_board(attempt: &Attempt, target: Option<Cell>, context: &Context, items: &mut Vec<Item>) {
    let (world, camera) = (attempt.world(), attempt.framing.camera());
    match attempt.sight {
        Sight::Plain => {}
        Sight::Contents => {
            let words = |content, count| cell_words::counted(content, count, context.texts());
            draw_contents(world, camera, words, items);
        }
    }
    if let (Some(ability), Some(cell)) = (attempt.ability, target) {
        draw_aim(world, camera, (ability, cell), context.layout.palette(), items);
    }
    draw_bars(attempt, target, context, items);
}
