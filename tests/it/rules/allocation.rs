//! A step in which nothing is created allocates nothing.

use leveret::level::Level;
use leveret::play::Player;

use crate::allocator::allocations;

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
    let before = allocations();
    player.advance_to(360);
    assert_eq!(allocations() - before, 0);
    let world = player.world();
    assert!(world.out() > 0 && world.waters().count() > 0);
}
