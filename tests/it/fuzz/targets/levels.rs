//! Level files: refused with a message, or a level that survives both formats and any play.

use leveret::bench::SplitMix;
use leveret::level::Level;
use leveret::play::{Player, Script};
use leveret::sim::{Ability, Cell, Order};
use xxhash_rust::xxh3::xxh3_64;

pub const RON_WORDS: [&str; 34] = [
    "Level(",
    "name:",
    "about:",
    "author:",
    "rabbits:",
    "save:",
    "delay:",
    "tokens:",
    "map:",
    "stars:",
    "water:",
    "hints:",
    "solutions:",
    "edge:",
    "TornPaper",
    "progress:",
    "Progress(",
    "saved:",
    "waiting:",
    "last_index:",
    "paused: true",
    "comments:",
    "Comment(before: Map, text: \"",
    "Solution(",
    "ends: Lost",
    "orders:",
    "At(",
    "ExplodeAll",
    "explode",
    "brolly",
    "Script(\"",
    "r\"",
    "r#\"",
    "//",
];

pub const REL_WORDS: [&str; 30] = [
    ":name=",
    ":description=",
    ":author_name=",
    ":num_rabbits=",
    ":num_to_save=",
    ":num_saved=",
    ":num_waiting=",
    ":rabbit_delay=",
    ":rabbit_index_count=",
    ":paused=true",
    ":bash=",
    ":explode=",
    ":n=",
    ":*=",
    ":hint.1=",
    ":solution.1=",
    ".code=",
    ":void_marker_style=torn_paper",
    "index:",
    "onSlope:true",
    "Bashing.stepsOfBashing:",
    "Bridging.bigSteps:",
    "Falling.heightFallen:",
    "Climbing.hasAbility:true",
    "Blocking.abilityActive:true",
    "until:WON",
    "%",
    "r{",
    "QPANO",
    "\r\n",
];

/// Steps of a play, fewer in a crowded world.
const STEPS: u32 = 2000;

/// Rabbits and things, summed over the steps of a play.
const MOST_WORK: usize = 200_000;

pub fn ron_level(data: &[u8]) {
    match Level::from_ron(&String::from_utf8_lossy(data), "fuzzed.ron") {
        Ok(level) => {
            assert_eq!(through_ron(&level), level);
            assert_eq!(through_rel(&level).setup(), level.setup());
            survives(&level, data);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

pub fn rel_level(data: &[u8]) {
    match Level::from_rel(&String::from_utf8_lossy(data), "fuzzed.rel") {
        Ok(level) => {
            // The order of things and the variants of blocks follow the lines of the file. Where metadata stands between
            // rows they change once.
            let again = through_rel(&level);
            assert_eq!(through_rel(&again), again);
            if !has_negative_counts(&again) {
                assert_eq!(through_ron(&again), again);
            }
            survives(&level, data);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

fn through_ron(level: &Level) -> Level {
    let text = level.to_ron();
    Level::from_ron(&text, "fuzzed.ron").unwrap_or_else(|error| panic!("{error}\nin the RON text\n{text}"))
}

fn through_rel(level: &Level) -> Level {
    let text = level.to_rel();
    Level::from_rel(&text, "fuzzed.rel").unwrap_or_else(|error| panic!("{error}\nin the `.rel` text\n{text}"))
}

fn survives(level: &Level, data: &[u8]) {
    assert_eq!(through_rel(level).to_rel(), level.to_rel());
    for script in level.solutions.iter().filter_map(|solution| solution.script()) {
        let _ = script.parse::<Script>().map_err(|fault| fault.to_string());
    }
    play(level, SplitMix(xxh3_64(data)));
}

/// Plays random orders.
fn play(level: &Level, mut random: SplitMix) {
    let mut player = Player::new(level.world());
    let mut work = 0;
    while player.step() < STEPS && work < MOST_WORK && player.is_running() {
        if random.below(3) == 0 {
            let order = order(&mut random, player.world().width(), player.world().height());
            let _ = player.order(order);
        }
        player.advance();
        work += 1 + player.world().rabbits().len() + player.world().things().len();
    }
    // What was obeyed can be repeated.
    let repeated = Player::replayed(level.world(), player.orders(), player.step());
    assert_eq!(repeated.world(), player.world());
}

/// An order in the world or at most two cells outside of it.
fn order(random: &mut SplitMix, width: i32, height: i32) -> Order {
    if random.below(300) == 0 {
        return Order::ExplodeAll;
    }
    let ability = Ability::ALL[random.below(Ability::ALL.len())];
    let mut coordinate = |size: i32| random.below(size as usize + 4) as i32 - 2;
    Order::Place(ability, Cell::new(coordinate(width), coordinate(height)))
}

/// RON levels have none.
fn has_negative_counts(level: &Level) -> bool {
    let setup = level.setup();
    let counts = [setup.num_rabbits, setup.to_save, setup.saved, setup.killed, setup.waiting, setup.index_count];
    counts.iter().chain(&setup.delay).any(|count| *count < 0)
}
