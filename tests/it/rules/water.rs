//! Water: down, across, and up under pressure.

use super::play::play;

/// Half of what is between two empty cells moves at first, and then all level out.
#[test]
fn it_spreads_out() {
    play(
        r"
        |# N #|
        |#####|
        ",
    )
    .shows(
        r"
        |# N #|#nnn#|#nnn#|#nnn#|
        |#####|#####|#####|#####|
        ",
    )
    .waters(0, &[0, 341, 342, 341, 0]);
}

/// Down as much as there is room for, and only then across.
#[test]
fn it_falls_first() {
    play(
        r"
        | N |
        |   |
        |# #|
        |###|
        ",
    )
    .shows(
        r"
        | N |   |   |   |
        |   | N |   |   |
        |# #|# #|#N#|#N#|
        |###|###|###|###|
        ",
    )
    .waters(2, &[0, 1024, 0])
    .waters(1, &[0, 0, 0]);
}

/// And they are closed on two sides.
#[test]
fn ramps_hold_half() {
    play(
        r"
        |#N/#|
        |####|
        ",
    )
    .shows(
        r"
        |#N/#|#nn#|#nn#|#nn#|
        |####|####|####|####|
        ",
    )
    .waters(0, &[0, 683, 341, 0]);
}

/// Water from a pipe in a shaft is compressed, and climbs.
#[test]
fn it_rises_under_pressure() {
    play(
        r"
        |# #|
        |#P#|
        |# #|
        |###|
        ",
    )
    .shows(
        r"
        |# #|# #|# #|# #|# #|# #|#n#|#n#|#n#|
        |#P#|#P#|#P#|#P#|#P#|#P#|#P#|#P#|#P#|
        |# #|# #|#n#|#N#|#N#|#N#|#N#|#N#|#N#|
        |###|###|###|###|###|###|###|###|###|
        ",
    )
    .waters(2, &[0, 1639, 0])
    .waters(1, &[0, 1825, 0])
    .waters(0, &[0, 632, 0]);
}

/// What flows out of the world is gone.
#[test]
fn it_vanishes_at_the_edge() {
    play(
        r"
        |N |
        |##|
        ",
    )
    .shows(
        r"
        |N |nn|nn|nn|
        |##|##|##|##|
        ",
    )
    .waters(0, &[39, 38]);
}

/// Water falls through a plank.
#[test]
fn bridges_hold_nothing_back() {
    play(
        r"
        |#N#|
        |#(#|
        |# #|
        |###|
        ",
    )
    .shows(
        r"
        |#N#|# #|# #|# #|
        |#(#|#N#|#(#|#(#|
        |# #|# #|#N#|#N#|
        |###|###|###|###|
        ",
    )
    .waters(2, &[0, 1024, 0]);
}
