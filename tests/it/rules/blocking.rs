//! Blocking: a wall for others, until something better comes.

use super::play::{play, play_one_way};

/// And others turn.
#[test]
fn a_blocker_stands_for_good() {
    play_one_way(
        r"
        |r*  j|
        |#####|
        :*=rk
        ",
    )
    .shows(
        r"
        |rH <j| H<j | H|> | Hr>>|
        |#####|#####|#####|#####|
        ",
    );
}

/// It stands with the slope.
#[test]
fn on_a_slope() {
    play(
        r"
        |  /#|
        |r*##|
        |####|
        :*=/k
        ",
    )
    .shows(
        r"
        |  /#|  /#|  /#|  /#|
        |r~##| H##| H##| H##|
        |####|####|####|####|
        ",
    );
}

/// And blocks no more where it lands.
#[test]
fn without_ground_it_falls() {
    play(
        r"
        |*  |
        |   |
        |###|
        :*=rk
        ",
    )
    .shows(
        r"
        |k  |   |   |
        |f  |H  |H  |
        |###|###|###|
        ",
    );
}
