//! The end of a level, acted out: those who were saved come to the front, and jump for joy or hang their ears.

use super::geometry::{Point, Rect};
use super::item::Item;
use super::motion::frame;
use super::sprite::{FRAMES, Facing, Picture, Skin, Sprite};

/// So many come at most.
const MOST: usize = 12;

/// Jumps of neighbours are so much of a jump apart.
const LAG: f32 = 0.37;

/// How a level has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finale {
    Won,
    /// Somebody comes in any case.
    Lost,
}

/// Appends rabbits side by side on the lower edge of the stage, at `tile` pixels a tile. `beats` is the time since the
/// end in jumps: joy goes on and on, and ears are hung once.
pub fn draw_finale(finale: Finale, saved: i32, stage: Rect, tile: u32, beats: f32, items: &mut Vec<Item>) {
    let tile = tile.clamp(1, 256);
    let room = (stage.width / tile as i32).max(1) as usize;
    let least = if finale == Finale::Lost { 1 } else { 0 };
    let count = usize::try_from(saved).unwrap_or(0).max(least).min(MOST).min(room);
    let left = stage.x + (stage.width - (count as i32) * tile as i32) / 2;
    for index in 0..count {
        let (picture, frame) = match finale {
            Finale::Won => (Picture::Cheer, frame((beats + index as f32 * LAG).fract())),
            Finale::Lost => (Picture::Mope, ((beats * f32::from(FRAMES)) as u8).min(FRAMES - 1)),
        };
        let facing = if index < count.div_ceil(2) { Facing::Right } else { Facing::Left };
        let sprite = Sprite { picture, frame, facing, skin: [Skin::Rabbit, Skin::Sandy, Skin::Grey][index % 3] };
        let at = Point::new((left + index as i32 * tile as i32) as f32, (stage.bottom() - tile as i32) as f32);
        items.push(Item::Sprite { sprite, at, tile, opacity: 255 });
    }
}
