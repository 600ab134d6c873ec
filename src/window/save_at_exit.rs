//! Progress is saved even if a library ends the process.
//!
//! When the connection to an X server breaks, because the server ends or another client has it closed (XKillClient), Xlib
//! writes a line to standard error and calls `exit(1)`, from within winit. All that runs of our code then
//! are the destructors of the thread-local values of this thread, which glibc calls. So one of them waits until all is saved.

use std::cell::RefCell;
use std::rc::Rc;

use crate::app::App;

thread_local! {
    static ARMED: RefCell<Option<SaveOnDrop>> = const { RefCell::new(None) };
}

struct SaveOnDrop(Rc<RefCell<App>>);

impl Drop for SaveOnDrop {
    fn drop(&mut self) {
        // winit holds no borrow of the game while it calls Xlib.
        if let Ok(mut app) = self.0.try_borrow_mut() {
            // Where the screens want to go from here does not matter any more.
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
