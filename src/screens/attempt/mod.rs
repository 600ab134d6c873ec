//! An attempt at a level: its world in play, what is seen of it, and whose doing it is. The cards before and after a level
//! show it too, at rest.

mod framing;
mod playback;

use std::cell::OnceCell;

pub use framing::{Drag, Framing};
pub use playback::{Playback, SPEEDS};

use super::context::Context;
use super::profile::{Best, Manner, Motion};
use super::shipped::Chosen;
use crate::level::{At, Level};
use crate::play::{Timeline, first_that_wins};
use crate::scene::{Item, Rect, Sight, draw_board};
use crate::sim::{Ability, Order, World};
use crate::ui::Layout;

/// A level in play.
#[derive(Debug, Clone)]
pub struct Attempt {
    pub chosen: Chosen,
    pub timeline: Timeline,
    pub playback: Playback,
    pub framing: Framing,
    /// The ability whose tokens a click drops.
    pub ability: Option<Ability>,
    pub credit: Credit,
    pub guide: Guide,
    pub sight: Sight,
    /// The orders of the first solution that wins, once they were needed.
    solution: OnceCell<Option<Vec<At>>>,
}

/// Whose doing it is, for the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Credit {
    /// The player's own, played in this manner.
    Own(Manner),
    /// A solution was shown, at least in the beginning.
    Shown,
}

/// Whether a solution plays itself that the player may take over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guide {
    Off,
    TakeOver,
}

/// The work of looking for a solution that wins, which a frame waits for, in the unit of [`World::work`]. Some
/// milliseconds: all but one of the shipped levels take less than a tenth of it, and the benchmark's takes half.
const WORK_IN_A_FRAME: u64 = 300_000;

/// Heights and widths of the bars around the board, in logical pixels.
pub const TOP_BAR: f32 = 46.0;
pub const BOTTOM_BAR: f32 = 58.0;
pub const SIDE_BAR: f32 = 104.0;

/// The part of the frame that is left for the board.
pub fn board_window(layout: &Layout) -> Rect {
    let frame = layout.frame();
    let (side, top, bottom) = (layout.px(SIDE_BAR), layout.px(TOP_BAR), layout.px(BOTTOM_BAR));
    Rect::new(side, top, (frame.width - side).max(1), (frame.height - top - bottom).max(1))
}

/// The abilities that a level offers, in the order of their keys.
pub fn offered(world: &World) -> impl Iterator<Item = Ability> {
    Ability::ALL.into_iter().filter(|ability| world.tokens(*ability).is_some())
}

impl Attempt {
    /// A level from its beginning. The first ability that it offers is selected.
    pub fn new(layout: &Layout, chosen: Chosen) -> Attempt {
        let timeline = Timeline::new(chosen.level.world());
        Attempt::with_timeline(layout, chosen, timeline, Credit::Own(Manner::Running))
    }

    /// A level that plays itself by these orders, until the player gives one.
    pub fn following(layout: &Layout, chosen: Chosen, orders: Vec<At>) -> Attempt {
        let timeline = Timeline::following(chosen.level.world(), orders);
        Attempt::with_timeline(layout, chosen, timeline, Credit::Shown)
    }

    fn with_timeline(layout: &Layout, chosen: Chosen, timeline: Timeline, credit: Credit) -> Attempt {
        let ability = offered(timeline.world()).next();
        Attempt {
            ability,
            framing: Framing::fitting(board_window(layout), timeline.world(), layout),
            playback: Playback::new(),
            chosen,
            timeline,
            credit,
            guide: Guide::Off,
            sight: Sight::Plain,
            solution: OnceCell::new(),
        }
    }

    /// The same level from the beginning, with the same camera and speed. What was played before can be gone back to.
    pub fn restarted(self) -> Attempt {
        self.begun_again(Vec::new(), Credit::Own(Manner::Running), Guide::Off)
    }

    /// The same level from the beginning, playing its solution. One without a solution that wins just begins again.
    pub fn demonstrated(self) -> Attempt {
        match self.solution().cloned() {
            Some(orders) => self.begun_again(orders, Credit::Shown, Guide::TakeOver),
            None => self.restarted(),
        }
    }

    fn begun_again(mut self, orders: Vec<At>, credit: Credit, guide: Guide) -> Attempt {
        self.timeline.restart(orders);
        Attempt { credit, guide, playback: self.playback.restarted(), ..self }
    }

    /// The same play in a level that was edited: at the same step, with the orders that still apply.
    pub fn edited(self, layout: &Layout, level: Level) -> Attempt {
        let mut timeline = Timeline::following(level.world(), self.timeline.branch().orders().to_vec());
        timeline.seek(self.timeline.step());
        let world = timeline.world();
        let ability = self.ability.filter(|ability| world.tokens(*ability).is_some());
        let ability = ability.or(offered(world).next());
        let size = |world: &World| (world.width(), world.height());
        let framing = if size(world) == size(self.world()) && self.framing.is_moved() {
            self.framing
        } else {
            Framing::fitting(board_window(layout), world, layout)
        };
        let chosen = Chosen::from_file(level);
        Attempt { chosen, timeline, framing, ability, solution: OnceCell::new(), ..self }
    }

    /// Whether there is a solution to show.
    pub fn can_be_demonstrated(&self) -> bool {
        self.solution().is_some()
    }

    fn solution(&self) -> Option<&Vec<At>> {
        let first = || first_that_wins(WORK_IN_A_FRAME, &self.chosen.level).map(|play| play.orders);
        self.solution.get_or_init(first).as_ref()
    }

    pub fn world(&self) -> &World {
        self.timeline.world()
    }

    /// What the player has done makes the result one of this manner, unless it is already less of a feat.
    pub fn lower_credit(&mut self, manner: Manner) {
        if let Credit::Own(before) = &mut self.credit {
            *before = manner.max(*before);
        }
    }

    /// What was achieved so far.
    pub fn result(&self) -> Best {
        let player = self.timeline.player();
        let tokens = player.orders().iter().filter(|at| matches!(at.order, Order::Place(..))).count();
        Best { saved: self.world().saved(), tokens: tokens as u32, steps: player.step() }
    }

    /// The frame has another size.
    pub fn resize(&mut self, layout: &Layout) {
        self.framing.resize(board_window(layout), layout);
    }

    /// The board without the bars.
    pub fn draw_board(&self, context: &Context, items: &mut Vec<Item>) {
        let phase = match context.settings().motion {
            Motion::Full => self.playback.phase(),
            Motion::Reduced => 0.0,
        };
        draw_board(self.world(), self.framing.camera(), phase, items);
    }
}
