//! `frames.csv`: every frame of the run in a row of its own, written as it comes.
//!
//! No CSV library: [`FrameRecord`] writes its part of the row itself, without allocating, because it also does in the
//! game; and only the first column is text that may need quotes.

use std::io::{self, Write};

use super::measured::{BenchFrame, FrameKind};
use super::plan::BenchPlan;
use super::run::BenchEvent;
use crate::app::FrameRecord;

/// Writes the row of names. Times are nanoseconds.
///
/// # Errors
/// When the sink cannot be written to.
pub fn write_names(sink: &mut dyn Write) -> io::Result<()> {
    writeln!(sink, "variant,visit,lap,frame,kind,hash,{},cpu_ns,present_ns,threads", FrameRecord::columns())
}

/// Writes the frames that an event brings, and hands them on to the system.
///
/// # Errors
/// When the sink cannot be written to.
pub fn write_frames(plan: &BenchPlan, event: &BenchEvent, sink: &mut dyn Write) -> io::Result<()> {
    let mut write = |variant: usize, visit: Option<u32>, threads: usize, frames: &[BenchFrame]| {
        let name = quoted(&plan.variants[variant].name);
        frames.iter().try_for_each(|frame| write_row(&name, visit, threads, frame, sink))
    };
    let threads = plan.threads.get();
    match event {
        BenchEvent::Frame(_) => return Ok(()),
        BenchEvent::Visited(visit) => {
            visit
                .courses
                .iter()
                .try_for_each(|course| write(course.variant, Some(visit.number), threads, &course.frames))?;
        }
        // Only visits are numbered.
        BenchEvent::Swept(sweep) => write(sweep.variant, None, threads, &sweep.frames)?,
        BenchEvent::Paced(run) => run.turns.iter().try_for_each(|turn| {
            write(run.variant, None, run.threads, &turn.back_to_back)?;
            write(run.variant, None, run.threads, &turn.paced)
        })?,
    }
    sink.flush()
}

fn write_row(
    name: &str,
    visit: Option<u32>,
    threads: usize,
    frame: &BenchFrame,
    sink: &mut dyn Write,
) -> io::Result<()> {
    let BenchFrame { lap, number, kind, hash, record, cpu, present } = frame;
    match visit {
        Some(visit) => write!(sink, "{name},{visit},{lap},")?,
        // While the zoom moves there are no laps.
        None if matches!(kind, FrameKind::Zoomed | FrameKind::Sharpening) => write!(sink, "{name},,,")?,
        None => write!(sink, "{name},,{lap},")?,
    }
    write!(sink, "{number},{},", kind.name())?;
    if let Some(hash) = hash {
        write!(sink, "{hash:016x}")?;
    }
    write!(sink, ",")?;
    record.write_row(sink)?;
    for time in [cpu, present] {
        match time {
            Some(time) => write!(sink, ",{}", time.as_nanos())?,
            None => write!(sink, ",")?,
        }
    }
    writeln!(sink, ",{threads}")
}

/// A name as one field, quoted as in RFC 4180 if it must be.
fn quoted(name: &str) -> String {
    if name.contains([',', '"', '\n', '\r']) { format!("\"{}\"", name.replace('"', "\"\"")) } else { name.to_owned() }
}
