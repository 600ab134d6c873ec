//! The play: the board, the abilities, and the time.

use std::cell::OnceCell;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

use log::info;

use super::bars::{Action, Bars};
use super::button::{SMALL_TEXT, draw_buttons, hit, text};
use super::input::{self, Input, Key};
use super::keys::{Command, Place};
use super::outcome::Ending;
use super::question::Question;
use super::session::{Chosen, Session};
use super::settings::Motion;
use super::trouble::Trouble;
use super::{Next, Screen, words};
use crate::level::{At, Level};
use crate::look::palette;
use crate::play::Player;
use crate::scene::{Align, Item, Point, Rect, Sight, View, draw_aim, draw_board, draw_contents};
use crate::sim::{Ability, Cell, Order, Outcome};

/// How long a step takes at normal speed. (Rabbit Escape's ten animation frames of 70 ms.)
pub(super) const STEP: Duration = Duration::from_millis(700);

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
    pub(super) run: Player,
    pub(super) view: View,
    pub(super) ability: Option<Ability>,
    pub(super) paused: bool,
    pub(super) credit: Credit,
    speed: usize,
    /// How much of the present step has gone by, 0 to 1.
    phase: f32,
    grip: Grip,
    aim: Aim,
    sight: Sight,
    question: Option<Question>,
    /// What is wrong with the file that this level came from, since it was changed.
    trouble: Option<Trouble>,
    guide: Guide,
    framed: Framed,
    /// Pixels of the frame per logical one, by which the view was laid out.
    scale: f32,
    /// The orders of the first solution that wins, once somebody has asked for them.
    solution: OnceCell<Option<Vec<At>>>,
}

/// Whose doing it is, for the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Credit {
    /// The player's, in running time.
    Player,
    /// The player's, but tokens were placed while time stood still.
    Assisted,
    /// A solution was shown, at least in the beginning.
    Shown,
}

/// Whether a solution plays itself that the player may take over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Guide {
    Off,
    TakeOver,
}

/// Who chose the part of the board that is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Framed {
    /// It fits the window, and goes on doing so when the window changes.
    ToFit,
    ByPlayer,
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

/// What points at the cell that a token would go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aim {
    Pointer,
    /// The cursor of the keyboard.
    Cursor(Cell),
}

impl Play {
    /// A level from its beginning. The first ability that it offers is chosen.
    pub fn new(session: Session, chosen: Chosen) -> Play {
        let run = Player::new(chosen.level.world());
        Play::with_run(session, chosen, run, Credit::Player)
    }

    /// A level that plays itself by these orders, until the player gives one.
    pub fn following(session: Session, chosen: Chosen, orders: Vec<At>) -> Play {
        let run = Player::following(chosen.level.world(), orders);
        Play::with_run(session, chosen, run, Credit::Shown)
    }

    fn with_run(session: Session, chosen: Chosen, run: Player, credit: Credit) -> Play {
        let world = run.world();
        let ability = Ability::ALL.into_iter().find(|ability| world.tokens(*ability).is_some());
        let view = View::fitting(Bars::board(&session), world.width(), world.height());
        Play {
            scale: session.scale(),
            session,
            chosen,
            run,
            view,
            ability,
            paused: false,
            credit,
            speed: NORMAL_SPEED,
            phase: 0.0,
            grip: Grip::Free,
            aim: Aim::Pointer,
            sight: Sight::Plain,
            question: None,
            trouble: None,
            guide: Guide::Off,
            framed: Framed::ToFit,
            solution: OnceCell::new(),
        }
    }

    /// The same level from the beginning, with the same view and speed.
    pub fn restarted(self) -> Play {
        let run = Player::new(self.chosen.level.world());
        self.begun_again(run, Credit::Player)
    }

    /// The same level from the beginning, playing its solution. One without a solution that works just begins again.
    pub fn shown(self) -> Play {
        match self.solution().cloned() {
            Some(orders) => {
                let run = Player::following(self.chosen.level.world(), orders);
                Play { guide: Guide::TakeOver, ..self.begun_again(run, Credit::Shown) }
            }
            None => self.restarted(),
        }
    }

    /// The same play in a level that was edited: at the same step, with the orders that still apply.
    pub fn edited(self, level: Level) -> Play {
        let run = Player::replayed(level.world(), self.run.orders(), self.run.step());
        let world = run.world();
        let ability = self.ability.filter(|ability| world.tokens(*ability).is_some());
        let ability = ability.or(Bars::offered(world).first().copied());
        let mut view = View::fitting(Bars::board(&self.session), world.width(), world.height());
        let same_size = (world.width(), world.height()) == (self.run.world().width(), self.run.world().height());
        if same_size && self.framed == Framed::ByPlayer {
            view = self.view;
        }
        let chosen = Chosen { id: None, level: Arc::new(level) };
        Play { chosen, run, view, ability, trouble: None, question: None, solution: OnceCell::new(), ..self }
    }

    /// The same play, with a word on what is wrong in its file now.
    pub fn troubled(self, message: &str) -> Play {
        Play { trouble: Some(Trouble::new(message)), ..self }
    }

    fn begun_again(self, run: Player, credit: Credit) -> Play {
        Play { run, credit, phase: 0.0, paused: false, grip: Grip::Free, question: None, guide: Guide::Off, ..self }
    }

    /// Whether there is a solution to show.
    pub fn can_be_shown(&self) -> bool {
        self.solution().is_some()
    }

    fn solution(&self) -> Option<&Vec<At>> {
        let first_that_wins = || {
            let level = &self.chosen.level;
            let plays = level.solutions.iter().filter_map(|solution| solution.play(level).ok());
            let mut won = plays.filter(|play| play.failure.is_none() && play.world.outcome() == Outcome::Won);
            won.next().map(|play| play.orders)
        };
        self.solution.get_or_init(first_that_wins).as_ref()
    }

    /// What goes on by itself while the player watches.
    pub fn is_moving(&self) -> bool {
        !self.paused && self.question.is_none() && self.run.is_running()
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
    pub fn run(&self) -> &Player {
        &self.run
    }

    /// Shows the board at so many pixels a tile.
    pub fn zoom_to(&mut self, tile: u32) {
        self.reframe(|view| view.zoom_to(tile));
    }

    pub(super) fn turn(mut self, input: Input) -> Next {
        if let Some(question) = self.question.take() {
            return self.answer(question, input);
        }
        match input {
            Input::Resize { .. } => self.resize(),
            Input::Tick(time) => self.tick(time),
            Input::PointerMoved(point) => self.move_pointer(point),
            Input::PointerLeft => self.grip = Grip::Free,
            Input::Press(button) => return self.press(button),
            Input::Release(button) => self.release(button),
            Input::Wheel(notches) => self.zoom_at_pointer(WHEEL_ZOOM.powf(notches)),
            Input::Pinch(change) => self.zoom_at_pointer((1.0 + change).clamp(0.5, 2.0)),
            Input::Key(Key::Escape) if self.trouble.is_some() => self.trouble = None,
            Input::Key(key) => {
                if let Some(action) = self.action_of(key) {
                    return self.act(action);
                }
            }
            Input::Text(_) | Input::Focus(_) | Input::Dropped(_) | Input::CloseRequested => {}
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

    /// The question stays until it is answered; time stands still meanwhile.
    fn answer(mut self, question: Question, input: Input) -> Next {
        if let Input::Resize { .. } = input {
            self.resize();
        }
        match question.answer(&input, &self.session) {
            None => self.question = Some(question),
            Some(false) => {}
            Some(true) => {
                info!("all rabbits explode");
                // The world never refuses this order.
                let _ = self.run.order(Order::ExplodeAll);
                self.paused = false;
            }
        }
        self.go_on()
    }

    fn action_of(&self, key: Key) -> Option<Action> {
        if key == Key::Escape {
            return Some(Action::Leave);
        }
        let command = self.session.settings().keys.command(Place::Board, key)?;
        if let Some(place) = Command::CHOICES.iter().position(|choice| *choice == command) {
            return Bars::offered(self.run.world()).get(place).copied().map(Action::Choose);
        }
        Some(match command {
            Command::Pause => Action::Pause,
            Command::Faster => Action::Faster,
            Command::Slower => Action::Slower,
            Command::Step => Action::Step,
            Command::Restart => Action::Restart,
            Command::ExplodeAll => Action::ExplodeAll,
            Command::ZoomIn => Action::ZoomIn,
            Command::ZoomOut => Action::ZoomOut,
            Command::Fit => Action::Fit,
            Command::Look => Action::Look,
            Command::BoardLeft => Action::Pan(1, 0),
            Command::BoardRight => Action::Pan(-1, 0),
            Command::BoardUp => Action::Pan(0, 1),
            Command::BoardDown => Action::Pan(0, -1),
            Command::CursorLeft => Action::Point(-1, 0),
            Command::CursorRight => Action::Point(1, 0),
            Command::CursorUp => Action::Point(0, -1),
            Command::CursorDown => Action::Point(0, 1),
            Command::Drop => Action::Drop,
            Command::Leave => Action::Leave,
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
            Action::ExplodeAll => self.question = Some(Question::ExplodeAll),
            Action::ZoomIn => self.reframe(View::zoom_in),
            Action::ZoomOut => self.reframe(View::zoom_out),
            Action::Fit => {
                self.view.fit();
                self.framed = Framed::ToFit;
            }
            Action::Look => self.sight = self.sight.other(),
            Action::Pan(dx, dy) => {
                let tile = self.view.tile() as f32;
                self.reframe(|view| view.pan(dx as f32 * tile, dy as f32 * tile));
            }
            Action::Point(dx, dy) => self.move_cursor(dx, dy),
            Action::Drop => {
                if let Some(cell) = self.target() {
                    self.place(cell);
                }
            }
            Action::Help => return ControlFlow::Continue(Screen::play(self).helped()),
            Action::Leave => return ControlFlow::Continue(Screen::list(self.session, self.chosen.id)),
        }
        self.go_on()
    }

    /// The frame has another size, or the window came to a screen of another scale.
    pub(super) fn resize(&mut self) {
        self.view.resize(Bars::board(&self.session));
        let scale = self.session.scale();
        let before = std::mem::replace(&mut self.scale, scale);
        match self.framed {
            Framed::ToFit => self.view.fit(),
            Framed::ByPlayer => self.view.rescale(scale / before),
        }
    }

    fn reframe(&mut self, change: impl FnOnce(&mut View)) {
        self.framed = Framed::ByPlayer;
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
        self.aim = Aim::Pointer;
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

    /// The cursor starts where the pointer is, or in the middle of what is seen, and stays in the world.
    fn move_cursor(&mut self, dx: i32, dy: i32) {
        let window = self.view.window();
        let middle = Point::new((window.x + window.width / 2) as f32, (window.y + window.height / 2) as f32);
        let from = match self.aim {
            Aim::Cursor(cell) => cell.offset(dx, dy),
            Aim::Pointer => self.target().unwrap_or_else(|| self.view.pixel_to_cell(middle)),
        };
        let world = self.run.world();
        let last = |size: i32| (size - 1).max(0);
        let cell = Cell::new(from.x.clamp(0, last(world.width())), from.y.clamp(0, last(world.height())));
        self.aim = Aim::Cursor(cell);
        self.view.show(cell);
    }

    fn press(mut self, button: input::Button) -> Next {
        if self.trouble.take_if(|trouble| trouble.is_under_pointer(&self.session)).is_some() {
            return self.go_on();
        }
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
            Ok(()) => {
                info!("placed {} at {},{}", ability.name(), cell.x, cell.y);
                self.guide = Guide::Off;
                if self.paused && self.credit == Credit::Player {
                    self.credit = Credit::Assisted;
                }
            }
            Err(refusal) => info!("refused {} at {},{}: {refusal:?}", ability.name(), cell.x, cell.y),
        }
    }

    /// The cell of the world that the pointer or the cursor is on.
    pub fn target(&self) -> Option<Cell> {
        let cell = match self.aim {
            Aim::Cursor(cell) => cell,
            Aim::Pointer => {
                let over_board = |pointer: &Point| self.view.window().contains(*pointer);
                self.view.pixel_to_cell(self.session.pointer().filter(over_board)?)
            }
        };
        Some(cell).filter(|cell| self.run.world().contains(*cell) && !matches!(self.grip, Grip::Dragging(_)))
    }

    /// The board without the bars.
    pub(super) fn draw_board(&self, items: &mut Vec<Item>) {
        let phase = match self.session.settings().motion {
            Motion::Full => self.phase,
            Motion::Reduced => 0.0,
        };
        draw_board(self.run.world(), &self.view, phase, items);
    }

    pub(super) fn draw_bars(&self, items: &mut Vec<Item>) {
        match self.sight {
            Sight::Plain => {}
            Sight::Contents => {
                let words = |content, count| words::counted(content, count, self.session.texts());
                draw_contents(self.run.world(), &self.view, words, items);
            }
        }
        if let (Some(ability), Some(cell)) = (self.ability, self.target()) {
            draw_aim(self.run.world(), &self.view, (ability, cell), self.session.palette(), items);
        }
        Bars::draw(self, items);
        draw_buttons(&Bars::buttons(self), &self.session, items);
        if self.guide == Guide::TakeOver {
            self.draw_guide(items);
        }
        if let Some(trouble) = &self.trouble {
            trouble.draw(&self.session, items);
        }
        if let Some(question) = &self.question {
            question.draw(&self.session, items);
        }
    }

    /// A line at the upper edge of the board.
    fn draw_guide(&self, items: &mut Vec<Item>) {
        let session = &self.session;
        let board = self.view.window();
        let (width, height) = (session.px(460.0).min(board.width), session.px(34.0));
        let rect = Rect::new(board.x + (board.width - width) / 2, board.y + session.px(8.0), width, height);
        let (radius, line) = (session.size(8.0), session.size(1.5));
        let (fill, border) = (palette::PANEL, palette::BUTTON_EDGE);
        items.push(Item::Panel { rect, radius, fill, border, line });
        let words = session.texts().take_over;
        items.push(text(
            words,
            rect.inset(session.px(4.0)),
            session.size(SMALL_TEXT + 2.0),
            Align::Centre,
            palette::INK,
        ));
    }
}
