//! The solutions of a level, played.

use super::account;
use super::remark::Remark;
use super::report::{FailedSolution, PlayedSolution, SolutionError};
use crate::level::{At, LevelFile, MOST_WORK, Solution, Spot, TextSpan};
use crate::play::{Playthrough, Reason, ScriptFault, SolutionFailure};
use crate::sim::{Ability, Order};

/// Solutions share the work that a level may take; the last ones may have none left.
pub(super) fn played_solutions(file: &LevelFile) -> Vec<PlayedSolution> {
    let mut work = MOST_WORK;
    let solutions = file.level.solutions.iter().enumerate();
    solutions.map(|(index, solution)| played_solution(file, index, solution, &mut work)).collect()
}

fn played_solution(file: &LevelFile, index: usize, solution: &Solution, work: &mut u64) -> PlayedSolution {
    let whole = file.span(Spot::Solution(index));
    let unplayed = |error, span, words: &str| PlayedSolution {
        outcome: file.level.outcome(),
        steps: 0,
        used: Kinds::default(),
        failure: Some(FailedSolution { error, remark: Remark::new(file, span, words) }),
    };
    if *work == 0 {
        let error = SolutionFailure { command: 0, reason: Reason::TooMuchWork };
        return unplayed(SolutionError::Failed(error), whole, "the solutions before it have taken all the time");
    }
    match solution.play_within(*work, &file.level) {
        Ok(played) => {
            *work = work.saturating_sub(played.work);
            let failure = played.failure.map(|failure| failed(file, index, failure, &played, work));
            PlayedSolution {
                outcome: played.world.outcome(),
                steps: played.steps,
                used: kinds_placed(&played.orders),
                failure,
            }
        }
        Err(fault) => {
            let advice = fault.meant().map_or(String::new(), |meant| format!("; did you mean `{meant}`?"));
            let span = unread_action(file, whole, &fault).unwrap_or(whole);
            unplayed(SolutionError::Unreadable(fault), span, &format!("nothing was played{advice}"))
        }
    }
}

/// Where a script has the action that is none; nowhere if it is scrambled.
fn unread_action(file: &LevelFile, script: TextSpan, fault: &ScriptFault) -> Option<TextSpan> {
    let ScriptFault::InvalidAction(action) = fault else { return None };
    let written = file.written(script);
    let is_whole = |at: &usize| {
        let is_end = |c: char| matches!(c, ';' | '&' | '"');
        written[..*at].chars().next_back().is_none_or(is_end)
            && written[at + action.len()..].chars().next().is_none_or(is_end)
    };
    let at = written.match_indices(action.as_str()).map(|(at, _)| at).find(is_whole)?;
    Some(TextSpan::new(script.start + at, script.start + at + action.len()))
}

/// What went wrong, where the file says it, and what happened until then. That is played again if there is work left.
fn failed(
    file: &LevelFile,
    index: usize,
    failure: SolutionFailure,
    played: &Playthrough,
    work: &mut u64,
) -> FailedSolution {
    let words = if played.work <= *work {
        *work -= played.work;
        account::account(&file.level, played)
    } else {
        account::saved(played)
    };
    let remark = Remark::new(file, file.span(spot(file, index, failure)), &words);
    FailedSolution { error: SolutionError::Failed(failure), remark }
}

/// The part of the solution that went wrong.
fn spot(file: &LevelFile, solution: usize, failure: SolutionFailure) -> Spot {
    let order = Spot::Order { solution, order: failure.command.saturating_sub(1) };
    match failure.reason {
        Reason::DidNotWin(_) | Reason::UnexpectedState { .. } => match file.level.solutions[solution] {
            Solution::Orders { .. } => Spot::Ends(solution),
            Solution::Script(_) => order,
        },
        Reason::RanPastEnd | Reason::Refused(_) | Reason::UntilActionNeverEnded | Reason::WaitsTooLong => order,
        Reason::TooLong | Reason::TooMuchWork => Spot::Solution(solution),
    }
}

/// Tokens placed, by the order of [`Ability::ALL`].
pub type Kinds = [u32; Ability::COUNT];

/// How many tokens the orders place. The level's own tokens, which lie on its map, are not counted.
pub(super) fn kinds_placed(orders: &[At]) -> Kinds {
    let mut kinds = Kinds::default();
    for at in orders {
        match at.order {
            Order::Place(ability, _) => kinds[ability as usize] += 1,
            Order::ExplodeAll => {}
        }
    }
    kinds
}
