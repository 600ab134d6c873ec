//! The line at the top: the level's name, how many rabbits are where, and how far the play is.

use crate::look::{Color, palette, text_width};
use crate::scene::{Align, Item, Picture, Point, Rect, Sprite};
use crate::screens::attempt::{Attempt, TOP_BAR};
use crate::screens::context::Context;
use crate::ui::text;

/// Logical pixels: text, signs, and the space between two counts.
const TEXT: f32 = 27.0;
const SIGN: f32 = 30.0;
const GAP: f32 = 18.0;

/// Shares of the width of the frame: the name at the left, and at the right what follows the counts, in figures alone
/// where there is no room for words.
const NAME: (f32, f32) = (0.01, 0.25);
const COUNTS: (f32, f32) = (0.26, 0.75);
const REST: [(f32, f32); 3] = [(0.75, 0.83), (0.83, 0.91), (0.91, 0.99)];

/// How many rabbits are somewhere.
struct RabbitCount {
    sign: Picture,
    figures: String,
    words: String,
    color: Color,
}

fn counts(attempt: &Attempt, context: &Context) -> [RabbitCount; 4] {
    let (texts, colors, world) = (context.texts(), context.layout.palette(), attempt.world());
    let (saved, needed, lost) = (world.saved(), world.to_save(), world.killed());
    let count =
        |sign, count: i32, words: String| RabbitCount { sign, figures: count.to_string(), words, color: palette::INK };
    [
        count(Picture::IconOut, world.out(), (texts.out)(world.out())),
        count(Picture::IconWaiting, world.waiting(), (texts.waiting)(world.waiting())),
        RabbitCount {
            color: if lost > 0 { colors.bad() } else { palette::INK },
            ..count(Picture::IconLost, lost, (texts.died)(lost))
        },
        RabbitCount {
            figures: format!("{saved} / {needed}"),
            color: if saved >= needed { colors.good() } else { palette::INK },
            ..count(Picture::IconSaved, saved, (texts.saved)(saved, needed))
        },
    ]
}

/// The counts with their rectangles, side by side in the middle. Where there is no room for words, they are figures.
fn placed_counts(attempt: &Attempt, context: &Context) -> Vec<(RabbitCount, String, Rect)> {
    let layout = &context.layout;
    let (sign, gap, size) = (layout.px(SIGN), layout.px(GAP), layout.size(TEXT));
    let bar = part(COUNTS, context);
    let width = |words: &str| sign + gap / 3 + text_width(words, size).ceil() as i32;
    let counts = counts(attempt, context);
    let worded: i32 = counts.iter().map(|count| width(&count.words) + gap).sum();
    let has_room = worded <= bar.width;
    let shown = |count: &RabbitCount| if has_room { count.words.clone() } else { count.figures.clone() };
    let total: i32 = counts.iter().map(|count| width(&shown(count)) + gap).sum();
    let mut x = bar.x + (bar.width - total) / 2;
    let place = |count: RabbitCount| {
        let words = shown(&count);
        let rect = Rect::new(x, bar.y, width(&words), bar.height);
        x = rect.right() + gap;
        (count, words, rect)
    };
    counts.into_iter().map(place).collect()
}

/// What the count under the pointer means.
pub fn count_under_pointer(attempt: &Attempt, context: &Context) -> Option<String> {
    let pointer = context.layout.pointer()?;
    let placed = placed_counts(attempt, context);
    placed.into_iter().find_map(|(count, _, rect)| rect.contains(pointer).then_some(count.words))
}

pub fn draw_status(attempt: &Attempt, context: &Context, items: &mut Vec<Item>) {
    let (layout, texts) = (&context.layout, context.texts());
    let size = layout.size(TEXT);
    let name = context.words_of(&attempt.chosen).name.to_owned();
    items.push(text(name, part(NAME, context), size, Align::Left, palette::INK));
    for (count, words, rect) in placed_counts(attempt, context) {
        let tile = layout.px(SIGN).clamp(1, 256);
        let at = Point::new(rect.x as f32, (rect.y + (rect.height - tile) / 2) as f32);
        items.push(Item::Sprite { sprite: Sprite::still(count.sign), at, tile: tile as u32, opacity: 255 });
        items.push(text(words, rect, size, Align::Right, count.color));
    }
    let (step, speed) = (attempt.timeline.step(), context.speed.name());
    let tile = attempt.framing.camera().tile();
    let rest = [
        ((texts.step)(step), step.to_string()),
        ((texts.speed)(speed), speed.to_owned()),
        ((texts.zoom)(tile), tile.to_string()),
    ];
    for ((words, figures), share) in rest.into_iter().zip(REST) {
        let rect = part(share, context);
        let shown = if text_width(&words, size) <= rect.width as f32 { words } else { figures };
        items.push(text(shown, rect, size, Align::Right, palette::FAINT_INK));
    }
}

/// A part of the bar, by shares of its width.
fn part((from, to): (f32, f32), context: &Context) -> Rect {
    let (frame, height) = (context.layout.frame(), context.layout.px(TOP_BAR));
    let (left, right) = ((frame.width as f32 * from) as i32, (frame.width as f32 * to) as i32);
    Rect::new(left, 0, (right - left).max(1), height)
}
