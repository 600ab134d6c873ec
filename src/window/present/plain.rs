//! Frames through softbuffer: copied into memory that the display server reads.

use std::num::NonZeroU32;
use std::sync::Arc;

use softbuffer::{Context, SoftBufferError, Surface};
use winit::window::Window;

use crate::app::Frame;

/// softbuffer keeps memory for the largest frame that it ever saw. When frames are smaller than that by this factor, the
/// surface is opened again, and the memory is given back.
const SHRINK_FACTOR: usize = 4;

pub(crate) struct PlainSurface {
    window: Arc<Window>,
    surface: Surface<Arc<Window>, Arc<Window>>,
    /// Bytes of the largest frame since the surface was opened.
    largest: usize,
}

impl PlainSurface {
    pub(crate) fn open(window: &Arc<Window>) -> Result<PlainSurface, SoftBufferError> {
        Ok(PlainSurface { window: Arc::clone(window), surface: surface(window)?, largest: 0 })
    }

    pub(crate) fn present(&mut self, frame: &Frame) -> Result<(), SoftBufferError> {
        let (Some(width), Some(height)) = (NonZeroU32::new(frame.width()), NonZeroU32::new(frame.height())) else {
            return Ok(());
        };
        self.make_room(frame.data().len())?;
        self.surface.resize(width, height)?;
        let mut buffer = self.surface.buffer_mut()?;
        let (pixels, _) = frame.data().as_chunks::<4>();
        for (to, &[red, green, blue, _]) in buffer.iter_mut().zip(pixels) {
            *to = u32::from_be_bytes([0, red, green, blue]);
        }
        buffer.present()
    }

    /// The next frame has so many bytes.
    fn make_room(&mut self, bytes: usize) -> Result<(), SoftBufferError> {
        if bytes.saturating_mul(SHRINK_FACTOR) <= self.largest {
            self.surface = surface(&self.window)?;
            self.largest = 0;
        }
        self.largest = self.largest.max(bytes);
        Ok(())
    }
}

fn surface(window: &Arc<Window>) -> Result<Surface<Arc<Window>, Arc<Window>>, SoftBufferError> {
    let context = Context::new(Arc::clone(window))?;
    Surface::new(&context, Arc::clone(window))
}
