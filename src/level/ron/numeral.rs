//! Numbers as RON writes them.

/// A number of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numeral {
    /// Saturated to 64 bits.
    Whole(i64),
    /// A fraction, or one with an exponent.
    Fraction,
    /// `1..5`, `..=5`: a range of numbers.
    Range,
}

/// The types that a whole number may name as its suffix, and their ranges.
const SUFFIXES: [(&str, i64, u64); 8] = [
    ("i8", i8::MIN as i64, i8::MAX as u64),
    ("i16", i16::MIN as i64, i16::MAX as u64),
    ("i32", i32::MIN as i64, i32::MAX as u64),
    ("i64", i64::MIN, i64::MAX as u64),
    ("u8", 0, u8::MAX as u64),
    ("u16", 0, u16::MAX as u64),
    ("u32", 0, u32::MAX as u64),
    ("u64", 0, u64::MAX),
];

/// The number that is written so; none if it is no number.
pub(super) fn numeral(written: &str) -> Option<Numeral> {
    match written.split_once("..") {
        None => single(written),
        Some((from, to)) => range(from, to),
    }
}

/// The whole number that characters of other alphabets look like: full-width digits, a minus sign.
pub(super) fn look_alike(written: &str) -> Option<i64> {
    let narrow = |c: char| match c {
        '\u{ff10}'..='\u{ff19}' => char::from_u32(u32::from(c) - 0xfee0),
        '\u{2212}' | '\u{2013}' | '\u{2014}' | '\u{ff0d}' => Some('-'),
        '0'..='9' => Some(c),
        _ => None,
    };
    written.chars().map(narrow).collect::<Option<String>>()?.parse().ok()
}

/// The whole number among signs that are none of it: `~3`.
pub(super) fn inside(written: &str) -> Option<i64> {
    written.trim_matches(|c: char| c.is_ascii_punctuation() && c != '-').parse().ok()
}

/// The digits of a number that has letters in place of some that look like them: `1O`, `l2`.
pub(super) fn misread(written: &str) -> Option<String> {
    let digit = |c: char| match c {
        'O' | 'o' => Some('0'),
        'l' | 'I' => Some('1'),
        c => Some(c).filter(char::is_ascii_digit),
    };
    let has_digit = written.contains(|c: char| c.is_ascii_digit());
    written.chars().map(digit).collect::<Option<String>>().filter(|_| has_digit)
}

fn range(from: &str, to: &str) -> Option<Numeral> {
    let closed = to.strip_prefix('=');
    let is_end = |end: &str| single(end).is_some();
    let has_end = is_end(closed.unwrap_or(to)) || (closed.is_none() && to.is_empty());
    ((from.is_empty() || is_end(from)) && has_end).then_some(Numeral::Range)
}

fn single(written: &str) -> Option<Numeral> {
    let unsigned = written.strip_prefix(['+', '-']).unwrap_or(written);
    let is_negative = written.starts_with('-');
    whole(unsigned, is_negative).map(Numeral::Whole).or_else(|| is_fraction(unsigned).then_some(Numeral::Fraction))
}

/// A whole number in base 10, 16, 8 or 2, with a suffix that it fits, or none.
fn whole(unsigned: &str, is_negative: bool) -> Option<i64> {
    let (base, rest) = match unsigned.get(..2) {
        Some("0x") => (16, &unsigned[2..]),
        Some("0o") => (8, &unsigned[2..]),
        Some("0b") => (2, &unsigned[2..]),
        _ => (10, unsigned),
    };
    let end = rest.find(|c: char| !(c.is_ascii_hexdigit() || c == '_')).unwrap_or(rest.len());
    let (digits, suffix) = rest.split_at(end);
    if digits.is_empty() || digits.starts_with('_') {
        return None;
    }
    let digits = digits.replace('_', "");
    if !digits.chars().all(|digit| digit.is_digit(base)) {
        return None;
    }
    // A number of base 10 that does not fit is a fraction to others, any other is refused.
    let size = u64::from_str_radix(&digits, base).ok();
    let fits = match (suffix, size) {
        ("", size) => base == 10 || size.is_some(),
        (_, None) => false,
        (suffix, Some(size)) => SUFFIXES.iter().any(|&(name, least, most)| {
            name == suffix && if is_negative { size <= least.unsigned_abs() } else { size <= most }
        }),
    };
    let size = size.and_then(|size| i64::try_from(size).ok()).unwrap_or(i64::MAX);
    fits.then_some(if is_negative { -size } else { size })
}

fn is_fraction(unsigned: &str) -> bool {
    let plain = unsigned.strip_suffix("f32").or_else(|| unsigned.strip_suffix("f64")).unwrap_or(unsigned);
    if matches!(plain, "inf" | "NaN") {
        return true;
    }
    // An underscore may follow digits and exponents only.
    let mut before = ' ';
    let spaced = plain.chars().all(|c| {
        let fits = c != '_' || matches!(before, '0'..='9' | 'e' | 'E');
        if !matches!(c, '_' | '+' | '-') {
            before = c;
        }
        fits
    });
    let is_decimal = plain.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && plain.chars().all(|c| c.is_ascii_digit() || matches!(c, 'e' | 'E' | '.' | '+' | '-' | '_'));
    spaced && is_decimal && plain.replace('_', "").parse::<f64>().is_ok()
}

/// The number that is written as `1.000`, with points between its thousands.
pub(super) fn thousands(written: &str) -> Option<i64> {
    let (first, rest) = written.split_once('.')?;
    let are_thousands = !first.is_empty() && first != "0" && rest.split('.').all(|digits| digits.len() == 3);
    are_thousands.then(|| written.replace('.', "").parse().ok()).flatten()
}
