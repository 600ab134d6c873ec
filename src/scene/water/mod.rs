//! Water: pools with a smooth surface, and the streams that fall into them. It lies in front of who stands in it.
//!
//! The rules know amounts of water in cells; here these become shapes that go on from cell to cell: at the border of
//! two cells both have the same height or width. Heights are in [`FULL_CELL`]ths of a tile. The period of a wave is one
//! step of the game, so that waves are continuous from step to step.
//!
//! Most of it looks the same throughout a step, and is listed once for all frames of the step.

mod forms;
mod stream;
mod surface;

use std::ops::Range;

use super::camera::Camera;
use super::geometry::{Point, Rect};
use super::item::Item;
use super::item_group::ItemGroup;
use super::motion::frame;
use super::sprite::{FRAMES, Picture, Sprite};
use crate::look::{Color, palette};
use crate::sim::{Cell, Direction, FULL_CELL, Revision, WaterCopy, World};

pub(super) use forms::{WaterForm, water_form};
use forms::{WaterForms, WaterSpot};
use stream::Streak;
use surface::Surface;

const FULL: f32 = FULL_CELL as f32;

/// The water of a world as a camera shows it, in all phases of a step.
#[derive(Debug, Clone)]
pub(super) struct WaterView {
    revision: Revision,
    copy: WaterCopy,
    camera: Camera,
    still: ItemGroup,
    /// Surfaces with waves, and what they look like in each frame of an animation, once that was drawn.
    surfaces: Vec<Surface>,
    waves: [Option<ItemGroup>; FRAMES as usize],
    streaks: Vec<Streak>,
    /// The top left corners of the cells whose floor foam would be on.
    foams: Vec<Point>,
}

/// The water of some cells, back to front.
#[derive(Default)]
struct WaterParts {
    still: Vec<Item>,
    surfaces: Vec<Surface>,
    streaks: Vec<Streak>,
    foams: Vec<Point>,
}

impl WaterView {
    /// Looks at these columns and rows. None if the world has no water.
    pub fn new(world: &World, camera: &Camera, columns: Range<i32>, rows: Range<i32>) -> Option<WaterView> {
        let forms = WaterForms::new(world, columns)?;
        let mut parts = WaterParts::default();
        rows.for_each(|row| parts.add_row(&forms, row, camera));
        let WaterParts { mut still, surfaces, streaks, foams } = parts;
        let (moving, calm): (Vec<Surface>, Vec<Surface>) = surfaces.into_iter().partition(Surface::has_waves);
        calm.iter().for_each(|surface| surface.draw(0, &mut still));
        Some(WaterView {
            revision: world.revision(),
            copy: world.copy_water(),
            camera: *camera,
            still: ItemGroup::new(still),
            surfaces: moving,
            waves: std::array::from_fn(|_| None),
            streaks,
            foams,
        })
    }

    /// Whether a view of the world by this camera would be the same.
    pub fn is_of(&self, world: &World, camera: &Camera) -> bool {
        self.camera == *camera && self.revision == world.revision() && self.copy.is_of(world)
    }

    /// Appends the water at this phase of the step.
    pub fn draw(&mut self, phase: f32, items: &mut Vec<Item>) {
        let (frame, tile) = (frame(phase), self.camera.tile());
        items.push(Item::Group(self.still.clone()));
        if !self.surfaces.is_empty() {
            let waves = self.waves[usize::from(frame)].get_or_insert_with(|| {
                let mut shapes = Vec::new();
                self.surfaces.iter().for_each(|surface| surface.draw(frame, &mut shapes));
                ItemGroup::new(shapes)
            });
            items.push(Item::Group(waves.clone()));
        }
        let streaks = self.streaks.iter().map(|streak| streak.at(frame, tile as i32));
        items.extend(streaks.map(|rect| Item::Fill { rect, color: palette::WATER_LINE }));
        let foam = Sprite { frame, ..Sprite::still(Picture::Foam) };
        items.extend(self.foams.iter().map(|at| Item::Sprite { sprite: foam, at: *at, tile, opacity: 255 }));
    }
}

impl WaterParts {
    fn add_row(&mut self, forms: &WaterForms, row: i32, camera: &Camera) {
        let tile = camera.tile() as i32;
        // Neighbouring cells that are full share a rectangle, and those with a surface share that.
        let mut full: Option<(Rect, Color)> = None;
        let mut surface: Option<Surface> = None;
        for cell in forms.near_water(row).iter().copied() {
            let (spot, above) = (forms.at(cell), forms.at(cell.above()).form);
            let place = WaterCell { cell, corner: camera.cell_to_pixel(cell), tile };
            match (spot.form, above) {
                (WaterForm::Pool(_), WaterForm::Pool(_)) if spot.slope.is_none() && !forms.is_open_beside(cell) => {
                    let (rect, color) = (Rect::new(place.corner.0, place.corner.1, tile, tile), color(spot));
                    match &mut full {
                        Some((left, same)) if left.right() == rect.x && *same == color => left.width += tile,
                        _ => self.still.extend(full.replace((rect, color)).map(filled)),
                    }
                }
                (WaterForm::Pool(_), WaterForm::Pool(_)) => self.still.push(surface::draw_leaning(forms, place)),
                (WaterForm::Pool(height), _) => {
                    let here = Surface::of(forms, place, height);
                    let joined = surface.as_mut().is_some_and(|surface| surface.join(&here));
                    if !joined {
                        self.surfaces.extend(surface.replace(here));
                    }
                }
                (WaterForm::Stream(_), _) => stream::add(forms, place, self),
                (WaterForm::Wall | WaterForm::Dry, _) => {}
            }
            if let (WaterForm::Pool(_) | WaterForm::Dry, WaterForm::Stream(_)) = (spot.form, above) {
                stream::add_landing(forms, place, self);
            }
        }
        self.still.extend(full.map(filled));
        self.surfaces.extend(surface);
    }
}

fn filled((rect, color): (Rect, Color)) -> Item {
    Item::Fill { rect, color }
}

/// Darker with depth.
const fn color(spot: WaterSpot) -> Color {
    palette::WATER.with_alpha(palette::WATER.alpha + 12 * spot.depth)
}

/// The height of the ground in a cell with this slope.
fn floor(slope: Option<Direction>, across: f32) -> f32 {
    match slope {
        None => 0.0,
        Some(Direction::Right) => across,
        Some(Direction::Left) => FULL - across,
    }
}

/// A cell in the frame.
#[derive(Debug, Clone, Copy)]
struct WaterCell {
    cell: Cell,
    /// Its top left corner in the frame.
    corner: (i32, i32),
    /// Pixels per tile.
    tile: i32,
}

impl WaterCell {
    /// The pixel at this place in the cell, in [`FULL_CELL`]ths of a tile from its lower left corner.
    fn pixel(&self, (across, up): (f32, f32)) -> Point {
        let scale = self.tile as f32 / FULL;
        let (left, bottom) = (self.corner.0 as f32, (self.corner.1 + self.tile) as f32);
        Point::new(left + across * scale, bottom - up * scale)
    }

    /// A polygon of such places.
    fn polygon(&self, corners: impl IntoIterator<Item = (f32, f32)>, color: Color) -> Item {
        Item::Polygon { corners: corners.into_iter().map(|corner| self.pixel(corner)).collect(), color }
    }
}

/// A point of the quadratic curve from `from` to `to`, with a control point; `t` is from 0 to 1.
fn curve(from: f32, control: f32, to: f32, t: f32) -> f32 {
    let s = 1.0 - t;
    s * s * from + 2.0 * s * t * control + t * t * to
}
