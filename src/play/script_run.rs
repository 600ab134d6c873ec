//! Running a script on a world.

use super::time_steps::{InstantAction, TimeStep, TimeSteps};
use super::{Halt, Player, Playthrough, Reason, Script, SolutionFailure};
use crate::level::{MOST_STEPS, MOST_WORK};
use crate::sim::{Ability, Order, Refusal, World};

impl Script {
    /// Plays the script on a world.
    pub fn play(&self, world: World) -> Playthrough {
        self.play_within(MOST_WORK, world)
    }

    /// Plays the script, and fails when it takes more work than this, in the unit of [`World::work`].
    pub fn play_within(&self, work: u64, world: World) -> Playthrough {
        let mut run = ScriptRun { player: Player::new(world).bounded(MOST_STEPS, work), selected: None };
        let failure = run.run(self).err();
        Playthrough::of(run.player, failure)
    }
}

struct ScriptRun {
    player: Player,
    /// The kind of token to place.
    selected: Option<Ability>,
}

impl ScriptRun {
    fn run(&mut self, script: &Script) -> Result<(), SolutionFailure> {
        let mut time_steps = TimeSteps::new(script);
        let mut current = time_steps.next(self.player.world().outcome())?;
        while let Some(now) = current {
            let next = time_steps.next(self.player.world().outcome())?;
            self.carry_out(&now, next.as_ref()).map_err(|reason| SolutionFailure { command: now.command, reason })?;
            current = next;
        }
        Ok(())
    }

    /// The actions of a time step, and the step of the world after it if the script goes on.
    fn carry_out(&mut self, now: &TimeStep, next: Option<&TimeStep>) -> Result<(), Reason> {
        now.actions.iter().try_for_each(|action| self.act(*action))?;
        next.map_or(Ok(()), |next| self.advance(next))
    }

    fn act(&mut self, action: InstantAction) -> Result<(), Reason> {
        match action {
            InstantAction::Select(ability) => self.selected = Some(ability),
            InstantAction::Place(cell) => {
                let ability = self.selected.ok_or(Refusal::NotOffered)?;
                self.player.order(Order::Place(ability, cell))?;
            }
            InstantAction::Assert(expected) => {
                let found = self.player.world().outcome();
                if found != expected {
                    return Err(Reason::wrong_end(expected, found));
                }
            }
        }
        Ok(())
    }

    /// A level that is over makes no steps: only an assertion may follow then, or waiting.
    fn advance(&mut self, next: &TimeStep) -> Result<(), Reason> {
        let is_over = matches!(self.player.halt(), Some(Halt::Over(_)));
        match next.actions[..] {
            [InstantAction::Assert(_)] if is_over => return Ok(()),
            [_, ..] if is_over => return Err(Reason::RanPastEnd),
            _ if self.player.is_overworked() => return Err(Reason::TooMuchWork),
            _ if self.player.is_spent() => return Err(if is_over { Reason::WaitsTooLong } else { Reason::TooLong }),
            _ => {}
        }
        self.player.advance();
        Ok(())
    }
}
