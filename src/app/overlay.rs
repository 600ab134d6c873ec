//! The readings of the overlay: medians of the recent frames, their slow end, and the hints with the keys that switch
//! them.

use std::time::Duration;

use super::record::{FrameRecord, RECENT, Recorder};
use super::stats::{median, percentile};
use crate::look::Hint;
use crate::screens::{Command, Context, Key};
use crate::ui::Readings;

/// The medians of the recent frames, all their times, and the hints with the keys that switch them.
pub fn readings(recorder: &Recorder, context: &Context) -> Readings {
    let (texts, keys, hints) = (context.texts(), &context.settings().keys, context.profile.hints());
    let frames: Vec<&FrameRecord> = recorder.recent().collect();
    let mut lines: Vec<(String, String)> = texts
        .stages
        .iter()
        .enumerate()
        .map(|(stage, name)| (*name, median_ms(frames.iter().map(|frame| frame.times.all()[stage]))))
        .chain([(texts.frame, median_ms(frames.iter().map(|frame| frame.times.total())))])
        .map(|(name, value)| (name.to_owned(), (texts.milliseconds)(value)))
        .collect();
    let slow = slow_ms(&frames).map_or_else(|| "–".to_owned(), texts.milliseconds);
    lines.push((texts.frame_p99.to_owned(), slow));
    if let Some(last) = frames.last() {
        let painted = last.painted;
        let zoom = last.zoom.map_or_else(|| texts.no_zoom.to_owned(), |zoom| zoom.to_string());
        let kilopixels = painted.pixels.div_ceil(1000);
        lines.extend([
            (texts.overlay_zoom.to_owned(), zoom),
            (texts.items_and_kilopixels.to_owned(), format!("{}, {kilopixels}", painted.items)),
            (texts.sprites_cached_and_new.to_owned(), format!("{}, {}", painted.lookups.hits, painted.lookups.misses)),
        ]);
    }
    let key = |command: Command| keys.keys(command).first().map(Key::to_string).unwrap_or_default();
    let zoom = frames.last().and_then(|last| last.zoom);
    let switch = |hint: &Hint| {
        let value = hints.get(*hint).name();
        let is_idle = zoom.is_some_and(|zoom| hints.idle(*hint, zoom).is_some());
        let value = if is_idle { (texts.hint_is_idle)(value) } else { value.to_owned() };
        (key(Command::switching(*hint)), hint.name().to_owned(), value)
    };
    Readings {
        lines,
        frames: frames.iter().map(|frame| ms(frame.times.total())).collect(),
        capacity: RECENT,
        switches: Hint::ALL.iter().map(switch).collect(),
    }
}

fn ms(time: Duration) -> f32 {
    time.as_secs_f32() * 1e3
}

/// The time that 99 of 100 frames keep to; none of fewer than 100 frames, of which it would be the slowest.
fn slow_ms(frames: &[&FrameRecord]) -> Option<f32> {
    let mut times: Vec<Duration> = frames.iter().map(|frame| frame.times.total()).collect();
    times.sort_unstable();
    (times.len() >= 100).then(|| percentile(&times, 99).map(ms)).flatten()
}

fn median_ms(times: impl Iterator<Item = Duration>) -> f32 {
    median(times).map_or(0.0, ms)
}
