//! What `check` warns of: each kind in a small level, with its place; and that it warns of nothing that makes sense.

use std::fs;
use std::path::Path;

use leveret::check::{self, PlayedLevel, Remark, Report};
use leveret::level::{At, GLYPHS, Glyph, Level};
use leveret::play::Player;
use leveret::sim::{Ability, Cell, Event, Order};
use proptest::prelude::*;

fn report(name: &str, text: &str) -> Report {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, text).expect("a file");
    check::run(&[path], 1, |_, _| ())
}

fn played(name: &str, text: &str) -> PlayedLevel {
    let mut report = report(name, text);
    report.levels.remove(0).result.unwrap_or_else(|_| panic!("not a level: {text}"))
}

/// The warnings as `line:column words`.
fn warnings_of(name: &str, text: &str) -> Vec<String> {
    let show = |remark: &Remark| format!("{}:{} {}", remark.line, remark.column, remark.words);
    played(name, text).warnings.iter().map(show).collect()
}

fn warnings(text: &str) -> Vec<String> {
    warnings_of("level.ron", text)
}

#[test]
fn rabbits_that_cannot_be_enough() {
    let level = |fields: &str, map: &str| warnings(&format!("Level({fields}, map: [{map}])"));
    let way = r#"" Q   ", "    O", "MMMMM""#;
    assert_eq!(level("rabbits: 3, save: 5", way), ["1:25 5 rabbits are to be saved, and no more than 3 can ever come"]);
    assert!(level("rabbits: 3, save: 3", way).is_empty());
    // Those on the map count too, rabbots do not.
    assert!(level("rabbits: 10, save: 12, tokens: { dig: 1 }", r#""rQj  ", "    O", "MMMMM""#).is_empty());
    assert_eq!(level("rabbits: 10, save: 11", r#"" Qt  ", "    O", "MMMMM""#).len(), 1);
    assert_eq!(level("rabbits: 3, save: 0", way), ["1:25 no rabbit has to be saved: every end of the level is a win"]);
    // A delay of 0 shuts the entrance.
    assert_eq!(
        level("rabbits: 9, save: 5, delay: [2, 0]", way),
        ["1:25 5 rabbits are to be saved, and no more than 2 can ever come"]
    );
}

#[test]
fn states_that_are_passed_over() {
    let level = |stars: &str| warnings(&format!("Level(stars: [\"{stars}\"], map: [\" Q*  \", \"    O\", \"MMMMM\"])"));
    assert_eq!(level("r{index:1"), ["1:17 no `}` closes this saved state: it is passed over"]);
    assert_eq!(
        level("r{onSlop:true}"),
        ["1:18 no saved state is called `onSlop`: it is passed over; did you mean `onSlope`?"]
    );
    assert_eq!(level("r{onSlope:yes}"), ["1:18 `yes` is neither `true` nor `false`: it counts as `false`"]);
    assert_eq!(level("r{index:1,onSlope:true}Q{Entrance.timeToNextRabbit:2}"), [""; 0]);
    let rel = ":num_to_save=1\n Q*  \n    O\nMMMMM\n:*=r{index:1\n";
    assert_eq!(warnings_of("level.rel", rel), ["5:5 no `}` closes this saved state: it is passed over"]);
}

#[test]
fn numbers_below_nothing_in_a_level_of_rabbit_escape() {
    let map = " Qr  \n    O\nMMMMM\n";
    let rel = format!(":num_to_save=1\n:num_rabbits=-3\n:rabbit_delay=4,-1\n{map}");
    assert_eq!(
        warnings_of("level.rel", &rel),
        ["2:14 fewer than no rabbits come: say 0", "3:15 no delay is shorter than 0"]
    );
}

/// A script that cannot be read: where, and what was meant.
#[test]
fn the_action_of_a_script_that_is_none() {
    let failed = |rel: &str| {
        let mut level = played("level.rel", rel);
        let remark = level.solutions.remove(0).failure.expect("it cannot be read").remark;
        format!("{}:{} {}", remark.line, remark.column, remark.words)
    };
    let map = "# Q   #\n#    O#\n#######\n";
    assert_eq!(failed(&format!(":solution.1=1;dgi&(1,1)\n{map}")), "1:15 nothing was played; did you mean `dig`?");
    assert_eq!(failed(&format!(":solution.1=1;jump\n{map}")), "1:15 nothing was played");
    assert_eq!(
        failed(&format!(":solution.1=dig;util:won\n{map}")),
        "1:17 nothing was played; did you mean `until:WON`?"
    );
}

#[test]
fn rabbits_that_never_come_and_exits_that_are_not_there() {
    assert_eq!(
        warnings("Level(map: [\"    O\", \"#####\"])"),
        ["1:12 no rabbit ever comes: the map has neither an entrance `Q` nor a rabbit `r` or `j`"]
    );
    assert_eq!(
        warnings("Level(map: [\n\" Q   \",\n\"     \",\n\"#####\"])"),
        ["1:12 no rabbit can be saved: the map has no exit `O`"]
    );
    assert_eq!(
        warnings("Level(map: [\n\"    O\",\n\"#####\",\n\"  Q  \"])"),
        ["4:4 this entrance is in the last row: rabbits appear below it, off the map, and die"]
    );
}

/// A level that offers no tokens is played: it is won, or it says that it is not.
#[test]
fn levels_without_tokens_that_are_not_won() {
    let level = |fields: &str, map: &str| warnings(&format!("Level({fields}, map: [{map}])"));
    let fall = r#""  Q       ", "         O", "          ", "          ", "          ", "          ", "          ", "MMMMMMMMMM""#;
    let lost = "no tokens are offered, and without any this level is lost: 0 of 1 saved";
    let way = r#"" Q   ", "    O", "MMMMM""#;
    assert_eq!(level("rabbits: 1, save: 1", fall), [format!("1:33 {lost}")]);
    assert_eq!(level("rabbits: 1, save: 1, tokens: { dig: 0 }", fall), [format!("1:53 {lost}")]);
    assert!(level("rabbits: 1, save: 1, tokens: { dig: 1 }", fall).is_empty());
    assert_eq!(
        level("rabbits: 3, save: 3, delay: [60000]", way),
        ["1:49 no tokens are offered, and without any this level does not end within 100000 steps"]
    );
    assert!(level("rabbits: 3, save: 3, delay: [6000]", way).is_empty());
    // A solution may show that it is meant so; one that fails shows nothing.
    let solved = |ends: &str| {
        level(&format!("rabbits: 1, save: 1, solutions: [Solution(ends: {ends}, orders: [])]"), fall).len()
    };
    assert_eq!((solved("Lost"), solved("Won")), (0, 1));
    // Why it cannot be won is said once.
    assert_eq!(level("rabbits: 1, save: 2", fall).len(), 1);
}

#[test]
fn an_empty_map_is_one_warning() {
    let empty = "the map is empty: there is nothing to play";
    assert_eq!(warnings("Level(rabbits: 3, save: 5, map: [])"), [format!("1:33 {empty}")]);
    assert_eq!(warnings_of("level.rel", ":num_rabbits=1"), [format!("1:1 {empty}")]);
}

#[test]
fn exits_that_nobody_can_reach() {
    let level = |tokens: &str, map: [&str; 4]| warnings(&format!("Level(tokens: {{{tokens}}}, map: {map:?})")).len();
    let above = ["    O", "     ", "Q    ", "#####"];
    let start_above = ["Q   #", "    #", "#####", "   O#"];
    // Earth can be dug, metal cannot.
    assert_eq!(level("dig: 1", start_above), 0);
    assert_eq!(level("bridge: 1", start_above), 1);
    assert_eq!(level("dig: 1", ["Q   M", "    M", "MMMMM", "   OM"]), 1);
    // Up only by climbing, building, or a slope.
    let up = ["    O", "Q   #", "    #", "#####"];
    assert_eq!(level("dig: 1", up), 1);
    assert_eq!(level("climb: 1", up), 0);
    assert_eq!(level("bridge: -1", up), 0);
    assert_eq!(level("", ["    O", "Q  /#", "  /##", "#####"]), 0);
    // A token that lies there is as good as one in the hand.
    assert_eq!(level("", ["    O", "Q   #", "  c #", "#####"]), 0);
    // Who starts below the map can be nowhere, which is said already.
    assert_eq!(level("", ["    O", "     ", "     ", "#Q###"]), 1);
    assert_eq!(level("", above), 1);
}

#[test]
fn water_without_effect() {
    let level = |water: &str| warnings(&format!("Level(map: [\" Q   \", \"    O\", \"#####\"], water: {{{water}}})"));
    assert!(level("(0, 0): 512, (1, 0): 1024").is_empty());
    assert_eq!(level("(5, 0): 512"), ["1:49 the water at column 5, row 0 lies off the map and vanishes"]);
    assert_eq!(level("(0, 2): 512"), ["1:49 the water at column 0, row 2 is inside a block and is ignored"]);
    assert_eq!(level("(0, 0): -5"), ["1:49 the water at column 0, row 0 is less than none"]);
    assert_eq!(
        level("(0, 0): 5, (1, 1): 3, (0, 0): 6"),
        ["1:71 the water at column 0, row 0 was given before: the last amount counts"]
    );
    let rel = ":num_rabbits=1\n Q   \n    O\n#####\n:n=0,2,512\n";
    assert_eq!(warnings_of("level.rel", rel), ["5:4 the water at column 0, row 2 is inside a block and is ignored"]);
}

#[test]
fn tokens_that_mean_nothing() {
    let level = |tokens: &str, solutions: &str| {
        let map = r#"["MQ    M", "M     M", "M#####M", "M    OM", "M#####M"]"#;
        warnings(&format!("Level(rabbits: 1, tokens: {{{tokens}}}, map: {map},\nsolutions: [{solutions}])"))
    };
    let wins = "Solution(orders: [At(2, dig, (4, 1))])";
    let loses = "Solution(ends: Lost, orders: [At(2, ExplodeAll)])";
    assert!(level("dig: 1", wins).is_empty());
    assert_eq!(level("dig: -2", wins), ["1:28 -2 `dig` tokens are endless like any number below 0: write -1"]);
    assert_eq!(level("dig: 1, bash: 2", wins), ["1:36 no solution that wins uses a `bash` token"]);
    // As long as nothing wins, nobody knows.
    assert!(level("dig: 1, bash: 2", loses).is_empty());
    assert!(level("dig: 1, bash: 0", wins).is_empty());
    assert_eq!(level("dig: 1", &format!("{wins},\n{loses},\n{wins}")), ["4:1 solution 3 is the same as solution 1"]);
}

#[test]
fn characters_without_a_glyph() {
    let level = |name: &str, hint: &str| {
        warnings(&format!("Level(name: \"{name}\", map: [\" Q   \", \"    O\", \"#####\"], hints: [\"{hint}\"])"))
    };
    assert!(level("Übung – „gut“", "a hint").is_empty());
    assert_eq!(
        level("a 兔א", "兎"),
        [
            "1:16 the game's fonts lack `א`, `兔`: a font of the system shows them, or a box where there is none",
            "1:64 the game's fonts lack `兎`: a font of the system shows them, or a box where there is none",
        ]
    );
}

#[test]
fn a_thousand_warnings_are_counted() {
    let water: String = (0..1000).map(|x| format!("({x}, 9): 5, ")).collect();
    let level = format!("Level(map: [\" Q   \", \"    O\", \"#####\"], water: {{{water}}})");
    let played = played("level.ron", &level);
    assert_eq!((played.warnings.len(), played.more_warnings), (20, 980));
    let report = report("level.ron", &level);
    assert!(!report.failed());
    assert_eq!(report.warnings(), 1000);
    assert!(report.table().contains("… and 980 more warnings about "), "{}", report.table());
    assert!(report.table().ends_with("none failed, 1000 warnings\n"), "{}", report.table());
}

#[test]
fn shipped_levels_make_sense() {
    let report = check::run(&[Path::new(env!("CARGO_MANIFEST_DIR")).join("levels")], 4, |_, _| ());
    assert!(!report.failed() && report.warnings() == 0, "{}", report.table());
}

/// A map of 7 columns, its rows as long as the seeds allow, with one exit.
fn drawn(cells: &[usize], exit: usize) -> Vec<String> {
    // Spaces and earth are more likely than the rest; descriptions of stars are not needed.
    let usual = [' ', ' ', ' ', ' ', '#', '#', 'Q', '/', '\\'];
    let others = GLYPHS.iter().filter(|(_, glyph)| !matches!(glyph, Glyph::Star | Glyph::Exit)).map(|(c, _)| *c);
    let glyphs: Vec<char> = usual.into_iter().chain(others).collect();
    let drawn = cells.iter().map(|cell| glyphs[cell % glyphs.len()]);
    let mut drawn: Vec<char> = drawn.collect();
    let exit = exit % drawn.len();
    drawn[exit] = 'O';
    drawn.chunks(7).map(|row| row.iter().collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whoever reaches an exit, by whatever orders, was not said to be unable to.
    #[test]
    fn an_exit_that_is_reached_is_never_accused(
        cells in prop::collection::vec(0_usize..1000, 42),
        exit in 0_usize..42,
        orders in prop::collection::vec((0_u32..40, 0_usize..7, 0_i32..7, 0_i32..6), 0..12),
        offered in prop::collection::vec(any::<bool>(), 7),
    ) {
        let tokens: Vec<String> = (Ability::ALL.iter().zip(&offered))
            .filter(|(_, offered)| **offered)
            .map(|(ability, _)| format!("{}: -1", ability.name()))
            .collect();
        let map = drawn(&cells, exit);
        let text = format!("Level(rabbits: 6, delay: [1], tokens: {{{}}}, map: {map:?})", tokens.join(", "));
        let level = Level::from_ron(&text, "level.ron").expect("a level");
        let mut orders: Vec<At> = orders
            .into_iter()
            .map(|(step, ability, x, y)| At { step, order: Order::Place(Ability::ALL[ability], Cell::new(x, y)) })
            .collect();
        orders.sort_by_key(|at| at.step);
        let mut player = Player::following(level.world(), orders);
        let mut saved = false;
        while player.step() < 150 && player.is_running() {
            saved |= player.advance().iter().any(|event| matches!(event, Event::Saved { .. }));
        }
        let accused = warnings(&text).iter().any(|words| words.contains("no rabbit can reach this exit"));
        prop_assert!(!(saved && accused), "{}", map.join("\n"));
    }
}

#[test]
fn hints_that_name_cells_off_the_map() {
    let level = |hint: &str| {
        warnings(&format!("Level(map: [\" Q   \", \"    O\", \"#####\"], hints: [\"Wait.\", \"{hint}\"])"))
    };
    assert_eq!(
        level("Dig at (4, 1) or (5, 1)."),
        ["1:58 (5, 1) lies outside the map: columns are 0 to 4, rows 0 to 2"]
    );
    assert_eq!(level(" "), ["1:58 this hint says nothing"]);
    assert!(level("Dig at (4, 1), not (there), nor (2).").is_empty());
}
