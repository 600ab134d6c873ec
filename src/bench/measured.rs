//! The record of a benchmark: every frame, and where in the run it was.

use std::io::{self, Write};
use std::time::Duration;

use super::run::Measured;
use crate::app::FrameRecord;

/// One frame of the benchmark.
#[derive(Debug, Clone, Copy)]
pub struct BenchFrame {
    /// Counted from 0 in each playing of the course.
    pub number: u32,
    pub kind: Kind,
    /// A hash of its pixels.
    pub hash: u64,
    pub record: FrameRecord,
    /// How long it took to present it, if there is a window.
    pub present: Option<Duration>,
}

/// What a frame tells about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It had no sprite at hand: this is what a change of zoom costs at once.
    First,
    /// One of those after it, in which further sprites may be made for the first time.
    Settling,
    /// The course begins again with all its sprites at hand. Its picture has jumped back, so it is not typical either.
    Rewound,
    /// A frame as it comes in play. These are the ones that count.
    Steady,
    /// The zoom has just moved: sprites that are not at hand are stood in for.
    Zoomed,
    /// It follows such a frame, and sharp sprites come in.
    Sharpening,
}

impl Kind {
    /// What `frames.csv` calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::First => "first",
            Kind::Settling => "settling",
            Kind::Rewound => "rewound",
            Kind::Steady => "steady",
            Kind::Zoomed => "zoomed",
            Kind::Sharpening => "sharpening",
        }
    }
}

/// The frames of one zoom and variant that were measured in one go.
#[derive(Debug, Clone)]
pub struct Block {
    /// Places in the plan's lists.
    pub zoom: usize,
    pub variant: usize,
    /// Which of the blocks of this zoom and variant, from 0.
    pub round: u32,
    pub frames: Vec<BenchFrame>,
    pub yardsticks: Yardsticks,
}

/// What the machine can do at best with a frame of this size, at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Yardsticks {
    /// Copying a frame: the floor.
    pub copy: Duration,
    /// Filling a frame with one value.
    pub fill: Duration,
}

impl Block {
    /// The frames of one kind.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &BenchFrame> {
        self.frames.iter().filter(move |frame| frame.kind == kind)
    }

    /// The times of the frames that count.
    pub fn steady(&self) -> Vec<Duration> {
        self.of_kind(Kind::Steady).map(|frame| frame.record.times.made()).collect()
    }
}

/// Writes all frames as comma-separated values below a line of names. Times are nanoseconds.
///
/// # Errors
/// When the sink takes no more.
pub fn write_csv(measured: &Measured, sink: &mut dyn Write) -> io::Result<()> {
    writeln!(sink, "variant,block,frame,kind,hash,{},present_ns", FrameRecord::columns())?;
    let blocks = measured.blocks.iter().map(|block| (block.variant, block.round.to_string(), &block.frames));
    // While the zoom moves there are no blocks.
    let zooming = measured.zooming.iter().map(|zooming| (zooming.variant, String::new(), &zooming.frames));
    for (variant, block, frames) in blocks.chain(zooming) {
        let name = quoted(&measured.plan.variants[variant].name);
        for BenchFrame { number, kind, hash, record, present } in frames {
            write!(sink, "{name},{block},{number},{},{hash:016x},", kind.name())?;
            record.write_row(sink)?;
            match present {
                Some(time) => writeln!(sink, ",{}", time.as_nanos())?,
                None => writeln!(sink, ",")?,
            }
        }
    }
    Ok(())
}

/// A name as one value, though it may hold commas.
fn quoted(name: &str) -> String {
    if name.contains([',', '"']) { format!("\"{}\"", name.replace('"', "\"\"")) } else { name.to_owned() }
}
