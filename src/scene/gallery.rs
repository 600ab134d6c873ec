//! All pictures side by side, for review of the art: on a screen, or on a contact sheet.

use std::borrow::Cow;

use super::geometry::{Point, Rect};
use super::item::{Align, Item};
use super::sprite::{Facing, Picture, Skin, Sprite};
use super::wash::Wash;
use crate::look::{Typeface, palette};

/// A picture as a rabbit or a rabbot, with its name.
pub struct Exhibit {
    pub picture: Picture,
    pub skin: Skin,
    pub name: String,
}

/// All pictures; those of rabbits also as rabbots.
pub fn exhibits() -> Vec<Exhibit> {
    let rabbits = Picture::ALL.iter().map(|&picture| (picture, Skin::Rabbit, picture.name().to_owned()));
    let moving = Picture::ALL.iter().filter(|picture| picture.frames() > 1 && **picture >= Picture::Walk);
    let rabbots = moving.map(|&picture| (picture, Skin::Rabbot, format!("{} (rabbot)", picture.name())));
    rabbits.chain(rabbots).map(|(picture, skin, name)| Exhibit { picture, skin, name }).collect()
}

/// Width and height of an exhibit at `tile` pixels per tile. It includes a margin for what reaches beyond the cell.
pub fn pitch(tile: u32) -> i32 {
    (tile * 2) as i32
}

/// One frame of an exhibit on graph paper, its cell in the middle of the rectangle.
pub fn draw_exhibit(exhibit: &Exhibit, frame: u8, rect: Rect, tile: u32, items: &mut Vec<Item>) {
    let margin = (pitch(tile) - tile as i32) / 2;
    let (left, top) = (rect.x + margin, rect.y + margin);
    items.push(Item::Paper { rect, origin: (left, top), tile, wash: Wash::NONE });
    let sprite = Sprite {
        picture: exhibit.picture,
        frame: frame % exhibit.picture.frames(),
        facing: Facing::Right,
        skin: exhibit.skin,
    };
    items.push(Item::Sprite { sprite, at: Point::new(left as f32, top as f32), tile, opacity: 255 });
}

/// A sheet with a row for each exhibit: its name, and `shots` of its frames from first to last. Returns width and
/// height in pixels.
pub fn draw_contact_sheet(tile: u32, shots: u8, items: &mut Vec<Item>) -> (u32, u32) {
    let (pitch, label) = (pitch(tile), 170);
    let exhibits = exhibits();
    let (width, height) = (label + pitch * i32::from(shots), pitch * exhibits.len() as i32);
    items.push(Item::Fill { rect: Rect::new(0, 0, width, height), color: palette::PANEL });
    for (row, exhibit) in (0..).zip(&exhibits) {
        let name = Rect::new(8, row * pitch, label - 16, pitch);
        let text = Cow::from(exhibit.name.clone());
        items.push(Item::Text {
            text,
            rect: name,
            size: 20.0,
            align: Align::Left,
            color: palette::INK,
            typeface: Typeface::Hand,
        });
        let frames = exhibit.picture.frames();
        for shot in 0..shots.min(frames) {
            let frame = (u16::from(shot) * u16::from(frames) / u16::from(shots.min(frames))) as u8;
            let rect = Rect::new(label + i32::from(shot) * pitch, row * pitch, pitch, pitch);
            draw_exhibit(exhibit, frame, rect.inset(1), tile, items);
        }
    }
    (width as u32, height as u32)
}
