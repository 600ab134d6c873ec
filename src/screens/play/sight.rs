//! The inspected board: what each cell holds, in words, and over it the legend of their marks.

use super::caption::{BoardEdge, Caption};
use super::cell_words;
use crate::scene::{Item, Point, Sight, draw_contents, draw_labels};
use crate::screens::attempt::Attempt;
use crate::screens::context::Context;
use crate::screens::keys::Command;
use crate::screens::legend::{draw_legend, legend_rect};

/// The contents of the board's cells, if the player looks at them.
pub fn draw_sight(attempt: &Attempt, context: &Context, items: &mut Vec<Item>) {
    match attempt.sight {
        Sight::Plain => {}
        Sight::Contents if !is_readable(attempt) => {
            let note: Caption<()> = Caption::line(inspecting_needs_zoom(context), BoardEdge::Top);
            note.draw(attempt.framing.camera().window(), &context.layout, items);
        }
        Sight::Contents => {
            let words = |content, count| cell_words::counted(content, count, context.texts());
            draw_contents(attempt.world(), attempt.framing.camera(), words, items);
            draw_labels(attempt.world(), attempt.framing.camera(), attempt.shown_phase(context), items);
        }
    }
}

/// The legend of the contents, over all marks on the board.
pub fn draw_sight_legend(attempt: &Attempt, context: &Context, items: &mut Vec<Item>) {
    if has_legend(attempt) {
        draw_legend(attempt.framing.camera().window(), context, items);
    }
}

/// Whether this point of the board is under the legend.
pub fn is_under_legend(point: Point, attempt: &Attempt, context: &Context) -> bool {
    let window = attempt.framing.camera().window();
    has_legend(attempt) && window.contains(point) && legend_rect(window, context).contains(point)
}

fn has_legend(attempt: &Attempt) -> bool {
    attempt.sight == Sight::Contents && is_readable(attempt)
}

/// Words in a cell can be read from so many pixels a tile on.
const READABLE_TILE: u32 = 32;

fn is_readable(attempt: &Attempt) -> bool {
    attempt.framing.camera().tile() >= READABLE_TILE
}

fn inspecting_needs_zoom(context: &Context) -> String {
    let keys = context.settings().keys.keys(Command::ZoomIn);
    (context.texts().zoom_to_inspect)(&keys.first().map(|key| context.key_name(*key)).unwrap_or_default())
}
