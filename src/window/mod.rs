//! The game in a window: winit's events become [`Input`](crate::screens::Input)s, the clock becomes ticks, frames reach
//! the screen, and samples the sound device.
//!
//! No other module knows winit or how frames get to a screen, and no other module of the game reads a clock. What a key
//! or a click means is decided in `screens`; what a frame looks like, behind [`App`].

mod error;
mod event_queue;
mod frame_pacing;
mod keyboard;
mod open_window;
mod pane;
mod present;
#[cfg(all(unix, not(target_os = "macos")))]
mod printed_keys;
mod quiet;
mod save_at_exit;
mod shell;
#[cfg(unix)]
mod signals;
mod sound_servers;
mod speaker;
mod title;

use log::info;
use winit::event_loop::EventLoop;

pub use error::WindowError;
pub use event_queue::EventQueue;
pub use frame_pacing::FramePacing;
pub use keyboard::{KeyReport, stroke};
pub use pane::Pane;
pub use present::Present;
#[cfg(unix)]
pub use signals::is_ignored;
pub use title::plain_title;

use crate::app::App;
use quiet::{quietly, quietly_in_libraries};
use shell::Shell;
use speaker::Speaker;

/// The number of a signal that asked the program to end, such as SIGTERM.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EndSignal(pub i32);

/// Opens a window and plays in it until the player leaves. If a signal has ended the game instead, it is returned.
///
/// All that was to be saved is saved when this returns. If the connection to an X server breaks, Xlib ends the process
/// with exit code 1 and a message of its own; everything is saved before that too.
///
/// # Errors
/// When there is no display, when a system library that windows need is missing, when nothing can present frames in
/// the window, or when the window is lost.
pub fn run(mut app: App, present: Present) -> Result<Option<EndSignal>, WindowError> {
    let events = event_loop()?;
    app.use_desktop();
    let speaker = Speaker::start(app.listen());
    #[cfg(unix)]
    signals::forward(events.create_proxy());
    save_at_exit::arm(app.unsaved());
    let mut shell = Shell::new(app, present);
    let ended = quietly_in_libraries(|| events.run_app(&mut shell));
    save_at_exit::disarm();
    drop(speaker);
    match ended {
        Ok(Ok(())) => shell.end(),
        Ok(Err(cause)) => Err(WindowError::events(&cause.to_string())),
        Err(panic) => {
            info!("a library panicked: {panic}");
            shell.abandon_window();
            Err(WindowError::lost())
        }
    }
}

/// winit returns an error for some of what can go wrong here and panics for the rest: without libxkbcommon it panics.
fn event_loop<T: 'static>() -> Result<EventLoop<T>, WindowError> {
    if !error::display_is_named() {
        return Err(WindowError::no_display());
    }
    match quietly(|| EventLoop::with_user_event().build()) {
        Ok(Ok(events)) => Ok(events),
        Ok(Err(cause)) => Err(WindowError::connect(&cause.to_string())),
        Err(panic) => Err(WindowError::connect(&panic)),
    }
}
