//! What the overlay of frame times shows, read from the recorder; and the keys that switch hints while it is there.

use std::time::Duration;

use super::record::{FrameRecord, RECENT, Recorder, Stages};
use super::stats::median;
use crate::look::{Cycle, Hint, Hints};
use crate::screens::{Command, Key, Readings, Screen};

/// Whether frame times are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Overlay {
    #[default]
    Hidden,
    Shown,
}

impl Overlay {
    pub fn toggled(self) -> Overlay {
        match self {
            Overlay::Hidden => Overlay::Shown,
            Overlay::Shown => Overlay::Hidden,
        }
    }
}

/// The medians of the recent frames, all their times, and the hints with the keys that switch them.
pub fn readings(recorder: &Recorder, hints: Hints, screen: &Screen) -> Readings {
    let (texts, keys) = (screen.texts(), &screen.settings().keys);
    let frames: Vec<&FrameRecord> = recorder.recent().collect();
    let mut lines: Vec<(String, String)> = Stages::NAMES
        .iter()
        .enumerate()
        .map(|(stage, name)| (*name, median_ms(frames.iter().map(|frame| frame.times.all()[stage]))))
        .chain([(texts.frame, median_ms(frames.iter().map(|frame| frame.times.total())))])
        .map(|(name, value)| (name.to_owned(), format!("{value:.2} ms")))
        .collect();
    if let Some(last) = frames.last() {
        let painted = last.painted;
        let zoom = last.zoom.map_or_else(|| texts.no_zoom.to_owned(), |zoom| zoom.to_string());
        let megapixels = painted.pixels as f64 / 1e6;
        lines.extend([
            (texts.overlay_zoom.to_owned(), zoom),
            (texts.items_and_pixels.to_owned(), (texts.millions)(painted.items, megapixels)),
            (texts.sprites_kept_and_made.to_owned(), format!("{}, {}", painted.lookups.hits, painted.lookups.misses)),
        ]);
    }
    let key = |command: &Command| keys.keys(*command).first().map(Key::to_string).unwrap_or_default();
    let switches = Command::SWITCHES.iter().zip(Hint::ALL);
    Readings {
        lines,
        frames: frames.iter().map(|frame| ms(frame.times.total())).collect(),
        room: RECENT,
        switches: switches
            .map(|(command, hint)| (key(command), hint.name().to_owned(), hints.get(*hint).name().to_owned()))
            .collect(),
    }
}

/// The hints after a command: the next value of the hint that it switches. None if it switches none.
pub fn switched(hints: Hints, command: Command) -> Option<Hints> {
    let (_, hint) = Command::SWITCHES.iter().zip(Hint::ALL).find(|(switch, _)| **switch == command)?;
    Some(hints.cycle(*hint, Cycle::Next))
}

fn ms(time: Duration) -> f32 {
    time.as_secs_f32() * 1e3
}

fn median_ms(times: impl Iterator<Item = Duration>) -> f32 {
    median(times).map_or(0.0, ms)
}
