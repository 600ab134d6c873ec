//! What the player reads about a level file that is being written: what is wrong with it, and what an edit has changed.
//! What the reader of level files says stays English.

use crate::level::MOST_STEPS;
use crate::play::Reason;
use crate::sim::{Outcome, Refusal};

/// The texts of one language.
pub(crate) struct EditTexts {
    /// The heading over the faults of a level that cannot be played.
    pub faulty: &'static str,
    /// What to do about them.
    pub mend_it: &'static str,
    /// The heading over orders that an edit has made impossible.
    pub dropped: fn(count: usize) -> String,
    /// One of them: what, after which step, and why.
    pub dropped_order: fn(order: &str, step: u32, cause: &str) -> String,
    pub all_explode: &'static str,
    pub level_over: &'static str,
    pub refusal: fn(Refusal) -> &'static str,
    /// The button that shows a solution up to where it goes wrong.
    pub show_failure: &'static str,
    /// While such a solution is shown, by its number.
    pub will_fail: fn(number: usize, step: u32) -> String,
    /// At the place where it goes wrong.
    pub fails_here: fn(number: usize, cause: &str) -> String,
    pub reason: fn(Reason) -> String,
}

pub(super) const ENGLISH: EditTexts = EditTexts {
    faulty: "This level has faults",
    mend_it: "Mend them in your editor: as soon as the file is saved, the game begins.",
    dropped: |count| match count {
        1 => "1 order is no longer possible:".to_owned(),
        count => format!("{count} orders are no longer possible:"),
    },
    dropped_order: |order, step, cause| format!("{order}, after step {step}: {cause}"),
    all_explode: "explode all rabbits",
    level_over: "the level is over",
    refusal: english_refusal,
    show_failure: "Show failure",
    will_fail: |number, step| {
        format!("Showing solution {number}, which goes wrong at step {step}. Drop a token to take over.")
    },
    fails_here: |number, cause| format!("Here solution {number} goes wrong: {cause}."),
    reason: |reason| match reason {
        Reason::RanPastEnd => "the level is over, but more orders follow".to_owned(),
        Reason::DidNotWin(found) => format!("the level is not won, but {found}"),
        Reason::UnexpectedState { expected, found } => {
            format!("the level is not {expected}, but {found}")
        }
        Reason::Refused(refusal) => english_refusal(refusal).to_owned(),
        Reason::UntilActionNeverEnded => "what it waits for does not come".to_owned(),
        Reason::TooLong => format!("the level runs on after {MOST_STEPS} steps"),
        Reason::WaitsTooLong => format!("it waits past {MOST_STEPS} steps"),
        Reason::TooMuchWork => "the world is too full to be played to its end".to_owned(),
    },
};

pub(super) const GERMAN: EditTexts = EditTexts {
    faulty: "Dieses Level hat Fehler",
    mend_it: "Behebe sie in deinem Editor: Sobald die Datei gespeichert ist, beginnt das Spiel.",
    dropped: |count| match count {
        1 => "1 Befehl ist nicht mehr möglich:".to_owned(),
        count => format!("{count} Befehle sind nicht mehr möglich:"),
    },
    dropped_order: |order, step, cause| format!("{order}, nach Schritt {step}: {cause}"),
    all_explode: "alle Kaninchen sprengen",
    level_over: "das Level ist vorbei",
    refusal: german_refusal,
    show_failure: "Fehler zeigen",
    will_fail: |number, step| {
        format!("Lösung {number} läuft; bei Schritt {step} geht sie schief. Leg eine Marke, um zu übernehmen.")
    },
    fails_here: |number, cause| format!("Hier geht Lösung {number} schief: {cause}."),
    reason: |reason| match reason {
        Reason::RanPastEnd => "das Level ist vorbei, aber es folgen noch Befehle".to_owned(),
        Reason::DidNotWin(found) => format!("das Level ist nicht gewonnen, sondern {}", german(found)),
        Reason::UnexpectedState { expected, found } => {
            format!("das Level ist nicht {}, sondern {}", german(expected), german(found))
        }
        Reason::Refused(refusal) => german_refusal(refusal).to_owned(),
        Reason::UntilActionNeverEnded => "worauf sie wartet, das kommt nicht".to_owned(),
        Reason::TooLong => format!("das Level läuft nach {MOST_STEPS} Schritten noch"),
        Reason::WaitsTooLong => format!("sie wartet über {MOST_STEPS} Schritte hinaus"),
        Reason::TooMuchWork => "die Welt ist zu voll, um sie zu Ende zu spielen".to_owned(),
    },
};

const fn german(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Running => "im Gang",
        Outcome::Paused => "angehalten",
        Outcome::Won => "gewonnen",
        Outcome::Lost => "verloren",
    }
}

/// Why an order is refused.
pub(super) const fn english_refusal(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotOffered => "the level has no such tokens",
        Refusal::NoneLeft => "no such token is left",
        Refusal::Outside => "the cell lies outside the map",
        Refusal::FlatBlock => "the cell holds a block",
    }
}

/// Why an order is refused.
pub(super) const fn german_refusal(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotOffered => "das Level hat keine solchen Marken",
        Refusal::NoneLeft => "keine solche Marke ist übrig",
        Refusal::Outside => "die Zelle liegt außerhalb der Karte",
        Refusal::FlatBlock => "in der Zelle ist ein Block",
    }
}
