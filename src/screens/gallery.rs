//! The gallery: every picture of the art in movement, side by side, for those who draw them.

use std::time::Duration;

use super::context::Context;
use super::input::{Exit, Input};
use super::keys::{Command, Key, KeyContext};
use super::play_speed::PlaySpeed;
use super::turn::Turn;
use crate::look::{STEP_TIME, palette};
use crate::scene::{Align, FRAMES, Item, Rect, draw_exhibit, exhibits, next_zoom, pitch, previous_zoom};
use crate::ui::{Layout, SMALL_TEXT, text};

/// Logical pixels.
const FOOT: f32 = 44.0;
const LABEL: f32 = 26.0;

/// All pictures, and how they are looked at.
#[derive(Debug, Clone)]
pub struct Gallery {
    tile: u32,
    speed: PlaySpeed,
    paused: bool,
    /// In frames of a movement.
    time: f32,
    scroll: i32,
}

impl Gallery {
    pub fn new() -> Gallery {
        Gallery { tile: 64, speed: PlaySpeed::default(), paused: false, time: 0.0, scroll: 0 }
    }

    pub fn is_moving(&self) -> bool {
        !self.paused
    }

    pub fn turn(mut self, context: &mut Context, input: Input) -> Turn<Gallery> {
        let layout = &context.layout;
        match input {
            Input::Tick(time) if !self.paused => self.tick(time),
            Input::Wheel(notches) => self.scroll_by(layout, layout.wheel(notches)),
            Input::Resize { .. } => self.scroll_by(layout, 0),
            Input::Key(Key::Escape) => return Turn::leave(Exit::Quit),
            Input::Key(Key::Right) => self.show_frame(1),
            Input::Key(Key::Left) => self.show_frame(-1),
            Input::Key(Key::Down | Key::PageDown) => self.scroll_by(layout, pitch(self.tile)),
            Input::Key(Key::Up | Key::PageUp) => self.scroll_by(layout, -pitch(self.tile)),
            // The keys of the board do here what they do there.
            Input::Key(key) => match context.settings().keys.command(KeyContext::Board, key) {
                Some(Command::Pause) => self.paused = !self.paused,
                Some(Command::Faster) => self.speed = self.speed.faster(),
                Some(Command::Slower) => self.speed = self.speed.slower(),
                Some(Command::Step) => self.show_frame(1),
                Some(Command::ZoomIn) => self.zoom(layout, next_zoom(self.tile)),
                Some(Command::ZoomOut) => self.zoom(layout, previous_zoom(self.tile)),
                _ => {}
            },
            _ => {}
        }
        Turn::stay(self)
    }

    /// A movement takes as long as a step of the game.
    fn tick(&mut self, time: Duration) {
        let frames = time.as_secs_f32() / STEP_TIME.as_secs_f32() * f32::from(FRAMES);
        self.time = (self.time + frames * self.speed.factor()) % f32::from(FRAMES);
    }

    /// Pauses at the frame before or after this one.
    fn show_frame(&mut self, by: i8) {
        self.paused = true;
        self.time = (self.time.floor() + f32::from(by)).rem_euclid(f32::from(FRAMES));
    }

    fn zoom(&mut self, layout: &Layout, tile: Option<u32>) {
        self.tile = tile.unwrap_or(self.tile);
        self.scroll_by(layout, 0);
    }

    fn scroll_by(&mut self, layout: &Layout, pixels: i32) {
        let rows = (exhibits().len() as i32 + self.columns(layout) - 1) / self.columns(layout);
        let room = layout.frame().height - layout.px(FOOT);
        self.scroll = self.scroll.saturating_add(pixels).clamp(0, (rows * self.row(layout) - room).max(0));
    }

    fn columns(&self, layout: &Layout) -> i32 {
        (layout.frame().width / pitch(self.tile)).max(1)
    }

    fn row(&self, layout: &Layout) -> i32 {
        pitch(self.tile) + layout.px(LABEL)
    }

    pub fn draw(&self, context: &Context, items: &mut Vec<Item>) {
        let layout = &context.layout;
        let frame = layout.frame();
        items.push(Item::Fill { rect: frame, color: palette::PANEL });
        let (pitch, row, columns) = (pitch(self.tile), self.row(layout), self.columns(layout));
        for (index, exhibit) in (0..).zip(&exhibits()) {
            let (x, y) = (index % columns * pitch, index / columns * row - self.scroll);
            if y + row <= 0 || y >= frame.height {
                continue;
            }
            draw_exhibit(exhibit, self.time as u8, Rect::new(x, y, pitch, pitch).inset(1), self.tile, items);
            let label = Rect::new(x, y + pitch, pitch, layout.px(LABEL));
            items.push(text(exhibit.name.clone(), label, layout.size(SMALL_TEXT), Align::Centre, palette::INK));
        }
        let foot = Rect::new(0, frame.height - layout.px(FOOT), frame.width, layout.px(FOOT));
        items.push(Item::Fill { rect: foot, color: palette::PANEL });
        let words = format!(
            "frame {} of {FRAMES}, speed {}, {} pixels a tile.  Space stops, arrows show single frames, , and . change the speed, + and − the size",
            self.time as u8 + 1,
            self.speed.name(),
            self.tile
        );
        items.push(text(words, foot, layout.size(22.0), Align::Centre, palette::INK));
    }
}
