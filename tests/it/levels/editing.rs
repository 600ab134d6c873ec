//! Changes to the text of a level: one shape, and a solution more. Comments stay.

use leveret::level::{At, Ending, Level, Solution, add_solution, format, sets};
use leveret::sim::{Ability, Cell, Order};
use proptest::prelude::*;

fn dig(step: u32) -> At {
    At { step, order: Order::Place(Ability::Dig, Cell::new(1, 0)) }
}

fn solution(orders: Vec<At>) -> Solution {
    Solution::Orders { ends: Ending::Won, orders }
}

/// The text with a short solution, which the level must have then, behind those that it had.
#[track_caller]
fn with_solution(text: &str) -> String {
    let added = solution(vec![dig(4)]);
    let changed = add_solution(text, "a.ron", &added).unwrap_or_else(|error| panic!("{error}"));
    let mut before = Level::from_ron(text, "a.ron").unwrap();
    before.solutions.push(added);
    let after = Level::from_ron(&changed, "a.ron").unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(after.comments.len(), before.comments.len(), "{changed}");
    // One in the line of the new solution may belong to it now.
    before.comments.clone_from(&after.comments);
    assert_eq!(after, before, "{changed}");
    changed
}

#[track_caller]
fn formatted(text: &str) -> String {
    format(text, "a.ron").unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_solution_goes_behind_the_others() {
    let text = r#"Level(
    map: ["   "], tokens: { dig: 9 },
    solutions: [
        Solution(ends: Lost), // too short
        // The tempting one comes last.
    ],
)
"#;
    let expected =
        text.replace("// too short\n", "// too short\n        Solution(ends: Won, orders: [At(4, dig, (1, 0))]),\n");
    assert_eq!(with_solution(text), expected);
}

#[test]
fn a_comma_is_added_where_none_was() {
    let text =
        "Level(\n  map: [\"   \"],\n  tokens: { dig: 9 },\n  solutions: [\n    Solution(ends: Lost) // x\n  ]\n)\n";
    let expected = text.replace(
        "Solution(ends: Lost) // x\n",
        "Solution(ends: Lost), // x\n    Solution(ends: Won, orders: [At(4, dig, (1, 0))]),\n",
    );
    assert_eq!(with_solution(text), expected);
}

#[test]
fn a_level_without_solutions_gets_the_field() {
    let text = "Level(\n    map: [\"   \"],\n    tokens: { dig: 9 } // nine\n    // end\n)\n";
    let expected = "Level(\n    map: [\"   \"],\n    tokens: { dig: 9 }, // nine\n    solutions: [\n        \
                    Solution(ends: Won, orders: [At(4, dig, (1, 0))]),\n    ],\n    // end\n)\n";
    assert_eq!(with_solution(text), expected);
}

#[test]
fn a_level_in_one_line_stays_in_one() {
    let none = "Level(map: [\"   \"], tokens: { dig: 9 })";
    let one =
        "Level(map: [\"   \"], tokens: { dig: 9 }, solutions: [Solution(ends: Won, orders: [At(4, dig, (1, 0))])])";
    assert_eq!(with_solution(none), one);
    let two = one.replace("])])", "]), Solution(ends: Won, orders: [At(4, dig, (1, 0))])])");
    assert_eq!(with_solution(one), two);
}

#[test]
fn an_empty_list_and_line_breaks_of_others_are_no_hindrance() {
    let text = "Level(\r\n    map: [\"   \"],\r\n    solutions: [],\r\n    tokens: { dig: 9 },\r\n)\r\n";
    let expected = text.replace(
        "[],\r\n    tokens",
        "[\r\n        Solution(ends: Won, orders: [At(4, dig, (1, 0))]),\r\n    ],\r\n    tokens",
    );
    assert_eq!(with_solution(text), expected);
    with_solution("Level(map: [\"   \"], tokens: { dig: 9 }, solutions: [ // none yet\n])");
    with_solution("Level(map: [\"   \"], tokens: { dig: 9 }, solutions: [/* none yet */])");
    with_solution("Level(map: [\"   \"], tokens: { dig: 9 }, solutions: [Solution() /* one */, /* no more */])");
}

#[test]
fn a_long_solution_takes_several_lines() {
    let text = "Level(\n    map: [\n        \"   \",\n    ],\n    tokens: { dig: 9 },\n)\n";
    let changed = add_solution(text, "a.ron", &solution((0..9).map(dig).collect())).unwrap();
    assert!(changed.contains("        Solution(ends: Won, orders: [\n            At(0, dig, (1, 0)),\n"), "{changed}");
    assert!(changed.ends_with("            At(8, dig, (1, 0)),\n        ]),\n    ],\n)\n"), "{changed}");
    assert_eq!(formatted(&changed), changed);
}

#[test]
fn a_solution_that_does_not_fit_is_refused() {
    let error = add_solution("Level(map: [\"   \"])", "a.ron", &solution(vec![dig(4)])).unwrap_err();
    assert!(error.to_string().contains("the level offers no tokens"), "{error}");
    let error = add_solution("Level(map: [\"   \")", "a.ron", &solution(Vec::new())).unwrap_err();
    assert_eq!(error.faults().len(), 1, "{error}");
}

#[test]
fn every_shipped_level_takes_a_solution() {
    for entry in sets().iter().flat_map(|set| &set.levels) {
        let text = std::fs::read_to_string(format!("levels/{}", entry.path)).expect("a shipped level");
        let added = Solution::Orders { ends: Ending::Lost, orders: Vec::new() };
        let changed = add_solution(&text, entry.path, &added).unwrap_or_else(|error| panic!("{error}"));
        let lines: Vec<&str> =
            changed.lines().filter(|line| line.trim() != "Solution(ends: Lost, orders: []),").collect();
        assert_eq!(lines, text.lines().collect::<Vec<_>>(), "{}", entry.path);
    }
}

#[test]
fn shipped_levels_and_those_that_we_write_have_the_shape() {
    for entry in sets().iter().flat_map(|set| &set.levels) {
        let text = std::fs::read_to_string(format!("levels/{}", entry.path)).expect("a shipped level");
        assert_eq!(formatted(&text), text, "{}", entry.path);
        let written = entry.level.to_ron();
        assert_eq!(formatted(&written), written, "{}", entry.path);
    }
}

#[test]
fn a_level_gets_one_shape() {
    let text = r####"/* by hand */ #![enable(implicit_some)]


// A level.
Level( // here it starts
  name :"One",rabbits:  0x2 /* two */ ,save:2,
  tokens:{dig:1,bash:2}, delay: [2,3,], // short


  // The cave.
  map: ["#Q #", r"###\", // last
  ],
  /* where? */ hints: [],
  water: {(1,0):512},
  solutions: [Solution(ends: Won,orders:[At(1,dig,(1,0)), At(2,bash,(2,0)), At(3, bash, (2,0)), At(4, bash /* why */, (2,0))])
    // no more
  ]
)
// end"####;
    let shaped = r####"/* by hand */
#![enable(implicit_some)]

// A level.
Level( // here it starts
    name: "One",
    rabbits: 0x2, /* two */
    save: 2,
    tokens: { dig: 1, bash: 2 },
    delay: [2, 3], // short

    // The cave.
    map: [
        "#Q #",
        r"###\", // last
    ],
    /* where? */
    hints: [],
    water: { (1, 0): 512 },
    solutions: [
        Solution(ends: Won, orders: [
            At(1, dig, (1, 0)),
            At(2, bash, (2, 0)),
            At(3, bash, (2, 0)),
            At(
                4,
                bash, /* why */
                (2, 0),
            ),
        ]),
        // no more
    ],
)
// end
"####;
    assert_eq!(formatted(text), shaped);
    assert_eq!(formatted(shaped), shaped);
}

#[test]
fn comments_survive_export() {
    let level = Level::from_ron(
        r#"// Top.
Level(
    name: "x", // Why x?
    rabbits: 2,
    /* Two lines,
       no more. */
    map: ["   "],
    tokens: { dig: 1, bash: 1 },
    hints: ["a",
        // The better one.
        "b"],
    solutions: [Solution(orders: [At(1, ExplodeAll)]),
        // Digging.
        Solution(orders: [At(1, dig, (0, 0))])],
    // The end.
)"#,
        "x.ron",
    )
    .unwrap_or_else(|error| panic!("{error}"));
    let expected = "% Top.\n% Why x?\n:name=x\n:hint.1=a\n% The better one.\n:hint.2=b\n% Digging.\n\
                    :solution.1=1;dig&(0,0);until:WON\n\
                    % Solutions that explode all rabbits are left out: the language has no word for it.\n\
                    :num_rabbits=2\n:num_to_save=1\n:rabbit_delay=4\n:bash=1\n:dig=1\n% Two lines,\n%       no more.\n   \n\
                    % The end.\n";
    assert_eq!(level.to_rel(), expected);
}

/// Spaces, comments and signs that hands put anywhere.
fn litter() -> impl Strategy<Value = String> {
    let litter = [
        "\n",
        "\n\n",
        " ",
        "// x\n",
        "\n  // y\n",
        "/* z */",
        "/*\n\n*/",
        ",",
        "\r\n",
        "\t",
        "(",
        ")",
        "[]",
        "\"",
        "1",
    ];
    proptest::collection::vec(proptest::sample::select(litter.to_vec()), 1..3).prop_map(|pieces| pieces.concat())
}

const SOUND: &str = r##"// A level
Level(name: "A \"sound\" level", edge: TornPaper, rabbits: 3, save: 0x2, delay: [4, 2],
    tokens: { dig: 2, bash: -1 }, map: [r"#\ Q  n/#", "#  *   N #"], stars: ["r{index:3}A"],
    water: { (1, 1): 700 }, progress: Progress(saved: 1), hints: ["one", "two"],
    solutions: [Solution(ends: Won, orders: [At(4, dig, (2, 1)), At(9, ExplodeAll)]), Script("4;dig&(2,1)")],
    comments: [Comment(before: Map, text: "x")])
"##;

/// The text with things put in at some places.
fn littered(places: &[(prop::sample::Index, String)]) -> String {
    let mut text = SOUND.to_owned();
    for (place, litter) in places {
        text.insert_str(place.index(text.len()), litter);
    }
    text
}

proptest! {
    #[test]
    fn one_shape_means_the_same_and_stays(places in proptest::collection::vec((any::<prop::sample::Index>(), litter()), 0..4)) {
        let text = littered(&places);
        if let Ok(level) = Level::from_ron(&text, "a.ron") {
            let once = formatted(&text);
            let again = Level::from_ron(&once, "a.ron").map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert_eq!(again, level, "{}", once);
            prop_assert_eq!(formatted(&once), once);
        }
    }

    #[test]
    fn a_solution_fits_anywhere(places in proptest::collection::vec((any::<prop::sample::Index>(), litter()), 0..4)) {
        let text = littered(&places);
        if let Ok(mut level) = Level::from_ron(&text, "a.ron") {
            let added = solution(vec![dig(4)]);
            let changed = add_solution(&text, "a.ron", &added).map_err(|error| TestCaseError::fail(error.to_string()))?;
            let after = Level::from_ron(&changed, "a.ron").expect("it was read before");
            prop_assert_eq!(after.comments.len(), level.comments.len());
            level.solutions.push(added);
            level.comments.clone_from(&after.comments);
            prop_assert_eq!(after, level);
        }
    }
}
