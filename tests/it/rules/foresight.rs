//! What is foreseen is what happens, in worlds as nonsensical as the types allow.

use std::iter;

use leveret::play::{Horizon, Player, Pursuit, Seen, TokenFate, TokenSearch, WayEnd, saved_in_the_end};
use leveret::sim::{Ability, Cell, Event, Order, Outcome, ThingKind, World};
use proptest::prelude::*;
use proptest::sample::select;

use super::generated::{orders, sound_setup};

const HORIZON: Horizon = Horizon { steps: 60, work: u64::MAX };

/// The play of these orders, one list of them before each step.
fn played(world: World, orders: &[Vec<Order>]) -> Player {
    let mut player = Player::new(world);
    for orders in orders {
        for order in orders {
            // A world may refuse what is generated.
            let _ = player.order(*order);
        }
        player.advance();
    }
    player
}

fn has_token(world: &World, ability: Ability, cell: Cell) -> bool {
    let mut all = world.things().iter().chain(world.placed());
    all.any(|thing| thing.cell == cell && matches!(thing.kind, ThingKind::Token(token) if token.ability == ability))
}

proptest! {
    #[test]
    fn a_token_goes_where_it_was_foreseen(
        setup in sound_setup(),
        orders in orders(6),
        ability in select(&Ability::ALL[..]),
        (x, y) in (0..8_i32, 0..8_i32),
    ) {
        let Ok(world) = World::new(&setup) else { return Ok(()) };
        let player = played(world, &orders);
        let cell = Cell::new(x, y);
        let foreseen = TokenSearch::new(&player, ability, cell, HORIZON)
            .map(|mut search| iter::from_fn(|| Some(search.advance())).flatten().next().expect("a fate"));
        let mut real = player.clone();
        let answer = real.order(Order::Place(ability, cell));
        prop_assert_eq!(foreseen.err(), answer.err());
        let Ok(fate) = foreseen else { return Ok(()) };
        match fate {
            TokenFate::Taken { index, cell, steps } => {
                (1..steps).for_each(|_| drop(real.advance().to_vec()));
                let took = Event::Took { index, cell, ability };
                prop_assert!(real.advance().contains(&took), "{:?}", fate);
            }
            TokenFate::FallsOut { column } => {
                let lowest = Cell::new(column, real.world().height() - 1);
                let dropped = Event::Dropped { cell: lowest, ability };
                prop_assert!((0..HORIZON.steps).any(|_| real.advance().contains(&dropped)), "{:?}", fate);
            }
            TokenFate::Left { cell, seen } => {
                real.advance_to(player.step() + HORIZON.steps);
                prop_assert_eq!(seen == Seen::All, !real.is_running(), "{:?}", fate);
                let below = [cell, cell.above()];
                prop_assert!(below.into_iter().any(|cell| has_token(real.world(), ability, cell)), "{:?}", fate);
            }
        }
    }

    #[test]
    fn a_rabbit_ends_as_it_was_foreseen(setup in sound_setup(), orders in orders(4), index in 0..6_i32) {
        let Ok(world) = World::new(&setup) else { return Ok(()) };
        let player = played(world, &orders);
        // Rabbits that share an index leave together: it is no name for one of them.
        let sharing = player.world().rabbits().iter().filter(|rabbit| rabbit.index == index);
        prop_assume!(sharing.count() <= 1);
        let mut seen = Vec::new();
        let mut pursuit = Pursuit::new(player.ahead(HORIZON), index, 20);
        loop {
            seen.extend(pursuit.rabbit().map(|rabbit| (pursuit.step(), rabbit.cell)));
            if !pursuit.goes_on() {
                break;
            }
            pursuit.advance();
        }
        let way = pursuit.way();
        let mut real = player.clone();
        let mut end = None;
        for step in 0..=HORIZON.steps {
            let here = real.world().rabbits().iter().find(|rabbit| rabbit.index == index);
            let foreseen = seen.iter().find(|(at, _)| *at == step);
            if let Some((_, cell)) = foreseen {
                prop_assert_eq!(here.map(|rabbit| rabbit.cell), Some(*cell));
            }
            if end.is_none() {
                end = real.advance().iter().find_map(|event| match *event {
                    Event::Died { index: own, cell, death } if own == index => Some(WayEnd::Died(death, cell)),
                    Event::Saved { index: own, cell } if own == index => Some(WayEnd::Saved(cell)),
                    _ => None,
                });
            }
        }
        if way.end.is_some() {
            prop_assert_eq!(way.end, end);
        }
    }

    #[test]
    fn a_world_without_orders_ends_as_it_was_foreseen(setup in sound_setup()) {
        let Ok(world) = World::new(&setup) else { return Ok(()) };
        let saved = saved_in_the_end(&world, Horizon { steps: 400, work: u64::MAX });
        let mut real = Player::new(world);
        real.advance_to(2000);
        let world = real.world();
        if let Some(saved) = saved {
            if saved < world.to_save() {
                prop_assert_eq!(saved, world.saved());
                prop_assert_ne!(world.outcome(), Outcome::Won);
            } else {
                prop_assert!(world.saved() >= world.to_save());
            }
        }
    }
}
