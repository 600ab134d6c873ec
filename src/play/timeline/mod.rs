//! The timeline: a play that can go to any of its steps.
//!
//! The present is a step of a [`Branch`]. Going back changes nothing: on the way forward again the orders of the branch
//! are given as before. An order given in the past begins another branch, and so does taking one back; the branch that
//! was left stays, and can be returned to. The player's work is only ever dropped by this rule: of the branches that
//! were left, those whose orders are not all the first ones of another are kept, and of them the last [`MOST_LEFT`].

mod branch;
mod snapshots;

use std::sync::Arc;

pub use branch::{Branch, Fate, Mark, ShownPlay};
use snapshots::Snapshots;

use super::player::Player;
use crate::level::At;
use crate::sim::{Order, Refusal, World};

/// So many of the branches that were left are kept.
pub const MOST_LEFT: usize = 3;

/// A play: its present, the branch that it is on, and those that were left.
///
/// ```
/// use leveret::level::Level;
/// use leveret::play::Timeline;
/// use leveret::sim::{Ability, Cell, Order};
///
/// let level = Level::from_rel(":num_rabbits=0\n:dig=1\nr      O\n########\n", "corridor.rel")?;
/// let mut timeline = Timeline::new(level.world());
/// timeline.seek(2);
/// timeline.order(Order::Place(Ability::Dig, Cell::new(4, 0)))?;
/// timeline.seek(5);
/// assert!(timeline.undo());
/// assert_eq!((timeline.step(), timeline.branch().orders().len()), (2, 0));
/// assert!(timeline.redo());
/// assert_eq!(timeline.branch().orders().len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Timeline {
    /// Before any order.
    start: Arc<World>,
    player: Player,
    branch: Branch,
    snapshots: Snapshots,
    /// The one that was left last comes last.
    left: Vec<Branch>,
}

impl Timeline {
    /// A play that begins.
    pub fn new(world: World) -> Timeline {
        Timeline::following(world, Vec::new())
    }

    /// A play that begins, and is to be given these orders. Those that the world refuses are dropped.
    pub fn following(world: World, mut orders: Vec<At>) -> Timeline {
        orders.sort_by_key(|at| at.step);
        let start = Arc::new(world);
        let player = Player::following(World::clone(&start), orders.clone());
        let branch = Branch { orders, ..Branch::default() };
        let mut timeline = Timeline { start, player, branch, snapshots: Snapshots::default(), left: Vec::new() };
        timeline.drop_refused();
        timeline
    }

    /// The present.
    pub fn player(&self) -> &Player {
        &self.player
    }

    /// The world in the present.
    pub fn world(&self) -> &World {
        self.player.world()
    }

    /// Steps made up to the present.
    pub fn step(&self) -> u32 {
        self.player.step()
    }

    /// The branch that the present is on.
    pub fn branch(&self) -> &Branch {
        &self.branch
    }

    /// The branches that were left; the last one last.
    pub fn left(&self) -> &[Branch] {
        &self.left
    }

    /// Notes what is shown on this branch, and so on all that turn off from it; none for the player's own.
    pub fn set_shown(&mut self, shown: Option<ShownPlay>) {
        self.branch.shown = shown;
    }

    /// Whether steps or orders of the branch lie ahead.
    pub fn is_in_past(&self) -> bool {
        self.step() < self.branch.reach || self.player.is_following()
    }

    /// Whether there is an order that can be taken back.
    pub fn can_undo(&self) -> bool {
        self.branch.next_order(self.step()) > 0
    }

    /// Whether there is anything to go forward to.
    pub fn can_redo(&self) -> bool {
        self.is_in_past() || self.left.iter().any(|left| self.branch.is_start_of(left))
    }

    /// Makes one step, if the level is not over. What happens in it is in [`Player::events`].
    pub fn advance(&mut self) {
        let world = self.player.world();
        let before = (world.saved(), world.killed());
        self.player.advance();
        self.drop_refused();
        let Timeline { player, branch, snapshots, .. } = self;
        if player.step() > branch.reach {
            branch.extend(player.step(), before, player.world());
        }
        snapshots.offer(player);
    }

    /// Goes to this step of the branch, or to the end of the level, if that is before.
    pub fn seek(&mut self, step: u32) {
        let from = self.snapshots.before(step).filter(|kept| step < self.step() || kept.step() > self.step());
        match from {
            Some(kept) => self.player = kept.with_plan(&self.branch.orders),
            None if step < self.step() => self.begin(),
            None => {}
        }
        while self.step() < step && self.player.is_running() {
            self.advance();
        }
    }

    /// Gives an order in the present. If it lies in the past, that begins another branch. After the end of the level no
    /// order changes anything.
    ///
    /// # Errors
    /// When the world refuses it; then nothing changes.
    pub fn order(&mut self, order: Order) -> Result<(), Refusal> {
        if self.player.is_running() {
            self.player.order(order)?;
            self.turn_off(self.step(), self.player.orders().to_vec());
        }
        Ok(())
    }

    /// Goes back to before the last order: begins a branch at its step that has neither it nor any later one. Returns
    /// whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(last) = self.branch.next_order(self.step()).checked_sub(1) else { return false };
        let step = self.branch.orders[last].step;
        self.turn_off(step, self.branch.orders[..last].to_vec());
        self.return_to_step(step);
        true
    }

    /// Goes forward to the next order of this branch; or of the one left last that goes on like this one; or to the
    /// last step that was played. Returns whether that is anything new.
    pub fn redo(&mut self) -> bool {
        let given = self.branch.next_order(self.step());
        if let Some(next) = self.branch.orders.get(given) {
            self.seek(next.step);
            return true;
        }
        if let Some(index) = self.left.iter().rposition(|left| self.branch.is_start_of(left)) {
            self.return_to(index);
            return true;
        }
        let is_before_reach = self.step() < self.branch.reach;
        self.seek(self.branch.reach);
        is_before_reach
    }

    /// Returns to a branch that was left, by its index: to the step where the two part. The present one is left.
    ///
    /// # Panics
    /// If there is no such branch.
    pub fn return_to(&mut self, index: usize) {
        let branch = self.left.remove(index);
        let fork = self.branch.fork(&branch).min(branch.reach);
        let left = std::mem::replace(&mut self.branch, branch);
        self.snapshots.cut(fork);
        self.leave(left);
        self.return_to_step(fork);
    }

    /// Begins another branch at the start, which is to be given these orders.
    pub fn restart(&mut self, mut orders: Vec<At>) {
        orders.sort_by_key(|at| at.step);
        self.turn_off(0, orders);
        self.begin();
    }

    /// The branch has these orders from now on, which differ from its own at this step and later.
    fn turn_off(&mut self, step: u32, orders: Vec<At>) {
        let branch = self.branch.turning_off(step, orders);
        let left = std::mem::replace(&mut self.branch, branch);
        self.snapshots.cut(step);
        self.leave(left);
    }

    /// Keeps a branch among those that were left, if the rule says so, and drops those that it makes superfluous.
    fn leave(&mut self, branch: Branch) {
        self.left.push(branch);
        let is_repeated = |index: usize, branch: &Branch| {
            let mut later = self.left[index + 1..].iter().chain([&self.branch]);
            let mut before = self.left[..index].iter();
            later.any(|other| branch.is_start_of(other))
                || before.any(|other| branch.is_start_of(other) && !other.is_start_of(branch))
        };
        let left = self.left.iter().enumerate().filter(|(index, branch)| !is_repeated(*index, branch));
        let left: Vec<Branch> = left.map(|(_, branch)| branch.clone()).collect();
        self.left = left[left.len().saturating_sub(MOST_LEFT)..].to_vec();
    }

    /// Goes to a step of a branch that is new to the player.
    fn return_to_step(&mut self, step: u32) {
        self.begin();
        self.seek(step);
    }

    /// Goes to the start of the branch.
    fn begin(&mut self) {
        self.player = Player::following(World::clone(&self.start), self.branch.orders.clone());
        self.drop_refused();
    }

    /// Drops those orders of the branch that the world has just refused.
    fn drop_refused(&mut self) {
        let Timeline { player, branch, .. } = self;
        if player.answers().iter().any(|(_, answer)| answer.is_err()) {
            let later = branch.orders.split_off(branch.next_order(player.step()));
            branch.orders = [player.orders(), &later].concat();
        }
    }
}
