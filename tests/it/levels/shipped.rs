//! The embedded levels: each can be won, needs every order of its solution, and is not won by doing nothing.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use leveret::check::show_solution;
use leveret::level::{At, Ending, Level, ShippedLevel, Solution, sets};
use leveret::play::Player;
use leveret::sim::{Ability, Order, Outcome};

fn entries() -> impl Iterator<Item = &'static ShippedLevel> {
    sets().iter().flat_map(|set| &set.levels)
}

/// The outcome of a level played with these orders, after far more steps than it takes. Refused orders are skipped.
fn outcome(level: &Level, orders: &[At]) -> Outcome {
    Player::replayed(level.world(), orders, 2000).world().outcome()
}

fn winning(level: &Level) -> impl Iterator<Item = &[At]> {
    level.solutions.iter().filter_map(|solution| match solution {
        Solution::Orders { ends: Ending::Won, orders } => Some(&orders[..]),
        Solution::Orders { ends: Ending::Lost, .. } | Solution::Script(_) => None,
    })
}

#[test]
fn there_are_levels_in_every_set() {
    assert!(entries().count() >= 10);
    for set in sets() {
        assert!(!set.levels.is_empty(), "{}", set.name);
        assert!(set.name.chars().next().is_some_and(char::is_uppercase), "{}", set.name);
    }
}

#[test]
fn every_level_says_what_it_is_about_and_has_hints_and_a_way_to_win() {
    for ShippedLevel { path, level } in entries() {
        assert!(!level.name.is_empty() && !level.about.is_empty() && !level.author.is_empty(), "{path}");
        assert!(level.hints.len() >= 2, "{path}");
        assert!(winning(level).next().is_some(), "{path}");
        // The level of the benchmark fills a frame at every zoom; maps to play on are smaller.
        let (most_columns, most_rows) = if path.starts_with("90-measure/") { (120, 68) } else { (60, 40) };
        assert!((1..=most_columns).contains(&level.setup().width), "{path}");
        assert!((1..=most_rows).contains(&level.setup().height), "{path}");
        // Those that are drawn on the map are not among those that come out of entrances.
        let rabbits = level.setup().num_rabbits + level.world().out();
        assert!(level.setup().to_save > 0 && level.setup().to_save <= rabbits, "{path}");
    }
}

#[test]
fn every_level_in_the_folder_is_embedded() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("levels");
    let mut files = Vec::new();
    for set in fs::read_dir(&folder).expect("a folder") {
        for file in fs::read_dir(set.expect("a set").path()).expect("a folder") {
            let path = file.expect("a file").path();
            files.push(path.strip_prefix(&folder).expect("a level below the folder").to_string_lossy().into_owned());
        }
    }
    files.sort();
    let shipped: Vec<&str> = entries().map(|entry| entry.path).collect();
    // Cargo does not notice a new file.
    assert_eq!(shipped, files, "touch src/level/sets.rs to take new levels in");
}

#[test]
fn levels_are_ron_to_others_too() {
    for ShippedLevel { path, level } in entries() {
        let parsed: Result<serde::de::IgnoredAny, _> = ron::from_str(&level.to_ron());
        assert!(parsed.is_ok(), "{path}: {}", parsed.expect_err("a fault"));
    }
}

#[test]
fn names_are_not_given_twice() {
    let names: BTreeSet<&str> = entries().map(|entry| entry.level.name.as_str()).collect();
    assert_eq!(names.len(), entries().count());
}

#[test]
fn every_solution_ends_as_it_says() {
    for ShippedLevel { path, level } in entries() {
        for (number, solution) in (1..).zip(&level.solutions) {
            let playthrough = solution.play(level).expect("a readable solution");
            if let Some(failure) = playthrough.failure {
                let command = show_solution(&Path::new("levels").join(path), number);
                panic!("{path}: {failure}\nto see it: {command}");
            }
        }
    }
}

/// A level that cannot go wrong teaches nothing.
#[test]
fn every_first_step_can_go_wrong() {
    let first = sets().first().expect("a set");
    for ShippedLevel { path, level } in &first.levels {
        let loses = |solution: &Solution| matches!(solution, Solution::Orders { ends: Ending::Lost, .. });
        assert!(level.solutions.iter().any(loses), "{path} shows no mistake");
    }
}

#[test]
fn doing_nothing_never_wins() {
    for ShippedLevel { path, level } in entries() {
        assert_ne!(outcome(level, &[]), Outcome::Won, "{path}");
    }
}

#[test]
fn no_order_of_a_winning_solution_can_be_left_out() {
    for ShippedLevel { path, level } in entries() {
        for orders in winning(level) {
            for left_out in 0..orders.len() {
                let mut others = orders.to_vec();
                let at = others.remove(left_out);
                assert_ne!(outcome(level, &others), Outcome::Won, "{path} is won without {at:?}");
            }
        }
    }
}

#[test]
fn every_token_is_needed_by_some_winning_solution() {
    for ShippedLevel { path, level } in entries() {
        for ability in Ability::ALL {
            let offered = level.setup().tokens[ability as usize].unwrap_or(0);
            let used =
                winning(level).map(|orders| orders.iter().filter(|at| places(at, ability)).count()).max().unwrap_or(0);
            assert_eq!(offered, i32::try_from(used).expect("a count"), "{path}: {} tokens", ability.name());
        }
    }
}

#[test]
fn a_level_is_written_as_it_was_read() {
    for ShippedLevel { path, level } in entries() {
        let again = Level::from_ron(&level.to_ron(), path).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(&again, level, "{path}");
    }
}

fn places(at: &At, ability: Ability) -> bool {
    matches!(at.order, Order::Place(placed, _) if placed == ability)
}
