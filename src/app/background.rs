//! Work in the background: what a screen wants to know that takes longer than a frame.

use std::num::NonZero;

use log::warn;

use crate::level::{MOST_STEPS, MOST_WORK};
use crate::play::{Horizon, saved_in_the_end};
use crate::raster::WorkerPool;
use crate::screens::Answer;
use crate::sim::World;

/// A second of play ahead, or as long as any level may last.
const HORIZON: Horizon = Horizon { steps: MOST_STEPS, work: MOST_WORK };

/// A thread that plays worlds to their ends, once there is one to play.
#[derive(Default)]
pub struct Background {
    pool: Option<WorkerPool<World, Answer>>,
}

impl Background {
    /// Plays this world to its end. Others that wait for that are of no interest any more.
    pub fn play_to_the_end(&mut self, world: World) {
        let pool = self.pool.get_or_insert_with(|| {
            WorkerPool::new("outlook", NonZero::<usize>::MIN, |world: &World| {
                Answer::PlayedToTheEnd(Box::new(world.clone()), saved_in_the_end(world, HORIZON))
            })
        });
        pool.cancel_queued();
        pool.submit(world);
    }

    /// Whether an answer is still to come.
    pub fn is_busy(&self) -> bool {
        self.pool.as_ref().is_some_and(|pool| pool.is_busy() || pool.has_finished())
    }

    /// Waits for all answers that are still to come.
    pub fn finish(&self) -> Vec<Answer> {
        self.pool.iter().for_each(WorkerPool::wait);
        self.drain()
    }

    /// The answers since the last call.
    pub fn drain(&self) -> Vec<Answer> {
        let finished = self.pool.as_ref().map(WorkerPool::drain).unwrap_or_default();
        let failed = |_| warn!("could not play a world to its end");
        finished.into_iter().filter_map(|answer| answer.map_err(failed).ok()).collect()
    }
}
