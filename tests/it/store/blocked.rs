//! What could block the game: locks that others hold, and files that are none. A clock shows that nothing waits.

use std::fs::{self, File};
use std::os::unix::fs::{FileTypeExt, symlink};
use std::time::{Duration, Instant};

use leveret::app::{ProgressFile, Store};
use leveret::screens::Language;

use super::saved;
use crate::disk::unix::make_fifo;

/// The time in which a game has loaded its files, with room for a machine that does much else.
const SOON: Duration = Duration::from_secs(1);

#[test]
fn a_lock_that_is_held_delays_no_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::new(folder.path(), "progress");
    store.save(saved(7)).expect("it is written");
    let lock = File::open(folder.path().join("progress.lock")).expect("a file");
    lock.lock().expect("nobody holds it");

    let start = Instant::now();
    assert_eq!(store.load::<ProgressFile>().value, saved(7));
    fs::write(folder.path().join("progress.ron"), "(damaged").expect("it is damaged");
    let found = store.load::<ProgressFile>();
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
    let message = found.fault.expect("there is a notice").message(Language::English);
    assert!(message.contains("could not be read"), "{message}");
    assert!(folder.path().join("progress.ron").exists(), "only the holder of the lock may move it");

    let cause = store.save(saved(6)).expect_err("it is locked").to_string();
    assert!(cause.contains("progress.lock") && cause.contains("another program"), "{cause}");
    drop(lock);
    store.save(saved(5)).expect("it is written");
    assert_eq!(store.load::<ProgressFile>().value, saved(5));
}

#[test]
fn a_lock_that_is_a_link_leaves_its_target_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let precious = folder.path().join("precious");
    fs::write(&precious, "precious").expect("a file");
    symlink("precious", folder.path().join("progress.lock")).expect("a link");
    Store::new(folder.path(), "progress").save(saved(7)).expect("it is written");
    assert_eq!(fs::read_to_string(&precious).expect("a file"), "precious");
}

/// With a name this long no file beside it can be called broken: the older file must not become what cannot be read.
#[test]
fn a_damaged_file_that_cannot_be_set_aside_leaves_the_older_one_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let name: &'static str = "a".repeat(244).leak();
    let store = Store::new(folder.path(), name);
    store.save(saved(9)).expect("it is written");
    store.save(saved(8)).expect("it is written");
    let damage = || fs::write(folder.path().join(format!("{name}.ron")), "(damaged").expect("it is damaged");
    damage();
    store.save(saved(7)).expect("it is written");
    assert_eq!(store.load::<ProgressFile>().value, saved(7));
    damage();
    assert_eq!(store.load::<ProgressFile>().value, saved(9));
}

/// In the place of each file of a store: it is neither opened nor moved, and the player is told.
#[test]
fn a_fifo_blocks_nothing() {
    for name in ["progress.ron", "progress.older.ron", "progress.lock"] {
        let folder = tempfile::tempdir().expect("a folder");
        let fifo = folder.path().join(name);
        fs::rename(make_fifo(folder.path()), &fifo).expect("it is renamed");
        let store = Store::new(folder.path(), "progress");
        let start = Instant::now();
        let found = store.load::<ProgressFile>();
        let cause = store.save(saved(7)).expect_err("it cannot be saved").to_string();
        assert!(start.elapsed() < SOON, "{name}: {:?}", start.elapsed());
        assert!(cause.contains(name) && cause.contains("not a regular file"), "{cause}");
        assert!(fs::metadata(&fifo).expect("it is there").file_type().is_fifo());
        if name != "progress.lock" {
            let message = found.fault.expect("there is a notice").message(Language::English);
            assert!(message.contains(name) && message.contains("not a regular file"), "{message}");
        }
    }
}

/// As some keep their settings: in a folder of their own, and a link to them.
#[test]
fn a_file_that_is_a_link_stays_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let own = folder.path().join("own.ron");
    symlink("own.ron", folder.path().join("progress.ron")).expect("a link");
    let store = Store::new(folder.path(), "progress");
    for steps in [9, 8] {
        store.save(saved(steps)).expect("it is written");
        assert_eq!(store.load::<ProgressFile>().value, saved(steps));
        assert!(own.is_file() && folder.path().join("progress.ron").is_symlink());
    }
}
