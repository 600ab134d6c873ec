//! The camera: which part of the board is visible, at which zoom. It is not part of the world: a rewind does not
//! restore it.

use super::geometry::{Point, Rect};
use crate::sim::Cell;

/// The smallest and the largest zoom, in pixels per tile.
pub const ZOOM: std::ops::RangeInclusive<u32> = 16..=256;

/// The zoom levels that keys step through and the benchmark measures, in pixels per tile.
pub const LADDER: [u32; 9] = [16, 24, 32, 48, 64, 96, 128, 192, 256];

/// The next larger level of the [`LADDER`], if there is one.
pub fn next_zoom(tile: u32) -> Option<u32> {
    LADDER.into_iter().find(|level| *level > tile)
}

/// The next smaller level of the [`LADDER`], if there is one.
pub fn previous_zoom(tile: u32) -> Option<u32> {
    LADDER.into_iter().rev().find(|level| *level < tile)
}

/// With smaller tiles, in pixels, a board is a thumbnail.
const SMALLEST_TILE: u32 = 12;

/// Tiles of the board that panning always leaves visible, or all of a smaller board.
const MIN_VISIBLE: i32 = 2;

/// The left edge of the board is put on a multiple of so many pixels, 64 bytes: then stores of the painter split no
/// lines of the processor's cache, which takes a sixth to a third of their time.
const ALIGNMENT: f32 = 16.0;

/// Where the left edge of the board may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LeftEdge {
    /// On a multiple of [`ALIGNMENT`], the nearest to the origin: after everything that sets a zoom.
    Aligned,
    /// On any pixel: the board sticks to the hand that drags it.
    Anywhere,
}

/// The mapping between cells of the world and pixels of the frame. Zoom and offset are whole pixels when drawn, so that
/// neighbouring tiles share an edge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// The part of the frame that shows the board.
    window: Rect,
    /// Size of the world in cells.
    cells: (i32, i32),
    /// Pixels per tile.
    tile: u32,
    /// The top left corner of cell (0, 0) in the frame, in pixels. Fractional, so that zooming in and back out returns
    /// to the same position; drawing rounds it.
    origin: Point,
    left_edge: LeftEdge,
    /// Pixels per tile before rounding, so that small steps of the wheel add up.
    fine_tile: f32,
}

impl Camera {
    /// A camera that shows a whole world of `columns` by `rows` cells, as large as the window and [`ZOOM`] allow.
    pub fn fitting(window: Rect, columns: i32, rows: i32) -> Camera {
        let mut camera = Camera {
            window,
            cells: (columns.max(1), rows.max(1)),
            tile: 32,
            origin: Point::default(),
            left_edge: LeftEdge::Aligned,
            fine_tile: 32.0,
        };
        camera.fit();
        camera
    }

    /// A camera that shows a whole world, at a zoom below that of [`ZOOM`] if need be.
    pub fn thumbnail(window: Rect, columns: i32, rows: i32) -> Camera {
        let mut camera = Camera::fitting(window, columns, rows);
        let (columns, rows) = camera.cells;
        camera.tile = (window.width / columns).min(window.height / rows).max(1) as u32;
        camera.centre();
        camera.left_edge = LeftEdge::Anywhere;
        camera
    }

    /// Whether the board is so small that it is a picture to choose by, without labels, tape and doodle.
    pub const fn shows_thumbnail(&self) -> bool {
        self.tile < SMALLEST_TILE
    }

    /// Pixels per tile.
    pub const fn tile(&self) -> u32 {
        self.tile
    }

    /// The part of the frame that shows the board.
    pub const fn window(&self) -> Rect {
        self.window
    }

    /// Columns and rows of the world.
    pub const fn cells(&self) -> (i32, i32) {
        self.cells
    }

    /// The top left corner of cell (0, 0) in the frame, in whole pixels.
    pub fn origin(&self) -> (i32, i32) {
        let x = match self.left_edge {
            LeftEdge::Aligned => (self.origin.x / ALIGNMENT).round() * ALIGNMENT,
            LeftEdge::Anywhere => self.origin.x.round(),
        };
        (x as i32, self.origin.y.round() as i32)
    }

    /// The top left corner of a cell in the frame.
    pub fn cell_to_pixel(&self, cell: Cell) -> (i32, i32) {
        let (x, y) = self.origin();
        (x + cell.x * self.tile as i32, y + cell.y * self.tile as i32)
    }

    /// The pixel of the frame at a position in tiles from the top left corner of cell (0, 0).
    pub fn tile_to_pixel(&self, position: Point) -> Point {
        let (x, y) = self.origin();
        let tile = self.tile as f32;
        Point::new(x as f32 + position.x * tile, y as f32 + position.y * tile)
    }

    /// The cell under a pixel of the frame; it may lie outside the world.
    pub fn pixel_to_cell(&self, pixel: Point) -> Cell {
        let (x, y) = self.origin();
        let tile = self.tile as i32;
        Cell::new((pixel.x.floor() as i32 - x).div_euclid(tile), (pixel.y.floor() as i32 - y).div_euclid(tile))
    }

    /// Shows the whole world, as large as it fits, centred in the window.
    pub fn fit(&mut self) {
        let across = self.window.width as f32 / (self.cells.0 as f32 + 1.0);
        let down = self.window.height as f32 / (self.cells.1 as f32 + 1.0);
        self.set_tile(across.min(down).floor());
        self.centre();
        self.left_edge = LeftEdge::Aligned;
    }

    fn centre(&mut self) {
        self.origin = Point::new(
            self.window.x as f32 + (self.window.width - self.cells.0 * self.tile as i32) as f32 / 2.0,
            self.window.y as f32 + (self.window.height - self.cells.1 * self.tile as i32) as f32 / 2.0,
        );
    }

    /// Multiplies the zoom, as a notch of a wheel does. The point of the board under `around` moves no more than
    /// aligning the board takes, and back with the next notch.
    pub fn zoom_by(&mut self, factor: f32, around: Point) {
        self.zoom_around(self.fine_tile * factor, around);
    }

    /// Multiplies the zoom, as fingers do. The point of the board under `around` does not move.
    pub fn pinch_by(&mut self, factor: f32, around: Point) {
        self.detach();
        self.zoom_around(self.fine_tile * factor, around);
        self.left_edge = LeftEdge::Anywhere;
    }

    /// Zooms to the next larger level of [`LADDER`], around the middle of the window.
    pub fn zoom_in(&mut self) {
        let tile = next_zoom(self.tile).unwrap_or(self.tile);
        self.zoom_around(tile as f32, self.middle());
    }

    /// Zooms to the next smaller level of [`LADDER`], around the middle of the window.
    pub fn zoom_out(&mut self) {
        let tile = previous_zoom(self.tile).unwrap_or(self.tile);
        self.zoom_around(tile as f32, self.middle());
    }

    /// Zooms to `tile` pixels per tile, around the middle of the window.
    pub fn zoom_to(&mut self, tile: u32) {
        self.zoom_around(tile as f32, self.middle());
    }

    /// Moves the board by an offset in pixels.
    pub fn pan(&mut self, dx: f32, dy: f32) {
        self.detach();
        self.move_by(dx, dy);
    }

    /// From now on the left edge is where the origin is, which is where it was seen last.
    fn detach(&mut self) {
        if self.left_edge == LeftEdge::Aligned {
            self.origin.x = self.origin().0 as f32;
            self.left_edge = LeftEdge::Anywhere;
        }
    }

    fn move_by(&mut self, dx: f32, dy: f32) {
        self.origin = Point::new(self.origin.x + dx, self.origin.y + dy);
        self.keep_visible();
    }

    /// Moves the board by the least amount that shows the whole cell with a margin of one tile.
    pub fn show(&mut self, cell: Cell) {
        let (x, y) = self.cell_to_pixel(cell);
        let tile = self.tile as i32;
        let into = |pixel: i32, start: i32, length: i32| {
            let (first, last) = (start + tile, start + length - 2 * tile);
            if first > last { 0 } else { pixel.clamp(first, last) - pixel }
        };
        let dx = into(x, self.window.x, self.window.width);
        let dy = into(y, self.window.y, self.window.height);
        self.move_by(dx as f32, dy as f32);
    }

    /// Sets the window after the frame was resized. Zoom and the point in the middle are kept.
    pub fn resize(&mut self, window: Rect) {
        let before = self.middle();
        self.window = window;
        let after = self.middle();
        self.move_by(after.x - before.x, after.y - before.y);
    }

    /// Adapts the zoom to a change of the scale factor: the board keeps its size in logical pixels.
    pub fn rescale(&mut self, factor: f32) {
        self.zoom_around(self.fine_tile * factor, self.middle());
    }

    fn middle(&self) -> Point {
        Point::new(
            self.window.x as f32 + self.window.width as f32 / 2.0,
            self.window.y as f32 + self.window.height as f32 / 2.0,
        )
    }

    /// Pixels per tile after zooming by this factor.
    pub fn tile_after(&self, factor: f32) -> u32 {
        let mut camera = *self;
        camera.set_tile(self.fine_tile * factor);
        camera.tile
    }

    fn set_tile(&mut self, tile: f32) {
        self.fine_tile = tile.clamp(*ZOOM.start() as f32, *ZOOM.end() as f32);
        self.tile = self.fine_tile.round() as u32;
    }

    fn zoom_around(&mut self, tile: f32, around: Point) {
        let old = self.tile as f32;
        self.set_tile(tile);
        self.left_edge = LeftEdge::Aligned;
        let grown = self.tile as f32 / old;
        self.origin =
            Point::new(around.x - (around.x - self.origin.x) * grown, around.y - (around.y - self.origin.y) * grown);
        self.keep_visible();
    }

    fn keep_visible(&mut self) {
        let clamped = |start: i32, length: i32, cells: i32, origin: f32| {
            let kept = (cells.min(MIN_VISIBLE) * self.tile as i32) as f32;
            let board = (cells * self.tile as i32) as f32;
            let (low, high) = (start as f32 + kept - board, (start + length) as f32 - kept);
            origin.clamp(low.min(high), high.max(low))
        };
        self.origin = Point::new(
            clamped(self.window.x, self.window.width, self.cells.0, self.origin.x),
            clamped(self.window.y, self.window.height, self.cells.1, self.origin.y),
        );
    }
}
