//! What is printed on the keys of this keyboard, where the system says so before any of them was pressed.
//!
//! An X server does, and so does the one that most Wayland desktops run beside theirs. winit does not lend its
//! connection, so each question opens one, for about a millisecond. Elsewhere a key is known when it was pressed once.

use winit::keyboard::PhysicalKey;
use winit::platform::scancode::PhysicalKeyExtScancode;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::ConnectionExt;
use x11rb::rust_connection::RustConnection;
use xkeysym::Keysym;

use super::keyboard::us_character;

/// X servers count keys from here; the kernel counts from 0.
const FIRST_KEY: u8 = 8;

/// The characters on the keys in the layout that holds now, after the characters that a US keyboard has in their
/// places; empty where no X server tells them.
pub fn printed_keys() -> Vec<(char, char)> {
    ask().unwrap_or_default()
}

fn ask() -> Option<Vec<(char, char)>> {
    let (server, screen) = RustConnection::connect(None).ok()?;
    let setup = server.setup();
    let count = setup.max_keycode.saturating_sub(FIRST_KEY) + 1;
    let mapping = server.get_keyboard_mapping(FIRST_KEY, count).ok()?.reply().ok()?;
    let state = server.query_pointer(setup.roots.get(screen)?.root).ok()?.reply().ok()?.mask;
    // Two bits say which of several layouts holds. A key has two characters for each of the first two layouts.
    let layout = usize::from(u16::from(state) >> 13 & 3);
    let rows = mapping.keysyms.chunks(usize::from(mapping.keysyms_per_keycode).max(1));
    let keys = rows.zip(0_u32..).filter_map(|(symbols, scancode)| {
        let place = us_character(PhysicalKey::from_scancode(scancode))?;
        let symbol = symbols.get(2 * layout).filter(|symbol| **symbol != 0).or(symbols.first())?;
        let printed = Keysym::new(*symbol).key_char()?.to_lowercase().next()?;
        (!printed.is_control()).then_some((place, printed))
    });
    Some(keys.collect())
}
