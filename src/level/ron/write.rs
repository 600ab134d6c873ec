//! Writing a level as a person would: defaults left out, rows of the map aligned, in the one shape of all files.

use super::format::{INDENT, WIDTH, format};
use super::quoted::quoted;
use super::vocabulary::EDGES;
use crate::level::{Anchor, At, Comment, Level, Solution, names};
use crate::sim::{Ability, Order, Setup};

pub(in crate::level) fn write(level: &Level) -> String {
    let usual = Setup::default();
    let setup = level.setup();
    let drawing = level.drawing();
    let mut page = RonText::default();
    page.field("name", &quoted(&level.name));
    page.text("about", &level.about);
    page.text("author", &level.author);
    page.text("author_url", &level.author_url);
    page.text("music", &level.music);
    if level.edge != names::edge(Some(&level.name)) {
        let (word, _) = EDGES.into_iter().find(|(_, edge)| *edge == level.edge).expect("a word for every edge");
        page.field("edge", word);
    }
    page.field("rabbits", &setup.num_rabbits.to_string());
    page.field("save", &setup.to_save.to_string());
    if setup.delay != usual.delay {
        page.field("delay", &row("[", setup.delay.iter().map(i32::to_string), "]"));
    }
    if setup.tokens != usual.tokens {
        page.field("tokens", &row("{ ", Ability::ALL.iter().filter_map(|ability| token(setup, *ability)), " }"));
    }
    page.field("map", &column(&string_literals(&drawing.rows)));
    if !drawing.stars.is_empty() {
        page.field("stars", &column(&string_literals(&drawing.stars)));
    }
    if !drawing.water.is_empty() {
        let amounts = drawing.water.iter().map(|(cell, amount)| format!("({}, {}): {amount}", cell.x, cell.y));
        page.field("water", &row("{ ", amounts, " }"));
    }
    if let Some(progress) = progress(setup) {
        page.field("progress", &progress);
    }
    page.list("hints", level.hints.iter().map(|hint| quoted(hint)).collect());
    page.list("solutions", level.solutions.iter().map(|given| solution(given, "")).collect());
    page.list("comments", level.comments.iter().map(comment).collect());
    let text = format!("Level(\n{})\n", page.fields);
    // A level with more values than a file may have stays as it is.
    format(&text).unwrap_or(text)
}

/// The fields written so far.
#[derive(Default)]
struct RonText {
    fields: String,
}

impl RonText {
    fn field(&mut self, name: &str, value: &str) {
        self.fields.push_str(&format!("{name}: {value},\n"));
    }

    fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.field(name, &quoted(value));
        }
    }

    fn list(&mut self, name: &str, elements: Vec<String>) {
        if !elements.is_empty() {
            self.field(name, &column(&elements));
        }
    }
}

fn row(open: &str, elements: impl Iterator<Item = String>, close: &str) -> String {
    format!("{open}{}{close}", elements.collect::<Vec<_>>().join(", "))
}

/// A list as the value of a field.
fn column(elements: &[String]) -> String {
    format!("[{}]", elements.join(", "))
}

/// Rows of a map as strings of one form, so that their columns are aligned: all raw if any holds a backslash. Rows with
/// quotation marks, which only saved states can hold, stand each for itself.
fn string_literals(rows: &[String]) -> Vec<String> {
    if rows.iter().any(|row| row.contains('"')) {
        return rows.iter().map(|row| quoted(row)).collect();
    }
    let raw = rows.iter().any(|row| row.contains('\\'));
    rows.iter().map(|row| if raw { format!("r\"{row}\"") } else { format!("\"{row}\"") }).collect()
}

fn token(setup: &Setup, ability: Ability) -> Option<String> {
    setup.tokens[ability as usize].map(|count| format!("{}: {count}", ability.name()))
}

/// The counts of a saved game; none for a level at its start.
fn progress(setup: &Setup) -> Option<String> {
    let unless = |name: &str, usual: i32, value: i32| (value != usual).then(|| format!("{name}: {value}"));
    let fields = [
        unless("saved", 0, setup.saved),
        unless("killed", 0, setup.killed),
        unless("waiting", setup.num_rabbits, setup.waiting),
        unless("last_index", 0, setup.index_count),
        setup.paused.then(|| "paused: true".to_owned()),
    ];
    let fields: Vec<String> = fields.into_iter().flatten().collect();
    (!fields.is_empty()).then(|| row("Progress(", fields.into_iter(), ")"))
}

/// The field `solutions` with this one, in a line of that indentation, or in one with others.
pub(super) fn solutions(only: &Solution, indent: Option<&str>) -> String {
    let Some(indent) = indent else { return format!("solutions: [{}]", solution(only, "")) };
    let below = format!("{indent}{INDENT}");
    format!("solutions: [\n{below}{},\n{indent}]", solution(only, &below))
}

impl Solution {
    /// The text of the solution, as it stands in a RON file.
    pub fn to_ron(&self) -> String {
        solution(self, "")
    }
}

/// A solution, of which further lines have this indentation or more.
pub(super) fn solution(solution: &Solution, indent: &str) -> String {
    let (ends, orders) = match solution {
        Solution::Script(script) => return format!("Script({})", quoted(script)),
        Solution::Orders { ends, orders } => (ends, orders),
    };
    let orders: Vec<String> = orders.iter().map(At::to_ron).collect();
    let short = format!("Solution(ends: {}, orders: [{}])", ends.name(), orders.join(", "));
    if short.len() <= WIDTH {
        return short;
    }
    let lines: String = orders.iter().map(|order| format!("{indent}{INDENT}{order},\n")).collect();
    format!("Solution(ends: {}, orders: [\n{lines}{indent}])", ends.name())
}

impl At {
    /// The text of the order, as it stands in a RON file.
    pub fn to_ron(&self) -> String {
        match self.order {
            Order::Place(ability, cell) => format!("At({}, {}, ({}, {}))", self.step, ability.name(), cell.x, cell.y),
            Order::ExplodeAll => format!("At({}, ExplodeAll)", self.step),
        }
    }
}

fn comment(comment: &Comment) -> String {
    let before = match &comment.before {
        Anchor::Key(key) => quoted(key),
        Anchor::Map => "Map".to_owned(),
        Anchor::End => "End".to_owned(),
    };
    format!("Comment(before: {before}, text: {})", quoted(&comment.text))
}
