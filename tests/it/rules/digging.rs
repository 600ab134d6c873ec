//! Digging: down through everything but metal, until there is air.

use super::play::play;

/// The rabbit sinks, and finishes, and so on, until it falls.
#[test]
fn two_steps_a_cell() {
    play(
        r"
        |*|
        |#|
        |#|
        | |
        |#|
        :*=rd
        ",
    )
    .shows(
        r"
        |d| | | | | | |
        |D|D|r| | | | |
        |#|#|D|D|r| | |
        | | | | |f|r| |
        |#|#|#|#|#|#|#|
        ",
    );
}

/// One useless try.
#[test]
fn metal_stops() {
    play(
        r"
        |* |
        |#M|
        |##|
        |MM|
        :*=rd
        ",
    )
    .shows(
        r"
        |d |  |  |  |  |  |  |  |
        |DM|DM|rM| M| M| M| M| M|
        |##|##|D#|D#|r#|?#|j#| #|
        |MM|MM|MM|MM|DM|MM|MM|MM|
        ",
    );
}
