//! How a level starts: a setup that makes a world, and its drawing.

use super::drawing::DrawnMap;
use super::fault::{FaultKind, LevelFault};
use super::source::TextRange;
use crate::sim::{self, Setup, World};

/// A setup with the world made of it. Only a setup that makes one gets here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Start {
    setup: Setup,
    world: World,
    drawing: DrawnMap,
}

impl Start {
    /// The start of a level that was read, unless there are faults. What the world refuses is reported at the map, and
    /// only if nothing else is wrong.
    pub(super) fn read(setup: Setup, drawing: DrawnMap, map: TextRange, faults: &mut Vec<LevelFault>) -> Option<Start> {
        if !faults.is_empty() {
            return None;
        }
        match World::new(&setup) {
            Ok(world) => Some(Start { setup, world, drawing }),
            Err(refused) => {
                faults
                    .extend(refused.iter().map(|fault| LevelFault::new(FaultKind::Unplayable, map, fault.to_string())));
                None
            }
        }
    }

    /// The start with another setup. The drawing is kept if the setup is the same, and made from the setup if not.
    pub(super) fn with_setup(self, setup: Setup) -> Result<Start, Vec<sim::Fault>> {
        if setup == self.setup {
            return Ok(self);
        }
        let (world, drawing) = (World::new(&setup)?, DrawnMap::of(&setup));
        Ok(Start { setup, world, drawing })
    }

    pub(super) fn setup(&self) -> &Setup {
        &self.setup
    }

    pub(super) fn world(&self) -> &World {
        &self.world
    }

    pub(super) fn drawing(&self) -> &DrawnMap {
        &self.drawing
    }
}
