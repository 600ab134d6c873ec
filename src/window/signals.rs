//! Signals that ask the program to end: they wake the event loop, which leaves in the usual way.
//!
//! While the program ends, a second signal ends it at once. Signals that were ignored when it started, as `nohup` has
//! it for SIGHUP, stay ignored.

use std::{fs, thread};

use log::warn;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;
use winit::event_loop::EventLoopProxy;

use super::EndSignal;

/// Sends the signals to the event loop from now on. Without the thread for that, signals end the program as usual.
pub(super) fn forward(events: EventLoopProxy<EndSignal>) {
    let heeded = [SIGHUP, SIGINT, SIGTERM].into_iter().filter(|signal| !is_ignored(*signal));
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

/// Whether the program was started with this signal ignored, as `nohup` has it for SIGHUP. Known on Linux only.
pub fn is_ignored(signal: i32) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| u64::from_str_radix(line.strip_prefix("SigIgn:")?.trim(), 16).ok());
    // One bit for each signal, from 1.
    ignored.is_some_and(|signals| signals >> (signal - 1) & 1 == 1)
}
