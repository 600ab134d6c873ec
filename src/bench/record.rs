//! The record of a benchmark: every frame, with its time by stage.

use std::fmt::Write as _;
use std::io;
use std::path::Path;
use std::time::Duration;

use crate::raster::{Hints, Painted};

/// One frame.
#[derive(Debug, Clone, Copy)]
pub struct FrameRecord {
    /// Pixels a tile.
    pub zoom: u32,
    pub hints: Hints,
    /// Counted from 0 within a zoom and its hints. Frame 0 had no sprite at hand.
    pub number: u32,
    pub times: Stages,
    /// What was painted, board and bars together.
    pub painted: Painted,
}

/// The time of each stage of a frame.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stages {
    /// The game's turn: the world moves on.
    pub step: Duration,
    /// Making the list of items.
    pub scene: Duration,
    /// Drawing the board.
    pub paint: Duration,
    /// Drawing what lies over it.
    pub hud: Duration,
    /// Handing the frame over: a plain copy of its pixels, as presenting makes at least one.
    pub copy: Duration,
}

impl Stages {
    /// The whole frame.
    pub fn total(&self) -> Duration {
        self.step + self.scene + self.paint + self.hud + self.copy
    }
}

/// The frames as text: a line each, comma-separated, below a line of names. Times are nanoseconds.
pub fn csv(frames: &[FrameRecord]) -> String {
    let mut text = String::from(
        "zoom,filter,antialias,alpha,blend,sprites,cache,redraw,frame,step_ns,scene_ns,paint_ns,hud_ns,copy_ns,total_ns,\
         items,pixels,cache_hits,cache_misses\n",
    );
    for frame in frames {
        let hints = frame.hints.to_string();
        let values = hints.split(',').filter_map(|hint| hint.split_once('=')).map(|(_, value)| value);
        let _ = write!(text, "{},{},{}", frame.zoom, values.collect::<Vec<_>>().join(","), frame.number);
        let times = frame.times;
        for time in [times.step, times.scene, times.paint, times.hud, times.copy, times.total()] {
            let _ = write!(text, ",{}", time.as_nanos());
        }
        let Painted { items, pixels, lookups } = frame.painted;
        let _ = writeln!(text, ",{items},{pixels},{},{}", lookups.hits, lookups.misses);
    }
    text
}

/// Writes the frames beside their place first, then renames, so that no half a file is ever there.
///
/// # Errors
/// When the file cannot be written.
pub fn write_csv(frames: &[FrameRecord], path: &Path) -> io::Result<()> {
    let beside = path.with_extension("csv.part");
    std::fs::write(&beside, csv(frames))?;
    std::fs::rename(&beside, path)
}
