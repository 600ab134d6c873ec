//! The player: drives a world by orders, step by step.

use super::losses::{Loss, Losses};
use crate::level::At;
use crate::sim::{Event, Order, Outcome, Refusal, World};

/// A world, the orders that it was given, and those queued for later steps.
///
/// A queued order is given after the number of steps that it names, and never after the end of the level. A world saved
/// while it was paused is resumed.
///
/// ```
/// use leveret::level::{At, Level};
/// use leveret::play::Player;
/// use leveret::sim::{Ability, Cell, Order, Outcome};
///
/// let level = Level::from_rel(":num_rabbits=0\n:explode=1\nr   O\n#####\n", "corridor.rel")?;
/// let bomb = At { step: 1, order: Order::Place(Ability::Explode, Cell::new(3, 0)) };
/// let mut player = Player::following(level.world(), vec![bomb]);
/// while player.is_running() {
///     player.advance();
/// }
/// assert_eq!(player.world().outcome(), Outcome::Lost);
/// assert_eq!(player.orders(), [bomb]);
/// # Ok::<(), leveret::level::LevelError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Player {
    world: World,
    step: u32,
    orders: Vec<At>,
    /// The next order last.
    queue: Vec<At>,
    on_refusal: OnRefusal,
    refused: Option<Refusal>,
    /// Calls of `advance` so far, and their bound.
    ticks: u32,
    most_ticks: Option<u32>,
    /// Work of the steps so far, and its bound.
    work: u64,
    most_work: Option<u64>,
    answers: Vec<OrderAnswer>,
    events: Vec<Event>,
    losses: Losses,
}

/// To make a world of so many cells is a unit of work.
const CELLS_PER_WORK: u64 = 16;

/// An order, and whether the world obeyed it.
pub type OrderAnswer = (Order, Result<(), Refusal>);

/// What becomes of the play when the world refuses a queued order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OnRefusal {
    Skip,
    Halt,
}

/// Why a player makes no further step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Halt {
    /// The world refused an order of a strict player.
    Refused(Refusal),
    /// The level is over.
    Over(Outcome),
    /// The bound on steps is reached.
    Spent,
    /// The bound on work is reached.
    Overworked,
}

impl Player {
    /// A player without queued orders.
    pub fn new(world: World) -> Player {
        Player::following(world, Vec::new())
    }

    /// A lenient player: queued orders that the world refuses are skipped. Orders of one step keep their order.
    pub fn following(world: World, queue: Vec<At>) -> Player {
        Player::start(world, queue, OnRefusal::Skip)
    }

    /// A strict player: it halts when the world refuses a queued order.
    pub fn strict(world: World, queue: Vec<At>) -> Player {
        Player::start(world, queue, OnRefusal::Halt)
    }

    /// A lenient player that has followed these orders up to this step, or to the end of the level. Orders of later
    /// steps are dropped.
    pub fn replayed(world: World, orders: &[At], step: u32) -> Player {
        let mut player = Player::following(world, orders.to_vec());
        player.advance_to(step);
        player.queue.clear();
        player
    }

    /// The same player in a play with these orders, given by step: they are its own up to the present, and may differ
    /// later.
    pub(super) fn with_plan(&self, orders: &[At]) -> Player {
        let past = orders.partition_point(|at| at.step <= self.step);
        let queue = orders[past..].iter().rev().copied().collect();
        Player { orders: orders[..past].to_vec(), queue, ..self.clone() }
    }

    fn start(mut world: World, mut queue: Vec<At>, on_refusal: OnRefusal) -> Player {
        world.resume();
        queue.sort_by_key(|at| at.step);
        queue.reverse();
        let work = (world.width() * world.height()) as u64 / CELLS_PER_WORK;
        let mut player = Player {
            losses: Losses::none_in(&world),
            world,
            step: 0,
            orders: Vec::new(),
            queue,
            on_refusal,
            refused: None,
            ticks: 0,
            most_ticks: None,
            work,
            most_work: None,
            answers: Vec::new(),
            events: Vec::new(),
        };
        player.give_due_orders();
        player
    }

    /// The same player with a bound on calls of [`advance`](Player::advance), and one on the work of its steps, in the
    /// unit of [`World::work`]. Calls after the end of the level count too, so that waiting there ends as well.
    pub fn bounded(self, ticks: u32, work: u64) -> Player {
        Player { most_ticks: Some(ticks), most_work: Some(work), ..self }
    }

    /// The same player with bounds on its further calls of [`advance`](Player::advance) and on their work.
    pub(super) fn bounded_from_here(self, ticks: u32, work: u64) -> Player {
        let (ticks, work) = (self.ticks.saturating_add(ticks), self.work.saturating_add(work));
        self.bounded(ticks, work)
    }

    pub fn world(&self) -> &World {
        &self.world
    }

    pub fn into_world(self) -> World {
        self.world
    }

    /// Steps made so far.
    pub fn step(&self) -> u32 {
        self.step
    }

    /// The orders that the world obeyed so far, each with the number of steps made before it.
    pub fn orders(&self) -> &[At] {
        &self.orders
    }

    /// All orders given since the last step, refused ones included.
    pub fn answers(&self) -> &[OrderAnswer] {
        &self.answers
    }

    /// The rabbits that died so far, in the order of their deaths.
    pub fn losses(&self) -> &[Loss] {
        &self.losses.all
    }

    /// What happened in the last step.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The orders that are still to be given, the next one last.
    pub fn queued(&self) -> &[At] {
        &self.queue
    }

    /// Whether queued orders are left.
    pub fn is_following(&self) -> bool {
        !self.queue.is_empty()
    }

    /// Whether a step can be made.
    pub fn is_running(&self) -> bool {
        self.halt().is_none()
    }

    /// Why no step can be made, if so.
    pub fn halt(&self) -> Option<Halt> {
        let refused = self.refused.map(Halt::Refused);
        let over = || match self.world.outcome() {
            Outcome::Running => None,
            over @ (Outcome::Paused | Outcome::Won | Outcome::Lost) => Some(Halt::Over(over)),
        };
        let overworked = || self.is_overworked().then_some(Halt::Overworked);
        refused.or_else(over).or_else(overworked).or_else(|| self.is_spent().then_some(Halt::Spent))
    }

    /// Whether the bound on steps is reached. Waiting after the end of the level reaches it too.
    pub fn is_spent(&self) -> bool {
        self.most_ticks.is_some_and(|most| self.ticks >= most)
    }

    /// Whether the bound on work is reached.
    pub fn is_overworked(&self) -> bool {
        self.most_work.is_some_and(|most| self.work >= most)
    }

    /// Work so far: that of making the world, of its steps, and one for each call of [`advance`](Player::advance).
    pub fn work(&self) -> u64 {
        self.work
    }

    /// Gives an order now. The queued ones are dropped: from here on the level is played by hand.
    ///
    /// # Errors
    /// When the world refuses it; then nothing changes, and the queue is kept.
    pub fn order(&mut self, order: Order) -> Result<(), Refusal> {
        self.give(order)?;
        self.queue.clear();
        Ok(())
    }

    /// Gives an order now, and keeps the queue.
    ///
    /// # Errors
    /// When the world refuses it; then nothing changes.
    pub fn insert(&mut self, order: Order) -> Result<(), Refusal> {
        self.give(order)
    }

    /// Makes one step, if the level is not over, and gives the queued orders that are due after it. Returns what
    /// happened in the step.
    pub fn advance(&mut self) -> &[Event] {
        let can_step = self.is_running();
        self.tick(can_step);
        &self.events
    }

    /// Makes steps until this many are made, or no more can be.
    pub fn advance_to(&mut self, step: u32) {
        while self.step < step && self.is_running() {
            self.tick(true);
        }
    }

    /// Counts a call, and makes a step if one can be made.
    fn tick(&mut self, can_step: bool) {
        self.events.clear();
        self.answers.clear();
        self.ticks = self.ticks.saturating_add(1);
        self.work += 1 + self.world.work() as u64;
        if can_step && self.world.step(&mut self.events).is_ok() {
            self.step += 1;
            self.losses.note(self.step, &self.events);
            self.give_due_orders();
        }
    }

    fn give_due_orders(&mut self) {
        while self.queue.last().is_some_and(|at| at.step <= self.step)
            && !matches!(self.halt(), Some(Halt::Refused(_) | Halt::Over(_)))
            && let Some(at) = self.queue.pop()
        {
            let answer = self.give(at.order);
            match self.on_refusal {
                OnRefusal::Skip => {}
                OnRefusal::Halt => self.refused = answer.err(),
            }
        }
    }

    fn give(&mut self, order: Order) -> Result<(), Refusal> {
        let answer = self.world.order(order);
        self.answers.push((order, answer));
        if answer.is_ok() {
            self.orders.push(At { step: self.step, order });
        }
        answer
    }
}
