//! Progress is saved even if a library ends the process.
//!
//! When the connection to an X server breaks, because the server ends or another client has it closed (XKillClient), Xlib
//! writes a line to standard error and calls `exit(1)`, from within winit. Of our code only destructors of thread-local
//! values of this thread run then; glibc and Apple's C library run them. So one of them waits until all is saved.

use std::cell::RefCell;
use std::rc::Rc;

use crate::app::App;

thread_local! {
    static ARMED: RefCell<Option<SaveOnDrop>> = const { RefCell::new(None) };
}

struct SaveOnDrop(Rc<RefCell<App>>);

impl Drop for SaveOnDrop {
    fn drop(&mut self) {
        // Libraries end the process in calls of their own, never while the game makes a frame.
        if let Ok(mut app) = self.0.try_borrow_mut() {
            // The game is over, whatever its screens want next.
            let _ = app.finish_saving();
        }
    }
}

/// From now on everything is saved when the process ends within a call on this thread, until `disarm`.
pub(super) fn arm(app: &Rc<RefCell<App>>) {
    ARMED.set(Some(SaveOnDrop(Rc::clone(app))));
}

/// Saves everything now.
pub(super) fn disarm() {
    ARMED.set(None);
}
