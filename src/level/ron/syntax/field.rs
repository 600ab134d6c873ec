//! Fields, with what hands leave out of them: the colon, the quotes that a name has not, the brackets of a value.

use super::{Parser, name};
use crate::level::ron::node::{Field, Node, RonValue};
use crate::level::ron::slips;
use crate::level::ron::token::{Bracket, CELL, RonToken, TokenKind};
use crate::level::ron::vocabulary::{FIELDS, bracket_of_field, depth_of_field, field_of_item, holds_one_value};
use crate::level::source::TextSpan;

/// Words before a field or a value that are looked at.
const MOST_WORDS: usize = 3;

impl Parser<'_> {
    /// `name: value`.
    pub(super) fn field(&mut self) -> Option<Field> {
        self.skip_list_mark();
        let token = self.cursor.peek()?;
        if !self.is_field(token) {
            return self.no_field(token);
        }
        self.cursor.advance();
        let name = self.field_name(token);
        if self.is_colon(0) {
            self.colon();
        } else if let Some(sign) = self.wrong_colon(0) {
            self.faults.push_with(|| slips::no_colon(sign.span, self.cursor.text(sign)));
            self.cursor.advance();
        } else {
            self.faults.push_with(|| slips::missing(":", token.span.end, &name));
        }
        // `rabbits: i32 = 3`
        if bracket_of_field(&name) != Some(Bracket::Curly) {
            self.skip_words(|parser, ahead| {
                parser.cursor.look(ahead - 1).is_some_and(|sign| parser.cursor.text(sign) == "=")
            });
        }
        let value = self.field_value(&name, token);
        Some(Field { name, span: token.span, value })
    }

    /// Reads a field of the level that stands here, in a list that stands in the level.
    pub(super) fn misplaced_field(&mut self) -> bool {
        let Some(name) = self.cursor.peek().filter(|token| token.kind == TokenKind::Word) else { return false };
        if self.depth > 2 || !self.is_colon(1) || depth_of_field(self.cursor.text(name)) != Some(1) {
            return false;
        }
        let field = self.field();
        let comma = self.cursor.peek().filter(|token| token.kind == TokenKind::Comma);
        let span = TextSpan::new(name.span.start, comma.map_or(self.cursor.end(), |comma| comma.span.end));
        self.faults.push_with(|| slips::misplaced_field(span, self.level_start, self.cursor.source));
        self.misplaced.extend(field);
        true
    }

    /// Whether an item of the group that opens here has the name of a field, and a colon behind it.
    pub(super) fn has_field(&self) -> bool {
        self.cursor
            .inside()
            .windows(2)
            .any(|pair| pair[1].kind == TokenKind::Colon && depth_of_field(self.cursor.text(pair[0])).is_some())
    }

    fn is_field(&self, token: RonToken) -> bool {
        if !matches!(token.kind, TokenKind::Word | TokenKind::Text(_)) {
            return false;
        }
        if self.is_colon(1) || self.wrong_colon(1).is_some() {
            return true;
        }
        // Without a colon.
        let is_known = depth_of_field(self.cursor.text(token)).is_some();
        let value = self.cursor.look(1).filter(|next| token.kind == TokenKind::Word && next.starts_value());
        value.is_some_and(|value| match value.kind {
            TokenKind::Word => is_known && !self.is_colon(2),
            TokenKind::Open(Bracket::Round) => is_known,
            _ => is_known || !self.cursor.source[token.span.end..value.span.start].contains('\n'),
        })
    }

    /// Passes over signs before a field, such as `- ` with which items begin in other formats.
    fn skip_list_mark(&mut self) {
        if let Some(mark) = self.list_mark() {
            self.faults.push_with(|| slips::junk(mark.span, self.cursor.text(mark)));
            self.cursor.advance();
        }
    }

    fn list_mark(&self) -> Option<RonToken> {
        let is_mark = |token: &RonToken| token.kind == TokenKind::Junk && !self.is_colon(0);
        self.cursor.peek().filter(is_mark).filter(|_| self.is_colon(2))
    }

    /// Another sign in the place of the colon that should stand so many tokens ahead, behind the name of a field.
    fn wrong_colon(&self, ahead: usize) -> Option<RonToken> {
        let sign = self.cursor.look(ahead)?;
        let is_wrong = sign.kind == TokenKind::Comma || matches!(self.cursor.text(sign), ";" | ".");
        let name = self.cursor.source[..sign.span.start].trim_end();
        let name = name.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or(name);
        let has_value = self.cursor.look(ahead + 1).is_some_and(|value| value.starts_value());
        (is_wrong && depth_of_field(name).is_some() && has_value && !self.is_colon(ahead + 2)).then_some(sign)
    }

    /// Passes over a few words in a line that are none of a level, up to the first token of which `is_behind` is true.
    fn skip_words(&mut self, is_behind: impl Fn(&Self, usize) -> bool) -> bool {
        let is_word = |word: RonToken| {
            matches!(word.kind, TokenKind::Word | TokenKind::Junk) && depth_of_field(self.cursor.text(word)).is_none()
        };
        let length = (1..=MOST_WORDS)
            .take_while(|ahead| self.cursor.look(ahead - 1).is_some_and(is_word))
            .find(|ahead| is_behind(self, *ahead));
        let ends = self.cursor.peek().zip(length.and_then(|length| self.cursor.look(length)));
        let Some(span) = ends.map(|(first, next)| TextSpan::new(first.span.start, next.span.start)) else {
            return false;
        };
        let words = &self.cursor.source[span.start..span.end];
        let is_line = !words.contains(['\n', '\r']);
        if is_line {
            self.faults.push_with(|| slips::junk(span, words.trim_end()));
            (0..length.unwrap_or(0)).for_each(|_| self.cursor.advance());
        }
        is_line
    }

    /// Whether a field that is known starts so many tokens ahead, with its colon.
    fn is_known_field(&self, ahead: usize) -> bool {
        let name = self.cursor.look(ahead).map_or("", |name| self.cursor.text(name));
        depth_of_field(name).is_some() && self.is_colon(ahead + 1)
    }

    /// What is no field, up to the end of its item or its line. If a field follows there, it is read.
    fn no_field(&mut self, token: RonToken) -> Option<Field> {
        // `pub rabbits: 3`
        if self.skip_words(Parser::is_known_field) {
            return self.field();
        }
        let text = self.cursor.text(token);
        let next = self.cursor.look(1);
        if let Some(name) = next.and_then(|next| field_of_item(next, self.cursor.source)).filter(|_| is_list(token)) {
            // A bracket that was missing was reported with its name.
            if !text.is_empty() {
                self.faults.push_with(|| slips::no_name(token.span.start, name));
            }
            return Some(Field { name: name.to_owned(), span: token.span, value: self.value("a list") });
        }
        let is_group = next.is_some_and(|next| next.kind == TokenKind::Open(Bracket::Round));
        let is_words = matches!(token.kind, TokenKind::Word | TokenKind::Junk) && !is_group;
        self.skip_line();
        let span = TextSpan::new(token.span.start, self.cursor.end());
        let comma = self.cursor.peek().filter(|next| next.kind == TokenKind::Comma);
        self.faults.push_with(|| match is_words {
            true => slips::no_words(span, comma, self.cursor.source),
            false => slips::no_field(span, text),
        });
        let goes_on = is_words && self.starts_field();
        if goes_on { self.field() } else { None }
    }

    fn field_name(&mut self, token: RonToken) -> String {
        let text = self.cursor.text(token);
        match token.kind {
            TokenKind::Text(quotes) => {
                let inside = quotes.inside(token.span);
                let name = self.cursor.source[inside.start..inside.end].to_owned();
                self.faults.push_with(|| slips::quoted_name(token.span, &name));
                name
            }
            _ => name(text),
        }
    }

    /// The value of a field; a map or a list may lack its brackets.
    fn field_value(&mut self, name: &str, field: RonToken) -> Node {
        let start = self.cursor.peek();
        let is_next_field = start.is_some_and(|next| FIELDS.contains(&self.cursor.text(next))) && self.is_colon(1);
        if is_next_field || !start.is_some_and(|token| token.starts_value()) {
            let span = TextSpan::new(field.span.start, self.cursor.end());
            self.faults.push_with(|| slips::no_field_value(span, name));
            return Node { span, value: RonValue::Faulty };
        }
        let is_map = || bracket_of_field(name) == Some(Bracket::Curly);
        if is_map() && self.is_entry(0) {
            return self.unbraced();
        }
        if name == "map" && self.are_glued_texts() {
            return self.glued_rows();
        }
        let value = self.value("a value");
        if holds_one_value(name) {
            self.whole_number(value)
        } else if bracket_of_field(name).is_some() && !is_enclosed(&value) && self.goes_on() {
            self.unbracketed(value)
        } else {
            value
        }
    }

    /// Whether no line break parts a token from the one before.
    pub(super) fn is_in_line(&self, token: RonToken) -> bool {
        !self.cursor.source[self.cursor.end()..token.span.start].contains(['\n', '\r'])
    }

    fn is_number(&self, ahead: usize) -> bool {
        self.cursor.look(ahead).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// Whether `dig: 1`, `dig 1` or `(4, 1): 512` stands so many tokens ahead.
    fn is_entry(&self, ahead: usize) -> bool {
        match self.cursor.look(ahead) {
            Some(key) if key.kind == TokenKind::Word => {
                !FIELDS.contains(&self.cursor.text(key)) && (self.is_colon(ahead + 1) || self.is_number(ahead + 1))
            }
            Some(key) => {
                let inside = (ahead + 1..).map_while(|ahead| self.cursor.look(ahead)).map(|token| token.kind);
                key.kind == TokenKind::Open(Bracket::Round)
                    && inside.take(CELL.len()).eq(CELL)
                    && self.is_colon(ahead + CELL.len() + 2)
            }
            None => false,
        }
    }

    /// `dig: 1, bash: 1`, a map without its braces: up to the next field of the level.
    fn unbraced(&mut self) -> Node {
        let start = self.cursor.peek().map_or(self.cursor.end(), |first| first.span.start);
        let mut pairs = Vec::new();
        loop {
            let (key, value) = self.entry();
            pairs.extend(value.map(|value| (key, value)));
            let has_comma = self.cursor.peek().is_some_and(|token| token.kind == TokenKind::Comma);
            if !self.is_entry(usize::from(has_comma)) {
                break;
            }
            self.separator();
        }
        let span = TextSpan::new(start, self.cursor.end());
        self.faults.push_with(|| slips::bare(span, self.cursor.source, Bracket::Curly, "a map stands in braces"));
        Node { span, value: RonValue::Map(pairs) }
    }

    /// Whether a comma and what can only be a further value of a list follow.
    fn goes_on(&self) -> bool {
        let is_comma = self.cursor.peek().is_some_and(|token| token.kind == TokenKind::Comma);
        let is_mark = self.cursor.look(1).is_some_and(|token| self.cursor.text(token) == "-");
        let at = if is_mark { 2 } else { 1 };
        is_comma
            && match self.cursor.look(at).map(|next| next.kind) {
                Some(TokenKind::Text(_) | TokenKind::Number | TokenKind::Open(_)) => !self.is_colon(at + 1),
                Some(TokenKind::Word) => {
                    self.cursor.look(at + 1).is_some_and(|next| next.kind == TokenKind::Open(Bracket::Round))
                }
                _ => false,
            }
    }

    /// A list without its brackets, of which the first value was read.
    fn unbracketed(&mut self, first: Node) -> Node {
        let mut items = vec![first];
        while self.goes_on() {
            self.cursor.advance();
            items.push(self.value("a value"));
        }
        let span = TextSpan::new(items[0].span.start, self.cursor.end());
        self.faults
            .push_with(|| slips::bare(span, self.cursor.source, Bracket::Square, "a list stands in square brackets"));
        Node { span, value: RonValue::List(items) }
    }

    /// Whether a field starts here, with its colon or with a name that only a field has.
    pub(super) fn starts_field(&self) -> bool {
        if self.list_mark().is_some() {
            return true;
        }
        let kind = self.cursor.peek().map(|token| token.kind);
        let lacks_colon = || {
            let name = self.cursor.peek().map_or("", |token| self.cursor.text(token));
            let value = self.cursor.look(1).filter(|next| next.starts_value());
            depth_of_field(name).is_some() && value.is_some()
        };
        // With a comma it may be a value in a group without names.
        let has_other_sign = || self.wrong_colon(1).is_some_and(|sign| sign.kind != TokenKind::Comma);
        matches!(kind, Some(TokenKind::Word | TokenKind::Text(_)))
            && (self.is_colon(1) || lacks_colon() || has_other_sign())
    }
}

const fn is_list(token: RonToken) -> bool {
    matches!(token.kind, TokenKind::Open(Bracket::Square))
}

/// Whether a value has the brackets of a list or a map.
const fn is_enclosed(node: &Node) -> bool {
    matches!(node.value, RonValue::List(_) | RonValue::Map(_) | RonValue::Braces(_))
}
