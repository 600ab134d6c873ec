//! Bounds: from which cells an exit can still be reached at all, so that a play is given up as soon as too few rabbits
//! are left who could.
//!
//! The rules are relaxed: a rabbit may move as it likes, in either direction, turn anywhere, fall any depth, and pass
//! through fire and water. Whatever a rabbit can do under the rules it can do here, so where this finds no way there is
//! none. What remains of the rules:
//!
//! - No rabbit enters a cell with a flat block, unless it digs or bashes that block away.
//! - A rabbit gets to a higher cell only from a cell with a slope, while it builds a bridge, or up a wall if it can
//!   climb: then a solid block is beside it, or above and beside it. A step leads at most to the next column and row.
//!
//! One token opens up, besides:
//!
//! - *climb*: the walls, for the one who takes it;
//! - *dig*: the blocks of earth below one another, and the cells beside these;
//! - *bash*: the blocks of earth beside one another, and the cells beside these. On a slope a basher may go on in the row
//!   above or below, so near slopes the blocks may lie in any direction;
//! - *bridge*: from any cell to any other that is at most four columns and four rows away. Three planks are one column
//!   and one row apart, and the rabbit steps onto and off them;
//! - *block*, *brolly* and *explode*: nothing, for here rabbits turn and fall as they like.
//!
//! Let a way lead through cells that the token opened. These are next to one another; so the way may go from the first of
//! them that it enters straight to the last that it leaves, and opens them once. That is why one token adds one such
//! piece to a way. Several tokens can open pieces that only together are connected; for two and more, the whole of
//! connected earth counts as one piece, and where bridges could join pieces of earth, nothing is ruled out.
//!
//! A rabbit that still digs, bashes or builds counts as a token more, and so does every token that lies in the world.

use std::cell::RefCell;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::bits::{CellSet, beside, filled};
use super::terrain::Terrain;
use crate::sim::{Ability, Rabbit, Species, ThingKind, World};

/// From where an exit can be reached, on a terrain and with a number of tokens.
#[derive(Debug, Clone)]
pub(super) struct ExitReach {
    /// For rabbits that cannot climb and do not learn it.
    walking: CellSet,
    /// For those that can; none if they need one of the tokens for that, and there is none to spare.
    climbing: Option<CellSet>,
    /// For those that can climb already.
    climbers: CellSet,
    /// Rabbits that can learn to climb.
    lessons: usize,
}

/// The tokens that could still be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Stock {
    /// How many in all: those that the player may place, those lying about, and the work in hand.
    tokens: u32,
    carve: bool,
    bridge: bool,
    climb: bool,
    /// Whether a rabbit digs, bashes or builds: then the ground changes in nearly every step.
    pub(super) is_at_work: bool,
}

impl Stock {
    /// What this world and `left` more tokens of the player amount to.
    pub(super) fn of(world: &World, left: u32) -> Stock {
        let mut stock = Stock { tokens: left, carve: false, bridge: false, climb: false, is_at_work: false };
        let offered = |ability: Ability| left > 0 && world.tokens(ability).is_some_and(|count| count != 0);
        Ability::ALL.into_iter().filter(|&ability| offered(ability)).for_each(|ability| stock.allow(ability));
        for rabbit in world.rabbits() {
            let memory = rabbit.memory();
            let (digs, bashes, builds) = (memory.dig_steps > 0, memory.bash_steps > 0, memory.big_steps > 0);
            // A saved game may hold a bridger with more than the three planks of a token.
            let planks = u32::try_from(memory.big_steps).unwrap_or(0).div_ceil(3);
            stock.tokens = stock.tokens.saturating_add(u32::from(digs) + u32::from(bashes) + planks);
            stock.carve |= digs || bashes;
            stock.bridge |= builds;
            stock.is_at_work |= digs || bashes || builds;
        }
        for thing in world.things() {
            if let ThingKind::Token(token) = thing.kind {
                stock.tokens = stock.tokens.saturating_add(1);
                stock.allow(token.ability);
            }
        }
        stock
    }

    fn allow(&mut self, ability: Ability) {
        match ability {
            Ability::Bash | Ability::Dig => self.carve = true,
            Ability::Bridge => self.bridge = true,
            Ability::Climb => self.climb = true,
            Ability::Block | Ability::Explode | Ability::Brolly => {}
        }
    }

    fn less(self) -> Option<Stock> {
        self.tokens.checked_sub(1).map(|tokens| Stock { tokens, ..self })
    }
}

/// Reaches that were computed: most lines share their ground with many others.
#[derive(Debug, Default)]
pub(super) struct Reaches {
    known: RefCell<FxHashMap<(Arc<Terrain>, Stock), Bound>>,
}

/// None where nothing can be ruled out.
type Bound = Option<Arc<ExitReach>>;

/// Reaches that are kept; some kilobytes each.
const KEPT: usize = 2000;

impl Reaches {
    pub(super) fn of(&self, terrain: &Arc<Terrain>, stock: Stock) -> Bound {
        let mut known = self.known.borrow_mut();
        if known.len() >= KEPT {
            known.clear();
        }
        let key = (Arc::clone(terrain), stock);
        known.entry(key).or_insert_with(|| ExitReach::new(terrain, stock).map(Arc::new)).clone()
    }
}

impl ExitReach {
    /// None where nothing can be ruled out.
    fn new(terrain: &Terrain, stock: Stock) -> Option<ExitReach> {
        let walking = reach(terrain, stock, Climbs::No)?;
        let climbers = reach(terrain, stock, Climbs::Yes)?;
        let learns = stock.less().filter(|_| stock.climb);
        let climbing = learns.and_then(|less| reach(terrain, less, Climbs::Yes));
        Some(ExitReach { walking, climbing, climbers, lessons: stock.tokens as usize })
    }

    /// The most rabbits that can still be saved, those saved already included.
    pub(super) fn most_saved(&self, world: &World) -> i32 {
        let (mut sure, mut pupils) = (0_i32, 0_usize);
        for rabbit in world.rabbits().iter().filter(|rabbit| rabbit.species == Species::Rabbit) {
            match self.chance(rabbit) {
                Chance::Good => sure += 1,
                Chance::Climbing => pupils += 1,
                Chance::None => {}
            }
        }
        let pupils = i32::try_from(pupils.min(self.lessons)).unwrap_or(i32::MAX);
        world.saved().saturating_add(sure).saturating_add(pupils).saturating_add(self.most_born(world))
    }

    fn chance(&self, rabbit: &Rabbit) -> Chance {
        let walks = if rabbit.memory().climber { &self.climbers } else { &self.walking };
        if walks.has(rabbit.cell) {
            Chance::Good
        } else if self.climbing.as_ref().is_some_and(|climbing| climbing.has(rabbit.cell)) {
            Chance::Climbing
        } else {
            Chance::None
        }
    }

    /// Rabbits that are still to come, if any entrance leads to where an exit can be reached.
    fn most_born(&self, world: &World) -> i32 {
        let entrances = world.things().iter().filter(|thing| matches!(thing.kind, ThingKind::Entrance(_)));
        let climbing = self.climbing.as_ref();
        let leads = |cell| self.walking.has(cell) || climbing.is_some_and(|climbing| climbing.has(cell));
        if entrances.into_iter().any(|entrance| leads(entrance.cell.below())) { world.waiting().max(0) } else { 0 }
    }
}

enum Chance {
    Good,
    /// Only if it learns to climb.
    Climbing,
    None,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Climbs {
    No,
    Yes,
}

/// The cells from which a way with at most so many tokens leads to an exit; none where nothing can be ruled out.
fn reach(terrain: &Terrain, stock: Stock, climbs: Climbs) -> Option<CellSet> {
    let mut set = walk(terrain, terrain.exits.clone(), climbs);
    if stock.tokens >= 2 && stock.carve && stock.bridge {
        return None;
    }
    for _ in 0..stock.tokens {
        let mut opened = set.clone();
        if stock.bridge {
            opened = opened.union(&set.dilated(4));
        }
        if stock.carve {
            let near = set.dilated(1);
            let pieces = match stock.tokens {
                1 => column(terrain, &near).union(&row(terrain, &near)),
                _ => component(terrain, &near),
            };
            opened = opened.union(&pieces.dilated(1));
        }
        let next = walk(terrain, opened, climbs);
        if next == set {
            break;
        }
        set = next;
    }
    Some(set)
}

/// The cells from which free moves lead into the set.
fn walk(terrain: &Terrain, set: CellSet, climbs: Climbs) -> CellSet {
    set.closed(|set, y| {
        let open = |down: isize| !terrain.flat.row(y, down) | terrain.exits.row(y, down);
        let enter = |down: isize| set.row(y, down) & open(down);
        let walls = match climbs {
            Climbs::No => 0,
            Climbs::Yes => beside(terrain.solid.row(y, 0) | terrain.solid.row(y, -1)),
        };
        let rises = terrain.slopes.row(y, 0) | walls;
        let here = set.row(y, 0) | beside(enter(1)) | beside(enter(-1)) & rises;
        here | beside(filled(here, open(0)))
    })
}

/// Earth below and above that of the set.
fn column(terrain: &Terrain, near: &CellSet) -> CellSet {
    let earth = &terrain.earth;
    near.intersection(earth).closed(|set, y| (set.row(y, -1) | set.row(y, 1)) & earth.row(y, 0))
}

/// Earth beside that of the set; near slopes, in all directions.
fn row(terrain: &Terrain, near: &CellSet) -> CellSet {
    let by_slopes = terrain.slopes.dilated(1);
    let all = terrain.earth.union(&by_slopes.without(&terrain.flat));
    near.intersection(&all).closed(|set, y| {
        let turns = |down: isize| set.row(y, down) & by_slopes.row(y, down);
        (beside(set.row(y, 0)) | beside(turns(-1)) | beside(turns(1))) & all.row(y, 0)
    })
}

/// All earth that is connected with that of the set.
fn component(terrain: &Terrain, near: &CellSet) -> CellSet {
    let all = terrain.earth.union(&terrain.slopes.dilated(1).without(&terrain.flat));
    near.intersection(&all).closed(|set, y| beside(set.row(y, -1) | set.row(y, 0) | set.row(y, 1)) & all.row(y, 0))
}
