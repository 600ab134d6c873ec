//! Signals that ask the program to end: they wake the event loop, which leaves in the usual way.
//!
//! While the program ends, a second signal ends it at once. Signals that were ignored when it started, as `nohup` has it for
//! SIGHUP, stay ignored.

use std::{fs, thread};

use log::warn;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;
use winit::event_loop::EventLoopProxy;

use super::EndSignal;

/// Sends the signals to the event loop from now on. Without the thread for that, signals end the program as usual.
pub(super) fn forward(events: EventLoopProxy<EndSignal>) {
    let ignored = ignored();
    let heeded = [SIGHUP, SIGINT, SIGTERM].into_iter().filter(|signal| ignored & (1 << (signal - 1)) == 0);
    let watched = Signals::new(heeded).and_then(|mut signals| {
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

/// The signals that are ignored, a bit each; SIGHUP has the lowest. Only Linux tells it without more ado.
fn ignored() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0)
}
