//! Playing levels: the only module that drives a world.
//!
//! [`Player`] gives orders and makes steps, for the game and for every tool. On it are built the play of a solution
//! ([`Solution::play`](crate::level::Solution::play)), scripts in Rabbit Escape's language ([`Script`]), the
//! [`Timeline`] on which a play goes back and forth, the [`Replay`] with its short text, and two more texts: the orders
//! file ([`read_orders`]) and the [`Trace`] of a play. A copy of a player looks ahead: [`TokenSearch`], [`Pursuit`],
//! [`saved_in_the_end`].
//!
//! ```
//! use leveret::level::Level;
//! use leveret::sim::Outcome;
//!
//! let text = r##"Level(
//!     rabbits: 1,
//!     tokens: { dig: 1 },
//!     map: [
//!         "M Q     M",
//!         "M       M",
//!         "M#######M",
//!         "M      OM",
//!         "MMMMMMMMM",
//!     ],
//!     solutions: [
//!         Solution(ends: Won, orders: [At(2, dig, (4, 1))]),
//!     ],
//! )"##;
//! let level = Level::from_ron(text, "floor.ron")?;
//! let playthrough = level.solutions[0].play(&level).expect("a list of orders");
//! assert_eq!(playthrough.failure, None);
//! assert_eq!(playthrough.world.outcome(), Outcome::Won);
//! # Ok::<(), leveret::level::LevelError>(())
//! ```

mod bits;
mod fingerprint;
mod foresight;
mod losses;
mod orders;
mod player;
mod playthrough;
mod replay;
mod script;
mod script_run;
mod share;
mod solution;
mod time_steps;
mod timeline;
mod trace;

pub use fingerprint::{Fingerprint, LevelMatch};
pub use foresight::{
    Fall, FallEnd, Horizon, Pursuit, Seen, TokenFate, TokenSearch, Way, WayEnd, most_saved, no_order_is_left,
    saved_in_the_end,
};
pub use losses::Loss;
pub use orders::{OrderFault, read_orders, write_orders};
pub use player::{Halt, OrderAnswer, Player};
pub use playthrough::{Playthrough, Reason, SolutionFailure};
pub use replay::{Parting, PartingReason, Replay, Replayed, end_words};
pub use script::{Script, ScriptAction, ScriptCommand, ScriptFault};
pub use share::{ReplayFault, replays_in};
pub use solution::{first_to_show, solutions_for_rel};
pub use timeline::{Branch, Fate, MOST_LEFT, Mark, ShownPlay, Timeline};
pub use trace::Trace;
