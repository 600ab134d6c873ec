//! Plays as texts: orders files and scripts. What is read is written the same, and can be played.

use std::sync::LazyLock;

use leveret::level::Level;
use leveret::play::{Player, Script, read_orders, write_orders};

pub const ORDERS_WORDS: [&str; 11] =
    [" place ", "explode_all", "bash", "dig", "bridge", "block", "climb", "explode", "brolly", "# ", "\t"];

pub const SCRIPT_WORDS: [&str; 18] = [
    ";",
    "&",
    "until:",
    "WON",
    "LOST",
    "RUNNING",
    "PAUSED",
    "bash",
    "dig",
    "bridge",
    "block",
    "climb",
    "explode",
    "brolly",
    "(3,2)",
    "(0,0)",
    "until:WON",
    ";;;;",
];

/// A small level with everything in it, endless tokens, and a rabbit in a cage that keeps it running.
static LEVEL: LazyLock<Level> = LazyLock::new(|| {
    let text = r#"Level(
        rabbits: 3,
        tokens: { bash: -1, dig: -1, bridge: -1, block: -1, climb: -1, explode: -1, brolly: -1 },
        map: [
            "MMMMMMMMMMMM",
            "M r M Q    M",
            "MMMMM   /# M",
            "M  P   /#  M",
            "M t A  ### M",
            "M####   NNOM",
            "MMMMMMMMMMMM",
        ],
    )"#;
    Level::from_ron(text, "cage.ron").expect("a level")
});

pub fn orders(data: &[u8]) {
    match read_orders(&String::from_utf8_lossy(data)) {
        Ok(orders) => {
            assert_eq!(read_orders(&write_orders(&orders)).as_ref(), Ok(&orders));
            Player::following(LEVEL.world(), orders).advance_to(500);
        }
        Err(faults) => assert!(faults.iter().all(|fault| !fault.to_string().is_empty())),
    }
}

pub fn script(data: &[u8]) {
    match String::from_utf8_lossy(data).parse::<Script>() {
        Ok(script) => {
            assert_eq!(script.to_string().parse().as_ref(), Ok(&script));
            let played = script.play(LEVEL.world());
            assert!(played.failure.is_none_or(|failure| !failure.to_string().is_empty()));
        }
        Err(fault) => assert!(!fault.to_string().is_empty()),
    }
}
