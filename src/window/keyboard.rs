//! The keyboard: what winit reports of a key, as a stroke.

use winit::keyboard::{Key as LogicalKey, KeyCode, ModifiersState, NamedKey, PhysicalKey};

use crate::screens::{Key, KeyStroke, Modifier, StrokePhase, is_latin};

/// What winit reports of a key that is pressed.
#[derive(Debug, Clone)]
pub struct KeyReport<'a> {
    pub place: PhysicalKey,
    pub meaning: &'a LogicalKey,
    /// The meaning without modifiers: what is printed on the key.
    pub unmodified: &'a LogicalKey,
    pub text: Option<&'a str>,
    pub repeat: bool,
    pub modifiers: ModifiersState,
}

/// The modifier of shortcuts.
const SHORTCUT: ModifiersState =
    if cfg!(target_os = "macos") { ModifiersState::SUPER } else { ModifiersState::CONTROL };

/// The stroke of a key; none if it is for the desktop or another program.
pub fn stroke(report: &KeyReport) -> Option<KeyStroke> {
    let modifier = modifier(report)?;
    let printed = character(report.unmodified);
    let place = us_character(report.place);
    let key = match key(report.meaning) {
        // Letters of another script have no meaning of their own.
        Some(Key::Char(_)) if printed.is_some_and(|printed| !is_latin(printed)) => {
            place.or(keypad_character(report.place)).map(Key::Char)
        }
        key => key,
    };
    Some(KeyStroke {
        key,
        place,
        printed,
        text: report.text.and_then(text).filter(|_| modifier != Modifier::Control),
        phase: if report.repeat { StrokePhase::Repeat } else { StrokePhase::First },
        modifier,
    })
}

/// The modifier that counts for the game; none if the stroke is not for it.
fn modifier(report: &KeyReport) -> Option<Modifier> {
    let held = report.modifiers;
    let is_shortcut = held.intersects(SHORTCUT);
    // Some systems report AltGr as Ctrl and Alt together: then the key means another character than the one printed
    // first.
    let is_alt_gr = held.contains(ModifiersState::CONTROL | ModifiersState::ALT)
        && character(report.meaning).is_some()
        && character(report.meaning) != character(report.unmodified);
    if is_alt_gr {
        return Some(Modifier::None);
    }
    let foreign = (ModifiersState::ALT | ModifiersState::SUPER | ModifiersState::CONTROL).difference(SHORTCUT);
    if held.intersects(foreign) {
        return None;
    }
    Some(match (is_shortcut, held.shift_key()) {
        (true, _) => Modifier::Control,
        (false, true) => Modifier::Shift,
        (false, false) => Modifier::None,
    })
}

/// The lower-case character of a key, if it is one.
fn character(key: &LogicalKey) -> Option<char> {
    let LogicalKey::Character(text) = key else { return None };
    let mut lower = text.chars().flat_map(char::to_lowercase);
    let first = lower.next()?;
    lower.next().is_none().then_some(first)
}

/// The key by its meaning in the player's layout; none for keys without a [`Key`].
fn key(key: &LogicalKey) -> Option<Key> {
    match key {
        LogicalKey::Character(_) => character(key).map(Key::Char),
        LogicalKey::Named(named) => named_key(*named),
        LogicalKey::Unidentified(_) | LogicalKey::Dead(_) => None,
    }
}

/// The text that a key types; none for a key like Enter or Esc, which gives a control character.
fn text(typed: &str) -> Option<String> {
    let is_text = !typed.is_empty() && !typed.contains(char::is_control);
    is_text.then(|| typed.to_owned())
}

fn named_key(key: NamedKey) -> Option<Key> {
    Some(match key {
        NamedKey::Enter => Key::Enter,
        NamedKey::Escape => Key::Escape,
        NamedKey::Space => Key::Space,
        NamedKey::Tab => Key::Tab,
        NamedKey::Backspace => Key::Backspace,
        NamedKey::Delete => Key::Delete,
        NamedKey::ArrowLeft => Key::Left,
        NamedKey::ArrowRight => Key::Right,
        NamedKey::ArrowUp => Key::Up,
        NamedKey::ArrowDown => Key::Down,
        NamedKey::Home => Key::Home,
        NamedKey::End => Key::End,
        NamedKey::PageUp => Key::PageUp,
        NamedKey::PageDown => Key::PageDown,
        NamedKey::F1 => Key::Function(1),
        NamedKey::F2 => Key::Function(2),
        NamedKey::F3 => Key::Function(3),
        NamedKey::F4 => Key::Function(4),
        NamedKey::F5 => Key::Function(5),
        NamedKey::F6 => Key::Function(6),
        NamedKey::F7 => Key::Function(7),
        NamedKey::F8 => Key::Function(8),
        NamedKey::F9 => Key::Function(9),
        NamedKey::F10 => Key::Function(10),
        NamedKey::F11 => Key::Function(11),
        NamedKey::F12 => Key::Function(12),
        _ => return None,
    })
}

/// The character that a US keyboard has in this place, without Shift.
pub fn us_character(place: PhysicalKey) -> Option<char> {
    let PhysicalKey::Code(code) = place else { return None };
    Some(match code {
        KeyCode::KeyA => 'a',
        KeyCode::KeyB => 'b',
        KeyCode::KeyC => 'c',
        KeyCode::KeyD => 'd',
        KeyCode::KeyE => 'e',
        KeyCode::KeyF => 'f',
        KeyCode::KeyG => 'g',
        KeyCode::KeyH => 'h',
        KeyCode::KeyI => 'i',
        KeyCode::KeyJ => 'j',
        KeyCode::KeyK => 'k',
        KeyCode::KeyL => 'l',
        KeyCode::KeyM => 'm',
        KeyCode::KeyN => 'n',
        KeyCode::KeyO => 'o',
        KeyCode::KeyP => 'p',
        KeyCode::KeyQ => 'q',
        KeyCode::KeyR => 'r',
        KeyCode::KeyS => 's',
        KeyCode::KeyT => 't',
        KeyCode::KeyU => 'u',
        KeyCode::KeyV => 'v',
        KeyCode::KeyW => 'w',
        KeyCode::KeyX => 'x',
        KeyCode::KeyY => 'y',
        KeyCode::KeyZ => 'z',
        KeyCode::Digit0 => '0',
        KeyCode::Digit1 => '1',
        KeyCode::Digit2 => '2',
        KeyCode::Digit3 => '3',
        KeyCode::Digit4 => '4',
        KeyCode::Digit5 => '5',
        KeyCode::Digit6 => '6',
        KeyCode::Digit7 => '7',
        KeyCode::Digit8 => '8',
        KeyCode::Digit9 => '9',
        KeyCode::Minus => '-',
        KeyCode::Equal => '=',
        KeyCode::BracketLeft => '[',
        KeyCode::BracketRight => ']',
        KeyCode::Backslash => '\\',
        KeyCode::Semicolon => ';',
        KeyCode::Quote => '\'',
        KeyCode::Backquote => '`',
        KeyCode::Comma => ',',
        KeyCode::Period => '.',
        KeyCode::Slash => '/',
        _ => return None,
    })
}

/// The character on this key of the keypad, with its digits on.
fn keypad_character(place: PhysicalKey) -> Option<char> {
    let PhysicalKey::Code(code) = place else { return None };
    Some(match code {
        KeyCode::Numpad0 => '0',
        KeyCode::Numpad1 => '1',
        KeyCode::Numpad2 => '2',
        KeyCode::Numpad3 => '3',
        KeyCode::Numpad4 => '4',
        KeyCode::Numpad5 => '5',
        KeyCode::Numpad6 => '6',
        KeyCode::Numpad7 => '7',
        KeyCode::Numpad8 => '8',
        KeyCode::Numpad9 => '9',
        KeyCode::NumpadSubtract => '-',
        KeyCode::NumpadAdd => '+',
        _ => return None,
    })
}
