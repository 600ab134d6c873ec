//! Strokes: what a keyboard reports, before a screen gives it a meaning.

use super::keys::Key;

/// A key that went down, or that is held and repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyStroke {
    /// The key by what it means in the player's layout; by its place, as below, where that layout has no Latin letters.
    pub key: Option<Key>,
    /// The character that a US keyboard has in this place; none for keys that write nothing.
    pub place: Option<char>,
    /// The character that is printed on the key.
    pub printed: Option<char>,
    /// What it types, upper or lower case.
    pub text: Option<String>,
    pub phase: StrokePhase,
    pub modifier: Modifier,
}

/// Whether the key went down just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StrokePhase {
    #[default]
    First,
    /// It is held.
    Repeat,
}

/// What else is held: the modifier that changes what a stroke means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Modifier {
    #[default]
    None,
    Shift,
    /// The key of shortcuts, with or without Shift: Ctrl, on a Mac Cmd.
    Control,
}

impl KeyStroke {
    /// A key that went down, of a keyboard that says no more of it.
    pub fn of(key: Key) -> KeyStroke {
        KeyStroke {
            key: Some(key),
            place: None,
            printed: None,
            text: None,
            phase: StrokePhase::First,
            modifier: Modifier::None,
        }
    }

    /// The same key, held.
    pub fn repeated(self) -> KeyStroke {
        KeyStroke { phase: StrokePhase::Repeat, ..self }
    }

    /// The key where some act by their place: those for which `names_place` holds. A key with such a meaning in another
    /// place is the key of its place too, so that no key is lost where two letters have changed places.
    pub fn key_by_place(&self, names_place: impl Fn(Key) -> bool) -> Option<Key> {
        let place = self.place.map(Key::Char);
        let is_place = [place, self.key].into_iter().flatten().any(names_place);
        place.filter(|_| is_place).or(self.key)
    }
}

/// An action on a text field or the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    Copy,
    Cut,
    Paste,
    SelectAll,
    /// Moves the cursor as this key does, and selects what it passes.
    Extend(Key),
}

impl Edit {
    /// What the shortcut with this letter does.
    pub fn of_shortcut(key: Key) -> Option<Edit> {
        match key {
            Key::Char('c') => Some(Edit::Copy),
            Key::Char('x') => Some(Edit::Cut),
            Key::Char('v') => Some(Edit::Paste),
            Key::Char('a') => Some(Edit::SelectAll),
            _ => None,
        }
    }
}
