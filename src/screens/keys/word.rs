//! Keys in words, as people write them into the settings file: `Space`, `F3`, `a`, `+`.

use std::fmt;
use std::str::FromStr;

use super::Key;

/// The keys that have names of their own.
const NAMED: [Key; 13] = [
    Key::Enter,
    Key::Escape,
    Key::Space,
    Key::Tab,
    Key::Backspace,
    Key::Left,
    Key::Right,
    Key::Up,
    Key::Down,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
];

/// A word that is no key's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyError {
    word: String,
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = NAMED.map(|key| key.to_string()).join(", ");
        write!(f, "unknown key `{}`: keys are single characters, {names}, F1 to F12", self.word)
    }
}

impl std::error::Error for KeyError {}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Key::Char(character) => return write!(f, "{character}"),
            Key::Function(number) => return write!(f, "F{number}"),
            Key::Enter => "Enter",
            Key::Escape => "Esc",
            Key::Space => "Space",
            Key::Tab => "Tab",
            Key::Backspace => "Backspace",
            Key::Left => "Left",
            Key::Right => "Right",
            Key::Up => "Up",
            Key::Down => "Down",
            Key::Home => "Home",
            Key::End => "End",
            Key::PageUp => "PageUp",
            Key::PageDown => "PageDown",
        };
        f.write_str(name)
    }
}

/// Reads what is written; upper and lower case are the same.
impl FromStr for Key {
    type Err = KeyError;

    fn from_str(word: &str) -> Result<Key, KeyError> {
        let functions = (1..=12).map(Key::Function);
        let named = NAMED.into_iter().chain(functions).find(|key| key.to_string().eq_ignore_ascii_case(word));
        let mut lower = word.chars().flat_map(char::to_lowercase);
        let character = match (lower.next(), lower.next()) {
            (Some(character), None) => Some(Key::Char(character)),
            _ => None,
        };
        named.or(character).ok_or_else(|| KeyError { word: word.to_owned() })
    }
}

impl From<Key> for String {
    fn from(key: Key) -> String {
        key.to_string()
    }
}

impl TryFrom<String> for Key {
    type Error = KeyError;

    fn try_from(word: String) -> Result<Key, KeyError> {
        word.parse()
    }
}
