//! Setups: what is refused, and why; orders: what is refused, and for which reason first.

use leveret::sim::{
    Ability, Block, Cell, Direction, MAX_CELLS, Material, Order, Outcome, RabbitSetup, Refusal, Setup, SetupFault,
    Shape, Species, ThingSetup, World,
};

fn sized(width: i32, height: i32) -> Setup {
    Setup { width, height, ..Setup::default() }
}

#[test]
fn all_faults_come_at_once() {
    let outside = Cell::new(3, 0);
    let inside = Cell::new(0, 0);
    let metal = Block { material: Material::Metal, shape: Shape::UpLeft, variant: 4 };
    let setup = Setup {
        blocks: vec![(outside, metal)],
        rabbits: vec![RabbitSetup::new(outside, Direction::Left, Species::Rabbot)],
        things: vec![(outside, ThingSetup::Exit), (inside, ThingSetup::Fire { variant: 7 })],
        delay: Vec::new(),
        ..sized(3, 1)
    };
    assert_eq!(
        World::new(&setup).expect_err("nearly everything is wrong"),
        [
            SetupFault::BlockOutside(outside),
            SetupFault::MetalSlope(outside),
            SetupFault::Variant(outside, 4),
            SetupFault::RabbitOutside(outside),
            SetupFault::ThingOutside(outside),
            SetupFault::Variant(inside, 7),
            SetupFault::NoDelay,
        ]
    );
}

#[test]
fn sizes_are_bounded() {
    for (width, height) in [(-1, 3), (3, -1), (i32::MAX, i32::MAX), (i32::MAX, 0), (511, 511), (i32::MIN, i32::MIN)] {
        assert_eq!(World::new(&sized(width, height)), Err(vec![SetupFault::Size { width, height }]));
    }
    assert!(World::new(&sized(510, 510)).is_ok(), "with its margin this is the largest square of {MAX_CELLS} cells");
}

#[test]
fn a_world_may_have_no_cells() {
    let world = World::new(&sized(0, 0)).expect("nothing is nothing wrong");
    assert_eq!(world.outcome(), Outcome::Running);
    assert_eq!(world.block(Cell::new(0, 0)), None);
}

#[test]
fn refusals_are_looked_for_in_their_order() {
    let earth = Block { material: Material::Earth, shape: Shape::Flat, variant: 0 };
    let mut tokens = [None; 7];
    tokens[Ability::Dig as usize] = Some(0);
    tokens[Ability::Bash as usize] = Some(1);
    let setup = Setup { blocks: vec![(Cell::new(0, 0), earth)], tokens, ..sized(2, 1) };
    let mut world = World::new(&setup).expect("the setup is sound");
    let before = world.clone();
    let (outside, block, free) = (Cell::new(2, 0), Cell::new(0, 0), Cell::new(1, 0));
    assert_eq!(world.order(Order::Place(Ability::Climb, outside)), Err(Refusal::NotOffered));
    assert_eq!(world.order(Order::Place(Ability::Dig, outside)), Err(Refusal::NoneLeft));
    assert_eq!(world.order(Order::Place(Ability::Bash, outside)), Err(Refusal::Outside));
    assert_eq!(world.order(Order::Place(Ability::Bash, block)), Err(Refusal::FlatBlock));
    assert_eq!(world, before);
    assert_eq!(world.order(Order::Place(Ability::Bash, free)), Ok(()));
    assert_eq!((world.tokens(Ability::Bash), world.placed().len(), world.things().len()), (Some(0), 1, 0));
}

#[test]
fn a_paused_world_waits_until_it_may_go_on() {
    let mut world = World::new(&Setup { paused: true, ..sized(1, 1) }).expect("the setup is sound");
    assert_eq!(world.outcome(), Outcome::Paused);
    assert!(world.step(&mut Vec::new()).is_err());
    world.resume();
    assert!(world.step(&mut Vec::new()).is_ok());
}
