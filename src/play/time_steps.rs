//! The time steps of a script: when each of its actions is due.
//!
//! A script is read one time step ahead of the world: whether there is a step after this one, and what is done in it,
//! is decided before this one is carried out. Two rules of the language follow. An `until` notices the end of a level
//! one step late, and asserts it just after the step that ended it. And waiting after the end of a level is allowed,
//! while any other action after it is an error.

use super::playthrough::{Reason, SolutionFailure, UNTIL_STEPS};
use super::script::{Script, ScriptAction};
use crate::sim::{Ability, Cell, Outcome};

/// What a script does between two steps of the world.
pub(super) struct TimeStep {
    /// The number of its command, from 1.
    pub command: usize,
    pub actions: Vec<InstantAction>,
}

/// An action that takes no time.
#[derive(Clone, Copy)]
pub(super) enum InstantAction {
    Select(Ability),
    Place(Cell),
    Assert(Outcome),
}

/// Turns commands into time steps.
pub(super) struct TimeSteps<'a> {
    script: &'a Script,
    /// Commands read so far.
    command: usize,
    /// Empty time steps still to come of a wait.
    wait: i64,
    /// The state waited for, and the steps waited so far.
    until: Option<(Outcome, u32)>,
    /// Whether a last time step asserts that the level is won.
    asserts_win: bool,
}

impl TimeSteps<'_> {
    pub(super) fn new(script: &Script) -> TimeSteps<'_> {
        let last = script.commands.last().map(|command| &command.actions[..]);
        let asserts_win = !matches!(last, Some([ScriptAction::Assert(_)]));
        TimeSteps { script, command: 0, wait: 0, until: None, asserts_win }
    }

    /// The next time step, for a world in that state; none at the end of the script.
    pub(super) fn next(&mut self, outcome: Outcome) -> Result<Option<TimeStep>, SolutionFailure> {
        if self.wait > 0 {
            self.wait -= 1;
            return Ok(Some(self.time_step(Vec::new())));
        }
        if let Some((expected, steps)) = &mut self.until {
            if outcome != Outcome::Running {
                let assertion = InstantAction::Assert(*expected);
                self.until = None;
                self.asserts_win = false;
                return Ok(Some(self.time_step(vec![assertion])));
            }
            if *steps > UNTIL_STEPS {
                return Err(SolutionFailure { command: self.command, reason: Reason::UntilActionNeverEnded });
            }
            *steps += 1;
            return Ok(Some(self.time_step(Vec::new())));
        }
        let Some(command) = self.script.commands.get(self.command) else {
            self.command += 1;
            let asserts_win = std::mem::take(&mut self.asserts_win);
            return Ok(asserts_win.then(|| self.time_step(vec![InstantAction::Assert(Outcome::Won)])));
        };
        self.command += 1;
        let actions = command.actions.iter().filter_map(|&action| self.begin(action, outcome)).collect();
        self.wait = (self.wait - 1).max(0);
        Ok(Some(self.time_step(actions)))
    }

    /// Notes what an action means for later time steps, and returns what it does in this one.
    fn begin(&mut self, action: ScriptAction, outcome: Outcome) -> Option<InstantAction> {
        match action {
            ScriptAction::Wait(steps) => {
                self.wait += i64::from(steps);
                None
            }
            ScriptAction::Until(expected) if outcome == Outcome::Running => {
                self.until = Some((expected, 0));
                None
            }
            ScriptAction::Until(expected) => {
                self.asserts_win = false;
                Some(InstantAction::Assert(expected))
            }
            ScriptAction::Assert(expected) => Some(InstantAction::Assert(expected)),
            ScriptAction::Select(ability) => Some(InstantAction::Select(ability)),
            ScriptAction::Place(cell) => Some(InstantAction::Place(cell)),
        }
    }

    fn time_step(&self, actions: Vec<InstantAction>) -> TimeStep {
        TimeStep { command: self.command, actions }
    }
}
