//! Rabbit Escape's language for solutions: what to do in which order, with waits between.
//!
//! ```text
//! solution := command { ";" command }
//! command  := [ action ] { "&" [ action ] }
//! action   := wait | until | assert | select | place
//! wait     := digits                                       so many steps go by
//! until    := "until:" state                               steps go by until the world is in that state
//! assert   := "WON" | "LOST" | "RUNNING" | "PAUSED"        the world must be in that state now
//! select   := "bash" | "dig" | … | "brolly"                the kind of token to place from here on
//! place    := "(" digits "," digits ")"                    a token in that cell
//! ```
//!
//! Actions joined by `&` happen in one step; every command takes at least one, and an empty one is a wait of one. A
//! wait shares its command with nothing else. At the end the level must be won, unless the last command says otherwise.

use std::fmt;
use std::str::FromStr;

use super::trace::outcome_name;
use crate::sim::{Ability, Cell, Outcome};

/// A solution as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    pub commands: Vec<Command>,
}

/// What happens in one step, or a wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// Not empty: a command without actions is a wait of one step.
    pub actions: Vec<Action>,
}

/// One of the things a solution can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Not negative.
    Wait(i32),
    Until(Outcome),
    Assert(Outcome),
    Select(Ability),
    Place(Cell),
}

/// Why a text is no solution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScriptFault {
    /// This is no action.
    InvalidAction(String),
    /// A wait shares this command with other actions.
    WaitActionInMultiActionCommand(String),
}

impl FromStr for Script {
    type Err = ScriptFault;

    fn from_str(text: &str) -> Result<Script, ScriptFault> {
        Ok(Script { commands: text.split(';').map(str::parse).collect::<Result<_, _>>()? })
    }
}

impl FromStr for Command {
    type Err = ScriptFault;

    fn from_str(text: &str) -> Result<Command, ScriptFault> {
        let words = text.split('&').filter(|word| !word.is_empty());
        let mut actions: Vec<Action> = words.map(str::parse).collect::<Result<_, _>>()?;
        if actions.is_empty() {
            actions.push(Action::Wait(1));
        }
        if actions.len() > 1 && actions.iter().any(|action| matches!(action, Action::Wait(_))) {
            return Err(ScriptFault::WaitActionInMultiActionCommand(text.to_owned()));
        }
        Ok(Command { actions })
    }
}

impl FromStr for Action {
    type Err = ScriptFault;

    fn from_str(text: &str) -> Result<Action, ScriptFault> {
        let until = || text.strip_prefix("until:").and_then(outcome).map(Action::Until);
        number(text)
            .map(Action::Wait)
            .or_else(until)
            .or_else(|| outcome(text).map(Action::Assert))
            .or_else(|| Ability::from_name(text).map(Action::Select))
            .or_else(|| cell(text).map(Action::Place))
            .ok_or_else(|| ScriptFault::InvalidAction(text.to_owned()))
    }
}

/// A wait of one step is written as nothing at all.
impl fmt::Display for Script {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, command) in self.commands.iter().enumerate() {
            write!(out, "{}{command}", if place > 0 { ";" } else { "" })?;
        }
        Ok(())
    }
}

impl fmt::Display for Command {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [Action::Wait(1)] = self.actions[..] {
            return Ok(());
        }
        for (place, action) in self.actions.iter().enumerate() {
            write!(out, "{}{action}", if place > 0 { "&" } else { "" })?;
        }
        Ok(())
    }
}

impl fmt::Display for Action {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Action::Wait(steps) => write!(out, "{steps}"),
            Action::Until(outcome) => write!(out, "until:{}", outcome_name(*outcome)),
            Action::Assert(outcome) => out.write_str(outcome_name(*outcome)),
            Action::Select(ability) => out.write_str(ability.name()),
            Action::Place(cell) => write!(out, "({},{})", cell.x, cell.y),
        }
    }
}

impl fmt::Display for ScriptFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ScriptFault::InvalidAction(text) => write!(out, "cannot read solution: `{text}` is no action"),
            ScriptFault::WaitActionInMultiActionCommand(text) => {
                write!(out, "cannot read solution: in `{text}` a wait shares its command with other actions")
            }
        }
    }
}

impl std::error::Error for ScriptFault {}

/// A number of digits alone: no sign, no spaces.
fn number(text: &str) -> Option<i32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn outcome(text: &str) -> Option<Outcome> {
    let all = [Outcome::Running, Outcome::Paused, Outcome::Won, Outcome::Lost];
    all.into_iter().find(|&outcome| outcome_name(outcome) == text)
}

fn cell(text: &str) -> Option<Cell> {
    let (x, y) = text.strip_prefix('(')?.strip_suffix(')')?.split_once(',')?;
    Some(Cell::new(number(x)?, number(y)?))
}
