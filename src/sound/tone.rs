//! Tones: the oscillators and the pitches, by plain arithmetic alone, so that samples are the same on every machine.
//! (The sine of a math library is not.)

/// Samples a second, of each of the two channels. The device resamples where its own rate differs.
pub const RATE: u32 = 48_000;

/// The sine of an angle in turns, within 0.0011.
pub fn sine(turns: f32) -> f32 {
    let x = turns - turns.floor() - 0.5;
    // A parabola through the zeros and peaks, bent by its own square. The half turn above changes the sign.
    let parabola = 16.0 * x * x.abs() - 8.0 * x;
    parabola * (0.775 + 0.225 * parabola.abs())
}

/// A wave of straight lines with the zeros of [`sine`].
pub fn triangle(turns: f32) -> f32 {
    let x = turns + 0.25;
    1.0 - 4.0 * (x - x.floor() - 0.5).abs()
}

/// The twelve notes of an octave as ratios to its first: equal temperament.
const SEMITONES: [f32; 12] = [
    1.0,
    1.059_463_1,
    1.122_462_1,
    1.189_207_1,
    1.259_921,
    1.334_839_9,
    std::f32::consts::SQRT_2,
    1.498_307_1,
    1.587_401_1,
    1.681_792_8,
    1.781_797_4,
    1.887_748_6,
];

/// The ratio of two frequencies so many semitones apart; below 1 if negative.
pub fn ratio(semitones: i32) -> f32 {
    let octave = semitones.div_euclid(12).clamp(-8, 8);
    let within = SEMITONES[semitones.rem_euclid(12) as usize];
    if octave < 0 { within / (1 << -octave) as f32 } else { within * (1 << octave) as f32 }
}

/// White noise of xorshift: samples from −1 to 1, the same ones in every run.
#[derive(Debug, Clone, Copy)]
pub struct Noise(u32);

impl Noise {
    pub const START: Noise = Noise(0x9E37_79B9);

    pub fn next(&mut self) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        // 24 bits are exact as a float.
        (self.0 >> 8) as f32 / (1 << 23) as f32 - 1.0
    }
}

/// A state-variable filter: of what goes in, the band around a frequency comes out.
#[derive(Debug, Clone, Copy, Default)]
pub struct BandPass {
    low: f32,
    band: f32,
}

impl BandPass {
    /// The next sample, for a centre of so many Hz. `width` is the band's relative to its centre, 0.05 (rings) to 1.5
    /// (nearly all passes).
    pub fn next(&mut self, sample: f32, centre: f32, width: f32) -> f32 {
        let centre = centre.clamp(20.0, RATE as f32 / 7.0);
        let tuning = 2.0 * sine(centre / RATE as f32 / 2.0);
        self.low += tuning * self.band;
        let high = sample - self.low - width * self.band;
        self.band += tuning * high;
        self.band * width
    }
}
