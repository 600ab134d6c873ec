//! The play in a level that its author has changed: at the same step, with the orders that are still possible.

use std::cell::OnceCell;

use super::{Attempt, Demonstration, Framing, Guide, WORK_IN_A_FRAME, board_window, offered};
use crate::level::{At, Level};
use crate::play::{OrderAnswer, Timeline};
use crate::screens::shipped::Chosen;
use crate::sim::{Refusal, World};
use crate::ui::Layout;

/// An order that was given before an edit, and is not possible after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DroppedOrder {
    pub at: At,
    /// Why the world refuses it; none if the level is over before.
    pub refusal: Option<Refusal>,
}

impl Attempt {
    /// The same play in a level that was edited, and the orders that are dropped. A solution that goes wrong is shown
    /// as the edited level has it. A frame waits for it: of a play that takes too long, only the beginning is played
    /// again.
    pub fn edited(self, layout: &Layout, level: Level) -> (Attempt, Vec<DroppedOrder>) {
        let shown = self.guide.mishap().and_then(|mishap| Demonstration::of_level(mishap.number, &level));
        let own = || self.timeline.branch().orders().to_vec();
        let orders = shown.as_ref().map_or_else(own, |shown| shown.orders.clone());
        let mut timeline = Timeline::following(level.world(), orders.clone());
        timeline.set_shown(self.timeline.branch().shown());
        let mut dropped = refused(timeline.step(), timeline.player().answers());
        while timeline.step() < self.timeline.step()
            && timeline.player().is_running()
            && timeline.player().work() < WORK_IN_A_FRAME
        {
            timeline.advance();
            dropped.extend(refused(timeline.step(), timeline.player().answers()));
        }
        let over = (timeline.step() < self.timeline.step() && !timeline.player().is_running()).then(|| timeline.step());
        let late = orders.into_iter().filter(|at| over.is_some_and(|end| at.step > end));
        dropped.extend(late.map(|at| DroppedOrder { at, refusal: None }));

        let world = timeline.world();
        let ability = self.ability.filter(|ability| world.tokens(*ability).is_some());
        let ability = ability.or(offered(world).next());
        let size = |world: &World| (world.width(), world.height());
        let framing = if size(world) == size(self.world()) && self.framing.is_moved() {
            self.framing
        } else {
            Framing::fitting(board_window(layout), world, layout)
        };
        let guide = match shown {
            Some(shown) => Guide::of(&shown).reached(timeline.step()),
            None if self.guide.mishap().is_some() => Guide::TakeOver,
            None => self.guide,
        };
        let chosen = Chosen::from_file(level);
        let scenery = chosen.scenery();
        let solution = OnceCell::new();
        (Attempt { chosen, scenery, timeline, framing, ability, guide, solution, ..self }, dropped)
    }
}

/// Those of the orders given at a step that the world has refused.
fn refused(step: u32, answers: &[OrderAnswer]) -> Vec<DroppedOrder> {
    let refused = answers.iter().filter_map(|(order, answer)| Some((*order, answer.err()?)));
    refused.map(|(order, refusal)| DroppedOrder { at: At { step, order }, refusal: Some(refusal) }).collect()
}
