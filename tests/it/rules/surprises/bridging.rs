//! What surprises about bridging.

use super::super::play::{play, play_one_way};

/// There is a block over the place for the plank.
#[test]
fn a_bridge_token_is_left_where_no_bridge_can_be() {
    play(
        r"
        |  # |
        |ri  |
        |####|
        ",
    )
    .shows(
        r"
        |  # |  # |  # |  # |
        |r>  | i> | ir>| i r|
        |####|####|####|####|
        ",
    );
}

/// The second token lies where the first plank goes.
#[test]
fn a_bridge_token_is_left_by_one_who_builds() {
    play(
        r"
        |     |
        |     |
        |     |
        |*i   |
        |##   |
        :*=ri
        ",
    )
    .shows(
        r"
        |     |     |     |     |     |     |
        |     |     |     |     |     |     |
        |     |     |     |  B  |  [  |  {  |
        |iB   |r[   |r{   | i   | i   | i   |
        |##   |##   |##   |##   |##   |##   |
        ",
    );
}

/// And there is only that one.
#[test]
fn before_a_wall_the_plank_goes_into_ones_own_cell() {
    play(
        r"
        |  ##|
        |   #|
        |r i#|
        |####|
        ",
    )
    .steps(2)
    .shows(
        r"
        |  ##|  ##|  ##|  ##|  ##|  ##|
        |   #|   #|   #|   #|   #|   #|
        |  B#|  [#|  {#|  ?#| +j#|<j(#|
        |####|####|####|####|####|####|
        ",
    );
}

/// The rabbit is on a slope, with blocks ahead and behind.
#[test]
fn in_a_hole_the_plank_goes_into_the_cell_above() {
    play(
        r"
        |    |
        |    |
        |# ##|
        |#*##|
        |####|
        :*=/ir
        ",
    )
    .shows(
        r"
        |    |    |    |    |    |    |
        |    |    |    |  ' |  r>|   r|
        |#B##|#[##|#{##|#r##|#(##|#(##|
        |#i##|#r##|#r##|#/##|#/##|#/##|
        |####|####|####|####|####|####|
        ",
    );
}

/// On a slope with nothing behind, the token is left alone, until the rabbit has turned round.
#[test]
fn a_corner_bridge_needs_a_hole() {
    play(
        r"
        |    |
        |  # |
        |r*# |
        |####|
        :*=/i
        ",
    )
    .shows(
        r"
        |    |    |    |    |
        |  # |  # |  # |  # |
        |r~# | ?# |Ej# |]j# |
        |####|####|####|####|
        ",
    );
}

/// Just above the plank. A bridge there forbids nothing, nor does a roof one cell higher.
#[test]
fn a_roof_forbids_a_corner_bridge_in_a_hole() {
    play(
        r"
        |       #  |
        | #  (     |
        |# ## ## ##|
        |#*##*##*##|
        |##########|
        :*=/ir
        :*=/ir
        :*=/ir
        ",
    )
    .shows(
        r"
        |       #  |       #  |       #  |       #  |
        | #  (     | #  (     | #  (     | #  ('  ' |
        |# ##B##B##|# ##[##[##|# ##{##{##|# ##r##r##|
        |#?##i##i##|#|##r##r##|#?##r##r##|#|##/##/##|
        |##########|##########|##########|##########|
        ",
    );
}

/// Two cells above the rabbit: the first plank takes no notice.
#[test]
fn a_ceiling_stops_the_second_plank() {
    play(
        r"
        | #   |
        |     |
        |*    |
        |###  |
        :*=ri
        ",
    )
    .shows(
        r"
        | #   | #   | #   | #   | #   | #   |
        |     |     |     |  '  |  r  |     |
        |iB   |r[   |r{   | r   | (f  | (r> |
        |###  |###  |###  |###  |###  |###  |
        ",
    );
}

/// Two cells above the rabbit, where it begins.
#[test]
fn the_first_plank_takes_no_notice_of_a_ceiling() {
    play(
        r"
        |#    |
        |     |
        |*    |
        |###  |
        :*=ri
        ",
    )
    .shows(
        r"
        |#    |#    |#    |#    |#    |#    |
        |     |     |     |  B  |  [  |  {  |
        |iB   |r[   |r{   | r   | r   | r   |
        |###  |###  |###  |###  |###  |###  |
        ",
    );
}

/// The rabbit is on the floor behind a plank, and builds from its top.
#[test]
fn a_bridge_begins_on_the_slope_behind_which_one_stands() {
    play(
        r"
        |    |
        |    |
        |*   |
        |##  |
        :*=(ri
        ",
    )
    .shows(
        r"
        |    |    |    |  B |  [ |
        | B  | [  | {  | r  | r  |
        |i   |r   |r   |(   |(   |
        |##  |##  |##  |##  |##  |
        ",
    );
}

/// Two rabbits lay their planks at once.
#[test]
fn planks_pile_up_in_a_cell() {
    play(
        r"
        |    |
        |    |
        |    |
        |*   |
        |##  |
        :*=riri
        ",
    )
    .shows(
        r"
        |    |
        |    |
        |    |
        |iB  |
        |##  |
        ",
    )
    .steps(3)
    .shows(
        r"
        |    |
        |    |
        |  B |
        | r  |
        |##  |
        ",
    )
    .stacked(1, 3, 2);
}

/// A plank outside the world is laid, and never seen again.
#[test]
fn bridges_are_built_over_the_edge() {
    play(
        r"
        |   |
        |  *|
        |###|
        :*=ri
        ",
    )
    .shows(
        r"
        |   |   |   |   |   |   |
        |  i|  r|  r|   |   |   |
        |###|###|###|###|###|###|
        ",
    )
    .stacked(3, 1, 1);
}

/// They do not stand on what is not laid: the first is in the cell before the plank is, the second comes with it.
#[test]
fn walkers_pass_through_a_bridge_in_the_making() {
    play(
        r"
        |        |
        |        |
        |rr*     |
        |####    |
        |########|
        :*=ri
        ",
    )
    .shows(
        r"
        |        |        |        |        |        |        |
        |        |        |        |    B   |    [   |    {   |
        |r>>B    | r>[    |  r{>   |   r>   |   rr   |   r    |
        |####    |####    |####    |####f   |####f>  |####r>> |
        |########|########|########|########|########|########|
        ",
    );
}

/// The plank is laid into the water.
#[test]
fn water_stays_in_a_cell_that_is_built_in() {
    play_one_way(
        r"
        |*n#|
        |###|
        :*=ri
        ",
    )
    .shows(
        r"
        |iB#|
        |###|
        ",
    )
    .waters(0, &[0, 512, 0])
    .steps(3)
    .shows(
        r"
        |nn#|
        |###|
        ",
    )
    .waters(0, &[85, 171, 0]);
}
