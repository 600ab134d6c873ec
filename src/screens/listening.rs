//! Listening: what a turn of the game sounds like, by what it has changed. Screens need not say it themselves.

use std::mem::{Discriminant, discriminant};

use super::attempt::Attempt;
use super::context::Context;
use super::effect::{Effect, Heard};
use super::input::Input;
use super::play_speed::PlaySpeed;
use super::screen::Screen;
use super::shipped::Chosen;
use crate::look::{Click, Theme};
use crate::sim::{Ability, Event};

/// What is compared before and after a turn.
#[derive(Debug, Clone, PartialEq)]
pub struct Ear {
    screen: Discriminant<Screen>,
    attempt: Option<AttemptMoment>,
    choices: Choices,
}

/// Where an attempt is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct AttemptMoment {
    step: u32,
    orders: usize,
    flow: BoardTime,
    refusal: Refused,
}

/// Whether the time of the board passes by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BoardTime {
    Passes,
    Stands,
}

/// Whether a token was just refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Refused {
    No,
    Yes,
}

/// What a hand chooses on the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Choices {
    ability: Option<Ability>,
    speed: PlaySpeed,
}

/// Whose doing a turn is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TurnCause {
    Time,
    /// A key that moves a focus.
    Moved,
    Hand,
    /// Nobody's that would expect an answer: an answer from outside, another size of the window.
    Other,
}

impl TurnCause {
    pub fn of(input: &Input) -> TurnCause {
        match input {
            Input::Tick(_) => TurnCause::Time,
            Input::Key(key) if key.moves() => TurnCause::Moved,
            Input::Stroke(stroke) if stroke.key.is_some_and(|key| key.moves()) => TurnCause::Moved,
            Input::Key(_)
            | Input::Stroke(_)
            | Input::Press(_)
            | Input::Release(_)
            | Input::Wheel(_)
            | Input::PointerMoved(_)
            | Input::Edit(_) => TurnCause::Hand,
            Input::Resize { .. }
            | Input::PointerLeft
            | Input::Pinch(_)
            | Input::Text(_)
            | Input::Preedit { .. }
            | Input::PrintedKeys(_)
            | Input::Focus(_)
            | Input::Hidden
            | Input::Shown
            | Input::Dropped(_)
            | Input::Answered(_)
            | Input::CloseRequested => TurnCause::Other,
        }
    }
}

impl Ear {
    /// As it is now.
    pub fn at(screen: &Screen, context: &Context) -> Ear {
        let attempt = screen.attempt().map(|attempt| AttemptMoment::of(screen, attempt));
        let ability = screen.attempt().and_then(|attempt| attempt.ability);
        Ear { screen: discriminant(screen), attempt, choices: Choices { ability, speed: context.speed } }
    }

    /// What is heard of a turn that began like this and has led to this screen, and what else is to be done after it.
    pub fn hear(&self, screen: &Screen, context: &Context, cause: TurnCause, effects: &[Effect]) -> Vec<Heard> {
        let now = Ear::at(screen, context);
        let mut heard = Vec::new();
        let mut is_over = false;
        if let (Some(before), Some(after), Some(attempt)) = (self.attempt, now.attempt, screen.attempt()) {
            let is_step = after.step == before.step + 1 || (cause == TurnCause::Time && after.step > before.step);
            let is_on_board = matches!(screen, Screen::Play(_));
            if is_on_board && (before.flow, after.flow) == (BoardTime::Passes, BoardTime::Stands) {
                heard.push(Heard::Hush);
            }
            if is_step {
                // Of several steps between two frames the last one is heard: no ear would tell them apart.
                let events = attempt.timeline.player().events();
                is_over = events.iter().any(|event| matches!(event, Event::Ended(_)));
                heard.extend(step(events, attempt));
            } else if after.step != before.step {
                heard.push(Heard::Click(Click::Seek));
            }
            if cause != TurnCause::Time && !is_step && after.orders > before.orders && after.step == before.step {
                heard.push(Heard::Click(Click::Placed));
            } else if (before.refusal, after.refusal) == (Refused::No, Refused::Yes) {
                heard.push(Heard::Click(Click::Refused));
            }
        }
        if now.screen != self.screen && !is_over {
            heard.push(Heard::Click(Click::Page));
        } else if heard.is_empty() && self.is_answered(&now, cause, effects) {
            heard.push(Heard::Click(Click::Tick));
        }
        heard
    }

    /// Whether the hand hears that something was moved or chosen, on the same screen.
    fn is_answered(&self, now: &Ear, cause: TurnCause, effects: &[Effect]) -> bool {
        let is_menu = now.attempt.is_none();
        let flow = |ear: &Ear| ear.attempt.map(|moment| moment.flow);
        match cause {
            TurnCause::Time | TurnCause::Other => false,
            TurnCause::Moved if is_menu => true,
            TurnCause::Moved | TurnCause::Hand => {
                let is_saved = effects.iter().any(|effect| matches!(effect, Effect::SaveSettings(_)));
                is_saved || self.choices != now.choices || flow(self) != flow(now)
            }
        }
    }
}

impl AttemptMoment {
    fn of(screen: &Screen, attempt: &Attempt) -> AttemptMoment {
        let (passes, refused) = match screen {
            Screen::Play(play) => (play.does_time_pass(), play.has_refused()),
            _ => (false, false),
        };
        AttemptMoment {
            step: attempt.timeline.step(),
            orders: attempt.timeline.branch().orders().len(),
            flow: if passes { BoardTime::Passes } else { BoardTime::Stands },
            refusal: if refused { Refused::Yes } else { Refused::No },
        }
    }
}

/// What happened in a step, if anything is heard of it.
fn step(events: &[Event], attempt: &Attempt) -> Option<Heard> {
    let world = attempt.world();
    let (width, height) = (world.width(), world.height());
    (!events.is_empty()).then(|| Heard::Events { events: events.to_vec(), width, height })
}

impl Screen {
    /// The piece of music that plays here; none where a level has just ended, so that its end is heard.
    pub fn theme(&self) -> Option<Theme> {
        match self {
            Screen::Outcome(_) | Screen::Gallery(_) => None,
            Screen::Help(_, behind) => behind.theme(),
            Screen::Replays(list) => Some(theme_of(list.chosen())),
            screen => Some(screen.attempt().map_or(Theme::Burrow, |attempt| theme_of(&attempt.chosen))),
        }
    }
}

/// The piece of music of a level: the one that it names, or that of its set.
fn theme_of(chosen: &Chosen) -> Theme {
    let named = Theme::ALL.into_iter().find(|theme| theme.name() == chosen.level.music);
    // The first piece is that of the menus.
    let of_set = chosen.set().and_then(|set| Theme::ALL.get(set + 1).copied());
    named.or(of_set).unwrap_or(Theme::Meadow)
}
