//! Faults that touch are one slip of a hand: in `save=>(2)` the arrow and the brackets are told together.

use super::edit::{TextEdit, edited};
use super::fault::{FaultKind, LevelFault};
use super::source::TextSpan;

/// Bytes that a slip can take.
const WIDEST: usize = 80;

/// The faults, which are in order, with those of one slip as one.
pub(super) fn joined(faults: Vec<LevelFault>, text: &str) -> Vec<LevelFault> {
    let mut slips: Vec<(TextSpan, Vec<LevelFault>)> = Vec::new();
    for fault in faults {
        match slips.last_mut() {
            Some((span, slip)) if touch(*span, fault.span, text) => {
                span.end = span.end.max(fault.span.end);
                slip.push(fault);
            }
            _ => slips.push((fault.span, vec![fault])),
        }
    }
    let one = |span: TextSpan, slip: &[LevelFault]| {
        let is_slip = slip.len() > 1 && span.end - span.start <= WIDEST;
        is_slip.then(|| as_one(slip, text)).flatten()
    };
    slips.into_iter().flat_map(|(span, slip)| one(span, &slip).map_or(slip, |fault| vec![fault])).collect()
}

/// Without the quotes that are put beside a text of which the quotes are taken away.
fn without_idle_quotes(cure: Vec<TextEdit>) -> Vec<TextEdit> {
    let bare: Vec<TextSpan> = cure.iter().filter(|edit| !edit.text.contains('"')).map(|edit| edit.span).collect();
    let is_beside =
        |span: TextSpan| bare.iter().any(|bare| bare.start < bare.end && [bare.start, bare.end].contains(&span.start));
    cure.into_iter().filter(|edit| edit.text != "\"" || !is_beside(edit.span)).collect()
}

/// Whether only space parts the second span from the first, in one line.
fn touch(first: TextSpan, second: TextSpan, text: &str) -> bool {
    let is_blank = |gap: &str| gap.chars().all(|c| c == ' ');
    second.start <= first.end || text.get(first.end..second.start).is_some_and(is_blank)
}

/// The one fault of a slip: what is said of most of it, and what should stand there. None where each fault can stand
/// alone, as two unknown words do that follow each other.
fn as_one(slip: &[LevelFault], text: &str) -> Option<LevelFault> {
    let main = slip.iter().rev().max_by_key(|fault| fault.span.end - fault.span.start)?;
    let is_syntax = |fault: &&LevelFault| matches!(fault.kind, FaultKind::Syntax | FaultKind::InvalidMetaLine);
    if slip.iter().any(|fault| fault.cure.is_empty()) {
        let says_more = slip.iter().filter(is_syntax).any(|fault| fault.span.start < fault.span.end);
        return says_more.then(|| main.clone());
    }
    slip.iter().find(is_syntax)?;
    let cure = without_idle_quotes(slip.iter().flat_map(|fault| fault.cure.clone()).collect());
    let spans = || slip.iter().map(|fault| fault.span).chain(cure.iter().map(|edit| edit.span));
    let whole = TextSpan::new(spans().map(|span| span.start).min()?, spans().map(|span| span.end).max()?);
    let is_short = |written: &&str| written.len() <= WIDEST && !written.contains('\n');
    let written = text.get(whole.start..whole.end).filter(is_short)?;
    let moved = |edit: &TextEdit| {
        let span = TextSpan::new(edit.span.start - whole.start, edit.span.end - whole.start);
        written.get(span.start..span.end).map(|_| TextEdit { span, text: edit.text.clone() })
    };
    let meant = edited(written, &cure.iter().map(moved).collect::<Option<Vec<_>>>()?);
    let advice = match meant.trim() {
        "" => "take it away".to_owned(),
        meant if written.is_empty() => format!("put `{meant}` here"),
        meant => format!("write `{meant}`"),
    };
    (!meant.contains('\n')).then(|| LevelFault { span: whole, advice, cure, ..main.clone() })
}
