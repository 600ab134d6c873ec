//! Generated worlds and orders: as nonsensical as the types allow, and small enough to be crowded.

use leveret::sim::{
    Ability, Block, Cell, Direction, Material, Memory, Order, Plank, RabbitSetup, Setup, Shape, Species, ThingSetup,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Sides of a world.
const SIDES: std::ops::Range<i32> = 1..9;

/// Setups of which some are refused.
pub fn any_setup() -> impl Strategy<Value = Setup> {
    (-1..9_i32, -1..9_i32).prop_flat_map(|(width, height)| setup(width, height, -1..10, any::<i32>().boxed()))
}

/// Setups that make a world.
pub fn sound_setup() -> impl Strategy<Value = Setup> {
    (SIDES, SIDES)
        .prop_flat_map(|(width, height)| setup(width, height, 0..width.min(height), (-2..9_i32).boxed()))
        .prop_map(|mut setup| {
            setup.blocks.retain(|(_, block)| block.material == Material::Earth || block.is_flat());
            setup
        })
}

/// Orders before each of some steps.
pub fn orders(steps: usize) -> impl Strategy<Value = Vec<Vec<Order>>> {
    let place = (select(&Ability::ALL[..]), cell(-2..10)).prop_map(|(ability, cell)| Order::Place(ability, cell));
    let order = prop_oneof![30 => place, 1 => Just(Order::ExplodeAll)];
    vec(vec(order, 0..2), steps)
}

fn setup(
    width: i32,
    height: i32,
    cells: std::ops::Range<i32>,
    number: BoxedStrategy<i32>,
) -> impl Strategy<Value = Setup> {
    let few = prop_oneof![4 => (0..5_i32).boxed(), 1 => number.clone()].boxed();
    let contents = (
        vec((cell(cells.clone()), block()), 0..40),
        vec(rabbit(cells.clone(), few.clone()), 0..6),
        vec((cell(cells.clone()), thing(few.clone())), 0..8),
        vec((cell(cells.start - 2..cells.end + 2), prop_oneof![(0..3000_i32).boxed(), number.clone()]), 0..6),
    );
    let counts = (
        proptest::array::uniform7(proptest::option::of(few.clone())),
        vec(few.clone(), 0..3),
        proptest::array::uniform5(few),
        prop::bool::weighted(0.05),
    );
    (contents, counts).prop_map(move |((blocks, rabbits, things, water), (tokens, mut delay, counts, paused))| {
        delay.push(1);
        let [num_rabbits, to_save, saved, killed, waiting] = counts;
        Setup {
            width,
            height,
            blocks,
            rabbits,
            things,
            water,
            tokens,
            num_rabbits,
            to_save,
            delay,
            saved,
            killed,
            waiting,
            index_count: 0,
            paused,
        }
    })
}

fn cell(cells: std::ops::Range<i32>) -> impl Strategy<Value = Cell> {
    (cells.clone(), cells).prop_map(|(x, y)| Cell::new(x, y))
}

fn block() -> impl Strategy<Value = Block> {
    let shapes = [Shape::Flat, Shape::Flat, Shape::UpRight, Shape::UpLeft, Shape::BridgeUpRight, Shape::BridgeUpLeft];
    let material = prop_oneof![20 => Just(Material::Earth), 1 => Just(Material::Metal)];
    (material, select(shapes.to_vec()), 0..4_u8).prop_map(|(material, shape, variant)| Block {
        material,
        shape,
        variant,
    })
}

fn direction() -> impl Strategy<Value = Direction> {
    select(vec![Direction::Left, Direction::Right])
}

fn rabbit(cells: std::ops::Range<i32>, number: BoxedStrategy<i32>) -> impl Strategy<Value = RabbitSetup> {
    let species = prop_oneof![3 => Just(Species::Rabbit), 1 => Just(Species::Rabbot)];
    let index = prop_oneof![3 => Just(0), 1 => number.clone()];
    (cell(cells), direction(), species, index, any::<bool>(), memory(number)).prop_map(
        |(cell, direction, species, index, on_slope, memory)| RabbitSetup {
            cell,
            direction,
            species,
            index,
            on_slope,
            memory,
        },
    )
}

fn memory(number: BoxedStrategy<i32>) -> impl Strategy<Value = Memory> {
    let flags = proptest::array::uniform4(prop::bool::weighted(0.2));
    let number = prop_oneof![3 => Just(0), 1 => number].boxed();
    let plank = select(vec![Plank::Along, Plank::Up, Plank::DownUp]);
    (proptest::array::uniform5(number), flags, plank).prop_map(|(numbers, flags, plank)| {
        let [fallen, bash_steps, dig_steps, big_steps, small_steps] = numbers;
        let [brolly, blocking, climber, climbing] = flags;
        Memory { fallen, brolly, bash_steps, dig_steps, plank, big_steps, small_steps, blocking, climber, climbing }
    })
}

fn thing(number: BoxedStrategy<i32>) -> impl Strategy<Value = ThingSetup> {
    prop_oneof![
        1 => number.prop_map(|timer| ThingSetup::Entrance { timer }),
        1 => Just(ThingSetup::Exit),
        1 => (0..4_u8).prop_map(|look| ThingSetup::Fire { variant: look }),
        1 => Just(ThingSetup::Pipe),
        4 => select(&Ability::ALL[..]).prop_map(ThingSetup::Token),
    ]
}
