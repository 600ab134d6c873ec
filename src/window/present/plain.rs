//! Frames through softbuffer: copied into memory that the display server reads.

use std::num::NonZeroU32;
use std::sync::Arc;

use softbuffer::{Context, SoftBufferError, Surface};
use winit::window::Window;

use crate::app::Frame;

pub(crate) struct Plain {
    surface: Surface<Arc<Window>, Arc<Window>>,
}

impl Plain {
    pub(crate) fn open(window: &Arc<Window>) -> Result<Plain, SoftBufferError> {
        let context = Context::new(Arc::clone(window))?;
        let surface = Surface::new(&context, Arc::clone(window))?;
        Ok(Plain { surface })
    }

    pub(crate) fn present(&mut self, frame: &Frame) -> Result<(), SoftBufferError> {
        let (Some(width), Some(height)) = (NonZeroU32::new(frame.width()), NonZeroU32::new(frame.height())) else {
            return Ok(());
        };
        self.surface.resize(width, height)?;
        let mut buffer = self.surface.buffer_mut()?;
        let (pixels, _) = frame.data().as_chunks::<4>();
        for (to, &[red, green, blue, _]) in buffer.iter_mut().zip(pixels) {
            *to = u32::from_be_bytes([0, red, green, blue]);
        }
        buffer.present()
    }
}
