//! Levels in the clothes of other languages, and with brackets and quotes that were forgotten all together: one report, and
//! the advice gives back the very level.

use leveret::level::Level;

use super::hands::{SOUND, cured, without_comments};

/// The rows of its map, as they are drawn.
const DRAWN: [&str; 6] = ["#Q   *    #", "#   /     #", "###########", "#         #", "#     O   #", "###########"];

/// The level with another text for its map.
fn with_map(map: &str) -> String {
    let start = SOUND.find("map: [").expect("a map");
    let end = start + SOUND[start..].find("],").expect("its end") + "],".len();
    format!("{}{map}{}", &SOUND[..start], &SOUND[end..])
}

/// The rows, each between these, one a line.
fn rows(before: &str, behind: &str) -> String {
    DRAWN.map(|row| format!("        {before}{row}{behind}\n")).concat()
}

/// The slips of which there is not one report that gives back the level.
fn wrong(slips: impl IntoIterator<Item = String>) -> Vec<String> {
    let sound = without_comments(Level::from_ron(SOUND, "slip.ron").expect("a level without faults"));
    let complaint = |slip: String| {
        let error = match Level::from_ron(&slip, "slip.ron") {
            Err(error) => error,
            Ok(_) => return Some(format!("no fault\n{slip}")),
        };
        let mended = Level::from_ron(&cured(&slip, &error), "slip.ron").map(without_comments);
        let is_right = error.faults().len() == 1 && mended.as_ref().is_ok_and(|level| *level == sound);
        (!is_right).then(|| format!("{slip}\n{error}\nmended: {mended:?}", mended = mended.err()))
    };
    slips.into_iter().filter_map(complaint).collect()
}

/// No slip is wrong.
#[track_caller]
fn assert_mended(slips: impl IntoIterator<Item = String>) {
    let wrong = wrong(slips);
    assert!(wrong.is_empty(), "{} are wrong\n{}", wrong.len(), wrong.join("\n\n"));
}

/// The level with each of these changes.
fn changed(changes: &[(&str, &str)]) -> Vec<String> {
    let change = |(old, new): &(&str, &str)| {
        assert!(SOUND.contains(old), "{old}");
        SOUND.replacen(old, new, 1)
    };
    changes.iter().map(change).collect()
}

/// A row ends where its text ends, whatever says so besides.
#[test]
fn rows_that_end_in_a_line_break() {
    let text = r##"Level(map: ["MQ \\M\n", "M  OM\n", "MMMMM\n"])"##;
    let error = Level::from_ron(text, "slip.ron").expect_err("line breaks");
    assert_eq!(error.faults().len(), 1, "{error}");
    assert_eq!(cured(text, &error), text.replace(r"\n", ""));
    for text in [r##"Level(map: "MQ  M\nM  OM\nMMMMM")"##, r##"Level(map: ["MQ  M\nM  OM\nMMMMM"])"##] {
        let error = Level::from_ron(text, "slip.ron").expect_err("one text");
        assert_eq!(error.faults().len(), 1, "{error}");
        assert_eq!(cured(text, &error), r##"Level(map: [r"MQ  M", r"M  OM", r"MMMMM"])"##);
    }
}

/// Stars are not counted on a map of which a row has a fault.
#[test]
fn a_row_with_a_fault_is_the_only_report() {
    for rows in ["\"#Q ＊ #\"", "1, \"#\"", "\"#x#\"", "{}, \"#\"", "#Q ＊ #,\n\"##\""] {
        let text = format!("Level(map: [{rows}], stars: [\"r\"])");
        let error = Level::from_ron(&text, "slip.ron").expect_err(rows);
        assert!(!error.to_string().contains("no more of them"), "{error}");
    }
    let error = Level::from_ron("Level(map: [\"#\"], stars: [\"r\"])", "slip.ron").expect_err("no star");
    assert!(error.faults().len() == 1 && error.to_string().contains("no more of them"), "{error}");
}

#[test]
fn a_solution_without_its_brackets() {
    assert_mended(changed(&[
        ("Solution(ends: Lost, orders: [At(1, dig, (4, 1))]),", "ends: Lost, orders: [At(1, dig, (4, 1))],"),
        ("Solution(ends: Lost, orders: [At(1, dig, (4, 1))]),", "Solution ends: Lost, orders: [At(1, dig, (4, 1))],"),
        (
            "Solution(ends: Won, orders: [At(1, dig, (4, 1)), At(5, bash, (5, 4))]),",
            "ends: Won, orders: [At(1, dig, (4, 1)), At(5, bash, (5, 4))],",
        ),
        (
            "Solution(ends: Won, orders: [At(1, dig, (4, 1)), At(5, bash, (5, 4))]),",
            "Solution ends: Won, orders: [At(1, dig, (4, 1)), At(5, bash, (5, 4))],",
        ),
    ]));
}

#[test]
fn a_map_in_other_clothes() {
    assert_mended([
        with_map(&format!("map: |\n{}", rows("", ""))),
        with_map(&format!("map: \"\"\"\n{}    \"\"\",", rows("", ""))),
        with_map(&format!("map: '''\n{}    ''',", rows("", ""))),
        with_map(&format!("map: `\n{}    `,", rows("", ""))),
        with_map(&format!("map: [{}    ],", rows("", "").trim_start())),
        with_map(&format!("map: [{}    ],", rows("", ",").trim_start())),
        with_map(&format!("map: [\n{}    ],", rows("", ""))),
        with_map(&format!("map: {},", rows("r\"", "\" +").trim().trim_end_matches(" +"))),
        with_map(&format!("map: {},", rows("\"", "\\n\" +").trim().trim_end_matches(" +"))),
        with_map(&format!("map:\n{}", rows("r\"", "\""))),
        with_map(&format!("map:\n{}    ,", rows("r\"", "\""))),
        with_map(&format!("map: vec![\n{}    ],", rows("r\"", "\","))),
        with_map(&format!("map: Map([\n{}    ]),", rows("r\"", "\","))),
        with_map(&format!("map: Map(\n{}    ),", rows("r\"", "\","))),
    ]);
}

#[test]
fn quotes_two_or_three_deep() {
    assert_mended(changed(&[
        ("r\"#     O   #\"", "\"\"\"#     O   #\"\"\""),
        ("r\"#Q   *    #\"", "r\"\"#Q   *    #\"\""),
        ("\"Base\"", "'''Base'''"),
        ("\"Base\"", "\"\"\"Base\"\"\""),
        ("\"Base\"", "''Base''"),
    ]));
}

/// Line breaks of another system, marks in any number and lists that end early do no harm.
#[test]
fn what_only_begins_like_a_map_is_survived() {
    let text = "Level(map: |\r\n  #Q #\r\n  ####\r\n)";
    let error = Level::from_ron(text, "slip.ron").expect_err("bare rows");
    assert_eq!(error.faults().len(), 1, "{error}");
    assert!(Level::from_ron(&cured(text, &error), "slip.ron").is_ok(), "{error}");
    for fields in [
        "map: |\n\u{a0}##\n  ##\n)",
        "map: [[[[[[\n##\n##\n",
        "map: '''\n##\n##",
        "map: \"#\" + \"#\" +",
        "map: [\"#\"], solutions: [ends: Won] orders: [])",
    ] {
        assert!(Level::from_ron(&format!("Level({fields}"), "slip.ron").is_err(), "{fields}");
    }
}

/// What stands in the brackets of the level.
fn fields() -> &'static str {
    let (_, fields) = SOUND.split_once("Level(").expect("a level");
    fields.rsplit_once(')').expect("its end").0
}

#[test]
fn other_brackets_around_the_level() {
    let fields = fields();
    assert_mended([
        format!("Level(({fields}))\n"),
        format!("[Level({fields})]\n"),
        format!("[Level({fields}),]\n"),
        format!("Levels(Level({fields}))\n"),
        format!("let level = Level({fields});\n"),
        fields.to_owned(),
    ]);
}
