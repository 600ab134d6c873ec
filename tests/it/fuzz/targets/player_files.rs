//! The player's files: read from a store, or set aside with a message. What is read is written the same.

use std::fmt::Debug;
use std::fs;

use leveret::app::{ProgressFile, SettingsFile, Store};
use leveret::screens::{Language, Progress};
use serde::Serialize;
use serde::de::DeserializeOwned;

pub const SETTINGS_WORDS: [&str; 26] = [
    "quality:",
    "Speed",
    "Quality",
    "Own(\"",
    "filter=nearest",
    "text:",
    "Large",
    "motion:",
    "Reduced",
    "display:",
    "FullScreen",
    "palette:",
    "Safe",
    "language:",
    "Some(German)",
    "None",
    "keys:",
    "Step:",
    "Pause:",
    "Restart:",
    "\"Space\"",
    "\"F12\"",
    "\"İ\"",
    "()",
    "//",
    "/*",
];

pub const PROGRESS_WORDS: [&str; 7] = ["levels:", "saved:", "tokens:", "steps:", "\"a\":", "()", "//"];

pub fn settings(data: &[u8]) {
    if let Some(file) = loaded::<SettingsFile>("settings", data) {
        let (settings, fault) = file.settings();
        assert!(fault.is_none_or(|fault| !fault.to_string().is_empty()));
        let text = ron::to_string(&SettingsFile::from(settings.clone())).expect("settings can be written");
        let again: SettingsFile = ron::from_str(&text).expect("what is written can be read");
        assert_eq!(again.settings(), (settings, None));
    }
}

pub fn progress(data: &[u8]) {
    if let Some(file) = loaded::<ProgressFile>("progress", data) {
        let progress = Progress::from(file.clone());
        assert_eq!(ProgressFile::from(progress.clone()), file);
        assert_eq!(file.clone().merged(&progress), file, "merged with itself");
    }
}

/// The file with this text, if all of it can be read. If not, no byte is lost: a damaged file is set aside, one of a later
/// version stays where it is.
fn loaded<T>(name: &'static str, data: &[u8]) -> Option<T>
where
    T: Serialize + DeserializeOwned + Default + PartialEq + Debug,
{
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(format!("{name}.ron"));
    fs::write(&file, data).expect("the file is written");
    let found = Store::new(folder.path(), name).load::<T>();
    if let Some(fault) = found.fault {
        assert!([Language::English, Language::German].iter().all(|language| !fault.message(*language).is_empty()));
        let aside = folder.path().join(format!("{name}.broken-1.ron"));
        if file.exists() {
            assert!(!aside.exists(), "in two places");
            assert_eq!(fs::read(&file).expect("it stays"), data);
        } else {
            assert_eq!(fs::read(&aside).expect("it is set aside"), data);
            assert_eq!(found.value, T::default());
        }
        return None;
    }
    let text = ron::ser::to_string_pretty(&found.value, ron::ser::PrettyConfig::default()).expect("it can be written");
    assert_eq!(ron::from_str::<T>(&text).as_ref(), Ok(&found.value));
    Some(found.value)
}
