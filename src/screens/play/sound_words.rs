//! Sound words: what is heard of the present step, written where it happened, for those who play without sound.

use crate::look::{Typeface, palette, text_width};
use crate::scene::{Align, Item, PanelEdge, Point, Rect};
use crate::screens::attempt::Attempt;
use crate::screens::context::Context;
use crate::screens::profile::SoundWords;
use crate::sim::Cell;

/// The height of the words as a part of a tile, and at least so many logical pixels: smaller ones cannot be read.
const SHARE_OF_TILE: f32 = 0.34;
const SMALLEST: f32 = 13.0;

/// Writes the words above the cells of the step's events, if the player wants them. The same word is written once a
/// cell, and further ones stand above it.
pub fn draw_sound_words(attempt: &Attempt, context: &Context, items: &mut Vec<Item>) {
    if context.settings().sound_words == SoundWords::Hidden {
        return;
    }
    let (camera, layout) = (attempt.framing.camera(), &context.layout);
    let window = camera.window();
    let size = (camera.tile() as f32 * SHARE_OF_TILE).max(layout.size(SMALLEST));
    for (row, cell, word) in words(attempt, context) {
        let (left, top) = camera.cell_to_pixel(cell);
        let (width, height) = (text_width(word, size).ceil() as i32 + size as i32, (size * 1.2).ceil() as i32);
        let middle = left + camera.tile() as i32 / 2;
        let rect = Rect::new(middle - width / 2, top - (row + 1) * height, width, height);
        // What happens outside of the picture is not written; at its edges the words move inwards.
        if !window.contains(Point::new(middle as f32, top as f32)) {
            continue;
        }
        let rect = Rect {
            x: rect.x.min(window.right() - width).max(window.x),
            y: rect.y.min(window.bottom() - height).max(window.y),
            ..rect
        };
        let (fill, border) = (palette::PANEL, palette::BUTTON_EDGE);
        items.push(Item::Panel {
            rect,
            radius: size / 3.0,
            fill,
            border,
            line: layout.size(1.0),
            edge: PanelEdge::Ruled,
        });
        items.push(Item::Text {
            text: word.into(),
            rect,
            size,
            align: Align::Centre,
            color: palette::INK,
            typeface: Typeface::Hand,
        });
    }
}

/// The words of the step, each with its cell, and how many are written there already.
fn words(attempt: &Attempt, context: &Context) -> Vec<(i32, Cell, &'static str)> {
    let mut written: Vec<(i32, Cell, &'static str)> = Vec::new();
    for event in attempt.timeline.player().events() {
        let Some(cell) = event.cell() else { continue };
        let word = (context.texts().sound.word)(event);
        let here = written.iter().filter(|(_, other, _)| *other == cell);
        if here.clone().all(|(_, _, other)| *other != word) {
            let row = here.count() as i32;
            written.push((row, cell, word));
        }
    }
    written
}
