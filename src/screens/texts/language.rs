//! The languages of the game.

use super::table::Texts;
use super::{de, en};

/// A language of the game.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Language {
    #[default]
    English,
    German,
}

impl Language {
    pub const ALL: [Language; 2] = [Language::English, Language::German];

    /// The language for a locale of the system, such as `de_DE.UTF-8` or `de-AT`; English if there is no better one.
    pub fn of_locale(locale: &str) -> Language {
        let end = locale.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(locale.len());
        match &locale[..end] {
            "de" => Language::German,
            _ => Language::English,
        }
    }

    pub(crate) const fn texts(self) -> &'static Texts {
        match self {
            Language::English => &en::TEXTS,
            Language::German => &de::TEXTS,
        }
    }
}
