//! Properties of all worlds and orders, tested on generated ones.

use std::hash::{DefaultHasher, Hash, Hasher};

use leveret::level::Level;
use leveret::sim::{
    Block, Cell, Direction, Material, Order, Outcome, Rabbit, Setup, Shape, Species, State, ThingKind, ThingSetup,
    World,
};
use proptest::prelude::*;

use super::generated::{any_setup, orders, sound_setup};

/// Steps of a generated play.
const STEPS: usize = 40;

/// Steps after which a generated play is saved.
const SAVED_AFTER: usize = 4;

/// Plays until the orders are used up or the level is over; the world may refuse orders.
fn play(world: &mut World, orders: &[Vec<Order>]) {
    for now in orders {
        for &order in now {
            let _ = world.order(order);
        }
        if world.step(&mut Vec::new()).is_err() {
            return;
        }
    }
}

fn digest(world: &World) -> u64 {
    let mut hasher = DefaultHasher::new();
    world.hash(&mut hasher);
    hasher.finish()
}

/// The world of the setup after some steps; none if a rabbit does anything that a saved game forgets.
fn world_at_rest(setup: &Setup, orders: &[Vec<Order>]) -> Option<World> {
    let mut world = World::new(setup).ok()?;
    play(&mut world, orders);
    let is_quiet = world.outcome() == Outcome::Running && world.placed().is_empty();
    let tokens = world.things().iter().filter(|thing| matches!(thing.kind, ThingKind::Token(_))).count();
    let all_rest = world.rabbits().iter().all(|rabbit| is_at_rest(rabbit, &world));
    (is_quiet && tokens < 2 && all_rest).then_some(world)
}

/// Whether the rabbit would decide the same if it looked around once more, without a past.
fn is_at_rest(rabbit: &Rabbit, world: &World) -> bool {
    let memory = rabbit.memory();
    let is_on_thing = world.things().iter().any(|thing| thing.cell == rabbit.cell);
    let is_held = rabbit.on_slope || world.block(rabbit.cell.below()).is_some_and(Block::is_flat);
    let is_idle = memory.bash_steps <= 0 && memory.dig_steps == 0 && memory.big_steps <= 0;
    let goes_on = match rabbit.state {
        State::Walking(_)
        | State::RisingStart(_)
        | State::RisingContinue(_)
        | State::RisingEnd(_)
        | State::LoweringStart(_)
        | State::LoweringContinue(_)
        | State::LoweringEnd(_)
        | State::LoweringAndRising(_)
        | State::RisingAndLowering(_)
        | State::Turning(_)
        | State::TurningRising(_)
        | State::TurningLowering(_)
        | State::Bashing(_)
        | State::BashingUp(_)
        | State::Bridging(..)
        | State::Digging
        | State::ClimbingStart(_) => is_held,
        State::Falling
        | State::Falling1
        | State::FallingOntoRise(_)
        | State::FallingOntoLower(_)
        | State::Falling1OntoRise(_)
        | State::Falling1OntoLower(_)
        | State::Falling1ToDeath
        | State::DyingOfFallingSlopeRise(_)
        | State::DyingOfFalling2SlopeRise(_) => !memory.brolly && !rabbit.on_slope && is_idle,
        State::Brollychuting => !rabbit.on_slope && is_idle,
        _ => false,
    };
    let is_plain = rabbit.species == Species::Rabbit && !rabbit.hopped() && !memory.climbing && !memory.blocking;
    goes_on && is_plain && memory.dig_steps >= 0 && !is_on_thing && rabbit.index > 0
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// A setup is refused, or it makes a world that takes any orders and any number of steps.
    #[test]
    fn nonsense_is_refused_or_plays(setup in any_setup(), orders in orders(STEPS)) {
        match World::new(&setup) {
            Ok(mut world) => play(&mut world, &orders),
            Err(faults) => prop_assert!(!faults.is_empty()),
        }
    }

    /// A level that is over does not change.
    #[test]
    fn a_finished_world_does_not_step(setup in sound_setup(), orders in orders(STEPS)) {
        let mut world = World::new(&setup).expect("the setup is sound");
        play(&mut world, &orders);
        let (before, outcome) = (world.clone(), world.outcome());
        let mut events = Vec::new();
        prop_assert_eq!(world.step(&mut events).is_ok(), outcome == Outcome::Running);
        if outcome != Outcome::Running {
            prop_assert_eq!(world, before);
            prop_assert!(events.is_empty());
        }
    }

    /// The same orders make the same world, and so they do on other threads.
    #[test]
    fn the_same_orders_make_the_same_world(setup in sound_setup(), orders in orders(STEPS)) {
        let playing = || {
            let mut world = World::new(&setup).expect("the setup is sound");
            play(&mut world, &orders);
            world
        };
        let here = playing();
        let elsewhere: Vec<World> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..2).map(|_| scope.spawn(playing)).collect();
            threads.into_iter().map(|thread| thread.join().expect("playing does not panic")).collect()
        });
        for world in elsewhere {
            prop_assert_eq!(digest(&world), digest(&here));
            prop_assert_eq!(&world, &here);
        }
    }

    /// A copy is independent, and plays on like the original.
    #[test]
    fn a_copy_plays_on_the_same(setup in sound_setup(), orders in orders(STEPS)) {
        let mut world = World::new(&setup).expect("the setup is sound");
        play(&mut world, &orders[..STEPS / 2]);
        let mut copy = world.clone();
        prop_assert_eq!(digest(&copy), digest(&world));
        play(&mut world, &orders[STEPS / 2..]);
        play(&mut copy, &orders[STEPS / 2..]);
        prop_assert_eq!(copy, world);
    }

    /// A world saved while no rabbit does what a saved game forgets plays on as if it had not been saved. The order among
    /// several entrances or tokens would be forgotten too.
    #[test]
    fn a_saved_world_plays_on_the_same(mut setup in sound_setup(), orders in orders(STEPS)) {
        setup.delay = vec![2];
        setup.rabbits.retain(|rabbit| rabbit.species == Species::Rabbit && !rabbit.memory.blocking);
        setup.rabbits.iter_mut().for_each(|rabbit| rabbit.index = 0);
        setup.things.retain(|(_, thing)| !matches!(thing, ThingSetup::Fire { .. } | ThingSetup::Entrance { .. }));
        setup.things.push((Cell::new(0, 0), ThingSetup::Entrance { timer: 1 }));
        setup.paused = false;
        let Some(mut world) = world_at_rest(&setup, &orders[..SAVED_AFTER]) else { return Ok(()) };
        let level = Level::from_rel(" ", "saved.rel").expect("an empty level can be read");
        let text = level.with_setup(world.setup()).expect("a world in play has a sound setup").to_rel();
        let mut loaded = Level::from_rel(&text, "saved.rel").expect("what was saved can be loaded").world();
        for orders in orders[SAVED_AFTER..].chunks(1) {
            prop_assert_eq!(shown(&loaded), shown(&world), "{}", text);
            play(&mut world, orders);
            play(&mut loaded, orders);
        }
    }

    /// Behind walls of metal a world plays the same wherever it lies in a larger one, also where rows are long.
    #[test]
    fn a_walled_world_plays_the_same_anywhere(setup in sound_setup(), orders in orders(STEPS), x in 0..150, y in 0..4) {
        let corners = [Cell::new(0, 0), Cell::new(x, y)];
        let [mut here, mut there] = corners.map(|corner| World::new(&walled(&setup, corner)).expect("walls are sound"));
        for orders in &orders {
            // Some get through metal: those that bash uselessly on a slope.
            if !here.rabbits().iter().all(|rabbit| is_inside(&setup, rabbit.cell.offset(-1, -1))) {
                break;
            }
            prop_assert_eq!(shown_from(corners[0], &here), shown_from(corners[1], &there));
            play(&mut here, &[moved(orders, &setup, corners[0])]);
            play(&mut there, &[moved(orders, &setup, corners[1])]);
        }
    }
}

fn is_inside(setup: &Setup, cell: Cell) -> bool {
    (0..setup.width).contains(&cell.x) && (0..setup.height).contains(&cell.y)
}

/// The setup behind walls of metal, the upper left of which is at this corner, with open cells around.
fn walled(setup: &Setup, corner: Cell) -> Setup {
    let (width, height) = (setup.width + 2, setup.height + 2);
    let inside = |cell| is_inside(setup, cell);
    let to = |cell: Cell| cell.offset(corner.x + 1, corner.y + 1);
    let ring = (0..height).flat_map(|y| (0..width).map(move |x| Cell::new(x - 1, y - 1))).filter(|&cell| !inside(cell));
    let metal = Block { material: Material::Metal, shape: Shape::Flat, variant: 0 };
    let mut moved = setup.clone();
    (moved.width, moved.height) = (corner.x + width + 2, corner.y + height + 2);
    moved.water.retain(|&(cell, _)| inside(cell));
    moved.blocks.iter_mut().for_each(|(cell, _)| *cell = to(*cell));
    moved.rabbits.iter_mut().for_each(|rabbit| rabbit.cell = to(rabbit.cell));
    moved.things.iter_mut().for_each(|(cell, _)| *cell = to(*cell));
    moved.water.iter_mut().for_each(|(cell, _)| *cell = to(*cell));
    moved.blocks.extend(ring.map(|cell| (to(cell), metal)));
    moved
}

/// The orders for the same setup behind walls; those for cells outside are left out.
fn moved(orders: &[Order], setup: &Setup, corner: Cell) -> Vec<Order> {
    let inside = |cell| is_inside(setup, cell);
    let moved = orders.iter().filter_map(|&order| match order {
        Order::Place(ability, cell) => {
            inside(cell).then_some(Order::Place(ability, cell.offset(corner.x + 1, corner.y + 1)))
        }
        Order::ExplodeAll => Some(order),
    });
    moved.collect()
}

/// What a player sees of a world, with cells counted from this corner.
fn shown_from(corner: Cell, world: &World) -> Shown {
    let from = |cell: Cell| cell.offset(-corner.x, -corner.y);
    let Shown { mut rabbits, mut water, counts } = shown(world);
    rabbits.iter_mut().for_each(|(_, cell, ..)| *cell = from(*cell));
    water.iter_mut().for_each(|(cell, _)| *cell = from(*cell));
    Shown { rabbits, water, counts }
}

/// What a player sees of a world.
#[derive(Debug, PartialEq)]
struct Shown {
    rabbits: Vec<(i32, Cell, Direction, State)>,
    water: Vec<(Cell, i32)>,
    counts: [i32; 3],
}

fn shown(world: &World) -> Shown {
    let rabbits = world.rabbits().iter().map(|rabbit| (rabbit.index, rabbit.cell, rabbit.direction, rabbit.state));
    let counts = [world.saved(), world.killed(), world.waiting()];
    Shown { rabbits: rabbits.collect(), water: world.waters().collect(), counts }
}
