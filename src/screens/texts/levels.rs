//! Translations of the shipped levels, which are written in English.
//!
//! They are in `assets/texts/`: a folder per language, a file per set, an entry per level file. So level files stay in
//! one language and easy to edit by hand.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use serde::Deserialize;

use super::language::Language;
use crate::level::{Level, Set, ShippedLevel};

/// What the player reads of a level.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LevelWords<'a> {
    pub name: &'a str,
    pub about: &'a str,
    pub hints: &'a [String],
}

/// A set in another language.
#[derive(Debug, Deserialize)]
#[serde(rename = "Set", deny_unknown_fields)]
struct Translation {
    name: String,
    /// By file name, without the extension.
    levels: BTreeMap<String, TranslatedLevel>,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Level", deny_unknown_fields)]
struct TranslatedLevel {
    name: String,
    about: String,
    hints: Vec<String>,
}

static GERMAN_FILES: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/texts/de");

/// The sets in German, by their folders.
static GERMAN: LazyLock<BTreeMap<&str, Translation>> =
    LazyLock::new(|| GERMAN_FILES.files().map(translation).collect());

fn translation(file: &'static include_dir::File) -> (&'static str, Translation) {
    let path = file.path().to_str().expect("an ASCII name");
    let text = file.contents_utf8().expect("a text");
    // The translations are part of the program, and a test reads them all.
    let set = ron::from_str(text).unwrap_or_else(|error| panic!("{path}: {error}"));
    (path.trim_end_matches(".ron"), set)
}

impl Language {
    fn translation(self, folder: &str) -> Option<&'static Translation> {
        match self {
            Language::English => None,
            Language::German => GERMAN.get(folder),
        }
    }

    /// The name of a set.
    pub(crate) fn set_name(self, set: &'static Set) -> &'static str {
        self.translation(set.folder).map_or(&set.name, |translation| &translation.name)
    }

    /// The words of a shipped level.
    pub(crate) fn entry_words(self, entry: &'static ShippedLevel) -> LevelWords<'static> {
        let translated = || {
            let (folder, file) = entry.path.split_once('/')?;
            self.translation(folder)?.levels.get(file.trim_end_matches(".ron"))
        };
        translated().map_or(LevelWords::of(&entry.level), |TranslatedLevel { name, about, hints }| LevelWords {
            name,
            about,
            hints,
        })
    }
}

impl<'a> LevelWords<'a> {
    /// As the level's author wrote them.
    pub fn of(level: &'a Level) -> LevelWords<'a> {
        LevelWords { name: &level.name, about: &level.about, hints: &level.hints }
    }
}
