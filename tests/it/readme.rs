//! The README matches the game: its level is a shipped one, and its tables are complete.

use leveret::level::{GLYPHS, Level, sets};
use leveret::screens::{Command, KeyContext, Profile};

use crate::game::Game;

const README: &str = include_str!("../../README.md");

/// The first fenced block that begins with `start`.
fn fenced(start: &str) -> &'static str {
    let blocks = README.split("```\n").skip(1).step_by(2);
    blocks.into_iter().find(|block| block.starts_with(start)).unwrap_or_else(|| panic!("no block begins with {start}"))
}

#[test]
fn its_level_is_a_shipped_one() {
    let level = Level::from_ron(fenced("Level("), "README.md").expect("a level");
    let path = "01-first-steps/10-mind-the-gap.ron";
    assert!(README.contains(&format!("levels/{path}")));
    let shipped = sets().iter().flat_map(|set| &set.levels).find(|entry| entry.path == path).expect("it is shipped");
    assert_eq!(level, shipped.level);
}

#[test]
fn every_character_of_the_map_is_explained() {
    let characters: Vec<char> = README
        .lines()
        .skip_while(|line| !line.starts_with("| character |"))
        .take_while(|line| line.starts_with('|'))
        .flat_map(|line| line.split('`').skip(1).step_by(2).flat_map(str::chars))
        .collect();
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
    let texts = Game::title(Profile::default()).press("F1").lines();

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
