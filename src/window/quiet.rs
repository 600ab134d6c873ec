//! Calls into libraries that panic where they should return an error.
//!
//! winit panics when a library is missing at run time, and when its window or its display is gone; wgpu when a driver
//! refuses a surface. These panics become errors, without a message of their own: the caller reports them in one line.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Parts of the source paths of libraries that panic when their window or their display is gone.
const WINDOW_LIBRARIES: [&str; 3] = ["winit", "wgpu", "softbuffer"];

/// The result of `call`, or the message of its panic.
pub(super) fn quietly<T>(call: impl FnOnce() -> T) -> Result<T, String> {
    catch(|_| true, call)
}

/// The result of `call`, or the message of the panic of a library in it. Other panics go on: they are faults of ours.
/// State that the library shares with `call` may be poisoned after that.
pub(super) fn quietly_in_libraries<T>(call: impl FnOnce() -> T) -> Result<T, String> {
    let is_of_library = |panic: &PanicHookInfo<'_>| {
        panic.location().is_some_and(|place| WINDOW_LIBRARIES.iter().any(|library| place.file().contains(library)))
    };
    catch(is_of_library, call)
}

/// Catches the panics for which `is_caught` holds, and prints and passes on the others.
fn catch<T>(
    is_caught: impl Fn(&PanicHookInfo<'_>) -> bool + Send + Sync + 'static,
    call: impl FnOnce() -> T,
) -> Result<T, String> {
    let printed = Arc::new(panic::take_hook());
    let caught = Arc::new(AtomicBool::new(false));
    panic::set_hook(Box::new({
        let (printed, caught) = (Arc::clone(&printed), Arc::clone(&caught));
        move |panic| {
            if is_caught(panic) {
                caught.store(true, Ordering::Relaxed);
            } else {
                printed(panic);
            }
        }
    }));
    let outcome = panic::catch_unwind(AssertUnwindSafe(call));
    panic::set_hook(Box::new(move |panic| printed(panic)));
    outcome.map_err(|payload| {
        if !caught.load(Ordering::Relaxed) {
            panic::resume_unwind(payload);
        }
        message(payload.as_ref())
    })
}

fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("it does not say why").to_string()
}
