//! The solver: its answers, and that no reduction loses a play.

mod command;
mod courses;
mod plays;
mod shipped;
mod small;

use std::num::NonZero;
use std::sync::atomic::{AtomicU64, Ordering};

use leveret::level::{Level, sets};
use leveret::play::Player;
use leveret::sim::{Ability, Cell, Order};
use leveret::solve::{
    Advice, Conclusion, Means, Monitor, NextToken, Objective, SearchResult, WinningPlay, advise, solve,
};

use small::{all_plays, small_level, tall_level};

/// Searches until the answer is sure, or so many states were made.
fn answer(level: &Level, tokens: Option<u32>, threads: usize, objective: Objective) -> SearchResult {
    let threads = NonZero::new(threads).expect("at least one thread");
    let means = Means { tokens, memory: 1 << 24, threads, objective };
    solve(&level.world(), means, &Monitor::new(&|| false, &|_| ()))
}

fn ways(answer: SearchResult) -> Vec<WinningPlay> {
    match answer.verdict {
        Conclusion::Solved(ways) => ways,
        Conclusion::Unsolvable { .. } | Conclusion::Unknown { .. } => Vec::new(),
    }
}

fn level(text: &str) -> Level {
    Level::from_rel(text, "test.rel").expect("the level can be read")
}

/// Two floors to dig through, and a wall to bash.
const SHAFT: &str = "\
:num_rabbits=3
:num_to_save=3
:dig=4
:bash=2
:climb=1
:rabbit_delay=2
M  Q     M
M        M
M########M
M        M
M########M
M     #  M
M     # OM
MMMMMMMMMM
";

#[test]
fn the_fewest_tokens_are_found_and_proved() {
    let level = level(SHAFT);
    let answer = answer(&level, None, 1, Objective::Fewest);
    let found = ways(answer.clone());
    let [way] = &found[..] else { panic!("{answer:?}") };
    assert_eq!((way.tokens, answer.refuted), (2, Some(1)), "{way:?}");
    assert!(way.is_proved(&level));
}

#[test]
fn all_ways_with_the_fewest_tokens_win() {
    let level = level(SHAFT);
    let found = ways(answer(&level, None, 2, Objective::AllFewest));
    assert!(found.len() > 1);
    assert!(found.iter().all(|way| way.tokens == 2 && way.is_proved(&level)), "{found:?}");
}

#[test]
fn too_few_tokens_are_proved_to_be_too_few() {
    let level = level(SHAFT);
    let answer = answer(&level, Some(1), 1, Objective::Fewest);
    assert!(matches!(answer.verdict, Conclusion::Unsolvable { tokens: 1 }), "{answer:?}");
}

#[test]
fn a_level_that_wins_itself_needs_no_token() {
    let level = level(":num_rabbits=1\n:num_to_save=1\n:dig=1\nQ    \n    O\n#####\n");
    let found = ways(answer(&level, None, 1, Objective::Fewest));
    assert_eq!(found.iter().map(|way| way.tokens).collect::<Vec<_>>(), [0]);
}

#[test]
fn whoever_never_leaves_is_blown_up_when_enough_are_saved() {
    let level = level(":num_rabbits=0\n:num_to_save=1\n:block=1\nr     O\n#######\n  #j # \n#######\n");
    let found = ways(answer(&level, None, 1, Objective::Fewest));
    assert!(found[0].is_proved(&level), "{found:?}");
}

#[test]
fn the_answer_is_the_same_for_any_number_of_threads() {
    for objective in [Objective::Fewest, Objective::AllFewest] {
        let one = answer(&level(SHAFT), None, 1, objective);
        for threads in [2, 5] {
            let many = answer(&level(SHAFT), None, threads, objective);
            assert_eq!(ways(many.clone()), ways(one.clone()));
            assert_eq!(many.tally.states, one.tally.states);
        }
    }
}

#[test]
fn a_search_that_is_stopped_says_what_it_has() {
    let means = Means { tokens: None, memory: 1 << 20, threads: NonZero::<usize>::MIN, objective: Objective::Fewest };
    let answer = solve(&level(SHAFT).world(), means, &Monitor::new(&|| true, &|_| ()));
    assert!(matches!(answer.verdict, Conclusion::Unknown { best: None }), "{answer:?}");
    assert_eq!(answer.refuted, None);
}

#[test]
fn a_full_table_costs_no_solution() {
    let means = Means { tokens: None, memory: 0, threads: NonZero::<usize>::MIN, objective: Objective::Fewest };
    let answer = solve(&level(SHAFT).world(), means, &Monitor::new(&|| false, &|_| ()));
    assert_eq!(answer.refuted, Some(1));
}

/// Whatever can be won by placing tokens anywhere at any time is won by the solver, with no more tokens; and what it
/// finds wins. Returns how many of the levels can be won with tokens, and how many cannot.
fn compare(levels: impl Iterator<Item = (u64, Level, u32)>) -> (u32, u32) {
    let (mut solvable, mut refuted) = (0, 0);
    for (seed, level, most) in levels {
        let fewest = all_plays(&level.world(), most);
        let answer = answer(&level, Some(most), 1, Objective::Fewest);
        let found = ways(answer.clone()).first().map(|way| (way.tokens, way.is_proved(&level)));
        match (fewest, found) {
            (_, Some((_, false))) => panic!("seed {seed}: {answer:?}"),
            (Some(fewest), found) => {
                solvable += u32::from(fewest > 0);
                assert!(found.is_some_and(|(tokens, _)| tokens <= fewest), "seed {seed}: {fewest} and {answer:?}");
            }
            (None, Some(_)) => {}
            (None, None) => refuted += 1,
        }
    }
    (solvable, refuted)
}

#[test]
fn no_reduction_loses_a_play() {
    // In the last one a rabbit becomes a blocker as it enters an exit.
    let seeds = (0..600).chain([1878]);
    let levels = seeds.map(|seed| (seed, small_level(seed), if seed % 10 == 0 { 2 } else { 1 }));
    let (solvable, refuted) = compare(levels);
    assert!(solvable >= 20 && refuted >= 20, "{solvable} of the levels can be won with tokens, {refuted} cannot");
}

#[test]
fn no_reduction_loses_a_play_among_deadly_falls() {
    // In the last one a blocker learns to climb in the one step between two that are alike.
    let seeds = (0..500).chain([5794]);
    let (solvable, refuted) = compare(seeds.map(|seed| (seed, tall_level(seed), 1)));
    assert!(solvable >= 10 && refuted >= 10, "{solvable} of the levels can be won with tokens, {refuted} cannot");
}

#[test]
fn advice_leads_from_the_middle_of_a_play_to_its_end() {
    let mut player = Player::new(level(SHAFT).world());
    player.advance_to(3);
    let mut dropped = Vec::new();
    while let Advice::Drop(NextToken { ability, cell, wait, more, .. }) = advise(player.world(), 1_000_000, &|| false) {
        player.advance_to(player.step() + wait);
        player.order(Order::Place(ability, cell)).expect("it can be dropped");
        player.advance();
        dropped.push((ability, more));
    }
    assert_eq!(dropped, [(Ability::Dig, 1), (Ability::Dig, 0)]);
    assert_eq!(advise(player.world(), 1_000_000, &|| false), Advice::Wait { explode_after: None });
}

#[test]
fn advice_knows_when_nothing_helps_and_when_it_does_not_know() {
    let mut player = Player::new(level(SHAFT).world());
    for _ in 0..3 {
        player.order(Order::Place(Ability::Dig, Cell::new(4, 1))).expect("there are four");
    }
    player.advance_to(60);
    assert_eq!(advise(player.world(), 10_000_000, &|| false), Advice::CannotBeWon);
    let start = level(SHAFT).world();
    assert_eq!(advise(&start, 10, &|| false), Advice::Unknown);
    assert_eq!(advise(&start, 1_000_000, &|| true), Advice::Unknown);
}

/// Six tokens that only together save anybody: a search of all plays with so many would take years.
#[test]
fn many_tokens_are_found_without_trying_all_plays() {
    let shipped = sets().iter().flat_map(|set| &set.levels).find(|level| level.path.ends_with("10-the-castle.ron"));
    let level = &shipped.expect("the level is shipped").level;
    let means = Means { tokens: None, memory: 1 << 24, threads: NonZero::<usize>::MIN, objective: Objective::Fewest };
    // Asked in each step: so the search is bounded by its work and not by a clock.
    let asked = AtomicU64::new(0);
    let is_over = || asked.fetch_add(1, Ordering::Relaxed) > 2_000_000;
    let found = ways(solve(&level.world(), means, &Monitor::new(&is_over, &|_| ())));
    assert!(found.first().is_some_and(|way| way.tokens <= 6 && way.is_proved(level)), "{found:?}");
}
