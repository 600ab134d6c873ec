//! Why there is no window, in one line that says what to do about it.

use std::env;
use std::error::Error;
use std::fmt;

/// What a window needs of the system at run time, by the names of Debian's packages.
const LIBRARIES_X11: &str = "libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0";
const LIBRARIES_WAYLAND: &str = "libwayland-client0 libxkbcommon0";

/// The game could not open its window, or lost it.
#[derive(Debug)]
pub struct WindowError {
    kind: Box<Kind>,
}

#[derive(Debug)]
enum Kind {
    NoDisplay,
    Connect { display: String, cause: String, remedy: String },
    Events { cause: String },
    Window { cause: String },
    Present { presenter: &'static str, cause: String },
}

impl WindowError {
    pub(super) fn no_display() -> WindowError {
        Kind::NoDisplay.into()
    }

    /// The display did not let us in, or a library on the way to it is missing.
    pub(super) fn connect(cause: &str) -> WindowError {
        let cause = without_source_place(cause).trim_end_matches('.').to_string();
        match display() {
            Some(Display::Wayland(name)) => {
                let other = if set("DISPLAY") { "; an empty `WAYLAND_DISPLAY` makes it try X11" } else { "" };
                let remedy = format!("libraries needed on Debian: {LIBRARIES_WAYLAND}{other}");
                Kind::Connect { display: format!("Wayland display `{name}`"), cause, remedy }.into()
            }
            Some(Display::X11(name)) => {
                let remedy = format!("libraries needed on Debian: {LIBRARIES_X11}");
                Kind::Connect { display: format!("X11 display `{name}`"), cause, remedy }.into()
            }
            None => Kind::Events { cause }.into(),
        }
    }

    /// The window was there, and then its events stopped.
    pub(super) fn events(cause: &str) -> WindowError {
        Kind::Events { cause: without_source_place(cause).to_string() }.into()
    }

    pub(super) fn window(cause: &str) -> WindowError {
        Kind::Window { cause: without_source_place(cause).to_string() }.into()
    }

    pub(super) fn present(presenter: &'static str, cause: String) -> WindowError {
        Kind::Present { presenter, cause }.into()
    }
}

impl fmt::Display for WindowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind.as_ref() {
            Kind::NoDisplay => write!(
                f,
                "cannot open a window: no X11 or Wayland display (neither `DISPLAY` nor `WAYLAND_DISPLAY` is set); \
                 `leveret --zoom-bench` and `leveret check` work without one"
            ),
            Kind::Connect { display, cause, remedy } => write!(
                f,
                "cannot open a window on {display}: {cause} ({remedy}); \
                 `leveret --zoom-bench` and `leveret check` work without a display"
            ),
            Kind::Events { cause } => write!(f, "cannot wait for events of the window: {cause}"),
            Kind::Window { cause } => write!(f, "cannot open a window: {cause}"),
            Kind::Present { presenter, cause } => write!(f, "cannot present frames with `{presenter}`: {cause}"),
        }
    }
}

impl Error for WindowError {}

impl From<Kind> for WindowError {
    fn from(kind: Kind) -> WindowError {
        WindowError { kind: Box::new(kind) }
    }
}

/// Whether the environment says where windows go. Systems with a single desktop have no variable for it.
pub(super) fn display_is_named() -> bool {
    display().is_some() || !cfg!(all(unix, not(target_vendor = "apple")))
}

enum Display {
    Wayland(String),
    X11(String),
}

/// The display that winit will choose.
fn display() -> Option<Display> {
    let value = |name| env::var(name).ok().filter(|value| !value.is_empty());
    let wayland = value("WAYLAND_DISPLAY").or_else(|| value("WAYLAND_SOCKET"));
    wayland.map(Display::Wayland).or_else(|| value("DISPLAY").map(Display::X11))
}

fn set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// winit's messages begin with "os error at FILE.rs:LINE: ", which tells the player nothing.
fn without_source_place(message: &str) -> &str {
    let after_file = message.split_once(".rs:").map(|(_, rest)| rest);
    after_file.and_then(|rest| rest.split_once(": ")).map_or(message, |(_, cause)| cause)
}
