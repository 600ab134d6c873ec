//! Keycaps: what is printed on the player's keys, as far as it is known. Some systems say it of all keys; elsewhere a
//! key says so when it is pressed.

use std::collections::BTreeMap;

use super::stroke::KeyStroke;

/// The characters on the keys, by the characters that a US keyboard has in their places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keycaps {
    printed: BTreeMap<char, char>,
}

impl Keycaps {
    /// Remembers what is printed on the key.
    pub fn learn(&mut self, stroke: &KeyStroke) {
        if let (Some(place), Some(printed)) = (stroke.place, stroke.printed) {
            self.printed.insert(place, printed);
        }
    }

    /// Whether nothing is known yet.
    pub fn is_empty(&self) -> bool {
        self.printed.is_empty()
    }

    /// Remembers what is printed on these keys, each after the character of a US keyboard.
    pub fn learn_all(&mut self, keys: &[(char, char)]) {
        self.printed.extend(keys.iter().copied());
    }

    /// What is printed on the key in this place; the character of a US keyboard if that key was not pressed yet. Keys
    /// of the row of digits have digits everywhere, though often beside something else.
    pub fn at(&self, place: char) -> char {
        let known = self.printed.get(&place).copied().filter(|_| !place.is_ascii_digit());
        known.unwrap_or(place)
    }

    /// What is printed on the key that means this character. Letters of other scripts than the Latin one act by their
    /// place.
    pub fn meaning(&self, character: char) -> char {
        Some(self.at(character)).filter(|printed| !is_latin(*printed)).unwrap_or(character)
    }
}

/// Whether a key with this character acts by what it means in the player's layout.
pub fn is_latin(character: char) -> bool {
    character < '\u{250}' || ('\u{1e00}'..='\u{1eff}').contains(&character)
}
