//! RON is RON: what the `ron` crate reads, we read, and what it refuses, we refuse.
//!
//! Intended differences:
//! - We pass over a byte order mark at the start of the file, which editors write and `ron` refuses.
//! - We refuse brackets deeper than 64, more than 100,000 values and more than 250,000 tokens: a level needs few, and a
//!   file must not take all memory.
//! - `Some(…)`, `inf` and ranges behind them are RON, but no part of a level. We refuse them as such, and may call bad
//!   syntax what `ron` would read.
//!
//! Files are mutated by a seeded generator: `LEVERET_MUTANTS` of them (2,000), from `LEVERET_FUZZ_SEED` on (1).

use leveret::level::{FaultKind, Level};
use serde::de::IgnoredAny;

const SEEDS: [&str; 2] = [include_str!("sound.ron"), include_str!("everything-in-ron.ron")];

/// What matters to a reader of RON.
const PIECES: [&str; 48] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "\\",
    "'",
    "#",
    "r",
    "r#\"",
    "\"#",
    "r\"",
    "b\"",
    "/*",
    "*/",
    "//",
    "\n",
    " ",
    "\t",
    "\u{a0}",
    "\u{3000}",
    "\u{85}",
    "\u{2028}",
    "0x",
    "0b",
    "0o",
    "_",
    "1",
    "9",
    ".",
    "-",
    "+",
    "e",
    "u32",
    "i8",
    "f32",
    "\\u{41}",
    "\\x41",
    "\\\n  ",
    "r#name",
    "#![enable(implicit_some)]",
    "# ! [ enable ( unwrap_newtypes , ) ]",
    "#![type = \"x\"]",
    "é",
];

/// A small generator, the same everywhere: xorshift.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most.max(1) as u64) as usize
    }

    /// A position between two characters.
    fn place(&mut self, text: &str) -> usize {
        let at = self.below(text.len() + 1);
        (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
    }

    fn mutant(&mut self) -> String {
        let mut text = SEEDS[self.below(SEEDS.len())].to_owned();
        for _ in 0..=self.below(3) {
            let start = self.place(&text);
            let end = match self.below(3) {
                0 => start,
                _ => start + text[start..].chars().next().map_or(0, char::len_utf8),
            };
            let piece = PIECES[self.below(PIECES.len())];
            text.replace_range(start..end, if self.below(4) == 0 { "" } else { piece });
        }
        text
    }
}

/// How the two readers differ on a text, unless it is meant so.
fn difference(text: &str) -> Option<String> {
    let theirs = ron::from_str::<IgnoredAny>(text);
    let ours = Level::from_ron(text, "mutant.ron");
    let is_syntax =
        |error: &leveret::level::LevelError| error.faults().iter().any(|fault| fault.kind == FaultKind::Syntax);
    match (theirs, ours) {
        (Ok(_), Err(error)) if is_syntax(&error) => Some(format!("ron reads it, we do not: {error}")),
        (Err(error), Ok(_)) => Some(format!("we read it, ron does not: {error}")),
        _ => None,
    }
}

fn number(variable: &str, usual: usize) -> usize {
    std::env::var(variable).map_or(usual, |value| value.parse().expect("a number"))
}

#[test]
fn mutants_are_read_or_refused_by_both() {
    let mutants = number("LEVERET_MUTANTS", 2000);
    let mut random = Random(0x9e37_79b9_7f4a_7c15 ^ number("LEVERET_FUZZ_SEED", 1) as u64);
    let differing: Vec<(String, String)> =
        (0..mutants).map(|_| random.mutant()).filter_map(|text| difference(&text).map(|how| (text, how))).collect();
    println!("{} of {mutants} mutants differ", differing.len());
    if let Some((text, how)) = differing.first() {
        panic!("{} of {mutants} mutants differ, such as\n{text}\n{how}", differing.len());
    }
}

#[test]
fn what_ron_has_is_read() {
    for (field, text) in [
        ("a suffix", "Level(rabbits: 3u32, map: [])"),
        ("a line continued", "Level(about: \"one \\\n    two\", map: [])"),
        ("a raw name", "Level(r#rabbits: 3, map: [])"),
        ("a spaced attribute", "# ! [ enable ( implicit_some ) ]\nLevel(map: [])"),
        ("an attribute of type", "#![type = \"level\"]\nLevel(map: [])"),
        ("spaces of Unicode", "Level(\u{85}map:\u{200e}[]\u{2028})"),
        ("bytes of a character", "Level(name: \"\\xc3\\xa9\", map: [])"),
        ("a comment in a comment", "/* a /* b */ c */ Level(map: [])"),
    ] {
        assert_eq!(difference(text), None, "{field}");
        assert!(Level::from_ron(text, "a.ron").is_ok(), "{field}");
    }
    let continued = Level::from_ron("Level(about: \"one \\\n    two\", map: [])", "a.ron").expect("it is RON");
    assert_eq!(continued.about, "one two");
}

#[test]
fn what_ron_refuses_is_refused() {
    for (kind, text) in [
        ("an unknown attribute", "#![disable(implicit_some)]\nLevel(map: [])"),
        ("an unknown extension", "#![enable(everything)]\nLevel(map: [])"),
        ("a no-break space", "Level(\u{a0}map: [])"),
        ("an ideographic space", "Level(\u{3000}map: [])"),
        ("a bad escape", "Level(name: \"\\q\", map: [])"),
        ("an escape out of range", "Level(name: \"\\u{110000}\", map: [])"),
        ("an underscore first", "Level(rabbits: 0x_3, map: [])"),
        ("a suffix that does not fit", "Level(rabbits: 300u8, map: [])"),
        ("a sign twice", "Level(rabbits: +-3, map: [])"),
        ("half a character", "Level(name: \"\\xc3\", map: [])"),
    ] {
        assert_eq!(difference(text), None, "{kind}");
        assert!(Level::from_ron(text, "a.ron").is_err(), "{kind}");
    }
}
