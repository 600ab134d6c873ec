//! `leveret solve`: searches ways to win.

use std::num::NonZero;
use std::path::PathBuf;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use super::interrupt::Interrupt;
use super::{Failure, number, output};
use crate::level::{Level, plain, plain_path};
use crate::play::write_orders;
use crate::solve::{BestPlay, Conclusion, Means, Monitor, Objective, SearchResult, Tally, WinningPlay, solve};

/// Tokens that a play may be limited to, more than any can place.
const MOST_TOKENS: u32 = 10_000;

/// Megabytes that may be asked for.
const MOST_MEMORY: usize = 1_000_000;

/// Search ways to win a level, with as few tokens as possible; prove that there is none with fewer
///
/// The first line of the answer is one of:
///
///   solved with N tokens in M steps      solutions follow, as a level file has them
///   no play wins with at most N tokens   all were searched
///   unknown                              the search ended before that; it says what was searched whole
///
/// A proof covers all plays of up to 2000 steps. Ctrl-C ends the search with what it has: the orders of the play that saves
/// the most, for `simulate --orders`. Exit code 1 if no way is found.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct Solve {
    /// Level file
    level: PathBuf,

    /// Place at most K tokens [default: all of the level]
    #[arg(long, value_name = "K", value_parser = number::whole(0..=MOST_TOKENS))]
    tokens: Option<u32>,

    /// Stop after S seconds
    #[arg(long, value_name = "S", default_value_t = 60, value_parser = number::whole(0..=number::LONGEST))]
    seconds: u64,

    /// Print all ways to win with the fewest tokens: the fastest of each choice of tokens and cells
    #[arg(long)]
    all: bool,

    /// Search with N threads [default: number of cores]
    #[arg(long, value_name = "N", value_parser = number::threads)]
    threads: Option<NonZero<usize>>,

    /// Remember the worlds met in at most MB megabytes, a million in 19 to 39; all else takes up to 1.75 times as much, most
    /// of it what is still to be searched
    #[arg(long, value_name = "MB", default_value_t = 256, value_parser = number::whole(1..=MOST_MEMORY))]
    memory: usize,
}

impl Solve {
    pub fn run(&self) -> Result<(), Failure> {
        let level = Level::read(&self.level).map_err(Failure::run)?;
        let means = Means {
            tokens: self.tokens,
            memory: self.memory.saturating_mul(1 << 20),
            threads: self.threads.or(available_parallelism().ok()).unwrap_or(NonZero::<usize>::MIN),
            objective: if self.all { Objective::AllFewest } else { Objective::Fewest },
        };
        let interrupt = Interrupt::watch();
        let begun = Instant::now();
        let limit = Duration::from_secs(self.seconds);
        let bar = progress_bar();
        let is_over = || interrupt.signal().is_some() || begun.elapsed() >= limit;
        let progress = |tally: Tally| bar.set_message(format!("{} states", tally.states));
        let watch = Monitor::new(&is_over, &progress);
        let answer = solve(&level.world(), means, &watch);
        bar.finish_and_clear();
        output::print(&report(&answer, begun.elapsed()))?;
        let place = plain_path(&self.level);
        match &answer.verdict {
            Conclusion::Solved(ways) => match ways.iter().all(|way| way.is_proved(&level)) {
                true => Ok(()),
                false => Err(Failure::run(format!("a way found for `{place}` does not win when it is played"))),
            },
            Conclusion::Unsolvable { .. } => Err(Failure::run(format!("`{place}` cannot be won so"))),
            Conclusion::Unknown { .. } => Err(Failure::run(format!("found no way to win `{}`", plain(&level.name)))),
        }
    }
}

/// On a terminal's standard error only.
fn progress_bar() -> ProgressBar {
    let bar = ProgressBar::no_length();
    let style =
        ProgressStyle::with_template("{spinner} {elapsed} {msg}").unwrap_or_else(|_| ProgressStyle::default_spinner());
    bar.with_style(style)
}

fn report(answer: &SearchResult, time: Duration) -> String {
    let mut text = match &answer.verdict {
        Conclusion::Solved(ways) => solved(ways, answer.refuted),
        Conclusion::Unsolvable { tokens } => {
            format!("no play wins with at most {}: all were searched\n", tokens_of(*tokens))
        }
        Conclusion::Unknown { best } => format!("unknown: {}; {}", searched(answer.refuted), best_of(best.as_ref())),
    };
    text += &statistics(answer.tally, time);
    text
}

fn solved(ways: &[WinningPlay], refuted: Option<u32>) -> String {
    let Some(best) = ways.first() else { return String::new() };
    let fewest = match refuted {
        _ if best.tokens == 0 => "it wins by itself".to_owned(),
        Some(refuted) if refuted + 1 == best.tokens => "no play wins with fewer".to_owned(),
        Some(refuted) => format!("no play wins with at most {}; between is unknown", tokens_of(refuted)),
        None => "with fewer is unknown".to_owned(),
    };
    let solutions: String = ways.iter().map(|way| format!("{},\n", way.solution().to_ron())).collect();
    format!("solved with {} in {} steps; {fewest}\n{solutions}", tokens_of(best.tokens), best.steps)
}

fn searched(refuted: Option<u32>) -> String {
    match refuted {
        Some(tokens) => format!("no play wins with at most {}", tokens_of(tokens)),
        None => "not even all plays without tokens were searched".to_owned(),
    }
}

/// Its orders are such as `simulate --orders` takes.
fn best_of(best: Option<&BestPlay>) -> String {
    let Some(BestPlay { saved, orders }) = best else { return "no play that was met saves anyone\n".to_owned() };
    format!("the best play saves {saved}\n{}", write_orders(orders))
}

fn statistics(tally: Tally, time: Duration) -> String {
    let seconds = time.as_secs_f64();
    let rate = tally.states as f64 / seconds.max(1e-3);
    let megabytes = tally.bytes.div_ceil(1 << 20);
    format!("{} states in {seconds:.1} s, {rate:.0} a second; {megabytes} MB of worlds met\n", tally.states)
}

fn tokens_of(count: u32) -> String {
    if count == 1 { "1 token".to_owned() } else { format!("{count} tokens") }
}
