//! Tunes: music as note data.

use super::layer::{SoundLayer, Wave};

/// A piece of music: a melody over chords that are played as a pattern, again and again.
///
/// Notes are degrees of the scale: 1 is the root, 8 the root an octave higher, 0 and −1 the notes below the root.
/// Lengths are eighths; a bar has `bar` of them.
pub struct Tune {
    /// Milliseconds of an eighth.
    pub eighth: f32,
    pub bar: u32,
    /// The root, in semitones from the middle C.
    pub root: i32,
    /// Semitones of the seven degrees above the root.
    pub scale: [i32; 7],
    /// Degree and length.
    pub melody: &'static [(i32, u32)],
    /// The root of each bar's chord, as a degree.
    pub chords: &'static [i32],
    /// For each eighth of a bar the note of the chord that the accompaniment plays, as a degree above the chord's root;
    /// none for a rest.
    pub pattern: &'static [Option<i32>],
    pub lead: Instrument,
    pub accompaniment: Instrument,
}

/// A rest in a melody.
pub const REST: i32 = i32::MIN;

/// How the notes of a part sound.
#[derive(Debug, Clone, Copy)]
pub struct Instrument {
    pub wave: Wave,
    pub level: f32,
    /// Milliseconds for which a note rings on after its written length.
    pub ring: f32,
    /// Milliseconds of rising.
    pub attack: f32,
}

/// The frequency of the middle C, Hz.
const MIDDLE_C: f32 = 261.626;

impl Tune {
    /// Eighths from its beginning to its end.
    pub fn length(&self) -> u32 {
        self.chords.len() as u32 * self.bar
    }

    /// Semitones of a degree above the root.
    pub fn semitones(&self, degree: i32) -> i32 {
        let above = degree - 1;
        self.scale[above.rem_euclid(7) as usize] + 12 * above.div_euclid(7)
    }

    /// The notes that begin at an eighth of the tune: layers at the pitch of the middle C, and how many semitones above
    /// the tune's root they are. The melody is the highest part, and the bass an octave below the chords.
    pub fn notes_at(&self, eighth: u32) -> impl Iterator<Item = (SoundLayer, i32)> {
        let bar = eighth / self.bar;
        let (chord, within) = (self.chords[bar as usize % self.chords.len()], (eighth % self.bar) as usize);
        let melody =
            self.melody_at(eighth).map(|(degree, length)| (self.note(self.lead, length), self.semitones(degree) + 12));
        let arpeggio = self.pattern[within % self.pattern.len()]
            .map(|above| (self.note(self.accompaniment, 1), self.semitones(chord + above)));
        let bass = (within == 0).then(|| (self.note(Tune::BASS, self.bar / 2), self.semitones(chord) - 12));
        [melody, arpeggio, bass].into_iter().flatten()
    }

    const BASS: Instrument =
        Instrument { wave: Wave::Modulated { ratio: 1.0, depth: 0.12 }, level: 0.13, ring: 300.0, attack: 6.0 };

    fn melody_at(&self, eighth: u32) -> Option<(i32, u32)> {
        let mut begins = 0;
        self.melody
            .iter()
            .copied()
            .find(|(_, length)| {
                begins += length;
                begins - length == eighth
            })
            .filter(|(degree, _)| *degree != REST)
    }

    fn note(&self, instrument: Instrument, eighths: u32) -> SoundLayer {
        let length = eighths as f32 * self.eighth + instrument.ring;
        SoundLayer {
            attack: instrument.attack,
            ..SoundLayer::tone(instrument.wave, MIDDLE_C, instrument.level, length)
        }
    }
}
