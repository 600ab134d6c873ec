//! From tokens to the tree. The brackets are in pairs; whatever else is wrong is reported, and the reading goes on.

mod bare;
mod field;
mod late;
mod numbers;
mod signs;
mod texts;

use std::collections::BTreeSet;

use super::cursor::Cursor;
use super::node::{Field, Node, RonValue};
use super::numeral::{self, Numeral, numeral};
use super::slips;
use super::token::{Bracket, RonToken, TokenKind};
use super::vocabulary::{DEEPEST, FIELDS, depth_of_group};
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::faults::Faults;
use crate::level::plain::{cut, is_blank};
use crate::level::source::TextSpan;
use crate::sim::Ability;

/// Values of a file: a value takes up to 200 bytes of memory, many times its length in the file. The largest level that
/// we know of has 500.
const MAX_VALUES: usize = 100_000;

/// The one value that the tokens of a text are.
pub(super) fn root(source: &str, tokens: &[RonToken], faults: &mut Faults) -> Node {
    let cursor = Cursor::new(source, tokens);
    let mut parser =
        Parser { cursor, depth: 0, values: 0, level_start: 0, misplaced: Vec::new(), comma_in_cure: None, faults };
    let skipped = parser.skip_to_level();
    let open =
        (0..2).filter_map(|ahead| parser.cursor.look(ahead)).find(|token| matches!(token.kind, TokenKind::Open(_)));
    parser.level_start = open.map_or(0, |open| open.span.end);
    let mut node = match parser.cursor.peek() {
        Some(brace) if brace.kind == TokenKind::Open(Bracket::Curly) => {
            let value = parser.group(None);
            Node { span: TextSpan::new(brace.span.start, parser.cursor.end()), value }
        }
        _ if parser.starts_level_field() => parser.bare_level(),
        _ => parser.value("a level"),
    };
    if let RonValue::Struct { fields, .. } = &mut node.value {
        let mut known: BTreeSet<String> = fields.iter().map(|field| field.name.clone()).collect();
        fields.extend(parser.misplaced.drain(..).filter(|field| known.insert(field.name.clone())));
    }
    let is_group = matches!(node.value, RonValue::Struct { .. } | RonValue::Tuple { .. } | RonValue::List(_));
    let extra = parser.cursor.peek().filter(|_| is_group);
    // What begins as a piece of a program ends as one.
    let semicolon = extra.filter(|extra| skipped.is_some() && parser.cursor.text(*extra) == ";");
    parser.faults.extend(skipped.map(|fault| semicolon.iter().fold(fault, |fault, sign| fault.mend(sign.span, ""))));
    if let Some(extra) = extra.filter(|_| semicolon.is_none()) {
        parser.faults.push(slips::second_value(extra, TextSpan::new(node.span.end, source.len()), source));
    }
    node
}

struct Parser<'a> {
    cursor: Cursor<'a>,
    depth: usize,
    /// Values read so far.
    values: usize,
    /// Behind the bracket of the level, in bytes.
    level_start: usize,
    /// Fields of the level that stand within lists.
    misplaced: Vec<Field>,
    /// Where a comma is part of what was advised already, in bytes.
    comma_in_cure: Option<usize>,
    faults: &'a mut Faults,
}

impl Parser<'_> {
    /// Passes over what stands before the level: a word to others, or a piece of a program.
    fn skip_to_level(&mut self) -> Option<LevelFault> {
        let is_open = |token: &RonToken| matches!(token.kind, TokenKind::Open(_));
        let first = self.cursor.peek().filter(|first| !is_open(first))?;
        let length = self.cursor.find_group("Level").filter(|length| *length > 0)?;
        // `Levels(Level(…))`
        if length == 2 && self.cursor.look(1).is_some_and(|open| is_open(&open)) {
            return None;
        }
        (0..length).for_each(|_| self.cursor.advance());
        let span = TextSpan::new(first.span.start, self.cursor.end());
        Some(slips::before_level(span))
    }

    /// Whether a field of a level starts here.
    fn starts_level_field(&self) -> bool {
        self.cursor.peek().is_some_and(|name| FIELDS.contains(&self.cursor.text(name))) && self.is_colon(1)
    }

    /// The fields of a level, up to the end of the file.
    fn bare_level(&mut self) -> Node {
        let start = self.cursor.peek().map_or(0, |first| first.span.start);
        let (fields, has_lost) = self.fields();
        let span = TextSpan::new(start, self.cursor.end());
        self.faults.push_with(|| slips::bare_level(span));
        Node { span, value: RonValue::Struct { name: None, fields, has_lost } }
    }

    /// The value that starts here; `expected` says what is looked for. Where no value can start, nothing is passed
    /// over.
    fn value(&mut self, expected: &str) -> Node {
        let Some(token) = self.cursor.peek().filter(|token| token.starts_value()) else {
            return self.no_value(expected);
        };
        if self.depth == DEEPEST || self.values == MAX_VALUES {
            return self.too_much(token);
        }
        self.depth += 1;
        self.values += 1;
        let value = self.value_of(token);
        self.depth -= 1;
        Node { span: TextSpan::new(token.span.start, self.cursor.end()), value }
    }

    fn value_of(&mut self, token: RonToken) -> RonValue {
        match token.kind {
            TokenKind::Open(Bracket::Round) => return self.group(None),
            TokenKind::Open(Bracket::Square) => return self.list(token),
            TokenKind::Open(Bracket::Curly) => return self.map(),
            _ => self.cursor.advance(),
        }
        match token.kind {
            TokenKind::Word => self.word(token),
            TokenKind::Number => self.number(token),
            TokenKind::Text(quotes) => self.text(token, quotes),
            TokenKind::Other(what) => RonValue::Other(what),
            _ => self.junk(token),
        }
    }

    fn number(&mut self, token: RonToken) -> RonValue {
        let written = self.cursor.text(token);
        match numeral(written) {
            Some(Numeral::Whole(value)) => RonValue::Integer { value, written: cut(written).into_owned() },
            Some(Numeral::Fraction) => RonValue::Fraction(cut(written).into_owned()),
            Some(Numeral::Range) => RonValue::Other("a range"),
            None => {
                self.faults.push_with(|| slips::no_number(token.span, written));
                RonValue::Faulty
            }
        }
    }

    /// A value that starts with a name: the word alone, or a group.
    fn word(&mut self, token: RonToken) -> RonValue {
        let word = name(self.cursor.text(token));
        if let Some(open) = self.macro_bracket() {
            let mark = TextSpan::new(token.span.start, open.span.start);
            self.faults.push_with(|| slips::junk(mark, &self.cursor.source[mark.start..mark.end]));
            self.cursor.advance();
            return self.value_of(open);
        }
        let is_open = |token: RonToken| token.kind == TokenKind::Open(Bracket::Round);
        let is_label = self.is_colon(0) && self.cursor.look(1).is_some_and(is_open) && depth_of_group(&word).is_some();
        if let Some(colon) = self.cursor.peek().filter(|_| is_label) {
            self.faults.push_with(|| slips::junk(colon.span, self.cursor.text(colon)));
            self.cursor.advance();
        }
        match self.cursor.peek() {
            Some(RonToken { kind: TokenKind::Open(_), .. }) => self.group(Some(word)),
            _ => RonValue::Word(word),
        }
    }

    /// The bracket behind the `!` here: `vec![…]`.
    fn macro_bracket(&self) -> Option<RonToken> {
        self.cursor.peek().filter(|sign| self.cursor.text(*sign) == "!")?;
        self.cursor.look(1).filter(|open| matches!(open.kind, TokenKind::Open(_)))
    }

    /// What is no token of RON was reported, or is here; the value after it is read.
    fn junk(&mut self, token: RonToken) -> RonValue {
        if let Some(meant) = numeral::look_alike(self.cursor.text(token)) {
            self.faults.push_with(|| slips::look_alike(token.span, self.cursor.text(token), meant));
            return RonValue::Integer { value: meant, written: meant.to_string() };
        }
        let text = self.cursor.text(token);
        if let Some(value) = numeral::inside(text) {
            self.faults.push_with(|| slips::not_only_number(token.span, text, value));
            return RonValue::Integer { value, written: value.to_string() };
        }
        match self.cursor.peek() {
            Some(next) if text == "-" && next.kind == TokenKind::Number && next.span.start > token.span.end => {
                let space = TextSpan::new(token.span.end, next.span.start);
                self.faults.push_with(|| slips::parted_minus(space));
                self.cursor.advance();
                let written = format!("-{}", self.cursor.text(next));
                match numeral(&written) {
                    Some(Numeral::Whole(value)) => RonValue::Integer { value, written },
                    _ => RonValue::Faulty,
                }
            }
            Some(next) if next.starts_value() && next.kind != TokenKind::Junk && !self.starts_field() => {
                self.faults.push_with(|| slips::junk(token.span, text));
                self.value_of(next)
            }
            _ => {
                self.faults.push_with(|| slips::no_value(token.span, Some(text), "a value"));
                RonValue::Faulty
            }
        }
    }

    /// A group in round brackets: a struct if it begins with `name:`, or if a later item is a field; else a tuple.
    fn group(&mut self, name: Option<String>) -> RonValue {
        if let Some(open) = self.cursor.peek().filter(|open| open.kind != TokenKind::Open(Bracket::Round)) {
            self.wrong_bracket(open, Bracket::Round, "a group of fields or values stands in round brackets");
        }
        let holds_field = depth_of_group(name.as_deref().unwrap_or_default()).is_some() && self.has_field();
        self.cursor.advance();
        if self.starts_field() || holds_field {
            let (fields, has_lost) = self.fields();
            RonValue::Struct { name, fields, has_lost }
        } else {
            RonValue::Tuple { name, items: self.values() }
        }
    }

    /// The fields up to the bracket that closes them, and whether something there is none.
    fn fields(&mut self) -> (Vec<Field>, bool) {
        let (mut fields, mut has_lost) = (Vec::new(), false);
        self.items(|parser| {
            if fields.last_mut().is_some_and(|last| parser.late_items(last)) {
                return;
            }
            match parser.field() {
                Some(field) => fields.push(field),
                None => has_lost = true,
            }
        });
        (fields, has_lost)
    }

    fn list(&mut self, open: RonToken) -> RonValue {
        let is_text = |ahead| self.cursor.look(ahead).is_some_and(|token| matches!(token.kind, TokenKind::Text(_)));
        let is_map = self.cursor.look(1).is_some_and(|token| token.starts_value())
            && self.is_colon(2)
            && !self.is_group_name(1)
            && !self.is_bare_solution(1)
            && !self.is_group_name(3)
            && !(is_text(3) && (is_text(1) || self.is_numbered(1)))
            && self.bare_order(1).is_none()
            && self.has_many_colons();
        if is_map {
            self.wrong_bracket(open, Bracket::Curly, "what has names stands in braces");
            return self.map();
        }
        self.cursor.advance();
        let mut items = Vec::new();
        self.items(|parser| {
            if !parser.misplaced_field() {
                items.push(parser.list_item());
            }
        });
        RonValue::List(items)
    }

    /// Whether most items of the group that opens here have a colon.
    fn has_many_colons(&self) -> bool {
        let inside = self.cursor.inside();
        let count = |kind| inside.iter().filter(|token| token.kind == kind).count();
        2 * count(TokenKind::Colon) > count(TokenKind::Comma)
    }

    fn map(&mut self) -> RonValue {
        self.cursor.advance();
        let mut entries = Vec::new();
        self.items(|parser| entries.push(parser.entry()));
        if !entries.is_empty() && entries.iter().all(|(_, value)| value.is_none()) {
            return RonValue::Braces(entries.into_iter().map(|(key, _)| key).collect());
        }
        let mut pairs = Vec::new();
        for (key, value) in entries {
            let value = value.unwrap_or_else(|| {
                self.faults.push_with(|| slips::key_alone(key.span));
                Node { span: key.span, value: RonValue::Faulty }
            });
            pairs.push((key, value));
        }
        RonValue::Map(pairs)
    }

    /// `key: value`, or a value alone.
    fn entry(&mut self) -> (Node, Option<Node>) {
        let key = if self.is_bare_cell() { self.bare_cell() } else { self.value("a key") };
        let has_value = self.is_colon(0) || self.cursor.peek().is_some_and(|next| next.starts_value());
        if self.is_colon(0) {
            self.colon();
        } else if has_value {
            let name = &self.cursor.source[key.span.start..key.span.end];
            self.faults.push_with(|| slips::missing(":", key.span.end, name));
        }
        match has_value.then(|| self.value("a value")) {
            Some(value) if is_count(&key) && is_counted(&value) => {
                self.faults.push_with(|| slips::turned_entry(key.span, value.span, self.cursor.source));
                (value, Some(key))
            }
            value => (key, value),
        }
    }

    fn values(&mut self) -> Vec<Node> {
        let mut values = Vec::new();
        self.items(|parser| values.push(parser.value("a value")));
        values
    }

    /// Passes over all up to the end of the item.
    fn skip_item(&mut self) {
        self.skip_while(|_, _| true);
    }

    /// Passes over all up to the end of the item, or of the line if that is nearer.
    fn skip_line(&mut self) {
        let Some(first) = self.cursor.peek() else { return };
        self.skip_while(|parser, token| token == first || parser.is_in_line(token));
    }

    fn skip_while(&mut self, goes_on: impl Fn(&Self, RonToken) -> bool) {
        while let Some(token) = self.cursor.peek().filter(|token| goes_on(self, *token)) {
            match token.kind {
                TokenKind::Comma | TokenKind::Close(_) => break,
                TokenKind::Open(_) => self.cursor.skip_group(),
                _ => self.cursor.advance(),
            }
        }
    }

    fn wrong_bracket(&mut self, open: RonToken, wanted: Bracket, advice: &str) {
        let close = self.cursor.closing();
        self.wrong_pair(open, close, wanted, advice);
    }

    fn wrong_pair(&mut self, open: RonToken, close: RonToken, wanted: Bracket, advice: &str) {
        let written = self.cursor.text(open);
        self.faults.push_with(|| slips::wrong_bracket(open.span, close.span, written, wanted, advice));
    }

    fn no_value(&mut self, expected: &str) -> Node {
        let end = self.cursor.end();
        let span = self.cursor.peek().map_or(TextSpan::new(end, end), |token| token.span);
        let found = self.cursor.peek().map(|token| self.cursor.text(token));
        self.faults.push_with(|| slips::no_value(span, found, expected));
        Node { span, value: RonValue::Faulty }
    }

    /// Passes over a value that is one too many, or too deep; after too many, over all.
    fn too_much(&mut self, token: RonToken) -> Node {
        let cause = match self.depth {
            DEEPEST => "this is nested too deeply".to_owned(),
            _ => format!("there are more than {MAX_VALUES} values"),
        };
        self.faults.push(LevelFault::new(FaultKind::Syntax, token.span, cause));
        if self.depth == DEEPEST {
            self.skip_item();
        } else {
            self.cursor.skip_all();
        }
        Node { span: token.span, value: RonValue::Faulty }
    }
}

const fn is_count(node: &Node) -> bool {
    matches!(node.value, RonValue::Integer { .. })
}

/// Whether this is an ability or a cell, of which a map holds a number.
fn is_counted(node: &Node) -> bool {
    match &node.value {
        RonValue::Word(word) => Ability::from_name(word).is_some(),
        RonValue::Tuple { name: None, items } => items.len() == 2 && items.iter().all(is_count),
        _ => false,
    }
}

/// A name without the `r#` that keeps it from being a word of Rust, and without what cannot be seen, which was
/// reported.
fn name(word: &str) -> String {
    word.strip_prefix("r#").unwrap_or(word).replace(is_blank, "")
}
