//! What surprises about rabbots: whom they crash into, and for whom they wait.

use super::super::play::{play, play_one_way};

/// It is counted twice, and both rabbots are gone.
#[test]
fn two_rabbots_kill_a_rabbit_twice() {
    play(
        r"
        |*|
        |#|
        :*=rtt
        :num_rabbits=0
        ",
    )
    .shows(
        r"
        |Z| |
        |#|#|
        ",
    )
    .counts(0, 2, 0);
}

/// The rabbot is the first of the two in the cell, and the token is its.
#[test]
fn a_rabbot_that_takes_a_token_still_crashes() {
    play_one_way(
        r"
        |tdj|
        |###|
        ",
    )
    .shows(
        r"
        |t<j| Z |   |
        |###|###|###|
        ",
    )
    .counts(0, 1, 10);
}

/// One column ahead and face to face.
#[test]
fn rabbots_wait_for_rabbits_a_cell_higher() {
    play(
        r"
        | j |
        |t/#|
        |###|
        ",
    )
    .shows(
        r"
        | j |   |   |
        |zs#|zj#|Z/#|
        |###|###|###|
        ",
    );
}

/// They turn there, as anybody would.
#[test]
fn rabbots_never_wait_for_rabbits_that_block() {
    play(
        r"
        |t *|
        |###|
        :*=jk
        ",
    )
    .shows(
        r"
        |t>H| ?H|<yH|y H|
        |###|###|###|###|
        ",
    );
}
