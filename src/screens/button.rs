//! Buttons: a screen lists them once, and both drawing and clicking read that list.

use std::borrow::Cow;

use super::session::Session;
use crate::look::{Color, palette};
use crate::scene::{Align, Item, Picture, Point, Rect, Sprite};

/// A place to click, and what clicking it means.
#[derive(Debug, Clone)]
pub struct Button<A> {
    pub rect: Rect,
    pub face: Face,
    pub action: A,
    pub look: Look,
}

/// What a button shows.
#[derive(Debug, Clone)]
pub enum Face {
    /// The screen draws it.
    Blank,
    Words(Cow<'static, str>),
    /// A picture with a short text at its right.
    Picture(Picture, Cow<'static, str>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Plain,
    /// The one that the keyboard is on, or that is chosen.
    Chosen,
    /// It cannot be used now.
    Spent,
}

/// Text sizes in logical pixels. The font is small for its size.
pub const BUTTON_TEXT: f32 = 26.0;
pub const SMALL_TEXT: f32 = 19.0;

/// The action of the button under the pointer.
pub fn hit<A: Copy>(buttons: &[Button<A>], pointer: Option<Point>) -> Option<A> {
    let pointer = pointer?;
    buttons
        .iter()
        .find(|button| button.look != Look::Spent && button.rect.contains(pointer))
        .map(|button| button.action)
}

/// Draws the buttons, the one under the pointer lit.
pub fn draw_buttons<A>(buttons: &[Button<A>], session: &Session, items: &mut Vec<Item>) {
    for button in buttons {
        let hovered = session.pointer().is_some_and(|pointer| button.rect.contains(pointer));
        let fill = match button.look {
            Look::Chosen => palette::BUTTON_CHOSEN,
            Look::Plain if hovered => palette::BUTTON_HOVER,
            Look::Plain => palette::BUTTON,
            Look::Spent => palette::PANEL,
        };
        let ink = match button.look {
            Look::Spent => palette::FAINT_INK,
            Look::Plain | Look::Chosen => palette::INK,
        };
        items.push(Item::Panel {
            rect: button.rect,
            radius: session.size(8.0),
            fill,
            border: palette::BUTTON_EDGE,
            line: session.size(1.5),
        });
        draw_face(button, ink, session, items);
    }
}

fn draw_face<A>(button: &Button<A>, ink: Color, session: &Session, items: &mut Vec<Item>) {
    let inner = button.rect.inset(session.px(4.0));
    let size = session.size(BUTTON_TEXT).min(inner.height as f32);
    match &button.face {
        Face::Blank => {}
        Face::Words(words) => items.push(text(words.clone(), inner, size, Align::Centre, ink)),
        Face::Picture(picture, words) => {
            let tile = inner.height.clamp(1, 256);
            let at = Point::new(inner.x as f32, (inner.y + (inner.height - tile) / 2) as f32);
            let opacity = if button.look == Look::Spent { 90 } else { 255 };
            items.push(Item::Sprite { sprite: Sprite::still(*picture), at, tile: tile as u32, opacity });
            let right = Rect::new(inner.x + tile, inner.y, (inner.width - tile).max(1), inner.height);
            items.push(text(words.clone(), right, size, Align::Centre, ink));
        }
    }
}

/// A line of text as an item.
pub fn text(words: impl Into<Cow<'static, str>>, rect: Rect, size: f32, align: Align, color: Color) -> Item {
    Item::Text { text: words.into(), rect, size, align, color }
}
