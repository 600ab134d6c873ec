//! What the solver knows of the play: whether it can still be won, and by which token next.
//!
//! A search from the present runs in the background whenever nothing is known of it: at the beginning, after an order,
//! after going back, and, after a rest, when the moment of the token that was found has passed. What it finds holds for
//! a while: a play that cannot be won is lost for good, and one that can be won by a token in ten steps can be won
//! until then.

use super::cell_words::token_name;
use super::fate_words::taker;
use crate::level::At;
use crate::play::{Player, no_order_is_left};
use crate::screens::attempt::{Attempt, Credit, Guide};
use crate::screens::effect::{Effect, SearchEffort};
use crate::screens::texts::Texts;
use crate::sim::World;
use crate::solve::Advice;

/// Steps after which a search that has found nothing, or has not ended, is begun again.
const STALE: u32 = 50;

/// Steps between the beginnings of two searches that nobody has asked for: who lets the moments of one found token
/// after the other pass does not pay for a search each step. At the usual speed that is three or four seconds.
const REST: u32 = 5;

/// The last search, and what was found out by it and those before.
#[derive(Debug, Clone, Default)]
pub struct KnownAdvice {
    asked: Option<AskedAdvice>,
    /// The last moment of which it is known that the play can be won.
    open: Option<OrderedMoment>,
    /// From here on it cannot.
    lost: Option<OrderedMoment>,
}

#[derive(Debug, Clone)]
struct AskedAdvice {
    moment: OrderedMoment,
    world: Box<World>,
    effort: SearchEffort,
    /// None while the search runs.
    advice: Option<Advice>,
}

/// A moment of a play, by the orders that led to it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct OrderedMoment {
    orders: Vec<At>,
    step: u32,
}

impl OrderedMoment {
    fn of(player: &Player) -> OrderedMoment {
        OrderedMoment { orders: player.orders().to_vec(), step: player.step() }
    }

    /// Whether the play has come through this moment.
    fn leads_to(&self, player: &Player) -> bool {
        let later = player.orders().strip_prefix(&self.orders[..]);
        player.step() >= self.step && later.is_some_and(|later| later.iter().all(|at| at.step >= self.step))
    }
}

impl AskedAdvice {
    /// The steps since it was asked, if only time has passed.
    fn age(&self, player: &Player) -> Option<u32> {
        player.step().checked_sub(self.moment.step).filter(|_| player.orders() == self.moment.orders)
    }

    /// Whether it says something of the present, or is about to.
    fn covers(&self, player: &Player) -> bool {
        self.age(player).is_some_and(|passed| match self.advice {
            None | Some(Advice::Unknown) => passed < STALE,
            Some(Advice::Drop(next)) => passed <= next.wait,
            Some(Advice::Wait { .. } | Advice::CannotBeWon) => true,
        })
    }
}

impl KnownAdvice {
    /// Whether searches make sense: not while a solution plays itself, which the player may have taken over since, and
    /// not when the rest of the play is known anyway.
    pub fn is_wanted(attempt: &Attempt) -> bool {
        let goes_on = attempt.guide != Guide::Off || attempt.timeline.player().is_following();
        let plays_itself = matches!(attempt.credit(), Credit::Shown(_)) && goes_on;
        !plays_itself && !no_order_is_left(attempt.world())
    }

    /// Asks for a search from the present, if nothing is known of it that was found with as much effort.
    pub fn update(&mut self, attempt: &Attempt, effort: SearchEffort) -> Option<Effect> {
        let player = attempt.timeline.player();
        if !KnownAdvice::is_wanted(attempt) || self.is_lost(player) {
            return None;
        }
        let is_answered = |asked: &AskedAdvice| {
            asked.covers(player) && (asked.effort >= effort || asked.advice != Some(Advice::Unknown))
        };
        let rests = |asked: &AskedAdvice| {
            effort == SearchEffort::Brief && asked.age(player).is_some_and(|passed| passed < REST)
        };
        if self.asked.as_ref().is_some_and(|asked| is_answered(asked) || rests(asked)) {
            return None;
        }
        let world = Box::new(player.world().clone());
        self.asked =
            Some(AskedAdvice { moment: OrderedMoment::of(player), world: world.clone(), effort, advice: None });
        Some(Effect::Advise(world, effort))
    }

    /// Takes in what was found from this world on.
    pub fn answer(&mut self, world: &World, advice: Advice) {
        let Some(asked) = self.asked.as_mut().filter(|asked| *asked.world == *world) else { return };
        asked.advice = Some(advice);
        let at = |step: u32| OrderedMoment { step, ..asked.moment.clone() };
        match advice {
            Advice::Drop(next) => self.open = Some(at(asked.moment.step + next.wait)),
            Advice::Wait { .. } => self.open = Some(at(asked.moment.step)),
            Advice::CannotBeWon => self.lost = Some(at(asked.moment.step)),
            Advice::Unknown => {}
        }
    }

    /// Whether no play wins from here: all were searched.
    pub fn is_lost(&self, player: &Player) -> bool {
        self.lost.as_ref().is_some_and(|lost| lost.leads_to(player))
    }

    /// The last step of the play at which it could be won for sure.
    pub fn last_open(&self, player: &Player) -> Option<u32> {
        self.open.as_ref().filter(|open| open.leads_to(player)).map(|open| open.step)
    }

    /// The same, if only time has passed since.
    pub fn open_until(&self, player: &Player) -> Option<u32> {
        self.last_open(player).filter(|_| self.open.as_ref().is_some_and(|open| open.orders == player.orders()))
    }

    /// What to do next, for one who asks.
    pub fn words(&self, player: &Player, texts: &Texts) -> String {
        let texts_of_advice = &texts.advice;
        if self.is_lost(player) {
            return texts_of_advice.cannot_be_won.to_owned();
        }
        let asked = self.asked.as_ref().filter(|asked| asked.covers(player));
        let passed = asked.map_or(0, |asked| player.step() - asked.moment.step);
        match asked.and_then(|asked| Some((asked.advice?, asked.effort))) {
            None | Some((Advice::Unknown, SearchEffort::Brief)) => texts_of_advice.searching.to_owned(),
            Some((Advice::Unknown, SearchEffort::Thorough)) => texts_of_advice.nothing_found.to_owned(),
            Some((Advice::CannotBeWon, _)) => texts_of_advice.cannot_be_won.to_owned(),
            Some((Advice::Wait { explode_after: None }, _)) => texts_of_advice.wait.to_owned(),
            Some((Advice::Wait { explode_after: Some(steps) }, _)) => {
                (texts_of_advice.explode_after)(steps.saturating_sub(passed))
            }
            Some((Advice::Drop(next), _)) => {
                let (token, who) = (token_name(next.ability, texts), taker(player.world(), next.taker, texts));
                (texts_of_advice.drop)(token, (next.cell.x, next.cell.y), next.wait - passed, &who)
            }
        }
    }
}
