//! The speaker: the sound device of the system, fed by the game's mixer.
//!
//! Everything happens on a thread of its own: opening a device may take a second, and no frame waits for it. The device
//! calls back on yet another thread; there the mixer is only tried for, never waited for. Where there is no device, or
//! the one there was has stopped, the game goes on in silence, and another look is taken now and then. A device has
//! stopped when it says so, or when it no longer asks for samples: PulseAudio says nothing when its server ends.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use log::{info, warn};
use maudio::audio::sample_rate::SampleRate;
use maudio::context::{Context, ContextBuilder};
use maudio::device::device_builder::{DeviceBuilder, DeviceBuilderOps};
use maudio::device::{Device, DeviceOps};

use super::sound_servers::{NoSound, backends};
use crate::app::Mixer;

/// The time between two looks whether the device is still there, or there is one now.
const LOOK: Duration = Duration::from_secs(1);
/// A device that asks for no samples at so many looks in a row is gone; one hiccup of a busy machine is not the end of
/// it.
const SILENT_LOOKS: u32 = 3;
/// How long the end of the game waits for the device to be closed.
const CLOSING: Duration = Duration::from_millis(300);

/// Sound comes out for as long as this is held.
pub struct Speaker {
    /// Dropped to end the thread.
    end: Option<Sender<()>>,
    /// Disconnected when the thread has ended.
    ended: Receiver<()>,
}

impl Speaker {
    /// Begins to look for a device. Without one this does nothing, and says so in the log.
    pub fn start(mixer: Mixer) -> Speaker {
        let (end, ending) = mpsc::channel();
        let (ended_sender, ended) = mpsc::channel();
        let started = thread::Builder::new().name("speaker".to_owned()).spawn(move || {
            play(mixer, &ending);
            drop(ended_sender);
        });
        if let Err(cause) = started {
            warn!("no sound: {cause}");
        }
        Speaker { end: Some(end), ended }
    }
}

impl Drop for Speaker {
    /// The device is closed before the process ends, unless it does not answer.
    fn drop(&mut self) {
        self.end.take();
        let _ = self.ended.recv_timeout(CLOSING);
    }
}

/// Plays until the game ends, on one device after the other.
fn play(mixer: Mixer, ending: &Receiver<()>) {
    let mixer = Arc::new(Mutex::new(mixer));
    let mut reported = None;
    loop {
        match OpenDevice::open(&mixer) {
            Ok(mut device) => {
                info!("sound: a device is open");
                reported = None;
                while device.is_there() {
                    if is_over(ending) {
                        return;
                    }
                }
                warn!("the sound device is gone");
                device.abandon();
            }
            Err(cause) => {
                let cause = cause.to_string();
                if reported.as_ref() != Some(&cause) {
                    info!("no sound: {cause}");
                    reported = Some(cause);
                }
            }
        }
        if let Ok(mut mixer) = mixer.lock() {
            mixer.skip();
        }
        if is_over(ending) {
            return;
        }
    }
}

/// Waits for a moment. Whether the game has ended meanwhile.
fn is_over(ending: &Receiver<()>) -> bool {
    matches!(ending.recv_timeout(LOOK), Err(RecvTimeoutError::Disconnected))
}

/// A device that plays.
struct OpenDevice {
    device: Device<f32>,
    /// Whether it asked for samples since the last look.
    asked: Arc<AtomicBool>,
    /// Looks in a row at which it had not.
    silent_looks: u32,
    /// Outlives the device.
    _context: Context,
}

impl OpenDevice {
    fn open(mixer: &Arc<Mutex<Mixer>>) -> Result<OpenDevice, NoSound> {
        let context = ContextBuilder::new().preferred_backends(backends()?.iter().copied()).build()?;
        let mixer = Arc::clone(mixer);
        let asked = Arc::new(AtomicBool::new(true));
        let asking = Arc::clone(&asked);
        let mut device = DeviceBuilder::playback()
            .f32()
            .playback_channels(2)
            .sample_rate(SampleRate::Sr48000)
            .context(&context)
            .state_notifier()
            .with_callback(move |_, samples| {
                asking.store(true, Ordering::Relaxed);
                match mixer.try_lock() {
                    Ok(mut mixer) => mixer.render(samples),
                    Err(_) => samples.fill(0.0),
                }
            })?;
        device.device_start()?;
        Ok(OpenDevice { device, asked, silent_looks: 0, _context: context })
    }

    /// Closes it on a thread of its own: a library whose server is gone may wait for it for ever.
    fn abandon(self) {
        if let Err(cause) = thread::Builder::new().name("lost speaker".to_owned()).spawn(move || drop(self)) {
            warn!("a sound device cannot be closed: {cause}");
        }
    }

    /// A look at it, one every [`LOOK`].
    fn is_there(&mut self) -> bool {
        self.silent_looks = if self.asked.swap(false, Ordering::Relaxed) { 0 } else { self.silent_looks + 1 };
        let is_stopped = self.device.get_state_notifier().is_some_and(|notifier| notifier.stopped());
        self.device.is_started() && !is_stopped && self.silent_looks < SILENT_LOOKS
    }
}
