//! The inspected board: what each cell holds, in words, with the legend of their marks.

use super::caption::{BoardEdge, Caption};
use super::cell_words;
use crate::scene::{Item, Sight, draw_contents, draw_labels};
use crate::screens::attempt::Attempt;
use crate::screens::context::Context;
use crate::screens::keys::Command;
use crate::screens::legend::draw_legend;

/// The contents of the board's cells, if the player looks at them.
pub fn draw_sight(attempt: &Attempt, context: &Context, items: &mut Vec<Item>) {
    match attempt.sight {
        Sight::Plain => {}
        Sight::Contents if attempt.framing.camera().tile() < READABLE_TILE => {
            let note: Caption<()> = Caption::line(inspecting_needs_zoom(context), BoardEdge::Top);
            note.draw(attempt.framing.camera().window(), &context.layout, items);
        }
        Sight::Contents => {
            let words = |content, count| cell_words::counted(content, count, context.texts());
            draw_contents(attempt.world(), attempt.framing.camera(), words, items);
            draw_labels(attempt.world(), attempt.framing.camera(), attempt.shown_phase(context), items);
            draw_legend(attempt.framing.camera().window(), context, items);
        }
    }
}

/// Words in a cell can be read from so many pixels a tile on.
const READABLE_TILE: u32 = 32;

fn inspecting_needs_zoom(context: &Context) -> String {
    let keys = context.settings().keys.keys(Command::ZoomIn);
    (context.texts().zoom_to_inspect)(&keys.first().map(|key| context.key_name(*key)).unwrap_or_default())
}
