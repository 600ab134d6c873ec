//! Progress is saved even if a library ends the process.
//!
//! When the connection to an X server breaks, because the server ends or another client has it closed (XKillClient),
//! Xlib writes a line to standard error and calls `exit(1)`, in the middle of any call. All that runs of our code then
//! are the destructors of the thread-local values of this thread, which glibc calls. So one of them waits until all is
//! saved. It must not need the game, which may be in use at that moment.

use std::cell::Cell;

use crate::app::Unsaved;

thread_local! {
    static ARMED: Cell<Option<WaitOnDrop>> = const { Cell::new(None) };
}

struct WaitOnDrop(Unsaved);

impl Drop for WaitOnDrop {
    fn drop(&mut self) {
        self.0.wait();
    }
}

/// From now on everything is saved when the process ends within a call on this thread, until `disarm`.
pub(super) fn arm(unsaved: Unsaved) {
    ARMED.set(Some(WaitOnDrop(unsaved)));
}

/// Waits until all is saved.
pub(super) fn disarm() {
    ARMED.set(None);
}
