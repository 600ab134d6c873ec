//! Replays played again, many at once: whether each ends as it says, and if not, where it parts.

use std::fmt;

use super::many::{Panicked, many};
use crate::level::{Ending, Level, plain};
use crate::play::{Fingerprint, LevelMatch, Parting, PartingReason, Replay, ReplayFault};

/// What became of a replay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReplayVerdict {
    /// The level is won, as the replay says.
    Won(PlayedReplay),
    /// The level is lost, as the replay says.
    Lost(PlayedReplay),
    /// The level runs on, as the replay says.
    RunsOn(PlayedReplay),
    /// The play goes another way than the replay says.
    Differs(PlayedReplay, Parting),
    /// Playing on takes more work than it may: how the replay ends is not known.
    TooLong(PlayedReplay, Parting),
    /// There is only another version of the level. Where the play parts there, if it does.
    LevelChanged(PlayedReplay, Option<Parting>),
    LevelUnknown,
    Damaged(ReplayFault),
    /// The replay could not be read or played; with the cause.
    Failed(String),
}

/// The kind of a verdict, in the order in which they are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReplayVerdictKind {
    Won,
    Lost,
    RunsOn,
    Differs,
    TooLong,
    LevelChanged,
    LevelUnknown,
    Damaged,
    Failed,
}

/// A replay in a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlayedReplay {
    /// The level's name.
    pub level: String,
    /// Steps and orders up to the end, or up to where it parts.
    pub steps: u32,
    pub orders: usize,
}

impl ReplayVerdict {
    pub const fn kind(&self) -> ReplayVerdictKind {
        match self {
            ReplayVerdict::Won(_) => ReplayVerdictKind::Won,
            ReplayVerdict::Lost(_) => ReplayVerdictKind::Lost,
            ReplayVerdict::RunsOn(_) => ReplayVerdictKind::RunsOn,
            ReplayVerdict::Differs(..) => ReplayVerdictKind::Differs,
            ReplayVerdict::TooLong(..) => ReplayVerdictKind::TooLong,
            ReplayVerdict::LevelChanged(..) => ReplayVerdictKind::LevelChanged,
            ReplayVerdict::LevelUnknown => ReplayVerdictKind::LevelUnknown,
            ReplayVerdict::Damaged(_) => ReplayVerdictKind::Damaged,
            ReplayVerdict::Failed(_) => ReplayVerdictKind::Failed,
        }
    }

    /// Whether the replay was played in its own level, and ended as it says.
    pub const fn is_as_said(&self) -> bool {
        matches!(self, ReplayVerdict::Won(_) | ReplayVerdict::Lost(_) | ReplayVerdict::RunsOn(_))
    }
}

impl ReplayVerdictKind {
    pub const ALL: [ReplayVerdictKind; 9] = [
        ReplayVerdictKind::Won,
        ReplayVerdictKind::Lost,
        ReplayVerdictKind::RunsOn,
        ReplayVerdictKind::Differs,
        ReplayVerdictKind::TooLong,
        ReplayVerdictKind::LevelChanged,
        ReplayVerdictKind::LevelUnknown,
        ReplayVerdictKind::Damaged,
        ReplayVerdictKind::Failed,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            ReplayVerdictKind::Won => "won",
            ReplayVerdictKind::Lost => "lost",
            ReplayVerdictKind::RunsOn => "runs on",
            ReplayVerdictKind::Differs => "differs",
            ReplayVerdictKind::TooLong => "too long",
            ReplayVerdictKind::LevelChanged => "level changed",
            ReplayVerdictKind::LevelUnknown => "level unknown",
            ReplayVerdictKind::Damaged => "damaged",
            ReplayVerdictKind::Failed => "failed",
        }
    }
}

/// Plays the replays in those of the levels that fit them; at most `workers` at once. `done` is called after each with
/// the number of replays done so far. The verdicts come in the order of the replays.
pub fn verify<'a>(
    replays: &[Result<Replay, ReplayFault>],
    levels: impl IntoIterator<Item = &'a Level>,
    workers: usize,
    done: impl Fn(usize) + Sync,
) -> Vec<ReplayVerdict> {
    let levels: Vec<(Fingerprint, &Level)> = levels.into_iter().map(|level| (Fingerprint::of(level), level)).collect();
    let verdict = |replay: &Result<Replay, ReplayFault>| match replay {
        Ok(replay) => match replay.level.best(levels.iter().copied()) {
            Some((fit, level)) => verdict(replay, level, fit),
            None => ReplayVerdict::LevelUnknown,
        },
        Err(fault) => ReplayVerdict::Damaged(fault.clone()),
    };
    let verdicts = many(replays, workers, verdict, done);
    let failed = |Panicked(message)| ReplayVerdict::Failed(format!("the program failed: {}", plain(&message)));
    verdicts.into_iter().map(|verdict| verdict.unwrap_or_else(failed)).collect()
}

fn verdict(replay: &Replay, level: &Level, fit: LevelMatch) -> ReplayVerdict {
    let replayed = replay.play(level);
    let (steps, orders) = (replayed.player.step(), replayed.player.orders().len());
    let played = PlayedReplay { level: level.name.clone(), steps, orders };
    match (fit, replayed.parting, replay.ends) {
        (LevelMatch::Changed, parting, _) => ReplayVerdict::LevelChanged(played, parting),
        (LevelMatch::Same, Some(parting), _) => match parting.reason {
            PartingReason::TooLong => ReplayVerdict::TooLong(played, parting),
            _ => ReplayVerdict::Differs(played, parting),
        },
        (LevelMatch::Same, None, Some(Ending::Won)) => ReplayVerdict::Won(played),
        (LevelMatch::Same, None, Some(Ending::Lost)) => ReplayVerdict::Lost(played),
        (LevelMatch::Same, None, None) => ReplayVerdict::RunsOn(played),
    }
}

impl fmt::Display for ReplayVerdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind().name())?;
        match self {
            ReplayVerdict::Won(played) | ReplayVerdict::Lost(played) | ReplayVerdict::RunsOn(played) => {
                write!(f, ": {played}")
            }
            ReplayVerdict::Differs(PlayedReplay { level, .. }, parting)
            | ReplayVerdict::TooLong(PlayedReplay { level, .. }, parting)
            | ReplayVerdict::LevelChanged(PlayedReplay { level, .. }, Some(parting)) => {
                write!(f, ": `{}`, {parting}", plain(level))
            }
            ReplayVerdict::LevelChanged(played, None) => write!(f, ": {played}, as in its own version"),
            ReplayVerdict::LevelUnknown => f.write_str(": name the level, or a folder with it, with --level"),
            ReplayVerdict::Damaged(fault) => write!(f, ": {fault}"),
            ReplayVerdict::Failed(cause) => write!(f, ": {cause}"),
        }
    }
}

impl fmt::Display for PlayedReplay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = |count: u64, what: &str| if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") };
        let (orders, steps) = (count(self.orders as u64, "order"), count(self.steps.into(), "step"));
        write!(f, "`{}` with {orders} in {steps}", plain(&self.level))
    }
}
