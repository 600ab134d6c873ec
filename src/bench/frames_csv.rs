//! `frames.csv`: every frame of the run in a row of its own.
//!
//! No CSV library: [`FrameRecord`] writes its part of the row itself, without allocating, because it also does in the
//! game; and only the first column is text that may need quotes.

use std::io::{self, Write};

use super::measured::{BenchFrame, Measured};
use crate::app::FrameRecord;

/// Writes all frames as comma-separated values below a row of names. Times are nanoseconds.
///
/// # Errors
/// When the sink cannot be written to.
pub fn write_csv(measured: &Measured, sink: &mut dyn Write) -> io::Result<()> {
    writeln!(sink, "variant,block,frame,kind,hash,{},present_ns", FrameRecord::columns())?;
    let blocks = measured.blocks.iter().map(|block| (block.variant, block.round.to_string(), &block.frames));
    // A zoom sweep has no blocks.
    let sweeps = measured.sweeps.iter().map(|sweep| (sweep.variant, String::new(), &sweep.frames));
    for (variant, block, frames) in blocks.chain(sweeps) {
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

/// A name as one field, quoted as in RFC 4180 if it must be.
fn quoted(name: &str) -> String {
    if name.contains([',', '"', '\n', '\r']) { format!("\"{}\"", name.replace('"', "\"\"")) } else { name.to_owned() }
}
