//! What surprises about tokens, fire, water, the edges of the world and saved games.

use leveret::sim::{Ability, State};

use super::super::play::{play, play_one_way};

/// The token rests on it. The fire goes on falling, because it was.
#[test]
fn a_bridge_in_the_making_holds_tokens_but_not_fire() {
    play_one_way(
        r"
        | d  A |
        |      |
        |*    *|
        |##  ##|
        :*=ri
        :*=ji
        ",
    )
    .shows(
        r"
        | d  A |      |      |      |      |
        | f  g | d  A |      |      |      |
        |iB  Ei|rf  gj|r{  }j| D  X | r  A |
        |##  ##|##  ##|##  ##|##  ##|#D  ##|
        ",
    );
}

/// Only exactly none is none.
#[test]
fn tokens_below_nought_never_run_out() {
    play(
        r"
        |    |
        |####|
        :dig=-1
        ",
    )
    .place(Ability::Dig, 0, 0)
    .place(Ability::Dig, 1, 0)
    .steps(1)
    .shows(
        r"
        |dd  |
        |####|
        ",
    );
}

/// After one birth nobody comes out any more.
#[test]
fn a_delay_of_nought_shuts_the_entrance() {
    play_one_way(
        r"
        |Q    |
        |     |
        |#####|
        :num_rabbits=3
        :rabbit_delay=0
        ",
    )
    .shows(
        r"
        |Q    |Q    |Q    |Q    |
        |     |r>   | r>  |  r> |
        |#####|#####|#####|#####|
        ",
    )
    .counts(0, 0, 2);
}

/// In one cell.
#[test]
fn fire_beats_the_exit() {
    play(
        r"
        |* |
        |##|
        :*=rAO
        ",
    )
    .shows(
        r"
        |X |O |
        |##|##|
        ",
    )
    .counts(0, 1, 10);
}

/// The fire falls out of the world together with the rabbit, which does not burn.
#[test]
fn leaving_the_world_beats_fire() {
    play(
        r"
        |r|
        |A|
        ",
    )
    .steps(1)
    .first_rabbit(|rabbit| rabbit.state == State::OutOfBounds)
    .steps(1)
    .counts(0, 1, 10);
}

/// Fire, the exit, deep water, and a crash; though the rabbit that the rabbot meets is dead too.
#[test]
fn exploding_beats_everything() {
    play_one_way(
        r"
        |* *#*#* |
        |########|
        :*=rAp
        :*=rOp
        :*=rNp
        :*=trp
        ",
    )
    .shows(
        r"
        |P P#P#P>|A O#N#  |
        |########|########|
        ",
    )
    .counts(0, 4, 10);
}

/// Outside, too, the end is an explosion.
#[test]
fn the_end_beats_leaving_the_world() {
    play(
        r"
        | r|
        |##|
        ",
    )
    .explode_all()
    .steps(1)
    .first_rabbit(|rabbit| rabbit.state == State::Exploding && rabbit.cell.y == 0);
}

/// Loaded from a saved game that names none: when one goes, all go, and one is counted.
#[test]
fn rabbits_without_an_index_are_one() {
    play_one_way(
        r"
        |*   *|
        |#####|
        :*=r{}p
        :*=r{}
        ",
    )
    .shows(
        r"
        |P   r|     |
        |#####|#####|
        ",
    )
    .counts(0, 1, 10);
}

/// The climb token is placed on it.
#[test]
fn a_blocker_that_learns_to_climb_stops_blocking() {
    play(
        r"
        |*  |
        |###|
        :*=rk
        :climb=1
        ",
    )
    .steps(1)
    .place(Ability::Climb, 0, 0)
    .shows(
        r"
        |H  |r> | r>|
        |###|###|###|
        ",
    );
}

/// With half an open cell of water in its own cell a rabbit on a ramp lives.
#[test]
fn on_a_slope_the_cell_above_drowns() {
    play(
        r"
        |# #|
        |#*#|
        |###|
        :*=/r{index:1,onSlope:true}n
        ",
    )
    .shows(
        r"
        |# #|# #|
        |#?#|#[#|
        |###|###|
        ",
    );
}

/// The cell above is full, and open below.
#[test]
fn on_a_slope_water_above_drowns() {
    play(
        r"
        |#N#|
        |#*#|
        |###|
        :*=/r{index:1,onSlope:true}n
        ",
    )
    .shows(
        r"
        |#N#|#n#|
        |#R#|#n#|
        |###|###|
        ",
    )
    .counts(0, 1, 10);
}

/// A ramp leaves half the room.
#[test]
fn behind_a_ramp_half_the_water_drowns() {
    play(
        r"
        |#*#|
        |###|
        :*=/rn
        ",
    )
    .shows(
        r"
        |#R#|#n#|
        |###|###|
        ",
    )
    .counts(0, 1, 10);
}

/// Under pressure a cell holds more than it has room for.
#[test]
fn water_is_compressed() {
    play(
        r"
        |#P#|
        |# #|
        |###|
        ",
    )
    .steps(6)
    .shows(
        r"
        |#P#|
        |#N#|
        |###|
        ",
    )
    .waters(1, &[0, 1344, 0])
    .waters(0, &[0, 1597, 0]);
}

/// The letter means an open cell full, wherever it stands.
#[test]
fn full_water_on_a_ramp_is_twice_its_room() {
    play(
        r"
        |# #|
        |#*#|
        |###|
        :*=/N
        ",
    )
    .shows(
        r"
        |# #|
        |#N#|
        |###|
        ",
    )
    .waters(1, &[0, 1024, 0])
    .steps(2)
    .shows(
        r"
        |#n#|
        |#n#|
        |###|
        ",
    )
    .waters(1, &[0, 607, 0])
    .waters(0, &[0, 417, 0]);
}

/// Rabbits walk out and fall out, and water runs out and is gone.
#[test]
fn the_world_is_open_on_all_sides() {
    play(
        r"
        |n r |
        |##  |
        ",
    )
    .shows(
        r"
        |n r |nn  |nnn |nn  |nnn |
        |##f |##  |##  |##n |##  |
        ",
    )
    .waters(0, &[13, 13, 25, 0])
    .counts(0, 1, 10);
}

/// Bashers and bridgers go on where they were; a digger in the middle of a cell digs the next.
#[test]
fn a_saved_digger_loses_its_place() {
    play(
        r"
        |* |
        |##|
        |##|
        :*=r{Digging.stepsOfDigging:1,index:1}
        ",
    )
    .shows(
        r"
        |r |  |  |  |
        |D#|D#|r#| #|
        |##|##|D#|D#|
        ",
    );
}

/// In the middle of a plank.
#[test]
fn a_saved_bridger_goes_on() {
    play(
        r"
        |    |
        |    |
        |*   |
        |##  |
        :*=r{Bridging.bigSteps:3,Bridging.smallSteps:2,index:1,onSlope:true}
        ",
    )
    .shows(
        r"
        |    |    |    |
        |    |    |  B |
        |r[  |r{  | r  |
        |##  |##  |##  |
        ",
    );
}
