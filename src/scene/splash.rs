//! Splashes: where something that falls meets the surface of a pool. When that is follows from where things are and how
//! they fall, so that it is the same in every replay.

use super::motion::path;
use super::water::{WaterForm, water_form};
use crate::sim::{Cell, FULL_CELL, Rabbit, Thing, ThingKind, TokenState, World};

/// Water as shallow as this does not splash.
const SHALLOW: i32 = FULL_CELL / 8;

/// A splash in a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Splash {
    pub cell: Cell,
    /// The height of the surface above the lower edge of the cell, in tiles.
    pub surface: f32,
    /// The phases of this step at which it begins, 0 or less if in the last step, and ends.
    from: f32,
    to: f32,
}

impl Splash {
    /// Its phase, if it is there at this phase of the step.
    pub fn phase(&self, phase: f32) -> Option<f32> {
        let own = (phase - self.from) / (self.to - self.from);
        (0.0..1.0).contains(&own).then_some(own)
    }
}

/// The splash of a rabbit, in this step or in the last one: it takes a step's time.
pub(super) fn rabbit_splash(world: &World, rabbit: &Rabbit) -> Option<Splash> {
    let now = path(world, rabbit);
    let falls = now.iter().all(|(_, (x, _))| *x == 0.0);
    let now = now.into_iter().map(|(phase, (_, y))| (phase, y)).collect();
    let last = match rabbit.memory().fallen {
        0 => None,
        // A single cell is fallen in half a step.
        fallen if fallen % 2 == 1 => Some(vec![(-1.0, -1.0), (-0.5, 0.0)]),
        _ => Some(vec![(-1.0, -2.0), (0.0, 0.0)]),
    };
    let found = last.into_iter().chain(falls.then_some(now)).find_map(|fall| meeting(world, rabbit.cell, &fall));
    found.map(|(cell, surface, from)| Splash { cell, surface, from, to: from + 1.0 })
}

/// The splash of a token: it has ended when the token has landed.
pub(super) fn token_splash(world: &World, thing: &Thing) -> Option<Splash> {
    let ThingKind::Token(token) = thing.kind else { return None };
    let falls = matches!(token.state, TokenState::Falling | TokenState::FallToSlope);
    let (cell, surface, from) = falls.then(|| meeting(world, thing.cell, &[(0.0, 0.0), (1.0, 1.0)]))??;
    Some(Splash { cell, surface, from, to: 1.0 })
}

/// Where and when the feet of something that falls from a cell meet a surface: `fall` has the phases and the tiles
/// below the cell.
fn meeting(world: &World, from: Cell, fall: &[(f32, f32)]) -> Option<(Cell, f32, f32)> {
    let (first, last) = (fall.first()?.1, fall.last()?.1);
    let rows = first.floor() as i32..=last.ceil() as i32;
    rows.map(|row| from.offset(0, row)).find_map(|cell| {
        let surface = surface(world, cell)?;
        let depth = (cell.y - from.y) as f32 - surface;
        fall.windows(2).find_map(|pair| {
            let ((start, above), (end, below)) = (pair[0], pair[1]);
            let is_between = above <= depth && depth < below;
            is_between.then(|| (cell, surface, start + (end - start) * (depth - above) / (below - above)))
        })
    })
}

/// The height of the surface of a pool in this cell, in tiles.
fn surface(world: &World, cell: Cell) -> Option<f32> {
    let is_surface = world.water(cell) > SHALLOW && world.water(cell.above()) <= 0;
    match is_surface.then(|| water_form(world, cell))? {
        WaterForm::Pool(height) => Some(height as f32 / FULL_CELL as f32),
        WaterForm::Wall | WaterForm::Dry | WaterForm::Stream(_) => None,
    }
}
