//! Plays with more tokens than can be searched whole, on a level that is not shipped.

use std::num::NonZero;
use std::sync::atomic::{AtomicU64, Ordering};

use leveret::solve::{Means, Monitor, Objective, solve};

use super::{level, ways};

/// A crowd walks to and fro on three storeys. No floor alone leads to the exit, and it matters which way one faces.
const STOREYS: &str = "\
:num_rabbits=5
:num_to_save=4
:rabbit_delay=7
:bash=3
:dig=3
:bridge=6
:block=2
:climb=1
:explode=2
M                        M
M   Q  #            #    M
M      #            #    M
MMMMMMMM   ###### ###  ##M
M             #          M
M             #          M
M######  MMMMMM   ####MMMM
M                #       M
M                #       M
M#######  ########    ###M
M                        M
M  #  # #   #        O#  M
MMMMMMMMMMMMMMMMMMMMMMMMMM
";

/// A search that takes rabbits to turn round for nothing does not find it with five times the work.
#[test]
fn a_crowd_is_led_down_three_storeys() {
    let level = level(STOREYS);
    let means = Means { tokens: None, memory: 1 << 24, threads: NonZero::<usize>::MIN, objective: Objective::Fewest };
    // Asked in each step: so the search is bounded by its work and not by a clock.
    let asked = AtomicU64::new(0);
    let is_over = || asked.fetch_add(1, Ordering::Relaxed) > 1_500_000;
    let found = ways(solve(&level.world(), means, &Monitor::new(&is_over, &|_| ())));
    assert!(found.first().is_some_and(|way| way.tokens <= 6 && way.is_proved(&level)), "{found:?}");
}
