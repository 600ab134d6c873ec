//! Rabbit Escape's scrambling of hints and solutions, which keeps them from being read by accident. It is reversible,
//! and no encryption.
//!
//! As in the original, texts are UTF-16 code units. A character outside the Basic Multilingual Plane is two units,
//! which scrambling may separate; unpaired ones become U+FFFD.

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
    let mut swapped = vec![false; length];
    let mut left = 2 * half;
    for i in 0..length {
        if left == 0 {
            break;
        }
        if swapped[i] {
            continue;
        }
        let mut j = (half + 3 * i + key) % length;
        while swapped[j] || j == i {
            j = (j + 1) % length;
        }
        list.swap(i, j);
        swapped[i] = true;
        swapped[j] = true;
        left -= 2;
    }
}

/// Exchanges the first unit of the alphabet with the last, the second with the last but one, and so on. Other units
/// stay.
fn exchange(alphabet: &[u16], units: &mut [u16]) {
    for unit in units {
        if let Some(at) = alphabet.iter().position(|letter| letter == unit) {
            *unit = alphabet[alphabet.len() - 1 - at];
        }
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
