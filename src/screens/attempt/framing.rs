//! Framing: the camera over the board, who chose what it shows, and the drag that moves it.

use crate::scene::{Camera, Point, Rect};
use crate::sim::{Cell, World};
use crate::ui::Layout;

/// A notch of the wheel makes the board larger by a sixth.
const WHEEL_ZOOM: f32 = 7.0 / 6.0;

/// The pointer may move by so many logical pixels in a click; beyond, it is a drag.
const CLICK_SLACK: f32 = 5.0;

/// The camera, and who chose the part of the board that it shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Framing {
    camera: Camera,
    by: FramedBy,
    /// Pixels of the frame per logical one when the camera was set up.
    scale: f32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FramedBy {
    /// It fits the window, and goes on doing so when the window changes.
    Fit,
    Player,
}

impl Framing {
    /// All of a world, as large as the window allows.
    pub fn fitting(window: Rect, world: &World, layout: &Layout) -> Framing {
        let camera = Camera::fitting(window, world.width(), world.height());
        Framing { camera, by: FramedBy::Fit, scale: layout.scale() }
    }

    pub fn camera(&self) -> &Camera {
        &self.camera
    }

    /// Whether the player has moved or zoomed the board.
    pub fn is_moved(&self) -> bool {
        self.by == FramedBy::Player
    }

    /// The frame has another size, or the window came to a screen of another scale.
    pub fn resize(&mut self, window: Rect, layout: &Layout) {
        self.camera.resize(window);
        let before = std::mem::replace(&mut self.scale, layout.scale());
        match self.by {
            FramedBy::Fit => self.camera.fit(),
            FramedBy::Player => self.camera.rescale(layout.scale() / before),
        }
    }

    /// Shows the whole board.
    pub fn fit(&mut self) {
        self.camera.fit();
        self.by = FramedBy::Fit;
    }

    /// Moves or zooms the camera as the player wants it.
    pub fn reframe(&mut self, change: impl FnOnce(&mut Camera)) {
        self.by = FramedBy::Player;
        change(&mut self.camera);
    }

    /// Zooms by so many notches of the wheel, around the pointer.
    pub fn wheel(&mut self, notches: f32, pointer: Option<Point>) {
        let around = self.around(pointer);
        self.reframe(|camera| camera.zoom_by(WHEEL_ZOOM.powf(notches), around));
    }

    /// The zooms that a notch of the wheel leads to, in pixels a tile.
    pub fn next_zooms(&self) -> [u32; 2] {
        [1.0, -1.0].map(|notch| self.camera.tile_after(WHEEL_ZOOM.powf(notch)))
    }

    /// Zooms by the relative change of a pinch, around the pointer.
    pub fn pinch(&mut self, change: f32, pointer: Option<Point>) {
        let around = self.around(pointer);
        self.reframe(|camera| camera.pinch_by((1.0 + change).clamp(0.5, 2.0), around));
    }

    /// The point that a zoom keeps in its place: the pointer, or the middle if it is not on the board.
    fn around(&self, pointer: Option<Point>) -> Point {
        let window = self.camera.window();
        pointer.filter(|pointer| window.contains(*pointer)).unwrap_or(self.middle())
    }

    /// Scrolls just so far that the cell is visible.
    pub fn show(&mut self, cell: Cell) {
        self.camera.show(cell);
    }

    /// The middle of the part that is seen.
    pub fn middle(&self) -> Point {
        let window = self.camera.window();
        Point::new((window.x + window.width / 2) as f32, (window.y + window.height / 2) as f32)
    }
}

/// The state of a drag: what the pressed button of the mouse is doing.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum Drag {
    #[default]
    Idle,
    /// Pressed on the board here, and not moved yet.
    Pressed(Point),
    /// Dragging the board, last seen here.
    Dragging(Point),
}

impl Drag {
    /// The pointer moves to a point: the pixels by which the board is to be moved, if it is dragged.
    pub fn move_to(&mut self, point: Point, layout: &Layout) -> Option<(f32, f32)> {
        let last = match *self {
            Drag::Idle => return None,
            Drag::Pressed(start) => {
                let moved = (point.x - start.x).abs().max((point.y - start.y).abs());
                if moved <= layout.size(CLICK_SLACK) {
                    return None;
                }
                start
            }
            Drag::Dragging(last) => last,
        };
        *self = Drag::Dragging(point);
        Some((point.x - last.x, point.y - last.y))
    }

    /// The button is released: the point of the click, if it was one.
    pub fn release(&mut self) -> Option<Point> {
        match std::mem::take(self) {
            Drag::Pressed(point) => Some(point),
            Drag::Idle | Drag::Dragging(_) => None,
        }
    }
}
