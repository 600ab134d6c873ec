//! Courses that run together are followed once, and what cannot be told from another by its cells alone is followed all
//! the same.

use leveret::solve::{Conclusion, Objective};

use super::{answer, level, ways};

/// A rabbit walks to and fro below a wall that it cannot pass. Wherever it bashes at nothing, it goes on as before.
const CORRIDOR: &str = "\
:num_rabbits=1
:num_to_save=1
:bash=2
:climb=1
:dig=1
M               M
MQ              M
M             M M
M             M M
M#############M M
M             M M
M             MOM
MMMMMMMMMMMMMMMMM
";

/// Without landmarks the proof takes more than ten times as many states.
#[test]
fn a_course_that_joins_another_is_not_followed_again() {
    let answer = answer(&level(CORRIDOR), None, 1, Objective::Fewest);
    assert!(matches!(answer.verdict, Conclusion::Unsolvable { tokens: 4 }), "{answer:?}");
    assert!(answer.tally.states < 1_000_000, "{answer:?}");
}

/// The rabbit has to learn to climb, and to dig behind the wall: not the wall itself can be bashed.
const BEHIND_THE_WALL: &str = "\
:num_rabbits=1
:num_to_save=1
:bash=1
:climb=1
:dig=1
M                M
MQ               M
M                M
M            ####M
M            M  OM
M################M
MMMMMMMMMMMMMMMMMM
";

/// While it walks, one who can climb is in the same cells at the same times as one who cannot, or who has bashed at nothing.
#[test]
fn courses_through_the_same_cells_are_not_the_same() {
    let answer = answer(&level(BEHIND_THE_WALL), None, 1, Objective::Fewest);
    assert_eq!(answer.refuted, Some(1), "{answer:?}");
    assert_eq!(ways(answer).first().map(|way| way.tokens), Some(2));
}

/// All floors are so far below one another that only an umbrella brings a rabbit down, and five rabbits would need one.
const STOREYS: &str = "\
:num_rabbits=5
:num_to_save=5
:rabbit_delay=4
:dig=3
:bash=2
:bridge=3
:block=1
:brolly=2
M                  M
M  Q               M
M#            #    M
M################  M
M                  M
M                  M
M                  M
M                  M
M                  M
M          #       M
M  ################M
M                  M
M                  M
M                  M
M                  M
M                  M
M   #            O M
MMMMMMMMMMMMMMMMMMMM
";

/// Where falls of any depth count as ways, the proof takes eleven times as many states.
#[test]
fn a_deadly_fall_is_no_way() {
    let answer = answer(&level(STOREYS), Some(2), 1, Objective::Fewest);
    assert!(matches!(answer.verdict, Conclusion::Unsolvable { tokens: 2 }), "{answer:?}");
    assert!(answer.tally.states < 1_000_000, "{answer:?}");
}
