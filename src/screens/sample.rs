//! The sample: a small board that plays its solution again and again, to show what the painter's hints do to it.

use std::time::Duration;

use super::play::STEP;
use crate::level::{self, At, Level};
use crate::play::Player;
use crate::scene::{Item, LADDER, Point, Rect, View, draw_board};
use crate::sim::Cell;

/// A board that plays itself.
#[derive(Debug, Clone)]
pub struct Sample {
    level: &'static Level,
    orders: Vec<At>,
    run: Player,
    /// How much of the present step has gone by, 0 to 1.
    phase: f32,
    /// Pixels a tile.
    tile: u32,
}

/// Between the sizes of the masters, so that every hint has something to act on.
const FIRST_TILE: u32 = 48;

impl Sample {
    /// The very first level: all that can be seen of it in a small window is work for the painter.
    pub fn new() -> Sample {
        let level = &level::sets()[0].levels[0].level;
        let orders = level.solutions.first().and_then(|solution| solution.play(level).ok());
        let orders = orders.map(|play| play.orders).unwrap_or_default();
        let run = Player::following(level.world(), orders.clone());
        Sample { level, orders, run, phase: 0.0, tile: FIRST_TILE }
    }

    pub fn tile(&self) -> u32 {
        self.tile
    }

    /// The next larger zoom of the ladder; after the largest, the smallest.
    pub fn zoom_in(&mut self) {
        self.tile = LADDER.into_iter().find(|tile| *tile > self.tile).unwrap_or(LADDER[0]);
    }

    /// The next smaller zoom of the ladder; after the smallest, the largest.
    pub fn zoom_out(&mut self) {
        let smaller = LADDER.into_iter().rev().find(|tile| *tile < self.tile);
        self.tile = smaller.unwrap_or(LADDER[LADDER.len() - 1]);
    }

    /// Moves on as a game at normal speed does; at the end it begins again.
    pub fn tick(&mut self, time: Duration) {
        self.phase += time.as_secs_f32() / STEP.as_secs_f32();
        while self.phase >= 1.0 {
            self.phase -= 1.0;
            self.run.advance();
            if !self.run.is_running() {
                self.run = Player::following(self.level.world(), self.orders.clone());
            }
        }
    }

    /// The items in a frame of this size. `flow` is how much of the movement between two steps is shown.
    pub fn draw(&self, size: (i32, i32), flow: f32, items: &mut Vec<Item>) {
        draw_board(self.run.world(), &self.view(size), self.phase * flow, items);
    }

    /// A part of the frame with something in it to look at closely: a rabbit, as long as there is one.
    pub fn detail(&self, size: (i32, i32), (width, height): (i32, i32)) -> Rect {
        let view = self.view(size);
        let half = self.tile as i32 / 2;
        let middle = |cell: Cell| {
            let (x, y) = view.cell_to_pixel(cell);
            (x + half, y + half)
        };
        let in_sight = |(x, y): &(i32, i32)| view.window().contains(Point::new(*x as f32, *y as f32));
        let rabbits = self.run.world().rabbits().iter().map(|rabbit| middle(rabbit.cell));
        let (x, y) = rabbits.into_iter().find(in_sight).unwrap_or((size.0 / 2, size.1 / 2));
        let from = |place: i32, length: i32, room: i32| (place - length / 2).clamp(0, (room - length).max(0));
        Rect::new(from(x, width, size.0), from(y, height, size.1), width.min(size.0), height.min(size.1))
    }

    /// The middle of the board.
    fn view(&self, (width, height): (i32, i32)) -> View {
        let world = self.run.world();
        let mut view = View::fitting(Rect::new(0, 0, width, height), world.width(), world.height());
        view.zoom_to(self.tile);
        view
    }
}
