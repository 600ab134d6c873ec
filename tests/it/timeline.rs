//! The timeline: going to any step, and leaving branches and returning to them, gives the world that playing gives.

use leveret::level::Level;
use leveret::play::{Fate, MOST_LEFT, Player, Timeline};
use leveret::sim::{Ability, Cell, Order, Outcome, World};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::allocator::peak_bytes;
use crate::rules::generated::{orders, sound_setup};

/// What a player may do to a timeline.
#[derive(Debug, Clone)]
enum Deed {
    Advance(u32),
    Order(Order),
    Seek(u32),
    Undo,
    Redo,
    Return(usize),
    Restart,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let order = orders(1).prop_filter_map("no order", |orders| orders[0].first().copied().map(Deed::Order));
    let deed = prop_oneof![
        3 => (1..12_u32).prop_map(Deed::Advance),
        4 => order,
        4 => (0..60_u32).prop_map(Deed::Seek),
        1 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
        1 => (0..MOST_LEFT).prop_map(Deed::Return),
        1 => Just(Deed::Restart),
    ];
    vec(deed, 1..40)
}

fn perform(timeline: &mut Timeline, deed: Deed) {
    match deed {
        Deed::Advance(steps) => (0..steps).for_each(|_| timeline.advance()),
        // The world may refuse it.
        Deed::Order(order) => drop(timeline.order(order)),
        Deed::Seek(step) => timeline.seek(step),
        Deed::Undo => drop(timeline.undo()),
        Deed::Redo => drop(timeline.redo()),
        Deed::Return(index) if index < timeline.left().len() => timeline.return_to(index),
        Deed::Return(_) => {}
        Deed::Restart => timeline.restart(Vec::new()),
    }
}

/// The branch's orders, played from the beginning.
fn played(start: &World, timeline: &Timeline) -> Player {
    let mut player = Player::following(start.clone(), timeline.branch().orders().to_vec());
    player.advance_to(timeline.step());
    player
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// After whatever was done: the present is the world that playing the branch gives, and nothing is known of the branch
    /// that did not happen.
    #[test]
    fn the_present_is_what_playing_gives(setup in sound_setup(), deeds in deeds()) {
        let start = World::new(&setup).expect("the setup is sound");
        let mut timeline = Timeline::new(start.clone());
        for deed in deeds {
            perform(&mut timeline, deed.clone());
            let player = played(&start, &timeline);
            prop_assert_eq!(player.step(), timeline.step(), "after {:?}", deed);
            prop_assert_eq!(player.world(), timeline.world(), "after {:?}", deed);
            prop_assert_eq!(player.orders(), timeline.player().orders(), "after {:?}", deed);

            let branch = timeline.branch();
            prop_assert!(branch.reach() >= timeline.step());
            let mut whole = Player::following(start.clone(), branch.orders().to_vec());
            whole.advance_to(branch.reach());
            prop_assert_eq!(whole.step(), branch.reach());
            let marked = |fate| branch.marks().iter().filter(|mark| mark.fate == fate).map(|mark| mark.rabbits).sum::<i32>();
            prop_assert_eq!(marked(Fate::Saved) + start.saved(), whole.world().saved());
            prop_assert_eq!(marked(Fate::Died) + start.killed(), whole.world().killed());
            if let Some(end) = branch.end() {
                prop_assert_eq!(end, whole.world().outcome());
            }
        }
    }

    /// What was left can be returned to, and is then as it was.
    #[test]
    fn a_branch_that_was_left_is_as_it_was(setup in sound_setup(), before in deeds(), order in orders(1)) {
        let mut timeline = Timeline::new(World::new(&setup).expect("the setup is sound"));
        before.into_iter().for_each(|deed| perform(&mut timeline, deed));
        let known = timeline.branch().clone();
        timeline.seek(known.reach() / 2);
        let Some(order) = order[0].first() else { return Ok(()) };
        if timeline.order(*order).is_err() || known.orders().len() < timeline.branch().orders().len() {
            return Ok(());
        }
        if let Some(index) = timeline.left().iter().position(|left| *left == known) {
            timeline.return_to(index);
            prop_assert_eq!(timeline.branch(), &known);
        } else {
            let mut others = timeline.left().iter().chain([timeline.branch()]);
            let goes_on = others.any(|other| other.orders().starts_with(known.orders()));
            prop_assert!(goes_on, "nothing but what goes on elsewhere is dropped");
        }
    }
}

const PIT: &str = "Level(rabbits: 3, save: 2, delay: [3], tokens: { dig: 2, block: 1 }, map: [
    \"#Q            #\", \"#             #\", \"######### #####\", \"#             #\", \"#             #\",
    \"#             #\", \"#             #\", \"#             #\", \"#            O#\", \"###############\",
])";

fn pit() -> Timeline {
    Timeline::new(Level::from_ron(PIT, "pit.ron").expect("a level").world())
}

fn dig(x: i32) -> Order {
    Order::Place(Ability::Dig, Cell::new(x, 1))
}

#[test]
fn an_order_taken_back_is_kept_on_the_branch_that_was_left() {
    let mut timeline = pit();
    timeline.seek(4);
    timeline.order(dig(3)).expect("there is room");
    timeline.seek(9);
    timeline.order(dig(6)).expect("there is room");
    timeline.seek(12);
    assert!(timeline.undo());
    assert_eq!((timeline.step(), timeline.branch().orders().len(), timeline.left().len()), (9, 1, 1));
    assert!(timeline.undo());
    assert_eq!((timeline.step(), timeline.branch().orders().len()), (4, 0));
    assert_eq!(timeline.left().len(), 1, "the shorter branch is the start of the longer one");
    assert!(!timeline.undo(), "there is nothing left to take back");
    assert!(timeline.redo());
    assert_eq!((timeline.step(), timeline.branch().orders().len(), timeline.branch().reach()), (4, 2, 12));
    assert!(timeline.redo());
    assert_eq!(timeline.step(), 9);
    assert!(timeline.redo() && !timeline.redo());
    assert_eq!(timeline.step(), 12);
}

#[test]
fn going_back_alone_changes_nothing_that_is_to_come() {
    let mut timeline = pit();
    timeline.seek(4);
    timeline.order(dig(3)).expect("there is room");
    timeline.seek(20);
    let later = timeline.world().clone();
    timeline.seek(1);
    assert!(timeline.is_in_past());
    (0..19).for_each(|_| timeline.advance());
    assert_eq!((timeline.world(), timeline.left().len()), (&later, 0));
}

#[test]
fn the_oldest_of_too_many_branches_is_dropped() {
    let mut timeline = pit();
    for x in 2..8 {
        timeline.seek(5);
        timeline.order(dig(x)).expect("there is room");
        timeline.advance();
        timeline.undo();
    }
    let firsts: Vec<Order> = timeline.left().iter().map(|left| left.orders()[0].order).collect();
    assert_eq!(firsts, [dig(5), dig(6), dig(7)]);
}

#[test]
fn a_lost_play_knows_when_it_was_decided() {
    let mut timeline = pit();
    timeline.seek(1000);
    let branch = timeline.branch();
    assert_eq!(branch.end(), Some(Outcome::Lost));
    let deaths: Vec<u32> = branch.marks().iter().filter(|mark| mark.fate == Fate::Died).map(|mark| mark.step).collect();
    assert_eq!(branch.decided(), Some(deaths[1]), "two of three had to be saved: {deaths:?}");
}

/// 60 by 40 cells with rabbits that walk for ever.
fn long_play() -> World {
    let mut map = vec![format!("#{}#", " ".repeat(58)); 38];
    map[37] = format!("#{}O#", "r   ".repeat(14) + " ");
    map[37].replace_range(57..59, "##");
    let text = format!("{0}\n{1}\n{0}\n", "#".repeat(60), map.join("\n"));
    Level::from_rel(&text, "long.rel").expect("a level").world()
}

/// The bound on memory holds where a step takes 100 KB, and no step is far from a snapshot.
#[test]
fn ten_thousand_steps_are_kept_in_bounded_memory() {
    let start = long_play();
    let mut timeline = None;
    let bytes = peak_bytes(|| {
        let mut long = Timeline::new(start);
        long.seek(10_000);
        timeline = Some(long);
    });
    let timeline = timeline.expect("it was played");
    assert_eq!(timeline.step(), 10_000);
    println!("timeline of 10,000 steps: {bytes} bytes");
    assert!(bytes < 40 << 20, "{bytes} bytes");
}
