//! The speed of the rules: the solutions of many levels replayed, in steps of the world a second.

use std::fmt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::levels_at;
use crate::level::{At, Level};
use crate::play::Player;
use crate::sim::{ThingSetup, World};

/// Rates of levels with water and of the others; where there is water, it is most of the work.
#[derive(Debug, Clone, Copy, Default)]
pub struct Speed {
    pub water: Rate,
    pub others: Rate,
}

/// Steps that were made, and the time they took.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rate {
    /// Solutions that were replayed, each many times.
    pub plays: usize,
    pub steps: u64,
    pub time: Duration,
}

/// Replays the solutions of all levels at the paths on one core, in whole rounds, for `at_least` this long.
///
/// # Errors
/// What is wrong with the first level that cannot be read.
pub fn speed(paths: &[PathBuf], at_least: Duration) -> Result<Speed, String> {
    let mut replays = Vec::new();
    for (_, level) in levels_at(paths) {
        replays.extend(replays_of(&level?));
    }
    let mut speed = Speed::default();
    for replay in &replays {
        speed.rate(replay).plays += 1;
    }
    let start = Instant::now();
    while !replays.is_empty() {
        for replay in &replays {
            let begun = Instant::now();
            let steps = replay.run();
            let rate = speed.rate(replay);
            rate.time += begun.elapsed();
            rate.steps += steps;
        }
        if start.elapsed() >= at_least {
            break;
        }
    }
    Ok(speed)
}

impl Speed {
    /// All levels together.
    pub fn all(&self) -> Rate {
        Rate {
            plays: self.water.plays + self.others.plays,
            steps: self.water.steps + self.others.steps,
            time: self.water.time + self.others.time,
        }
    }

    fn rate(&mut self, replay: &RepeatedPlay) -> &mut Rate {
        if replay.water { &mut self.water } else { &mut self.others }
    }
}

impl Rate {
    /// Steps a second; 0 if none were made.
    pub fn per_second(&self) -> f64 {
        if self.steps == 0 { 0.0 } else { self.steps as f64 / self.time.as_secs_f64().max(1e-9) }
    }
}

impl fmt::Display for Speed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rates = [("all levels", self.all()), ("with water", self.water), ("without", self.others)];
        for (name, rate) in rates {
            let Rate { plays, steps, .. } = rate;
            writeln!(f, "{name:10}  {:>12.0} steps/s  {plays} solutions, {steps} steps", rate.per_second())?;
        }
        Ok(())
    }
}

/// A solution as orders, ready to be played.
struct RepeatedPlay {
    start: World,
    orders: Vec<At>,
    steps: u32,
    water: bool,
}

impl RepeatedPlay {
    /// Plays it, and returns the steps made.
    fn run(&self) -> u64 {
        let mut player = Player::following(self.start.clone(), self.orders.clone());
        player.advance_to(self.steps);
        u64::from(player.step())
    }
}

/// A script that cannot be read has nothing to replay; a solution that fails is replayed up to the failure.
fn replays_of(level: &Level) -> Vec<RepeatedPlay> {
    let setup = level.setup();
    let water = !setup.water.is_empty() || setup.things.iter().any(|(_, thing)| *thing == ThingSetup::Pipe);
    let plays = level.solutions.iter().filter_map(|solution| solution.play(level).ok());
    plays.map(|play| RepeatedPlay { start: level.world(), orders: play.orders, steps: play.steps, water }).collect()
}
