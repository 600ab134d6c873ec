//! The player: when queued orders are given, and what makes it halt.

use leveret::level::{At, Level};
use leveret::play::{Halt, Player};
use leveret::sim::{Ability, Cell, Order, Outcome, Refusal, World};

/// A rabbit five steps from its exit, and two tokens.
fn world() -> World {
    let level = "r   O\n#####\n:num_rabbits=0\n:explode=1\n:climb=1\n:paused=true\n";
    Level::from_rel(level, "test.rel").expect("the level can be read").world()
}

fn at(step: u32, ability: Ability, x: i32) -> At {
    At { step, order: Order::Place(ability, Cell::new(x, 0)) }
}

#[test]
fn a_paused_world_is_resumed() {
    let mut player = Player::new(world());
    assert_eq!(player.world().outcome(), Outcome::Running);
    player.advance_to(100);
    assert_eq!((player.step(), player.halt()), (5, Some(Halt::Over(Outcome::Won))));
}

#[test]
fn orders_are_given_by_step_as_soon_as_they_are_due() {
    let mut player = Player::following(world(), vec![at(2, Ability::Explode, 4), at(0, Ability::Climb, 1)]);
    assert_eq!(player.orders(), [at(0, Ability::Climb, 1)]);
    assert!(player.is_following());
    player.advance();
    assert!(player.answers().is_empty());
    player.advance();
    assert_eq!(player.answers(), [(at(2, Ability::Explode, 4).order, Ok(()))]);
    assert!(!player.is_following());
}

#[test]
fn a_lenient_player_skips_what_is_refused_and_a_strict_one_halts() {
    let orders = vec![at(1, Ability::Dig, 2), at(1, Ability::Climb, 2)];
    let mut lenient = Player::following(world(), orders.clone());
    lenient.advance_to(3);
    assert_eq!((lenient.step(), lenient.orders()), (3, &orders[1..]));

    let mut strict = Player::strict(world(), orders);
    strict.advance_to(3);
    assert_eq!((strict.step(), strict.halt()), (1, Some(Halt::Refused(Refusal::NotOffered))));
    assert!(strict.orders().is_empty());
}

#[test]
fn no_queued_order_is_given_after_the_end() {
    let mut player = Player::following(world(), vec![at(5, Ability::Climb, 0)]);
    player.advance_to(100);
    assert!(player.orders().is_empty() && player.is_following());
    assert_eq!(player.world().tokens(Ability::Climb), Some(1));
}

#[test]
fn an_order_by_hand_drops_the_queue_unless_it_is_refused() {
    let mut player = Player::following(world(), vec![at(3, Ability::Climb, 0)]);
    assert_eq!(player.order(at(0, Ability::Dig, 0).order), Err(Refusal::NotOffered));
    assert!(player.is_following());
    assert_eq!(player.order(at(0, Ability::Explode, 0).order), Ok(()));
    assert!(!player.is_following());
}

#[test]
fn a_bound_counts_waiting_after_the_end_too() {
    let mut player = Player::new(world()).bounded(3);
    player.advance_to(100);
    assert_eq!((player.step(), player.halt()), (3, Some(Halt::Spent)));

    let mut player = Player::new(world()).bounded(8);
    for _ in 0..7 {
        player.advance();
    }
    assert!(!player.is_spent());
    player.advance();
    assert_eq!((player.step(), player.is_spent()), (5, true));
    assert_eq!(player.halt(), Some(Halt::Over(Outcome::Won)));
}
