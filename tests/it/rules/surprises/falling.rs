//! What surprises about falling, umbrellas, and what holds a rabbit up.

use leveret::sim::Ability;

use super::super::play::play;

/// Five cells, and six.
#[test]
fn more_than_four_cells_kill_a_rabbit_and_more_than_five_a_rabbot() {
    play(
        r"
        |rtrt|
        |    |
        |    |
        |    |
        |    |
        |    |
        |##  |
        |  ##|
        ",
    )
    .shows(
        r"
        |rtrt|    |    |    |    |
        |ffff|    |    |    |    |
        |ffff|rtrt|    |    |    |
        |    |ffff|    |    |    |
        |    |ffff|rtrt|    |    |
        |    |    |xfff|yt> |  t |
        |##  |##  |##ff|##XX|##f |
        |  ##|  ##|  ##|  ##|  ##|
        ",
    )
    .counts(0, 2, 10);
}

/// Even or odd, in either case death takes a step on the landing cell.
#[test]
fn the_height_decides_the_picture_of_death() {
    play(
        r"
        |rr|
        |  |
        |  |
        |  |
        |  |
        |  |
        |# |
        |##|
        ",
    )
    .shows(
        r"
        |rr|  |  |  |  |  |
        |ff|  |  |  |  |  |
        |ff|rr|  |  |  |  |
        |  |ff|  |  |  |  |
        |  |ff|rr|  |  |  |
        |  |  |xf|y |  |  |
        |# |# |#f|#X|# |# |
        |##|##|##|##|##|##|
        ",
    )
    .counts(0, 2, 10);
}

/// Three cells, a step, and three cells more.
#[test]
fn drops_are_not_added() {
    play(
        r"
        |r   |
        |    |
        |    |
        |    |
        |#   |
        |    |
        |    |
        |####|
        ",
    )
    .shows(
        r"
        |r   |    |    |    |    |    |    |
        |f   |    |    |    |    |    |    |
        |f   |r   |    |    |    |    |    |
        |    |f   |r>  | r  |    |    |    |
        |#   |#   |#   |#f  |#   |#   |#   |
        |    |    |    | f  | r  |    |    |
        |    |    |    |    | f  | r> |  r>|
        |####|####|####|####|####|####|####|
        ",
    )
    .counts(0, 0, 10);
}

/// The first has fallen too far; the other two may take what they like.
#[test]
fn the_doomed_take_no_tokens() {
    play(
        r"
        |r    |
        |     |
        | r   |
        |     |
        |  r  |
        |     |
        |pp   |
        |##p  |
        |  #  |
        ",
    )
    .shows(
        r"
        |r    |     |     |     |     |
        |f    |     |     |     |     |
        |fr   |r    |     |     |     |
        | f   |f    |     |     |     |
        | fr  |fr   |r    |     |     |
        |  f  | f   |f    |     |     |
        |ppf  |pfr  |fP   |X    |p    |
        |##p  |##f  |##P  |##   |##   |
        |  #  |  #  |  #  |  #  |  #  |
        ",
    )
    .counts(0, 3, 10);
}

/// Given after two cells, it saves.
#[test]
fn an_umbrella_opens_a_step_late() {
    play(
        r"
        |r|
        | |
        | |
        | |
        | |
        | |
        | |
        | |
        |#|
        :brolly=1
        ",
    )
    .place(Ability::Brolly, 0, 2)
    .shows(
        r"
        |r| | | | | |
        |f| | | | | |
        |f|r| | | | |
        | |f| | | | |
        | |f|r| | | |
        | | |:|r| | |
        | | | |:|r| |
        | | | | |:|r|
        |#|#|#|#|#|#|
        ",
    )
    .counts(0, 0, 10);
}

/// Given after four cells: the next step makes it six, and the rabbit dies in mid-air.
#[test]
fn an_umbrella_can_come_too_late() {
    play(
        r"
        |r|
        | |
        | |
        | |
        | |
        | |
        | |
        | |
        |#|
        :brolly=1
        ",
    )
    .steps(1)
    .shows(
        r"
        | |
        | |
        |r|
        |f|
        |f|
        | |
        | |
        | |
        |#|
        ",
    )
    .place(Ability::Brolly, 0, 4)
    .shows(
        r"
        | | | | |
        | | | | |
        |r| | | |
        |f| | | |
        |f|r| | |
        | |f| | |
        | |f|X| |
        | | | | |
        |#|#|#|#|
        ",
    )
    .counts(0, 1, 10);
}

/// The second half of digging comes even over nothing.
#[test]
fn a_digger_finishes_before_it_falls() {
    play(
        r"
        |*|
        |#|
        | |
        | |
        |#|
        :*=rd
        ",
    )
    .shows(
        r"
        |d| | | | |
        |D|D|r| | |
        | | |f| | |
        | | |f|r| |
        |#|#|#|#|#|
        ",
    );
}

/// It opens at once.
#[test]
fn an_umbrella_interrupts_a_digger() {
    play(
        r"
        |*|
        |#|
        | |
        |#|
        :*=rld
        ",
    )
    .shows(
        r"
        |d| | | | |
        |D|r| | | |
        | |:|r| | |
        |#|#|#|#|#|
        ",
    );
}

/// The floor above a slope is dug away: the rabbit falls onto the slope.
#[test]
fn a_slope_below_is_no_support() {
    play(
        r"
        |* |
        |# |
        |/#|
        |##|
        :*=rd
        ",
    )
    .shows(
        r"
        |d |  |  |  |  |
        |D |D |r | '| r|
        |/#|/#|h#|r#|/#|
        |##|##|##|##|##|
        ",
    );
}

/// Not even in their own cell. One with an umbrella they do catch.
#[test]
fn exits_do_not_catch_those_who_fall() {
    play(
        r"
        |r *|
        |   |
        |O O|
        |   |
        |###|
        :*=rl
        ",
    )
    .shows(
        r"
        |r l|   |   |   |   |
        |f f|   |   |   |   |
        |f f|O R|O O|O O|O O|
        |   |f  |r> | r>|  r|
        |###|###|###|###|###|
        ",
    )
    .counts(1, 0, 10);
}

/// A bridger stands on a slope from its first small step. With the floor bashed away under it, it builds on.
#[test]
fn a_stale_slope_holds_in_the_air() {
    play(
        r"
        |*    |
        |#*   |
        |#####|
        :*=ri
        :*=jb
        ",
    )
    .shows(
        r"
        |iB   |r[   |r{   | r   | r   |
        |Wb   |<j   |j    |     |     |
        |#####|#####|#####|#####|#####|
        ",
    );
}

/// Two planks in a cell, and a digger and a blocker on them. The digger takes one plank away, and the blocker falls
/// too, though the second plank is still there.
#[test]
fn a_dug_cell_holds_nobody_for_a_step() {
    play(
        r"
        |*|
        | |
        |#|
        :*=((r{index:1,onSlope:true}dr{Blocking.abilityActive:true,index:2,onSlope:true}
        ",
    )
    .shows(
        r"
        |H|r|(|(|
        | |f|r| |
        |#|#|#|#|
        ",
    );
}
