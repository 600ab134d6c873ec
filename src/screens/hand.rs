//! The hand: which presses were meant for what is gone.
//!
//! A press that began before a change of screen means nothing on the next one: neither the repeats of a held key, nor a
//! button that is released. When a card appears by itself, the press that was meant for the game under it comes a
//! moment too late, and the second click of a double click is no click of its own. Time comes in by ticks.

use std::time::Duration;

use super::input::{Input, PointerButton};
use super::stroke::{KeyStroke, StrokePhase};
use crate::scene::Point;

/// After a change of screen, presses mean nothing for so long: about the time that it takes to see it.
const MOMENT: Duration = Duration::from_millis(250);
/// Two clicks are a double click if they are no further apart than this, in time and in pixels.
const DOUBLE_CLICK: Duration = Duration::from_millis(400);
const SLACK: f32 = 4.0;

/// What the hand is doing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hand {
    /// The screen on which the last key went down, which repeats if it is held.
    key: Origin,
    /// The buttons of the mouse that went down on this screen, and are held.
    buttons: Vec<PointerButton>,
    /// Where the primary one of them went down.
    held_from: Option<Point>,
    /// The time until keys, and buttons of the mouse, mean something again.
    keys_wait: Duration,
    buttons_wait: Duration,
    last_click: Option<LastClick>,
    clicks: Clicks,
}

/// Where a press began.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Origin {
    #[default]
    EarlierScreen,
    ThisScreen,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct LastClick {
    at: Point,
    origin: Origin,
    /// The time in which another click makes it a double click.
    left: Duration,
}

/// What the last press of a button was.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Clicks {
    #[default]
    Single,
    /// The second one of a double click.
    Double,
}

/// Why the player sees another screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The player has chosen it.
    Chosen,
    /// It may come as a surprise.
    Sudden,
}

impl Hand {
    /// Whether the input is meant for this screen. `pointer` is where the pointer is.
    pub fn admits(&mut self, input: &Input, pointer: Option<Point>) -> bool {
        match input {
            Input::Tick(passed) => {
                self.wait(*passed);
                true
            }
            Input::Stroke(KeyStroke { phase: StrokePhase::Repeat, .. }) => self.key == Origin::ThisScreen,
            Input::Stroke(_) | Input::Key(_) => {
                let is_meant = self.keys_wait.is_zero();
                self.key = if is_meant { Origin::ThisScreen } else { Origin::EarlierScreen };
                is_meant
            }
            Input::Press(button) => self.admits_press(*button, pointer),
            Input::Release(button) => {
                self.held_from.take_if(|_| *button == PointerButton::Primary);
                let held = self.buttons.iter().position(|held| held == button);
                held.map(|index| self.buttons.swap_remove(index)).is_some()
            }
            _ => true,
        }
    }

    fn admits_press(&mut self, button: PointerButton, pointer: Option<Point>) -> bool {
        let is_near = |one: Point, other: Point| (one.x - other.x).abs().max((one.y - other.y).abs()) <= SLACK;
        let before = self.last_click.filter(|last| pointer.is_some_and(|pointer| is_near(last.at, pointer)));
        if !self.buttons_wait.is_zero() || before.is_some_and(|last| last.origin == Origin::EarlierScreen) {
            return false;
        }
        self.clicks = if before.is_some() { Clicks::Double } else { Clicks::Single };
        self.last_click = pointer.map(|at| LastClick { at, origin: Origin::ThisScreen, left: DOUBLE_CLICK });
        self.buttons.push(button);
        if button == PointerButton::Primary {
            self.held_from = pointer;
        }
        true
    }

    /// Where the primary button went down, while it is held for this screen.
    pub fn held_from(&self) -> Option<Point> {
        self.held_from
    }

    /// The player sees another screen, or a question.
    pub fn change(&mut self, change: Change) {
        self.key = Origin::EarlierScreen;
        self.buttons.clear();
        self.held_from = None;
        self.buttons_wait = MOMENT;
        if change == Change::Sudden {
            self.keys_wait = MOMENT;
        }
        if let Some(last) = &mut self.last_click {
            last.origin = Origin::EarlierScreen;
        }
    }

    /// What the last press of a button was.
    pub fn clicks(&self) -> Clicks {
        self.clicks
    }

    /// Whether time alone changes what a press means.
    pub fn is_waiting(&self) -> bool {
        !self.keys_wait.is_zero() || !self.buttons_wait.is_zero() || self.last_click.is_some()
    }

    fn wait(&mut self, passed: Duration) {
        for wait in [&mut self.keys_wait, &mut self.buttons_wait] {
            *wait = wait.saturating_sub(passed);
        }
        if let Some(last) = &mut self.last_click {
            last.left = last.left.saturating_sub(passed);
        }
        self.last_click.take_if(|last| last.left.is_zero());
    }
}
