//! The proof: complete searches with no token, with one, with two and so on.

use super::exhaust::{Exhausted, Search};
use super::line::PlayLine;
use super::means::Means;
use super::monitor::Monitor;

/// Complete searches, one after another.
pub(super) struct Proof<'a> {
    start: PlayLine,
    means: Means,
    monitor: &'a Monitor<'a>,
    /// No play wins with at most so many tokens. None if that is not even known of none.
    pub(super) refuted: Option<u32>,
    /// The search with a token more; none once one of them had no memory for its lines.
    search: Option<Search<'a>>,
}

impl<'a> Proof<'a> {
    pub(super) fn new(start: PlayLine, means: Means, monitor: &'a Monitor<'a>) -> Proof<'a> {
        let search = Some(Search::new(monitor, means, start.clone(), 0));
        Proof { start, means, monitor, refuted: None, search }
    }

    /// Whether it cannot be continued.
    pub(super) fn is_stuck(&self) -> bool {
        self.search.is_none()
    }

    /// Goes on, with about so many steps for each number of tokens, until a play wins or none does with fewer than
    /// `until`.
    pub(super) fn search(&mut self, until: u32, steps: u64) -> Exhausted {
        let mut tokens = self.refuted.map_or(0, |refuted| refuted + 1);
        while tokens < until {
            let Some(search) = &mut self.search else { return Exhausted::GaveUp(Vec::new()) };
            match search.search(steps) {
                Exhausted::NoneWins => {
                    self.refuted = Some(tokens);
                    tokens += 1;
                    self.search = Some(Search::new(self.monitor, self.means, self.start.clone(), tokens));
                }
                Exhausted::GaveUp(won) => {
                    self.search = None;
                    return Exhausted::GaveUp(won);
                }
                over @ (Exhausted::Won(_) | Exhausted::Paused(_)) => return over,
            }
        }
        Exhausted::NoneWins
    }
}
