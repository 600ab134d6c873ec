//! The README keeps its word: its level is a real one, and its tables name everything there is.

use leveret::level::{GLYPHS, Level, sets};
use leveret::look::Hint;
use leveret::scene::Item;
use leveret::screens::{Command, Input, Key, Place, Screen, Session};

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

/// What stands in backticks in the table that starts with this cell.
fn table(first_cell: &str) -> Vec<&'static str> {
    let heading = format!("| {first_cell} |");
    let rows = README.lines().skip_while(|line| !line.starts_with(&heading)).take_while(|line| line.starts_with('|'));
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

/// The table of keys is what the help says, line by line, of all that is heard while a level is played.
#[test]
fn every_key_is_told_as_the_help_tells_it() {
    let help = Screen::title(Session::default()).turn(Input::Key(Key::Function(1))).continue_value().expect("the help");
    let mut items = Vec::new();
    help.draw_hud(&mut items);
    let text = |item| if let Item::Text { text, .. } = item { Some(text.into_owned()) } else { None };
    let told: Vec<String> = items.into_iter().filter_map(text).collect();

    let table = README.lines().skip_while(|line| *line != "| with keys | |").skip(2);
    let rows = table.take_while(|line| line.starts_with('|'));
    let rows: Vec<Vec<&str>> = rows.map(|row| row.trim_matches(['|', ' ']).split(" | ").collect()).collect();
    for row in &rows {
        assert!(told.windows(2).any(|line| line == &row[..]), "the help says otherwise than {row:?}: {told:?}");
    }
    let lines = Command::ALL.iter().filter(|command| command.place() != Place::Menu).map(|command| command.line());
    let lines: std::collections::BTreeSet<&[Command]> = lines.collect();
    assert_eq!(rows.len(), lines.len(), "a row for each line of the help");
}
