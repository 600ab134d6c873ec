//! Valid level files: defaults, and how a level is written.

use leveret::level::{Anchor, At, Edge, Ending, Level, Solution};
use leveret::sim::{Ability, Cell, Direction, Order, RabbitSetup, Setup, SetupFault, Shape, Species, ThingSetup};

#[track_caller]
fn ron(text: &str) -> Level {
    Level::from_ron(text, "sets/02_test-level.ron").unwrap_or_else(|error| panic!("{error}"))
}

/// A level with that map and further fields.
#[track_caller]
fn drawn(rows: &[&str], fields: &str) -> Level {
    ron(&format!("Level(map: {rows:?}, {fields})"))
}

#[track_caller]
fn rel(text: &str) -> Level {
    Level::from_rel(text, "sets/02_test-level.rel").unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_map_is_enough() {
    let level = drawn(&["#Q#"], "");
    assert_eq!(level.name, "sets 2 test-level");
    assert_eq!(level.edge, Edge::Highlighter);
    assert_eq!((level.setup().width, level.setup().height), (3, 1));
    let &Setup { num_rabbits, to_save, waiting, tokens, .. } = level.setup();
    assert_eq!((num_rabbits, to_save, waiting, tokens), (10, 1, 10, [None; 7]));
    assert_eq!(level.setup().delay, [4]);
    assert!(level.hints.is_empty() && level.solutions.is_empty());
    assert_eq!(level.setup(), rel("#Q#").setup());
}

#[test]
fn short_rows_are_padded() {
    let level = drawn(&["#", "", "#O#"], "");
    assert_eq!((level.setup().width, level.setup().height), (3, 3));
    assert!(level.to_ron().contains("        \"#  \",\n        \"   \",\n        \"#O#\",\n"), "{}", level.to_ron());
}

#[test]
fn characters_become_blocks_rabbits_things_and_water() {
    let level = drawn(&["M(jyPdNn"], "");
    let setup = level.setup();
    let blocks: Vec<(i32, Shape)> = setup.blocks.iter().map(|(cell, block)| (cell.x, block.shape)).collect();
    assert_eq!(blocks, [(0, Shape::Flat), (1, Shape::BridgeUpRight)]);
    let rabbits: Vec<(i32, Species, Direction)> =
        setup.rabbits.iter().map(|rabbit| (rabbit.cell.x, rabbit.species, rabbit.direction)).collect();
    assert_eq!(rabbits, [(2, Species::Rabbit, Direction::Left), (3, Species::Rabbot, Direction::Left)]);
    let things = [(Cell::new(4, 0), ThingSetup::Pipe), (Cell::new(5, 0), ThingSetup::Token(Ability::Dig))];
    assert_eq!(setup.things, things);
    assert_eq!(setup.water, [(Cell::new(6, 0), 1024), (Cell::new(7, 0), 512)]);
}

#[test]
fn stars_are_described_row_by_row() {
    let level = drawn(&["* O", "#*#"], r#"stars: ["Qr", "(("]"#);
    assert_eq!(level.setup().rabbits[0].cell, Cell::new(0, 0));
    assert_eq!(level.setup().blocks.iter().filter(|(cell, _)| *cell == Cell::new(1, 1)).count(), 2);
    // The contents of the map itself come first.
    assert_eq!(level.setup().things[0].1, ThingSetup::Exit);
    assert_eq!(level.setup().things[1].1, ThingSetup::Entrance { timer: 0 });
}

#[test]
fn looks_come_from_one_sequence() {
    let level = rel(&"#".repeat(40));
    let setup = level.setup();
    let looks: String = setup.blocks.iter().map(|(_, block)| char::from(b'0' + block.variant)).collect();
    assert_eq!(looks, "0301030033133130311321013000203010111321");
}

#[test]
fn scrambled_values_are_read_whatever_their_key() {
    let level = rel(":hint.1.code=_Uf?>3ZH_8>U>{3\n:solution.1.code=t0DNU5|=W\n:name=x\n#\n");
    assert_eq!(level.hints, ["Select the bash"]);
    assert_eq!(level.solutions, [Solution::Script("until:WON".to_owned())]);
}

#[test]
fn the_edge_follows_from_the_name() {
    let edge = |name: &str| rel(&format!(":name={name}\n#\n")).edge;
    assert_eq!(edge("UFO"), Edge::Highlighter);
    assert_eq!(edge("Tomb raider"), Edge::TornPaper);
    assert_eq!(rel(":name=UFO\n:void_marker_style=Torn_Paper\n#\n").edge, Edge::TornPaper);
}

#[test]
fn comments_come_before_their_line() {
    let level = rel("% one\n% two\n:name=x\n% map\n#\n% end\n");
    let comments: Vec<(&str, &Anchor)> = level.comments.iter().map(|c| (c.text.as_str(), &c.before)).collect();
    let name = Anchor::Key("name".to_owned());
    assert_eq!(comments, [(" one", &name), (" two", &name), (" map", &Anchor::Map), (" end", &Anchor::End)]);
    assert_eq!(
        level.to_rel(),
        "% one\n% two\n:name=x\n:num_rabbits=10\n:num_to_save=1\n:rabbit_delay=4\n% map\n#\n% end\n"
    );
}

#[test]
fn a_level_is_written_as_a_person_would() {
    let text = r###"Level(
    name: "Written",
    about: r#"A "level" with a \."#,
    rabbits: 3,
    save: 2,
    delay: [4, 1],
    tokens: { bash: 1, dig: -1 },
    map: [
        r"#\ Q#",
        r"#*O##",
    ],
    stars: [
        "r{index:3,onSlope:true}d",
    ],
    water: { (2, 0): 700 },
    progress: Progress(saved: 1, paused: true),
    hints: [
        "One.",
    ],
    solutions: [
        Solution(ends: Won, orders: [At(4, dig, (2, 0)), At(9, ExplodeAll)]),
        Script("4;dig&(2,0)"),
    ],
)
"###;
    let level = ron(text);
    assert_eq!(level.to_ron(), text);
    let place = At { step: 4, order: Order::Place(Ability::Dig, Cell::new(2, 0)) };
    let explode = At { step: 9, order: Order::ExplodeAll };
    assert_eq!(level.solutions[0], Solution::Orders { ends: Ending::Won, orders: vec![place, explode] });
}

#[test]
fn orders_are_written_as_commands() {
    let script = |orders: &str| {
        let level = drawn(
            &["   "],
            &format!(r#"tokens: {{ dig: 9, bash: 9 }}, solutions: [Solution(ends: Won, orders: [{orders}])]"#),
        );
        level.solutions[0].script()
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(script(""), some("until:WON"));
    assert_eq!(script("At(0, dig, (0, 0)), At(1, bash, (1, 0))"), some("dig&(0,0);bash&(1,0);until:WON"));
    assert_eq!(script("At(4, dig, (0, 0)), At(4, dig, (1, 0))"), some("4;dig&(0,0)&dig&(1,0);until:WON"));
    assert_eq!(script("At(4, dig, (0, 0)), At(9, dig, (1, 0))"), some("4;dig&(0,0);4;dig&(1,0);until:WON"));
    assert_eq!(script("At(4, ExplodeAll)"), None);
}

#[test]
fn an_exported_solution_ends_as_before() {
    for entry in leveret::level::sets().iter().flat_map(|set| &set.levels) {
        let exported = Level::from_rel(&entry.level.to_rel(), "exported.rel").unwrap_or_else(|error| panic!("{error}"));
        // Rabbit Escape's language has no word for exploding all.
        let sayable: Vec<_> = entry.level.solutions.iter().filter(|solution| solution.script().is_some()).collect();
        assert_eq!(exported.solutions.len(), sayable.len(), "{}", entry.path);
        for (before, after) in sayable.into_iter().zip(&exported.solutions) {
            let (before, after) =
                (before.play(&entry.level).expect("orders"), after.play(&exported).expect("a script"));
            assert_eq!(after.failure, None, "{}", entry.path);
            assert_eq!((after.orders, after.world), (before.orders, before.world), "{}", entry.path);
        }
    }
}

#[test]
fn a_setup_that_was_changed_gets_a_new_map() {
    let level = drawn(&["* O", "###"], r#"stars: ["Q"]"#);
    let mut setup = level.setup().clone();
    setup.things.swap(0, 1);
    setup.rabbits.push(RabbitSetup::new(Cell::new(2, 0), Direction::Right, Species::Rabbit));
    let level = level.with_setup(setup).expect("the setup is sound");
    let again = ron(&level.to_ron());
    assert_eq!(again.setup(), level.setup());
    assert_eq!(again.world(), level.world());
    assert!(level.to_ron().contains("\"Q *\""), "{}", level.to_ron());
}

#[test]
fn a_setup_that_was_not_changed_keeps_its_map() {
    let level = drawn(&["* O", "###"], r#"stars: ["Q"]"#);
    let setup = level.setup().clone();
    assert_eq!(level.clone().with_setup(setup), Ok(level));
}

#[test]
fn a_setup_without_a_world_is_refused() {
    let level = drawn(&["#O#"], "");
    let setup = Setup { delay: Vec::new(), ..level.setup().clone() };
    assert_eq!(level.with_setup(setup), Err(vec![SetupFault::NoDelay]));
}
