//! The tunes, one for the menus and one for each set of levels. Each has its own scale, metre and instruments, so that
//! one knows by ear where one is. A line of a melody is two or four bars.

use super::layer::Wave;
use super::tune::{Instrument, REST, Tune};
use crate::look::Theme;

const MAJOR: [i32; 7] = [0, 2, 4, 5, 7, 9, 11];
const MINOR: [i32; 7] = [0, 2, 3, 5, 7, 8, 10];
const DORIAN: [i32; 7] = [0, 2, 3, 5, 7, 9, 10];
const LYDIAN: [i32; 7] = [0, 2, 4, 6, 7, 9, 11];
const MIXOLYDIAN: [i32; 7] = [0, 2, 4, 5, 7, 9, 10];
/// The minor scale with its leading note.
const HARMONIC: [i32; 7] = [0, 2, 3, 5, 7, 8, 11];

const HARP: Instrument =
    Instrument { wave: Wave::Modulated { ratio: 2.0, depth: 0.16 }, level: 0.13, ring: 500.0, attack: 4.0 };
const KALIMBA: Instrument =
    Instrument { wave: Wave::Modulated { ratio: 3.0, depth: 0.20 }, level: 0.20, ring: 420.0, attack: 3.0 };
const FLUTE: Instrument = Instrument { wave: Wave::Triangle, level: 0.15, ring: 220.0, attack: 45.0 };
const GLASS: Instrument =
    Instrument { wave: Wave::Modulated { ratio: 3.5, depth: 0.18 }, level: 0.15, ring: 900.0, attack: 5.0 };
const PIZZICATO: Instrument =
    Instrument { wave: Wave::Modulated { ratio: 1.0, depth: 0.30 }, level: 0.15, ring: 140.0, attack: 3.0 };
const CLOCKWORK: Instrument =
    Instrument { wave: Wave::Modulated { ratio: 5.0, depth: 0.12 }, level: 0.15, ring: 110.0, attack: 2.0 };

pub const fn tune(theme: Theme) -> &'static Tune {
    match theme {
        Theme::Burrow => &BURROW,
        Theme::Meadow => &MEADOW,
        Theme::Quarry => &QUARRY,
        Theme::Bridges => &BRIDGES,
        Theme::Towers => &TOWERS,
        Theme::Waters => &WATERS,
        Theme::Works => &WORKS,
    }
}

/// The menus: evening in the burrow. A slow waltz in F major.
#[rustfmt::skip]
static BURROW: Tune = Tune {
    eighth: 260.0,
    bar: 6,
    root: 5,
    scale: MAJOR,
    melody: &[
        (5, 4), (3, 2), (6, 4), (5, 2), (4, 2), (3, 2), (2, 2), (3, 6),
        (5, 4), (3, 2), (8, 4), (6, 2), (5, 2), (4, 2), (2, 2), (1, 6),
        (4, 4), (6, 2), (5, 4), (3, 2), (2, 2), (3, 2), (4, 2), (5, 6),
        (8, 4), (7, 2), (6, 4), (4, 2), (3, 2), (2, 2), (0, 2), (1, 6),
    ],
    chords: &[1, 4, 5, 1, 1, 4, 5, 1, 4, 1, 5, 1, 6, 4, 5, 1],
    pattern: &[None, None, Some(2), None, Some(4), None],
    lead: KALIMBA,
    accompaniment: Instrument { level: 0.10, ..HARP },
};

/// First steps: a walk over the meadow. C major, in four, at the pace of a rabbit.
#[rustfmt::skip]
static MEADOW: Tune = Tune {
    eighth: 230.0,
    bar: 8,
    root: 0,
    scale: MAJOR,
    melody: &[
        (1, 2), (3, 2), (5, 3), (3, 1), (6, 2), (5, 2), (3, 4),
        (4, 2), (2, 2), (4, 3), (5, 1), (3, 6), (REST, 2),
        (1, 2), (3, 2), (5, 3), (6, 1), (8, 2), (6, 2), (5, 4),
        (4, 2), (3, 2), (2, 2), (0, 2), (1, 6), (REST, 2),
    ],
    chords: &[1, 4, 5, 1, 1, 6, 5, 1],
    pattern: &[Some(0), None, Some(4), None, Some(2), None, Some(4), None],
    lead: FLUTE,
    accompaniment: Instrument { level: 0.11, ..PIZZICATO },
};

/// Spades and picks: work in the quarry. D dorian, with the weight of a tool on one and three.
#[rustfmt::skip]
static QUARRY: Tune = Tune {
    eighth: 210.0,
    bar: 8,
    root: 2,
    scale: DORIAN,
    melody: &[
        (1, 3), (1, 1), (3, 2), (4, 2), (5, 4), (REST, 4),
        (6, 3), (5, 1), (4, 2), (3, 2), (4, 4), (REST, 4),
        (1, 3), (1, 1), (3, 2), (4, 2), (5, 2), (7, 2), (5, 4),
        (4, 2), (3, 2), (2, 2), (3, 2), (1, 6), (REST, 2),
    ],
    chords: &[1, 1, 4, 4, 1, 7, 4, 1],
    pattern: &[Some(0), Some(0), None, Some(4), Some(0), None, Some(2), None],
    lead: KALIMBA,
    accompaniment: Instrument { level: 0.11, ..PIZZICATO },
};

/// Bridges: high over the gap. G mixolydian in three, with wide steps.
#[rustfmt::skip]
static BRIDGES: Tune = Tune {
    eighth: 220.0,
    bar: 6,
    root: -5,
    scale: MIXOLYDIAN,
    melody: &[
        (5, 2), (8, 4), (7, 2), (5, 4), (6, 2), (4, 4), (5, 6),
        (5, 2), (8, 4), (9, 2), (10, 4), (9, 2), (7, 4), (8, 6),
        (10, 2), (9, 4), (8, 2), (6, 4), (7, 2), (5, 4), (4, 6),
        (3, 2), (5, 4), (4, 2), (2, 4), (3, 2), (0, 4), (1, 6),
    ],
    chords: &[1, 7, 4, 1, 1, 7, 4, 1, 4, 4, 7, 5, 1, 5, 7, 1],
    pattern: &[Some(0), Some(2), Some(4), Some(7), Some(4), Some(2)],
    lead: FLUTE,
    accompaniment: Instrument { level: 0.10, ..HARP },
};

/// Walls and umbrellas: up the tower, and down through the air. D lydian, light and floating.
#[rustfmt::skip]
static TOWERS: Tune = Tune {
    eighth: 240.0,
    bar: 8,
    root: 2,
    scale: LYDIAN,
    melody: &[
        (5, 2), (6, 2), (8, 4), (7, 2), (5, 2), (4, 4),
        (3, 2), (4, 2), (5, 4), (2, 8),
        (5, 2), (6, 2), (8, 4), (9, 2), (8, 2), (6, 4),
        (5, 2), (4, 2), (3, 2), (2, 2), (1, 6), (REST, 2),
    ],
    chords: &[1, 2, 1, 5, 1, 2, 5, 1],
    pattern: &[Some(0), None, Some(4), Some(7), Some(9), None, Some(7), Some(4)],
    lead: GLASS,
    accompaniment: Instrument { level: 0.10, ..HARP },
};

/// Fire and water: it flows, and glows below. A minor with its leading note, in running eighths.
#[rustfmt::skip]
static WATERS: Tune = Tune {
    eighth: 200.0,
    bar: 8,
    root: -3,
    scale: HARMONIC,
    melody: &[
        (8, 6), (7, 2), (8, 4), (5, 4),
        (6, 6), (5, 2), (4, 4), (3, 4),
        (4, 6), (5, 2), (6, 4), (8, 4),
        (7, 4), (9, 4), (8, 8),
    ],
    chords: &[1, 1, 4, 6, 4, 6, 5, 1],
    pattern: &[Some(0), Some(2), Some(4), Some(7), Some(4), Some(2), Some(4), Some(2)],
    lead: GLASS,
    accompaniment: Instrument { level: 0.10, ..KALIMBA },
};

/// Rabbots: the works. E minor, ticking, with gaps where a cog is missing.
#[rustfmt::skip]
static WORKS: Tune = Tune {
    eighth: 180.0,
    bar: 8,
    root: 4,
    scale: MINOR,
    melody: &[
        (1, 1), (REST, 1), (1, 1), (3, 1), (REST, 2), (5, 2), (4, 1), (REST, 1), (3, 1), (2, 1), (3, 4),
        (1, 1), (REST, 1), (1, 1), (3, 1), (REST, 2), (6, 2), (5, 1), (REST, 1), (4, 1), (3, 1), (4, 4),
        (5, 1), (REST, 1), (5, 1), (7, 1), (REST, 2), (8, 2), (7, 1), (REST, 1), (6, 1), (5, 1), (4, 4),
        (3, 1), (REST, 1), (2, 1), (3, 1), (REST, 2), (0, 2), (1, 4), (REST, 4),
    ],
    chords: &[1, 1, 6, 4, 3, 6, 5, 1],
    pattern: &[Some(0), None, Some(4), Some(0), None, Some(4), Some(2), None],
    lead: CLOCKWORK,
    accompaniment: Instrument { level: 0.11, ..PIZZICATO },
};
