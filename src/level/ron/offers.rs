//! Tokens that solutions drop, and the level does not offer.

use super::fields::Fields;
use super::node::{Node, RonValue};
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::faults::Faults;
use crate::level::source::TextSpan;
use crate::sim::Ability;

/// A kind of token that is dropped: where first, and how many of it in one solution, at most.
#[derive(Clone, Copy)]
struct TokenNeed {
    ability: Ability,
    first: TextSpan,
    most: usize,
}

/// Reports each kind that is not offered once, where it is dropped first; a level that offers nothing is one fault.
pub(super) fn check(fields: &Fields, offered: [bool; 7], faults: &mut Faults) {
    let needs = needs(fields).into_iter().filter(|need| !offered[need.ability as usize]);
    let needs: Vec<TokenNeed> = needs.collect();
    match fields.get("tokens") {
        Some(tokens) => needs.iter().for_each(|need| faults.push(not_offered(*need, tokens))),
        None => faults.extend(no_tokens(&needs, fields.get("map"))),
    }
}

fn not_offered(need: TokenNeed, tokens: &Node) -> LevelFault {
    let entry = need.entry();
    let cause = format!("the level offers no `{}` tokens", need.ability.name());
    let fault = LevelFault::new(FaultKind::OutOfRange, need.first, cause).advise(format!("add `{entry}` to `tokens`"));
    let insert = |at: usize, text: String| fault.clone().mend(TextSpan::new(at, at), text);
    match &tokens.value {
        RonValue::Map(entries) => match entries.last() {
            Some((_, last)) => insert(last.span.end, format!(", {entry}")),
            None => insert(tokens.span.start + 1, format!(" {entry}, ")),
        },
        _ => fault,
    }
}

/// Of a level without the field.
fn no_tokens(needs: &[TokenNeed], map: Option<&Node>) -> Option<LevelFault> {
    let first = needs.iter().map(|need| need.first).min_by_key(|span| span.start)?;
    let entries: Vec<String> = needs.iter().map(|need| need.entry()).collect();
    let field = format!("tokens: {{ {} }}", entries.join(", "));
    let fault = LevelFault::new(FaultKind::OutOfRange, first, "the level offers no tokens");
    let fault = fault.advise(format!("add `{field}`"));
    Some(match map {
        Some(map) => fault.mend(TextSpan::new(map.span.end, map.span.end), format!(", {field}")),
        None => fault,
    })
}

impl TokenNeed {
    /// As it stands in `tokens`.
    fn entry(self) -> String {
        format!("{}: {}", self.ability.name(), self.most)
    }
}

/// What all solutions together need, by ability.
fn needs(fields: &Fields) -> Vec<TokenNeed> {
    let mut needs: [Option<TokenNeed>; 7] = [None; 7];
    for solution in elements(fields.get("solutions")) {
        let mut counts = [0; 7];
        for (ability, first) in dropped(solution) {
            counts[ability as usize] += 1;
            let most = counts[ability as usize];
            let need = needs[ability as usize].get_or_insert(TokenNeed { ability, first, most });
            need.most = need.most.max(most);
        }
    }
    needs.into_iter().flatten().collect()
}

/// The tokens that the orders of a solution drop.
fn dropped(solution: &Node) -> impl Iterator<Item = (Ability, TextSpan)> {
    let fields = match &solution.value {
        RonValue::Struct { fields, .. } => &fields[..],
        _ => &[],
    };
    let orders = fields.iter().find(|field| field.name == "orders").map(|field| &field.value);
    elements(orders).iter().filter_map(|order| match &order.value {
        RonValue::Tuple { items, .. } if items.len() > 2 => match &items[1].value {
            RonValue::Word(word) => Some((Ability::from_name(word)?, items[1].span)),
            _ => None,
        },
        _ => None,
    })
}

fn elements(list: Option<&Node>) -> &[Node] {
    match list.map(|list| &list.value) {
        Some(RonValue::List(nodes)) => nodes,
        _ => &[],
    }
}
