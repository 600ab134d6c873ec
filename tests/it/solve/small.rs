//! Small random levels, and a search of all their plays that knows no reduction.

use leveret::level::Level;
use leveret::play::Player;
use leveret::sim::{Ability, Cell, Order, World};

/// What a map is drawn of; what comes more often is there several times.
const CONTENTS: &[u8] = b"       ####M/\\()ArjtyNbdik";

/// A level of some cells with a rabbit or two, an exit and a floor. Some have an entrance, out of which one or two more come.
pub fn small_level(seed: u64) -> Level {
    let mut random = Random::new(seed);
    let (width, height) = (5 + random.below(3), 3 + random.below(2));
    random_level(width, height, &mut random)
}

/// The same but narrow, and so high that one can fall to death.
pub fn tall_level(seed: u64) -> Level {
    let mut random = Random::new(seed);
    let (width, height) = (4 + random.below(2), 7 + random.below(4));
    random_level(width, height, &mut random)
}

fn random_level(width: usize, height: usize, random: &mut Random) -> Level {
    let mut rows: Vec<Vec<u8>> =
        (0..height).map(|_| (0..width).map(|_| CONTENTS[random.below(CONTENTS.len())]).collect()).collect();
    rows.push((0..width).map(|_| if random.below(6) == 0 { b' ' } else { b'#' }).collect());
    rows[random.below(height)][random.below(width)] = b'O';
    rows[random.below(height)][random.below(width)] = [b'r', b'j', b'Q'][random.below(3)];
    let (born, delay) = (1 + random.below(2), 1 + random.below(3));
    let map: Vec<String> = rows.into_iter().map(|row| String::from_utf8(row).expect("ASCII")).collect();
    let mut text = format!(":num_rabbits={born}\n:rabbit_delay={delay}\n:num_to_save={}\n", 1 + random.below(5) / 4);
    for _ in 0..2 {
        let ability = Ability::ALL[random.below(Ability::ALL.len())];
        if !text.contains(ability.name()) {
            text += &format!(":{}=2\n", ability.name());
        }
    }
    text += &map.join("\n");
    text.push('\n');
    Level::from_rel(&text, "small.rel").expect("a level")
}

/// Steps in which tokens are placed, and steps until a play counts as endless.
const ORDERS_UNTIL: u32 = 8;
const STEPS: u32 = 60;

/// The fewest tokens, `most` at most, with which enough rabbits are saved: tried in all cells, before all of the first
/// steps.
pub fn all_plays(world: &World, most: u32) -> Option<u32> {
    (0..=most).find(|&tokens| wins(Player::new(world.clone()), tokens))
}

fn wins(mut player: Player, tokens: u32) -> bool {
    loop {
        let world = player.world();
        if world.saved() >= world.to_save() {
            return true;
        }
        if !player.is_running() || player.step() >= STEPS {
            return false;
        }
        if tokens > 0 && player.step() < ORDERS_UNTIL && wins_with_order(&player, tokens) {
            return true;
        }
        player.advance();
    }
}

fn wins_with_order(player: &Player, tokens: u32) -> bool {
    let world = player.world();
    let cells = (0..world.height()).flat_map(|y| (0..world.width()).map(move |x| Cell::new(x, y)));
    let mut orders = cells.flat_map(|cell| Ability::ALL.map(|ability| Order::Place(ability, cell)));
    orders.any(|order| {
        let mut player = player.clone();
        player.order(order).is_ok() && wins(player, tokens - 1)
    })
}

/// Numbers that look random, the same in each run (splitmix64).
struct Random(u64);

impl Random {
    fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(1))
    }

    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((bits ^ (bits >> 31)) % bound as u64) as usize
    }
}
