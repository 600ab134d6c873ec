//! The inputs of a storm: gestures of a player and events of a desktop, at random.

use std::path::PathBuf;
use std::time::Duration;

use leveret::bench::SplitMix;
use leveret::screens::{Input, Key, Point, PointerButton};

const NAMED: [Key; 13] = [
    Key::Enter,
    Key::Escape,
    Key::Space,
    Key::Tab,
    Key::Backspace,
    Key::Left,
    Key::Right,
    Key::Up,
    Key::Down,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
];

/// Characters of keys that mean something, and of some that mean nothing.
const CHARACTERS: &str = "0123456789awsdenprxflhmqytkjz.,+-=_ é☺";

const BUTTONS: [PointerButton; 3] = [PointerButton::Primary, PointerButton::Middle, PointerButton::Secondary];

/// Numbers that a wheel, a touchpad or a display should not report.
const EXTREMES: [f32; 9] = [0.0, -1e-40, 1e9, -1e9, f32::MAX, f32::MIN, f32::INFINITY, f32::NEG_INFINITY, f32::NAN];

/// The most pixels of a frame: 64 MiB.
const MOST_PIXELS: u32 = 16 << 20;

/// Makes gestures, each a few inputs that belong together.
pub struct Inputs {
    random: SplitMix,
    /// Of the frame, in pixels.
    size: (u32, u32),
    /// Files that can be dropped.
    files: Vec<PathBuf>,
}

impl Inputs {
    pub fn new(seed: u64, files: Vec<PathBuf>) -> Inputs {
        Inputs { random: SplitMix(seed), size: (640, 360), files }
    }

    /// The next gesture. The ranges are shares in percent.
    pub fn gesture(&mut self) -> Vec<Input> {
        match self.random.below(100) {
            0..35 => self.key(),
            35..40 => self.held_key(),
            40..65 => self.click(),
            65..70 => self.drag(),
            70..78 => vec![Input::Wheel(self.amount(20.0))],
            78..80 => vec![Input::Pinch(self.amount(3.0))],
            80..92 => self.ticks(),
            92..94 => vec![self.resize()],
            94..95 => vec![Input::Dropped(self.files[self.random.below(self.files.len())].clone())],
            95..97 => vec![Input::Text(
                ["a", "/", "~", "\u{301}", "\u{202e}☺", "\0", "level.ron"][self.random.below(7)].to_owned(),
            )],
            97..98 => vec![Input::PointerLeft],
            98..99 => vec![Input::Focus(false), Input::Focus(true)],
            // One gesture in a thousand closes the window.
            _ if self.random.below(10) == 0 => vec![Input::CloseRequested],
            _ => vec![Input::Press(PointerButton::Primary), Input::Key(Key::Escape), self.resize()],
        }
    }

    /// A resize to the size that the frame has, as the first input of a window.
    pub fn opening(&self) -> Input {
        Input::Resize { width: self.size.0, height: self.size.1, scale: 1.0 }
    }

    /// Of the frame as it was last resized, in pixels.
    pub fn size(&self) -> (u32, u32) {
        self.size
    }

    /// A random number below `end`, for what else happens in a storm.
    pub fn below(&mut self, end: usize) -> usize {
        self.random.below(end)
    }

    fn key(&mut self) -> Vec<Input> {
        let characters: Vec<char> = CHARACTERS.chars().collect();
        match self.random.below(10) {
            0..5 => {
                let character = characters[self.random.below(characters.len())];
                vec![Input::Text(character.to_string()), Input::Key(Key::Char(character))]
            }
            5..9 => vec![Input::Key(NAMED[self.random.below(NAMED.len())])],
            _ => vec![Input::Key(Key::Function(1 + self.random.below(12) as u8))],
        }
    }

    fn held_key(&mut self) -> Vec<Input> {
        let pressed = self.key();
        let repeats = 2 + self.random.below(12);
        let inputs = repeats * (pressed.len() + 1);
        pressed.into_iter().chain([Input::Tick(Duration::from_millis(33))]).cycle().take(inputs).collect()
    }

    fn click(&mut self) -> Vec<Input> {
        let button = if self.random.below(6) == 0 { BUTTONS[self.random.below(3)] } else { PointerButton::Primary };
        let pressed = [Input::PointerMoved(self.point()), Input::Press(button)];
        pressed.into_iter().chain([Input::Release(button)]).collect()
    }

    fn drag(&mut self) -> Vec<Input> {
        let button = BUTTONS[self.random.below(3)];
        let start = [Input::PointerMoved(self.point()), Input::Press(button)];
        let moves: Vec<Input> = (0..1 + self.random.below(5)).map(|_| Input::PointerMoved(self.point())).collect();
        // Some buttons are released outside of the window, where nobody sees it.
        let end = (self.random.below(8) > 0).then_some(Input::Release(button));
        start.into_iter().chain(moves).chain(end).collect()
    }

    fn ticks(&mut self) -> Vec<Input> {
        let ticks = match self.random.below(20) {
            0 => vec![Duration::ZERO; 3],
            1 => vec![Duration::from_secs(3 * 3600)],
            2 => vec![Duration::from_secs(1000 * 3600)],
            3..8 => vec![Duration::from_millis(self.random.below(5000) as u64)],
            _ => vec![Duration::from_millis(16); 1 + self.random.below(4)],
        };
        ticks.into_iter().map(Input::Tick).collect()
    }

    fn resize(&mut self) -> Input {
        let side = |random: &mut SplitMix, usual: usize| match random.below(40) {
            0 => random.below(4) as u32,
            1 => 16384,
            2 => random.below(3000) as u32,
            _ => 100 + random.below(usual) as u32,
        };
        let width = side(&mut self.random, 540);
        let height = side(&mut self.random, 260).min(MOST_PIXELS / width.max(1));
        let scale =
            if self.random.below(10) == 0 { self.extreme() } else { [0.5, 1.0, 1.25, 2.0][self.random.below(4)] };
        self.size = (width, height);
        Input::Resize { width, height, scale }
    }

    /// Mostly in the frame.
    fn point(&mut self) -> Point {
        if self.random.below(50) == 0 {
            return Point::new(self.extreme(), self.extreme());
        }
        let [x, y] = [self.size.0, self.size.1].map(|side| self.random.below(side as usize + 20) as f32 - 10.0);
        Point::new(x, y)
    }

    fn amount(&mut self, most: f32) -> f32 {
        if self.random.below(20) == 0 { self.extreme() } else { (self.random.below(2001) as f32 / 1000.0 - 1.0) * most }
    }

    fn extreme(&mut self) -> f32 {
        EXTREMES[self.random.below(EXTREMES.len())]
    }
}
