//! The queue of sound messages, from the game to the mixer. What happens at once is merged before it is sent.

use rtrb::{Producer, RingBuffer};

use super::cue::Cue;
use super::mixer::{Message, Mixer};
use super::tone::RATE;
use super::voice::Strike;
use crate::look::{Click, Theme, Volumes};
use crate::sim::{Cell, Event};

/// The game's end of the ring to the [`Mixer`]. Nothing here waits: what finds the ring full is not heard.
pub struct SoundQueue {
    messages: Producer<Message>,
    music: Option<Theme>,
    volumes: Volumes,
}

/// Messages that wait for the mixer, at most: more than a second of the fastest play.
const RING: usize = 256;

/// Different cues of one step follow one another by so many samples, so that each is heard: 18 ms.
const SPREAD: u32 = RATE * 18 / 1000;
/// A jingle waits until the last deed is heard: 0.3 s.
const JINGLE: u32 = RATE * 3 / 10;
/// How much louder than one rabbit any number of them is, at most.
const LOUDEST: f32 = 1.7;
/// A sound at the upper edge of the board is so much higher than one in the middle, and one at the lower edge lower.
const HEIGHT_IN_PITCH: f32 = 0.12;

/// The same cue in one step, wherever it happened.
#[derive(Debug, Clone, Copy)]
struct Merged {
    cue: Cue,
    count: i32,
    x: i32,
    y: i32,
}

impl SoundQueue {
    /// A queue and the mixer that it leads to.
    pub fn with_mixer() -> (SoundQueue, Mixer) {
        let (producer, consumer) = RingBuffer::new(RING);
        (SoundQueue { messages: producer, music: None, volumes: Volumes::default() }, Mixer::new(consumer))
    }

    /// What happened in a step, on a board of so many cells.
    pub fn hear(&mut self, events: &[Event], width: i32, height: i32) {
        for (rank, merged) in (0..).zip(merged(events)) {
            let place = |sum: i32, size: i32| {
                // Cells beyond the edges are heard at the edges.
                let middle = (sum as f32 / merged.count as f32 + 0.5) / size.max(1) as f32;
                (2.0 * middle - 1.0).clamp(-1.0, 1.0)
            };
            let strike = Strike {
                gain: (merged.count as f32).sqrt().min(LOUDEST),
                pitch: 1.0 - HEIGHT_IN_PITCH * place(merged.y, height),
                pan: place(merged.x, width),
                delay: rank * SPREAD,
            };
            let jingle = Strike { gain: 1.0, pitch: 1.0, pan: 0.0, delay: JINGLE };
            self.send(Message::Cue(merged.cue, if merged.cue.is_jingle() { jingle } else { strike }));
        }
    }

    /// An answer to the player's hand.
    pub fn click(&mut self, click: Click) {
        self.strike(Cue::of_click(click));
    }

    /// A cue that comes from the middle.
    pub(super) fn strike(&mut self, cue: Cue) {
        let strike = Strike { gain: 1.0, pitch: 1.0, pan: 0.0, delay: 0 };
        self.send(Message::Cue(cue, strike));
    }

    /// The board stands still: what sounds there fades out.
    pub fn hush(&mut self) {
        self.send(Message::HushBoard);
    }

    /// From now on this piece plays; none is silence.
    pub fn play(&mut self, music: Option<Theme>) {
        if music != self.music && self.send(Message::Music(music)) {
            self.music = music;
        }
    }

    pub fn set_volumes(&mut self, volumes: Volumes) {
        if volumes != self.volumes && self.send(Message::Volumes(volumes)) {
            self.volumes = volumes;
        }
    }

    /// Whether there was room for it.
    fn send(&mut self, message: Message) -> bool {
        self.messages.push(message).is_ok()
    }
}

/// The cues of a step, in the order in which they first happened.
fn merged(events: &[Event]) -> Vec<Merged> {
    let mut all: Vec<Merged> = Vec::new();
    for event in events {
        let Some(cue) = Cue::of(event) else { continue };
        let Cell { x, y } = event.cell().unwrap_or(Cell::new(0, 0));
        match all.iter_mut().find(|merged| merged.cue == cue) {
            Some(merged) => *merged = Merged { cue, count: merged.count + 1, x: merged.x + x, y: merged.y + y },
            None => all.push(Merged { cue, count: 1, x, y }),
        }
    }
    all
}
