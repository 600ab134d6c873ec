//! The allocator of the tests: the system's, with counts for each thread.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

struct Counting;

/// Counts of one thread. What another thread frees is not subtracted.
#[derive(Debug, Clone, Copy)]
struct Counts {
    allocations: u64,
    live_bytes: i64,
    peak_bytes: i64,
}

thread_local! {
    static COUNTS: Cell<Counts> = const { Cell::new(Counts { allocations: 0, live_bytes: 0, peak_bytes: 0 }) };
}

#[global_allocator]
static COUNTING: Counting = Counting;

// SAFETY: every call is forwarded unchanged; counting itself allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(1, layout.size() as i64);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        count(0, -(layout.size() as i64));
        unsafe { System.dealloc(memory, layout) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(1, size as i64 - layout.size() as i64);
        unsafe { System.realloc(memory, layout, size) }
    }
}

/// Does nothing in a thread whose locals are gone.
fn count(allocations: u64, bytes: i64) {
    let add = |counts: &Cell<Counts>| {
        let before = counts.get();
        let live_bytes = before.live_bytes + bytes;
        counts.set(Counts {
            allocations: before.allocations + allocations,
            live_bytes,
            peak_bytes: before.peak_bytes.max(live_bytes),
        });
    };
    COUNTS.try_with(add).unwrap_or_default();
}

/// Allocations of this thread so far.
pub fn allocations() -> u64 {
    COUNTS.get().allocations
}

/// The most bytes that the call had allocated at once, beyond what this thread had before.
pub fn peak_bytes(call: impl FnOnce()) -> u64 {
    let before = COUNTS.get();
    COUNTS.set(Counts { peak_bytes: before.live_bytes, ..before });
    call();
    (COUNTS.get().peak_bytes - before.live_bytes) as u64
}
