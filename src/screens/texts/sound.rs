//! What the player reads about sound: its settings, and the words for those who play without it.

use super::table::LabelledValue;
use crate::sim::{Death, Event, Outcome};

/// The texts of one language.
pub(crate) struct SoundTexts {
    pub sound: &'static str,
    /// What the row of the settings leads to.
    pub about: &'static str,
    pub on: LabelledValue,
    pub muted: LabelledValue,
    /// The volumes that can be chosen, from silence on.
    pub volumes: [&'static str; 5],
    pub effects: &'static str,
    pub effects_meaning: &'static str,
    pub music: &'static str,
    pub music_meaning: &'static str,
    pub words: &'static str,
    pub words_hidden: LabelledValue,
    pub words_shown: LabelledValue,
    /// How an event sounds, written on the board; empty for what makes no sound there.
    pub word: fn(&Event) -> &'static str,
}

pub(super) const ENGLISH: SoundTexts = SoundTexts {
    sound: "Sound",
    about: "volumes, and words for those who play without",
    on: ("On", "a key switches at any time: see the help"),
    muted: ("Muted", "a key switches at any time: see the help"),
    volumes: ["Off", "25%", "50%", "75%", "100%"],
    effects: "Effects",
    effects_meaning: "what happens on the board, and the buttons",
    music: "Music",
    music_meaning: "a piece for each set of levels",
    words: "Words",
    words_hidden: ("Hidden", "nothing is written"),
    words_shown: ("Shown", "what is heard is written on the board"),
    word: |event| match event {
        Event::Born { .. } => "pop!",
        Event::Turned { .. } => "tap",
        Event::StartedFall { .. } => "whee",
        Event::StartedClimb { .. } => "scritch",
        Event::OpenedBrolly { .. } => "flap!",
        Event::Took { .. } => "ta-ding!",
        Event::Dug { .. } => "crunch",
        Event::Bashed { .. } => "crack!",
        Event::Built { .. } => "clop",
        Event::Died { death, .. } => match death {
            Death::Exploded => "BOOM!",
            Death::LeftTheWorld => "aaah …",
            Death::Burnt => "fwoosh!",
            Death::Drowned => "splash!",
            Death::Crashed => "clang!",
            Death::Fell => "thud!",
        },
        Event::Saved { .. } => "ting!",
        Event::Dropped { .. } => "plink …",
        Event::FireGone { .. } => "hiss",
        Event::Ended(Outcome::Running | Outcome::Paused | Outcome::Won | Outcome::Lost) => "",
    },
};

pub(super) const GERMAN: SoundTexts = SoundTexts {
    sound: "Ton",
    about: "Lautstärken, und Worte für alle, die ohne Ton spielen",
    on: ("An", "jederzeit per Taste umschaltbar: siehe Hilfe"),
    muted: ("Stumm", "jederzeit per Taste umschaltbar: siehe Hilfe"),
    volumes: ["Aus", "25 %", "50 %", "75 %", "100 %"],
    effects: "Effekte",
    effects_meaning: "was auf dem Spielfeld geschieht, und die Knöpfe",
    music: "Musik",
    music_meaning: "ein Stück für jede Reihe von Leveln",
    words: "Worte",
    words_hidden: ("Aus", "nichts wird geschrieben"),
    words_shown: ("An", "was zu hören ist, steht auf dem Spielfeld"),
    word: |event| match event {
        Event::Born { .. } => "plopp!",
        Event::Turned { .. } => "tapp",
        Event::StartedFall { .. } => "huii",
        Event::StartedClimb { .. } => "kratz",
        Event::OpenedBrolly { .. } => "flapp!",
        Event::Took { .. } => "pling!",
        Event::Dug { .. } => "knirsch",
        Event::Bashed { .. } => "krack!",
        Event::Built { .. } => "klack",
        Event::Died { death, .. } => match death {
            Death::Exploded => "BUMM!",
            Death::LeftTheWorld => "aaah …",
            Death::Burnt => "fauch!",
            Death::Drowned => "platsch!",
            Death::Crashed => "schepper!",
            Death::Fell => "bums!",
        },
        Event::Saved { .. } => "klingeling!",
        Event::Dropped { .. } => "plink …",
        Event::FireGone { .. } => "zisch",
        Event::Ended(Outcome::Running | Outcome::Paused | Outcome::Won | Outcome::Lost) => "",
    },
};
