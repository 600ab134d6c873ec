//! `leveret simulate`: plays a level without a picture.

use std::path::{Path, PathBuf};

use clap::Args;

use super::output::{self, PipeEnd};
use super::{Failure, replay};
use crate::level::{At, Level, MOST_STEPS, plain_path, read_text};
use crate::play::{Parting, Player, Reason, Replay, Trace, read_orders};
use crate::sim::{Outcome, World};

/// Play a level without graphics and print how it ends
///
/// With --trace every step is printed, one record per line:
///
///   @trace 1, @level, @play, @mode, @size, @rabbits, @delay   the header
///   c place KIND X Y [fail REASON] | c explode_all            an order, before the next step
///   S N STATE SAVED KILLED WAITING                            the world after N steps; then, if changed:
///   A bash=3 dig=0                                            tokens left, of each kind that the level offers
///   G, then |ROW for each row, then g X Y BLOCKS              the oldest block of each cell; cells with several
///   W N, then w Y X:AMOUNT ...                                the cells that hold water
///   T N, then t KIND X Y STATE                                tokens, fires, pipes, entrances and exits
///   r INDEX X Y DIRECTION ON_SLOPE STATE MEMORY ...           every rabbit, changed or not (b: a rabbot)
///   E STATE STEPS SAVED KILLED WAITING VERDICT                the end
///
/// A state is what the rabbit does next, from its cell. MEMORY lists only what differs from a rabbit at rest:
/// hop (lifted one cell to bash from a slope), blk (is a blocker), bt=UP|DOWN_UP bb=N sb=N (kind of plank, planks and
/// small steps left), bro (has a brolly), clm (is a climber), ca (is on a wall), bs=N ds=N (steps of bashing and of
/// digging left), fh=N (cells fallen so far).
///
/// An orders file has one order per line, `STEP place KIND X Y` or `STEP explode_all`, given after STEP steps.
/// Blank lines and lines that start with # are ignored.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct Simulate {
    /// Level file
    level: PathBuf,

    /// Play this solution of the level, counted from 1
    #[arg(long, value_name = "N", conflicts_with = "orders")]
    solution: Option<usize>,

    /// Play the orders in this file
    #[arg(long, value_name = "FILE")]
    orders: Option<PathBuf>,

    /// Play this replay, or the first one in this file
    #[arg(long, value_name = "REPLAY", conflicts_with_all = ["solution", "orders"])]
    replay: Option<String>,

    /// Stop after N steps [default: at the end of the level]
    #[arg(long, value_name = "N")]
    steps: Option<u32>,

    /// Print every step
    #[arg(long)]
    trace: bool,

    /// Print what was played as a solution, as it stands in a level file
    #[arg(long, conflicts_with_all = ["trace", "steps"])]
    as_solution: bool,
}

/// Lines of a faulty orders file that are shown; of further ones only the number is.
const SHOWN_FAULTS: usize = 20;

/// Where the orders come from.
struct OrderSource {
    /// In a trace.
    name: String,
    orders: Vec<At>,
    /// Steps to make if the level does not end before; without a number, it must end.
    steps: Option<u32>,
    /// Why the solution or the replay does not work, if it is one and fails within these steps.
    failure: Option<OrderFailure>,
}

#[derive(Clone, Copy)]
enum OrderFailure {
    Solution(Reason),
    Parting(Parting),
}

impl OrderFailure {
    /// The word for it in traces.
    const fn name(self) -> &'static str {
        match self {
            OrderFailure::Solution(reason) => reason.name(),
            OrderFailure::Parting(_) => "Differs",
        }
    }
}

impl Simulate {
    pub fn run(&self) -> Result<(), Failure> {
        let level = Level::read(&self.level).map_err(Failure::run)?;
        let source = self.source(&level)?;
        match self.play(&level, &source)? {
            Some(player) => self.verdict(&source, player.world().outcome()),
            None => Ok(()),
        }
    }

    fn source(&self, level: &Level) -> Result<OrderSource, Failure> {
        match (self.solution, &self.orders, &self.replay) {
            (Some(number), ..) => self.solution(level, number),
            (None, Some(path), _) => self.orders(path),
            (None, None, Some(argument)) => self.replay(level, argument),
            (None, None, None) => {
                Ok(OrderSource { name: "idle".to_owned(), orders: Vec::new(), steps: self.steps, failure: None })
            }
        }
    }

    /// The solution is played once before, to learn where it ends: it may stop while the level runs on.
    fn solution(&self, level: &Level, number: usize) -> Result<OrderSource, Failure> {
        let played = super::played(level, &self.level, number)?;
        let steps = self.steps.map_or(played.steps, |steps| steps.min(played.steps));
        let failure =
            played.failure.filter(|_| steps == played.steps).map(|failure| OrderFailure::Solution(failure.reason));
        Ok(OrderSource { name: format!("solution {number}"), orders: played.orders, steps: Some(steps), failure })
    }

    /// The replay is played once before, to learn where it parts from what it says.
    fn replay(&self, level: &Level, argument: &str) -> Result<OrderSource, Failure> {
        let replay = replay::replay_for(level, &self.level, argument)?;
        let replayed = replay.play(level);
        let steps = self.steps.map_or(replayed.player.step(), |steps| steps.min(replayed.player.step()));
        let failure = replayed.parting.filter(|parting| parting.step <= steps).map(OrderFailure::Parting);
        Ok(OrderSource { name: "replay".to_owned(), orders: replay.orders, steps: Some(steps), failure })
    }

    fn orders(&self, path: &Path) -> Result<OrderSource, Failure> {
        let file = plain_path(path);
        let text = read_text(path).map_err(|cause| Failure::run(format!("could not read orders `{file}`: {cause}")))?;
        let orders = read_orders(&text).map_err(|faults| {
            let shown: String = faults.iter().take(SHOWN_FAULTS).map(|fault| format!("\n{file}:{fault}")).collect();
            let more = match faults.len().checked_sub(SHOWN_FAULTS) {
                None | Some(0) => String::new(),
                Some(more) => format!("\n… and {more} more"),
            };
            Failure::run(format!("could not read orders `{file}`{shown}{more}"))
        })?;
        Ok(OrderSource { name: format!("orders {file}"), orders, steps: self.steps, failure: None })
    }

    /// Plays, and prints the trace or the summary; none if its reader goes before the end.
    fn play(&self, level: &Level, source: &OrderSource) -> Result<Option<Player>, Failure> {
        let steps = source.steps.unwrap_or(MOST_STEPS);
        let mut player = Player::following(level.world(), source.orders.clone());
        if self.trace {
            let mut trace = Trace::new();
            let path = plain_path(&self.level);
            output::print(&trace.begin(level, &path, &source.name, player.world()))?;
            output::print(&trace.answers(player.answers()))?;
            while player.is_running() && player.step() < steps {
                player.advance();
                let step = trace.step(player.world()) + &trace.answers(player.answers());
                if output::print(&step)? == PipeEnd::Gone {
                    return Ok(None);
                }
            }
            output::print(&trace.end(player.world(), source.failure.map_or("ok", OrderFailure::name)))?;
        } else {
            player.advance_to(steps);
            let solution = Replay::of(level, &player).solution().filter(|_| self.as_solution);
            let printed = match solution {
                Some(solution) => solution.to_ron(),
                None => summary(player.world(), player.step()),
            };
            if output::print(&format!("{printed}\n"))? == PipeEnd::Gone {
                return Ok(None);
            }
        }
        Ok(Some(player))
    }

    fn verdict(&self, source: &OrderSource, outcome: Outcome) -> Result<(), Failure> {
        let file = plain_path(&self.level);
        match source.failure {
            Some(OrderFailure::Solution(reason)) => {
                return Err(Failure::run(format!("{} of `{file}` does not work: {}", source.name, reason.name())));
            }
            Some(OrderFailure::Parting(parting)) => {
                return Err(Failure::run(format!("the replay does not go on like this in `{file}`: {parting}")));
            }
            None => {}
        }
        if outcome == Outcome::Running && source.steps.is_none() {
            return Err(Failure::run(format!(
                "`{file}` does not end within {MOST_STEPS} steps: say how many to make with --steps"
            )));
        }
        Ok(())
    }
}

fn summary(world: &World, step: u32) -> String {
    let state = match world.outcome() {
        Outcome::Running => "running",
        Outcome::Paused => "paused",
        Outcome::Won => "won",
        Outcome::Lost => "lost",
    };
    format!(
        "{state} after {step} steps: {} saved of {} needed, {} killed, {} out, {} waiting",
        world.saved(),
        world.to_save(),
        world.killed(),
        world.out(),
        world.waiting()
    )
}
