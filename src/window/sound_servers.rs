//! Where sound can go on this system. The libraries are asked only where there is something to answer: without a card
//! ALSA's writes fifty lines to standard error.

use std::fmt;

use maudio::MaudioError;
use maudio::backend::Backend;

/// Why nothing is heard.
#[derive(Debug)]
pub enum NoSound {
    /// There is neither a sound server nor a card.
    NoDevice,
    Library(MaudioError),
}

impl fmt::Display for NoSound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoSound::NoDevice => f.write_str("there is neither a sound server nor a sound card"),
            NoSound::Library(cause) => write!(f, "{cause}"),
        }
    }
}

impl From<MaudioError> for NoSound {
    fn from(cause: MaudioError) -> NoSound {
        NoSound::Library(cause)
    }
}

/// The interfaces to try, in this order. The library's own list ends with a device that plays to nobody.
#[cfg(not(target_os = "linux"))]
pub fn backends() -> Result<Vec<Backend>, NoSound> {
    use Backend::{Audio4, CoreAudio, DSound, Oss, Sndio, Wasapi, WinMm};
    Ok(vec![Wasapi, DSound, WinMm, CoreAudio, Sndio, Audio4, Oss])
}

/// The interfaces to try, in this order: the sound server (PipeWire speaks PulseAudio's protocol), then the card
/// itself.
#[cfg(target_os = "linux")]
pub fn backends() -> Result<Vec<Backend>, NoSound> {
    let server = has_server().then_some(Backend::PulseAudio);
    let card = has_card().then_some(Backend::Alsa);
    let backends: Vec<Backend> = server.into_iter().chain(card).collect();
    if backends.is_empty() { Err(NoSound::NoDevice) } else { Ok(backends) }
}

/// Whether PulseAudio, or PipeWire in its place, seems to run for this user.
#[cfg(target_os = "linux")]
fn has_server() -> bool {
    let is_named = std::env::var_os("PULSE_SERVER").is_some_and(|server| !server.is_empty());
    let folder = std::env::var_os("PULSE_RUNTIME_PATH")
        .map(std::path::PathBuf::from)
        .or_else(|| Some(std::path::PathBuf::from(std::env::var_os("XDG_RUNTIME_DIR")?).join("pulse")));
    is_named || folder.is_some_and(|folder| folder.join("native").exists())
}

/// Whether there is a card that plays: its devices are called `pcmC0D0p` and so on.
#[cfg(target_os = "linux")]
fn has_card() -> bool {
    let is_playback = |name: &str| name.starts_with("pcm") && name.ends_with('p');
    std::fs::read_dir("/dev/snd")
        .is_ok_and(|devices| devices.flatten().any(|device| device.file_name().to_str().is_some_and(is_playback)))
}
