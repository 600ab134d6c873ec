//! Replays that are kept, and `leveret verify` as the real binary.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use leveret::app::{ReplaysFile, Store};
use leveret::check::{ReplayVerdict, ReplayVerdictKind, verify};
use leveret::level::{At, Ending, Level, sets};
use leveret::play::{Fingerprint, Player, Replay};
use leveret::screens::{KeptReplay, Manner, Replays};
use leveret::sim::{Ability, Cell, Order};

const FLOOR: &str = "Level(name: \"Floor\", rabbits: 1, tokens: { dig: 2 }, map: [
    \"M Q     M\", \"M       M\", \"M#######M\", \"M      OM\", \"MMMMMMMMM\",
])";

fn floor() -> Level {
    Level::from_ron(FLOOR, "floor.ron").expect("a level")
}

/// A play of the level: a token at this column, and as many steps as there are up to the end or to `most`.
fn played(level: &Level, x: i32, most: u32) -> Replay {
    let order = At { step: 2, order: Order::Place(Ability::Dig, Cell::new(x, 1)) };
    let mut player = Player::following(level.world(), vec![order]);
    player.advance_to(most);
    Replay::of(level, &player)
}

/// A replay that differs from all with another number.
fn numbered(number: u32, ends: Option<Ending>) -> KeptReplay {
    let replay = Replay { level: Fingerprint::of(&floor()), orders: Vec::new(), steps: number, ends };
    KeptReplay::new(&replay, "Floor", Manner::Running)
}

fn steps(replays: &Replays) -> Vec<u32> {
    replays.all().iter().map(|kept| kept.replay().expect("it can be read").steps).collect()
}

#[test]
fn the_last_ones_are_kept_and_wins_are_not_crowded_out() {
    let mut replays = Replays::default();
    replays.keep(numbered(1, Some(Ending::Won)));
    (100..150).for_each(|number| replays.keep(numbered(number, Some(Ending::Lost))));
    let kept = steps(&replays);
    assert_eq!((kept.len(), kept[0], kept[19], kept[20]), (21, 149, 130, 1));
    (2..20).for_each(|number| replays.keep(numbered(number, Some(Ending::Won))));
    let wins = steps(&replays).into_iter().filter(|steps| *steps < 100).collect::<Vec<_>>();
    assert_eq!(wins, [19, 18, 17, 16, 15, 14, 13, 12]);
}

#[test]
fn a_replay_that_is_kept_again_comes_first() {
    let mut replays = Replays::default();
    (1..4).for_each(|number| replays.keep(numbered(number, None)));
    replays.keep(numbered(2, None));
    assert_eq!(steps(&replays), [2, 3, 1]);
    replays.delete(&numbered(3, None).text);
    assert_eq!(steps(&replays), [2, 1]);
}

#[test]
fn they_survive_the_way_through_the_file() {
    let mut replays = Replays::default();
    (1..4).for_each(|number| replays.keep(numbered(number, Some(Ending::Won))));
    let unreadable = KeptReplay::of_text("LV9-Q".to_owned(), "of a later game".to_owned(), Manner::Paused);
    replays.keep(unreadable);
    assert_eq!(Replays::from(ReplaysFile::from(replays.clone())), replays);
}

const FOLDER: &str = "LEVERET_TEST_REPLAYS";
const PLAYER: &str = "LEVERET_TEST_NUMBER";

/// Keeps one replay after the other, and prints each number once it is on the disk. As a child process it goes on until it is
/// killed.
#[test]
fn replay_after_replay_is_kept() {
    let own = tempfile::tempdir().expect("a folder");
    let folder = env::var(FOLDER);
    let store = Store::new(folder.as_ref().map_or(own.path(), Path::new), "replays");
    let player: u32 = env::var(PLAYER).map_or(0, |number| number.parse().expect("a number"));
    let rounds = if folder.is_ok() { u32::MAX } else { 3 };
    for round in 0..rounds {
        let number = player + round % 4;
        keep(&store, number);
        println!("kept {number}");
    }
}

fn keep(store: &Store, number: u32) {
    let kept = store.change(|saved: ReplaysFile| {
        let mut replays = Replays::from(saved);
        replays.keep(numbered(number, Some(Ending::Won)));
        ReplaysFile::from(replays)
    });
    kept.expect("it is written");
}

fn start(folder: &Path, player: u32) -> std::process::Child {
    Command::new(env::current_exe().expect("this program"))
        .args(["replays::replay_after_replay_is_kept", "--exact", "--nocapture"])
        .env(FOLDER, folder)
        .env(PLAYER, player.to_string())
        .stdout(Stdio::null())
        .spawn()
        .expect("the child starts")
}

/// Two games at once, killed at some moment of a save: the file is whole, and has what both have kept. The sleeps spread the
/// moments; whatever they hit, the test holds.
#[test]
fn two_games_are_killed_at_any_moment_and_the_file_is_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::new(folder.path(), "replays");
    [1000, 2000].into_iter().for_each(|number| keep(&store, number));
    for round in 0..12_u64 {
        let games = [1000, 2000].map(|player| start(folder.path(), player));
        thread::sleep(Duration::from_micros(40_000 + 1_713 * round));
        for mut game in games {
            game.kill().expect("it runs");
            game.wait().expect("our own child");
        }
        let found = store.load::<ReplaysFile>();
        assert_eq!(found.fault, None, "round {round}");
        let kept = steps(&Replays::from(found.value));
        for player in [1000, 2000] {
            assert!(kept.iter().any(|number| (player..player + 4).contains(number)), "round {round}: {kept:?}");
        }
    }
}

#[test]
fn verdicts_come_in_order_for_any_number_of_workers() {
    let level = floor();
    let replays: Vec<_> = (0..200).map(|number| Ok(played(&level, number % 9, 200))).collect();
    let verdicts = verify(&replays, [&level], 1, |_| ());
    assert_eq!(verify(&replays, [&level], 8, |_| ()), verdicts);
    assert!(verdicts.iter().all(ReplayVerdict::is_as_said));
    assert!(verdicts.iter().any(|verdict| verdict.kind() == ReplayVerdictKind::Won) && verdicts[0] != verdicts[4]);
}

fn leveret(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_leveret")).args(arguments).current_dir(folder).output().expect("the binary starts")
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn each_of_the_eight_verdicts_is_given_and_explained() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("floor.ron"), FLOOR).expect("a file");
    fs::write(folder.path().join("changed.ron"), FLOOR.replace("dig: 2", "bash: 1")).expect("a file");
    let won = played(&floor(), 4, 500);
    let says_lost = Replay { ends: Some(Ending::Lost), ..won.clone() };
    let pit = Level::from_ron(&FLOOR.replace("rabbits: 1", "rabbits: 1, save: 2"), "pit.ron").expect("a level");
    let lost = played(&pit, 4, 500);
    fs::write(folder.path().join("pit.ron"), pit.to_ron()).expect("a file");
    let texts = [&won, &lost, &played(&floor(), 4, 5), &says_lost, &played(&sets()[0].levels[0].level, 4, 5)];
    let texts = texts.map(Replay::to_text);
    fs::write(folder.path().join("many.txt"), format!("> {}\nand LV1-0000", texts.join("\n> "))).expect("a file");

    let output =
        leveret(folder.path(), &["verify", "many.txt", "nowhere.txt", "--level", "floor.ron", "--level", "pit.ron"]);
    let lines: Vec<String> = out(&output).lines().map(str::to_owned).collect();
    let kinds: Vec<&str> = lines.iter().filter_map(|line| line.split(": ").nth(1)).collect();
    assert_eq!(kinds[..7], ["won", "lost", "runs on", "differs", "runs on", "damaged", "failed"], "{lines:#?}");
    assert!(lines[3].contains("the level is won"), "{}", lines[3]);
    assert_eq!(output.status.code(), Some(1));

    let output = leveret(folder.path(), &["verify", &texts[0], "--level", "changed.ron"]);
    let line = out(&output);
    assert!(line.contains("level changed: `Floor`, after 2 steps order 1 is refused"), "{line}");
    assert_eq!(output.status.code(), Some(1));
    let output = leveret(folder.path(), &["verify", &texts[0]]);
    assert!(out(&output).contains("level unknown"), "{}", out(&output));
    let output = leveret(folder.path(), &["verify", &texts[0], &texts[0].to_lowercase(), "--level", "floor.ron"]);
    assert_eq!((output.status.code(), out(&output).lines().last()), (Some(0), Some("2 replays: 2 won")));
    assert_eq!(leveret(folder.path(), &["verify"]).status.code(), Some(2));
}

#[test]
fn a_replay_is_simulated_and_becomes_a_solution() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("floor.ron"), FLOOR).expect("a file");
    let text = played(&floor(), 4, 500).to_text();
    let output = leveret(folder.path(), &["simulate", "floor.ron", "--replay", &text]);
    assert!(out(&output).starts_with("won after"), "{}", out(&output));
    let output = leveret(folder.path(), &["simulate", "floor.ron", "--replay", &text, "--as-solution"]);
    assert_eq!(out(&output), "Solution(ends: Won, orders: [At(2, dig, (4, 1))])\n");
    let other = sets()[0].levels[0].level.to_ron();
    fs::write(folder.path().join("other.ron"), other).expect("a file");
    assert_eq!(leveret(folder.path(), &["simulate", "other.ron", "--replay", &text]).status.code(), Some(1));
}
