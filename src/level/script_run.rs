//! Playing a solution: what its commands come to, step by step, and whether they hold.
//!
//! A solution is read one time step ahead of the world: whether there is a step after this one, and what is done in it,
//! is settled before this one is carried out. Two things follow that are part of the language. An `until` notices the
//! end of a level one step late, and asserts it just after the step that ended it. And waiting on when a level is over
//! does no harm, while doing anything else then is an error.

use std::fmt;

use super::script::{Action, Command, Script};
use super::trace::outcome_name;
use super::{At, Level, MOST_STEPS, Solution};
use crate::sim::{Ability, Event, Order, Outcome, Refusal, World};

/// How the play of a solution went.
#[derive(Debug, Clone)]
pub struct Play {
    /// What it ordered, and the world obeyed.
    pub orders: Vec<At>,
    /// Steps that the world made.
    pub steps: u32,
    /// The world as it was left.
    pub world: World,
    /// Why the solution does not work as it is written, if so.
    pub failure: Option<Failure>,
}

/// Why a solution does not work, and in which of its commands, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failure {
    pub command: usize,
    pub reason: Reason,
}

/// What can go wrong with a solution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It does something when the level is over already.
    RanPastEnd,
    DidNotWin(Outcome),
    UnexpectedState {
        expected: Outcome,
        found: Outcome,
    },
    /// There is a block where it wants to place a token.
    FailedToPlaceToken,
    UsedRunOutAbility,
    UsedMissingAbility,
    PlacedTokenOutsideWorld,
    /// The state that it waits for does not come.
    UntilActionNeverEnded,
    /// It waits on and on in a world that never ends.
    TooLong,
}

/// Why a solution gives no orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SolutionError {
    Unreadable(super::ScriptFault),
    Failed(Failure),
}

/// Steps that an `until` waits at most, but for one.
const UNTIL_STEPS: u32 = 1000;

impl Solution {
    /// What the solution orders, and when, earlier orders first. A script is run on the level to find out.
    ///
    /// # Errors
    /// The script cannot be read, or does not work on this level.
    pub fn orders(&self, level: &Level) -> Result<Vec<At>, SolutionError> {
        match self {
            Solution::Orders { orders, .. } => Ok(orders.clone()),
            Solution::Script(text) => {
                let script: Script = text.parse().map_err(SolutionError::Unreadable)?;
                let play = script.play(level.world());
                play.failure.map_or(Ok(play.orders), |failure| Err(SolutionError::Failed(failure)))
            }
        }
    }
}

impl Script {
    /// Plays the solution on a world.
    pub fn play(&self, world: World) -> Play {
        let mut play = Play { orders: Vec::new(), steps: 0, world, failure: None };
        play.failure = play.run(self).err();
        play
    }
}

impl Play {
    fn run(&mut self, script: &Script) -> Result<(), Failure> {
        let mut reader = Reader::new(script);
        let mut events = Vec::new();
        let mut selected = None;
        let mut step = reader.next(self.world.outcome())?;
        while let Some(now) = step {
            let next = reader.next(self.world.outcome())?;
            let fail = |reason| Failure { command: now.command, reason };
            for &deed in &now.deeds {
                self.carry_out(deed, &mut selected).map_err(fail)?;
            }
            if let Some(next) = &next {
                self.advance(next, &mut events).map_err(fail)?;
            }
            step = next;
        }
        Ok(())
    }

    fn carry_out(&mut self, deed: Deed, selected: &mut Option<Ability>) -> Result<(), Reason> {
        match deed {
            Deed::Select(ability) => *selected = Some(ability),
            Deed::Place(cell) => {
                let order = Order::Place(selected.ok_or(Reason::UsedMissingAbility)?, cell);
                self.world.order(order).map_err(Reason::from)?;
                self.orders.push(At { step: self.steps, order });
            }
            Deed::Assert(expected) => {
                let found = self.world.outcome();
                if found != expected {
                    let won = Outcome::Won;
                    let unexpected = Reason::UnexpectedState { expected, found };
                    return Err(if expected == won { Reason::DidNotWin(found) } else { unexpected });
                }
            }
        }
        Ok(())
    }

    /// The step of the world between two time steps of the solution. A world that is over stays as it is, and only an
    /// assertion may follow then, or more waiting.
    fn advance(&mut self, next: &TimeStep, events: &mut Vec<Event>) -> Result<(), Reason> {
        if self.world.outcome() != Outcome::Running && matches!(next.deeds[..], [Deed::Assert(_)]) {
            return Ok(());
        }
        if self.steps >= MOST_STEPS {
            return Err(Reason::TooLong);
        }
        events.clear();
        match self.world.step(events) {
            Ok(()) => self.steps += 1,
            Err(_) if next.deeds.is_empty() => {}
            Err(_) => return Err(Reason::RanPastEnd),
        }
        Ok(())
    }
}

/// What a solution does in one time step.
struct TimeStep {
    /// The number of its command, from 1.
    command: usize,
    deeds: Vec<Deed>,
}

/// An action that takes no time.
#[derive(Clone, Copy)]
enum Deed {
    Select(Ability),
    Place(crate::sim::Cell),
    Assert(Outcome),
}

/// Makes time steps of commands.
struct Reader<'a> {
    script: &'a Script,
    /// Commands read so far.
    command: usize,
    /// Empty time steps still to come of a wait.
    wait: i64,
    /// The state waited for, and the steps it took so far.
    until: Option<(Outcome, u32)>,
    /// Whether the end is still to be asserted.
    asserts_end: bool,
}

impl Reader<'_> {
    fn new(script: &Script) -> Reader<'_> {
        let asserts_end =
            !matches!(script.commands.last(), Some(Command { actions }) if matches!(actions[..], [Action::Assert(_)]));
        Reader { script, command: 0, wait: 0, until: None, asserts_end }
    }

    /// The next time step, if there is one, for a world in that state.
    fn next(&mut self, outcome: Outcome) -> Result<Option<TimeStep>, Failure> {
        if self.wait > 0 {
            self.wait -= 1;
            return Ok(Some(self.time_step(Vec::new())));
        }
        if let Some((expected, steps)) = &mut self.until {
            if outcome != Outcome::Running {
                let assertion = Deed::Assert(*expected);
                self.until = None;
                self.asserts_end = false;
                return Ok(Some(self.time_step(vec![assertion])));
            }
            if *steps > UNTIL_STEPS {
                return Err(Failure { command: self.command, reason: Reason::UntilActionNeverEnded });
            }
            *steps += 1;
            return Ok(Some(self.time_step(Vec::new())));
        }
        let Some(command) = self.script.commands.get(self.command) else {
            self.command += 1;
            let asserts = std::mem::take(&mut self.asserts_end);
            return Ok(asserts.then(|| self.time_step(vec![Deed::Assert(Outcome::Won)])));
        };
        self.command += 1;
        let deeds = command.actions.iter().filter_map(|&action| self.begin(action, outcome)).collect();
        self.wait = (self.wait - 1).max(0);
        Ok(Some(self.time_step(deeds)))
    }

    /// Does what an action means for the time steps to come, and returns what it means for this one.
    fn begin(&mut self, action: Action, outcome: Outcome) -> Option<Deed> {
        match action {
            Action::Wait(steps) => {
                self.wait += i64::from(steps);
                None
            }
            Action::Until(expected) if outcome == Outcome::Running => {
                self.until = Some((expected, 0));
                None
            }
            Action::Until(expected) => {
                self.asserts_end = false;
                Some(Deed::Assert(expected))
            }
            Action::Assert(expected) => Some(Deed::Assert(expected)),
            Action::Select(ability) => Some(Deed::Select(ability)),
            Action::Place(cell) => Some(Deed::Place(cell)),
        }
    }

    fn time_step(&self, deeds: Vec<Deed>) -> TimeStep {
        TimeStep { command: self.command, deeds }
    }
}

impl From<Refusal> for Reason {
    fn from(refusal: Refusal) -> Reason {
        match refusal {
            Refusal::NotOffered => Reason::UsedMissingAbility,
            Refusal::NoneLeft => Reason::UsedRunOutAbility,
            Refusal::Outside => Reason::PlacedTokenOutsideWorld,
            Refusal::FlatBlock => Reason::FailedToPlaceToken,
        }
    }
}

impl Reason {
    /// The word for it in traces.
    pub const fn name(self) -> &'static str {
        match self {
            Reason::RanPastEnd => "RanPastEnd",
            Reason::DidNotWin(_) => "DidNotWin",
            Reason::UnexpectedState { .. } => "UnexpectedState",
            Reason::FailedToPlaceToken => "FailedToPlaceToken",
            Reason::UsedRunOutAbility => "UsedRunOutAbility",
            Reason::UsedMissingAbility => "UsedMissingAbility",
            Reason::PlacedTokenOutsideWorld => "PlacedTokenOutsideWorld",
            Reason::UntilActionNeverEnded => "UntilActionNeverEnded",
            Reason::TooLong => "TooLong",
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "cannot go on with command {} of the solution: {}", self.command, self.reason)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Reason::RanPastEnd => out.write_str("the level is over already"),
            Reason::DidNotWin(found) => write!(out, "the level is not won, but {}", outcome_name(found)),
            Reason::UnexpectedState { expected, found } => {
                write!(out, "the level is not {}, but {}", outcome_name(expected), outcome_name(found))
            }
            Reason::FailedToPlaceToken => out.write_str("the cell holds a block"),
            Reason::UsedRunOutAbility => out.write_str("no such token is left"),
            Reason::UsedMissingAbility => out.write_str("the level has no such tokens"),
            Reason::PlacedTokenOutsideWorld => out.write_str("the cell lies outside the world"),
            Reason::UntilActionNeverEnded => write!(out, "the level runs on after {UNTIL_STEPS} steps"),
            Reason::TooLong => write!(out, "the level runs on after {MOST_STEPS} steps"),
        }
    }
}

impl std::error::Error for Failure {}

impl fmt::Display for SolutionError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SolutionError::Unreadable(fault) => fault.fmt(out),
            SolutionError::Failed(failure) => failure.fmt(out),
        }
    }
}

impl std::error::Error for SolutionError {}
