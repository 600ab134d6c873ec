//! Floating down under an umbrella.

use super::play::play;

/// One cell a step, as long as it takes.
#[test]
fn an_umbrella_saves_from_a_long_fall() {
    play(
        r"
        |rl |
        |## |
        |   |
        |   |
        |   |
        |   |
        |   |
        |###|
        ",
    )
    .shows(
        r"
        |r> | r>|  r|   |   |   |   |   |   |   |
        |## |## |##:|##r|## |## |## |## |## |## |
        |   |   |   |  :|  r|   |   |   |   |   |
        |   |   |   |   |  :|  r|   |   |   |   |
        |   |   |   |   |   |  :|  r|   |   |   |
        |   |   |   |   |   |   |  :|  r|   |   |
        |   |   |   |   |   |   |   |  :|  r|   |
        |###|###|###|###|###|###|###|###|###|###|
        ",
    )
    .counts(0, 0, 10);
}

/// The second drop finds the umbrella there.
#[test]
fn it_stays_for_ever() {
    play(
        r"
        |rl  |
        |##  |
        |    |
        |### |
        |    |
        |####|
        ",
    )
    .shows(
        r"
        |r>  | r> |  r |    |    |    |    |    |    |
        |##  |##  |##: |##r |##  |##  |##  |##  |##  |
        |    |    |    |  : |  r>|   r|    |    |    |
        |### |### |### |### |### |###:|###r|### |### |
        |    |    |    |    |    |    |   :|   r|    |
        |####|####|####|####|####|####|####|####|####|
        ",
    );
}

/// The last cell onto the slope is a fall.
#[test]
fn floating_onto_a_slope() {
    play(
        r"
        |*   |
        |##  |
        |    |
        |  / |
        |####|
        :*=rl
        ",
    )
    .shows(
        r"
        |l>  | r> |  r |    |    |    |    |    |
        |##  |##  |##: |##r |##  |##  |##  |##  |
        |    |    |    |  : |  r |   '|   r|    |
        |  / |  / |  / |  / |  h |  r |  /:|  /r|
        |####|####|####|####|####|####|####|####|
        ",
    );
}
