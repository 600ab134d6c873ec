//! Bashing: through everything but metal, until there is a gap.

use super::play::play;

/// Bash, walk, bash, walk; the ability ends with the first gap.
#[test]
fn a_wall_is_bashed_cell_by_cell() {
    play(
        r"
        |*##  #|
        |######|
        :*=rb
        ",
    )
    .shows(
        r"
        |bK#  #|r>#  #| rK  #| r>  #|  r> #|   r>#|    ?#|   <j#|
        |######|######|######|######|######|######|######|######|
        ",
    );
}

/// The token is spent all the same.
#[test]
fn nothing_to_bash() {
    play(
        r"
        |*   |
        |####|
        :*=rb
        ",
    )
    .shows(
        r"
        |bI  |r>  | r> |
        |####|####|####|
        ",
    );
}

/// One useless try, and that is the end.
#[test]
fn metal_stops() {
    play(
        r"
        |*M |
        |###|
        :*=rb
        ",
    )
    .shows(
        r"
        |bI |?M |jM |
        |###|###|###|
        ",
    );
}

/// From a slope that leads up, the block ahead and above is bashed, and the rabbit goes on at that height.
#[test]
fn up_from_a_slope() {
    play(
        r"
        |   # |
        |  /##|
        |r*###|
        |#####|
        :*=/b
        ",
    )
    .shows(
        r"
        |   # |   # |   # |   # |   # |   # |   # |   # |
        |  /##|  K##| r>##|  rK#|  r>#|   rK|   r>|    r|
        |r~###| r###| /###| /###| /###| /###| /###| /###|
        |#####|#####|#####|#####|#####|#####|#####|#####|
        ",
    );
}

/// The same with metal: it hovers for a step, turns, and drops onto its slope.
#[test]
fn metal_above_the_slope() {
    play(
        r"
        |   M |
        |  *##|
        |r/###|
        |#####|
        :*=/b
        ",
    )
    .shows(
        r"
        |   M |   M |   M |  ?M |  jM |   M |   M |
        |  b##|  $##|  rI#|  /##|  s##|  j##|  /##|
        |r~###| r###| /###| /###| /###| %###|+j###|
        |#####|#####|#####|#####|#####|#####|#####|
        ",
    );
}

/// They are blocks like any other.
#[test]
fn slopes_and_bridges_are_bashed() {
    play(
        r"
        |*/)  |
        |#####|
        :*=rb
        ",
    )
    .shows(
        r"
        |bK)  |r>)  | rK  | r>  |  r> |   r>|    r|
        |#####|#####|#####|#####|#####|#####|#####|
        ",
    );
}
