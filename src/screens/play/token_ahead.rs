//! What becomes of a token in the cell under the pointer, and of the rabbit that takes it. Found out by playing copies
//! of the world ahead, a little in every turn, so that no frame waits for it.

use crate::play::{Horizon, Player, Pursuit, TokenFate, TokenSearch, Way};
use crate::scene::Trail;
use crate::sim::{Ability, Cell, Order, Refusal};

/// How far is looked for somebody who takes a token.
const TOKEN_HORIZON: Horizon = Horizon { steps: 300, work: 100_000 };

/// How far its taker is followed, at most, counted from now: through the longest tunnels.
const TAKER_HORIZON: Horizon = Horizon { steps: 500, work: 100_000 };

/// Steps of the taker that are shown after it took the token. It is seen to the end of its work or its fall.
const TAKER_STEPS: u32 = 12;

/// What becomes of a token, and of the rabbit that takes it.
#[derive(Debug, Clone)]
pub struct TokenAhead {
    pub fate: TokenFate,
    pub taker: Option<Taker>,
}

/// The rabbit that takes a token, and what it does from now on.
#[derive(Debug, Clone)]
pub struct Taker {
    pub index: i32,
    pub way: Way,
    pub trail: Trail,
}

/// How far it has been found out.
#[derive(Debug, Clone)]
pub enum TokenQuest {
    Searching(Box<TokenSearch>),
    Following { fate: TokenFate, index: i32, pursuit: Box<Pursuit>, trail: Trail },
    Found(TokenAhead),
}

impl TokenQuest {
    /// Begins with a token of this kind, dropped into this cell now.
    ///
    /// # Errors
    /// Why the world would refuse it.
    pub fn new(player: &Player, (ability, cell): (Ability, Cell)) -> Result<TokenQuest, Refusal> {
        TokenSearch::new(player, ability, cell, TOKEN_HORIZON).map(|search| TokenQuest::Searching(Box::new(search)))
    }

    /// Goes on for about so much work, in the unit of [`World::work`](crate::sim::World::work). The player and the
    /// token are those that it began with.
    pub fn advance(mut self, player: &Player, token: (Ability, Cell), work: u64) -> TokenQuest {
        let mut left = work;
        while left > 0 {
            let (next, spent) = self.step(player, token);
            self = next;
            left = left.saturating_sub(spent);
            if let TokenQuest::Found(_) = self {
                break;
            }
        }
        self
    }

    /// Plays one step, and tells the work of it.
    fn step(self, player: &Player, (ability, cell): (Ability, Cell)) -> (TokenQuest, u64) {
        match self {
            TokenQuest::Searching(mut search) => {
                let before = search.work();
                let fate = search.advance();
                let spent = search.work() - before;
                let next = match fate {
                    None => TokenQuest::Searching(search),
                    Some(fate @ TokenFate::Taken { index, steps, .. }) => {
                        let mut start = player.ahead(TAKER_HORIZON);
                        // It was not refused when the search began.
                        let _ = start.order(Order::Place(ability, cell));
                        let pursuit = Box::new(Pursuit::new(start, index, steps + TAKER_STEPS));
                        TokenQuest::Following { fate, index, pursuit, trail: Trail::default() }
                    }
                    Some(fate @ (TokenFate::Left { .. } | TokenFate::FallsOut { .. })) => {
                        TokenQuest::Found(TokenAhead { fate, taker: None })
                    }
                };
                (next, spent)
            }
            TokenQuest::Following { fate, index, mut pursuit, mut trail } => {
                if let Some(rabbit) = pursuit.rabbit() {
                    trail.extend(pursuit.step(), pursuit.world(), rabbit);
                }
                if !pursuit.goes_on() {
                    let taker = Some(Taker { index, way: pursuit.way(), trail });
                    return (TokenQuest::Found(TokenAhead { fate, taker }), 0);
                }
                let before = pursuit.work();
                pursuit.advance();
                let spent = pursuit.work() - before;
                (TokenQuest::Following { fate, index, pursuit, trail }, spent)
            }
            found @ TokenQuest::Found(_) => (found, 0),
        }
    }
}
