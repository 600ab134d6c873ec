//! The processor time of this process: what all its threads have used together.

use std::time::Duration;

/// The processor time so far, where the system tells.
#[cfg(unix)]
pub fn cpu_time() -> Option<Duration> {
    use rustix::time::{ClockId, clock_gettime};
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Some(Duration::new(u64::try_from(time.tv_sec).ok()?, u32::try_from(time.tv_nsec).ok()?))
}

/// The processor time so far, where the system tells.
#[cfg(not(unix))]
pub fn cpu_time() -> Option<Duration> {
    None
}
