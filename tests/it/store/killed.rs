//! A program that is killed while it saves, again and again: what it has reported as saved is saved.

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use leveret::app::{ProgressFile, Store};
use leveret::screens::{Best, Progress};

/// Where a child process keeps its results, and whose results they are.
const FOLDER: &str = "LEVERET_TEST_FOLDER";
const PLAYER: &str = "LEVERET_TEST_PLAYER";

const RESULT: Best = Best { saved: 1, tokens: 2, steps: 3 };

/// The name of the next level that this player wins.
fn next_level(progress: &Progress, player: &str) -> String {
    let name = |number: u32| format!("{player}-{number}");
    (0..).map(name).find(|name| progress.best(name).is_none()).expect("there are more numbers than levels")
}

/// Wins one level after the other, and names each one once it is kept. As a test of its own it ends after a few; as a
/// child process of another test it goes on until it is killed.
#[test]
fn level_after_level_is_won() {
    let own = tempfile::tempdir().expect("a folder");
    let folder = env::var(FOLDER);
    let store = Store::new(folder.as_ref().map_or(own.path(), Path::new), "progress");
    let player = env::var(PLAYER).unwrap_or_else(|_| "somebody".to_owned());
    let rounds = if folder.is_ok() { usize::MAX } else { 3 };
    for _ in 0..rounds {
        let mut won = String::new();
        let win = |saved: ProgressFile| {
            let mut progress = Progress::from(saved);
            won = next_level(&progress, &player);
            progress.record(&won, RESULT);
            ProgressFile::from(progress)
        };
        store.change(win).expect("it is written");
        println!("kept {won}");
        std::io::stdout().flush().expect("somebody listens");
    }
    assert_eq!(next_level(&store.load::<ProgressFile>().value.into(), &player), format!("{player}-{rounds}"));
}

fn start(folder: &Path, player: &str) -> (Child, impl Iterator<Item = String>) {
    let mut child = Command::new(env::current_exe().expect("this program"))
        .args(["store::killed::level_after_level_is_won", "--exact", "--nocapture"])
        .env(FOLDER, folder)
        .env(PLAYER, player)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the child starts");
    let lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    (child, lines.map_while(Result::ok).filter_map(|line| line.split_once("kept ").map(|(_, level)| level.to_owned())))
}

/// Kills a player at some moment of a save, and checks what is found afterwards. The sleeps, 4 ms at most, spread the moments
/// over a save; whatever they hit, the test holds.
#[test]
fn killed_at_any_moment_it_loses_nothing_that_was_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::new(folder.path(), "progress");
    for round in 0..40_u64 {
        let (mut child, mut lines) = start(folder.path(), "somebody");
        let mut kept: Vec<String> = lines.by_ref().take(2).collect();
        thread::sleep(Duration::from_micros(97 * round));
        child.kill().expect("it runs");
        kept.extend(lines);
        child.wait().expect("our own child");

        let found = store.load::<ProgressFile>();
        assert_eq!(found.fault, None, "round {round}");
        assert!(kept.len() >= 2, "the child has saved");
        let progress = Progress::from(found.value);
        for level in kept {
            assert_eq!(progress.best(&level), Some(RESULT), "round {round}: {level} was kept");
        }
    }
}

/// Two players in two processes at once: neither overwrites what the other one has won.
#[test]
fn two_processes_keep_each_others_results() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut players = ["one", "other"].map(|player| start(folder.path(), player));
    let mut kept = Vec::new();
    for (_, lines) in &mut players {
        kept.extend(lines.take(25));
    }
    for (mut child, _) in players {
        child.kill().expect("it runs");
        child.wait().expect("our own child");
    }
    let found: Progress = Store::new(folder.path(), "progress").load::<ProgressFile>().value.into();
    assert_eq!(kept.len(), 50);
    for level in kept {
        assert_eq!(found.best(&level), Some(RESULT), "{level} was kept");
    }
}
