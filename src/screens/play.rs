//! The play: the board, the abilities, and the time.

use std::ops::ControlFlow;
use std::time::Duration;

use log::info;

use super::bars::{Action, Bars};
use super::button::{draw_buttons, hit};
use super::input::{self, Input, Key};
use super::outcome::Ending;
use super::pick::Pick;
use super::run::Run;
use super::session::{Chosen, Session};
use super::{Next, Screen};
use crate::level::At;
use crate::scene::{Item, Point, View, draw_aim, draw_board};
use crate::sim::{Ability, Cell, Order, Outcome};

/// How long a step takes at normal speed. (Rabbit Escape's ten animation frames of 70 ms.)
const STEP: Duration = Duration::from_millis(700);

/// The speeds of the game, as multiples of the normal one.
pub const SPEEDS: [(f32, &str); 6] = [(0.25, "¼"), (0.5, "½"), (1.0, "1"), (2.0, "2"), (4.0, "4"), (8.0, "8")];
const NORMAL_SPEED: usize = 2;

/// A notch of the wheel makes the board larger by a sixth.
const WHEEL_ZOOM: f32 = 7.0 / 6.0;

/// The pointer may shake by so many logical pixels in a click; beyond, it is a drag.
const CLICK_SLACK: f32 = 5.0;

/// A level in play.
#[derive(Debug, Clone)]
pub struct Play {
    pub(super) session: Session,
    pub(super) chosen: Chosen,
    pub(super) run: Run,
    pub(super) view: View,
    pub(super) ability: Option<Ability>,
    pub(super) paused: bool,
    speed: usize,
    /// How much of the present step has gone by, 0 to 1.
    phase: f32,
    grip: Grip,
    /// Whether the player has zoomed or moved the board: a new size of the window then leaves the zoom alone.
    framed_by_player: bool,
}

/// What the pressed button of the mouse is doing.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Grip {
    Free,
    /// Pressed on the board here, and not moved yet.
    Pressed(Point),
    /// Dragging the board, last seen here.
    Dragging(Point),
}

impl Play {
    /// A level from its beginning. The first ability that it offers is chosen.
    pub fn new(session: Session, chosen: Chosen) -> Play {
        let run = Run::new(chosen.level.world());
        Play::with_run(session, chosen, run)
    }

    /// A level that plays itself by these orders.
    pub fn following(session: Session, chosen: Chosen, orders: Vec<At>) -> Play {
        let run = Run::following(chosen.level.world(), orders);
        Play::with_run(session, chosen, run)
    }

    fn with_run(session: Session, chosen: Chosen, run: Run) -> Play {
        let world = run.world();
        let ability = Ability::ALL.into_iter().find(|ability| world.tokens(*ability).is_some());
        let view = View::fitting(Bars::board(&session), world.width(), world.height());
        Play {
            session,
            chosen,
            run,
            view,
            ability,
            paused: false,
            speed: NORMAL_SPEED,
            phase: 0.0,
            grip: Grip::Free,
            framed_by_player: false,
        }
    }

    /// The same level from the beginning, with the same view and speed.
    pub fn restarted(self) -> Play {
        let run = Run::new(self.chosen.level.world());
        Play { run, phase: 0.0, paused: false, grip: Grip::Free, ..self }
    }

    /// What goes on by itself while the player watches.
    pub fn is_moving(&self) -> bool {
        !self.paused && self.run.is_running()
    }

    /// The number shown on the speed button.
    pub fn speed_name(&self) -> &'static str {
        SPEEDS[self.speed].1
    }

    /// The part of the board that is seen, and how large.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// The world as it stands, and the orders that brought it there.
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// Shows the board at so many pixels a tile.
    pub fn zoom_to(&mut self, tile: u32) {
        self.framed_by_player = true;
        self.view.zoom_to(tile);
    }

    pub(super) fn turn(mut self, input: Input) -> Next {
        match input {
            Input::Resize { .. } => self.resize(),
            Input::Tick(time) => self.tick(time),
            Input::PointerMoved(point) => self.move_pointer(point),
            Input::PointerLeft => self.grip = Grip::Free,
            Input::Press(button) => return self.press(button),
            Input::Release(button) => self.release(button),
            Input::Wheel(notches) => self.zoom_at_pointer(WHEEL_ZOOM.powf(notches)),
            Input::Pinch(change) => self.zoom_at_pointer((1.0 + change).clamp(0.5, 2.0)),
            Input::Key(key) => {
                if let Some(action) = self.action_of(key) {
                    return self.act(action);
                }
            }
            Input::Focus(_) | Input::Dropped(_) | Input::CloseRequested => {}
        }
        self.go_on()
    }

    /// The next screen: this one, unless the level has come to its end.
    fn go_on(self) -> Next {
        let won = match self.run.world().outcome() {
            Outcome::Running | Outcome::Paused => return ControlFlow::Continue(Screen::play(self)),
            Outcome::Won => true,
            Outcome::Lost => false,
        };
        ControlFlow::Continue(Screen::Ending(Box::new(Ending::new(self, won))))
    }

    fn action_of(&self, key: Key) -> Option<Action> {
        Some(match key {
            Key::Escape => Action::Leave,
            Key::Space | Key::Char('p') => Action::Pause,
            Key::Char('s' | '.') => Action::Faster,
            Key::Char('a' | ',') => Action::Slower,
            Key::Char('n') => Action::Step,
            Key::Char('r') => Action::Restart,
            Key::Char('+' | '=') => Action::ZoomIn,
            Key::Char('-' | '_') => Action::ZoomOut,
            Key::Char('0' | 'f') => Action::Fit,
            Key::Left => Action::Pan(1, 0),
            Key::Right => Action::Pan(-1, 0),
            Key::Up => Action::Pan(0, 1),
            Key::Down => Action::Pan(0, -1),
            Key::Char(digit @ '1'..='7') => {
                let place = digit as usize - '1' as usize;
                Action::Choose(*Bars::offered(self.run.world()).get(place)?)
            }
            _ => return None,
        })
    }

    fn act(mut self, action: Action) -> Next {
        match action {
            Action::Choose(ability) => self.ability = Some(ability),
            Action::Pause => self.paused = !self.paused,
            Action::Faster => self.speed = (self.speed + 1).min(SPEEDS.len() - 1),
            Action::Slower => self.speed = self.speed.saturating_sub(1),
            Action::Step => {
                self.paused = true;
                self.advance();
            }
            Action::Restart => return ControlFlow::Continue(Screen::play(self.restarted())),
            Action::ZoomIn => self.reframe(View::zoom_in),
            Action::ZoomOut => self.reframe(View::zoom_out),
            Action::Fit => {
                self.view.fit();
                self.framed_by_player = false;
            }
            Action::Pan(dx, dy) => {
                let tile = self.view.tile() as f32;
                self.reframe(|view| view.pan(dx as f32 * tile, dy as f32 * tile));
            }
            Action::Leave => return ControlFlow::Continue(Screen::Pick(Pick::new(self.session))),
        }
        self.go_on()
    }

    pub(super) fn resize(&mut self) {
        self.view.resize(Bars::board(&self.session));
        if !self.framed_by_player {
            self.view.fit();
        }
    }

    fn reframe(&mut self, change: impl FnOnce(&mut View)) {
        self.framed_by_player = true;
        change(&mut self.view);
    }

    fn zoom_at_pointer(&mut self, factor: f32) {
        let window = self.view.window();
        let middle = Point::new((window.x + window.width / 2) as f32, (window.y + window.height / 2) as f32);
        let around = self.session.pointer().filter(|pointer| window.contains(*pointer)).unwrap_or(middle);
        self.reframe(|view| view.zoom_by(factor, around));
    }

    fn tick(&mut self, time: Duration) {
        if !self.is_moving() {
            return;
        }
        self.phase += time.as_secs_f32() / STEP.as_secs_f32() * SPEEDS[self.speed].0;
        while self.phase >= 1.0 && self.run.is_running() {
            self.phase -= 1.0;
            self.run.advance();
        }
        if !self.run.is_running() {
            self.phase = 0.0;
        }
    }

    /// One whole step at once.
    fn advance(&mut self) {
        self.phase = 0.0;
        self.run.advance();
    }

    fn move_pointer(&mut self, point: Point) {
        let slack = self.session.size(CLICK_SLACK);
        match self.grip {
            Grip::Free => {}
            Grip::Pressed(start) => {
                if (point.x - start.x).abs().max((point.y - start.y).abs()) > slack {
                    self.grip = Grip::Dragging(point);
                    self.reframe(|view| view.pan(point.x - start.x, point.y - start.y));
                }
            }
            Grip::Dragging(last) => {
                self.grip = Grip::Dragging(point);
                self.reframe(|view| view.pan(point.x - last.x, point.y - last.y));
            }
        }
    }

    fn press(mut self, button: input::Button) -> Next {
        let Some(pointer) = self.session.pointer() else { return self.go_on() };
        if self.view.window().contains(pointer) {
            self.grip = match button {
                input::Button::Primary => Grip::Pressed(pointer),
                input::Button::Middle | input::Button::Secondary => Grip::Dragging(pointer),
            };
        } else if button == input::Button::Primary
            && let Some(action) = hit(&Bars::buttons(&self), Some(pointer))
        {
            return self.act(action);
        }
        self.go_on()
    }

    fn release(&mut self, button: input::Button) {
        let grip = std::mem::replace(&mut self.grip, Grip::Free);
        if let (Grip::Pressed(point), input::Button::Primary) = (grip, button) {
            self.place(self.view.pixel_to_cell(point));
        }
    }

    fn place(&mut self, cell: Cell) {
        let Some(ability) = self.ability else { return };
        match self.run.order(Order::Place(ability, cell)) {
            Ok(()) => info!("placed {} at {},{}", ability.name(), cell.x, cell.y),
            Err(refusal) => info!("refused {} at {},{}: {refusal:?}", ability.name(), cell.x, cell.y),
        }
    }

    /// The cell under the pointer, where a click would drop a token.
    fn aim(&self) -> Option<(Ability, Cell)> {
        let pointer = self.session.pointer().filter(|pointer| self.view.window().contains(*pointer))?;
        let cell = self.view.pixel_to_cell(pointer);
        let over_world = self.run.world().contains(cell) && !matches!(self.grip, Grip::Dragging(_));
        self.ability.filter(|_| over_world).map(|ability| (ability, cell))
    }

    /// The board without the bars.
    pub(super) fn draw_board(&self, items: &mut Vec<Item>) {
        draw_board(self.run.world(), &self.view, self.phase, items);
    }

    pub(super) fn draw_bars(&self, items: &mut Vec<Item>) {
        if let Some((ability, cell)) = self.aim() {
            draw_aim(self.run.world(), &self.view, ability, cell, items);
        }
        Bars::draw(self, items);
        draw_buttons(&Bars::buttons(self), &self.session, items);
    }
}
