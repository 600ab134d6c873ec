//! Properties of all texts and levels, tested on generated ones.

use leveret::level::{GLYPHS, Level};
use proptest::prelude::*;

/// A whole level, to be damaged.
const SOUND: &str = r###"Level(
    name: "A \"sound\" level", // remark
    about: r#"With "quotes""#,
    edge: TornPaper,
    rabbits: 3, save: 0x2, delay: [4, 2],
    tokens: { dig: 2, bash: -1 },
    map: [
        r"#\ Q  n/#",
        "#  *\tN #",
    ],
    stars: ["r{index:3,onSlope:true}A", ],
    water: { (1, 1): 700 },
    progress: Progress(saved: 1),
    hints: ["one", "two"],
    solutions: [Solution(ends: Won, orders: [At(4, dig, (2, 1)), At(9, ExplodeAll)]), Script("4;dig&(2,1)")],
    comments: [Comment(before: Map, text: "x"), Comment(before: "name", text: "y")],
)
"###;

fn characters() -> String {
    GLYPHS.iter().map(|(character, _)| *character).filter(|character| *character != '*').collect()
}

/// Lines that are nearly those of a `.rel` file.
fn rel_line() -> impl Strategy<Value = String> {
    let row = r"[ #M/\\()rjtyQOAPbdikcplNn*x]{0,8}";
    let key =
        "(name|hint\\.[0-9]{1,2}|num_rabbits|rabbit_delay|bash|n|\\*|void_marker_style|paused|nonsense)(\\.code)?";
    prop_oneof![
        row.boxed(),
        (key, "[-+0-9a-z,{}:*]{0,10}").prop_map(|(key, value)| format!(":{key}={value}")).boxed(),
        "[:%].{0,8}".boxed(),
    ]
}

/// A `.rel` file without faults.
fn rel_file() -> impl Strategy<Value = String> {
    let map = (1_usize..9).prop_flat_map(|width| {
        let characters: Vec<char> = characters().chars().collect();
        let row = proptest::collection::vec(proptest::sample::select(characters), width);
        proptest::collection::vec(row.prop_map(|row| row.into_iter().collect::<String>()), 0..6)
    });
    let state = prop_oneof![Just(String::new()), Just("{}".into()), Just("{index:7,Bashing.stepsOfBashing:2}".into())];
    let star = proptest::collection::vec(("[#/()rjtyQOAPbdikcplNn]", state), 0..4).prop_map(|things| {
        let holds_state = |glyph: &str| "rjtyQOAPbdikcpl".contains(glyph);
        things
            .into_iter()
            .map(|(glyph, state)| if holds_state(&glyph) { glyph + &state } else { glyph })
            .collect::<String>()
    });
    let water = (-2..12, -2..9, -5..3000_i32).prop_map(|(x, y, amount)| format!(":n={x},{y},{amount}\n"));
    let text = "[ -~äß☺]{0,12}";
    let lists = (text, proptest::collection::vec(text, 0..3), proptest::collection::vec(1..9_i32, 1..4));
    (map, star, proptest::collection::vec(water, 0..3), lists, 0..5_i32, -1..4_i32).prop_map(
        |(map, star, water, (name, hints, delay), count, tokens)| {
            let rows: String = map.iter().map(|row| format!("{row}\n")).collect();
            let width = map.first().map_or(1, |row| row.chars().count());
            let hints: String = (1..).zip(hints).map(|(n, hint)| format!(":hint.{n}={hint}\n")).collect();
            let delay = delay.iter().map(i32::to_string).collect::<Vec<_>>().join(",");
            format!(
                "% remark\n:name={name}\n{hints}:num_rabbits={count}\n:rabbit_delay={delay}\n:dig={tokens}\n{rows}*{}\n:*={star}\n{}",
                " ".repeat(width - 1),
                water.concat()
            )
        },
    )
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = Level::from_ron(&text, "any.ron").map_err(|error| error.to_string());
        let _ = Level::from_rel(&text, "any.rel").map_err(|error| error.to_string());
    }

    #[test]
    fn a_damaged_ron_file_is_read_or_refused(at in 0..SOUND.len(), cut in 0..4_usize, with in "[]\\[(){}\",:#rb'\\\\/*0-9x.]{0,3}") {
        prop_assume!(SOUND.is_char_boundary(at));
        let end = (at + cut).min(SOUND.len());
        let text = format!("{}{with}{}", &SOUND[..at], &SOUND[end..]);
        let _ = Level::from_ron(&text, "damaged.ron").map_err(|error| error.to_string());
    }

    #[test]
    fn what_is_read_is_ron_to_others_too(at in 0..SOUND.len(), cut in 0..3_usize, with in "[]\\[(){}\",:b'\\\\/0-9x.]{0,2}") {
        prop_assume!(SOUND.is_char_boundary(at));
        let end = (at + cut).min(SOUND.len());
        let text = format!("{}{with}{}", &SOUND[..at], &SOUND[end..]);
        let others: Result<serde::de::IgnoredAny, _> = ron::from_str(&text);
        if Level::from_ron(&text, "damaged.ron").is_ok() {
            prop_assert!(others.is_ok(), "{text}: {others:?}");
        }
    }

    #[test]
    fn what_is_nearly_a_rel_file_is_read_or_refused(lines in proptest::collection::vec(rel_line(), 0..12)) {
        let _ = Level::from_rel(&lines.join("\n"), "nearly.rel").map_err(|error| error.to_string());
    }

    #[test]
    fn a_level_stays_the_same_through_both_formats(text in rel_file()) {
        let level = Level::from_rel(&text, "made.rel").map_err(|error| TestCaseError::fail(error.to_string()))?;
        let as_ron = Level::from_ron(&level.to_ron(), "made.ron").map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(&as_ron, &level);
        let as_rel = Level::from_rel(&level.to_rel(), "made.rel").map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(&as_rel, &level);
    }
}
