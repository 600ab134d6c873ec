//! Patches: the layers of each cue. Wood, grass and paper: soft attacks, few partials, nothing that hurts on the
//! hundredth time. What happens often is short and quiet; what decides something is longer and louder.

use super::cue::Cue;
use super::layer::{SoundLayer, Wave};

/// A plucked string or a wooden bar.
const WOOD: Wave = Wave::Modulated { ratio: 3.0, depth: 0.22 };
/// A small bell.
const BELL: Wave = Wave::Modulated { ratio: 3.5, depth: 0.15 };
/// A big drop of metal.
const METAL: Wave = Wave::Modulated { ratio: 1.41, depth: 0.9 };
const CRUMBS: Wave = Wave::Noise { width: 0.5 };
const AIR: Wave = Wave::Noise { width: 0.9 };
const HISS: Wave = Wave::Noise { width: 1.4 };

const fn tone(wave: Wave, hertz: f32, level: f32, length: f32) -> SoundLayer {
    SoundLayer::tone(wave, hertz, level, length)
}

/// The layers of a cue, at the middle of the board.
pub const fn layers(cue: Cue) -> &'static [SoundLayer] {
    match cue {
        // A cork out of a bottle, and out of the bottle a rabbit.
        Cue::Born => const { &[tone(Wave::Sine, 280.0, 0.40, 110.0).to(720.0), tone(CRUMBS, 900.0, 0.5, 40.0)] },
        // A foot that scrapes.
        Cue::Turned => const { &[tone(CRUMBS, 1500.0, 0.55, 55.0).to(800.0), tone(Wave::Sine, 330.0, 0.10, 50.0)] },
        // Whew: a whistle that sinks.
        Cue::StartedFall => const { &[tone(Wave::Triangle, 880.0, 0.11, 330.0).to(330.0).swelling(40.0)] },
        // Two claws, the second one higher.
        Cue::StartedClimb => {
            const {
                &[
                    tone(CRUMBS, 2200.0, 0.6, 45.0),
                    tone(CRUMBS, 2900.0, 0.6, 45.0).after(90.0),
                    tone(WOOD, 523.0, 0.13, 140.0).after(90.0),
                ]
            }
        }
        // Cloth that unfolds, and the catch that snaps.
        Cue::OpenedBrolly => {
            const { &[tone(AIR, 500.0, 0.60, 240.0).to(2200.0).swelling(60.0), tone(WOOD, 988.0, 0.26, 180.0).after(150.0)] }
        }
        // Two notes upwards: something is yours.
        Cue::Took => const { &[tone(WOOD, 784.0, 0.30, 190.0), tone(WOOD, 1175.0, 0.30, 260.0).after(70.0)] },
        // A spade in earth.
        Cue::Dug => {
            const { &[tone(CRUMBS, 520.0, 1.4, 140.0).to(220.0), tone(Wave::Sine, 150.0, 0.30, 110.0).to(85.0)] }
        }
        // A pick on stone, and what falls off.
        Cue::Bashed => {
            const {
                &[
                    tone(WOOD, 210.0, 0.34, 120.0).to(150.0),
                    tone(CRUMBS, 1300.0, 0.8, 90.0).to(600.0),
                    tone(CRUMBS, 2400.0, 0.28, 120.0).after(60.0),
                ]
            }
        }
        // A plank that is laid: wood on wood.
        Cue::Built => const { &[tone(WOOD, 392.0, 0.42, 150.0), tone(WOOD, 587.0, 0.18, 90.0).after(12.0)] },
        // A low thump, a cloud, and pebbles.
        Cue::Exploded => {
            const {
                &[
                    tone(Wave::Sine, 150.0, 0.75, 480.0).to(38.0),
                    tone(HISS, 900.0, 0.75, 520.0).to(120.0),
                    tone(CRUMBS, 2600.0, 0.45, 420.0).to(1200.0).after(120.0).fluttering(23.0),
                ]
            }
        }
        // Far down and away.
        Cue::LeftTheWorld => const { &[tone(Wave::Triangle, 660.0, 0.30, 700.0).to(110.0)] },
        // It catches fire: breath and crackle.
        Cue::Burnt => {
            const {
                &[
                    tone(AIR, 480.0, 0.95, 480.0).to(1300.0).swelling(120.0),
                    tone(CRUMBS, 3200.0, 0.85, 480.0).to(2000.0).fluttering(31.0),
                    tone(Wave::Sine, 220.0, 0.16, 300.0).to(330.0),
                ]
            }
        }
        // A splash, and three bubbles.
        Cue::Drowned => {
            const {
                &[
                    tone(AIR, 1500.0, 0.85, 300.0).to(420.0),
                    tone(Wave::Sine, 300.0, 0.26, 100.0).to(560.0).after(170.0),
                    tone(Wave::Sine, 360.0, 0.22, 90.0).to(700.0).after(290.0),
                    tone(Wave::Sine, 440.0, 0.16, 80.0).to(880.0).after(390.0),
                ]
            }
        }
        // Tin against fur.
        Cue::Crashed => const { &[tone(METAL, 262.0, 0.42, 420.0).to(233.0), tone(CRUMBS, 700.0, 0.7, 120.0)] },
        // A soft body on hard ground.
        Cue::Fell => {
            const { &[tone(Wave::Sine, 190.0, 0.62, 170.0).to(60.0), tone(CRUMBS, 380.0, 1.1, 130.0).to(160.0)] }
        }
        // Home: a little bell, and its fifth.
        Cue::Saved => const { &[tone(BELL, 1047.0, 0.22, 420.0), tone(BELL, 1568.0, 0.18, 560.0).after(90.0)] },
        // A coin down a well.
        Cue::TokenLost => const { &[tone(BELL, 880.0, 0.16, 300.0).to(440.0)] },
        // It goes out: a hiss that sinks.
        Cue::FireGone => const { &[tone(AIR, 1900.0, 0.60, 520.0).to(500.0)] },
        // Up the chord and home.
        Cue::Won => {
            const {
                &[
                    tone(BELL, 523.0, 0.17, 500.0),
                    tone(BELL, 659.0, 0.17, 500.0).after(130.0),
                    tone(BELL, 784.0, 0.17, 600.0).after(260.0),
                    tone(BELL, 1047.0, 0.20, 1300.0).after(390.0),
                    tone(WOOD, 262.0, 0.20, 700.0).after(390.0),
                    tone(WOOD, 392.0, 0.14, 900.0).after(390.0),
                ]
            }
        }
        // Three steps down, the last one into the minor.
        Cue::Lost => {
            const {
                &[
                    tone(WOOD, 392.0, 0.24, 420.0),
                    tone(WOOD, 349.0, 0.24, 420.0).after(230.0),
                    tone(WOOD, 311.0, 0.26, 900.0).after(460.0),
                    tone(WOOD, 131.0, 0.24, 1100.0).after(460.0),
                ]
            }
        }
        // A pencil on paper.
        Cue::Tick => const { &[tone(WOOD, 1319.0, 0.13, 50.0)] },
        // A page that is turned.
        Cue::Page => {
            const { &[tone(AIR, 1000.0, 0.32, 150.0).to(2000.0).swelling(50.0), tone(WOOD, 659.0, 0.12, 120.0).after(60.0)] }
        }
        // A token on the ground.
        Cue::Placed => const { &[tone(WOOD, 659.0, 0.28, 110.0), tone(CRUMBS, 1000.0, 0.4, 35.0)] },
        // No.
        Cue::Refused => const { &[tone(WOOD, 196.0, 0.34, 110.0), tone(WOOD, 185.0, 0.34, 150.0).after(100.0)] },
        // A page's edge under the thumb.
        Cue::Seek => const { &[tone(CRUMBS, 2600.0, 0.50, 35.0)] },
    }
}
