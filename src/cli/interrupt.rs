//! Ctrl-C and similar signals during long work: the first asks for an early end with what there is, the second ends at
//! once.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::window::EndSignal;

/// Watches the signals that ask the program to end.
pub struct Interrupt {
    /// The number of the first signal; 0 for none.
    number: Arc<AtomicUsize>,
}

impl Interrupt {
    /// Watches from now on. Where signals cannot be watched they end the program as usual.
    pub fn watch() -> Interrupt {
        let number = Arc::new(AtomicUsize::new(0));
        #[cfg(unix)]
        watch_signals(&number);
        Interrupt { number }
    }

    /// The signal that asked for an early end, if one did.
    pub fn signal(&self) -> Option<EndSignal> {
        let number = self.number.load(Ordering::Relaxed);
        (number != 0).then(|| EndSignal(i32::try_from(number).unwrap_or_default()))
    }
}

#[cfg(unix)]
fn watch_signals(number: &Arc<AtomicUsize>) {
    use std::sync::atomic::AtomicBool;

    use log::warn;
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::flag::{register, register_conditional_default, register_usize};

    use crate::window::is_ignored;

    let is_second = Arc::new(AtomicBool::new(false));
    // One that is ignored stays so. SIGINT is watched all the same: a script ignores it in what it runs in the
    // background.
    let hang_up = (!is_ignored(SIGHUP)).then_some(SIGHUP);
    for signal in hang_up.into_iter().chain([SIGINT, SIGTERM]) {
        // In this order: the first signal is not yet the second when the default is considered.
        let watched = register_conditional_default(signal, is_second.clone())
            .and_then(|_| register(signal, is_second.clone()))
            .and_then(|_| register_usize(signal, number.clone(), usize::try_from(signal).unwrap_or_default()));
        if let Err(cause) = watched {
            warn!("could not watch signal {signal}: {cause}");
        }
    }
}
