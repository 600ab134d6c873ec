//! A solution put into the text of a level, all else untouched.

use super::document::Document;
use super::format::INDENT;
use super::node::{Node, RonValue};
use super::token::{RonToken, TokenKind};
use super::write;
use crate::level::Solution;
use crate::level::edit::{TextEdit, edited};
use crate::level::faults::Faults;
use crate::level::source::TextSpan;

/// The text with the solution behind those that it has. It is that of a level without faults.
pub(in crate::level) fn add_solution(source: &str, solution: &Solution) -> String {
    let Document { tokens, root } = Document::read(source, &mut Faults::default());
    let given = match &root.value {
        RonValue::Struct { fields, .. } => fields.iter().find(|field| field.name == "solutions"),
        _ => None,
    };
    let edits = match given {
        Some(field) => InsertionPoint::of(source, &tokens, &field.value)
            .push(|indent| write::solution(solution, indent.unwrap_or_default())),
        None => InsertionPoint::of(source, &tokens, &root).push(|indent| write::solutions(solution, indent)),
    };
    edited(source, &edits)
}

/// A group of elements in brackets, and where the next element goes.
struct InsertionPoint<'a> {
    source: &'a str,
    /// The last tokens of the group: what ends its last element or is its opening bracket, perhaps a comma, comments.
    end: &'a [RonToken],
    closing: RonToken,
    /// Where the last element starts, or else the group.
    last: usize,
}

impl<'a> InsertionPoint<'a> {
    fn of(source: &'a str, tokens: &'a [RonToken], node: &Node) -> InsertionPoint<'a> {
        let closing = tokens.partition_point(|token| token.span.end < node.span.end);
        let is_code = |token: &RonToken| !token.is_comment() && token.kind != TokenKind::Comma;
        let end = tokens[..closing].iter().rposition(is_code).unwrap_or(0);
        let last = match &node.value {
            RonValue::Struct { fields, .. } => fields.last().map(|field| field.span.start),
            RonValue::List(items) => items.last().map(|item| item.span.start),
            _ => None,
        };
        InsertionPoint {
            source,
            end: &tokens[end..closing],
            closing: tokens[closing],
            last: last.unwrap_or(node.span.start),
        }
    }

    /// The changes that add an element. It is written for an indentation; for none in a line with others.
    fn push(&self, element: impl Fn(Option<&str>) -> String) -> Vec<TextEdit> {
        let newline = if self.source.contains("\r\n") { "\r\n" } else { "\n" };
        let indent = indentation(self.source, self.last);
        let insert =
            |at: usize, text: &str| TextEdit { span: TextSpan::new(at, at), text: text.replace('\n', newline) };
        let [code, behind @ ..] = self.end else { return Vec::new() };
        let has_comma = behind.iter().any(|token| token.kind == TokenKind::Comma);
        let is_empty = matches!(code.kind, TokenKind::Open(_));
        let last = behind.last().unwrap_or(code);
        if is_empty {
            let inner = format!("{indent}{INDENT}");
            return vec![insert(last.span.end, &format!("\n{inner}{},\n{indent}", element(Some(&inner))))];
        }
        if !self.source[last.span.end..self.closing.span.start].contains('\n') {
            let comma = if has_comma { " " } else { ", " };
            return vec![insert(last.span.end, &format!("{comma}{}", element(None)))];
        }
        let comma = (!has_comma).then(|| insert(code.span.end, ","));
        let line = self.source[code.span.end..].find('\n').map_or(self.source.len(), |length| code.span.end + length);
        let at = self.end.iter().map(|token| token.span.end).filter(|end| *end <= line).max().unwrap_or(code.span.end);
        comma.into_iter().chain([insert(at, &format!("\n{indent}{},", element(Some(&indent))))]).collect()
    }
}

/// The space at the start of the line of a position.
fn indentation(source: &str, at: usize) -> String {
    let line = &source[source[..at].rfind('\n').map_or(0, |end| end + 1)..];
    line.chars().take_while(|c| matches!(c, ' ' | '\t')).collect()
}
