//! The card of a level in the list: a small picture of its board, its name, and how the player has done.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::context::Context;
use super::shipped::{LevelId, all_levels, entry};
use crate::look::palette;
use crate::scene::{Align, Camera, Item, Picture, Point, Rect, Scenery, Sprite, draw_board};
use crate::sim::World;
use crate::ui::{BUTTON_TEXT, ButtonState, SMALL_TEXT, text};

/// The height of the picture in logical pixels.
const THUMBNAIL: f32 = 142.0;

/// The world of each level as it begins.
static WORLDS: LazyLock<BTreeMap<LevelId, World>> =
    LazyLock::new(|| all_levels().into_iter().filter_map(|id| Some((id, entry(id)?.level.world()))).collect());

/// Draws what is on the card; its edge is a button's.
pub fn draw_card(id: LevelId, (card, state): (Rect, ButtonState), context: &Context, items: &mut Vec<Item>) {
    let (layout, texts, profile) = (&context.layout, context.texts(), &context.profile);
    let inner = card.inset(layout.px(8.0));
    let board = Rect::new(inner.x, inner.y, inner.width, layout.px(THUMBNAIL));
    let Some(world) = WORLDS.get(&id) else { return };
    let camera = Camera::thumbnail(board, world.width(), world.height());
    draw_board(world, Scenery::of_set(id.set), &camera, 0.0, items);

    let (best, open) = (profile.best(id), profile.is_open(id));
    if !open {
        items.push(Item::Fill { rect: board, color: palette::VEIL });
    }
    let line = |y: f32, height: f32| Rect::new(inner.x, board.bottom() + layout.px(y), inner.width, layout.px(height));
    let ink = if open { palette::INK } else { state.faint_ink() };
    let name = format!("{}  {}", id.level + 1, entry(id).map_or("", |entry| context.level_name(entry)));
    items.push(text(name, line(2.0, 32.0), layout.size(BUTTON_TEXT), Align::Left, ink));
    let below = match best {
        Some(best) => (texts.best)(best.saved, &(texts.tokens)(best.tokens), best.steps).into(),
        None if open => (texts.to_do)(world.to_save(), world.num_rabbits()).into(),
        None => Cow::from(texts.locked),
    };
    let color = if best.is_some() { layout.palette().good() } else { state.faint_ink() };
    items.push(text(below, line(34.0, 24.0), layout.size(SMALL_TEXT), Align::Left, color));
    if best.is_some() {
        let tile = layout.px(34.0).clamp(1, 256);
        let at = Point::new((inner.right() - tile) as f32, (inner.bottom() - tile) as f32);
        items.push(Item::Sprite { sprite: Sprite::still(Picture::Exit), at, tile: tile as u32, opacity: 255 });
    }
}
