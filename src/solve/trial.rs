//! A plan played out, and where its rabbits have been.

use rustc_hash::FxHashSet;

use super::line::{HORIZON, PlayLine};
use super::works::Gifts;
use crate::level::At;
use crate::play::Player;
use crate::sim::{Cell, Direction, Event, Rabbit, Species, World};

/// A play with its queue of orders, up to some step.
#[derive(Debug, Clone)]
pub(super) struct Trial {
    pub(super) line: PlayLine,
    pub(super) visits: Visits,
    /// Steps since something new happened.
    quiet: u32,
}

/// Where rabbits have been.
pub(super) type Visits = FxHashSet<Visit>;

/// A rabbit was somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Visit {
    pub(super) index: i32,
    pub(super) cell: Cell,
    pub(super) facing: Direction,
    pub(super) on_slope: bool,
    /// What it could do then.
    pub(super) gifts: Gifts,
}

impl Visit {
    fn of(rabbit: &Rabbit) -> Visit {
        let &Rabbit { index, cell, direction: facing, on_slope, .. } = rabbit;
        let gifts = Gifts { climbs: rabbit.memory().climber, floats: rabbit.memory().brolly };
        Visit { index, cell, facing, on_slope, gifts }
    }
}

impl Trial {
    pub(super) fn new(start: &World, orders: &[At]) -> Trial {
        let mut trial = Trial {
            line: PlayLine::new(Player::following(start.clone(), orders.to_vec())),
            visits: Visits::default(),
            quiet: 0,
        };
        trial.note();
        trial
    }

    /// What comes of this one when its next step is another: the line after that step.
    pub(super) fn forked(&self, line: PlayLine) -> Trial {
        let mut trial = Trial { line, visits: self.visits.clone(), quiet: 0 };
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
        let rabbits = self.line.world().rabbits().iter().filter(|rabbit| rabbit.species == Species::Rabbit);
        self.visits.extend(rabbits.map(Visit::of));
        if self.visits.len() > before || self.line.player.events().iter().any(is_news) {
            self.quiet = 0;
        }
    }

    /// Whether nothing more will come of it: it is won or over, or everyone walks where they have been before.
    pub(super) fn is_over(&self) -> bool {
        let (player, world) = (&self.line.player, self.line.world());
        let alive = world.saved().saturating_add(world.out()).saturating_add(world.waiting().max(0));
        let is_quiet = || self.quiet as i32 > 2 * (world.width() + world.height()) && !player.is_following();
        self.line.is_won() || !player.is_running() || player.step() >= HORIZON || alive < world.to_save() || is_quiet()
    }
}

/// Whether the event changes what others can do.
fn is_news(event: &Event) -> bool {
    matches!(
        event,
        Event::Took { .. } | Event::Dug { .. } | Event::Bashed { .. } | Event::Built { .. } | Event::Born { .. }
    )
}
