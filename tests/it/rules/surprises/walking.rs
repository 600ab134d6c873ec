//! What surprises about walking, bridges and blockers.

use super::super::play::play;

/// Rabbits walk along behind them, and fall through.
#[test]
fn backs_of_bridges_are_air() {
    play(
        r"
        |   r|
        |    |
        |r ))|
        |####|
        ",
    )
    .shows(
        r"
        |   r|    |    |    |    |
        |   f|    |    |    |    |
        |r>)e| r>r|  r>|  )r|  ))|
        |####|####|####|####|####|
        ",
    );
}

/// Onto the plank; and, from one plank, onto that of the cell above. That is the way out of a hole.
#[test]
fn turning_on_a_bridge_is_a_jump() {
    play(
        r"
        |     |
        |# (# |
        |#r(# |
        |#####|
        ",
    )
    .shows(
        r"
        |     |     |     |     |     |     |
        |# (# |# (# |#+j# |#j(# |# (# |# (# |
        |#r~# |# ?# |# (# |#f(# |#|(# |#r~# |
        |#####|#####|#####|#####|#####|#####|
        ",
    );
}

/// On a slope that leads up a ceiling turns the rabbit; on the level it does not.
#[test]
fn a_head_is_bumped_on_slopes_only() {
    play(
        r"
        | #   # |
        |r/# r  |
        |#######|
        ",
    )
    .shows(
        r"
        | #   # | #   # | #   # | #   # |
        |r~# r> | ?#  r>|+j#   r|j/#    |
        |#######|#######|#######|#######|
        ",
    );
}

/// It stands where the slope leads down again.
#[test]
fn a_blocker_beyond_a_crest() {
    play(
        r"
        |r/* |
        |####|
        :*=\rk
        ",
    )
    .shows(
        r"
        |r~H | ?H |+jH |j/H |
        |####|####|####|####|
        ",
    );
}

/// It stands where the slope leads up again.
#[test]
fn a_blocker_in_a_valley() {
    play(
        r"
        |r   |
        |#\* |
        |####|
        :*=/rk
        ",
    )
    .shows(
        r"
        |r   |    |!   |j   |
        |#-H |#]H |#jH |#\H |
        |####|####|####|####|
        ",
    );
}

/// From their edge a rabbit goes one cell out before it falls.
#[test]
fn slopes_end_in_the_air() {
    play(
        r"
        |   |
        |r/ |
        |## |
        |## |
        |###|
        ",
    )
    .shows(
        r"
        |   |  '|  r|   |   |
        |r~ | r | /f| / | / |
        |## |## |##f|##r|## |
        |## |## |## |##f|##r|
        |###|###|###|###|###|
        ",
    );
}

/// Ahead there may be nothing, or the back of a bridge; but not a way up, which is taken instead.
#[test]
fn a_way_down_needs_only_a_slope_ahead_and_below() {
    play(
        r"
        |           |
        |r   r)  r/ |
        |#\  #\  #\ |
        |###########|
        ",
    )
    .shows(
        r"
        |           |          '|
        |r   r)  r~ |     )   r |
        |#-  #-  #\ |#r_ #r_ #\ |
        |###########|###########|
        ",
    );
}
