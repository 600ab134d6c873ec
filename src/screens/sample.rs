//! The sample: a small board that plays its solution in a loop, to show what the painter's hints do to it.

use std::time::Duration;

use crate::level::{self, At, Level};
use crate::look::{Cycle, STEP_TIME};
use crate::play::Player;
use crate::scene::{Camera, Item, LADDER, Point, Rect, Scenery, draw_board, next_zoom, previous_zoom};
use crate::sim::Cell;

/// A board that plays itself.
#[derive(Debug, Clone)]
pub struct Sample {
    level: &'static Level,
    orders: Vec<At>,
    player: Player,
    /// The part of the present step that has passed, 0 to 1.
    phase: f32,
    /// Pixels a tile.
    tile: u32,
}

/// Between two mip levels, so that every hint has something to act on.
const FIRST_TILE: u32 = 48;

impl Sample {
    /// The very first level: a small window of it shows every kind of work for the painter.
    pub fn new() -> Sample {
        let level = &level::sets()[0].levels[0].level;
        let orders = level.solutions.first().and_then(|solution| solution.play(level).ok());
        let orders = orders.map(|play| play.orders).unwrap_or_default();
        let player = Player::following(level.world(), orders.clone());
        Sample { level, orders, player, phase: 0.0, tile: FIRST_TILE }
    }

    pub fn tile(&self) -> u32 {
        self.tile
    }

    /// The next larger or smaller zoom of the ladder; after the last comes the first.
    pub fn zoom(&mut self, way: Cycle) {
        let next = match way {
            Cycle::Next => next_zoom(self.tile).or(LADDER.first().copied()),
            Cycle::Previous => previous_zoom(self.tile).or(LADDER.last().copied()),
        };
        self.tile = next.unwrap_or(self.tile);
    }

    /// Plays at normal speed; after the end it begins again.
    pub fn tick(&mut self, time: Duration) {
        self.phase += time.as_secs_f32() / STEP_TIME.as_secs_f32();
        while self.phase >= 1.0 {
            self.phase -= 1.0;
            self.player.advance();
            if !self.player.is_running() {
                self.player = Player::following(self.level.world(), self.orders.clone());
            }
        }
    }

    /// The items in a frame of this size. `flow` is how much of the movement between two steps is shown.
    pub fn draw(&self, size: (i32, i32), flow: f32, items: &mut Vec<Item>) {
        draw_board(self.player.world(), Scenery::of_set(0), &self.camera(size), self.phase * flow, items);
    }

    /// A part of the frame to look at closely: around a rabbit, as long as there is one.
    pub fn detail(&self, size: (i32, i32), (width, height): (i32, i32)) -> Rect {
        let camera = self.camera(size);
        let half = self.tile as i32 / 2;
        let middle = |cell: Cell| {
            let (x, y) = camera.cell_to_pixel(cell);
            (x + half, y + half)
        };
        let in_sight = |(x, y): &(i32, i32)| camera.window().contains(Point::new(*x as f32, *y as f32));
        let rabbits = self.player.world().rabbits().iter().map(|rabbit| middle(rabbit.cell));
        let (x, y) = rabbits.into_iter().find(in_sight).unwrap_or((size.0 / 2, size.1 / 2));
        let from = |middle: i32, length: i32, room: i32| (middle - length / 2).clamp(0, (room - length).max(0));
        Rect::new(from(x, width, size.0), from(y, height, size.1), width.min(size.0), height.min(size.1))
    }

    /// The middle of the board.
    fn camera(&self, (width, height): (i32, i32)) -> Camera {
        let world = self.player.world();
        let mut camera = Camera::fitting(Rect::new(0, 0, width, height), world.width(), world.height());
        camera.zoom_to(self.tile);
        camera
    }
}
