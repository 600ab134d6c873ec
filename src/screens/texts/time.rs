//! What the player reads about time: the timeline, and the replays that are kept.

use super::edit::{english_refusal, german_refusal};
use crate::play::{Parting, PartingReason, ReplayFault, end_words};
use crate::screens::profile::Manner;
use crate::sim::Outcome;

/// The texts of one language.
pub(crate) struct TimeTexts {
    // The timeline. Its buttons are narrow.
    pub undo: &'static str,
    pub redo: &'static str,
    pub other_way: &'static str,
    pub share: &'static str,
    pub keep: &'static str,
    pub film: &'static str,
    /// Where there is more room than in the timeline.
    pub keep_solution: &'static str,
    /// While a replay is shown.
    pub showing_replay: &'static str,
    /// While a replay is shown in another version of its level.
    pub parts: fn(Parting) -> String,

    // The end of a level.
    pub before_the_fall: &'static str,
    pub running: &'static str,
    pub paused: &'static str,
    pub turned_back: &'static str,
    /// The best result of a manner of playing, in few words.
    pub best_of: fn(Manner, tokens: &str, steps: u32) -> String,
    /// Added to a result when time was turned back.
    pub with_time_turned_back: &'static str,
    /// The end of a replay that nobody has taken over.
    pub replay_shown: &'static str,
    /// Added to a result when a replay was shown, at least in the beginning.
    pub with_replay_shown: &'static str,

    // The replays of a level.
    pub replays: &'static str,
    pub replays_below: &'static str,
    pub no_replays: &'static str,
    pub watch: &'static str,
    pub delete: &'static str,
    pub delete_question: &'static str,
    pub not_ended: &'static str,
    pub other_version: &'static str,

    // News: what became of something that was asked for.
    pub replay_copied: &'static str,
    pub solution_copied: &'static str,
    pub not_copied: fn(cause: &str) -> String,
    pub solution_kept: fn(file: &str) -> String,
    pub solution_not_kept: fn(cause: &str) -> String,
    pub solution_unfinished: &'static str,
    pub filming: &'static str,
    /// The same, of these steps.
    pub filming_stretch: fn(from: u32, to: u32) -> String,
    pub filmed: fn(file: &str) -> String,
    pub not_filmed: fn(cause: &str) -> String,
    /// Replays could not be saved, and why.
    pub replays_not_saved: fn(cause: &str) -> String,
    /// A text that was pasted cannot be read as a replay.
    pub damaged: fn(&ReplayFault) -> String,
    pub level_unknown: &'static str,
}

pub(super) const ENGLISH: TimeTexts = TimeTexts {
    undo: "Undo",
    redo: "Redo",
    other_way: "Other way",
    share: "Share",
    keep: "Keep",
    film: "Film",
    keep_solution: "Keep as a solution",
    showing_replay: "Showing a replay. Drop a token to take over.",
    parts: |Parting { step, reason }| {
        let why = match reason {
            PartingReason::Refused(number, refusal) => {
                format!("order {number} is refused: {}", english_refusal(refusal))
            }
            PartingReason::Over(_) => "the level is over before it".to_owned(),
            PartingReason::Otherwise(outcome) => format!("the level {}", end_words(outcome)),
            PartingReason::TooLong => "it takes too long".to_owned(),
        };
        format!("A replay of another version. It parts after step {step}: {why}.")
    },
    before_the_fall: "Back to the fall",
    running: "in running time",
    paused: "with tokens dropped while paused",
    turned_back: "with time turned back",
    best_of: |manner, tokens, steps| {
        let manner = match manner {
            Manner::Running => "running",
            Manner::Paused => "paused",
            Manner::TurnedBack => "turned back",
        };
        format!("{manner}: {tokens}, {}", english_steps(steps))
    },
    with_time_turned_back: ", with time turned back",
    replay_shown: "That is how it went!",
    with_replay_shown: ", with a replay shown",
    replays: "Replays",
    replays_below: "Enter or a second click watches. While you watch, drop a token to take over.",
    no_replays: "None yet: plays with at least one token are kept here. Copied replays can be pasted on any screen.",
    watch: "Watch",
    delete: "Delete",
    delete_question: "Delete this replay?",
    not_ended: "Not ended",
    other_version: "of another version of the level",
    replay_copied: "The replay was copied: paste it into a message, or here.",
    solution_copied: "The solution was copied: paste it into a level file.",
    not_copied: |cause| format!("Nothing was copied: {cause}"),
    solution_kept: |file| format!("The solution was added to {file}"),
    solution_not_kept: |cause| format!("The solution was not added: {cause}"),
    solution_unfinished: "Only a play that has ended is a solution.",
    filming: "Your play is being filmed.",
    filming_stretch: |from, to| format!("Steps {from} to {to} are being filmed."),
    filmed: |file| format!("The film is {file}"),
    not_filmed: |cause| format!("There is no film: {cause}"),
    replays_not_saved: |cause| format!("Your replays could not be saved: {cause}"),
    damaged: |fault| {
        let why = match fault {
            ReplayFault::Later(version) => format!("a later Leveret has made it (version {version})"),
            ReplayFault::Short(length) => format!("it stops after {length} characters, or one of them is wrong"),
            ReplayFault::Stray(letter, position) => format!("character {position} cannot be `{letter}`"),
            ReplayFault::Check => "a character is wrong, missing or too many".to_owned(),
        };
        format!("This replay is damaged: {why}.")
    },
    level_unknown: "The level of this replay is not known here: open its file first, then paste again.",
};

pub(super) const GERMAN: TimeTexts = TimeTexts {
    undo: "Rückgängig",
    redo: "Vor",
    other_way: "Anders",
    share: "Teilen",
    keep: "Lösung",
    film: "Film",
    keep_solution: "Als Lösung behalten",
    showing_replay: "Eine Aufzeichnung. Lege eine Marke, um zu übernehmen.",
    parts: |Parting { step, reason }| {
        let why = match reason {
            PartingReason::Refused(number, refusal) => {
                format!("Befehl {number} geht nicht: {}", german_refusal(refusal))
            }
            PartingReason::Over(_) => "das Level ist vorher zu Ende".to_owned(),
            PartingReason::Otherwise(outcome) => format!("das Level {}", end_german(outcome)),
            PartingReason::TooLong => "es dauert zu lange".to_owned(),
        };
        format!("Aus einer anderen Fassung. Anders ab Schritt {step}: {why}.")
    },
    before_the_fall: "Vor den Fehler",
    running: "in laufender Zeit",
    paused: "mit Marken in der Pause",
    turned_back: "mit zurückgedrehter Zeit",
    best_of: |manner, tokens, steps| {
        let manner = match manner {
            Manner::Running => "laufend",
            Manner::Paused => "mit Pausen",
            Manner::TurnedBack => "zurückgedreht",
        };
        format!("{manner}: {tokens}, {}", german_steps(steps))
    },
    with_time_turned_back: ", mit zurückgedrehter Zeit",
    replay_shown: "So ist es gelaufen!",
    with_replay_shown: ", mit gezeigter Aufzeichnung",
    replays: "Aufzeichnungen",
    replays_below: "Eingabe oder ein zweiter Klick zeigt sie. Lege beim Zusehen eine Marke, um zu übernehmen.",
    no_replays: "Noch keine: aufgehoben wird, was du mit mindestens einer Marke spielst. Kopierte lassen sich überall einfügen.",
    watch: "Ansehen",
    delete: "Löschen",
    delete_question: "Diese Aufzeichnung löschen?",
    not_ended: "Ohne Ende",
    other_version: "aus einer anderen Fassung des Levels",
    replay_copied: "Die Aufzeichnung ist kopiert: füge sie in eine Nachricht ein, oder hier.",
    solution_copied: "Die Lösung ist kopiert: füge sie in eine Leveldatei ein.",
    not_copied: |cause| format!("Nichts wurde kopiert: {cause}"),
    solution_kept: |file| format!("Die Lösung steht jetzt in {file}"),
    solution_not_kept: |cause| format!("Die Lösung wurde nicht hinzugefügt: {cause}"),
    solution_unfinished: "Nur ein Spiel mit einem Ende ist eine Lösung.",
    filming: "Dein Spiel wird gefilmt.",
    filming_stretch: |from, to| format!("Schritt {from} bis {to} wird gefilmt."),
    filmed: |file| format!("Der Film ist {file}"),
    not_filmed: |cause| format!("Es gibt keinen Film: {cause}"),
    replays_not_saved: |cause| format!("Deine Aufzeichnungen konnten nicht gespeichert werden: {cause}"),
    damaged: |fault| {
        let why = match fault {
            ReplayFault::Later(version) => format!("sie ist von einem späteren Leveret (Version {version})"),
            ReplayFault::Short(length) => format!("sie endet nach {length} Zeichen, oder eines davon ist falsch"),
            ReplayFault::Stray(letter, position) => format!("Zeichen {position} kann nicht `{letter}` sein"),
            ReplayFault::Check => "ein Zeichen ist falsch, fehlt oder ist zu viel".to_owned(),
        };
        format!("Diese Aufzeichnung ist beschädigt: {why}.")
    },
    level_unknown: "Das Level dieser Aufzeichnung ist hier nicht bekannt: öffne erst seine Datei, dann füge sie neu ein.",
};

/// So many steps.
pub(super) fn english_steps(count: u32) -> String {
    if count == 1 { "1 step".to_owned() } else { format!("{count} steps") }
}

/// So many steps.
pub(super) fn german_steps(count: u32) -> String {
    if count == 1 { "1 Schritt".to_owned() } else { format!("{count} Schritte") }
}

const fn end_german(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Running | Outcome::Paused => "läuft weiter",
        Outcome::Won => "ist gewonnen",
        Outcome::Lost => "ist verloren",
    }
}
