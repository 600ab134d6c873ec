//! From the tree to the level, field by field, collecting faults.

use super::comments::comments;
use super::cure::Cure;
use super::document::Document;
use super::fields::{Fields, characters, flag, list, map, number, repeated, word, wrong_type};
use super::node::{Node, RonValue};
use super::offers;
use super::orders::{self, MapSize};
use super::rows;
use super::vocabulary::{EDGES, FIELDS, OTHER_NAMES, OTHER_PROGRESS_NAMES};
use crate::level::drawing::DrawnMap;
use crate::level::error::LevelError;
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::faults::Faults;
use crate::level::map::Contents;
use crate::level::plain::{plain, plain_paragraph};
use crate::level::source::{TextSpan, text_of};
use crate::level::start::Start;
use crate::level::{Anchor, Comment, Level, MAX_SOLUTIONS, Solution, names};
use crate::sim::{Ability, MAX_RABBITS, Setup};

const ANY: std::ops::RangeInclusive<i32> = i32::MIN..=i32::MAX;
const COUNT: std::ops::RangeInclusive<i32> = 0..=i32::MAX;
const RABBITS: std::ops::RangeInclusive<i32> = 0..=MAX_RABBITS as i32;

/// The level of the text. `file` is its name in errors; a level without a name is named after `path`.
pub(in crate::level) fn read(text: &str, file: &str, path: &str) -> Result<Level, LevelError> {
    let mut faults = Faults::default();
    let document = Document::read(text, &mut faults);
    let Some(level) = level(&document.root, path, &mut faults) else {
        return Err(LevelError::faulty(file, text, faults));
    };
    let written = comments(text, &document.tokens);
    Ok(Level { comments: written.into_iter().chain(level.comments).collect(), ..level })
}

/// The level; none if there are faults.
fn level(root: &Node, path: &str, faults: &mut Faults) -> Option<Level> {
    let fields = Fields::of(root, "Level", &FIELDS, &OTHER_NAMES, faults)?;
    let mut setup = Setup::default();
    let drawing = drawn(&fields, root.span, &mut setup, faults);
    // In a saved game, other rabbits than these are still to come.
    let rabbits = if fields.get("progress").is_some() { COUNT } else { RABBITS };
    setup.num_rabbits = fields.number("rabbits", rabbits, faults).unwrap_or(setup.num_rabbits);
    setup.to_save = fields.number("save", COUNT, faults).unwrap_or(setup.to_save);
    setup.waiting = setup.num_rabbits;
    delay(&fields, &mut setup, faults);
    let faults_before = faults.len();
    tokens(&fields, &mut setup, faults);
    let are_known = faults.len() == faults_before && !fields.has_lost() && fields.get("tokens").is_none_or(is_whole);
    if are_known {
        offers::check(&fields, setup.tokens.map(|count| count.is_some()), faults);
    }
    // What could not be read may be rows of the map.
    let is_drawn = !fields.has_lost() && fields.get("map").is_some_and(is_all_texts);
    let size = is_drawn.then_some((setup.width, setup.height));
    progress(&fields, &mut setup, faults);
    let name = fields.get("name").map(|_| fields.text("name", faults));
    let edge = fields.get("edge").and_then(|node| word(node, "an edge", &EDGES, faults));
    let map = fields.get("map").map_or(root.span, |map| map.span);
    Some(Level {
        edge: edge.unwrap_or_else(|| names::edge(name.as_deref())),
        name: plain(&name.unwrap_or_else(|| names::from_path(path))),
        about: plain_paragraph(&fields.text("about", faults)),
        author: plain(&fields.text("author", faults)),
        author_url: plain(&fields.text("author_url", faults)),
        music: plain(&fields.text("music", faults)),
        hints: fields.texts("hints", faults).iter().map(|hint| plain_paragraph(hint)).collect(),
        solutions: solutions(&fields, size, faults),
        comments: elements(&fields, "comments", faults, comment),
        // The last field, because it reads all faults.
        start: Start::read(setup, drawing, map, faults)?,
    })
}

/// Whether all of a map could be read.
fn is_whole(node: &Node) -> bool {
    let is_read = |node: &Node| node.value != RonValue::Faulty;
    match &node.value {
        RonValue::Map(entries) => entries.iter().all(|(key, value)| is_read(key) && is_read(value)),
        _ => is_read(node),
    }
}

/// Whether this is a list of nothing but texts.
fn is_all_texts(node: &Node) -> bool {
    let RonValue::List(items) = &node.value else { return false };
    items.iter().all(|item| matches!(item.value, RonValue::Text(_)))
}

/// Reads `map`, `stars` and `water`.
fn drawn(fields: &Fields, level: TextSpan, setup: &mut Setup, faults: &mut Faults) -> DrawnMap {
    let mut contents = Contents::default();
    match fields.get("map") {
        None if fields.has_lost() => {}
        None => faults.push(
            LevelFault::new(FaultKind::MissingField, TextSpan::new(level.start, level.start), "the level has no `map`")
                .advise("draw one: `map: [\"…\", \"…\"]`, a text for each row")
                .mend(TextSpan::new(level.end - 1, level.end - 1), ", map: [\"\"]"),
        ),
        Some(node) => {
            for row in rows::read(node, faults) {
                contents.row(&row, faults);
            }
            if !is_all_texts(node) || faults.is_any_in(node.span) {
                contents.doubt_stars();
            }
        }
    }
    // Without a map, no star is one too many.
    if let Some(node) = fields.get("stars").filter(|_| fields.get("map").is_some()) {
        match list(node, "a list of texts, one for each `*`,", faults) {
            None => contents.forget_stars(),
            Some(stars) => stars.iter().for_each(|star| match characters(star, faults) {
                None => contents.forget_stars(),
                Some(description) => {
                    contents.star(description, star.span, "take this away or draw another `*`", faults);
                }
            }),
        }
    }
    water(fields, &mut contents, faults);
    contents.finish(setup, faults)
}

/// `{ (4, 1): 512 }`.
fn water(fields: &Fields, contents: &mut Contents, faults: &mut Faults) {
    let Some(node) = fields.get("water") else {
        return;
    };
    let expected = "a map `{ (column, row): amount }`";
    if let Some(written) = listed_water(node) {
        return wrong_type(node, expected, Some(Cure::Write(&written)), faults);
    }
    for (cell, amount) in map(node, expected, faults).unwrap_or_default() {
        if let (Some(cell), Some(amount)) = (orders::cell(cell, faults), number(amount, ANY, faults)) {
            contents.water(cell, amount);
        }
    }
}

/// The water of `[(4, 1, 512)]`, `{ (4, 1), 512 }` or `[((4, 1), 512)]`, as it should be written.
fn listed_water(node: &Node) -> Option<String> {
    let mut numbers = Vec::new();
    collect_numbers(node, &mut numbers)?;
    let entries = numbers.chunks_exact(3).map(|entry| format!("({}, {}): {}", entry[0], entry[1], entry[2]));
    let is_whole = !numbers.is_empty() && numbers.len().is_multiple_of(3);
    is_whole.then(|| format!("{{ {} }}", entries.collect::<Vec<_>>().join(", ")))
}

/// Adds the numbers of a value that is nothing else; none if it is.
fn collect_numbers(node: &Node, numbers: &mut Vec<i64>) -> Option<()> {
    match &node.value {
        RonValue::Integer { value, .. } => numbers.push(*value),
        RonValue::List(items) | RonValue::Braces(items) | RonValue::Tuple { name: None, items } => {
            items.iter().try_for_each(|item| collect_numbers(item, numbers))?;
        }
        _ => return None,
    }
    Some(())
}

fn delay(fields: &Fields, setup: &mut Setup, faults: &mut Faults) {
    let Some(node) = fields.get("delay") else {
        return;
    };
    let expected = "a list of numbers of steps, such as `[4]`,";
    if let Some(written) = numbers_in(node) {
        return wrong_type(node, expected, Some(Cure::Write(&written)), faults);
    }
    let Some(nodes) = list(node, expected, faults) else {
        return;
    };
    if nodes.is_empty() {
        faults
            .push(LevelFault::new(FaultKind::OutOfRange, node.span, "there is no delay in `delay`").advise("give one"));
    }
    setup.delay = nodes.iter().filter_map(|node| number(node, COUNT, faults)).collect();
}

/// The list that a text such as `"2, 3"` is meant to be.
fn numbers_in(node: &Node) -> Option<String> {
    let RonValue::Text(characters) = &node.value else { return None };
    let text = text_of(characters);
    let is_list = text.split(',').all(|number| number.trim().parse::<i32>().is_ok());
    is_list.then(|| format!("[{text}]"))
}

/// `{ dig: 2, bash: 1 }`. A negative number of tokens is endless.
fn tokens(fields: &Fields, setup: &mut Setup, faults: &mut Faults) {
    let Some(node) = fields.get("tokens") else {
        return;
    };
    let (abilities, expected) = (Ability::ALL.map(|ability| (ability.name(), ability)), "a map `{ ability: count }`");
    if let Some(written) = listed_tokens(node) {
        return wrong_type(node, expected, Some(Cure::Write(&written)), faults);
    }
    let entries = map(node, expected, faults).unwrap_or_default();
    for (index, (key, count)) in entries.iter().enumerate() {
        let (ability, count) = (word(key, "an ability", &abilities, faults), number(count, ANY, faults));
        let (Some(ability), Some(count)) = (ability, count) else {
            continue;
        };
        if setup.tokens[ability as usize].replace(count).is_some() {
            let surplus = TextSpan::new(entries[index - 1].1.span.end, entries[index].1.span.end);
            faults.push_with(|| repeated(ability.name(), key.span, surplus));
        }
    }
}

/// The tokens of `["dig", "bash"]` or `[(dig, 1), (bash, 1)]`, as they should be written.
fn listed_tokens(node: &Node) -> Option<String> {
    let RonValue::List(items) = &node.value else { return None };
    let entry = |item: &Node| match &item.value {
        RonValue::Tuple { name: None, items } => match &items[..] {
            [ability, Node { value: RonValue::Integer { value, .. }, .. }] => Some((ability_name(ability)?, *value)),
            _ => None,
        },
        _ => Some((ability_name(item)?, 1)),
    };
    let mut counts: Vec<(&str, i64)> = Vec::new();
    for (name, count) in items.iter().map(entry).collect::<Option<Vec<_>>>()? {
        match counts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, sum)) => *sum = sum.saturating_add(count),
            None => counts.push((name, count)),
        }
    }
    let entries: Vec<String> = counts.iter().map(|(name, count)| format!("{name}: {count}")).collect();
    (!entries.is_empty()).then(|| format!("{{ {} }}", entries.join(", ")))
}

fn ability_name(node: &Node) -> Option<&'static str> {
    let word = match &node.value {
        RonValue::Word(word) => word.clone(),
        RonValue::Text(characters) => text_of(characters),
        _ => return None,
    };
    Ability::from_name(&word).map(Ability::name)
}

/// What a saved game adds: the counts so far.
fn progress(fields: &Fields, setup: &mut Setup, faults: &mut Faults) {
    let Some(node) = fields.get("progress") else {
        return;
    };
    let known = ["saved", "killed", "waiting", "last_index", "paused"];
    let Some(fields) = Fields::of(node, "Progress", &known, &OTHER_PROGRESS_NAMES, faults) else {
        return;
    };
    setup.saved = fields.number("saved", COUNT, faults).unwrap_or(setup.saved);
    setup.killed = fields.number("killed", COUNT, faults).unwrap_or(setup.killed);
    setup.waiting = fields.number("waiting", COUNT, faults).unwrap_or(setup.waiting);
    setup.index_count = fields.number("last_index", COUNT, faults).unwrap_or(setup.index_count);
    setup.paused = fields.get("paused").and_then(|node| flag(node, faults)).unwrap_or(setup.paused);
}

fn solutions(fields: &Fields, size: MapSize, faults: &mut Faults) -> Vec<Solution> {
    let solutions = elements(fields, "solutions", faults, |node, faults| orders::solution(node, size, faults));
    if let Some(node) = fields.get("solutions").filter(|_| solutions.len() > MAX_SOLUTIONS) {
        let cause = format!("there are {} solutions", solutions.len());
        let fault = LevelFault::new(FaultKind::OutOfRange, node.span, cause);
        faults.push(fault.advise(format!("give {MAX_SOLUTIONS} at most")));
    }
    solutions
}

/// `Comment(before: Map, text: "…")`.
fn comment(node: &Node, faults: &mut Faults) -> Option<Comment> {
    let fields = Fields::of(node, "Comment", &["before", "text"], &[], faults)?;
    let anchors = [("Map", Anchor::Map), ("End", Anchor::End)];
    let before = match fields.get("before") {
        None => Anchor::End,
        Some(Node { value: RonValue::Text(key), .. }) => {
            Anchor::Key(key.iter().map(|(character, _)| *character).collect())
        }
        Some(node) => word(node, "a place for a remark", &anchors, faults)?,
    };
    Some(Comment { text: fields.text("text", faults), before })
}

/// The valid elements of a list field.
fn elements<T>(
    fields: &Fields,
    name: &str,
    faults: &mut Faults,
    element: impl Fn(&Node, &mut Faults) -> Option<T>,
) -> Vec<T> {
    let nodes = fields.get(name).and_then(|node| list(node, "a list", faults)).unwrap_or_default();
    nodes.iter().filter_map(|node| element(node, faults)).collect()
}
