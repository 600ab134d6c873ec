//! Before a level: its board at rest, to be looked at, and beside it a card with what it is about, what there is to do
//! it with, and hints on request.

use super::attempt::{Attempt, BOTTOM_BAR, Drag, ViewAction};
use super::context::Context;
use super::hints::{HintList, HintStrip, above};
use super::input::{Input, PointerButton};
use super::intro_card::draw_card;
use super::keys::{Command, Key, KeyContext};
use super::play::{
    cell_line, command_line, draw_pointer_line, draw_sight, draw_sight_legend, is_under_legend, show_me, view_buttons,
};
use super::turn::{Route, Turn};
use crate::level::Level;
use crate::look::palette;
use crate::scene::{Item, Point, Rect};
use crate::ui::{Button, ButtonState, Card, Layout, draw_buttons, hit};

/// A level that is about to start. Time stands still.
#[derive(Debug, Clone)]
pub struct Intro {
    attempt: Attempt,
    hints: HintStrip,
    drag: Drag,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum IntroChoice {
    Start,
    Hint,
    ShowMe,
    Replays,
    Back,
}

/// The width of the card in logical pixels, and its largest share of the frame.
const WIDTH: f32 = 400.0;
const LARGEST_SHARE: f32 = 0.45;

impl Intro {
    pub fn new(context: &Context, attempt: Attempt) -> Intro {
        let mut intro = Intro { attempt, hints: HintStrip::default(), drag: Drag::Idle };
        intro.lay_out(context);
        intro
    }

    /// The same level after its author has changed it.
    pub fn edited(self, context: &Context, level: Level) -> Intro {
        // Nothing was played yet, so that no order is dropped.
        let (attempt, _) = self.attempt.edited(&context.layout, level);
        let mut intro = Intro { attempt, ..self };
        intro.lay_out(context);
        intro
    }

    pub fn attempt(&self) -> &Attempt {
        &self.attempt
    }

    /// The same, with no button of the mouse held.
    pub fn released(self) -> Intro {
        Intro { drag: Drag::Idle, ..self }
    }

    /// The attempt, with the whole window for its board.
    pub fn into_attempt(mut self, layout: &Layout) -> Attempt {
        self.attempt.resize(layout);
        self.attempt
    }

    fn lay_out(&mut self, context: &Context) {
        let window = beside_card(&context.layout);
        let strip = self.hints.strip(context, &written_hints(&self.attempt), window);
        self.attempt.framing.resize(above(window, strip), &context.layout);
    }

    pub fn turn(mut self, context: &mut Context, input: Input) -> Turn<Intro> {
        if let Some(choice) = self.choice(context, &input) {
            return self.act(context, choice);
        }
        if let Some(action) = self.view_action(context, &input) {
            self.attempt.view(action);
            return Turn::stay(self);
        }
        let layout = &context.layout;
        match input {
            Input::Resize { .. } => self.lay_out(context),
            Input::PointerMoved(point) => {
                if let Some((dx, dy)) = self.drag.move_to(point, layout) {
                    self.attempt.framing.reframe(|camera| camera.pan(dx, dy));
                }
            }
            Input::Press(_) => {
                let window = self.attempt.framing.camera().window();
                if let Some(pointer) = layout.pointer().filter(|pointer| window.contains(*pointer)) {
                    self.drag = Drag::Pressed(pointer);
                }
            }
            Input::PointerLeft => self.drag = Drag::Idle,
            Input::Release(_) if self.drag != Drag::Idle => self.drag = Drag::Idle,
            Input::Release(PointerButton::Primary) => {
                if let Some(action) = self.hints.hit(context, &written_hints(&self.attempt), beside_card(layout)) {
                    self.hints.act(context, &written_hints(&self.attempt), action);
                    self.lay_out(context);
                }
            }
            Input::Wheel(notches) => self.attempt.framing.wheel(notches, layout.pointer()),
            Input::Pinch(change) => self.attempt.framing.pinch(change, layout.pointer()),
            _ => {}
        }
        Turn::stay(self)
    }

    /// The choice of the card in this input, if it is one.
    fn choice(&self, context: &Context, input: &Input) -> Option<IntroChoice> {
        match input {
            Input::Release(PointerButton::Primary) if self.drag == Drag::Idle => {
                hit(&self.buttons(context), context.layout.pointer())
            }
            Input::Key(Key::Enter | Key::Space) => Some(IntroChoice::Start),
            Input::Key(key) if context.means(*key, Command::Hint) => Some(IntroChoice::Hint),
            Input::Key(key) if context.means(*key, Command::ShowMe) => Some(IntroChoice::ShowMe),
            Input::Key(key) if context.means(*key, Command::Replays) => Some(IntroChoice::Replays),
            Input::Key(Key::Escape | Key::Backspace) => Some(IntroChoice::Back),
            _ => None,
        }
    }

    /// The change of the view in this input, if it is one.
    fn view_action(&self, context: &Context, input: &Input) -> Option<ViewAction> {
        match input {
            Input::Release(PointerButton::Primary) if self.drag == Drag::Idle => {
                hit(&view_buttons(context), context.layout.pointer())
            }
            Input::Key(key) => context.settings().keys.command(KeyContext::Board, *key).and_then(ViewAction::of),
            _ => None,
        }
    }

    fn act(mut self, context: &mut Context, choice: IntroChoice) -> Turn<Intro> {
        match choice {
            IntroChoice::Start => Turn::go(Route::Play(Box::new(self.into_attempt(&context.layout)))),
            IntroChoice::Hint => {
                self.hints.ask(context, &written_hints(&self.attempt));
                self.lay_out(context);
                Turn::stay(self)
            }
            IntroChoice::ShowMe if !self.attempt.can_be_demonstrated() => Turn::stay(self),
            IntroChoice::ShowMe => Turn::go(Route::Play(Box::new(self.into_attempt(&context.layout).demonstrated()))),
            IntroChoice::Replays => Turn::go(Route::Replays(self.attempt.chosen)),
            IntroChoice::Back => Turn::go(Route::list_of(&self.attempt.chosen)),
        }
    }

    fn buttons(&self, context: &Context) -> Vec<Button<IntroChoice>> {
        let (layout, texts) = (&context.layout, context.texts());
        let can_be_shown = self.attempt.can_be_demonstrated();
        let state = if can_be_shown { ButtonState::Normal } else { ButtonState::Disabled };
        let card = card(layout);
        let upper = vec![
            (IntroChoice::Start, texts.start, ButtonState::Selected),
            (IntroChoice::Hint, texts.hint, ButtonState::Normal),
        ];
        let middle = vec![
            (IntroChoice::ShowMe, show_me(&self.attempt, context), state),
            (IntroChoice::Replays, texts.time.replays, ButtonState::Normal),
        ];
        let lower = vec![(IntroChoice::Back, texts.back, ButtonState::Normal)];
        card.button_rows(layout, vec![upper, middle, lower])
    }

    /// What the cell under the pointer holds, or what the button there does.
    fn pointer_words(&self, context: &Context, bar: &[Button<ViewAction>]) -> Option<String> {
        let (camera, pointer) = (self.attempt.framing.camera(), context.layout.pointer()?);
        if let Some(action) = hit(bar, Some(pointer)) {
            return Some(command_line(action.command()?, context));
        }
        let on_board =
            |point: &Point| camera.window().contains(*point) && !is_under_legend(*point, &self.attempt, context);
        let cell = Some(pointer).filter(on_board).map(|point| camera.pixel_to_cell(point));
        let cell = cell.filter(|cell| self.attempt.world().contains(*cell))?;
        Some(cell_line(self.attempt.world(), cell, context))
    }

    pub fn draw(&self, context: &Context, items: &mut Vec<Item>) {
        let layout = &context.layout;
        draw_sight(&self.attempt, context, items);
        let (window, list) = (beside_card(layout), written_hints(&self.attempt));
        self.hints.draw_rings(context, &self.attempt, &list, items);
        draw_sight_legend(&self.attempt, context, items);
        self.hints.draw(context, &list, window, items);
        let foot = Rect::new(0, window.bottom(), window.width, layout.frame().height - window.bottom());
        items.push(Item::Fill { rect: foot, color: palette::PANEL });
        let bar = view_buttons(context);
        draw_buttons(&bar, layout, items);
        if let Some(words) = self.pointer_words(context, &bar) {
            draw_pointer_line(&words, foot, bar.last().map_or(0, |button| button.rect.right()), layout, items);
        }
        let card_right = card(layout).rect.right();
        let margin = Rect::new(card_right, 0, layout.frame().width - card_right, layout.frame().height);
        items.push(Item::Fill { rect: margin, color: palette::PANEL });
        draw_card(&self.attempt, card(layout), context, items);
        draw_buttons(&self.buttons(context), layout, items);
    }
}

/// Before the level is played, there is nothing that a solver could say of it.
fn written_hints(attempt: &Attempt) -> HintList<'_> {
    HintList { chosen: &attempt.chosen, found: None }
}

/// The card at the right of the frame.
fn card(layout: &Layout) -> Card {
    let frame = layout.beside_margin();
    let width = layout.px(WIDTH).min((frame.width as f32 * LARGEST_SHARE) as i32).max(1);
    Card { rect: Rect::new(frame.width - width, 0, width, frame.height) }
}

/// What the card and the buttons of the view leave to the board and the hints.
fn beside_card(layout: &Layout) -> Rect {
    let frame = layout.beside_margin();
    Rect::new(0, 0, (frame.width - card(layout).rect.width).max(1), (frame.height - layout.px(BOTTOM_BAR)).max(1))
}
