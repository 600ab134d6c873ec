//! What the play screen shows of the future: what becomes of a token in the cell under the pointer, and, while the game
//! is paused, the next steps of every rabbit.
//!
//! It is found out at the end of each turn, by playing copies of the world ahead, and kept until the play, the cell or
//! the ability changes. Without a cell and without a pause there is nothing to find out.

use std::collections::BTreeMap;

use super::token_ahead::{Taker, TokenAhead, TokenQuest};
use crate::level::At;
use crate::look::palette;
use crate::play::{FallEnd, Horizon, Player, TokenFate, WayEnd};
use crate::scene::{
    Item, Landing, Point, Stroke, Trail, Verdict, draw_aim, draw_brackets, draw_end, draw_fall, draw_ghost,
    draw_trails, rabbit_motion,
};
use crate::screens::attempt::Attempt;
use crate::screens::context::Context;
use crate::sim::{Ability, Block, Cell, Event, Refusal};

/// The work of finding out what becomes of a token in one turn, in the unit of
/// [`World::work`](crate::sim::World::work): less than a millisecond. On most boards that is all of it.
const WORK_IN_A_TURN: u64 = 5_000;

/// The depth of a fall is shown from so many cells on.
const NOTABLE_FALL: i32 = 2;

/// How far every rabbit is followed while the game is paused.
const PAUSED_HORIZON: Horizon = Horizon { steps: 10, work: 10_000 };

/// What is known of the future.
#[derive(Debug, Clone, Default)]
pub struct Foresight {
    token: Option<AimedToken>,
    crowd: Option<(Moment, CrowdAhead)>,
}

/// A moment of a play. All that happens after it is known from the orders given before it, and those that are queued.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Moment {
    step: u32,
    orders: Vec<At>,
    queued: Vec<At>,
}

/// The next steps of every rabbit, and where some of them leave the world.
#[derive(Debug, Clone, Default)]
struct CrowdAhead {
    trails: Vec<Trail>,
    ends: Vec<(Cell, Verdict)>,
}

/// The token under the pointer.
#[derive(Debug, Clone)]
struct AimedToken {
    subject: (Ability, Cell),
    moment: Moment,
    quest: Result<TokenQuest, Refusal>,
    /// What was found out in an earlier step, and which: it is shown until the quest has caught up.
    before: Option<(u32, TokenAhead)>,
}

impl Foresight {
    /// Finds out what is to be shown now.
    pub fn update(&mut self, attempt: &Attempt, target: Option<Cell>) {
        let player = attempt.timeline.player();
        let is_paused = attempt.playback.paused && player.is_running();
        self.crowd = is_paused.then(|| match self.crowd.take() {
            Some((moment, crowd)) if moment.is_now(player) => (moment, crowd),
            _ => (Moment::of(player), CrowdAhead::of(player)),
        });
        let before = self.token.take();
        self.token = attempt.token_in_hand().zip(target).map(|subject| {
            let before = before.filter(|token| token.subject == subject);
            match before {
                Some(token) if token.moment.is_now(player) => token,
                before => AimedToken::now(subject, player, before),
            }
            .going_on(player)
        });
    }

    /// Whether there is more to find out.
    pub fn is_working(&self) -> bool {
        let is_open = |token: &AimedToken| matches!(&token.quest, Ok(quest) if !matches!(quest, TokenQuest::Found(_)));
        self.token.as_ref().is_some_and(is_open)
    }

    /// What becomes of the token under the pointer, as far as it is known.
    pub fn token(&self) -> Option<&TokenAhead> {
        self.token.as_ref().and_then(AimedToken::known).map(|(_, ahead)| ahead)
    }

    /// Draws all of it over the board.
    pub fn draw(&self, attempt: &Attempt, context: &Context, items: &mut Vec<Item>) {
        let camera = attempt.framing.camera();
        let style = (context.layout.palette(), camera);
        let phase = attempt.shown_phase(context);
        if let Some((_, crowd)) = &self.crowd {
            draw_trails(&crowd.trails, phase, (Stroke::Dotted, palette::WAY), camera, items);
            for (cell, verdict) in &crowd.ends {
                draw_end(*cell, *verdict, style, items);
            }
        }
        let Some(token) = &self.token else { return };
        let (ability, cell) = token.subject;
        let known = token.known();
        let taker = known.and_then(|(step, ahead)| ahead.taker.as_ref().map(|taker| (step, taker)));
        if let Some((_, taker)) = taker {
            let will_change = |(cell, block): &&(Cell, Option<Block>)| attempt.world().block(*cell) != *block;
            for (cell, block) in taker.way.works.iter().filter(will_change) {
                draw_ghost(*cell, *block, camera, items);
            }
        }
        let landing = match (&token.quest, known) {
            (Err(_), _) => Landing::Refused,
            (Ok(_), None) => Landing::Unknown,
            (Ok(_), Some((_, ahead))) => match ahead.fate {
                TokenFate::Taken { cell, .. } => Landing::Taken(cell),
                TokenFate::Left { cell, .. } => Landing::Left(cell),
                TokenFate::FallsOut { .. } => Landing::Lost,
            },
        };
        draw_aim(attempt.world(), (ability, cell, landing), style, items);
        if let Some((step, taker)) = taker {
            let passed = (attempt.timeline.player().step().saturating_sub(step)) as f32 + phase;
            draw_taker(taker, passed, attempt, context, items);
        }
    }
}

impl Moment {
    fn of(player: &Player) -> Moment {
        Moment { step: player.step(), orders: player.orders().to_vec(), queued: player.queued().to_vec() }
    }

    fn is_now(&self, player: &Player) -> bool {
        self.step == player.step() && self.orders == player.orders() && self.queued == player.queued()
    }
}

impl AimedToken {
    /// A token to find out about, after what is known of it from before.
    fn now(subject: (Ability, Cell), player: &Player, before: Option<AimedToken>) -> AimedToken {
        let before = before.filter(|token| token.moment.orders == player.orders()).and_then(|token| {
            let found = token.known().map(|(step, ahead)| (step, ahead.clone()));
            found.filter(|(step, _)| *step <= player.step())
        });
        AimedToken { subject, moment: Moment::of(player), quest: TokenQuest::new(player, subject), before }
    }

    fn going_on(self, player: &Player) -> AimedToken {
        let quest = self.quest.map(|quest| quest.advance(player, self.subject, WORK_IN_A_TURN));
        AimedToken { quest, ..self }
    }

    /// What was found out, and in which step.
    fn known(&self) -> Option<(u32, &TokenAhead)> {
        match &self.quest {
            Ok(TokenQuest::Found(ahead)) => Some((self.moment.step, ahead)),
            Ok(TokenQuest::Searching(_) | TokenQuest::Following { .. }) => {
                self.before.as_ref().map(|(step, ahead)| (*step, ahead))
            }
            Err(_) => None,
        }
    }
}

/// Draws the way of the rabbit that takes the token, after so many steps of it have passed, and brackets around the
/// rabbit.
fn draw_taker(taker: &Taker, passed: f32, attempt: &Attempt, context: &Context, items: &mut Vec<Item>) {
    let (world, camera) = (attempt.world(), attempt.framing.camera());
    let style = (context.layout.palette(), camera);
    draw_trails([&taker.trail], passed, (Stroke::Dashed, context.layout.palette().good()), camera, items);
    for fall in taker.way.falls.iter().filter(|fall| fall.depth() >= NOTABLE_FALL || fall.end == FallEnd::Deadly) {
        draw_fall(fall.from, fall.to, verdict_of_fall(fall.end), style, items);
    }
    match taker.way.end {
        Some(WayEnd::Died(_, cell)) => draw_end(cell, Verdict::Bad, style, items),
        Some(WayEnd::Saved(cell)) => draw_end(cell, Verdict::Good, style, items),
        None => {}
    }
    // A rabbit that is still to come is marked where it will come out.
    let now = world.rabbits().iter().find(|rabbit| rabbit.index == taker.index);
    let corner = match now {
        Some(rabbit) => {
            let (_, x, y) = rabbit_motion(world, rabbit, attempt.shown_phase(context));
            Some(Point::new(rabbit.cell.x as f32 + x, rabbit.cell.y as f32 + y))
        }
        None => taker.trail.start().map(|at| Point::new(at.x.floor(), at.y.floor())),
    };
    if let Some(corner) = corner {
        draw_brackets(corner, style, items);
    }
}

const fn verdict_of_fall(end: FallEnd) -> Verdict {
    match end {
        FallEnd::Survived => Verdict::Good,
        FallEnd::Deadly => Verdict::Bad,
    }
}

impl CrowdAhead {
    fn of(player: &Player) -> CrowdAhead {
        let mut ahead = player.ahead(PAUSED_HORIZON);
        let mut trails = BTreeMap::<i32, Trail>::new();
        let mut ends = Vec::new();
        loop {
            let step = ahead.step() - player.step();
            for rabbit in ahead.world().rabbits() {
                trails.entry(rabbit.index).or_default().extend(step, ahead.world(), rabbit);
            }
            if !ahead.is_running() {
                return CrowdAhead { trails: trails.into_values().collect(), ends };
            }
            for event in ahead.advance() {
                let end = match *event {
                    Event::Died { cell, .. } => (cell, Verdict::Bad),
                    Event::Saved { cell, .. } => (cell, Verdict::Good),
                    _ => continue,
                };
                if !ends.contains(&end) {
                    ends.push(end);
                }
            }
        }
    }
}
