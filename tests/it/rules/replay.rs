//! One play, pinned: if its trace changes, the rules have changed.

use leveret::level::Level;
use leveret::play::{Player, Trace};
use leveret::sim::{Ability, Cell, Order};

/// A bit of everything: rabbits, rabbots, slopes, bridges, water, fire, and tokens of all kinds.
const LEVEL: &str = r"
:num_rabbits=12
:num_to_save=2
:rabbit_delay=3,1,2
:bash=5
:dig=5
:bridge=5
:block=5
:climb=5
:explode=5
:brolly=5
#Q          /\      #
#          /##\   c #
#\  b  i  /####\#####
####################t
#     #N  ## P   #  #
#O    (   /#     )  #
#######(  ##  ####\ #
#    y  )/##   A ####
##\     ####  #/   O#
####   k    l  #   M#
#      ######   #####
####\#/ d      /\   #
#####################
";

/// Steps at most.
const STEPS: u32 = 120;

/// FNV-1a of the whole trace: a hash that never changes.
const DIGEST: u64 = 4_334_329_830_958_542_913;

#[test]
fn a_play_ends_as_it_always_did() {
    let level = Level::from_rel(LEVEL.trim_start(), "pinned.rel").expect("the level can be read");
    let mut player = Player::new(level.world());
    let mut trace = Trace::new();
    let mut text = trace.begin(&level, "pinned", "all", player.world());
    while player.is_running() && player.step() < STEPS {
        let (step, world) = (player.step() as i32, player.world());
        let ability = Ability::ALL[step as usize % Ability::ALL.len()];
        let cell = Cell::new((step * 7) % world.width(), (step * 5) % world.height());
        // The answer is part of the trace.
        let _ = player.order(Order::Place(ability, cell));
        text += &trace.answers(player.answers());
        player.advance();
        text += &trace.step(player.world());
    }
    let digest = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |digest, byte| (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    assert_eq!(digest, DIGEST, "the play ends with\n{}", text.lines().last().unwrap_or_default());
}
