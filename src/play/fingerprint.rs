//! The fingerprint of a level: by it a replay finds the level that it was played in.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::Xxh3;

use crate::level::Level;
use crate::sim::{
    Ability, Block, Cell, Direction, Material, Memory, Plank, RabbitSetup, Setup, Shape, Species, ThingSetup,
};

/// Two short hashes of a level, the same on every machine and in every version of the program.
///
/// One is of all that the rules see, so that it stays when an author lays out the file in another way, changes its
/// texts or adds a solution, and differs when a play may differ. The other one is of the level's name: it says whose
/// other version this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint {
    rules: u64,
    name: u64,
}

/// How a level fits a fingerprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LevelMatch {
    Same,
    /// It has the same name, but a play may differ in it.
    Changed,
}

impl Fingerprint {
    /// Bits of each hash. Of a thousand levels, two have the same one with a chance of one in a million.
    pub(super) const RULES_BITS: u32 = 40;
    pub(super) const NAME_BITS: u32 = 10;

    pub fn of(level: &Level) -> Fingerprint {
        let mut name = Digest::default();
        name.bytes(level.name.as_bytes());
        Fingerprint {
            rules: rules(level.setup()).bits(Fingerprint::RULES_BITS),
            name: name.bits(Fingerprint::NAME_BITS),
        }
    }

    /// The fingerprint of these hashes.
    pub(super) const fn new(rules: u64, name: u64) -> Fingerprint {
        Fingerprint { rules, name }
    }

    pub(super) const fn hashes(self) -> (u64, u64) {
        (self.rules, self.name)
    }

    /// How a level with that one fits; none if it is another one.
    pub const fn fit(self, other: Fingerprint) -> Option<LevelMatch> {
        if self.rules == other.rules {
            Some(LevelMatch::Same)
        } else if self.name == other.name {
            Some(LevelMatch::Changed)
        } else {
            None
        }
    }

    /// The level of the list that fits best: the first that is the same, or else the first that has changed.
    pub fn best<T>(self, levels: impl IntoIterator<Item = (Fingerprint, T)>) -> Option<(LevelMatch, T)> {
        let mut changed = None;
        for (print, level) in levels {
            match self.fit(print) {
                Some(LevelMatch::Same) => return Some((LevelMatch::Same, level)),
                Some(LevelMatch::Changed) => changed = changed.or(Some((LevelMatch::Changed, level))),
                None => {}
            }
        }
        changed
    }
}

/// A hash that is being fed. Values have the same bytes on every machine.
#[derive(Default)]
struct Digest(Xxh3);

impl Digest {
    fn bytes(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn numbers(&mut self, numbers: impl IntoIterator<Item = i32>) {
        numbers.into_iter().for_each(|number| self.bytes(&number.to_le_bytes()));
    }

    /// A list; its length keeps it apart from what comes next.
    fn list(&mut self, lists: impl ExactSizeIterator<Item = Vec<i32>>) {
        self.numbers([lists.len() as i32]);
        lists.for_each(|numbers| self.numbers(numbers));
    }

    fn bits(&self, count: u32) -> u64 {
        self.0.digest() & ((1 << count) - 1)
    }
}

/// The hash of all that the rules see of a setup. Which picture a block has and how many rabbits are only displayed
/// makes no difference, and neither does the order in which blocks of different cells are listed.
fn rules(setup: &Setup) -> Digest {
    let mut digest = Digest::default();
    digest.numbers([setup.width, setup.height, setup.to_save, setup.saved, setup.killed, setup.waiting]);
    digest.numbers([setup.index_count]);
    let mut blocks: Vec<&(Cell, Block)> = setup.blocks.iter().collect();
    blocks.sort_by_key(|(cell, _)| (cell.y, cell.x));
    digest.list(
        blocks.into_iter().map(|(cell, block)| vec![cell.x, cell.y, material(block.material), shape(block.shape)]),
    );
    digest.list(setup.rabbits.iter().map(rabbit));
    digest.list(setup.things.iter().map(|(cell, kind)| {
        let (kind, timer) = thing(*kind);
        vec![cell.x, cell.y, kind, timer]
    }));
    let water: BTreeMap<(i32, i32), i32> =
        setup.water.iter().map(|(cell, amount)| ((cell.y, cell.x), *amount)).collect();
    let water: Vec<_> = water.into_iter().filter(|(_, amount)| *amount != 0).collect();
    digest.list(water.into_iter().map(|((y, x), amount)| vec![x, y, amount]));
    digest.numbers(
        setup.tokens.iter().flat_map(|count| [i32::from(count.is_some()), count.map_or(0, |count| count.max(-1))]),
    );
    digest.list(setup.delay.iter().map(|delay| vec![*delay]));
    digest
}

/// The numbers below never change: replays that players have kept depend on them.
const fn material(material: Material) -> i32 {
    match material {
        Material::Earth => 0,
        Material::Metal => 1,
    }
}

const fn shape(shape: Shape) -> i32 {
    match shape {
        Shape::Flat => 0,
        Shape::UpRight => 1,
        Shape::UpLeft => 2,
        Shape::BridgeUpRight => 3,
        Shape::BridgeUpLeft => 4,
    }
}

const fn thing(thing: ThingSetup) -> (i32, i32) {
    match thing {
        ThingSetup::Entrance { timer } => (0, timer),
        ThingSetup::Exit => (1, 0),
        ThingSetup::Fire { .. } => (2, 0),
        ThingSetup::Pipe => (3, 0),
        ThingSetup::Token(ability) => (4, ability_number(ability)),
    }
}

/// The number of an ability in fingerprints and in short texts.
pub(super) const fn ability_number(ability: Ability) -> i32 {
    match ability {
        Ability::Bash => 0,
        Ability::Dig => 1,
        Ability::Bridge => 2,
        Ability::Block => 3,
        Ability::Climb => 4,
        Ability::Explode => 5,
        Ability::Brolly => 6,
    }
}

fn rabbit(rabbit: &RabbitSetup) -> Vec<i32> {
    let RabbitSetup { cell, direction, species, index, on_slope, memory } = *rabbit;
    let Memory { fallen, brolly, bash_steps, dig_steps, plank, big_steps, small_steps, blocking, climber, climbing } =
        memory;
    let direction = match direction {
        Direction::Left => 0,
        Direction::Right => 1,
    };
    let species = match species {
        Species::Rabbit => 0,
        Species::Rabbot => 1,
    };
    let plank = match plank {
        Plank::Along => 0,
        Plank::Up => 1,
        Plank::DownUp => 2,
    };
    let flags = [on_slope, brolly, blocking, climber, climbing].map(i32::from);
    let numbers =
        [cell.x, cell.y, direction, species, index, fallen, bash_steps, dig_steps, plank, big_steps, small_steps];
    [&numbers[..], &flags].concat()
}
