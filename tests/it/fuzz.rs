//! Fuzzing: what reads texts from outside is fed with damaged ones.
//!
//! Each target starts from the files of its own in `fuzz/corpus`, damages them by a seeded mutator for a time, and checks
//! its properties on each; how many it gets through is up to the clock. A target must not panic, take longer than [`LONGEST`] or hold more than [`MOST_BYTES`].
//! `LEVERET_FUZZ_SECONDS` is the time for each target (1), `LEVERET_FUZZ_SEED` the seed (1).
//!
//! An input that fails is printed as a byte string. Once its fault is mended, it belongs in the corpus.

mod mutator;
mod targets;

use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use leveret::level::Level;
use proptest::prelude::*;

use crate::allocator::peak_bytes;
use crate::rules::generated::sound_setup;
use mutator::Mutator;
use targets::{TARGETS, Target};

/// For one input, on a busy machine, compiled for tests.
const LONGEST: Duration = Duration::from_secs(20);

/// For one input, which is no longer than [`mutator::MOST_BYTES`].
const MOST_BYTES: u64 = 64 << 20;

#[test]
fn ron_levels() {
    fuzz("ron-levels");
}

#[test]
fn rel_levels() {
    fuzz("rel-levels");
}

#[test]
fn orders() {
    fuzz("orders");
}

#[test]
fn scripts() {
    fuzz("scripts");
}

#[test]
fn settings() {
    fuzz("settings");
}

#[test]
fn progress() {
    fuzz("progress");
}

#[test]
fn hints() {
    fuzz("hints");
}

#[test]
fn keys() {
    fuzz("keys");
}

#[test]
fn movements() {
    fuzz("movements");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn generated_levels(setup in sound_setup()) {
        let blank = Level::from_ron("Level(map: [])", "generated.ron").expect("a level without cells");
        let level = blank.with_setup(setup).expect("the setup makes a world");
        targets::ron_level(level.to_ron().as_bytes());
        targets::rel_level(level.to_rel().as_bytes());
    }
}

fn fuzz(name: &str) {
    let target = *TARGETS.iter().find(|target| target.name == name).expect("a target of this name");
    let seconds = number("LEVERET_FUZZ_SECONDS");
    let seed = number("LEVERET_FUZZ_SEED");
    // The worker holds the lock only while it copies an input.
    let current = Arc::new(Mutex::new(Vec::new()));
    let (answers, answered) = channel();
    let shown = Arc::clone(&current);
    let worker = thread::spawn(move || {
        let corpus = corpus(target);
        let mut mutator = Mutator::new(seed, &corpus, target.words);
        let start = Instant::now();
        let mutated = std::iter::from_fn(|| (start.elapsed().as_secs() < seconds).then(|| mutator.input()));
        for input in corpus.iter().cloned().chain(mutated) {
            shown.lock().expect("nobody panics with it").clone_from(&input);
            let bytes = peak_bytes(|| (target.run)(&input));
            assert!(bytes <= MOST_BYTES, "{bytes} bytes at once");
            answers.send(()).expect("the test waits");
        }
    });
    let mut executions = 0;
    let outcome = loop {
        match answered.recv_timeout(LONGEST) {
            Ok(()) => executions += 1,
            Err(RecvTimeoutError::Timeout) => break Err("takes too long"),
            Err(RecvTimeoutError::Disconnected) => break worker.join().map_err(|_| "fails"),
        }
    };
    let input = current.lock().expect("nobody panics with it");
    assert_eq!(outcome, Ok(()), "`{name}` on input {executions} of seed {seed}: b\"{}\"", input.escape_ascii());
    println!("{name}: {executions} inputs");
}

/// The value of a variable; 1 where it is not set.
fn number(variable: &str) -> u64 {
    env::var(variable).map_or(1, |value| value.parse().expect("a number"))
}

/// All files of the target's corpus, in the order of their names.
fn corpus(target: Target) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fuzz/corpus").join(target.name);
    let entries = fs::read_dir(folder).expect("the corpus can be listed");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).expect("a file of the corpus")).collect()
}
