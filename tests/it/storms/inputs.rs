//! The inputs of a storm: gestures of a player and events of a desktop, at random.

use std::path::PathBuf;
use std::time::Duration;

use leveret::bench::SplitMix;
use leveret::screens::{Answer, Edit, Input, Key, KeyStroke, Modifier, Point, PointerButton};

/// Characters of keys that mean something, and of some that mean nothing.
const CHARACTERS: &str = "0123456789awsdenprxflhmqytkjz.,+-=_ é☺";

/// What is typed or pasted.
const TEXTS: [&str; 9] = [
    "a",
    "/",
    "~",
    "\u{301}",
    "\u{202e}☺",
    "\0",
    "level.ron",
    "Глубокая нора",
    include_str!("../fuzz/corpus/ron-levels/play.ron"),
];

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
            95..97 => self.typing(),
            97..98 => vec![Input::PointerLeft],
            98..99 if self.random.below(2) == 0 => {
                vec![Input::Hidden, Input::Tick(Duration::from_secs(9)), Input::Shown]
            }
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
        vec![Input::Stroke(self.stroke())]
    }

    /// Text that is typed, edited or pasted.
    fn typing(&mut self) -> Vec<Input> {
        let text = TEXTS[self.random.below(TEXTS.len())].to_owned();
        let extend = Input::Edit(Edit::Extend(Key::NAMED[self.random.below(Key::NAMED.len())]));
        vec![match self.random.below(10) {
            8 => Input::Preedit { cursor: self.random.below(text.len() + 2), text },
            9 => Input::PrintedKeys(text.chars().map(|character| ('q', character)).collect()),
            0 => Input::Edit(Edit::SelectAll),
            1 => Input::Edit(Edit::Cut),
            2 => Input::Edit(Edit::Paste),
            3 => extend,
            4 => Input::Answered(Answer::Pasted(Ok(text))),
            _ => Input::Text(text),
        }]
    }

    fn stroke(&mut self) -> KeyStroke {
        let characters: Vec<char> = CHARACTERS.chars().collect();
        let mut character = || characters[self.random.below(characters.len())];
        let (written, place) = (character(), character());
        let modifier = match self.random.below(12) {
            0 => Modifier::Control,
            1 => Modifier::Shift,
            _ => Modifier::None,
        };
        let stroke = match self.random.below(10) {
            0..5 => {
                let is_elsewhere = self.random.below(8) == 0;
                let place = Some(if is_elsewhere { place } else { written });
                let text = Some(written.to_string());
                KeyStroke { place, printed: Some(written), text, ..KeyStroke::of(Key::Char(written)) }
            }
            5..9 => KeyStroke::of(Key::NAMED[self.random.below(Key::NAMED.len())]),
            _ => KeyStroke::of(Key::Function(1 + self.random.below(12) as u8)),
        };
        KeyStroke { modifier, ..stroke }
    }

    fn held_key(&mut self) -> Vec<Input> {
        let stroke = self.stroke();
        let repeat = [Input::Tick(Duration::from_millis(33)), Input::Stroke(stroke.clone().repeated())];
        let repeats = repeat.into_iter().cycle().take(4 + 2 * self.random.below(12));
        [Input::Stroke(stroke)].into_iter().chain(repeats).collect()
    }

    fn click(&mut self) -> Vec<Input> {
        let button = if self.random.below(6) == 0 { BUTTONS[self.random.below(3)] } else { PointerButton::Primary };
        let pressed = [Input::PointerMoved(self.point()), Input::Press(button)];
        // Most clicks come when they mean something even on a screen that is new.
        let wait = (self.random.below(4) > 0).then_some(Input::Tick(Duration::from_millis(300)));
        wait.into_iter().chain(pressed).chain([Input::Release(button)]).collect()
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
