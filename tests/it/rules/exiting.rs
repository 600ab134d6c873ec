//! Exiting: rabbits only, and only those that are not falling or dying.

use leveret::sim::Outcome;

use super::play::{play, play_one_way};

/// In the step after the one that brought it there.
#[test]
fn a_rabbit_is_saved() {
    play(
        r"
        |r O|
        |###|
        :num_rabbits=0
        ",
    )
    .shows(
        r"
        |r>O| r>|  R|  O|
        |###|###|###|###|
        ",
    )
    .counts(1, 0, 0)
    .is(Outcome::Won);
}

/// An exit is nothing to them.
#[test]
fn rabbots_pass_by() {
    play(
        r"
        |t O |
        |####|
        ",
    )
    .shows(
        r"
        |t>O | t> |  O>|  Ot|
        |####|####|####|####|
        ",
    )
    .counts(0, 0, 10);
}

/// Saving enough does not end a level while others are out.
#[test]
fn enough_is_not_the_end() {
    play_one_way(
        r"
        |rO  j |
        |######|
        :num_rabbits=0
        :num_to_save=1
        ",
    )
    .shows(
        r"
        |r> <j | R<j  | <j   |
        |######|######|######|
        ",
    )
    .is(Outcome::Running)
    .counts(1, 0, 0);
}
