//! Rabbit Escape's language for solutions: actions in order, with waits between.
//!
//! ```text
//! solution := command { ";" command }
//! command  := [ action ] { "&" [ action ] }
//! action   := wait | until | assert | select | place
//! wait     := digits                                       wait for this many steps
//! until    := "until:" state                               wait until the world is in that state
//! assert   := "WON" | "LOST" | "RUNNING" | "PAUSED"        the world must be in that state now
//! select   := "bash" | "dig" | … | "brolly"                select the kind of token to place
//! place    := "(" digits "," digits ")"                    place a token in that cell
//! ```
//!
//! Actions joined by `&` happen in one step. Every command takes at least one step; an empty one is a wait of one. A
//! wait must be alone in its command. At the end the level must be won, unless the last command asserts another state.

use std::fmt;
use std::str::FromStr;

use crate::level::{MOST_STEPS, nearest, plain};
use crate::sim::{Ability, Cell, Outcome};

/// A script: a solution as text, parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    pub commands: Vec<ScriptCommand>,
}

/// The actions of one step, or a wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptCommand {
    /// Not empty: a command without actions is a wait of one step.
    pub actions: Vec<ScriptAction>,
}

/// An action of a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScriptAction {
    /// For this many steps, not negative.
    Wait(i32),
    Until(Outcome),
    Assert(Outcome),
    Select(Ability),
    Place(Cell),
}

/// Why a text is not a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScriptFault {
    /// This text is not an action.
    InvalidAction(String),
    /// This command has a wait and other actions.
    WaitActionInMultiActionCommand(String),
    /// There are more than [`MOST_STEPS`] commands, and each takes a step.
    TooManyCommands,
}

impl FromStr for Script {
    type Err = ScriptFault;

    fn from_str(text: &str) -> Result<Script, ScriptFault> {
        if text.bytes().filter(|&byte| byte == b';').count() >= MOST_STEPS as usize {
            return Err(ScriptFault::TooManyCommands);
        }
        Ok(Script { commands: text.split(';').map(str::parse).collect::<Result<_, _>>()? })
    }
}

impl FromStr for ScriptCommand {
    type Err = ScriptFault;

    fn from_str(text: &str) -> Result<ScriptCommand, ScriptFault> {
        let words = text.split('&').filter(|word| !word.is_empty());
        let mut actions: Vec<ScriptAction> = words.map(str::parse).collect::<Result<_, _>>()?;
        if actions.is_empty() {
            actions.push(ScriptAction::Wait(1));
        }
        if actions.len() > 1 && actions.iter().any(|action| matches!(action, ScriptAction::Wait(_))) {
            return Err(ScriptFault::WaitActionInMultiActionCommand(text.to_owned()));
        }
        Ok(ScriptCommand { actions })
    }
}

impl FromStr for ScriptAction {
    type Err = ScriptFault;

    fn from_str(text: &str) -> Result<ScriptAction, ScriptFault> {
        let until = || text.strip_prefix("until:").and_then(outcome).map(ScriptAction::Until);
        number(text)
            .map(ScriptAction::Wait)
            .or_else(until)
            .or_else(|| outcome(text).map(ScriptAction::Assert))
            .or_else(|| Ability::from_name(text).map(ScriptAction::Select))
            .or_else(|| cell(text).map(ScriptAction::Place))
            .ok_or_else(|| ScriptFault::InvalidAction(text.to_owned()))
    }
}

/// A wait of one step is written as an empty command.
impl fmt::Display for Script {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, command) in self.commands.iter().enumerate() {
            write!(out, "{}{command}", if index > 0 { ";" } else { "" })?;
        }
        Ok(())
    }
}

impl fmt::Display for ScriptCommand {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [ScriptAction::Wait(1)] = self.actions[..] {
            return Ok(());
        }
        for (index, action) in self.actions.iter().enumerate() {
            write!(out, "{}{action}", if index > 0 { "&" } else { "" })?;
        }
        Ok(())
    }
}

impl fmt::Display for ScriptAction {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ScriptAction::Wait(steps) => write!(out, "{steps}"),
            ScriptAction::Until(outcome) => write!(out, "until:{}", outcome_name(*outcome)),
            ScriptAction::Assert(outcome) => out.write_str(outcome_name(*outcome)),
            ScriptAction::Select(ability) => out.write_str(ability.name()),
            ScriptAction::Place(cell) => write!(out, "({},{})", cell.x, cell.y),
        }
    }
}

impl fmt::Display for ScriptFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ScriptFault::InvalidAction(text) => write!(out, "cannot read solution: `{}` is no action", plain(text)),
            ScriptFault::TooManyCommands => write!(out, "cannot read solution: more than {MOST_STEPS} commands"),
            ScriptFault::WaitActionInMultiActionCommand(text) => {
                write!(out, "cannot read solution: in `{}` a wait shares its command with other actions", plain(text))
            }
        }
    }
}

impl std::error::Error for ScriptFault {}

impl ScriptFault {
    /// The action that was meant, if one is near.
    ///
    /// ```
    /// use leveret::play::ScriptFault;
    ///
    /// let meant = |text: &str| ScriptFault::InvalidAction(text.to_owned()).meant();
    /// assert_eq!(meant("dgi").as_deref(), Some("dig"));
    /// assert_eq!(meant(" until:won").as_deref(), Some("until:WON"));
    /// assert_eq!(meant("4, 1").as_deref(), Some("(4,1)"));
    /// assert_eq!(meant("jump"), None);
    /// ```
    pub fn meant(&self) -> Option<String> {
        let ScriptFault::InvalidAction(text) = self else { return None };
        let bare: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '"' | '\'')).collect();
        let is_action = |text: &String| text.parse::<ScriptAction>().is_ok();
        let states = OUTCOMES.map(outcome_name);
        let untils = states.map(|state| format!("until:{state}"));
        let words = Ability::ALL.iter().map(|ability| ability.name()).chain(states);
        let near = || nearest(&bare, words.chain(untils.iter().map(String::as_str))).map(str::to_owned);
        [bare.clone(), format!("({bare})")].into_iter().find(is_action).or_else(near)
    }
}

const OUTCOMES: [Outcome; 4] = [Outcome::Running, Outcome::Paused, Outcome::Won, Outcome::Lost];

/// The word for it in scripts and traces.
pub(super) const fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Running => "RUNNING",
        Outcome::Paused => "PAUSED",
        Outcome::Won => "WON",
        Outcome::Lost => "LOST",
    }
}

/// A number of digits only: no sign, no spaces.
fn number(text: &str) -> Option<i32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn outcome(text: &str) -> Option<Outcome> {
    OUTCOMES.into_iter().find(|&outcome| outcome_name(outcome) == text)
}

fn cell(text: &str) -> Option<Cell> {
    let (x, y) = text.strip_prefix('(')?.strip_suffix(')')?.split_once(',')?;
    Some(Cell::new(number(x)?, number(y)?))
}
