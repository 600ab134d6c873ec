//! A step in which nothing is created allocates nothing.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use leveret::level::Level;
use leveret::play::Player;

/// The system allocator, with a count of allocations for each thread.
struct Counting;

thread_local! {
    static ALLOCATIONS: Cell<u64> = const { Cell::new(0) };
}

#[global_allocator]
static COUNTING: Counting = Counting;

// SAFETY: every call is forwarded unchanged; counting itself allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count();
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        unsafe { System.dealloc(memory, layout) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count();
        unsafe { System.realloc(memory, layout, size) }
    }
}

/// Does nothing in a thread whose locals are gone.
fn count() {
    ALLOCATIONS.try_with(|allocations| allocations.set(allocations.get() + 1)).unwrap_or_default();
}

/// Rabbits and a rabbot that walk, turn, wait, climb and fall, a blocker, a bridger at work, fire, tokens, and water
/// that never settles.
const MAP: &str = r"
####################
#r   j #  N    # r #
# r t  #N /\ r # (##
#      #  ## d # # #
#A *   # P ###   # #
####################
:*=rk
";

#[test]
fn a_step_in_which_nothing_is_created_allocates_nothing() {
    let level = Level::from_rel(MAP.trim_start(), "test.rel").expect("the level can be read");
    let mut player = Player::new(level.world());
    player.advance_to(60);
    let before = ALLOCATIONS.get();
    player.advance_to(360);
    assert_eq!(ALLOCATIONS.get() - before, 0);
    let world = player.world();
    assert!(world.out() > 0 && world.waters().count() > 0);
}
