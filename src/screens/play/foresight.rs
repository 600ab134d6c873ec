//! What the play screen shows of the future: what becomes of a token in the cell under the pointer, and, while the game
//! is paused, the next steps of every rabbit.
//!
//! It is worked out at the end of a turn, by playing copies of the world ahead, and kept until the play, the cell or the
//! ability changes. Without a cell and without a pause there is nothing to work out.

use std::collections::BTreeMap;

use crate::level::At;
use crate::look::palette;
use crate::play::{FallEnd, Horizon, Player, TokenFate, Way, WayEnd};
use crate::scene::{
    Item, Landing, Point, Stroke, Trail, Verdict, draw_aim, draw_brackets, draw_end, draw_fall, draw_ghost,
    draw_trails, rabbit_motion,
};
use crate::screens::attempt::Attempt;
use crate::screens::context::Context;
use crate::sim::{Ability, Cell, Order, Refusal};

/// How far is looked for somebody who takes a token.
const TOKEN_HORIZON: Horizon = Horizon { steps: 300, work: 20_000 };

/// How far its taker is followed, at most, counted from now: through the longest tunnels.
const TAKER_HORIZON: Horizon = Horizon { steps: 500, work: 40_000 };

/// Steps of the taker that are shown after it took the token. It is seen to the end of its work or its fall.
const TAKER_STEPS: u32 = 12;

/// How far every rabbit is followed while the game is paused.
const PAUSED_HORIZON: Horizon = Horizon { steps: 10, work: 10_000 };

/// What is known of the future.
#[derive(Debug, Clone, Default)]
pub struct Foresight {
    token: Option<Known<(Ability, Cell), Result<TokenAhead, Refusal>>>,
    trails: Option<Known<(), Vec<Trail>>>,
}

/// What was found out about a subject at a moment of the play.
#[derive(Debug, Clone)]
struct Known<S, A> {
    subject: S,
    moment: Moment,
    answer: A,
}

/// A moment of a play. All that happens after it is known from the orders given before it, and those that are queued.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Moment {
    step: u32,
    orders: Vec<At>,
    is_following: bool,
}

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
    trail: Trail,
}

impl Foresight {
    /// Works out what is to be shown now.
    pub fn update(&mut self, attempt: &Attempt, target: Option<Cell>) {
        let player = &attempt.player;
        let subject = attempt.ability.zip(target);
        self.token = subject.map(|subject| {
            let known = self.token.take().filter(|known| known.is_about(&subject, player));
            known.unwrap_or_else(|| Known::now(subject, player, TokenAhead::of(player, subject)))
        });
        let is_paused = attempt.playback.paused && player.is_running();
        self.trails = is_paused.then(|| {
            let known = self.trails.take().filter(|known| known.is_about(&(), player));
            known.unwrap_or_else(|| Known::now((), player, trails(player)))
        });
    }

    /// What becomes of the token under the pointer.
    pub fn token(&self) -> Option<&Result<TokenAhead, Refusal>> {
        self.token.as_ref().map(|known| &known.answer)
    }

    /// Draws all of it over the board.
    pub fn draw(&self, attempt: &Attempt, context: &Context, items: &mut Vec<Item>) {
        let camera = attempt.framing.camera();
        let style = (context.layout.palette(), camera);
        let phase = attempt.shown_phase(context);
        if let Some(known) = &self.trails {
            draw_trails(&known.answer, phase, (Stroke::Dotted, palette::WAY), camera, items);
        }
        let Some(Known { subject: (ability, cell), answer, .. }) = &self.token else { return };
        let landing = match answer {
            Err(_) => Landing::Refused,
            Ok(TokenAhead { fate: TokenFate::Taken { cell, .. }, .. }) => Landing::Taken(*cell),
            Ok(TokenAhead { fate: TokenFate::Left { cell, .. }, .. }) => Landing::Left(*cell),
            Ok(TokenAhead { fate: TokenFate::FallsOut { .. }, .. }) => Landing::Lost,
        };
        let taker = answer.as_ref().ok().and_then(|ahead| ahead.taker.as_ref());
        if let Some(taker) = taker {
            for (cell, block) in &taker.way.works {
                draw_ghost(*cell, *block, camera, items);
            }
        }
        draw_aim(attempt.world(), (*ability, *cell, landing), style, items);
        if let Some(taker) = taker {
            taker.draw(attempt, phase, context, items);
        }
    }
}

impl<S: PartialEq, A> Known<S, A> {
    fn now(subject: S, player: &Player, answer: A) -> Known<S, A> {
        let (step, orders, is_following) = (player.step(), player.orders().to_vec(), player.is_following());
        Known { subject, moment: Moment { step, orders, is_following }, answer }
    }

    fn is_about(&self, subject: &S, player: &Player) -> bool {
        let Moment { step, orders, is_following } = &self.moment;
        self.subject == *subject
            && (*step, *is_following) == (player.step(), player.is_following())
            && orders == player.orders()
    }
}

impl TokenAhead {
    fn of(player: &Player, (ability, cell): (Ability, Cell)) -> Result<TokenAhead, Refusal> {
        let fate = player.foresee_token(ability, cell, TOKEN_HORIZON)?;
        let taker = match fate {
            TokenFate::Taken { index, steps, .. } => {
                let mut ahead = player.ahead(TAKER_HORIZON);
                ahead.order(Order::Place(ability, cell))?;
                let mut trail = Trail::default();
                let way =
                    ahead.follow(index, steps + TAKER_STEPS, |step, world, rabbit| trail.extend(step, world, rabbit));
                Some(Taker { index, way, trail })
            }
            TokenFate::Left { .. } | TokenFate::FallsOut { .. } => None,
        };
        Ok(TokenAhead { fate, taker })
    }
}

impl Taker {
    /// Draws its way from this phase of the present step on, and brackets around it.
    fn draw(&self, attempt: &Attempt, phase: f32, context: &Context, items: &mut Vec<Item>) {
        let (world, camera) = (attempt.world(), attempt.framing.camera());
        let style = (context.layout.palette(), camera);
        draw_trails([&self.trail], phase, (Stroke::Dashed, context.layout.palette().good()), camera, items);
        for fall in &self.way.falls {
            draw_fall(fall.from, fall.to, verdict_of_fall(fall.end), style, items);
        }
        match self.way.end {
            Some(WayEnd::Died(_, cell)) => draw_end(cell, Verdict::Bad, style, items),
            Some(WayEnd::Saved(cell)) => draw_end(cell, Verdict::Good, style, items),
            None => {}
        }
        // A rabbit that is still to come is marked where it will come out.
        let now = world.rabbits().iter().find(|rabbit| rabbit.index == self.index);
        let corner = match now {
            Some(rabbit) => {
                let (_, x, y) = rabbit_motion(world, rabbit, phase);
                Some(Point::new(rabbit.cell.x as f32 + x, rabbit.cell.y as f32 + y))
            }
            None => self.trail.start().map(|at| Point::new(at.x.floor(), at.y.floor())),
        };
        if let Some(corner) = corner {
            draw_brackets(corner, style, items);
        }
    }
}

const fn verdict_of_fall(end: FallEnd) -> Verdict {
    match end {
        FallEnd::Survived => Verdict::Good,
        FallEnd::Deadly => Verdict::Bad,
    }
}

/// The next steps of every rabbit.
fn trails(player: &Player) -> Vec<Trail> {
    let mut ahead = player.ahead(PAUSED_HORIZON);
    let mut trails = BTreeMap::<i32, Trail>::new();
    loop {
        let step = ahead.step() - player.step();
        for rabbit in ahead.world().rabbits() {
            trails.entry(rabbit.index).or_default().extend(step, ahead.world(), rabbit);
        }
        if !ahead.is_running() {
            return trails.into_values().collect();
        }
        ahead.advance();
    }
}
