//! How a level starts: a setup that makes a world, and its drawing.

use super::drawing::DrawnMap;
use super::fault::{FaultKind, LevelFault};
use super::faults::Faults;
use super::source::TextSpan;
use crate::sim::{Setup, SetupFault, World};

/// A setup that was checked, and the world made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Start {
    setup: Setup,
    world: World,
    drawing: DrawnMap,
}

impl Start {
    /// The start of a level that is being read; none if there are faults. Faults of the setup are reported at the map,
    /// and only if there are no others.
    pub(super) fn read(setup: Setup, drawing: DrawnMap, map: TextSpan, faults: &mut Faults) -> Option<Start> {
        if !faults.is_empty() {
            return None;
        }
        match World::new(&setup) {
            Ok(world) => Some(Start { setup, world, drawing }),
            Err(refused) => {
                for fault in refused {
                    faults.push_with(|| LevelFault::new(FaultKind::Unplayable, map, fault.to_string()));
                }
                None
            }
        }
    }

    /// The start with another setup. Its map is made from the setup, unless that is the same.
    pub(super) fn with_setup(self, setup: Setup) -> Result<Start, Vec<SetupFault>> {
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
