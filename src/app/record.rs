//! The record of frames: what each one took, stage by stage. The game keeps the last few to show, and may write all of
//! them to a file; the benchmark keeps every one.
//!
//! No clock is read here: whoever drives the game owns the clock, and says what time it is.

use std::collections::VecDeque;
use std::io::{self, Write};
use std::time::{Duration, Instant};

use log::warn;

use crate::look::{Hint, Hints};
use crate::raster::Painted;

/// How many frames the recorder keeps at hand: four seconds of play.
pub const RECENT: usize = 240;

/// The time of each stage of a frame.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stages {
    /// The game's turn: inputs are taken, and the world moves on.
    pub step: Duration,
    /// Making the list of items.
    pub scene: Duration,
    /// Drawing the board.
    pub paint: Duration,
    /// Drawing what lies over it.
    pub hud: Duration,
    /// Handing the frame over: presenting it, or a plain copy of it where there is no window.
    pub copy: Duration,
}

impl Stages {
    /// The names of the stages, in the order in which they come.
    pub const NAMES: [&str; 5] = ["step", "scene", "paint", "hud", "copy"];

    /// The stages in the order of their names.
    pub fn all(&self) -> [Duration; 5] {
        [self.step, self.scene, self.paint, self.hud, self.copy]
    }

    /// The frame as it was made, without handing it over.
    pub fn made(&self) -> Duration {
        self.step + self.scene + self.paint + self.hud
    }

    /// The frame until it was handed over.
    pub fn total(&self) -> Duration {
        self.made() + self.copy
    }
}

/// Tells stages apart, by a clock that the caller reads.
///
/// ```
/// use std::time::{Duration, Instant};
/// use leveret::app::Stopwatch;
///
/// let start = Instant::now();
/// let mut watch = Stopwatch::start(start);
/// assert_eq!(watch.lap(start + Duration::from_millis(5)), Duration::from_millis(5));
/// assert_eq!(watch.lap(start + Duration::from_millis(7)), Duration::from_millis(2));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch {
    last: Instant,
}

impl Stopwatch {
    pub fn start(now: Instant) -> Stopwatch {
        Stopwatch { last: now }
    }

    /// The time since the lap before, or since the start.
    pub fn lap(&mut self, now: Instant) -> Duration {
        now.saturating_duration_since(std::mem::replace(&mut self.last, now))
    }
}

/// One frame.
#[derive(Debug, Clone, Copy)]
pub struct FrameRecord {
    /// Pixels a tile; none where no board is shown.
    pub zoom: Option<u32>,
    pub hints: Hints,
    pub times: Stages,
    /// What was painted, board and bars together.
    pub painted: Painted,
}

impl FrameRecord {
    /// The names of the columns of [`FrameRecord::write_row`], without the end of the line: zoom, each hint, the stages
    /// and their sum in nanoseconds, and what was painted.
    pub fn columns() -> String {
        let hints: Vec<&str> = Hint::ALL.iter().map(|hint| hint.name()).collect();
        let stages = Stages::NAMES.map(|stage| format!("{stage}_ns"));
        format!("zoom,{},{},total_ns,items,pixels,cache_hits,cache_misses", hints.join(","), stages.join(","))
    }

    /// Writes the frame as one line of comma-separated values, without its end.
    ///
    /// # Errors
    /// When the sink takes no more.
    pub fn write_row(&self, sink: &mut dyn Write) -> io::Result<()> {
        if let Some(zoom) = self.zoom {
            write!(sink, "{zoom}")?;
        }
        for hint in Hint::ALL {
            write!(sink, ",{}", self.hints.get(*hint).name())?;
        }
        for time in self.times.all() {
            write!(sink, ",{}", time.as_nanos())?;
        }
        let Painted { items, pixels, lookups } = self.painted;
        write!(sink, ",{},{items},{pixels},{},{}", self.times.total().as_nanos(), lookups.hits, lookups.misses)
    }
}

/// Keeps the last [`RECENT`] frames, and writes each to a sink if it was given one.
#[derive(Default)]
pub struct Recorder {
    recent: VecDeque<FrameRecord>,
    frames: u64,
    sink: Option<Box<dyn Write>>,
}

impl Recorder {
    /// From now on every frame is also written to this sink, as comma-separated values below a line of names.
    ///
    /// # Errors
    /// When the names cannot be written.
    pub fn write_to(&mut self, mut sink: Box<dyn Write>) -> io::Result<()> {
        writeln!(sink, "frame,{}", FrameRecord::columns())?;
        self.sink = Some(sink);
        Ok(())
    }

    /// Takes in a frame. A sink that fails is given up with a warning: nobody's game should end for a full disk.
    pub fn add(&mut self, frame: FrameRecord) {
        if self.recent.len() == RECENT {
            self.recent.pop_front();
        }
        self.recent.push_back(frame);
        if let Err(cause) = self.write(&frame) {
            warn!("frames are no longer recorded: {cause}");
            self.sink = None;
        }
        self.frames += 1;
    }

    /// The frames at hand, oldest first.
    pub fn recent(&self) -> impl DoubleEndedIterator<Item = &FrameRecord> + ExactSizeIterator {
        self.recent.iter()
    }

    fn write(&mut self, frame: &FrameRecord) -> io::Result<()> {
        let Some(sink) = &mut self.sink else { return Ok(()) };
        write!(sink, "{},", self.frames)?;
        frame.write_row(sink)?;
        writeln!(sink)
    }
}
