//! What surprises about deciding: its order, its side effects, and the first look around.

use leveret::sim::{Ability, Outcome};

use super::super::play::{play, play_one_way};

/// Once before it joins the others, once with them. The explode token in the cell of its birth is taken at the first
/// look, whose answer nobody hears: the rabbit lives.
#[test]
fn a_newborn_looks_around_twice() {
    play_one_way(
        r"
        |Q   |
        |p   |
        |####|
        :num_rabbits=1
        ",
    )
    .shows(
        r"
        |Q   |Q   |Q   |Q   |
        |p   |r>  | r> |  r>|
        |####|####|####|####|
        ",
    );
}

/// A dig token taken at the first look: the second look takes the hole for dug already.
#[test]
fn a_newborn_digger_loses_a_step() {
    play_one_way(
        r"
        |Q |
        |d |
        |##|
        |##|
        :num_rabbits=1
        ",
    )
    .shows(
        r"
        |Q |Q |Q |Q |Q |
        |d |D |r |  |  |
        |##|##|D#|D#|r#|
        |##|##|##|##|D#|
        ",
    );
}

/// The token joins the world between the two looks.
#[test]
fn a_token_placed_for_a_newborn_is_taken_in_time() {
    play_one_way(
        r"
        |Q |
        |  |
        |##|
        |##|
        :num_rabbits=1
        :dig=1
        ",
    )
    .place(Ability::Dig, 0, 1)
    .shows(
        r"
        |Q |Q |Q |Q |
        |  |r |  |  |
        |##|D#|D#|r#|
        |##|##|##|D#|
        ",
    );
}

/// A rabbit that starts on a token has taken it in the very first picture, though the token is still there.
#[test]
fn the_first_look_is_part_of_loading() {
    play(
        r"
        |* |
        |##|
        :*=rk
        ",
    )
    .shows(
        r"
        |H |H |
        |##|##|
        ",
    );
}

/// Saved in the middle of a deadly fall, a rabbit counts as walking when it first looks around. So it takes a token
/// that a faller to its death could not take.
#[test]
fn at_the_first_look_nobody_falls_yet() {
    play(
        r"
        |*|
        | |
        | |
        | |
        |#|
        :*=r{Falling.heightFallen:7,index:1}p
        ",
    )
    .shows(
        r"
        |P| |
        |f| |
        | | |
        | | |
        |#|#|
        ",
    );
}

/// Explode token and block token in one cell, and a rabbit that hopped there to bash: it will explode, but to become
/// a blocker it has come down.
#[test]
fn all_behaviours_go_on_when_one_has_decided() {
    play(
        r"
        |  ##|
        |r*##|
        |####|
        :*=/b
        :explode=1
        :block=1
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
    .place(Ability::Explode, 1, 0)
    .place(Ability::Block, 1, 0)
    .steps(1)
    .shows(
        r"
        |   #|   #|
        | P##| /##|
        |####|####|
        ",
    );
}

/// With the climb token first, both are taken at once, and bashing comes before climbing. With the bash token first,
/// the climb token has to wait.
#[test]
fn climbing_is_triggered_early_and_acts_late() {
    play_one_way(
        r"
        |*## *##|
        |### ###|
        :*=rcb
        :*=rbc
        ",
    )
    .shows(
        r"
        |bK# cK#|r># r>#|
        |### ###|### ###|
        ",
    );
}

/// Falling and bashing are both triggered: the rabbit falls, and bashes after the landing.
#[test]
fn bashing_outlasts_the_fall_that_was_triggered_first() {
    play(
        r"
        |*# |
        |/# |
        |###|
        :*=rb
        ",
    )
    .shows(
        r"
        |b# | K |r> | r>|
        |f# |r# |/# |/# |
        |###|###|###|###|
        ",
    );
}

/// Bash and dig, in the order in which they are asked for: both are taken, and digging stays. In the other order the
/// second has to wait.
#[test]
fn two_tokens_at_once() {
    play_one_way(
        r"
        |*   *   |
        |####### |
        |########|
        :*=rbd
        :*=rdb
        ",
    )
    .shows(
        r"
        |dI  b   |r   b   |        |
        |####D## |D###f## |D###rK# |
        |########|########|########|
        ",
    );
}

/// A climber takes no second climb token, and never gets at the bash token behind it.
#[test]
fn the_first_token_hides_the_rest() {
    play(
        r"
        |###|
        |#*#|
        |###|
        :*=rccb
        ",
    )
    .shows(
        r"
        |###|###|###|###|###|
        |#?#|#|#|#?#|#|#|#?#|
        |###|###|###|###|###|
        ",
    );
}

/// All explode, rabbots too; and whoever would come out later does not.
#[test]
fn the_end_goes_on() {
    play_one_way(
        r"
        |Q  r  t |
        |        |
        |########|
        :num_rabbits=5
        :rabbit_delay=1
        ",
    )
    .steps(1)
    .shows(
        r"
        |Q       |
        |r> r> t>|
        |########|
        ",
    )
    .explode_all()
    .steps(1)
    .shows(
        r"
        |Q       |
        |PP  P  P|
        |########|
        ",
    )
    .counts(0, 0, 0)
    .steps(1)
    .shows(
        r"
        |Q       |
        |        |
        |########|
        ",
    )
    .counts(0, 3, 0)
    .is(Outcome::Lost);
}

/// The first rabbit decided before the second became a blocker, and walks into it; the third turns.
#[test]
fn a_blocker_is_seen_by_those_after_it() {
    play_one_way(
        r"
        |rrk j|
        |#####|
        ",
    )
    .shows(
        r"
        |r>><j| rH| |  H>>|
        |#####|#####|#####|
        ",
    );
}
