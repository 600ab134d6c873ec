//! The mixer: messages in, samples out. It runs on the thread of the sound device, so nothing here waits, allocates or
//! frees: voices live in a list that never grows, and messages come through a ring.

use rtrb::Consumer;

use super::cue::Cue;
use super::patches;
use super::sequencer::Sequencer;
use super::tone::{RATE, ratio};
use super::voice::{Strike, Voice};
use crate::look::{Sounding, Theme, Volumes};

/// What the game has to say to the mixer.
#[derive(Debug, Clone, Copy)]
pub enum Message {
    Cue(Cue, Strike),
    /// The board stands still: what sounds there fades out at once.
    HushBoard,
    /// This piece plays from its beginning; without one, the notes that sound die away.
    Music(Option<Theme>),
    Volumes(Volumes),
}

/// What is regulated together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bus {
    Board,
    Interface,
    Music,
}

/// At most so many layers sound at once; further ones are dropped.
const MOST_VOICES: usize = 64;
/// The same cue is not struck again before so many samples have passed: 0.11 s.
const SHORTEST_REPEAT: u64 = RATE as u64 * 11 / 100;
/// Samples in which a bus fades from full to silent: 25 ms.
const FADE: u32 = RATE / 40;
/// Up to this amplitude samples pass as they are; beyond, they are bent towards 1.
const KNEE: f32 = 0.6;

/// Mixes everything that sounds. It is silent until it gets a message.
pub struct Mixer {
    messages: Consumer<Message>,
    /// Samples made so far.
    clock: u64,
    voices: Vec<(Bus, Voice)>,
    /// When each cue may be struck again.
    again: [u64; Cue::ALL.len()],
    sequencer: Sequencer,
    volumes: Volumes,
    board: Fader,
    interface: Fader,
    music: Fader,
    hushing: bool,
}

/// A gain that never jumps.
#[derive(Debug, Clone, Copy, Default)]
struct Fader {
    now: f32,
}

impl Fader {
    /// The gain of the next sample, on its way to this one.
    fn toward(&mut self, gain: f32) -> f32 {
        let step = 1.0 / FADE as f32;
        self.now += (gain - self.now).clamp(-step, step);
        self.now
    }
}

impl Mixer {
    pub(super) fn new(messages: Consumer<Message>) -> Mixer {
        Mixer {
            messages,
            clock: 0,
            voices: Vec::with_capacity(MOST_VOICES),
            again: [0; Cue::ALL.len()],
            sequencer: Sequencer::default(),
            volumes: Volumes::default(),
            board: Fader::default(),
            interface: Fader::default(),
            music: Fader::default(),
            hushing: false,
        }
    }

    /// Whether it makes nothing but zeros until the next message.
    pub fn is_silent(&self) -> bool {
        self.voices.is_empty() && self.sequencer.theme().is_none() && self.messages.is_empty()
    }

    /// Takes in the messages, and fills the buffer: pairs of a left and a right sample, between −1 and 1.
    pub fn render(&mut self, samples: &mut [f32]) {
        while let Ok(message) = self.messages.pop() {
            self.take(message);
        }
        if self.is_muted() {
            self.voices.clear();
            self.hushing = false;
            samples.fill(0.0);
            return;
        }
        for pair in samples.chunks_exact_mut(2) {
            pair.copy_from_slice(&self.next());
        }
        self.voices.retain(|(_, voice)| !voice.is_over());
    }

    /// Muted, and faded out: nothing is mixed, and music waits where it is.
    fn is_muted(&self) -> bool {
        self.volumes.sounding == Sounding::Muted
            && [self.board, self.interface, self.music].iter().all(|fader| fader.now == 0.0)
    }

    /// Nobody listens: what was struck meanwhile is not heard later. Which music plays and how loud all is, is taken
    /// in.
    pub fn skip(&mut self) {
        self.voices.clear();
        while let Ok(message) = self.messages.pop() {
            match message {
                Message::Music(_) | Message::Volumes(_) => self.take(message),
                Message::Cue(..) | Message::HushBoard => {}
            }
        }
    }

    fn take(&mut self, message: Message) {
        match message {
            Message::Cue(cue, strike) => self.strike(cue, strike),
            Message::HushBoard => self.hushing = true,
            Message::Music(theme) => self.sequencer.play(theme),
            Message::Volumes(volumes) => self.volumes = volumes,
        }
    }

    fn strike(&mut self, cue: Cue, strike: Strike) {
        let again = &mut self.again[cue as usize];
        if self.clock < *again {
            return;
        }
        *again = self.clock + SHORTEST_REPEAT;
        let pitch = if cue.is_jingle() { ratio(self.sequencer.root()) } else { strike.pitch };
        let bus = if cue.is_of_board() { Bus::Board } else { Bus::Interface };
        for layer in patches::layers(cue) {
            self.sound(bus, Voice::new(*layer, Strike { pitch, ..strike }));
        }
    }

    fn sound(&mut self, bus: Bus, voice: Voice) {
        if self.voices.len() < MOST_VOICES {
            self.voices.push((bus, voice));
        }
    }

    /// The next pair of samples.
    fn next(&mut self) -> [f32; 2] {
        self.clock += 1;
        if let Some(eighth) = self.sequencer.next_eighth() {
            for (layer, strike) in self.sequencer.notes(eighth) {
                self.sound(Bus::Music, Voice::new(layer, strike));
            }
        }
        let is_heard = self.volumes.sounding == Sounding::On;
        let effects = if is_heard { self.volumes.effects.gain() } else { 0.0 };
        let music = if is_heard { self.volumes.music.gain() } else { 0.0 };
        let interface = self.interface.toward(effects);
        let music = self.music.toward(music);
        let board = self.board.toward(if self.hushing { 0.0 } else { effects });
        if self.hushing && board == 0.0 {
            self.hushing = false;
            self.voices.retain(|(bus, _)| *bus != Bus::Board);
        }
        let mut sum = [0.0; 2];
        for (bus, voice) in &mut self.voices {
            let gain = match bus {
                Bus::Board => board,
                Bus::Interface => interface,
                Bus::Music => music,
            };
            if !voice.is_over() {
                let sample = voice.next();
                sum = [sum[0] + gain * sample[0], sum[1] + gain * sample[1]];
            }
        }
        sum.map(limited)
    }
}

/// The sample, bent smoothly so that it stays below 1 whatever is added up.
fn limited(sample: f32) -> f32 {
    let beyond = sample.abs() - KNEE;
    if beyond <= 0.0 {
        return sample;
    }
    let room = 1.0 - KNEE;
    (KNEE + room * beyond / (beyond + room)).copysign(sample)
}
