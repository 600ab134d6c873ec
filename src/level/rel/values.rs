//! Numbers in the values of metadata.

use crate::level::fault::{FaultKind, LevelFault};
use crate::level::look_alikes::look_alike;
use crate::level::plain::cut;
use crate::level::source::{SpannedChar, TextSpan, text_of};

/// The parts of a value between commas, each with its span.
pub(super) fn parts(value: &[SpannedChar], whole: TextSpan) -> Vec<(String, TextSpan)> {
    let mut before = TextSpan::new(whole.start, whole.start);
    value
        .split(|(c, _)| *c == ',')
        .map(|part| {
            let span = match part {
                [] => TextSpan::new(before.end, before.end),
                [(_, first), .., (_, last)] => first.to(*last),
                [(_, only)] => *only,
            };
            // Behind the comma.
            before = TextSpan::new(span.start, (span.end + 1).min(whole.end));
            (text_of(part), span)
        })
        .collect()
}

/// The several numbers of a value that are parted or enclosed by other signs than commas, as they should be written.
pub(super) fn numbers_in(value: &str) -> Option<String> {
    let is_sign = |c: char| matches!(c, ',' | ';' | ' ' | '(' | ')' | '[' | ']' | '{' | '}' | ':' | '"');
    let numbers: Vec<&str> = value.split(is_sign).filter(|part| !part.is_empty()).collect();
    let are_whole = numbers.len() > 1 && numbers.iter().all(|number| number.parse::<i32>().is_ok());
    let meant = are_whole.then(|| numbers.join(","))?;
    (meant != value.trim_end_matches(',')).then_some(meant)
}

/// The fault of what is no whole number up to `most`.
pub(super) fn not_a_number(text: &str, span: TextSpan, most: i32) -> LevelFault {
    let fault = |cause: String| LevelFault::new(FaultKind::NonIntegerMetaValue, span, cause);
    let bare = text.trim();
    let digits = bare.strip_prefix(['+', '-']).unwrap_or(bare);
    if bare.parse::<i32>().is_ok_and(|number| number <= most) {
        return fault(format!("`{text}` is no whole number")).advise("take the spaces away").mend(span, bare);
    }
    if !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit()) {
        let (range, nearest) = match bare.strip_prefix('-') {
            Some(_) => (format!("{} or more", i32::MIN), i32::MIN),
            None => (format!("{most} or less"), most),
        };
        return fault(format!("`{}` is out of range", cut(bare)))
            .advise(format!("it must be {range}"))
            .mend(span, nearest.to_string());
    }
    let fault = match text {
        "" => fault("a whole number is missing".to_owned()),
        text => fault(format!("`{}` is no whole number", cut(text))),
    };
    match meant(text) {
        Some(number) => fault.advise(format!("write `{number}`")).mend(span, number.to_string()),
        None => fault.advise("write it in digits, such as `10`"),
    }
}

/// The number that is written with quotes or thousands, with letters that look like digits, or with words behind it.
fn meant(text: &str) -> Option<i32> {
    let narrow = text.chars().map(|c| look_alike(c).unwrap_or(c));
    let bare: String = narrow.filter(|c| !matches!(c, '"' | ' ' | '_' | '\'' | '+' | '=')).collect();
    let has_digit = bare.contains(|c: char| c.is_ascii_digit());
    let read = bare.replace(['O', 'o'], "0").replace(['l', 'I'], "1");
    let leading = || {
        let end = text.char_indices().skip(1).find(|(_, c)| !c.is_ascii_digit()).map_or(text.len(), |(at, _)| at);
        text[..end].parse().ok()
    };
    bare.parse().ok().or_else(|| read.parse().ok().filter(|_| has_digit)).or_else(leading)
}
