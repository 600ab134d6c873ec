//! Calls into libraries that panic where they should return an error.
//!
//! winit does when a library is missing at run time, wgpu when a driver refuses a surface. Both happen while the window
//! opens, before the game has begun, so nothing of ours can be left half changed.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};

/// What `call` returns, or the words of its panic. Nothing is printed: the caller says in one line what it means.
pub(super) fn quietly<T>(call: impl FnOnce() -> T) -> Result<T, String> {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let outcome = panic::catch_unwind(AssertUnwindSafe(call));
    panic::set_hook(hook);
    outcome.map_err(|payload| words(payload.as_ref()))
}

fn words(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("it does not say why").to_string()
}
