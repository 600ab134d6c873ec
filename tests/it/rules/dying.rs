//! The ways to go: exploding, leaving the world, burning, drowning and crashing.

use leveret::sim::Outcome;

use super::play::play;

/// In the step after it took the token.
#[test]
fn exploding() {
    play(
        r"
        |r p|
        |###|
        :num_rabbits=0
        ",
    )
    .shows(
        r"
        |r>p| r>|  P|   |
        |###|###|###|###|
        ",
    )
    .counts(0, 1, 0)
    .is(Outcome::Lost);
}

/// A step outside, and it is dead.
#[test]
fn leaving_the_world() {
    play(
        r"
        | r|
        |##|
        :num_rabbits=0
        ",
    )
    .shows(
        r"
        | r|  |  |
        |##|##|##|
        ",
    )
    .counts(0, 1, 0)
    .is(Outcome::Lost);
}

/// The bottom of the world is open.
#[test]
fn falling_out_of_the_bottom() {
    play(
        r"
        |r |
        |  |
        :num_rabbits=0
        ",
    )
    .shows(
        r"
        |r |  |  |
        |f |  |  |
        ",
    )
    .counts(0, 1, 0)
    .is(Outcome::Lost);
}

/// Rabbits and rabbots alike.
#[test]
fn burning() {
    play(
        r"
        |rA  Ay|
        |######|
        :num_rabbits=0
        ",
    )
    .shows(
        r"
        |r>  <y| X  X | A  A |
        |######|######|######|
        ",
    )
    .counts(0, 1, 0)
    .is(Outcome::Lost);
}

/// The same on a slope.
#[test]
fn burning_on_a_slope() {
    play(
        r"
        |r*  |
        |####|
        :*=/A
        :num_rabbits=0
        ",
    )
    .shows(
        r"
        |r~  | X  | A  |
        |####|####|####|
        ",
    )
    .counts(0, 1, 0);
}

/// Where the water is as much as the cell has room for.
#[test]
fn drowning_in_a_full_cell() {
    play(
        r"
        |#*#|
        |###|
        :*=rN
        :num_rabbits=0
        ",
    )
    .shows(
        r"
        |#R#|#N#|
        |###|###|
        ",
    )
    .counts(0, 1, 0)
    .is(Outcome::Lost);
}

/// The rabbit goes on through the water.
#[test]
fn half_full_is_safe() {
    play(
        r"
        |#*#|
        |###|
        :*=rn
        :num_rabbits=0
        ",
    )
    .shows(
        r"
        |#?#|#|#|#?#|#|#|
        |###|###|###|###|
        ",
    )
    .is(Outcome::Running);
}

/// They walk on under water.
#[test]
fn rabbots_do_not_drown() {
    play(
        r"
        |#*#|
        |###|
        :*=tN
        ",
    )
    .shows(
        r"
        |#?#|#|#|#?#|
        |###|###|###|
        ",
    );
}

/// A rabbot in one cell with a rabbit kills it, and goes too.
#[test]
fn crashing() {
    play(
        r"
        |* |
        |##|
        :*=rt
        :num_rabbits=0
        ",
    )
    .shows(
        r"
        |Z>|  |
        |##|##|
        ",
    )
    .counts(0, 1, 0)
    .is(Outcome::Lost);
}
