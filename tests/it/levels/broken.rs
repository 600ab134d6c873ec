//! Broken level files in the folder `broken`, each with the message for it beside it.
//!
//! With `LEVERET_BLESS` set the messages are rewritten: read the difference before keeping it.

use std::fs;
use std::path::PathBuf;

use leveret::level::Level;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/levels/broken")
}

#[test]
fn every_broken_level_has_its_message() {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder()).expect("a folder").map(|e| e.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "ron" || ending == "rel"));
    paths.sort();
    assert!(!paths.is_empty());
    for path in paths {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("a text");
        let read = if name.ends_with(".ron") { Level::from_ron } else { Level::from_rel };
        let message = match read(&text, &name) {
            Ok(_) => panic!("{name} is not broken"),
            Err(error) => format!("{error}\n"),
        };
        let stored = folder().join(format!("{name}.txt"));
        if std::env::var_os("LEVERET_BLESS").is_some() {
            fs::write(&stored, &message).expect("a message");
        }
        let expected = fs::read_to_string(&stored).unwrap_or_default();
        assert!(message == expected, "the message for {name} is now\n{message}");
    }
}

#[test]
fn what_is_no_level_file_is_said_in_one_line() {
    let error = Level::read(&folder().join("nowhere.ron")).unwrap_err();
    assert!(error.to_string().starts_with("cannot read level `"), "{error}");
    assert!(error.to_string().ends_with("No such file or directory (os error 2)"), "{error}");
    assert_eq!(error.to_string().lines().count(), 1);

    let error = Level::read(&folder()).unwrap_err();
    assert!(error.to_string().ends_with("broken`: it is a folder"), "{error}");
    assert!(error.faults().is_empty());
}
