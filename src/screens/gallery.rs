//! The gallery: every picture of the art in movement, side by side, for whoever draws them.

use std::ops::ControlFlow;

use super::button::{SMALL_TEXT, text};
use super::input::{Exit, Input, Key};
use super::keys::{Command, Place};
use super::play::SPEEDS;
use super::session::Session;
use super::{Next, Screen};
use crate::look::{STEP_TIME, palette};
use crate::scene::{Align, FRAMES, Item, LADDER, Rect, draw_exhibit, exhibits, pitch};

/// Logical pixels.
const FOOT: f32 = 44.0;
const LABEL: f32 = 26.0;

/// All pictures, and how they are being looked at.
#[derive(Debug, Clone)]
pub struct Gallery {
    pub(super) session: Session,
    tile: u32,
    speed: usize,
    paused: bool,
    /// In frames of a movement.
    time: f32,
    scroll: i32,
}

impl Gallery {
    pub fn new(session: Session) -> Gallery {
        Gallery { session, tile: 64, speed: 2, paused: false, time: 0.0, scroll: 0 }
    }

    pub fn is_moving(&self) -> bool {
        !self.paused
    }

    pub(super) fn turn(mut self, input: Input) -> Next {
        match input {
            Input::Tick(time) if !self.paused => {
                let frames = time.as_secs_f32() / STEP_TIME.as_secs_f32() * f32::from(FRAMES);
                self.time = (self.time + frames * SPEEDS[self.speed].0) % f32::from(FRAMES);
            }
            Input::Wheel(notches) => self.scroll_by(-(notches * self.session.size(80.0)) as i32),
            Input::Resize { .. } => self.scroll_by(0),
            Input::Key(Key::Escape) => return ControlFlow::Break(Exit::Quit),
            Input::Key(Key::Right) => self.show_frame(1),
            Input::Key(Key::Left) => self.show_frame(-1),
            Input::Key(Key::Down | Key::PageDown) => self.scroll_by(pitch(self.tile)),
            Input::Key(Key::Up | Key::PageUp) => self.scroll_by(-pitch(self.tile)),
            Input::Key(key) => self.obey(key),
            _ => {}
        }
        ControlFlow::Continue(Screen::Gallery(Box::new(self)))
    }

    /// The keys of the board do here what they do there.
    fn obey(&mut self, key: Key) {
        match self.session.settings().keys.command(Place::Board, key) {
            Some(Command::Pause) => self.paused = !self.paused,
            Some(Command::Faster) => self.speed = (self.speed + 1).min(SPEEDS.len() - 1),
            Some(Command::Slower) => self.speed = self.speed.saturating_sub(1),
            Some(Command::Step) => self.show_frame(1),
            Some(Command::ZoomIn) => self.zoom(LADDER.into_iter().find(|tile| *tile > self.tile)),
            Some(Command::ZoomOut) => self.zoom(LADDER.into_iter().rev().find(|tile| *tile < self.tile)),
            _ => {}
        }
    }

    /// The frame before or after this one, and no movement.
    fn show_frame(&mut self, by: i8) {
        self.paused = true;
        self.time = (self.time.floor() + f32::from(by)).rem_euclid(f32::from(FRAMES));
    }

    fn zoom(&mut self, tile: Option<u32>) {
        self.tile = tile.unwrap_or(self.tile);
        self.scroll_by(0);
    }

    fn scroll_by(&mut self, pixels: i32) {
        let rows = (exhibits().len() as i32 + self.columns() - 1) / self.columns();
        let room = self.session.frame().height - self.session.px(FOOT);
        self.scroll = (self.scroll + pixels).clamp(0, (rows * self.row() - room).max(0));
    }

    fn columns(&self) -> i32 {
        (self.session.frame().width / pitch(self.tile)).max(1)
    }

    fn row(&self) -> i32 {
        pitch(self.tile) + self.session.px(LABEL)
    }

    pub(super) fn draw(&self, items: &mut Vec<Item>) {
        let session = &self.session;
        let frame = session.frame();
        items.push(Item::Fill { rect: frame, color: palette::PANEL });
        let (pitch, row) = (pitch(self.tile), self.row());
        for (place, exhibit) in (0..).zip(&exhibits()) {
            let (x, y) = (place % self.columns() * pitch, place / self.columns() * row - self.scroll);
            if y + row <= 0 || y >= frame.height {
                continue;
            }
            draw_exhibit(exhibit, self.time as u8, Rect::new(x, y, pitch, pitch).inset(1), self.tile, items);
            let label = Rect::new(x, y + pitch, pitch, session.px(LABEL));
            items.push(text(exhibit.name.clone(), label, session.size(SMALL_TEXT), Align::Centre, palette::INK));
        }
        let foot = Rect::new(0, frame.height - session.px(FOOT), frame.width, session.px(FOOT));
        items.push(Item::Fill { rect: foot, color: palette::PANEL });
        let words = format!(
            "frame {} of {FRAMES}, speed {}, {} pixels a tile.  Space stops, arrows show single frames, , and . change the speed, + and − the size",
            self.time as u8 + 1,
            SPEEDS[self.speed].1,
            self.tile
        );
        items.push(text(words, foot, session.size(22.0), Align::Centre, palette::INK));
    }
}
