//! Replays as short texts: there and back, through forums and chats, and damaged.

use leveret::level::{At, Ending, Level, sets};
use leveret::play::{Fingerprint, LevelMatch, PartingReason, Player, Replay, ReplayFault, replays_in};
use leveret::sim::{Ability, Cell, Order, Outcome};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const FLOOR: &str = "Level(name: \"Floor\", rabbits: 1, tokens: { dig: 2 }, map: [
    \"M Q     M\", \"M       M\", \"M#######M\", \"M      OM\", \"MMMMMMMMM\",
])";

fn floor(text: &str) -> Level {
    Level::from_ron(text, "floor.ron").expect("a level")
}

fn replay_of(level: &Level, orders: Vec<At>) -> Replay {
    let mut player = Player::following(level.world(), orders);
    player.advance_to(500);
    Replay::of(level, &player)
}

fn won() -> Replay {
    replay_of(&floor(FLOOR), vec![At { step: 2, order: Order::Place(Ability::Dig, Cell::new(4, 1)) }])
}

fn only(text: &str) -> Result<Replay, ReplayFault> {
    let mut found = replays_in(text);
    assert_eq!(found.len(), 1, "{text}");
    found.remove(0)
}

fn orders() -> impl Strategy<Value = Vec<At>> {
    let place = (select(&Ability::ALL[..]), 0..300_i32, 0..300_i32)
        .prop_map(|(ability, x, y)| Order::Place(ability, Cell::new(x, y)));
    let order = prop_oneof![20 => place, 1 => Just(Order::ExplodeAll)];
    vec((0..2000_u32, order), 0..20).prop_map(|orders| {
        let mut orders: Vec<At> = orders.into_iter().map(|(step, order)| At { step, order }).collect();
        orders.sort_by_key(|at| at.step);
        orders
    })
}

fn replay() -> impl Strategy<Value = Replay> {
    let ends = select(vec![None, Some(Ending::Won), Some(Ending::Lost)]);
    (orders(), 0..100_000_u32, ends, 0..60_usize).prop_map(|(orders, steps, ends, level)| {
        let levels: Vec<&Level> = sets().iter().flat_map(|set| &set.levels).map(|shipped| &shipped.level).collect();
        Replay { level: Fingerprint::of(levels[level]), orders, steps, ends }
    })
}

proptest! {
    #[test]
    fn a_text_gives_the_replay_that_it_was_made_of(replay in replay()) {
        prop_assert_eq!(only(&replay.to_text()), Ok(replay));
    }

    /// As after a chat, a forum's quotation, and a mail.
    #[test]
    fn it_survives_what_is_put_around_and_between(replay in replay(), width in 4..30_usize, low in any::<bool>()) {
        let text = replay.to_text();
        let text = if low { text.to_lowercase() } else { text };
        let letters: Vec<char> = text.chars().collect();
        let (head, body) = letters.split_at(4);
        let lines: Vec<String> = body.chunks(width).map(|line| line.iter().collect()).collect();
        let head: String = head.iter().collect();
        for between in ["\n> ", "\r\n> > | ", " ", "-\n", "\u{200b}", "\n&gt; "] {
            let wrapped = format!("have you seen this? **`{head}{}`** \"LV\" it is mine", lines.join(between));
            prop_assert_eq!(only(&wrapped), Ok(replay.clone()), "{}", wrapped);
        }
    }

    /// Every one of its characters, changed to any other: it is refused, or no replay is seen, or it reads as it was meant.
    #[test]
    fn every_single_changed_character_is_found(replay in replay(), letter in "[0-9A-Za-z!äß .-]", cut in any::<bool>()) {
        let text = replay.to_text();
        for at in 0..text.len() {
            let letter = if cut { "" } else { &letter };
            let damaged = format!("{}{letter}{} and more words", &text[..at], &text[at + 1..]);
            for found in replays_in(&damaged).into_iter().flatten() {
                prop_assert_eq!(&found, &replay, "{} from {}", damaged, text);
            }
        }
    }

    /// Two neighbours that have changed places.
    #[test]
    fn exchanged_neighbours_are_found(replay in replay()) {
        let letters: Vec<char> = replay.to_text().chars().collect();
        for at in 4..letters.len() - 1 {
            let mut damaged = letters.clone();
            damaged.swap(at, at + 1);
            let damaged: String = damaged.into_iter().collect();
            for found in replays_in(&damaged).into_iter().flatten() {
                prop_assert_eq!(&found, &replay, "{}", damaged);
            }
        }
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in "(LV1-|lv1-|[0-9A-Z]{0,9}|.){0,40}") {
        let _ = replays_in(&text);
    }
}

#[test]
fn a_damaged_text_is_answered_with_what_is_wrong() {
    let text = won().to_text();
    assert_eq!(only(&text[..text.len() - 3]), Err(ReplayFault::Short(text.len() - 7)));
    let position = text.find(&text[9..10]).expect("it is there") - 3;
    for stray in ['U', 'u'] {
        let damaged = text.replacen(&text[9..10], &stray.to_string(), 1);
        assert_eq!(only(&damaged), Err(ReplayFault::Stray(stray, position)), "as it was typed");
    }
    assert_eq!(only(&text.replacen("LV1", "LV7", 1)), Err(ReplayFault::Later("7".to_owned())));
    let last = if text.ends_with('0') { "1" } else { "0" };
    assert_eq!(only(&format!("{}{last}", &text[..text.len() - 1])), Err(ReplayFault::Check));
    assert_eq!(replays_in("LV1 is no replay, and neither are XLV1-00, LVX-1 and LV-"), []);
    assert_eq!(replays_in(&format!("LV{}-0", "1".repeat(900_000))), []);
}

#[test]
fn many_replays_of_one_text_come_in_their_order() {
    let (one, other) = (won(), replay_of(&floor(FLOOR), Vec::new()));
    let text = format!("first: {}\nthen LV1-? then {}.", one.to_text(), other.to_text());
    assert_eq!(replays_in(&text), [Ok(one.clone()), Err(ReplayFault::Short(0)), Ok(other.clone())]);

    // One that was cut off takes nothing from the next.
    let (one, cut) = (one.to_text(), one.to_text().len() - 3);
    let text = format!("{} {}", &one[..cut], other.to_text());
    assert_eq!(replays_in(&text), [Err(ReplayFault::Short(cut - 4)), Ok(other)]);
}

/// The text as players have it: it must never change, or what they have kept cannot be read.
#[test]
fn the_text_is_stable() {
    assert_eq!(won().to_text(), "LV1-ZEXTCYG0B98009HB4P830N6X");
}

#[test]
fn the_key_is_of_what_the_rules_see() {
    let key = Fingerprint::of(&floor(FLOOR));
    let again = FLOOR.replace("tokens", "about: \"new words\",\n   // A comment.\n tokens");
    assert_eq!(Fingerprint::of(&floor(&again)), key);
    let through_rel = Level::from_rel(&floor(FLOOR).to_rel(), "floor.rel").expect("a level");
    assert_eq!(Fingerprint::of(&through_rel), key);
    for (from, to) in
        [("dig: 2", "dig: 3"), ("M Q     M", "M  Q    M"), ("rabbits: 1", "rabbits: 2"), ("#######", "## ####")]
    {
        let changed = Fingerprint::of(&floor(&FLOOR.replace(from, to)));
        assert_eq!(key.fit(changed), Some(LevelMatch::Changed), "{to}");
    }
    let renamed = Fingerprint::of(&floor(&FLOOR.replace("Floor", "Roof")));
    assert_eq!(key.fit(renamed), Some(LevelMatch::Same));
    assert_eq!(key.fit(Fingerprint::of(&sets()[0].levels[0].level)), None);
}

#[test]
fn no_two_shipped_levels_have_the_same_key() {
    let levels = || sets().iter().flat_map(|set| &set.levels);
    for (index, one) in levels().enumerate() {
        for other in levels().skip(index + 1) {
            let same = Fingerprint::of(&one.level).fit(Fingerprint::of(&other.level)) == Some(LevelMatch::Same);
            assert!(!same, "{} and {}", one.path, other.path);
        }
    }
}

#[test]
fn a_replay_of_another_version_is_played_as_far_as_it_goes() {
    let parting = |from: &str, to: &str| {
        let replayed = won().play(&floor(&FLOOR.replace(from, to)));
        (replayed.parting.map(|parting| parting.reason), replayed.player.world().outcome())
    };
    assert_eq!(parting("Floor", "Roof"), (None, Outcome::Won));
    let (reason, _) = parting("dig: 2", "bash: 2");
    assert!(matches!(reason, Some(PartingReason::Refused(1, _))), "{reason:?}");
    let (reason, _) = parting("rabbits: 1", "rabbits: 2, save: 2");
    assert_eq!(reason, Some(PartingReason::Otherwise(Outcome::Running)));
    let (reason, outcome) = parting("M      OM", "M       M");
    assert_eq!((reason, outcome), (Some(PartingReason::Otherwise(Outcome::Running)), Outcome::Running));
}

/// The shipped levels' solutions as texts: all are read back, and win; ten tokens take about sixty characters.
#[test]
fn the_solutions_of_all_levels_are_short() {
    let mut lengths = Vec::new();
    for shipped in sets().iter().flat_map(|set| &set.levels) {
        for solution in &shipped.level.solutions {
            let played = solution.play(&shipped.level).expect("a list of orders");
            let mut player = Player::following(shipped.level.world(), played.orders);
            player.advance_to(played.steps);
            let replay = Replay::of(&shipped.level, &player);
            let text = replay.to_text();
            assert_eq!(only(&text), Ok(replay.clone()));
            assert_eq!(replay.play(&shipped.level).parting, None, "{}", shipped.path);
            lengths.push((replay.orders.len(), text.len(), shipped.path));
        }
    }
    lengths.sort();
    let total: usize = lengths.iter().map(|(_, length, _)| length).sum();
    println!("{} texts, {} characters on average: {lengths:?}", lengths.len(), total / lengths.len());
    for (orders, length, path) in lengths {
        assert!(length <= 30 + 4 * orders, "{path}: {length} characters for {orders} orders");
    }
}
