//! Frames through softbuffer: copied into memory that the display server reads.

use std::num::NonZeroU32;
use std::sync::Arc;

use softbuffer::{Context, SoftBufferError, Surface};
use winit::window::Window;

use super::presented_changes::{FrameChanges, PresentedChanges};
use crate::app::Frame;
use crate::scene::Rect;

/// softbuffer keeps memory for the largest frame that it ever saw. When frames are smaller than that by this factor,
/// the surface is opened again, and the memory is given back.
const SHRINK_FACTOR: usize = 4;

/// Each rectangle is a request of its own to the display server. More of them cost more than the pixels between them.
const MOST_RECTS: usize = 200;

pub(crate) struct PlainSurface {
    window: Arc<Window>,
    surface: Surface<Arc<Window>, Arc<Window>>,
    /// Bytes of the largest frame since the surface was opened.
    largest: usize,
    presented: PresentedChanges,
}

impl PlainSurface {
    pub(crate) fn open(window: &Arc<Window>) -> Result<PlainSurface, SoftBufferError> {
        Ok(PlainSurface {
            window: Arc::clone(window),
            surface: surface(window)?,
            largest: 0,
            presented: PresentedChanges::default(),
        })
    }

    pub(crate) fn present(&mut self, frame: &Frame) -> Result<(), SoftBufferError> {
        let (Some(width), Some(height)) = (NonZeroU32::new(frame.width()), NonZeroU32::new(frame.height())) else {
            return Ok(());
        };
        self.make_room(frame.data().len())?;
        self.surface.resize(width, height)?;
        let mut buffer = self.surface.buffer_mut()?;
        self.presented.add(frame);
        let is_new = buffer.age() == 0;
        for rect in self.presented.since(buffer.age()).rects(frame) {
            copy(frame, rect, &mut buffer);
        }
        let damage = if is_new { FrameChanges::Everything } else { self.presented.to_show() };
        let damage: Vec<_> = few(damage.rects(frame)).into_iter().filter_map(in_their_words).collect();
        buffer.present_with_damage(&damage)
    }

    /// The next frame has so many bytes.
    fn make_room(&mut self, bytes: usize) -> Result<(), SoftBufferError> {
        if bytes.saturating_mul(SHRINK_FACTOR) <= self.largest {
            self.surface = surface(&self.window)?;
            self.presented = PresentedChanges::default();
            self.largest = 0;
        }
        self.largest = self.largest.max(bytes);
        Ok(())
    }
}

/// Copies a rectangle of the frame to the same place in the buffer, which has its size.
fn copy(frame: &Frame, rect: Rect, buffer: &mut [u32]) {
    let (pixels, _) = frame.data().as_chunks::<4>();
    let width = frame.width() as usize;
    for row in rect.y..rect.bottom() {
        let start = row as usize * width + rect.x as usize;
        let columns = start..start + rect.width as usize;
        for (to, pixel) in buffer[columns.clone()].iter_mut().zip(&pixels[columns]) {
            *to = xrgb(*pixel);
        }
    }
}

/// A pixel as display servers read it: nothing, red, green and blue, from the highest byte to the lowest. In whole
/// words, which is several pixels at once; byte by byte it would be one after the other.
fn xrgb(pixel: [u8; 4]) -> u32 {
    let abgr = u32::from_le_bytes(pixel);
    (abgr & 0xff) << 16 | abgr & 0xff00 | abgr >> 16 & 0xff
}

/// The rectangles, or one around them if they are many.
fn few(rects: Vec<Rect>) -> Vec<Rect> {
    if rects.len() <= MOST_RECTS {
        return rects;
    }
    rects.into_iter().reduce(Rect::union).into_iter().collect()
}

/// A rectangle of the frame; none if it is empty.
fn in_their_words(rect: Rect) -> Option<softbuffer::Rect> {
    let [width, height] = [rect.width, rect.height].map(|length| NonZeroU32::new(length as u32));
    Some(softbuffer::Rect { x: rect.x as u32, y: rect.y as u32, width: width?, height: height? })
}

fn surface(window: &Arc<Window>) -> Result<Surface<Arc<Window>, Arc<Window>>, SoftBufferError> {
    let context = Context::new(Arc::clone(window))?;
    Surface::new(&context, Arc::clone(window))
}
