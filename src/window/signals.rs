//! Signals that ask the program to end: they wake the event loop, which leaves in the usual way.
//!
//! While the program ends, a second signal ends it at once.

use std::thread;

use log::warn;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;
use winit::event_loop::EventLoopProxy;

use super::EndSignal;

/// Sends the signals to the event loop from now on. Without the thread for that, signals end the program as usual.
pub(super) fn forward(events: EventLoopProxy<EndSignal>) {
    let watched = Signals::new([SIGHUP, SIGINT, SIGTERM]).and_then(|mut signals| {
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            let mut signals = signals.forever();
            if let Some(first) = signals.next() {
                // Without an event loop the program is about to end.
                let _ = events.send_event(EndSignal(first));
            }
            for signal in signals {
                let _ = emulate_default_handler(signal);
            }
        })
    });
    if let Err(cause) = watched {
        warn!("could not watch signals: {cause}");
    }
}
