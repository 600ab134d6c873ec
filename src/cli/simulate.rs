//! `leveret simulate`: plays a level without a picture.

use std::path::PathBuf;

use clap::Args;
use indicatif::ProgressBar;

use super::output::{self, PipeEnd};
use super::step_list::StepList;
use super::{Failure, map_text, number, orders, replay};
use crate::level::{At, Level, MAX_SOLUTIONS, MOST_STEPS, MOST_WORK, plain_path};
use crate::play::{Halt, Parting, Player, Reason, Replay, Trace};
use crate::sim::World;

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
/// With --trace=STEPS the map is drawn after each of these steps: --trace=0,12,20..24
///
/// Orders are written as in a level, [At(4, dig, (6, 2)), At(90, ExplodeAll)], or one per line, `STEP place KIND X Y` or
/// `STEP explode_all`; there, blank lines and lines that start with # are ignored. Orders that are refused are named.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct Simulate {
    /// Level file
    level: PathBuf,

    /// Play this solution of the level, counted from 1
    #[arg(long, value_name = "N", value_parser = number::whole(1..=MAX_SOLUTIONS), conflicts_with = "orders")]
    solution: Option<usize>,

    /// Play the orders in this file; - is standard input
    #[arg(long, value_name = "FILE")]
    orders: Option<PathBuf>,

    /// Play this replay, or the first one in this file
    #[arg(long, value_name = "REPLAY", conflicts_with_all = ["solution", "orders"])]
    replay: Option<String>,

    /// Stop after N steps [default: at the end of the level]
    #[arg(long, value_name = "N", value_parser = number::whole(0..=MOST_STEPS))]
    steps: Option<u32>,

    /// Print every step; or draw the map after the STEPS named, such as 0,12,20..24
    #[arg(long, value_name = "STEPS", num_args = 0..=1, require_equals = true)]
    trace: Option<Option<StepList>>,

    /// Print what was played as a solution, as it stands in a level file
    #[arg(long, conflicts_with_all = ["trace", "steps"])]
    as_solution: bool,
}

/// The work that a level may take that must end by itself, in the unit of [`World::work`]: some ten seconds.
const WORK: u64 = 20 * MOST_WORK;

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
            Some(player) => self.verdict(&source, &player),
            None => Ok(()),
        }
    }

    fn source(&self, level: &Level) -> Result<OrderSource, Failure> {
        let given = |name: String, orders| OrderSource { name, orders, steps: self.steps, failure: None };
        match (self.solution, &self.orders, &self.replay) {
            (Some(number), ..) => self.solution(level, number),
            (None, Some(path), _) => Ok(given(format!("orders {}", plain_path(path)), orders::read(path, level)?)),
            (None, None, Some(argument)) => self.replay(level, argument),
            (None, None, None) => Ok(given("idle".to_owned(), Vec::new())),
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

    /// Plays, and prints what was asked for; none if its reader goes before the end.
    fn play(&self, level: &Level, source: &OrderSource) -> Result<Option<Player>, Failure> {
        let mut player = Player::following(level.world(), source.orders.clone());
        if source.steps.is_none() {
            player = player.bounded(MOST_STEPS, WORK);
        }
        let steps = source.steps.unwrap_or(MOST_STEPS);
        let mut trace = Trace::new();
        let first = match &self.trace {
            None => String::new(),
            Some(None) => {
                let header = trace.begin(level, &plain_path(&self.level), &source.name, player.world());
                header + &trace.answers(player.answers())
            }
            Some(Some(list)) => drawn(list, &player),
        };
        // indicatif draws on a terminal's standard error only.
        let bar = ProgressBar::new(u64::from(steps));
        let mut printed = output::print(&first)?;
        name_refused(&player);
        while printed == PipeEnd::Listening && player.is_running() && player.step() < steps {
            player.advance();
            bar.inc(1);
            name_refused(&player);
            let step = match &self.trace {
                None => continue,
                Some(None) => trace.step(player.world()) + &trace.answers(player.answers()),
                Some(Some(list)) => drawn(list, &player),
            };
            printed = output::print(&step)?;
        }
        bar.finish_and_clear();
        if let (true, Some(Halt::Over(_))) = (player.is_following(), player.halt()) {
            output::complain(&format!("the level is over after {} steps: later orders were not given", player.step()));
        }
        let last = match &self.trace {
            Some(None) => trace.end(player.world(), source.failure.map_or("ok", OrderFailure::name)),
            Some(Some(_)) | None => match Replay::of(level, &player).solution().filter(|_| self.as_solution) {
                Some(solution) => format!("{}\n", solution.to_ron()),
                None => format!("{}\n", summary(player.world(), player.step())),
            },
        };
        let is_read = printed == PipeEnd::Listening && output::print(&last)? == PipeEnd::Listening;
        Ok(is_read.then_some(player))
    }

    fn verdict(&self, source: &OrderSource, player: &Player) -> Result<(), Failure> {
        let file = plain_path(&self.level);
        match source.failure {
            Some(OrderFailure::Solution(reason)) => {
                return Err(Failure::run(format!("{} of `{file}` does not work: {reason}", source.name)));
            }
            Some(OrderFailure::Parting(parting)) => {
                return Err(Failure::run(format!("the replay does not go on like this in `{file}`: {parting}")));
            }
            None => {}
        }
        let end = match player.halt() {
            Some(Halt::Spent) if source.steps.is_none() => format!("does not end within {MOST_STEPS} steps"),
            Some(Halt::Overworked) if source.steps.is_none() => {
                format!("is too full to be played to its end: after {} steps it runs on", player.step())
            }
            _ => return Ok(()),
        };
        Err(Failure::run(format!("`{file}` {end}: say how many to make with --steps")))
    }
}

/// The map, if this step is among those to be drawn.
fn drawn(list: &StepList, player: &Player) -> String {
    let step = player.step();
    if list.contains(step) { format!("step {step}\n{}\n", map_text::map_text(player.world())) } else { String::new() }
}

/// Names the orders that the world has just refused.
fn name_refused(player: &Player) {
    for (order, answer) in player.answers() {
        if let Err(refusal) = answer {
            let order = At { step: player.step(), order: *order };
            output::complain(&format!("order `{}` was refused: {refusal}", order.to_ron()));
        }
    }
}

fn summary(world: &World, step: u32) -> String {
    format!(
        "{} after {step} steps: {} saved of {} needed, {} killed, {} out, {} waiting",
        world.outcome(),
        world.saved(),
        world.to_save(),
        world.killed(),
        world.out(),
        world.waiting()
    )
}
