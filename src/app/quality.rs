//! The player's quality and the painter's hints: what the one means, and what the other is called.

use super::record::hint_parts;
use crate::raster::{self, HintError, Hints, Preset};
use crate::screens::{HintTold, Idle, Quality};

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
    let others = |preset: Preset| {
        let pairs = hint_parts(hints).zip(hint_parts(preset.hints()));
        let others = pairs.filter(|(is, usual)| is != usual).map(|((hint, value), _)| format!(",{hint}={value}"));
        (preset, others.collect::<Vec<_>>())
    };
    let nearest = Preset::ALL.map(others).into_iter().min_by_key(|(_, others)| others.len());
    match nearest.expect("there are presets") {
        (Preset::Speed, others) if others.is_empty() => Quality::Speed,
        (Preset::Balanced, others) if others.is_empty() => Quality::Balanced,
        (Preset::Quality, others) if others.is_empty() => Quality::Quality,
        (preset, others) => Quality::Own(format!("{}{}", preset.name(), others.concat())),
    }
}

/// Each hint with all that it can be, the usual value first, and whether it is idle at so many pixels a tile.
pub fn told(hints: Hints, tile: u32) -> Vec<HintTold> {
    let usual = Hints::default();
    let told = hint_parts(hints).zip(hint_parts(usual)).map(|((name, value), (_, first))| {
        let others = usual.singles().into_iter().filter(|single| single.hint == name);
        let values = [first].into_iter().chain(others.map(|single| single.value.to_owned())).collect();
        let idle = hints.idle(&name, tile).map(|idle| match idle {
            raster::Idle::Copied => Idle::Copied,
            raster::Idle::Drawn => Idle::Drawn,
            raster::Idle::Light => Idle::Light,
        });
        HintTold { name, value, values, idle }
    });
    told.collect()
}
