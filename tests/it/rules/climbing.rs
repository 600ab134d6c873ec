//! Climbing: up walls, over the top, or back down with a bump.

use leveret::sim::Outcome;

use super::play::play;

/// Two steps a cell after the first.
#[test]
fn up_and_over() {
    play(
        r"
        |     |
        |   ##|
        |   ##|
        |   ##|
        |rc ##|
        |#####|
        ",
    )
    .steps(2)
    .shows(
        r"
        |     |     |     |     |     |     |   L |   r>|    r|
        |   ##|   ##|   ##|   ##|  F##|  F##|  r##|   ##|   ##|
        |   ##|   ##|  F##|  F##|  r##|  r##|   ##|   ##|   ##|
        |   ##|  F##|  r##|  r##|   ##|   ##|   ##|   ##|   ##|
        |  G##|  r##|   ##|   ##|   ##|   ##|   ##|   ##|   ##|
        |#####|#####|#####|#####|#####|#####|#####|#####|#####|
        ",
    );
}

/// Over it at once.
#[test]
fn a_wall_of_one() {
    play(
        r"
        |    |
        |rc# |
        |####|
        ",
    )
    .steps(1)
    .shows(
        r"
        |    |  L |  r>|   r|    |
        | G# | r# |  # |  #f|  #r|
        |####|####|####|####|####|
        ",
    );
}

/// It lets go, turns and falls.
#[test]
fn a_ceiling_bangs_the_head() {
    play(
        r"
        |  ##|
        |   #|
        |   #|
        |rc #|
        |####|
        ",
    )
    .steps(2)
    .shows(
        r"
        |  ##|  ##|  ##|  ##|  ##|  ##|  ##|  ##|
        |   #|   #|  F#|  F#|  F#|  j#|   #|   #|
        |   #|  F#|  r#|  r#|   #|  f#|   #|   #|
        |  G#|  r#|   #|   #|   #|  f#| <j#|<j #|
        |####|####|####|####|####|####|####|####|
        ",
    );
}

/// On a slope that leads up, the wall is ahead and one higher.
#[test]
fn the_wall_above_a_slope() {
    play(
        r"
        |    |
        |   #|
        |rc/#|
        |####|
        ",
    )
    .steps(2)
    .shows(
        r"
        |    |    |   L|   r|    |    |
        |   #|  F#|  r#|   #|   #|   #|
        |  G#|  r#|  /#|  /#|  /#|  /#|
        |####|####|####|####|####|####|
        ",
    );
}

/// From the wall.
#[test]
fn into_an_exit() {
    play(
        r"
        |    |
        |  O#|
        |   #|
        |rc #|
        |####|
        :num_rabbits=0
        ",
    )
    .steps(2)
    .shows(
        r"
        |    |    |    |    |    |    |
        |  O#|  O#|  F#|  F#|  R#|  O#|
        |   #|  F#|  r#|  r#|   #|   #|
        |  G#|  r#|   #|   #|   #|   #|
        |####|####|####|####|####|####|
        ",
    )
    .counts(1, 0, 0)
    .is(Outcome::Won);
}
