//! The README keeps its word: its level is a real one, and its tables name everything there is.

use leveret::level::{GLYPHS, Level, sets};
use leveret::screens::{Command, KeyContext, Profile};

use crate::game::Game;

const README: &str = include_str!("../../README.md");

/// The text between a line that starts a fence and the next fence, of the first block that begins like this.
fn fenced(start: &str) -> &'static str {
    let blocks = README.split("```\n").skip(1).step_by(2);
    blocks.into_iter().find(|block| block.starts_with(start)).unwrap_or_else(|| panic!("no block begins with {start}"))
}

#[test]
fn the_level_in_it_is_a_shipped_one() {
    let told = Level::from_ron(fenced("Level("), "README.md").expect("a level");
    let path = "01-first-steps/10-mind-the-gap.ron";
    assert!(README.contains(&format!("levels/{path}")));
    let shipped = sets().iter().flat_map(|set| &set.levels).find(|entry| entry.path == path).expect("it is shipped");
    assert_eq!(told, shipped.level);
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

/// The table of keys is what the help says, line by line, of all that is heard while a level is played.
#[test]
fn every_key_is_told_as_the_help_tells_it() {
    let told = Game::title(Profile::default()).press("F1").lines();

    let table = README.lines().skip_while(|line| *line != "| with keys | |").skip(2);
    let rows = table.take_while(|line| line.starts_with('|'));
    let rows: Vec<Vec<&str>> = rows.map(|row| row.trim_matches(['|', ' ']).split(" | ").collect()).collect();
    for row in &rows {
        assert!(told.windows(2).any(|line| line == &row[..]), "the help says otherwise than {row:?}: {told:?}");
    }
    let lines =
        Command::ALL.iter().filter(|command| command.context() != KeyContext::Menu).map(|command| command.line());
    let lines: std::collections::BTreeSet<&[Command]> = lines.collect();
    assert_eq!(rows.len(), lines.len(), "a row for each line of the help");
}
