//! A clip as an animated GIF: each frame has only the rectangle in which pixels have changed.

use std::borrow::Cow;
use std::io::{self, Write};

use gif::{DisposalMethod, Encoder, EncodingError, Repeat};

use super::color_table::{COLORS, ColorCounts, ColorTable};
use super::{Clip, ClipError};
use crate::raster::Frame;

/// So many frames are looked at to choose the colours.
const SAMPLES: u32 = 24;

/// How long the last frame is shown before the clip begins again, in hundredths of a second.
const LAST_SHOWN: u32 = 200;

/// The index of pixels that do not change.
const UNCHANGED: u8 = COLORS as u8;

impl Clip {
    /// Writes it as an animated GIF that repeats for ever. `done` is called after each frame.
    ///
    /// # Errors
    /// When it is too large, or cannot be written.
    pub fn write_gif(&self, sink: impl Write, mut done: impl FnMut()) -> Result<(), ClipError> {
        let (width, height) = self.size()?;
        let count = self.frames();
        let mut counts = ColorCounts::default();
        let every = count.div_ceil(SAMPLES) as usize;
        self.render((0..count).step_by(every), |_, frame| {
            counts.add(frame);
            Ok(())
        })?;
        let table = counts.table();

        let encoder = Encoder::new(sink, width as u16, height as u16, &table.bytes()).map_err(write_error)?;
        let mut writer = GifWriter { encoder, table, shown: Indices::new(width, height), held: None };
        writer.encoder.set_repeat(Repeat::Infinite).map_err(write_error)?;
        let rate = self.rate.frames.max(1);
        self.render(0..count, |number, frame| {
            done();
            writer.add(frame, number * 100 / rate)
        })?;
        let end = (count - 1) * 100 / rate + LAST_SHOWN;
        writer.flush(end).map_err(ClipError::Write)
    }
}

fn write_error(error: EncodingError) -> ClipError {
    ClipError::Write(io_error(error))
}

fn io_error(error: EncodingError) -> io::Error {
    match error {
        EncodingError::Io(cause) => cause,
        other => io::Error::other(other),
    }
}

/// The frames on their way: one is held back until it is known how long it is shown.
struct GifWriter<W: Write> {
    encoder: Encoder<W>,
    table: ColorTable,
    shown: Indices,
    /// With its time, in hundredths of a second.
    held: Option<(gif::Frame<'static>, u32)>,
}

impl<W: Write> GifWriter<W> {
    /// Adds a frame that is shown from this time on. One that changes nothing only lengthens the one before.
    fn add(&mut self, frame: &Frame, time: u32) -> io::Result<()> {
        if let Some(next) = self.shown.change(frame, &mut self.table) {
            self.flush(time)?;
            self.held = Some((next, time));
        }
        Ok(())
    }

    /// Writes the frame that was held back, which is shown until this time.
    fn flush(&mut self, until: u32) -> io::Result<()> {
        if let Some((mut frame, since)) = self.held.take() {
            frame.delay = u16::try_from(until - since).unwrap_or(u16::MAX);
            self.encoder.write_frame(&frame).map_err(io_error)?;
        }
        Ok(())
    }
}

/// What is on the screen: the bytes of the last frame, and the index of each of its pixels.
struct Indices {
    width: usize,
    rgba: Vec<u8>,
    indices: Vec<u8>,
}

impl Indices {
    /// Nothing is shown yet.
    fn new(width: u32, height: u32) -> Indices {
        let pixels = width as usize * height as usize;
        Indices { width: width as usize, rgba: vec![0; pixels * 4], indices: vec![UNCHANGED; pixels] }
    }

    /// Takes in a frame, and returns the part that has changed; none if nothing has.
    fn change(&mut self, frame: &Frame, table: &mut ColorTable) -> Option<gif::Frame<'static>> {
        let mut changed = vec![UNCHANGED; self.indices.len()];
        let height = self.indices.len() / self.width;
        let (mut columns, mut rows) = (self.width..0, height..0);
        let pixels = frame.data().as_chunks::<4>().0.iter().zip(self.rgba.as_chunks::<4>().0);
        for (at, (now, _)) in pixels.enumerate().filter(|(_, (now, before))| now != before) {
            let index = table.index([now[0], now[1], now[2]]);
            if std::mem::replace(&mut self.indices[at], index) != index {
                changed[at] = index;
                let (x, y) = (at % self.width, at / self.width);
                columns = columns.start.min(x)..columns.end.max(x + 1);
                rows = rows.start.min(y)..rows.end.max(y + 1);
            }
        }
        self.rgba.copy_from_slice(frame.data());
        if rows.is_empty() {
            return None;
        }
        let part = changed.chunks_exact(self.width).take(rows.end).skip(rows.start);
        let buffer: Vec<u8> = part.flat_map(|row| &row[columns.clone()]).copied().collect();
        Some(gif::Frame {
            dispose: DisposalMethod::Keep,
            transparent: Some(UNCHANGED),
            left: columns.start as u16,
            top: rows.start as u16,
            width: columns.len() as u16,
            height: rows.len() as u16,
            buffer: Cow::Owned(buffer),
            ..gif::Frame::default()
        })
    }
}
