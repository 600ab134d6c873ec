//! The mutator: damages inputs of a corpus, the same way for the same seed.

use std::ops::Range;

use leveret::bench::SplitMix;

/// The longest input, in bytes.
pub const MOST_BYTES: usize = 16 << 10;

/// Words of every format: numbers at the ends of their ranges, brackets, and bytes that are often forgotten.
const COMMON_WORDS: [&str; 26] = [
    "0",
    "1",
    "-1",
    "2147483647",
    "-2147483648",
    "2147483648",
    "4294967295",
    "18446744073709551616",
    "1e38",
    "NaN",
    "inf",
    "-0.0",
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
    "\n",
    "\0",
    "\u{1b}[2J",
    "\u{202e}é☺",
];

/// Makes inputs without end.
pub struct Mutator<'a> {
    random: SplitMix,
    /// Not empty.
    corpus: &'a [Vec<u8>],
    words: &'a [&'a str],
}

impl<'a> Mutator<'a> {
    /// `words` are those of the format.
    pub fn new(seed: u64, corpus: &'a [Vec<u8>], words: &'a [&'a str]) -> Mutator<'a> {
        Mutator { random: SplitMix(seed), corpus, words }
    }

    /// A file of the corpus with one to eight mutations; half of all have one only.
    pub fn input(&mut self) -> Vec<u8> {
        let mut input = self.seed().to_vec();
        for _ in 0..=self.random.bits().trailing_zeros().min(7) {
            self.mutate(&mut input);
        }
        input.truncate(MOST_BYTES);
        input
    }

    fn mutate(&mut self, input: &mut Vec<u8>) {
        let range = self.range(input);
        match self.random.below(8) {
            0 => self.flip_bit(input),
            1 => drop(input.drain(range)),
            2 => {
                let copy = input[range.clone()].to_vec();
                let times = 1 + self.random.below(4);
                input.splice(range.end..range.end, copy.repeat(times));
            }
            3 => {
                let word = self.word();
                input.splice(range.start..range.start, word.bytes());
            }
            4 => {
                let word = self.word();
                input.splice(range, word.bytes());
            }
            5 => self.replace_number(input),
            6 => {
                let other = self.seed();
                let part = self.range(other);
                input.splice(range, other[part].iter().copied());
            }
            _ => {
                // The head of one, the tail of another.
                let other = self.seed();
                let tail = self.range(other).start;
                input.splice(range.start.., other[tail..].iter().copied());
            }
        }
    }

    fn flip_bit(&mut self, input: &mut [u8]) {
        if !input.is_empty() {
            let at = self.random.below(input.len());
            input[at] ^= 1 << self.random.below(8);
        }
    }

    /// Puts a word in place of a whole number.
    fn replace_number(&mut self, input: &mut Vec<u8>) {
        let from = self.range(input).start;
        let Some(start) = input[from..].iter().position(u8::is_ascii_digit).map(|offset| from + offset) else { return };
        let digits = input[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let word = self.word();
        input.splice(start..start + digits, word.bytes());
    }

    fn seed(&mut self) -> &'a [u8] {
        &self.corpus[self.random.below(self.corpus.len())]
    }

    fn word(&mut self) -> &'a str {
        let number = self.random.below(COMMON_WORDS.len() + self.words.len());
        COMMON_WORDS.get(number).copied().unwrap_or_else(|| self.words[number - COMMON_WORDS.len()])
    }

    /// A range of the input; most are short.
    fn range(&mut self, input: &[u8]) -> Range<usize> {
        let start = self.random.below(input.len() + 1);
        let most = if self.random.below(4) == 0 { input.len() - start } else { (input.len() - start).min(8) };
        start..start + self.random.below(most + 1)
    }
}
