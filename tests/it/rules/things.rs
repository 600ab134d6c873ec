//! Tokens, fires and entrances.

use leveret::sim::Ability;

use super::play::{play, play_one_way};

/// Until flat ground, or onto a slope.
#[test]
fn tokens_fall_one_cell_a_step() {
    play(
        r"
        |b d|
        |   |
        |   |
        |  /|
        |###|
        ",
    )
    .shows(
        r"
        |b d|   |   |   |
        |f f|b d|   |   |
        |   |f f|b d|   |
        |  /|  /|f f|b d|
        |###|###|###|###|
        ",
    );
}

/// And are lost.
#[test]
fn tokens_fall_out_of_the_world() {
    play(
        r"
        |b|
        | |
        ",
    )
    .shows(
        r"
        |b| | |
        |f|b| |
        ",
    );
}

/// It does not fall in the step in which it joins the world.
#[test]
fn a_placed_token_rests_for_a_step() {
    play(
        r"
        |   |
        |   |
        |   |
        |###|
        :bash=1
        ",
    )
    .place(Ability::Bash, 1, 0)
    .shows(
        r"
        |   | b |   |   |   |
        |   | f | b |   |   |
        |   |   | f | b | b |
        |###|###|###|###|###|
        ",
    );
}

/// Umbrella and climb tokens need no ground.
#[test]
fn a_faller_takes_a_token_in_the_air() {
    play(
        r"
        |rl|
        |# |
        |  |
        |  |
        |  |
        |  |
        |  |
        |##|
        ",
    )
    .shows(
        r"
        |r>| r|  |  |
        |#f|#f|# |# |
        |  | f| r|  |
        |  |  | f|  |
        |  |  | f| r|
        |  |  |  | :|
        |  |  |  |  |
        |##|##|##|##|
        ",
    );
}

/// One cell a step; on slopes it lies on the slope.
#[test]
fn fire_falls_and_rests() {
    play(
        r"
        |A A |
        |    |
        |    |
        |  / |
        |####|
        ",
    )
    .shows(
        r"
        |A A |    |    |    |    |
        |g g |A A |    |    |    |
        |    |g g |A A |    |    |
        |  / |  / |g g |A A |A A |
        |####|####|####|####|####|
        ",
    );
}

/// Any amount will do; the fire is gone a step later.
#[test]
fn water_puts_fire_out() {
    play(
        r"
        |#A#|
        |#n#|
        |###|
        ",
    )
    .shows(
        r"
        |#A#|# #|# #|# #|# #|
        |#g#|#n#|#n#|#n#|#n#|
        |###|###|###|###|###|
        ",
    );
}

/// At once, and then by the list of delays, the last again and again; facing right, into the cell below.
#[test]
fn an_entrance_lets_rabbits_out() {
    play_one_way(
        r"
        |Q       |
        |        |
        |########|
        :num_rabbits=4
        :rabbit_delay=1,3
        ",
    )
    .shows(
        r"
        |Q       |Q       |Q       |Q       |Q       |Q       |Q       |Q       |Q       |
        |        |r>      |r>>     | r>>    |  r>>   |r> r>>  | r> r>> |  r> r>>|r> r> r>|
        |########|########|########|########|########|########|########|########|########|
        ",
    );
}

/// Two entrances let out three rabbits.
#[test]
fn entrances_share_those_who_wait() {
    play_one_way(
        r"
        |Q  Q |
        |     |
        |#####|
        :num_rabbits=3
        :rabbit_delay=1
        ",
    )
    .shows(
        r"
        |Q  Q |Q  Q |Q  Q |
        |     |r> r>|r>> r|
        |#####|#####|#####|
        ",
    )
    .counts(0, 0, 0);
}
