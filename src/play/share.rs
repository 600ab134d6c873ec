//! The short text of a replay, to be sent to others: `LV1-` and some fifty letters and digits.
//!
//! ```text
//! text   = "LV1-" { symbol }                       a symbol is one of 32 letters and digits, and holds 5 bits
//! bits   = rules:40 name:10 ends:2 k:4 wx:5 wy:5   the level's fingerprint; how it ends; widths of what follows
//!          count:g3 steps:g7 x:g3 y:g3             orders; steps; the least column and row of a token
//!          { order } zeros check:25                zeros up to a whole symbol; CRC-24 of version and symbols
//! order  = after:gK kind:3 [ x:wx y:wy ]           steps since the order before; 7 is "explode all"
//! gN                                               exponential Golomb code of order N
//! ```
//!
//! Case makes no difference, nor do `O` for `0` and `I` or `L` for `1`. Between symbols may be whatever forums, mail
//! and chats put there: white space, marks of quotations, emphasis, hyphens. The length follows from the bits, so any
//! words may come before and after. The checksum finds every change of a single symbol.

use std::fmt;

use crc::{CRC_24_OPENPGP, Crc};

use super::bits::{BitReader, BitWriter, golomb_length};
use super::fingerprint::{Fingerprint, ability_number};
use super::replay::Replay;
use crate::level::{At, Ending};
use crate::sim::{Ability, Cell, Order};

/// The symbols, without those that look like others.
const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SYMBOL_BITS: usize = 5;

/// How a text begins: these letters, its version, and a hyphen.
const PREFIX: &str = "LV";
const VERSION: &str = "1";
const HYPHEN: char = '-';

/// Digits of a version; what has more is no replay.
const LONGEST_VERSION: usize = 9;

const CHECK: Crc<u32> = Crc::<u32>::new(&CRC_24_OPENPGP);
const CHECK_SYMBOLS: usize = 5;

/// The kind of the order that ends all; the others are abilities.
const EXPLODE_ALL: u64 = 7;

/// Widths and orders of codes, in bits.
const ENDS: u32 = 2;
const K: u32 = 4;
const WIDTH: u32 = 5;
const KIND: u32 = 3;
const COUNT_K: u32 = 3;
const STEPS_K: u32 = 7;
const CORNER_K: u32 = 3;

/// What is wrong with a text that begins as a replay does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReplayFault {
    /// A later version of the game has made it.
    Later(String),
    /// It stops before its end, after so many characters; or an earlier one is wrong.
    Short(usize),
    /// A character that no replay has, and its position behind the hyphen, counted from 1.
    Stray(char, usize),
    /// The check digits do not fit: a character is wrong, missing, or too many.
    Check,
}

/// All replays in a text, in their order; whatever stands between is passed over. Each ends where the next one begins
/// at the latest: however many begin, the text is read once.
pub fn replays_in(text: &str) -> Vec<Result<Replay, ReplayFault>> {
    let text = text.replace("&gt;", ">");
    let starts: Vec<(usize, &str)> =
        text.char_indices().filter_map(|(at, _)| Some((at, version_at(&text, at)?))).collect();
    let ends = starts.iter().skip(1).map(|(next, _)| *next).chain([text.len()]);
    let bodies = starts.iter().zip(ends).map(|(&(at, version), end)| {
        let body = at + PREFIX.len() + version.len() + HYPHEN.len_utf8();
        (version, &text[body..end])
    });
    bodies.map(|(version, body)| read(version, body)).collect()
}

/// The version of the replay that begins here; none if none does.
fn version_at(text: &str, at: usize) -> Option<&str> {
    let (before, from) = text.split_at(at);
    let (prefix, rest) = from.split_at_checked(PREFIX.len())?;
    if !prefix.eq_ignore_ascii_case(PREFIX) || before.ends_with(|letter: char| letter.is_ascii_alphanumeric()) {
        return None;
    }
    let (version, _) = rest.split_once(|letter: char| !letter.is_ascii_digit())?;
    let is_version = (1..=LONGEST_VERSION).contains(&version.len()) && rest[version.len()..].starts_with(HYPHEN);
    is_version.then_some(version)
}

impl Replay {
    /// The short text.
    pub fn to_text(&self) -> String {
        let mut bits = BitWriter::default();
        let (rules, name) = self.level.hashes();
        bits.put(rules, Fingerprint::RULES_BITS);
        bits.put(name, Fingerprint::NAME_BITS);
        bits.put(self.ends.map_or(0, ending_number), ENDS);
        let bounds = TokenBounds::around(&self.orders);
        let k = best_k(&self.orders);
        bits.put(u64::from(k), K);
        bits.put(u64::from(bounds.width), WIDTH);
        bits.put(u64::from(bounds.height), WIDTH);
        bits.put_golomb(self.orders.len() as u64, COUNT_K);
        bits.put_golomb(u64::from(self.steps), STEPS_K);
        bits.put_golomb(u64::from(bounds.x), CORNER_K);
        bits.put_golomb(u64::from(bounds.y), CORNER_K);
        for (after, order) in waits(&self.orders) {
            bits.put_golomb(u64::from(after), k);
            match order {
                Order::Place(ability, cell) => {
                    bits.put(ability_number(ability) as u64, KIND);
                    bits.put(u64::from(coordinate(cell.x) - bounds.x), bounds.width);
                    bits.put(u64::from(coordinate(cell.y) - bounds.y), bounds.height);
                }
                Order::ExplodeAll => bits.put(EXPLODE_ALL, KIND),
            }
        }
        let mut symbols = bits.groups::<SYMBOL_BITS>();
        symbols.extend(check_symbols(&symbols));
        let letters = symbols.iter().map(|symbol| char::from(SYMBOLS[usize::from(*symbol)]));
        format!("{PREFIX}{VERSION}{HYPHEN}{}", letters.collect::<String>())
    }
}

/// The cells of all tokens: the least column and row, and the bits that the others need from there.
struct TokenBounds {
    x: u32,
    y: u32,
    width: u32,
    height: u32,
}

impl TokenBounds {
    fn around(orders: &[At]) -> TokenBounds {
        let side = |of: fn(Cell) -> i32| {
            let all = || {
                orders.iter().filter_map(|at| match at.order {
                    Order::Place(_, cell) => Some(coordinate(of(cell))),
                    Order::ExplodeAll => None,
                })
            };
            let least = all().min().unwrap_or(0);
            (least, u32::BITS - (all().max().unwrap_or(0) - least).leading_zeros())
        };
        let ((x, width), (y, height)) = (side(|cell| cell.x), side(|cell| cell.y));
        TokenBounds { x, y, width, height }
    }
}

/// A column or a row of a world. Orders that were obeyed have no other.
fn coordinate(of: i32) -> u32 {
    u32::try_from(of).unwrap_or(0)
}

/// The orders, each with the steps since the one before.
fn waits(orders: &[At]) -> impl Iterator<Item = (u32, Order)> {
    let before = std::iter::once(0).chain(orders.iter().map(|at| at.step));
    orders.iter().zip(before).map(|(at, before)| (at.step - before, at.order))
}

/// The order of the code that makes the waits shortest.
fn best_k(orders: &[At]) -> u32 {
    let length = |k: u32| waits(orders).map(|(after, _)| golomb_length(u64::from(after), k)).sum::<u32>();
    (0..1 << K).min_by_key(|k| length(*k)).unwrap_or(0)
}

const fn ending_number(ending: Ending) -> u64 {
    match ending {
        Ending::Won => 1,
        Ending::Lost => 2,
    }
}

fn check_symbols(symbols: &[u8]) -> [u8; CHECK_SYMBOLS] {
    let mut digest = CHECK.digest();
    digest.update(VERSION.as_bytes());
    digest.update(symbols);
    let mut bits = BitWriter::default();
    bits.put(u64::from(digest.finalize()), (CHECK_SYMBOLS * SYMBOL_BITS) as u32);
    let groups = bits.groups::<SYMBOL_BITS>();
    std::array::from_fn(|index| groups[index])
}

/// The symbols of a text, up to the first character that is none.
struct Symbols<'a> {
    letters: std::str::Chars<'a>,
    read: Vec<u8>,
    stray: Option<char>,
}

impl Iterator for Symbols<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        if self.stray.is_some() {
            return None;
        }
        let letter = self.letters.find(|letter| !is_filler(*letter))?;
        let meant = match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        match SYMBOLS.iter().position(|symbol| char::from(*symbol) == meant) {
            Some(symbol) => {
                self.read.push(symbol as u8);
                Some(symbol as u8)
            }
            None => {
                self.stray = Some(letter);
                None
            }
        }
    }
}

/// What forums, mail and chats put between the characters of a text.
fn is_filler(letter: char) -> bool {
    letter.is_whitespace() || "->|*_`~\"'\u{ad}\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}".contains(letter)
}

fn read(version: &str, body: &str) -> Result<Replay, ReplayFault> {
    if version != VERSION {
        return Err(ReplayFault::Later(version.to_owned()));
    }
    let mut symbols = Symbols { letters: body.chars(), read: Vec::new(), stray: None };
    let replay = read_bits(&mut BitReader::new(&mut symbols));
    let end = symbols.read.len();
    let check: Vec<u8> = symbols.by_ref().take(CHECK_SYMBOLS).collect();
    match (replay, symbols.stray) {
        (Some(replay), _) if check == check_symbols(&symbols.read[..end]) => Ok(replay),
        (_, Some(stray)) if stray.is_alphanumeric() => Err(ReplayFault::Stray(stray, symbols.read.len() + 1)),
        _ if check.len() < CHECK_SYMBOLS => Err(ReplayFault::Short(symbols.read.len())),
        _ => Err(ReplayFault::Check),
    }
}

/// The replay in the bits; none if they end before, or hold numbers that no world has.
fn read_bits(bits: &mut BitReader<SYMBOL_BITS, &mut Symbols>) -> Option<Replay> {
    let level = Fingerprint::new(bits.take(Fingerprint::RULES_BITS)?, bits.take(Fingerprint::NAME_BITS)?);
    let ends = bits.take(ENDS)?;
    let ends = Ending::ALL.into_iter().find(|ending| ending_number(*ending) == ends);
    let k = bits.take(K)? as u32;
    let (width, height) = (bits.take(WIDTH)? as u32, bits.take(WIDTH)? as u32);
    let (count, steps) = (bits.take_golomb(COUNT_K)?, bits.take_golomb(STEPS_K)?);
    let (left, top) = (bits.take_golomb(CORNER_K)?, bits.take_golomb(CORNER_K)?);
    let mut orders = Vec::new();
    let mut step = 0_u32;
    for _ in 0..count {
        step = step.checked_add(bits.take_golomb(k)?)?;
        let kind = bits.take(KIND)?;
        let order = match Ability::ALL.into_iter().find(|ability| ability_number(*ability) as u64 == kind) {
            Some(ability) => {
                let mut side = |least: u32, width: u32| i32::try_from(u64::from(least) + bits.take(width)?).ok();
                Order::Place(ability, Cell::new(side(left, width)?, side(top, height)?))
            }
            None => Order::ExplodeAll,
        };
        orders.push(At { step, order });
    }
    Some(Replay { level, orders, steps, ends })
}

impl fmt::Display for ReplayFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReplayFault::Later(version) => write!(f, "it is of version {version}, which a later Leveret has made"),
            ReplayFault::Short(length) => {
                write!(f, "it stops after {length} characters: copy all of it; or one of them is wrong")
            }
            ReplayFault::Stray(letter, position) => {
                write!(f, "character {position} is `{}`, which no replay has", letter.escape_debug())
            }
            ReplayFault::Check => f.write_str("a character is wrong, missing or too many: its check digits do not fit"),
        }
    }
}

impl std::error::Error for ReplayFault {}
