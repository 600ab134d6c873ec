//! The view: which part of the board is seen, and how large. It belongs to the player, not to the world: a rewind would
//! not restore it.

use super::geometry::{Point, Rect};
use crate::sim::Cell;

/// The smallest and the largest zoom, in pixels a tile.
pub const ZOOM: std::ops::RangeInclusive<u32> = 16..=256;

/// The zooms that keys step through, and that the benchmark measures.
pub const LADDER: [u32; 9] = [16, 24, 32, 48, 64, 96, 128, 192, 256];

/// How far the board may be dragged out of sight: this many tiles of it, or all of a smaller one, stay in reach.
const KEPT_IN_REACH: i32 = 2;

/// Where the board lies in the frame. Zooms and places are whole pixels, so that neighbouring tiles always meet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// The part of the frame that shows the board.
    window: Rect,
    /// Size of the world in cells.
    cells: (i32, i32),
    /// Pixels a tile.
    tile: u32,
    /// Where the top left corner of cell (0, 0) is, in pixels of the frame. Kept as a fraction, so that zooming in and
    /// out again comes back to the same place; drawing uses the whole pixels.
    origin: Point,
    /// The wheel's zoom before rounding to whole pixels.
    fine_tile: f32,
}

impl View {
    /// A view of a world of so many columns and rows that shows all of it, as large as the window allows.
    pub fn fitting(window: Rect, columns: i32, rows: i32) -> View {
        let mut view =
            View { window, cells: (columns.max(1), rows.max(1)), tile: 32, origin: Point::default(), fine_tile: 32.0 };
        view.fit();
        view
    }

    /// A view of all of a world, however small it gets.
    pub fn thumbnail(window: Rect, columns: i32, rows: i32) -> View {
        let mut view = View::fitting(window, columns, rows);
        let (columns, rows) = view.cells;
        view.tile = (window.width / columns).min(window.height / rows).max(1) as u32;
        view.centre();
        view
    }

    /// Pixels a tile.
    pub const fn tile(&self) -> u32 {
        self.tile
    }

    /// The part of the frame that shows the board.
    pub const fn window(&self) -> Rect {
        self.window
    }

    /// Where the top left corner of cell (0, 0) is drawn.
    pub fn origin(&self) -> (i32, i32) {
        (self.origin.x.round() as i32, self.origin.y.round() as i32)
    }

    /// The top left corner of a cell in the frame.
    pub fn cell_to_pixel(&self, cell: Cell) -> (i32, i32) {
        let (x, y) = self.origin();
        (x + cell.x * self.tile as i32, y + cell.y * self.tile as i32)
    }

    /// The cell under a pixel of the frame; it may lie outside of the world.
    pub fn pixel_to_cell(&self, pixel: Point) -> Cell {
        let (x, y) = self.origin();
        let tile = self.tile as i32;
        Cell::new((pixel.x.floor() as i32 - x).div_euclid(tile), (pixel.y.floor() as i32 - y).div_euclid(tile))
    }

    /// Shows all of the world, as large as it fits, in the middle of the window.
    pub fn fit(&mut self) {
        let across = self.window.width as f32 / (self.cells.0 as f32 + 1.0);
        let down = self.window.height as f32 / (self.cells.1 as f32 + 1.0);
        self.set_tile(across.min(down).floor());
        self.centre();
    }

    fn centre(&mut self) {
        self.origin = Point::new(
            self.window.x as f32 + (self.window.width - self.cells.0 * self.tile as i32) as f32 / 2.0,
            self.window.y as f32 + (self.window.height - self.cells.1 * self.tile as i32) as f32 / 2.0,
        );
    }

    /// Multiplies the zoom, keeping what is under `around` in its place.
    pub fn zoom_by(&mut self, factor: f32, around: Point) {
        self.zoom_around(self.fine_tile * factor, around);
    }

    /// The next larger zoom of the ladder, around the middle of the window.
    pub fn zoom_in(&mut self) {
        let tile = LADDER.into_iter().find(|&tile| tile > self.tile).unwrap_or(self.tile);
        self.zoom_around(tile as f32, self.middle());
    }

    /// The next smaller zoom of the ladder, around the middle of the window.
    pub fn zoom_out(&mut self) {
        let tile = LADDER.into_iter().rev().find(|&tile| tile < self.tile).unwrap_or(self.tile);
        self.zoom_around(tile as f32, self.middle());
    }

    /// Shows the board at so many pixels a tile, around the middle of the window.
    pub fn zoom_to(&mut self, tile: u32) {
        self.zoom_around(tile as f32, self.middle());
    }

    /// Moves the board by so many pixels.
    pub fn pan(&mut self, dx: f32, dy: f32) {
        self.origin = Point::new(self.origin.x + dx, self.origin.y + dy);
        self.keep_in_reach();
    }

    /// Moves the board just so far that the whole cell is in the window, with some room around it.
    pub fn show(&mut self, cell: Cell) {
        let (x, y) = self.cell_to_pixel(cell);
        let tile = self.tile as i32;
        let into = |place: i32, start: i32, length: i32| {
            let (first, last) = (start + tile, start + length - 2 * tile);
            if first > last { 0 } else { place.clamp(first, last) - place }
        };
        let dx = into(x, self.window.x, self.window.width);
        let dy = into(y, self.window.y, self.window.height);
        self.pan(dx as f32, dy as f32);
    }

    /// The frame has a new size: what was in the middle stays there, at the same zoom.
    pub fn resize(&mut self, window: Rect) {
        let before = self.middle();
        self.window = window;
        let after = self.middle();
        self.pan(after.x - before.x, after.y - before.y);
    }

    /// The frame has so many times as many pixels for the same size: the board looks as large as before.
    pub fn rescale(&mut self, factor: f32) {
        self.zoom_around(self.fine_tile * factor, self.middle());
    }

    fn middle(&self) -> Point {
        Point::new(
            self.window.x as f32 + self.window.width as f32 / 2.0,
            self.window.y as f32 + self.window.height as f32 / 2.0,
        )
    }

    fn set_tile(&mut self, tile: f32) {
        self.fine_tile = tile.clamp(*ZOOM.start() as f32, *ZOOM.end() as f32);
        self.tile = self.fine_tile.round() as u32;
    }

    fn zoom_around(&mut self, tile: f32, around: Point) {
        let old = self.tile as f32;
        self.set_tile(tile);
        let grown = self.tile as f32 / old;
        self.origin =
            Point::new(around.x - (around.x - self.origin.x) * grown, around.y - (around.y - self.origin.y) * grown);
        self.keep_in_reach();
    }

    fn keep_in_reach(&mut self) {
        let kept = |start: i32, length: i32, cells: i32, origin: f32| {
            let kept = (cells.min(KEPT_IN_REACH) * self.tile as i32) as f32;
            let board = (cells * self.tile as i32) as f32;
            let (low, high) = (start as f32 + kept - board, (start + length) as f32 - kept);
            origin.clamp(low.min(high), high.max(low))
        };
        self.origin = Point::new(
            kept(self.window.x, self.window.width, self.cells.0, self.origin.x),
            kept(self.window.y, self.window.height, self.cells.1, self.origin.y),
        );
    }
}
