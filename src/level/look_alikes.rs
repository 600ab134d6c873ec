//! Characters of other alphabets that look like those of a keyboard with Latin letters.

/// Cyrillic and Greek letters, and typographic signs, each with what it looks like.
const LOOK_ALIKES: [(&str, &str); 3] = [
    ("АВЕКМНОРСТХУасеорхуіјԛԚ", "ABEKMHOPCTXYaceopxyijqQ"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧορν", "ABEZHIKMNOPTYXopv"),
    ("∕⁄∖⧵∗⁎✱█■▓▒░", "//\\\\***#####"),
];

/// The ASCII character that a full-width one, or one of another alphabet, is easily taken for.
pub(super) fn look_alike(c: char) -> Option<char> {
    if let '\u{ff01}'..='\u{ff5e}' = c {
        return char::from_u32(u32::from(c) - 0xfee0);
    }
    LOOK_ALIKES
        .iter()
        .find_map(|(foreign, plain)| foreign.chars().zip(plain.chars()).find(|(f, _)| *f == c))
        .map(|(_, plain)| plain)
}
