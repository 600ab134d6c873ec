//! A plan played out, where its rabbits have been, and what they did.

use rustc_hash::FxHashSet;

use super::feature::Feature;
use super::line::{HORIZON, PlayLine};
use super::works::Gifts;
use crate::level::At;
use crate::play::{Player, most_saved};
use crate::sim::{Cell, Direction, Event, Rabbit, Species, World};

/// A play with its queue of orders, up to some step.
#[derive(Debug, Clone)]
pub(super) struct Trial {
    pub(super) line: PlayLine,
    pub(super) visits: Visits,
    /// Changes of the ground.
    changes: Vec<Feature>,
    /// Steps since something new happened.
    quiet: u32,
}

/// Where rabbits have been.
pub(super) type Visits = FxHashSet<RabbitVisit>;

/// A rabbit was somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct RabbitVisit {
    pub(super) index: i32,
    pub(super) cell: Cell,
    pub(super) facing: Direction,
    pub(super) on_slope: bool,
    /// What it could do then.
    pub(super) gifts: Gifts,
}

impl RabbitVisit {
    fn of(rabbit: &Rabbit) -> RabbitVisit {
        let &Rabbit { index, cell, direction: facing, on_slope, .. } = rabbit;
        let gifts = Gifts { climbs: rabbit.memory().climber, floats: rabbit.memory().brolly };
        RabbitVisit { index, cell, facing, on_slope, gifts }
    }
}

impl Trial {
    pub(super) fn new(start: &World, orders: &[At]) -> Trial {
        let line = PlayLine::new(Player::following(start.clone(), orders.to_vec()));
        let mut trial = Trial { line, visits: Visits::default(), changes: Vec::new(), quiet: 0 };
        trial.note();
        trial
    }

    /// What comes of this one when its next step is another: the line after that step.
    pub(super) fn forked(&self, line: PlayLine) -> Trial {
        let mut trial = Trial { line, visits: self.visits.clone(), changes: self.changes.clone(), quiet: 0 };
        trial.note();
        trial
    }

    pub(super) fn advance(&mut self) {
        self.line.advance();
        self.quiet += 1;
        self.note();
    }

    fn note(&mut self) {
        let before = self.visits.len();
        // A rabbit that falls is still where it began to fall: how deep it falls from there matters.
        let is_noted = |rabbit: &&Rabbit| rabbit.species == Species::Rabbit && rabbit.memory().fallen == 0;
        self.visits.extend(self.line.world().rabbits().iter().filter(is_noted).map(RabbitVisit::of));
        let events = self.line.player.events();
        self.changes.extend(events.iter().filter_map(Feature::of));
        if self.visits.len() > before || events.iter().any(changes_options) {
            self.quiet = 0;
        }
    }

    /// What happened in the play so far, each once.
    pub(super) fn features(&self) -> Vec<Feature> {
        let visited = self.visits.iter().map(|visit| Feature::Visited(visit.cell, visit.gifts));
        let mut features: Vec<Feature> = visited.chain(self.changes.iter().copied()).collect();
        features.sort_unstable();
        features.dedup();
        features
    }

    /// Whether nothing more will come of it: it is won or over, or everyone walks where they have been before.
    pub(super) fn is_over(&self) -> bool {
        let (player, world) = (&self.line.player, self.line.world());
        let is_quiet = || self.quiet as i32 > 2 * (world.width() + world.height()) && !player.is_following();
        self.line.is_won()
            || !player.is_running()
            || player.step() >= HORIZON
            || most_saved(world) < world.to_save()
            || is_quiet()
    }
}

/// Whether the event changes what others can do.
fn changes_options(event: &Event) -> bool {
    matches!(event, Event::Took { .. } | Event::Born { .. }) || Feature::of(event).is_some()
}
