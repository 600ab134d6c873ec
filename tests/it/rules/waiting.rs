//! Rabbots: they wait for rabbits that come towards them, and kill those they meet.

use super::play::{play, play_one_way};

/// The rabbot waits, and the rabbit walks into it.
#[test]
fn nose_to_nose() {
    play_one_way(
        r"
        |t  j|
        |####|
        :num_rabbits=0
        ",
    )
    .shows(
        r"
        |t><j| <j | Z  |
        |####|####|####|
        ",
    )
    .counts(0, 1, 0);
}

/// Though it is just ahead.
#[test]
fn not_for_one_that_goes_away() {
    play(
        r"
        |tr   |
        |#####|
        ",
    )
    .shows(
        r"
        |t>>  | t>> |  t>>|
        |#####|#####|#####|
        ",
    );
}
