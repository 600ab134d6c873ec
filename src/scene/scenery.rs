//! The scenery of a level: the sky over its page, and what is scribbled beside it. Each set has its own.

use super::sprite::Picture;
use super::wash::Wash;
use crate::look::{Color, palette};
use crate::sim::{Ability, Species, Thing, ThingKind, World};

/// Where a level takes place, in the order of the sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scenery {
    Meadow,
    Quarry,
    River,
    Mountains,
    /// Fire and water: an evening with a glow on the horizon.
    Dusk,
    /// The works of the rabbots, in their haze.
    Works,
}

impl Scenery {
    pub const ALL: [Scenery; 6] =
        [Scenery::Meadow, Scenery::Quarry, Scenery::River, Scenery::Mountains, Scenery::Dusk, Scenery::Works];

    /// The scenery of the set at this position; there is always one.
    pub const fn of_set(set: usize) -> Scenery {
        Scenery::ALL[set % Scenery::ALL.len()]
    }

    /// The scenery of a level outside all sets: what its world has as it begins decides, the rarest first.
    pub fn of_world(beginning: &World) -> Scenery {
        let has_thing = |is: fn(&ThingKind) -> bool| beginning.things().iter().any(|thing| is(&thing.kind));
        let has = |ability| {
            let lies = |thing: &Thing| matches!(thing.kind, ThingKind::Token(token) if token.ability == ability);
            beginning.tokens(ability).is_some() || beginning.things().iter().any(lies)
        };
        if beginning.rabbits().iter().any(|rabbit| rabbit.species == Species::Rabbot) {
            Scenery::Works
        } else if has_thing(|kind| matches!(kind, ThingKind::Fire(_) | ThingKind::Pipe))
            || beginning.waters().next().is_some()
        {
            Scenery::Dusk
        } else if has(Ability::Climb) || has(Ability::Brolly) {
            Scenery::Mountains
        } else if has(Ability::Bridge) {
            Scenery::River
        } else if has(Ability::Dig) || has(Ability::Bash) {
            Scenery::Quarry
        } else {
            Scenery::Meadow
        }
    }

    /// Its sky on a page that lies in these rows of pixels of the frame.
    pub const fn sky(self, rows: (i32, i32)) -> Wash {
        let (top, bottom) = match self {
            Scenery::Meadow => (Color::rgb(216, 234, 248), palette::PAPER),
            Scenery::Quarry => (Color::rgb(249, 226, 208), palette::PAPER),
            Scenery::River => (Color::rgb(208, 236, 232), palette::PAPER),
            Scenery::Mountains => (Color::rgb(221, 220, 243), palette::PAPER),
            Scenery::Dusk => (Color::rgb(219, 219, 240), Color::rgb(253, 236, 220)),
            Scenery::Works => (Color::rgb(222, 225, 214), Color::rgb(251, 247, 234)),
        };
        Wash { top, bottom, rows }
    }

    pub(super) const fn doodle(self) -> Picture {
        match self {
            Scenery::Meadow => Picture::DoodleCarrot,
            Scenery::Quarry => Picture::DoodleSpade,
            Scenery::River => Picture::DoodleBridge,
            Scenery::Mountains => Picture::DoodleUmbrella,
            Scenery::Dusk => Picture::DoodleDrop,
            Scenery::Works => Picture::DoodleGear,
        }
    }
}
