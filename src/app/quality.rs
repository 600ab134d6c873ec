//! The player's quality and the painter's hints: what the one means, and what the other is called.

use crate::look::{Hint, HintError, Hints, Preset};
use crate::screens::{HintTold, Quality};

/// The painter's hints for a quality that the player chose.
///
/// # Errors
/// When the player's own list is not understood.
pub fn hints_of(quality: &Quality) -> Result<Hints, HintError> {
    Ok(match quality {
        Quality::Speed => Preset::Speed.hints(),
        Quality::Balanced => Preset::Balanced.hints(),
        Quality::Quality => Preset::Quality.hints(),
        Quality::Own(list) => list.parse()?,
    })
}

/// What hints are called: a preset, or the nearest one and what is not as there.
pub fn quality_of(hints: Hints) -> Quality {
    match (hints.preset(), hints.nearest_preset()) {
        (Some(Preset::Speed), _) => Quality::Speed,
        (Some(Preset::Balanced), _) => Quality::Balanced,
        (Some(Preset::Quality), _) => Quality::Quality,
        (None, (preset, others)) => {
            let others: Vec<String> = others.iter().map(|value| format!(",{value}")).collect();
            Quality::Own(format!("{}{}", preset.name(), others.concat()))
        }
    }
}

/// Each hint with all that it can be, and whether it is idle at so many pixels a tile.
pub fn told(hints: Hints, tile: u32) -> Vec<HintTold> {
    let told = Hint::ALL.iter().map(|hint| HintTold {
        name: hint.name().to_owned(),
        value: hints.get(*hint).name().to_owned(),
        values: hint.values().iter().map(|value| value.name().to_owned()).collect(),
        idle: hints.idle(*hint, tile),
    });
    told.collect()
}
