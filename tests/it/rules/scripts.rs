//! The language of solutions, and the file of orders.

use leveret::level::{At, Level, Solution};
use leveret::play::{OrderFault, Playthrough, Reason, Script, ScriptCommand, ScriptFault, read_orders, write_orders};
use leveret::sim::{Ability, Cell, Order, Outcome, Refusal};

/// A rabbit five steps from its exit, and a token to kill it before.
const LEVEL: &str = "r   O\n#####\n:num_rabbits=0\n:explode=1\n";

fn play(script: &str) -> Playthrough {
    script.parse::<Script>().expect("the script can be read").play(level().world())
}

fn level() -> Level {
    Level::from_rel(LEVEL, "test.rel").expect("the level can be read")
}

fn reason(script: &str) -> Option<Reason> {
    play(script).failure.map(|failure| failure.reason)
}

#[test]
fn scripts_are_written_as_they_are_read() {
    for text in ["", ";;", "4", "bash&(1,2)", "dig;(0,0)&(1,0);7;until:LOST", "WON;RUNNING;until:PAUSED;brolly"] {
        assert_eq!(text.parse::<Script>().expect(text).to_string(), text);
    }
    assert_eq!("1".parse::<Script>().unwrap().to_string(), "");
    assert_eq!("&dig&&(1,1)&".parse::<ScriptCommand>().unwrap().to_string(), "dig&(1,1)");
}

#[test]
fn what_is_no_action_is_refused() {
    for text in ["walk", " 4", "-1", "(1, 2)", "(1,2", "until:won", "Dig", "99999999999", "until:"] {
        assert_eq!(text.parse::<Script>(), Err(ScriptFault::InvalidAction(text.to_owned())));
    }
    let mixed = "4&dig";
    assert_eq!(mixed.parse::<Script>(), Err(ScriptFault::WaitActionInMultiActionCommand(mixed.to_owned())));
}

#[test]
fn as_many_waits_as_steps() {
    assert_eq!(reason("5"), None);
    assert_eq!(play("5;WON").steps, 5);
    assert_eq!(reason("4"), Some(Reason::DidNotWin(Outcome::Running)));
    assert_eq!(play(";;;;").steps, 5);
    assert_eq!(reason("4;RUNNING"), None);
    assert_eq!(reason("4;LOST"), Some(Reason::UnexpectedState { expected: Outcome::Lost, found: Outcome::Running }));
}

#[test]
fn waiting_on_does_no_harm_but_acting_does() {
    assert_eq!(reason("50"), None);
    assert_eq!(reason("50;explode"), Some(Reason::RanPastEnd));
}

/// The next command is read before the step is made, so the end is noticed one step later; that step is not made.
#[test]
fn until_looks_one_step_late_and_stops_with_the_level() {
    assert_eq!((play("until:WON").steps, reason("until:WON")), (5, None));
    assert_eq!((play("until:WON;3").steps, reason("until:WON;3")), (5, None));
    assert_eq!((play("until:WON;WON").steps, reason("until:WON;WON")), (5, None));
    assert_eq!(reason("until:WON;explode"), Some(Reason::RanPastEnd));
    assert!(matches!(reason("until:LOST"), Some(Reason::UnexpectedState { .. })));
}

/// After that the level counts as endless.
#[test]
fn until_waits_for_a_thousand_steps_and_one() {
    let waited = |steps: usize| {
        let text = format!("r{}O\n{}\n:num_rabbits=0\n", " ".repeat(steps - 2), "#".repeat(steps));
        let level = Level::from_rel(&text, "test.rel").expect("the level can be read");
        let play = "until:WON".parse::<Script>().unwrap().play(level.world());
        (play.steps, play.failure.map(|failure| failure.reason))
    };
    assert_eq!(waited(1001), (1001, None));
    assert_eq!(waited(1002), (1001, Some(Reason::UntilActionNeverEnded)));
}

/// With the saved state of rabbits and entrances. Rabbit Escape drops that first, and so tests a solution in another
/// world than the one that the player sees.
#[test]
fn solutions_run_on_the_world_as_loaded() {
    let steps = |text: &str| {
        let level = Level::from_rel(text, "test.rel").expect("the level can be read");
        let play = Solution::Script("until:WON".to_owned()).play(&level).expect("the script can be read");
        (play.steps, play.failure)
    };
    let climber = "  O\n*##\n###\n:*=r{Climbing.hasAbility:true,index:1}\n:num_rabbits=0\n";
    assert_eq!(steps(climber), (4, None));
    let entrance = "* \n O\n##\n:*=Q{Entrance.timeToNextRabbit:2}\n:num_rabbits=1\n";
    assert_eq!(steps(entrance), (5, None));
}

#[test]
fn tokens_act_in_the_step_that_follows() {
    let play = play("explode&(2,0);until:LOST");
    let order = Order::Place(Ability::Explode, Cell::new(2, 0));
    assert_eq!((play.failure, play.orders), (None, vec![At { step: 0, order }]));
    assert_eq!(reason("(2,0)"), Some(Reason::Refused(Refusal::NotOffered)));
    assert_eq!(reason("dig&(2,0)"), Some(Reason::Refused(Refusal::NotOffered)));
    assert_eq!(reason("explode&(2,0)&(2,0)"), Some(Reason::Refused(Refusal::NoneLeft)));
    assert_eq!(reason("explode&(9,9)"), Some(Reason::Refused(Refusal::Outside)));
    assert_eq!(reason("explode&(0,1)"), Some(Reason::Refused(Refusal::FlatBlock)));
}

#[test]
fn a_script_gives_orders() {
    let played = |text: &str| Solution::Script(text.to_owned()).play(&level());
    let order = Order::Place(Ability::Explode, Cell::new(2, 0));
    let playthrough = played("explode;(2,0);until:LOST").expect("the script can be read");
    assert_eq!((playthrough.failure, playthrough.orders), (None, vec![At { step: 1, order }]));
    assert!(played("3").expect("the script can be read").failure.is_some());
    assert!(played("what").is_err());
}

#[test]
fn orders_are_written_as_they_are_read() {
    let text = "0 place dig 3 -1\n4 explode_all\n";
    let orders = read_orders(&format!("# first\n\n{text}")).expect("the orders can be read");
    assert_eq!(orders[0], At { step: 0, order: Order::Place(Ability::Dig, Cell::new(3, -1)) });
    assert_eq!(write_orders(&orders), text);
    let late_first = read_orders("9 explode_all\n2 explode_all\n").expect("the orders can be read");
    assert_eq!(late_first.iter().map(|at| at.step).collect::<Vec<_>>(), [2, 9]);
}

#[test]
fn all_bad_orders_are_reported() {
    let faults = read_orders("1 place dog 3 4\n2 explode_all\nx explode_all\n3 jump\n").expect_err("three are bad");
    let lines: Vec<usize> = faults.iter().map(|fault: &OrderFault| fault.line).collect();
    assert_eq!(lines, [1, 3, 4]);
    assert_eq!(faults[0].to_string(), "cannot read order `1 place dog 3 4` in line 1: `dog` is no kind of token");
}
