//! From text to tree. The first syntax fault ends the reading: nothing after it can be trusted.

use super::node::{Field, Node, RonValue};
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::source::{SpannedChar, TextSpan, written};

/// Deeper nesting is refused, because the reader recurses; a level needs five.
const DEEPEST: usize = 64;

/// Values of a file: a value takes up to 200 bytes of memory, many times its length in the file. The largest level that
/// we know of has 500.
const MAX_VALUES: usize = 100_000;

/// The one value that the text holds.
pub(super) fn parse(text: &str) -> Result<Node, LevelFault> {
    let mut reader =
        Reader { text, at: text.strip_prefix('\u{feff}').map_or(0, |_| '\u{feff}'.len_utf8()), depth: 0, values: 0 };
    reader.skip_extensions()?;
    let node = reader.value()?;
    reader.skip_space()?;
    match reader.peek() {
        None => Ok(node),
        Some(extra) => Err(reader.unexpected(extra, "the end of the file")),
    }
}

struct Reader<'a> {
    text: &'a str,
    /// Position, in bytes.
    at: usize,
    depth: usize,
    /// Values read so far.
    values: usize,
}

impl<'a> Reader<'a> {
    fn value(&mut self) -> Result<Node, LevelFault> {
        self.skip_space()?;
        let start = self.at;
        let Some(first) = self.peek() else {
            return Err(self.ended("a value"));
        };
        if self.depth == DEEPEST {
            return Err(fault(self.next_span(), "this is nested too deeply"));
        }
        if self.values == MAX_VALUES {
            return Err(fault(self.next_span(), format!("there are more than {MAX_VALUES} values")));
        }
        self.depth += 1;
        self.values += 1;
        let value = match first {
            '"' => RonValue::Text(self.text()?),
            '[' => RonValue::List(self.items('[', ']', Reader::value)?),
            '{' => RonValue::Map(self.items('{', '}', Reader::entry)?),
            '(' => self.group(None)?,
            '\'' => self.character()?,
            '+' | '-' | '.' | '0'..='9' => self.number()?,
            c if is_name_start(c) => self.named()?,
            c => return Err(self.unexpected(c, "a value")),
        };
        self.depth -= 1;
        Ok(Node { span: TextSpan::new(start, self.at), value })
    }

    /// A value that starts with a letter: a word, a named group, or a prefixed string.
    fn named(&mut self) -> Result<RonValue, LevelFault> {
        let rest = self.rest();
        let raw = rest.strip_prefix('r').map(|after| after.trim_start_matches('#'));
        if raw.is_some_and(|after| after.starts_with('"')) {
            return Ok(RonValue::Text(self.raw_text()?));
        }
        if rest.starts_with("b\"") {
            self.at += 1;
            self.text()?;
            return Ok(RonValue::Other("a string of bytes"));
        }
        let name = self.name();
        let end = self.at;
        self.skip_space()?;
        if self.peek() == Some('(') {
            return self.group(Some(name));
        }
        self.at = end;
        Ok(RonValue::Word(name))
    }

    /// A group in round brackets: a struct if it begins with `name:`, else a tuple.
    fn group(&mut self, name: Option<String>) -> Result<RonValue, LevelFault> {
        if self.begins_with_field()? {
            let fields = self.items('(', ')', Reader::field)?;
            Ok(RonValue::Struct { name, fields })
        } else {
            let items = self.items('(', ')', Reader::value)?;
            Ok(RonValue::Tuple { name, items })
        }
    }

    fn begins_with_field(&mut self) -> Result<bool, LevelFault> {
        let start = self.at;
        self.at += 1;
        self.skip_space()?;
        let name = self.name();
        self.skip_space()?;
        let begins = !name.is_empty() && self.peek() == Some(':');
        self.at = start;
        Ok(begins)
    }

    fn field(&mut self) -> Result<Field, LevelFault> {
        self.skip_space()?;
        let start = self.at;
        let name = self.name();
        let span = TextSpan::new(start, self.at);
        if name.is_empty() {
            return Err(match self.peek() {
                Some(c) => self.unexpected(c, "a field"),
                None => self.ended("a field"),
            });
        }
        self.colon(&name)?;
        Ok(Field { name, span, value: self.value()? })
    }

    fn entry(&mut self) -> Result<(Node, Node), LevelFault> {
        let key = self.value()?;
        self.colon("the key")?;
        Ok((key, self.value()?))
    }

    fn colon(&mut self, after: &str) -> Result<(), LevelFault> {
        self.skip_space()?;
        match self.peek() {
            Some(':') => {
                self.at += 1;
                Ok(())
            }
            Some(c) => Err(self.unexpected(c, &format!("`:` after `{after}`"))),
            None => Err(self.ended("`:`")),
        }
    }

    /// The items between two brackets, separated by commas; a trailing one is allowed.
    fn items<T>(
        &mut self,
        open: char,
        close: char,
        item: impl Fn(&mut Reader<'a>) -> Result<T, LevelFault>,
    ) -> Result<Vec<T>, LevelFault> {
        let opening = self.next_span();
        self.at += open.len_utf8();
        let mut items = Vec::new();
        loop {
            self.skip_space()?;
            match self.peek() {
                Some(c) if c == close => break,
                Some(_) => items.push(item(self)?),
                None => return Err(fault(opening, format!("this `{open}` is never closed"))),
            }
            let end = self.at;
            self.skip_space()?;
            match self.peek() {
                Some(',') => self.at += 1,
                Some(c) if c == close => break,
                Some(c @ (')' | ']' | '}')) => {
                    return Err(fault(self.next_span(), format!("`{c}` does not close what is open here"))
                        .advise(format!("a `{close}` is due")));
                }
                Some(':') => {
                    return Err(fault(opening, format!("this `{open}` is not closed before the next field")));
                }
                Some(_) => return Err(fault(TextSpan::new(end, end), "a comma is missing").advise("put a `,` here")),
                None => return Err(fault(opening, format!("this `{open}` is never closed"))),
            }
        }
        self.at += close.len_utf8();
        Ok(items)
    }

    fn text(&mut self) -> Result<Vec<SpannedChar>, LevelFault> {
        let opening = self.next_span();
        self.at += 1;
        let mut characters = Vec::new();
        loop {
            let start = self.at;
            let Some(c) = self.peek() else {
                return Err(fault(opening, "this text is never closed").advise("a `\"` is missing"));
            };
            self.at += c.len_utf8();
            match c {
                '"' => return Ok(characters),
                '\\' => {
                    let escaped = self.escape(start)?;
                    characters.push((escaped, TextSpan::new(start, self.at)));
                }
                c => characters.push((c, TextSpan::new(start, self.at))),
            }
        }
    }

    /// A raw string: `r"…"`, or with any number of `#` on both sides.
    fn raw_text(&mut self) -> Result<Vec<SpannedChar>, LevelFault> {
        let opening = self.next_span();
        let fence = self.rest()[1..].find('"').expect("a raw text has a quote");
        let start = self.at + 1 + fence + 1;
        let ending = format!("\"{}", "#".repeat(fence));
        match self.text[start..].find(&ending) {
            Some(length) => {
                self.at = start + length + ending.len();
                Ok(written(&self.text[start..start + length], start))
            }
            None => Err(fault(opening, "this text is never closed").advise(format!("a `{ending}` is missing"))),
        }
    }

    /// The character of an escape sequence; the backslash, at `start`, has been read.
    fn escape(&mut self, start: usize) -> Result<char, LevelFault> {
        let c = self.peek().unwrap_or(' ');
        self.at += self.peek().map_or(0, char::len_utf8);
        let meant = match c {
            'n' => Some('\n'),
            'r' => Some('\r'),
            't' => Some('\t'),
            '0' => Some('\0'),
            '\\' | '"' | '\'' => Some(c),
            'x' => self.rest().get(..2).and_then(|digits| {
                self.at += 2;
                u8::from_str_radix(digits, 16).ok().map(char::from)
            }),
            'u' => self.rest().strip_prefix('{').and_then(|rest| rest.split_once('}')).and_then(|(digits, _)| {
                self.at += digits.len() + 2;
                u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)
            }),
            _ => None,
        };
        meant.ok_or_else(|| {
            let end = self.at.min(start + 1 + c.len_utf8());
            fault(TextSpan::new(start, end), "a backslash stands for another character here")
                .advise(r#"write it twice, `\\`, or put an `r` before the text: r"…""#)
        })
    }

    fn character(&mut self) -> Result<RonValue, LevelFault> {
        let opening = self.next_span();
        self.at += 1;
        let start = self.at;
        match self.peek() {
            Some('\\') => {
                self.at += 1;
                self.escape(start)?;
            }
            Some(c) => self.at += c.len_utf8(),
            None => {}
        }
        if self.peek() != Some('\'') {
            return Err(fault(opening, "this character is never closed").advise("texts stand in `\"`"));
        }
        self.at += 1;
        Ok(RonValue::Other("a character"))
    }

    fn number(&mut self) -> Result<RonValue, LevelFault> {
        let start = self.at;
        let unsigned = self.rest().trim_start_matches(['+', '-']);
        let sign = self.rest().len() - unsigned.len();
        let exponent = |at: usize| unsigned[..at].ends_with(['e', 'E']) && !unsigned.starts_with("0x");
        let belongs = |at: usize, c: char| match c {
            '_' | '.' => true,
            '+' | '-' => exponent(at),
            c => c.is_ascii_alphanumeric(),
        };
        let length = unsigned.char_indices().find(|&(at, c)| !belongs(at, c)).map_or(unsigned.len(), |(at, _)| at);
        self.at += sign + length;
        let span = TextSpan::new(start, self.at);
        let written = &self.text[start..self.at];
        let plain = written.replace('_', "");
        match integer(&plain) {
            Some(number) => Ok(RonValue::Integer(number)),
            None if plain.parse::<f64>().is_ok() => Ok(RonValue::Other("a fraction")),
            None => Err(fault(span, format!("`{written}` is no number"))),
        }
    }

    fn name(&mut self) -> String {
        let rest = self.rest();
        let length = match rest.chars().next() {
            Some(first) if is_name_start(first) => {
                rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len())
            }
            _ => 0,
        };
        self.at += length;
        rest[..length].to_owned()
    }

    /// Skips whitespace and comments.
    fn skip_space(&mut self) -> Result<(), LevelFault> {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start().len();
            let rest = self.rest();
            if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                self.skip_block_comment()?;
            } else {
                return Ok(());
            }
        }
    }

    /// A comment in `/* … */`; they nest.
    fn skip_block_comment(&mut self) -> Result<(), LevelFault> {
        let opening = TextSpan::new(self.at, self.at + 2);
        let mut open = 0;
        loop {
            let rest = self.rest();
            if rest.starts_with("/*") {
                open += 1;
                self.at += 2;
            } else if rest.starts_with("*/") {
                open -= 1;
                self.at += 2;
                if open == 0 {
                    return Ok(());
                }
            } else {
                match self.peek() {
                    Some(c) => self.at += c.len_utf8(),
                    None => return Err(fault(opening, "this comment is never closed").advise("a `*/` is missing")),
                }
            }
        }
    }

    /// Skips `#![enable(…)]`: RON's extensions make no difference to a level.
    fn skip_extensions(&mut self) -> Result<(), LevelFault> {
        self.skip_space()?;
        while self.rest().starts_with("#![") {
            let opening = TextSpan::new(self.at, self.at + 3);
            match self.rest().find(']') {
                Some(length) => self.at += length + 1,
                None => return Err(fault(opening, "this `#![` is never closed")),
            }
            self.skip_space()?;
        }
        Ok(())
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn next_span(&self) -> TextSpan {
        TextSpan::new(self.at, self.at + self.peek().map_or(0, char::len_utf8))
    }

    fn unexpected(&self, found: char, expected: &str) -> LevelFault {
        fault(self.next_span(), format!("`{found}` where {expected} should be"))
    }

    fn ended(&self, expected: &str) -> LevelFault {
        fault(TextSpan::new(self.at, self.at), format!("the file ends where {expected} should be"))
    }
}

fn fault(span: TextSpan, cause: impl Into<String>) -> LevelFault {
    LevelFault::new(FaultKind::Syntax, span, cause)
}

fn is_name_start(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

/// A whole number in base 10, 16, 8 or 2, saturated to 64 bits.
fn integer(written: &str) -> Option<i64> {
    let (negative, digits) = match written.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, written.strip_prefix('+').unwrap_or(written)),
    };
    let (digits, base) = match digits.get(..2) {
        Some("0x") => (&digits[2..], 16),
        Some("0o") => (&digits[2..], 8),
        Some("0b") => (&digits[2..], 2),
        _ => (digits, 10),
    };
    if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(base)) {
        return None;
    }
    let number = i64::from_str_radix(digits, base).unwrap_or(i64::MAX);
    Some(if negative { -number } else { number })
}
