//! What a step reports, and in which order.

use leveret::level::Level;
use leveret::sim::{Ability, Cell, Death, Event, Outcome, World};

fn world(rows: &[&str]) -> World {
    Level::from_rel(&rows.join("\n"), "test.rel").expect("the test draws a sound map").world()
}

fn events(world: &mut World, steps: u32) -> Vec<Event> {
    let mut events = Vec::new();
    for _ in 0..steps {
        world.step(&mut events).expect("the world runs");
    }
    events
}

#[test]
fn a_life_from_entrance_to_exit() {
    let mut world = world(&["Q   ", "  O ", "####", ":num_rabbits=1"]);
    let [first, third] = [Cell::new(0, 1), Cell::new(2, 1)];
    assert_eq!(
        events(&mut world, 4),
        [Event::Born { index: 1, cell: first }, Event::Saved { index: 1, cell: third }, Event::Ended(Outcome::Won),]
    );
}

#[test]
fn work_is_reported_where_it_is_done() {
    let mut world = world(&["rb#  ", "#####", "    #"]);
    let bashed = Cell::new(2, 0);
    let taken = Cell::new(1, 0);
    assert_eq!(
        events(&mut world, 2),
        [Event::Took { index: 1, cell: taken, ability: Ability::Bash }, Event::Bashed { index: 1, cell: bashed }]
    );

    let mut world = self::world(&["rd ", "###"]);
    let dug = Event::Dug { index: 1, cell: Cell::new(1, 1) };
    assert_eq!(events(&mut world, 2)[1..], [dug]);

    let mut world = self::world(&["ri ", "###"]);
    let built = Event::Built { index: 1, cell: Cell::new(2, 0) };
    assert_eq!(events(&mut world, 4)[1..], [built]);
}

#[test]
fn deaths_tell_their_cause() {
    let deaths = [
        (&["rp", "##"][..], Death::Exploded),
        (&["r", " "], Death::LeftTheWorld),
        (&["rA", "##"], Death::Burnt),
        (&["#* ", "###", ":*=rN"], Death::Drowned),
        (&["r", " ", " ", " ", " ", " ", "#"], Death::Fell),
        (&["r y", "###"], Death::Crashed),
    ];
    for (rows, expected) in deaths {
        let events = events(&mut world(rows), 5);
        let first =
            events.iter().find_map(|event| if let Event::Died { death, .. } = event { Some(*death) } else { None });
        assert_eq!(first, Some(expected), "{rows:?}");
    }
}

#[test]
fn what_falls_out_of_the_world_is_reported() {
    let mut world = world(&["bA"]);
    let lost =
        [Event::Dropped { cell: Cell::new(0, 0), ability: Ability::Bash }, Event::FireGone { cell: Cell::new(1, 0) }];
    assert_eq!(events(&mut world, 1), lost);
}
