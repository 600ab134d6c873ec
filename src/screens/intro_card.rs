//! What the card before a level says: its name, what it is about, how many to save, and the tokens.

use super::attempt::{Attempt, offered};
use super::context::Context;
use super::play::{token_count, token_name};
use crate::look::{palette, text_width};
use crate::scene::{Align, Item, Point, Rect, Sprite, token_picture};
use crate::ui::{BUTTON_TEXT, Card, SMALL_TEXT, fitted_size, text, wrapped};

/// Lines of the card, in logical pixels: heights and sizes of text.
const SIDE: f32 = 20.0;
const ABOVE: f32 = 16.0;
const NAME: (f32, f32) = (46.0, 42.0);
const AUTHOR: (f32, f32) = (30.0, SMALL_TEXT);
const ABOUT: (f32, f32) = (29.0, 24.0);
const AIM: (f32, f32) = (56.0, 30.0);

/// A token: its picture, and the distance from one to the next.
const TOKEN: f32 = 34.0;
const PITCH: f32 = 92.0;
/// The height of a number below its picture.
const NUMBER: f32 = 22.0;

/// Draws the card without its buttons.
pub fn draw_card(attempt: &Attempt, card: Card, context: &Context, items: &mut Vec<Item>) {
    let (layout, texts, world) = (&context.layout, context.texts(), attempt.world());
    card.draw_panel(layout, items);
    let side = layout.px(SIDE);
    let inner = Rect::new(card.rect.x + side, card.rect.y, (card.rect.width - 2 * side).max(1), card.rect.height);
    let mut below = inner.y + layout.px(ABOVE);
    let mut row = |height: f32| {
        let rect = Rect { y: below, height: layout.px(height), ..inner };
        below = rect.bottom();
        rect
    };
    let mut say = |words: String, (height, size): (f32, f32), color| {
        items.push(text(words, row(height), layout.size(size), Align::Centre, color));
    };
    let words = context.words_of(&attempt.chosen);
    let lines = |words: &str, size: f32| wrapped(words, inner.width as f32, layout.size(size));
    for line in lines(words.name, NAME.1) {
        say(line, NAME, palette::INK);
    }
    let author = &attempt.chosen.level.author;
    say(if author.is_empty() { String::new() } else { (texts.by)(author) }, AUTHOR, palette::FAINT_INK);
    for line in lines(words.about, ABOUT.1) {
        say(line, ABOUT, palette::INK);
    }
    say((texts.aim)(world.to_save(), world.num_rabbits()), AIM, palette::ACCENT);
    draw_tokens(attempt, row(TOKEN + SMALL_TEXT), context, items);
}

/// What there is to drop, side by side in the middle of the row: picture, number, and name below. Where a number has no
/// room beside its picture, all of them stand below, and the row is higher.
fn draw_tokens(attempt: &Attempt, row: Rect, context: &Context, items: &mut Vec<Item>) {
    let (layout, world) = (&context.layout, attempt.world());
    let tokens = || offered(world).map(|ability| (ability, token_count(world.tokens(ability).unwrap_or(0))));
    let kinds = tokens().count() as i32;
    let pitch = layout.px(PITCH).min(row.width / kinds.max(1));
    let left = row.x + (row.width - pitch * kinds) / 2;
    let size = layout.size(BUTTON_TEXT);
    let are_beside = tokens().all(|(_, number)| text_width(&number, size) <= (pitch / 2) as f32);
    let tile = layout.px(TOKEN).min(if are_beside { pitch / 2 } else { pitch }).clamp(1, 256);
    for (column, (ability, number)) in (0..).zip(tokens()) {
        let cell = Rect::new(left + column * pitch, row.y, pitch, tile);
        let (margin, numbers) = if are_beside {
            (pitch - 2 * tile, Rect { x: cell.x + pitch / 2, width: pitch / 2, ..cell })
        } else {
            (pitch - tile, Rect { y: cell.bottom(), height: layout.px(NUMBER), ..cell })
        };
        let at = Point::new((cell.x + margin / 2) as f32, cell.y as f32);
        let sprite = Sprite::still(token_picture(ability));
        items.push(Item::Sprite { sprite, at, tile: tile as u32, opacity: 255 });
        let size = fitted_size(&number, numbers.width, size);
        items.push(text(number, numbers, size, Align::Centre, palette::INK));
        let height = (row.bottom() - numbers.bottom()).max(layout.px(SMALL_TEXT));
        let name = Rect { y: numbers.bottom(), height, ..cell };
        let words = token_name(ability, context.texts());
        items.push(text(words, name, layout.size(SMALL_TEXT - 3.0), Align::Centre, palette::FAINT_INK));
    }
}
