//! Bounds: whether enough rabbits can still be saved at all, so that a play is given up as soon as too few are left who
//! could.
//!
//! A rabbit is counted if its cell is one from where an exit can be reached (`reach`). Each token of the stock changes
//! the ground, for all, or teaches one rabbit to climb or to float. So of some tokens, so many may be lessons, and only
//! the others ways through the ground: for each number of lessons, the rabbits are counted who need none, and as many
//! more as get one. If that is too few with any number of lessons, no play saves enough.
//!
//! Rabbits who hang on a wall, or whom a slope holds up that is not there any more, are counted if any cell around them
//! is one to count in: they may take a step that the ground does not tell. A blocker is not counted once no token is
//! left that could set it free.
//!
//! A rabbit that still digs, bashes or builds counts as a token more, and so does every token that lies in the world.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::reach::GiftedReach;
use super::stock::Stock;
use super::terrain::Terrain;
use super::works::Gifts;
use crate::sim::{Cell, Rabbit, Species, State, ThingKind, World};

/// From where an exit can be reached, on a terrain and with a stock of tokens.
#[derive(Debug)]
pub(super) struct ExitReach {
    terrain: Arc<Terrain>,
    stock: Stock,
    /// By lessons given, and by gifts; each computed when it is asked for.
    reaches: Vec<[OnceCell<Option<GiftedReach>>; Gifts::COUNT]>,
}

/// Reaches that were computed: most lines share their ground with many others.
#[derive(Debug, Default)]
pub(super) struct Reaches {
    known: RefCell<FxHashMap<Situation, Rc<ExitReach>>>,
}

/// What a reach depends on.
type Situation = (Arc<Terrain>, Stock);

/// Reaches that are kept; some kilobytes each.
const KEPT: usize = 500;

impl Reaches {
    pub(super) fn of(&self, terrain: &Arc<Terrain>, stock: Stock) -> Rc<ExitReach> {
        let mut known = self.known.borrow_mut();
        if known.len() >= KEPT {
            known.clear();
        }
        let situation = (Arc::clone(terrain), stock);
        Rc::clone(known.entry(situation).or_insert_with(|| Rc::new(ExitReach::new(Arc::clone(terrain), stock))))
    }
}

/// Lessons from which on it is not told apart how many there are.
const MANY_LESSONS: u32 = 8;

impl ExitReach {
    fn new(terrain: Arc<Terrain>, stock: Stock) -> ExitReach {
        let lessons = if stock.climb || stock.float { stock.tokens.min(MANY_LESSONS) } else { 0 };
        ExitReach { terrain, stock, reaches: (0..=lessons).map(|_| Default::default()).collect() }
    }

    /// Whether it is not ruled out that the rabbits who are still needed are saved.
    pub(super) fn may_save_enough(&self, world: &World) -> bool {
        let missing = world.to_save().saturating_sub(world.saved());
        (0..self.reaches.len()).any(|lessons| {
            let (mut sure, mut pupils) = (0_i32, 0_i32);
            let rabbits = world.rabbits().iter().filter(|rabbit| rabbit.species == Species::Rabbit);
            let born = (world.waiting().max(0), self.chance_at_birth(world, lessons));
            for (count, chance) in rabbits.map(|rabbit| (1, self.chance(rabbit, lessons))).chain([born]) {
                match chance {
                    Chance::Good => sure = sure.saturating_add(count),
                    Chance::AfterLesson => pupils = pupils.saturating_add(count),
                    Chance::None => {}
                }
            }
            let is_last = lessons + 1 == self.reaches.len();
            let taught = if is_last && lessons > 0 { self.stock.tokens } else { lessons as u32 };
            sure.saturating_add(pupils.min(i32::try_from(taught).unwrap_or(i32::MAX))) >= missing
        })
    }

    fn chance(&self, rabbit: &Rabbit, lessons: usize) -> Chance {
        let memory = rabbit.memory();
        if matches!(rabbit.state, State::Blocking | State::BlockingRise(_)) && self.stock.tokens == 0 {
            return Chance::None;
        }
        let gifts = Gifts { climbs: memory.climber, floats: memory.brolly };
        let is_held = rabbit.on_slope && !self.terrain.slopes.has(rabbit.cell) || rabbit.hopped() || memory.climbing;
        if is_held {
            let around = (-1..=1).flat_map(|down| (-1..=1).map(move |across| rabbit.cell.offset(across, down)));
            around.map(|cell| self.chance_in(cell, 0, gifts, lessons)).fold(Chance::None, Chance::max)
        } else {
            self.chance_in(rabbit.cell, memory.fallen, gifts, lessons)
        }
    }

    /// That of rabbits who are still to come, out of the best of the entrances.
    fn chance_at_birth(&self, world: &World, lessons: usize) -> Chance {
        let entrances = world.things().iter().filter(|thing| matches!(thing.kind, ThingKind::Entrance(_)));
        let chances = entrances.map(|entrance| self.chance_in(entrance.cell.below(), 0, Gifts::default(), lessons));
        chances.fold(Chance::None, Chance::max)
    }

    fn chance_in(&self, cell: Cell, fallen: i32, gifts: Gifts, lessons: usize) -> Chance {
        let has = |gifts: Gifts| self.reach(gifts, lessons).is_none_or(|reach| reach.has(cell, fallen));
        let taught = Gifts { climbs: gifts.climbs || self.stock.climb, floats: gifts.floats || self.stock.float };
        if has(gifts) {
            Chance::Good
        } else if lessons > 0 && taught != gifts && has(taught) {
            Chance::AfterLesson
        } else {
            Chance::None
        }
    }

    fn reach(&self, gifts: Gifts, lessons: usize) -> Option<&GiftedReach> {
        let tokens = self.stock.tokens - lessons as u32;
        let reach = &self.reaches[lessons][gifts.number()];
        reach.get_or_init(|| GiftedReach::new(&self.terrain, self.stock, tokens, gifts)).as_ref()
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Chance {
    None,
    /// Only if it learns to climb or gets an umbrella.
    AfterLesson,
    Good,
}
