//! What the player reads of what the solver has found.

/// The texts of one language.
pub(crate) struct AdviceTexts {
    /// Over the board: no play wins any more.
    pub lost: &'static str,

    // The hint after the written ones.
    pub searching: &'static str,
    /// This token into the cell of that column and row, in so many steps, for this rabbit.
    pub drop: fn(token: &str, cell: (i32, i32), wait: u32, who: &str) -> String,
    pub wait: &'static str,
    /// All rabbits are to explode in so many steps.
    pub explode_after: fn(steps: u32) -> String,
    pub cannot_be_won: &'static str,
    pub nothing_found: &'static str,
}

pub(super) const ENGLISH: AdviceTexts = AdviceTexts {
    lost: "This cannot be won any more, whatever you do.",
    searching: "Looking for a way to win from here …",
    drop: |token, (x, y), wait, who| {
        format!("From here: a {token} token into ({x}, {y}), {}. {} takes it.", english_wait(wait), capital(who))
    },
    wait: "From here: no further token is needed. Wait.",
    explode_after: |steps| format!("From here: explode all rabbits that are left, {}.", english_wait(steps)),
    cannot_be_won: "From here it cannot be won any more. Go back, and ask again.",
    nothing_found: "No way to win from here was found in time. Go back some way, and ask again.",
};

pub(super) const GERMAN: AdviceTexts = AdviceTexts {
    lost: "Das ist nicht mehr zu gewinnen, was du auch tust.",
    searching: "Ein Weg zum Sieg von hier aus wird gesucht …",
    drop: |token, (x, y), wait, who| {
        format!(
            "Von hier aus: eine Marke „{token}“ nach ({x}, {y}), {}. {} nimmt sie.",
            german_wait(wait),
            capital(who)
        )
    },
    wait: "Von hier aus ist keine Marke mehr nötig. Warte.",
    explode_after: |steps| format!("Von hier aus: sprenge alle übrigen Kaninchen, {}.", german_wait(steps)),
    cannot_be_won: "Von hier aus ist es nicht mehr zu gewinnen. Geh zurück, und frag noch einmal.",
    nothing_found: "In der Zeit fand sich kein Weg zum Sieg von hier aus. Geh ein Stück zurück, und frag noch einmal.",
};

/// When so many steps have passed.
fn english_wait(steps: u32) -> String {
    match steps {
        0 => "now".to_owned(),
        1 => "in 1 step".to_owned(),
        steps => format!("in {steps} steps"),
    }
}

/// When so many steps have passed.
fn german_wait(steps: u32) -> String {
    match steps {
        0 => "jetzt".to_owned(),
        1 => "in 1 Schritt".to_owned(),
        steps => format!("in {steps} Schritten"),
    }
}

/// The start of a sentence.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
