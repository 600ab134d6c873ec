//! The celebration of a win: those who were saved come to the front and jump for joy.

use super::geometry::{Point, Rect};
use super::item::Item;
use super::motion::frame;
use super::sprite::{Facing, Picture, Skin, Sprite};

/// So many come at most.
const MOST: usize = 12;

/// Jumps of neighbours are so much of a jump apart.
const LAG: f32 = 0.37;

/// Appends rabbits side by side on the lower edge of the stage, at `tile` pixels a tile. `jumps` is the time in jumps: its
/// whole part does not matter.
pub fn draw_celebration(saved: i32, stage: Rect, tile: u32, jumps: f32, items: &mut Vec<Item>) {
    let tile = tile.clamp(1, 256);
    let room = (stage.width / tile as i32).max(1) as usize;
    let count = usize::try_from(saved).unwrap_or(0).min(MOST).min(room);
    let left = stage.x + (stage.width - (count as i32) * tile as i32) / 2;
    for index in 0..count {
        let sprite = Sprite {
            picture: Picture::Cheer,
            frame: frame((jumps + index as f32 * LAG).fract()),
            facing: if index < count / 2 { Facing::Right } else { Facing::Left },
            skin: [Skin::Rabbit, Skin::Sandy, Skin::Grey][index % 3],
        };
        let at = Point::new((left + index as i32 * tile as i32) as f32, (stage.bottom() - tile as i32) as f32);
        items.push(Item::Sprite { sprite, at, tile, opacity: 255 });
    }
}
