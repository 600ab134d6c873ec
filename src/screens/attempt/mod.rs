//! An attempt at a level: its world in play, what is seen of it, and whose doing it is. The cards before and after a
//! level show it too, at rest.

mod demonstration;
mod edited;
mod framing;
mod keeping;
mod playback;
mod stretch;
mod time_travel;
mod view_action;

use std::cell::OnceCell;
use std::time::Duration;

pub use demonstration::{Demonstration, Mishap};
pub use edited::DroppedOrder;
pub use framing::{Drag, Framing};
pub use keeping::KeepAction;
pub use playback::Playback;
pub use stretch::{FilmStretch, StretchEnd};
pub use time_travel::TimeAction;
pub use view_action::ViewAction;

use super::context::Context;
use super::play_speed::PlaySpeed;
use super::profile::{Best, Manner, Motion};
use super::shipped::Chosen;
use crate::level::At;
use crate::play::{Parting, ShownPlay, Timeline};
use crate::scene::{BoardCache, Item, Rect, Scenery, Sight};
use crate::sim::{Ability, Order, World};
use crate::ui::Layout;

/// A level in play.
#[derive(Debug, Clone)]
pub struct Attempt {
    pub chosen: Chosen,
    pub scenery: Scenery,
    pub timeline: Timeline,
    pub playback: Playback,
    pub framing: Framing,
    /// The ability whose tokens a click drops.
    pub ability: Option<Ability>,
    /// How the player has played, where the play is the player's own. After something was shown it is turned back.
    manner: Manner,
    pub guide: Guide,
    pub sight: Sight,
    pub stretch: FilmStretch,
    /// The last step of a play that is over at which it could be won for sure, as far as the solver has found that out.
    pub open_until: Option<u32>,
    /// The solution to show, once it was needed.
    solution: OnceCell<Option<Demonstration>>,
    board: BoardCache,
}

/// Whose doing it is, for the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Credit {
    /// The player's own, played in this manner.
    Own(Manner),
    /// Something was shown, at least in the beginning.
    Shown(ShownPlay),
}

/// Whether a solution plays itself that the player may take over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guide {
    Off,
    TakeOver,
    /// It goes wrong later on.
    Failing(Mishap),
    /// It goes wrong here.
    Failed(Mishap),
    /// A replay, and where it goes another way in this version of the level.
    Replay(Option<Parting>),
}

/// The work of playing a level to its end, or of looking for a solution that wins, which a frame waits for, in the unit
/// of [`World::work`]. Some milliseconds: all but one of the shipped levels take less than a tenth of it, and the
/// benchmark's takes half.
const WORK_IN_A_FRAME: u64 = 300_000;

/// Heights and widths of the bars around the board, in logical pixels.
pub const TOP_BAR: f32 = 46.0;
pub const BOTTOM_BAR: f32 = 58.0;
pub const SIDE_BAR: f32 = 104.0;
/// The height of the timeline, between the board and the bottom bar.
pub const TIME_BAR: f32 = 44.0;

/// The part of the frame that is left for the board.
pub fn board_window(layout: &Layout) -> Rect {
    let frame = layout.beside_margin();
    let (side, top, bottom) = (layout.px(SIDE_BAR), layout.px(TOP_BAR), layout.px(BOTTOM_BAR) + layout.px(TIME_BAR));
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
        Attempt::with_timeline(layout, chosen, timeline, None)
    }

    /// A level that plays itself by these orders, until the player gives one.
    pub fn following(layout: &Layout, chosen: Chosen, orders: Vec<At>) -> Attempt {
        let timeline = Timeline::following(chosen.level.world(), orders);
        Attempt::with_timeline(layout, chosen, timeline, Some(ShownPlay::Solution))
    }

    /// A level that shows a solution.
    pub fn showing(layout: &Layout, chosen: Chosen, solution: Demonstration) -> Attempt {
        let guide = Guide::of(&solution);
        Attempt { guide, ..Attempt::following(layout, chosen, solution.orders) }
    }

    fn with_timeline(layout: &Layout, chosen: Chosen, mut timeline: Timeline, shown: Option<ShownPlay>) -> Attempt {
        timeline.set_shown(shown);
        let ability = offered(timeline.world()).next();
        Attempt {
            ability,
            framing: Framing::fitting(board_window(layout), timeline.world(), layout),
            playback: Playback::new(),
            scenery: chosen.scenery(),
            chosen,
            timeline,
            manner: first_manner(shown),
            guide: Guide::Off,
            sight: Sight::Plain,
            stretch: FilmStretch::default(),
            open_until: None,
            solution: OnceCell::new(),
            board: BoardCache::default(),
        }
    }

    /// The same level from the beginning, with the same camera. What was played before can be gone back to.
    pub fn restarted(self) -> Attempt {
        self.begun_again(Vec::new(), None, Guide::Off)
    }

    /// The same level from the beginning, playing its solution. One without a solution to show just begins again.
    pub fn demonstrated(self) -> Attempt {
        match self.solution().cloned() {
            Some(solution) => {
                let guide = Guide::of(&solution);
                self.begun_again(solution.orders, Some(ShownPlay::Solution), guide)
            }
            None => self.restarted(),
        }
    }

    fn begun_again(mut self, orders: Vec<At>, shown: Option<ShownPlay>, guide: Guide) -> Attempt {
        self.timeline.restart(orders);
        self.timeline.set_shown(shown);
        Attempt { manner: first_manner(shown), guide, playback: Playback::new(), ..self }
    }

    /// Whether there is a solution to show.
    pub fn can_be_demonstrated(&self) -> bool {
        self.solution().is_some()
    }

    /// Whether the solution to show goes wrong.
    pub fn demonstration_fails(&self) -> bool {
        self.solution().is_some_and(|solution| solution.mishap.is_some())
    }

    fn solution(&self) -> Option<&Demonstration> {
        let first = || Demonstration::first(WORK_IN_A_FRAME, &self.chosen.level);
        self.solution.get_or_init(first).as_ref()
    }

    /// Time passes. A solution that goes wrong is shown up to there.
    pub fn tick(&mut self, time: Duration, speed: PlaySpeed) {
        let Guide::Failing(mishap) = self.guide else {
            return self.playback.tick(time, speed, None, &mut self.timeline);
        };
        self.playback.tick(time, speed, Some(mishap.step), &mut self.timeline);
        self.guide = self.guide.reached(self.timeline.step());
        self.playback.paused |= self.guide == Guide::Failed(mishap);
    }

    pub fn world(&self) -> &World {
        self.timeline.world()
    }

    /// Whose doing the present way of playing is.
    pub fn credit(&self) -> Credit {
        self.timeline.branch().shown().map_or(Credit::Own(self.manner), Credit::Shown)
    }

    /// What the player has done makes the result one of this manner, unless it is already less of a feat.
    pub fn lower_credit(&mut self, manner: Manner) {
        self.manner = manner.max(self.manner);
    }

    /// The player goes on alone. What goes on from a play of the player's own is one with time turned back.
    pub fn take_over(&mut self) {
        self.guide = Guide::Off;
        if self.timeline.branch().shown() == Some(ShownPlay::OwnReplay) {
            self.timeline.set_shown(None);
        }
    }

    /// Whether the player has given orders that would be lost with it. A solution can be shown again.
    pub fn has_own_orders(&self) -> bool {
        matches!(self.credit(), Credit::Own(_))
            && !(self.timeline.branch().orders().is_empty() && self.timeline.left().is_empty())
    }

    /// Selects the next ability that has tokens left, if the selected one has none.
    pub fn leave_spent_ability(&mut self) {
        let world = self.timeline.world();
        let has_tokens = |ability: &Ability| world.tokens(*ability) != Some(0);
        let Some(spent) = self.ability.filter(|ability| !has_tokens(ability)) else { return };
        let (before, after): (Vec<_>, Vec<_>) = offered(world).partition(|ability| *ability < spent);
        self.ability = after.into_iter().chain(before).find(has_tokens).or(self.ability);
    }

    /// The ability of the token that a click drops, unless there is none left.
    pub fn token_in_hand(&self) -> Option<Ability> {
        self.ability.filter(|ability| self.world().tokens(*ability) != Some(0))
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
        let (world, phase) = (self.world(), self.shown_phase(context));
        self.board.draw_board(world, self.scenery, self.framing.camera(), phase, items);
    }

    /// The part of the present step that is shown as passed, 0 to 1.
    pub fn shown_phase(&self, context: &Context) -> f32 {
        match context.settings().motion {
            Motion::Full => self.playback.phase(),
            Motion::Reduced => 0.0,
        }
    }
}

/// The manner of what the player plays next.
fn first_manner(shown: Option<ShownPlay>) -> Manner {
    if shown.is_some() { Manner::TurnedBack } else { Manner::Running }
}

impl Guide {
    fn of(solution: &Demonstration) -> Guide {
        solution.mishap.map_or(Guide::TakeOver, Guide::Failing)
    }

    /// The same once this step is reached.
    fn reached(self, step: u32) -> Guide {
        match self {
            Guide::Failing(mishap) if step >= mishap.step => Guide::Failed(mishap),
            guide => guide,
        }
    }

    /// Where the solution that plays itself goes wrong, if it does.
    fn mishap(self) -> Option<Mishap> {
        match self {
            Guide::Failing(mishap) | Guide::Failed(mishap) => Some(mishap),
            Guide::Off | Guide::TakeOver | Guide::Replay(_) => None,
        }
    }
}
