//! What the characters between two quotes stand for.

use super::token::{Escapes, Quotes};
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::faults::Faults;
use crate::level::source::{SpannedChar, TextSpan, written};

/// The characters of a text with this span, each with its own: an escaped one takes several in the file. A bad escape
/// is a fault, and reads as what it is written with.
pub(super) fn characters(source: &str, span: TextSpan, quotes: Quotes, faults: &mut Faults) -> Vec<SpannedChar> {
    let inside = quotes.inside(span);
    match quotes.escapes {
        Escapes::Raw => written(&source[inside.start..inside.end], inside.start),
        Escapes::Read => escaped(source, inside, faults),
    }
}

fn escaped(source: &str, inside: TextSpan, faults: &mut Faults) -> Vec<SpannedChar> {
    let mut characters = Vec::new();
    let mut rest = &source[inside.start..inside.end];
    while let Some(first) = rest.chars().next() {
        let start = inside.end - rest.len();
        let plain = TextSpan::new(start, start + first.len_utf8());
        if first != '\\' {
            characters.push((first, plain));
            rest = &rest[first.len_utf8()..];
            continue;
        }
        match escape(&rest[1..]) {
            Some((meant, after)) => {
                characters.extend(meant.map(|meant| (meant, TextSpan::new(start, inside.end - after.len()))));
                rest = after;
            }
            // It was reported that the quote after it is escaped.
            None if rest.len() == 1 => {
                characters.push((first, plain));
                rest = "";
            }
            None => {
                faults.push_with(|| bad_escape(&rest[1..], plain));
                characters.push((first, plain));
                rest = &rest[1..];
            }
        }
    }
    characters
}

/// The character that the text after a backslash stands for, and the text after that. A line break stands for nothing,
/// together with the space at the start of the next line.
pub(super) fn escape(text: &str) -> Option<(Option<char>, &str)> {
    let first = text.chars().next()?;
    let after = &text[first.len_utf8()..];
    let meant = match first {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '0' => '\0',
        '\\' | '"' | '\'' => first,
        'x' => return bytes(text).map(|(meant, after)| (Some(meant), after)),
        'u' => {
            let (digits, after) = after.strip_prefix('{')?.split_once('}')?;
            let is_number = (1..=6).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
            let meant = is_number.then(|| u32::from_str_radix(digits, 16).ok()).flatten().and_then(char::from_u32)?;
            return Some((Some(meant), after));
        }
        '\n' => return Some((None, after.trim_start_matches([' ', '\t', '\n', '\r']))),
        '\r' if after.starts_with('\n') => return Some((None, after.trim_start_matches([' ', '\t', '\n', '\r']))),
        _ => return None,
    };
    Some((Some(meant), after))
}

/// `x41`: a character in UTF-8, a byte at a time; of several bytes, each has its own `\x`.
fn bytes(text: &str) -> Option<(char, &str)> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while bytes.len() < 4 {
        let digits = rest.strip_prefix('x')?.get(..2).filter(|digits| digits.bytes().all(|d| d.is_ascii_hexdigit()))?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = &rest[3..];
        if let Some(meant) = std::str::from_utf8(&bytes).ok().and_then(|text| text.chars().next()) {
            return Some((meant, rest));
        }
        rest = rest.strip_prefix('\\')?;
    }
    None
}

pub(super) fn bad_escape(after: &str, backslash: TextSpan) -> LevelFault {
    let digits = after.strip_prefix('u').and_then(|digits| digits.get(..4));
    if let Some(digits) = digits.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit())) {
        let (whole, meant) = (TextSpan::new(backslash.start, backslash.end + 5), format!("\\u{{{digits}}}"));
        let fault = LevelFault::new(FaultKind::Syntax, whole, "the digits of a character stand in braces");
        return fault.advise(format!("write `{meant}`")).mend(whole, meant);
    }
    let end = backslash.end + after.chars().next().map_or(0, char::len_utf8);
    LevelFault::new(
        FaultKind::Syntax,
        TextSpan::new(backslash.start, end),
        "a backslash stands for another character here",
    )
    .advise(r#"write it twice, `\\`, or put an `r` before the text: r"…""#)
    .mend(backslash, r"\\")
}
