//! A card over the board: before a level, after it, and to ask a question.

use super::button::{Button, Face, Look};
use super::session::Session;
use crate::look::palette;
use crate::scene::{Item, Rect};

/// Where a card lies. Everything behind it is dimmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Card {
    pub rect: Rect,
}

/// Logical pixels.
const GAP: f32 = 14.0;
const BUTTON: f32 = 50.0;

impl Card {
    /// A card of this size in logical pixels in the middle of the frame, no larger than the frame.
    pub fn centred(session: &Session, (width, height): (f32, f32)) -> Card {
        let frame = session.frame();
        let (width, height) = (session.px(width).min(frame.width), session.px(height).min(frame.height));
        Card { rect: Rect::new((frame.width - width) / 2, (frame.height - height) / 2, width, height) }
    }

    /// A row of equally wide buttons along the lower edge.
    pub fn buttons<A>(&self, session: &Session, choices: Vec<(A, &'static str, Look)>) -> Vec<Button<A>> {
        let (gap, height) = (session.px(GAP), session.px(BUTTON));
        let width = (self.rect.width - gap) / choices.len().max(1) as i32 - gap;
        let top = self.rect.bottom() - gap - height;
        (0..)
            .zip(choices)
            .map(|(place, (action, words, look))| Button {
                rect: Rect::new(self.rect.x + gap + place * (width + gap), top, width, height),
                face: Face::Words(words.into()),
                action,
                look,
            })
            .collect()
    }

    pub fn draw(&self, session: &Session, items: &mut Vec<Item>) {
        items.push(Item::Fill { rect: session.frame(), color: palette::VEIL });
        items.push(Item::Panel {
            rect: self.rect,
            radius: session.size(16.0),
            fill: palette::PANEL,
            border: palette::INK,
            line: session.size(2.0),
        });
    }

    /// A band across the card, `y` below its upper edge, both in logical pixels.
    pub fn row(&self, session: &Session, y: f32, height: f32) -> Rect {
        Rect::new(self.rect.x, self.rect.y + session.px(y), self.rect.width, session.px(height))
    }
}
