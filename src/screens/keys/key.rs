//! A key of the keyboard, and its name as people write it into the settings file: `Space`, `F3`, `a`, `+`.

use std::fmt;
use std::str::FromStr;

/// Keys by what they mean: `Char` holds the lower-case character that the layout gives. Some commands take it for a
/// place: then it is the key that has this character on a US keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    Char(char),
    Enter,
    Escape,
    Space,
    Tab,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    /// F1 to F12.
    Function(u8),
}

impl Key {
    /// The keys that have names of their own, but for F1 to F12.
    pub const NAMED: [Key; 14] = [
        Key::Enter,
        Key::Escape,
        Key::Space,
        Key::Tab,
        Key::Backspace,
        Key::Delete,
        Key::Left,
        Key::Right,
        Key::Up,
        Key::Down,
        Key::Home,
        Key::End,
        Key::PageUp,
        Key::PageDown,
    ];

    /// Whether the key moves something in a menu: a focus, or a page.
    pub const fn moves(self) -> bool {
        match self {
            Key::Tab
            | Key::Left
            | Key::Right
            | Key::Up
            | Key::Down
            | Key::Home
            | Key::End
            | Key::PageUp
            | Key::PageDown => true,
            Key::Char(_) | Key::Enter | Key::Escape | Key::Space | Key::Backspace | Key::Delete | Key::Function(_) => {
                false
            }
        }
    }
}

/// A word that names no key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyError {
    word: String,
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = Key::NAMED.map(|key| key.to_string()).join(", ");
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
            Key::Delete => "Delete",
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

/// Reads the name of a key; upper and lower case are the same.
impl FromStr for Key {
    type Err = KeyError;

    fn from_str(word: &str) -> Result<Key, KeyError> {
        let functions = (1..=12).map(Key::Function);
        let named = Key::NAMED.into_iter().chain(functions).find(|key| key.to_string().eq_ignore_ascii_case(word));
        let mut lower = word.chars().flat_map(char::to_lowercase);
        let character = match (lower.next(), lower.next()) {
            (Some(character), None) => Some(Key::Char(character)),
            _ => None,
        };
        named.or(character).ok_or_else(|| KeyError { word: word.to_owned() })
    }
}
