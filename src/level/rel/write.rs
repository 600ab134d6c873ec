//! Writing a `.rel` file: metadata, the map, the stars, the water; each comment before the line that it belongs to.

use std::fmt::Write as _;

use super::key::{CountKey, MetaKey, TextKey, WORDS};
use crate::level::{Anchor, Comment, Level, names};

/// The level as text. Reading it gives the same level, except for what the format cannot hold: line breaks within texts
/// become spaces, and a solution that explodes all rabbits becomes a comment.
pub(in crate::level) fn write(level: &Level) -> String {
    let mut page = RelText { text: String::new(), comments: level.comments.clone() };
    for (name, key) in WORDS {
        if key == MetaKey::Count(CountKey::NumRabbits) {
            page.lists(level);
        }
        if let Some(value) = word(level, key) {
            page.meta(name, &value);
        }
    }
    let drawing = level.drawing();
    page.comments_before(|anchor| match anchor {
        // These two lines come after the map, if at all.
        Anchor::Key(key) if key == "*" => drawing.stars.is_empty(),
        Anchor::Key(key) if key == "n" => drawing.water.is_empty(),
        Anchor::Key(_) => true,
        Anchor::Map => true,
        Anchor::End => false,
    });
    for row in &drawing.rows {
        page.line(row);
    }
    for star in &drawing.stars {
        page.meta("*", star);
    }
    for (cell, amount) in &drawing.water {
        page.meta("n", &format!("{},{},{amount}", cell.x, cell.y));
    }
    page.comments_before(|_| true);
    page.text
}

/// What the text of [`write`] does not say of the level: a sentence for each.
pub(in crate::level) fn losses(level: &Level) -> Vec<String> {
    let breaks = |text: &str| text.contains(['\r', '\n']);
    let mut losses = Vec::new();
    for (name, text) in [("about", &level.about), ("name", &level.name), ("author", &level.author)] {
        if breaks(text) {
            losses.push(format!("the line breaks of `{name}`: they become spaces"));
        }
    }
    for (number, _) in (1..).zip(&level.hints).filter(|(_, hint)| breaks(hint)) {
        losses.push(format!("the line breaks of hint {number}: they become spaces"));
    }
    for (number, solution) in (1..).zip(&level.solutions) {
        match solution.script() {
            None => losses.push(format!("solution {number}: the format has no word for exploding all rabbits")),
            Some(script) if breaks(&script) => {
                losses.push(format!("the line breaks of solution {number}: they become spaces"));
            }
            Some(_) => {}
        }
    }
    losses
}

/// The value of a key that is a single word; none if the key is left out, because the value is the default.
fn word(level: &Level, key: MetaKey) -> Option<String> {
    let setup = level.setup();
    let text = |text: &String| (!text.is_empty()).then(|| text.clone());
    let unless = |usual: i32, value: i32| (value != usual).then(|| value.to_string());
    match key {
        // Without it the level would be named after its file.
        MetaKey::Text(TextKey::Name) => Some(level.name.clone()),
        MetaKey::Text(TextKey::Description) => text(&level.about),
        MetaKey::Text(TextKey::AuthorName) => text(&level.author),
        MetaKey::Text(TextKey::AuthorUrl) => text(&level.author_url),
        MetaKey::Text(TextKey::Music) => text(&level.music),
        MetaKey::Count(CountKey::NumRabbits) => Some(setup.num_rabbits.to_string()),
        MetaKey::Count(CountKey::NumToSave) => Some(setup.to_save.to_string()),
        MetaKey::Count(CountKey::NumSaved) => unless(0, setup.saved),
        MetaKey::Count(CountKey::NumKilled) => unless(0, setup.killed),
        MetaKey::Count(CountKey::NumWaiting) => unless(setup.num_rabbits, setup.waiting),
        MetaKey::Count(CountKey::RabbitIndexCount) => unless(0, setup.index_count),
        MetaKey::RabbitDelay => Some(setup.delay.iter().map(i32::to_string).collect::<Vec<_>>().join(",")),
        MetaKey::Paused => setup.paused.then(|| "true".to_owned()),
        MetaKey::VoidMarkerStyle => {
            (level.edge != names::edge(Some(&level.name))).then(|| level.edge.name().to_owned())
        }
        MetaKey::Tokens(ability) => setup.tokens[ability as usize].map(|count| count.to_string()),
        MetaKey::Hint(_) | MetaKey::Solution(_) | MetaKey::Retired(_) | MetaKey::Water | MetaKey::Star => None,
    }
}

/// The text so far, and the comments not written yet.
struct RelText {
    text: String,
    comments: Vec<Comment>,
}

impl RelText {
    fn lists(&mut self, level: &Level) {
        for (n, hint) in (1..).zip(&level.hints) {
            self.meta(&format!("hint.{n}"), hint);
        }
        let mut written = 0;
        for (number, solution) in (1..).zip(&level.solutions) {
            // Its comments say which of the level's solutions they belong to.
            self.comments_before_key(&format!("solution.{number}"));
            if let Some(script) = solution.script() {
                written += 1;
                self.line(&format!(":solution.{written}={script}"));
            }
        }
        if written < level.solutions.len() {
            self.line("% Solutions that explode all rabbits are left out: the language has no word for it.");
        }
    }

    fn meta(&mut self, key: &str, value: &str) {
        self.comments_before_key(key);
        self.line(&format!(":{key}={value}"));
    }

    fn comments_before_key(&mut self, key: &str) {
        self.comments_before(|anchor| matches!(anchor, Anchor::Key(name) if name == key));
    }

    /// Writes the comments with such an anchor.
    fn comments_before(&mut self, here: impl Fn(&Anchor) -> bool) {
        let (now, later) = std::mem::take(&mut self.comments).into_iter().partition(|comment| here(&comment.before));
        self.comments = later;
        let now: Vec<Comment> = now;
        for comment in now {
            self.line(&format!("%{}", comment.text));
        }
    }

    fn line(&mut self, line: &str) {
        writeln!(self.text, "{}", line.replace(['\r', '\n'], " ")).expect("a string takes any text");
    }
}
