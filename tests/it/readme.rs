//! The README matches the game: its level is a shipped one, and its tables are complete.

use leveret::level::{FORMAT, GLYPHS, Level, sets};
use leveret::look::Hint;
use leveret::play::{Player, Replay, read_orders, replays_in};
use leveret::screens::{Command, Input, KeyContext, Profile};

use crate::game::Game;

const README: &str = include_str!("../../README.md");

/// The first fenced block that begins with `start`.
fn fenced(start: &str) -> &'static str {
    let blocks = README.split("```\n").skip(1).step_by(2);
    blocks.into_iter().find(|block| block.starts_with(start)).unwrap_or_else(|| panic!("no block begins with {start}"))
}

#[test]
fn its_level_is_a_shipped_one() {
    let level = Level::from_ron(fenced("// A blocker"), "README.md").expect("a level");
    let path = "01-first-steps/10-mind-the-gap.ron";
    assert!(README.contains(&format!("levels/{path}")));
    let shipped = sets().iter().flat_map(|set| &set.levels).find(|entry| entry.path == path).expect("it is shipped");
    assert_eq!(level, shipped.level);
}

/// Pasted into the game, it plays.
#[test]
fn its_replay_is_of_a_shipped_level() {
    let path = "01-first-steps/10-mind-the-gap.ron";
    let shipped = sets().iter().flat_map(|set| &set.levels).find(|entry| entry.path == path).expect("it is shipped");
    let played = shipped.level.solutions[0].play(&shipped.level).expect("it can be played");
    let mut player = Player::following(shipped.level.world(), played.orders);
    player.advance_to(played.steps);
    assert_eq!(
        replays_in(README),
        [Ok(Replay::of(&shipped.level, &player))],
        "{}",
        Replay::of(&shipped.level, &player).to_text()
    );
}

/// What stands in backticks in the table of the format that starts with this cell.
fn table(first_cell: &str) -> Vec<&'static str> {
    let heading = format!("| {first_cell} |");
    let rows = FORMAT.lines().skip_while(|line| !line.starts_with(&heading)).take_while(|line| line.starts_with('|'));
    rows.flat_map(|row| row.split('`').skip(1).step_by(2)).collect()
}

/// The reader lists its fields when it meets one that it does not know.
#[test]
fn every_field_of_a_level_is_explained() {
    let error = Level::from_ron("Level(quagmire: 1)", "README.md").expect_err("there is no such field").to_string();
    let (_, fields) = error.split_once("its fields are ").expect("the fields");
    let fields: Vec<&str> = fields.lines().next().unwrap_or_default().split('`').skip(1).step_by(2).collect();
    assert!(fields.contains(&"solutions"), "{error}");
    for field in fields {
        assert!(table("field").contains(&field), "`{field}` is not explained");
    }
}

/// The blocks of the format that are marked as this.
fn examples(mark: &str) -> Vec<&'static str> {
    let start = format!("```{mark}\n");
    FORMAT.split(start.as_str()).skip(1).map(|rest| rest.split("```").next().expect("a block")).collect()
}

#[test]
fn every_example_of_the_format_can_be_read() {
    let levels = examples("ron");
    assert_eq!(levels.len(), 4);
    for text in levels {
        let level = Level::from_ron(text, "FORMAT").unwrap_or_else(|error| panic!("{error}"));
        for solution in &level.solutions {
            let played = solution.play(&level).expect("a readable solution");
            assert_eq!(played.failure, None, "{text}");
        }
        assert!(level.to_ron().parse::<ron::Value>().is_ok(), "RON to others too: {text}");
    }
    let level = Level::from_ron(examples("ron")[2], "FORMAT").expect("a level");
    let [list, lines] = examples("orders")[..] else { panic!("both notations") };
    assert_eq!(level.read_orders(list, "list").expect("orders"), read_orders(lines).expect("orders"));
}

#[test]
fn every_value_of_every_hint_is_named() {
    for hint in Hint::ALL {
        let row = README.lines().find(|line| line.starts_with(&format!("| `{}` |", hint.name()))).expect("a row");
        let named: Vec<&str> = row.split('`').skip(3).step_by(2).collect();
        let values: Vec<&str> = hint.values().iter().map(|value| value.name()).collect();
        assert_eq!(named, values, "{}", hint.name());
    }
}

#[test]
fn every_character_of_the_map_is_explained() {
    let characters: Vec<char> = table("character").into_iter().flat_map(str::chars).collect();
    for (character, _) in GLYPHS.iter().filter(|(character, _)| *character != ' ') {
        assert!(characters.contains(character), "`{character}` is not explained");
    }
}

#[test]
fn it_opens_with_the_two_commands() {
    let commands: Vec<&str> = README.lines().filter(|line| line.starts_with("cargo ")).take(2).collect();
    assert_eq!(commands, ["cargo run --release", "cargo test"]);
}

/// The table of keys agrees with the help screen, line by line, for all commands available in a level.
#[test]
fn the_table_of_keys_matches_the_help() {
    // So high that the whole help is seen at once.
    let size = Input::Resize { width: 1280, height: 2400, scale: 1.0 };
    let texts = Game::title(Profile::default()).send([size]).press("F1").lines();

    let table = README.lines().skip_while(|line| *line != "| with keys | |").skip(2);
    let rows = table.take_while(|line| line.starts_with('|'));
    let rows: Vec<Vec<&str>> = rows.map(|row| row.trim_matches(['|', ' ']).split(" | ").collect()).collect();
    for row in &rows {
        assert!(texts.windows(2).any(|line| line == &row[..]), "the help differs from {row:?}: {texts:?}");
    }
    let lines =
        Command::ALL.iter().filter(|command| command.context() != KeyContext::Menu).map(|command| command.line());
    let lines: std::collections::BTreeSet<&[Command]> = lines.collect();
    assert_eq!(rows.len(), lines.len(), "a row for each line of the help");
}
