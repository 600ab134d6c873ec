//! Errors of the window: one line, with a remedy where there is one.

use std::env;
use std::error::Error;
use std::fmt;

/// Libraries that a window needs at run time, by the names of their Debian packages.
const LIBRARIES_X11: &str = "libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0";
const LIBRARIES_WAYLAND: &str = "libwayland-client0 libxkbcommon0";

/// The game could not open its window, or lost it.
#[derive(Debug)]
pub struct WindowError {
    kind: Box<WindowErrorKind>,
}

#[derive(Debug)]
enum WindowErrorKind {
    NoDisplay,
    Connect { display: String, cause: String, remedy: String },
    Events { cause: String },
    Window { cause: String },
    Lost,
    Present { presenter: &'static str, cause: String },
}

impl WindowError {
    pub(super) fn no_display() -> WindowError {
        WindowErrorKind::NoDisplay.into()
    }

    /// The display server refused the connection, or a library for it is missing.
    pub(super) fn connect(cause: &str) -> WindowError {
        let cause = without_source_location(cause).trim_end_matches('.').to_string();
        match display() {
            Some(DisplayServer::Wayland(name)) => {
                let other = if set("DISPLAY") { "; an empty `WAYLAND_DISPLAY` makes it try X11" } else { "" };
                let remedy = format!("libraries needed on Debian: {LIBRARIES_WAYLAND}{other}");
                WindowErrorKind::Connect { display: format!("Wayland display `{name}`"), cause, remedy }.into()
            }
            Some(DisplayServer::X11(name)) => {
                let remedy = format!("libraries needed on Debian: {LIBRARIES_X11}");
                WindowErrorKind::Connect { display: format!("X11 display `{name}`"), cause, remedy }.into()
            }
            None => WindowErrorKind::Events { cause }.into(),
        }
    }

    /// The event loop failed while the window was open.
    pub(super) fn events(cause: &str) -> WindowError {
        WindowErrorKind::Events { cause: without_source_location(cause).to_string() }.into()
    }

    pub(super) fn window(cause: &str) -> WindowError {
        WindowErrorKind::Window { cause: without_source_location(cause).to_string() }.into()
    }

    /// The window or its display is gone, without the player's doing.
    pub(super) fn lost() -> WindowError {
        WindowErrorKind::Lost.into()
    }

    pub(super) fn present(presenter: &'static str, cause: String) -> WindowError {
        WindowErrorKind::Present { presenter, cause }.into()
    }
}

impl fmt::Display for WindowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind.as_ref() {
            WindowErrorKind::NoDisplay => write!(
                f,
                "cannot open a window: no X11 or Wayland display (neither `DISPLAY` nor `WAYLAND_DISPLAY` is set); \
                 `leveret --zoom-bench` and `leveret check` work without one"
            ),
            WindowErrorKind::Connect { display, cause, remedy } => write!(
                f,
                "cannot open a window on {display}: {cause} ({remedy}); \
                 `leveret --zoom-bench` and `leveret check` work without a display"
            ),
            WindowErrorKind::Events { cause } => write!(f, "cannot wait for events of the window: {cause}"),
            WindowErrorKind::Window { cause } => write!(f, "cannot open a window: {cause}"),
            WindowErrorKind::Lost => {
                write!(f, "lost the window: another program has destroyed it, or its display is gone")
            }
            WindowErrorKind::Present { presenter, cause } => {
                write!(f, "cannot present frames with `{presenter}`: {cause}")
            }
        }
    }
}

impl Error for WindowError {}

impl From<WindowErrorKind> for WindowError {
    fn from(kind: WindowErrorKind) -> WindowError {
        WindowError { kind: Box::new(kind) }
    }
}

/// Whether the environment names a display. Systems with a single desktop have no variable for it.
pub(super) fn display_is_named() -> bool {
    display().is_some() || !cfg!(all(unix, not(target_vendor = "apple")))
}

/// The display server, with the name of its display.
enum DisplayServer {
    Wayland(String),
    X11(String),
}

/// The display server that winit chooses.
fn display() -> Option<DisplayServer> {
    let value = |name| env::var(name).ok().filter(|value| !value.is_empty());
    let wayland = value("WAYLAND_DISPLAY").or_else(|| value("WAYLAND_SOCKET"));
    wayland.map(DisplayServer::Wayland).or_else(|| value("DISPLAY").map(DisplayServer::X11))
}

fn set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// winit's messages begin with "os error at FILE.rs:LINE: ", which is of no use to a player.
fn without_source_location(message: &str) -> &str {
    let after_file = message.split_once(".rs:").map(|(_, rest)| rest);
    after_file.and_then(|rest| rest.split_once(": ")).map_or(message, |(_, cause)| cause)
}
