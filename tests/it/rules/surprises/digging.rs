//! What surprises about bashing and digging.

use leveret::sim::Ability;

use super::super::play::{play, play_one_way};

/// It hovers over its slope, turns in the air and drops back.
#[test]
fn a_useless_bash_from_a_slope_hops_too() {
    play(
        r"
        |  M|
        |r*#|
        |###|
        :*=/b
        ",
    )
    .shows(
        r"
        |  M|  M| ?M| jM|  M|  M|
        |r~#| rI| /#| s#|+j#|j/#|
        |###|###|###|###|###|###|
        ",
    );
}

/// The basher that hopped digs its own slope.
#[test]
fn a_digger_takes_back_its_hop() {
    play(
        r"
        |  ##|
        |r*##|
        |####|
        :*=/b
        :dig=1
        ",
    )
    .steps(1)
    .shows(
        r"
        |  K#|
        | r##|
        |####|
        ",
    )
    .place(Ability::Dig, 1, 0)
    .steps(1)
    .shows(
        r"
        |   #|   #|   #|
        | D##| r##|  ##|
        |####|#D##|#D##|
        ",
    );
}

/// Each takes a bash of its own.
#[test]
fn stacked_planks_are_bashed_one_by_one() {
    play_one_way(
        r"
        |** |
        |###|
        :*=rb
        :*=((
        ",
    )
    .shows(
        r"
        |bK |rK |r> | r>|  r|   |
        |###|###|###|###|###|###|
        ",
    );
}

/// In the air on a stale slope it takes the token, and counts below nought.
#[test]
fn a_digger_with_nothing_to_dig_counts_on() {
    play(
        r"
        |*  |
        |   |
        |###|
        :*=r{index:1,onSlope:true}d
        ",
    )
    .shows(
        r"
        |d> |
        |f  |
        |###|
        ",
    )
    .first_rabbit(|rabbit| rabbit.memory().dig_steps < 0)
    .steps(1)
    .shows(
        r"
        | r |
        | f |
        |###|
        ",
    );
}

/// For one step, and the token is spent.
#[test]
fn metal_is_dug_uselessly() {
    play(
        r"
        |* |
        |MM|
        :*=rd
        ",
    )
    .shows(
        r"
        |d |r>| r|
        |DM|MM|MM|
        ",
    );
}

/// From under the feet, and the rabbit stays where it is. Then it digs on.
#[test]
fn a_slope_is_dug_away_in_one_step() {
    play(
        r"
        | /##|
        |r*##|
        |####|
        |####|
        :*=/d
        ",
    )
    .shows(
        r"
        | /##| /##| /##| /##| /##| /##|
        |r~##| D##| r##|  ##|  ##|  ##|
        |####|####|#D##|#D##|#r##|# ##|
        |####|####|####|####|#D##|#D##|
        ",
    );
}

/// Over metal it tries in vain and walks; over nothing it falls.
#[test]
fn not_every_digger_digs_on_below_its_slope() {
    play(
        r"
        |* *  |
        |MM   |
        |#####|
        :*=/r{index:1,onSlope:true}d
        :*=/r{index:2,onSlope:true}d
        ",
    )
    .shows(
        r"
        |D D  |r r  |r>   | r>  |
        |MM   |DMf  |MMr> |MM r>|
        |#####|#####|#####|#####|
        ",
    );
}

/// It falls onto the next floor and walks.
#[test]
fn a_gap_of_one_cell_stops_a_digger() {
    play(
        r"
        |* |
        |##|
        |  |
        |##|
        |##|
        :*=rd
        ",
    )
    .shows(
        r"
        |d |  |  |  |  |
        |D#|D#|r#| #| #|
        |  |  |f |r>| r|
        |##|##|##|##|##|
        |##|##|##|##|##|
        ",
    );
}

/// The ramp is bashed, and what it held is still there.
#[test]
fn water_stays_in_a_cell_that_is_bashed() {
    play(
        r"
        |rb*#|
        |####|
        :*=\n
        ",
    )
    .steps(1)
    .shows(
        r"
        | rK#| r>#|
        |####|####|
        ",
    )
    .waters(0, &[0, 0, 512, 0])
    .steps(1)
    .waters(0, &[0, 256, 256, 0]);
}

/// The ramp is dug away under the digger. The water is still there, and falls into the hole that comes next.
#[test]
fn water_stays_in_a_cell_that_is_dug() {
    play(
        r"
        |#*#|
        |###|
        |###|
        :*=/r{index:1,onSlope:true}dn
        ",
    )
    .shows(
        r"
        |#D#|#n#|
        |###|#D#|
        |###|###|
        ",
    )
    .waters(0, &[0, 512, 0])
    .steps(2)
    .waters(1, &[0, 512, 0]);
}
