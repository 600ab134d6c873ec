//! Bridging: three planks, three small steps each.

use super::play::play;

/// The first plank goes along, the others up.
#[test]
fn from_level_ground() {
    play(
        r"
        |      |
        |      |
        |      |
        |r i   |
        |###   |
        ",
    )
    .steps(2)
    .shows(
        r"
        |      |      |      |      |      |      |      |      |      |      |      |
        |      |      |      |      |      |      |     B|     [|     {|     r|     (|
        |      |      |      |    B |    [ |    { |    r |    r |    r |    ( |    ( |
        |  rB  |  r[  |  r{  |   r  |   r  |   r  |   (  |   (  |   (  |   (  |   (  |
        |###   |###   |###   |###   |###   |###   |###   |###   |###   |###   |###   |
        ",
    );
}

/// From a slope that leads up, the first plank goes one higher.
#[test]
fn up_from_a_slope() {
    play(
        r"
        |      |
        |      |
        |      |
        |      |
        |r*    |
        |##    |
        :*=/i
        ",
    )
    .steps(1)
    .shows(
        r"
        |      |      |      |      |      |      |      |      |      |     '|     r|
        |      |      |      |      |      |      |    B |    [ |    { |    r |    (f|
        |      |      |      |   B  |   [  |   {  |   r  |   r  |   r  |   (  |   ( f|
        |  B   |  [   |  {   |  r   |  r   |  r   |  (   |  (   |  (   |  (   |  (   |
        | r    | r    | r    | /    | /    | /    | /    | /    | /    | /    | /    |
        |##    |##    |##    |##    |##    |##    |##    |##    |##    |##    |##    |
        ",
    );
}

/// The first plank begins at the foot.
#[test]
fn from_a_downward_slope() {
    play(
        r"
        |      |
        |      |
        |r     |
        |#*    |
        |##   #|
        :*=\i
        ",
    )
    .steps(1)
    .shows(
        r"
        |      |      |      |      |      |      |
        |      |      |      |      |      |      |
        |      |      |      |   B  |   [  |   {  |
        |#rB   |#r[   |#r{   |#\r   |#\r   |#\r   |
        |##   #|##   #|##   #|##   #|##   #|##   #|
        ",
    );
}

/// A solid block above the first plank: the token is left alone.
#[test]
fn a_low_ceiling_stops() {
    play(
        r"
        |   # |
        |r i  |
        |#### |
        ",
    )
    .steps(1)
    .shows(
        r"
        |   # |   # |   # |   # |
        | r>  |  i> |  ir>|  i r|
        |#### |#### |#### |####f|
        ",
    );
}

/// Where the plank would go.
#[test]
fn a_blocker_stops() {
    play(
        r"
        |r i*  |
        |######|
        :*=rk
        ",
    )
    .steps(1)
    .shows(
        r"
        | r>H  |  ?H  | EjH  | ]jH  |
        |######|######|######|######|
        ",
    );
}

/// The second plank meets a wall.
#[test]
fn a_block_in_the_way_stops() {
    play(
        r"
        |    #|
        |    #|
        |r i  |
        |#####|
        ",
    )
    .steps(2)
    .shows(
        r"
        |    #|    #|    #|    #|    #|    #|
        |    #|    #|    #|    #|    #|    #|
        |  rB |  r[ |  r{ |   ? |  +j | <j( |
        |#####|#####|#####|#####|#####|#####|
        ",
    );
}
