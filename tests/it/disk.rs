//! Writing never destroys: what is under a path stays what it is, and keeps its contents until the new ones are complete.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output as Ended, Stdio};
use std::time::{Duration, SystemTime};

use leveret::disk::{self, Output, remove_leftovers};

/// Names of the files in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name")).collect();
    names.sort();
    names
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

#[test]
fn a_file_is_written_and_written_over() {
    let folder = folder();
    let path = folder.path().join("a");
    for text in ["first", "2nd"] {
        disk::write(&path, text.as_bytes()).expect("it is written");
        assert_eq!(fs::read_to_string(&path).expect("a file"), text);
    }
    assert_eq!(names(folder.path()), ["a"]);
}

#[test]
fn a_file_keeps_its_contents_until_the_new_ones_are_complete() {
    let folder = folder();
    let path = folder.path().join("a");
    fs::write(&path, "old").expect("a file");
    let mut output = Output::create(&path).expect("it can be written");
    output.write_all(b"new").expect("it is written");
    output.flush().expect("it is written");
    assert_eq!(fs::read_to_string(&path).expect("a file"), "old");
    drop(output);
    assert_eq!(fs::read_to_string(&path).expect("a file"), "old");
    assert_eq!(names(folder.path()), ["a"], "nothing is left of an output that was given up");
}

#[test]
fn more_can_be_written_to_a_file_that_has_its_name() {
    let folder = folder();
    let path = folder.path().join("a");
    let mut output = Output::create(&path).expect("it can be created");
    output.write_all(b"one ").expect("it is written");
    let mut file = output.commit().expect("it is complete");
    file.write_all(b"two").expect("it is written");
    assert_eq!(fs::read_to_string(&path).expect("a file"), "one two");
}

#[test]
fn a_folder_is_refused() {
    let folder = folder();
    let inner = folder.path().join("inner");
    fs::create_dir(&inner).expect("a folder");
    assert!(disk::write(&inner, b"text").is_err());
    let cause = disk::write(&folder.path().join("missing/a"), b"text").expect_err("there is no folder").to_string();
    assert!(!cause.contains(".leveret-"), "the temporary name is nobody's business: {cause}");
    assert!(inner.is_dir());
    assert_eq!(names(folder.path()), ["inner"]);
}

/// Old temporary files of ours are removed, wherever the next file is written; those of others and new ones are not.
#[test]
fn what_killed_runs_have_left_is_removed() {
    let old = SystemTime::now() - Duration::from_secs(2 * 60 * 60);
    let others =
        [".a.backup", ".leveret-AbC12.tmp", ".leveret-AbC1234.tmp", ".leveret-AbC12_.tmp", "leveret-AbC123.tmp"];
    let folder = folder();
    let create = |name: &str, written: SystemTime| {
        let file = File::create(folder.path().join(name)).expect("a file");
        file.set_modified(written).expect("its time is set");
    };
    others.iter().for_each(|name| create(name, old));
    create(".leveret-abc123.tmp", SystemTime::now());
    create(".leveret-AbC123.tmp", old);
    let mut expected = names(folder.path());
    expected.retain(|name| name != ".leveret-AbC123.tmp");
    remove_leftovers(folder.path());
    assert_eq!(names(folder.path()), expected);

    create(".leveret-AbC123.tmp", old);
    disk::write(&folder.path().join("b"), b"").expect("it is written");
    assert!(!names(folder.path()).contains(&".leveret-AbC123.tmp".to_owned()));
    remove_leftovers(&folder.path().join("missing"));
}

/// A program that is killed before its output is complete leaves a file that is recognised as a leftover.
#[test]
fn a_temporary_file_has_the_name_of_a_leftover() {
    let folder = folder();
    let output = Output::create(&folder.path().join("a")).expect("it can be created");
    let [name] = names(folder.path()).try_into().expect("one file");
    let file = File::options().write(true).open(folder.path().join(&name)).expect("it is there");
    file.set_modified(SystemTime::UNIX_EPOCH).expect("its time is set");
    remove_leftovers(folder.path());
    assert!(names(folder.path()).is_empty(), "{name}");
    drop(output);
}

#[cfg(unix)]
pub mod unix {
    use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt, symlink};
    use std::thread;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::symlink_metadata(path).expect("it is there").mode() & 0o7777
    }

    #[test]
    fn a_file_keeps_its_mode() {
        let folder = folder();
        let path = folder.path().join("a");
        fs::write(&path, "old").expect("a file");
        for wanted in [0o600, 0o640, 0o755] {
            fs::set_permissions(&path, Permissions::from_mode(wanted)).expect("its mode is set");
            disk::write(&path, b"new").expect("it is written");
            assert_eq!(mode(&path), wanted);
        }
    }

    #[test]
    fn a_new_file_has_the_mode_of_any_other() {
        let folder = folder();
        let [ours, other] = ["ours", "other"].map(|name| folder.path().join(name));
        disk::write(&ours, b"").expect("it is written");
        fs::write(&other, "").expect("a file");
        assert_eq!(mode(&ours), mode(&other));
    }

    #[test]
    fn a_link_stays_and_its_target_is_written() {
        let folder = folder();
        let [target, link, chain] = ["elsewhere/target", "link", "chain"].map(|name| folder.path().join(name));
        fs::create_dir(folder.path().join("elsewhere")).expect("a folder");
        symlink("elsewhere/target", &link).expect("a link");
        symlink("link", &chain).expect("a link");
        for (path, text) in [(&link, "into nothing"), (&chain, "into a file")] {
            disk::write(path, text.as_bytes()).expect("it is written");
            assert_eq!(fs::read_to_string(&target).expect("a file"), text);
            fs::set_permissions(&target, Permissions::from_mode(0o600)).expect("its mode is set");
        }
        disk::write(&link, b"again").expect("it is written");
        assert_eq!(mode(&target), 0o600);
        assert!(link.is_symlink() && chain.is_symlink() && !target.is_symlink());
        assert_eq!(names(folder.path()), ["chain", "elsewhere", "link"]);
    }

    #[test]
    fn links_in_a_ring_are_refused() {
        let folder = folder();
        let [one, other] = ["one", "other"].map(|name| folder.path().join(name));
        symlink(&one, &other).expect("a link");
        symlink(&other, &one).expect("a link");
        assert!(disk::write(&one, b"text").is_err());
    }

    #[test]
    fn a_fifo_is_written_to() {
        let folder = folder();
        let fifo = make_fifo(folder.path());
        let reader = thread::spawn({
            let fifo = fifo.clone();
            move || fs::read_to_string(fifo)
        });
        disk::write(&fifo, b"through").expect("it is written");
        assert_eq!(reader.join().expect("no panic").expect("text"), "through");
        assert!(fs::metadata(&fifo).expect("it is there").file_type().is_fifo());
        assert_eq!(names(folder.path()), ["fifo"]);
    }

    /// A node like `/dev/null` in a folder of the test. Only the superuser can make one: others test with the real one, which
    /// they cannot harm.
    #[test]
    fn a_device_is_written_to() {
        let folder = folder();
        let own = folder.path().join("null");
        let made = Command::new("mknod").arg(&own).args(["c", "1", "3"]).stderr(Stdio::null()).status();
        let made = made.expect("`mknod` can be run").success() && fs::write(&own, "").is_ok();
        let device = if made { own } else { PathBuf::from("/dev/null") };
        let before = fs::metadata(&device).expect("it is there");
        disk::write(&device, b"text").expect("it is written");
        let after = fs::symlink_metadata(&device).expect("it is there");
        assert!(after.file_type().is_char_device());
        assert_eq!((after.ino(), after.mode(), after.rdev()), (before.ino(), before.mode(), before.rdev()));
        assert_eq!(names(folder.path()), if made { vec!["null"] } else { vec![] });
    }

    #[test]
    fn a_full_disk_is_an_error() {
        let full = Path::new("/dev/full");
        if full.exists() {
            let cause = disk::write(full, b"text").expect_err("there is no room");
            assert_eq!(cause.kind(), io::ErrorKind::StorageFull);
        }
    }

    /// Every command that writes a file, into a full disk, a device and a pipe.
    #[test]
    fn commands_write_to_devices_and_report_a_full_disk() {
        let folder = folder();
        fs::write(folder.path().join("a.ron"), include_str!("data/corridor.ron")).expect("a file");
        let run = |arguments: &[&str]| {
            let command =
                Command::new(env!("CARGO_BIN_EXE_leveret")).args(arguments).current_dir(folder.path()).output();
            command.expect("the binary starts")
        };
        let commands: [&[&str]; 3] = [
            &["export", "a.ron", "-o"],
            &["shot", "a.ron", "--size", "64x64", "-o"],
            &["--animations", "--zoom", "16", "--sheet"],
        ];
        for command in commands {
            let to = |output: &str| run(&[command, &[output]].concat());
            assert_failed(&to("/dev/full"), "could not write `/dev/full`: No space left on device");
            assert_failed(&to("."), "could not write `.`: Is a directory");
            assert!(to("/dev/null").status.success());
            let piped = to("/dev/stdout");
            assert!(piped.status.success() && piped.stdout.len() > 10, "{piped:?}");
        }
        assert!(fs::metadata("/dev/null").expect("it is there").file_type().is_char_device());
        assert_eq!(names(folder.path()), ["a.ron"]);
    }

    #[track_caller]
    fn assert_failed(ended: &Ended, words: &str) {
        let message = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(ended.status.code(), Some(1), "{message}");
        assert!(message.contains(words) && message.lines().count() == 1, "{message}");
    }

    pub fn make_fifo(folder: &Path) -> PathBuf {
        let fifo = folder.join("fifo");
        assert!(Command::new("mkfifo").arg(&fifo).status().expect("`mkfifo` can be run").success());
        fifo
    }
}
