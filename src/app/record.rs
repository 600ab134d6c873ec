//! The record of frames: the time of each one, stage by stage. The game keeps the last few to show, and may write all
//! of them to a file; the benchmark keeps every one.

use std::collections::VecDeque;
use std::io::{self, Write};

use log::warn;

use super::stages::Stages;
use crate::look::{Hint, Hints};
use crate::raster::Painted;

/// How many frames the recorder keeps: four seconds of play.
pub const RECENT: usize = 240;

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
    /// Writes every frame to this sink too, as comma-separated values below a line of names.
    ///
    /// # Errors
    /// When the names cannot be written.
    pub fn write_to(&mut self, mut sink: Box<dyn Write>) -> io::Result<()> {
        writeln!(sink, "frame,{}", FrameRecord::columns())?;
        self.sink = Some(sink);
        Ok(())
    }

    /// Adds a frame. The first one by other hints drops those before it from the recent ones, so that no figure mixes
    /// both. A sink that fails is given up with a warning: no game should end for a full disk.
    pub fn add(&mut self, frame: FrameRecord) {
        if self.recent.back().is_some_and(|last| last.hints != frame.hints) {
            self.recent.clear();
        }
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

    /// The last frames by the present hints, oldest first.
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
