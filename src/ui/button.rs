//! Buttons: a screen lists them once, and both drawing and clicking read that list.

use std::borrow::Cow;

use super::layout::Layout;
use super::text::{BUTTON_TEXT, SMALL_TEXT, fitted_size, text};
use crate::look::{Color, palette, text_width};
use crate::scene::{Align, Item, PanelEdge, Point, Rect, Sprite};

/// Logical pixels.
const RADIUS: f32 = 10.0;
const THIN: f32 = 1.5;
const BOLD: f32 = 2.4;
const INSET: f32 = 4.0;
/// How far a key in the corner is from the border.
const CORNER: f32 = 4.0;
/// A button that is pressed is smaller by this on every side.
const PUSHED: f32 = 2.0;
/// Buttons that follow each other are sketched by so many different hands.
const HANDS: u8 = 4;

/// A rectangle to click, and what clicking it means.
#[derive(Debug, Clone)]
pub struct Button<A> {
    pub rect: Rect,
    pub face: Face,
    pub action: A,
    pub state: ButtonState,
}

/// What a button shows.
#[derive(Debug, Clone)]
pub enum Face {
    /// The screen draws it.
    Blank,
    Words(Cow<'static, str>),
    Icon(Sprite),
    /// A picture with a short text at its right.
    Picture(Sprite, Cow<'static, str>),
    /// A picture with a short text at its right, a caption below both, and a key in the corner.
    Captioned {
        picture: Sprite,
        words: Cow<'static, str>,
        caption: &'static str,
        key: Cow<'static, str>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ButtonState {
    Normal,
    /// The keyboard's focus is on it, or it is the value that holds.
    Selected,
    /// It cannot be used now.
    Disabled,
}

impl ButtonState {
    /// The ink of what matters less, on a button in this state: on the ground of a selected one faint ink is too faint.
    pub const fn faint_ink(self) -> Color {
        match self {
            ButtonState::Selected => palette::INK,
            ButtonState::Normal | ButtonState::Disabled => palette::FAINT_INK,
        }
    }

    /// Selected if it is, normal otherwise.
    pub fn selected_if(selected: bool) -> ButtonState {
        if selected { ButtonState::Selected } else { ButtonState::Normal }
    }
}

/// The action of the button under the pointer.
pub fn hit<A: Copy>(buttons: &[Button<A>], pointer: Option<Point>) -> Option<A> {
    let pointer = pointer?;
    buttons
        .iter()
        .find(|button| button.state != ButtonState::Disabled && button.rect.contains(pointer))
        .map(|button| button.action)
}

/// Draws the buttons, the one under the pointer highlighted, and pushed down while it is pressed. No state is shown by
/// colour alone: the border of a selected button is bold and its ground hatched, and that of a disabled one is dashed.
pub fn draw_buttons<A>(buttons: &[Button<A>], layout: &Layout, items: &mut Vec<Item>) {
    for (button, hand) in buttons.iter().zip((0..HANDS).cycle()) {
        let is_lit = layout.lit().is_some_and(|pointer| button.rect.contains(pointer));
        let is_held = button.state != ButtonState::Disabled && layout.holds(button.rect);
        let (fill, border, line) = match button.state {
            ButtonState::Selected => (palette::BUTTON_CHOSEN, palette::INK, BOLD),
            ButtonState::Normal if is_lit => (palette::BUTTON_HOVER, palette::INK, BOLD),
            ButtonState::Normal => (palette::BUTTON, palette::PENCIL, THIN),
            ButtonState::Disabled => (palette::PANEL, palette::BUTTON_EDGE, THIN),
        };
        let edge = match button.state {
            ButtonState::Disabled => PanelEdge::Dashed { hand },
            ButtonState::Selected => PanelEdge::Hatched { hand },
            ButtonState::Normal if is_held => PanelEdge::Hatched { hand },
            ButtonState::Normal => PanelEdge::Sketched { hand },
        };
        let rect = if is_held { button.rect.inset(layout.px(PUSHED)) } else { button.rect };
        items.push(Item::Panel { rect, radius: layout.size(RADIUS), fill, border, line: layout.size(line), edge });
        draw_face(button, rect, layout, items);
    }
}

fn draw_face<A>(button: &Button<A>, rect: Rect, layout: &Layout, items: &mut Vec<Item>) {
    let inner = rect.inset(layout.px(INSET));
    let ink = match button.state {
        ButtonState::Disabled => palette::FAINT_INK,
        ButtonState::Normal | ButtonState::Selected => palette::INK,
    };
    let size = layout.size(BUTTON_TEXT).min(inner.height as f32);
    let tile = inner.height.min(inner.width).clamp(1, 256);
    let mut draw_sprite = |sprite: Sprite, x: i32| {
        let at = Point::new(x as f32, (inner.y + (inner.height - tile) / 2) as f32);
        let opacity = opacity(button.state);
        items.push(Item::Sprite { sprite, at, tile: tile as u32, opacity });
    };
    match &button.face {
        Face::Blank => {}
        Face::Words(words) => items.push(text(words.clone(), inner, size, Align::Centre, ink)),
        Face::Icon(icon) => draw_sprite(*icon, inner.x + (inner.width - tile) / 2),
        Face::Picture(shown, words) => {
            draw_sprite(*shown, inner.x);
            let right = Rect::new(inner.x + tile, inner.y, (inner.width - tile).max(1), inner.height);
            items.push(text(words.clone(), right, size, Align::Centre, ink));
        }
        Face::Captioned { picture, words, caption, key } => {
            let below = inner.height * 2 / 5;
            let above = Rect { height: inner.height - below, ..inner };
            let tile = above.height.min(above.width).clamp(1, 256);
            let opacity = opacity(button.state);
            let at = Point::new(above.x as f32, above.y as f32);
            items.push(Item::Sprite { sprite: *picture, at, tile: tile as u32, opacity });
            let right = Rect::new(above.x + tile, above.y, (above.width - tile).max(1), above.height);
            let small = layout.size(SMALL_TEXT).min(below as f32);
            let corner = Rect { height: small as i32, width: (right.width - layout.px(CORNER)).max(1), ..right };
            items.push(text(key.clone(), corner, small, Align::Right, palette::FAINT_INK));
            // Words whose end would lie under the key make room for it.
            let beside_key = (corner.width - text_width(key, small).ceil() as i32).max(1);
            let is_short = text_width(words, size) <= (2 * beside_key - right.width) as f32;
            let room = if is_short { right } else { Rect { width: beside_key, ..right } };
            items.push(text(words.clone(), room, fitted_size(words, room.width, size), Align::Centre, ink));
            let line = Rect::new(inner.x, above.bottom(), inner.width, below);
            items.push(text(*caption, line, small, Align::Centre, ink));
        }
    }
}

fn opacity(state: ButtonState) -> u8 {
    if state == ButtonState::Disabled { 90 } else { 255 }
}
