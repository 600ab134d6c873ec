//! Rabbit Escape's scrambling of hints and solutions, which keeps them from being read by accident. It is reversible,
//! and no encryption.
//!
//! As in the original, texts are UTF-16 code units. A character outside the Basic Multilingual Plane is two units,
//! which scrambling may separate; unpaired ones become U+FFFD.

use std::collections::BTreeMap;

/// The scrambled text.
///
/// ```
/// assert_eq!(leveret::level::megacoder::encode("until:WON"), r"t0DNU5|=W");
/// ```
pub fn encode(text: &str) -> String {
    let mut units: Vec<u16> = text.encode_utf16().collect();
    exchange(&used(&units), &mut units);
    exchange(&shuffled_ascii(units.len()), &mut units);
    shuffle(&mut units, 0);
    String::from_utf16_lossy(&units)
}

/// The text that was scrambled.
///
/// ```
/// assert_eq!(leveret::level::megacoder::decode("_Uf?>3ZH_8>U>{3"), "Select the bash");
/// ```
pub fn decode(code: &str) -> String {
    let mut units: Vec<u16> = code.encode_utf16().collect();
    shuffle(&mut units, 0);
    exchange(&shuffled_ascii(units.len()), &mut units);
    exchange(&used(&units), &mut units);
    String::from_utf16_lossy(&units)
}

/// Swaps the items of a list in pairs, chosen by its length and the key. It is its own inverse; of an odd number of
/// items one stays.
fn shuffle<T>(list: &mut [T], key: usize) {
    let length = list.len();
    let half = length / 2;
    // Each item that was swapped points to the next one, in a circle; the others to themselves.
    let mut next: Vec<usize> = (0..length).collect();
    let mut left = 2 * half;
    for i in 0..length {
        if left == 0 {
            break;
        }
        if next[i] != i {
            continue;
        }
        next[i] = (i + 1) % length;
        let j = first_free(&mut next, (half + 3 * i + key) % length);
        next[j] = (j + 1) % length;
        list.swap(i, j);
        left -= 2;
    }
}

/// The first item from `at` on, in a circle, that was not swapped. Paths are halved on the way, or long texts would
/// take time by the square of their length.
fn first_free(next: &mut [usize], mut at: usize) -> usize {
    while next[at] != at {
        next[at] = next[next[at]];
        at = next[at];
    }
    at
}

/// Exchanges the first unit of the alphabet with the last, the second with the last but one, and so on. Other units
/// stay.
fn exchange(alphabet: &[u16], units: &mut [u16]) {
    let pairs: BTreeMap<u16, u16> = alphabet.iter().copied().zip(alphabet.iter().rev().copied()).collect();
    for unit in units {
        *unit = pairs.get(unit).copied().unwrap_or(*unit);
    }
}

/// The units that occur, each once, ascending.
fn used(units: &[u16]) -> Vec<u16> {
    let mut letters = units.to_vec();
    letters.sort_unstable();
    letters.dedup();
    letters
}

/// The printable ASCII characters, in an order that depends on the length of the text.
fn shuffled_ascii(length: usize) -> Vec<u16> {
    let mut letters: Vec<u16> = (0x20..=0x7e).collect();
    shuffle(&mut letters, length);
    letters
}
