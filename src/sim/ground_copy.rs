//! A copy of the ground, to find what has changed since.

use super::cell::Cell;
use super::ground::Ground;
use super::world::World;

/// The ground of a world, as it was once.
#[derive(Debug, Clone)]
pub struct GroundCopy(pub(super) Ground);

impl GroundCopy {
    /// Whether nothing has changed, by the [revision](World::revision).
    pub fn is_of(&self, world: &World) -> bool {
        self.0.revision() == world.revision()
    }

    /// The cells of which [`block`](World::block) or [`was_dug`](World::was_dug) says something else in this world, row
    /// by row. None for a world of another size.
    pub fn changes(&self, world: &World) -> Option<Vec<Cell>> {
        let (GroundCopy(before), now) = (self, &world.ground);
        let is_same_size = (before.width(), before.height()) == (now.width(), now.height());
        is_same_size.then(|| {
            let has_changed = |y: &i32| before.tiles_of_row(*y) != now.tiles_of_row(*y);
            let cells =
                (0..now.height()).filter(has_changed).flat_map(|y| (0..now.width()).map(move |x| Cell::new(x, y)));
            cells.filter(|cell| before.tile(*cell) != now.tile(*cell)).collect()
        })
    }
}
