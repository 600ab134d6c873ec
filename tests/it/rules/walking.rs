//! Walking: along, up and down, round at walls and blockers.

use super::play::play;

/// Turning takes a step.
#[test]
fn a_rabbit_walks_and_turns_at_a_wall() {
    play(
        r"
        |r #|
        |###|
        ",
    )
    .shows(
        r"
        |r>#| ?#|<j#|j #|  #|
        |###|###|###|###|###|
        ",
    );
}

/// Up a slope, along its top, and down again.
#[test]
fn slopes_lead_up_and_down() {
    play(
        r"
        |        |
        |r  /#\  |
        |########|
        ",
    )
    .shows(
        r"
        |        |        |        |    '   |    r   |        |        |
        |r> /#\  | r>/#\  |  r~#\  |   r#\  |   /#-  |   /#r_ |   /#\r>|
        |########|########|########|########|########|########|########|
        ",
    );
}

/// Where a slope up meets a slope down, the rabbit goes over the crest.
#[test]
fn a_crest_is_crossed_in_one_step() {
    play(
        r"
        |r/\  |
        |#####|
        ",
    )
    .shows(
        r"
        |r~\  | r&  | /r_ | /\r>| /\ r|
        |#####|#####|#####|#####|#####|
        ",
    );
}

/// Where a slope down meets a slope up, the rabbit goes through the valley.
#[test]
fn a_valley_is_crossed_in_one_step() {
    play(
        r"
        |r     |
        |#\  /#|
        |##\/##|
        |######|
        ",
    )
    .shows(
        r"
        |r     |      |      |      |     '|     r|      |
        |#-  /#|#r  /#|#\  /#|#\  $#|#\  r#|#\  /#|#\  /#|
        |##\/##|##@/##|##r,##|##\r##|##\/##|##\/##|##\/##|
        |######|######|######|######|######|######|######|
        ",
    );
}

/// Each step on a slope leads one cell up or down.
#[test]
fn long_slopes_are_climbed_step_by_step() {
    play(
        r"
        |    |
        |   /|
        |  /#|
        |r/##|
        |####|
        ",
    )
    .shows(
        r"
        |    |    |    |    |    |
        |   /|   /|   $|   r|   /|
        |  /#|  $#|  r#|  /#|  /#|
        |r~##| r##| /##| /##| /##|
        |####|####|####|####|####|
        ",
    );
}

/// A ramp that rises towards the rabbit turns it.
#[test]
fn the_back_of_a_ramp_is_a_wall() {
    play(
        r"
        |r \#|
        |####|
        ",
    )
    .shows(
        r"
        |r>\#| ?\#|<j\#|j \#|
        |####|####|####|####|
        ",
    );
}

/// At a wall on top of its slope, and at one at the foot of it, a rabbit turns where it stands.
#[test]
fn walls_turn_on_slopes() {
    play(
        r"
        |   #  r  #|
        |r /#  #\ #|
        |##########|
        ",
    )
    .shows(
        r"
        |   #  r  #|   #     #|   #     #|   #     #|   #  !  #|
        |r>/#  #- #| r~#  #r_#|  ?#  #\?#| +j#  #`j#|<j/#  #j #|
        |##########|##########|##########|##########|##########|
        ",
    );
}

/// One cell out over the edge, and only then down.
#[test]
fn an_edge_is_walked_over() {
    play(
        r"
        |r   |
        |#   |
        |#   |
        |####|
        ",
    )
    .shows(
        r"
        |r>  | r  |    |    |
        |#   |#f  |#   |#   |
        |#   |#f  |#r> |# r>|
        |####|####|####|####|
        ",
    );
}

/// From the top of a slope it goes one cell out, too.
#[test]
fn a_drop_at_the_end_of_a_slope() {
    play(
        r"
        |   |
        |r/ |
        |## |
        |###|
        ",
    )
    .shows(
        r"
        |   |  '|  r|   |   |
        |r~ | r | /f| / | / |
        |## |## |##f|##r|## |
        |###|###|###|###|###|
        ",
    );
}

/// As a wall would.
#[test]
fn a_blocker_turns_a_walker() {
    play(
        r"
        |r *  |
        |#####|
        :*=rk
        ",
    )
    .shows(
        r"
        |r>H  | ?H  |<jH  |j H  |
        |#####|#####|#####|#####|
        ",
    );
}
