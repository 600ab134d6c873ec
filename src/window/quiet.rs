//! Calls into libraries that panic where they should return an error.
//!
//! winit panics when a library is missing at run time, wgpu when a driver refuses a surface. Both happen while the window
//! opens, before the game has begun, so no state of ours can be left inconsistent.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};

/// The result of `call`, or the message of its panic, which is not printed: the caller reports it in one line.
pub(super) fn quietly<T>(call: impl FnOnce() -> T) -> Result<T, String> {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let outcome = panic::catch_unwind(AssertUnwindSafe(call));
    panic::set_hook(hook);
    outcome.map_err(|payload| message(payload.as_ref()))
}

fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("it does not say why").to_string()
}
