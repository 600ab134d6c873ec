//! Falling: two cells a step, and no more than four cells alive.

use leveret::sim::Outcome;

use super::play::{play, play_one_way};

/// Two cells a step, and one at the end of an odd height.
#[test]
fn one_two_three_and_four_cells_are_survived() {
    play(
        r"
        |rrrr |
        |     |
        |#    |
        | #   |
        |  #  |
        |   # |
        ",
    )
    .shows(
        r"
        |rrrr |     |     |     |     |
        |ffff |r>   | r   |     |     |
        |#fff |#r>r |#fr  |#r>  |# r  |
        | #   | #ff | #f> | #r> | #fr |
        |  #  |  #f |  #r>|  #fr|  #f>|
        |   # |   # |   # |   #f|   # |
        ",
    )
    .counts(0, 0, 10);
}

/// The last step of an odd fall says so, and dying takes a step more.
#[test]
fn five_cells_are_death() {
    play(
        r"
        |r|
        | |
        | |
        | |
        | |
        | |
        |#|
        :num_rabbits=0
        ",
    )
    .shows(
        r"
        |r| | | | |
        |f| | | | |
        |f|r| | | |
        | |f| | | |
        | |f|r| | |
        | | |x|y| |
        |#|#|#|#|#|
        ",
    )
    .counts(0, 1, 0)
    .is(Outcome::Lost);
}

/// An even fall ends without warning.
#[test]
fn six_cells_are_death() {
    play(
        r"
        |r|
        | |
        | |
        | |
        | |
        | |
        | |
        |#|
        :num_rabbits=0
        ",
    )
    .shows(
        r"
        |r| | | | |
        |f| | | | |
        |f|r| | | |
        | |f| | | |
        | |f|r| | |
        | | |f| | |
        | | |f|X| |
        |#|#|#|#|#|
        ",
    )
    .counts(0, 1, 0)
    .is(Outcome::Lost);
}

/// They are tougher by one.
#[test]
fn rabbots_survive_five_cells() {
    play(
        r"
        |ty|
        |  |
        |  |
        |  |
        |  |
        |  |
        |# |
        | #|
        ",
    )
    .shows(
        r"
        |ty|  |  |  |  |  |
        |ff|  |  |  |  |  |
        |ff|ty|  |  |  |  |
        |  |ff|  |  |  |  |
        |  |ff|ty|  |  |  |
        |  |  |ff|t>| t|  |
        |# |# |#f|#X|#f|#t|
        | #| #| #| #| #| #|
        ",
    )
    .counts(0, 0, 10);
}

/// Onto slopes that rise or lower ahead, one cell down and two.
#[test]
fn landing_on_slopes() {
    play_one_way(
        r"
        |r j  r j|
        |        |
        |/ /    /|
        |##### /#|
        |########|
        ",
    )
    .shows(
        r"
        |r j  r j|        |        |        |
        |f f  f f| '      | r      |        |
        |h s  f s|r+j  r j|/|/    /|/r~    $|
        |##### /#|#####f%#|#####+~#|#####|r#|
        |########|########|########|########|
        ",
    );
}

/// One cell or two onto the slope, and then the second half.
#[test]
fn dying_on_a_slope() {
    play(
        r"
        |r r |
        |    |
        |    |
        |    |
        |    |
        |/   |
        |##/ |
        |####|
        ",
    )
    .shows(
        r"
        |r r |    |    |    |    |
        |f f |    |    |    |    |
        |f f |r r |    |    |    |
        |    |f f |    |    |    |
        |    |f f |r r |    |    |
        |/   |/   |x f |y   |/   |
        |##/ |##/ |##x |##X |##/ |
        |####|####|####|####|####|
        ",
    )
    .counts(0, 2, 10);
}
