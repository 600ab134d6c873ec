//! Where the parts of a level stand in its RON file. Only files that are levels are looked at, so whatever is not as
//! expected is passed over.

use super::document::Document;
use super::node::{Field, Node, RonValue};
use crate::level::faults::Faults;
use crate::level::source::{SpannedChar, TextSpan};
use crate::level::spots::{SolutionSpots, Spots, WaterEntry};
use crate::sim::{Ability, Cell};

/// The spots of the file with this text.
pub(in crate::level) fn spots(text: &str) -> Spots {
    let root = Document::read(text, &mut Faults::default()).root;
    let mut spots = Spots::default();
    for field in fields(&root) {
        spots.fields.push((field.name.clone(), field.value.span));
        match (field.name.as_str(), &field.value.value) {
            ("map", RonValue::List(rows)) => spots.rows = rows.iter().map(character_spans).collect(),
            ("tokens", RonValue::Map(counts)) => {
                for (name, count) in counts {
                    if let Some(ability) = word(name).and_then(Ability::from_name) {
                        spots.tokens[ability as usize] = Some(name.span.to(count.span));
                    }
                }
            }
            ("water", RonValue::Map(amounts)) => spots.water = amounts.iter().filter_map(water_entry).collect(),
            ("stars", RonValue::List(stars)) => spots.stars = stars.iter().map(|star| star.span).collect(),
            ("hints", RonValue::List(hints)) => spots.hints = hints.iter().map(|hint| hint.span).collect(),
            ("solutions", RonValue::List(solutions)) => spots.solutions = solutions.iter().map(solution).collect(),
            _ => {}
        }
    }
    spots
}

fn fields(node: &Node) -> &[Field] {
    match &node.value {
        RonValue::Struct { fields, .. } => fields,
        _ => &[],
    }
}

fn characters(node: &Node) -> &[SpannedChar] {
    match &node.value {
        RonValue::Text(characters) => characters,
        _ => &[],
    }
}

fn character_spans(row: &Node) -> Vec<TextSpan> {
    characters(row).iter().map(|(_, span)| *span).collect()
}

fn word(node: &Node) -> Option<&str> {
    match &node.value {
        RonValue::Word(word) => Some(word),
        _ => None,
    }
}

fn number(node: &Node) -> Option<i32> {
    match node.value {
        RonValue::Integer { value, .. } => i32::try_from(value).ok(),
        _ => None,
    }
}

fn water_entry((cell, amount): &(Node, Node)) -> Option<WaterEntry> {
    let RonValue::Tuple { items, .. } = &cell.value else { return None };
    let [x, y] = &items[..] else { return None };
    let (x, y, amount_value) = (number(x)?, number(y)?, number(amount)?);
    Some(WaterEntry { cell: Cell::new(x, y), amount: amount_value, span: cell.span.to(amount.span) })
}

fn solution(node: &Node) -> SolutionSpots {
    let field = |name: &str| fields(node).iter().find(|field| field.name == name).map(|field| &field.value);
    let orders = match (&node.value, field("orders").map(|orders| &orders.value)) {
        (_, Some(RonValue::List(orders))) => orders.iter().map(|order| order.span).collect(),
        (RonValue::Tuple { items, .. }, _) => items.first().map(script_commands).unwrap_or_default(),
        _ => Vec::new(),
    };
    SolutionSpots { whole: node.span, ends: field("ends").map(|ends| ends.span), orders }
}

/// The spans of the commands in the text of a script.
fn script_commands(script: &Node) -> Vec<TextSpan> {
    let commands = characters(script).split(|(character, _)| *character == ';');
    let span = |command: &[SpannedChar]| match command {
        [(_, first), .., (_, last)] => first.to(*last),
        [(_, only)] => *only,
        [] => script.span,
    };
    commands.map(span).collect()
}
