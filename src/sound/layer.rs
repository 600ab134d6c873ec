//! Layers: what a sound is made of, as data. A sound is a handful of layers that start together or one after the other.

/// One tone or noise with its course in pitch and loudness.
#[derive(Debug, Clone, Copy)]
pub struct SoundLayer {
    pub wave: Wave,
    /// Hz at its start and at its end; of noise the centre of the band.
    pub from: f32,
    pub to: f32,
    /// The largest amplitude.
    pub level: f32,
    /// Milliseconds until it starts.
    pub delay: f32,
    /// Milliseconds of rising.
    pub attack: f32,
    /// Milliseconds from start to end, the rise included.
    pub length: f32,
    pub fade: Fade,
    /// Hz of a tremolo down to silence and back; 0 for none.
    pub tremolo: f32,
}

/// What swings.
#[derive(Debug, Clone, Copy)]
pub enum Wave {
    Sine,
    /// Hollow, like a flute or a little whistle.
    Triangle,
    /// A sine whose phase swings too: `ratio` times as fast, and by so many turns at first, less as it fades. Whole
    /// ratios sound like strings and wood, others like bells and metal.
    Modulated {
        ratio: f32,
        depth: f32,
    },
    /// Noise in a band whose width is relative to its centre.
    Noise {
        width: f32,
    },
}

/// How a layer gets quieter after its rise. Both ways end at zero with a level slope, so that nothing clicks.
#[derive(Debug, Clone, Copy)]
pub enum Fade {
    /// Soon quiet, like something struck.
    Struck,
    /// Full for most of its length, like something blown.
    Held,
}

impl SoundLayer {
    /// A struck tone of one pitch. The others below change it.
    pub const fn tone(wave: Wave, hertz: f32, level: f32, length: f32) -> SoundLayer {
        SoundLayer {
            wave,
            from: hertz,
            to: hertz,
            level,
            delay: 0.0,
            attack: 4.0,
            length,
            fade: Fade::Struck,
            tremolo: 0.0,
        }
    }

    /// The same, gliding to another pitch.
    pub const fn to(self, hertz: f32) -> SoundLayer {
        SoundLayer { to: hertz, ..self }
    }

    /// The same, later by so many milliseconds.
    pub const fn after(self, delay: f32) -> SoundLayer {
        SoundLayer { delay, ..self }
    }

    /// The same, rising for so many milliseconds and then held.
    pub const fn swelling(self, attack: f32) -> SoundLayer {
        SoundLayer { attack, fade: Fade::Held, ..self }
    }

    /// The same, fluttering so many times a second.
    pub const fn fluttering(self, tremolo: f32) -> SoundLayer {
        SoundLayer { tremolo, ..self }
    }
}
