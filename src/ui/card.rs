//! A card over what is behind it: before a level, after it, and to ask a question.

use super::button::{Button, ButtonState, Face};
use super::layout::Layout;
use crate::look::palette;
use crate::scene::{Item, PanelEdge, Rect};

/// The rectangle of a card. Where it lies over something, that is dimmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Card {
    pub rect: Rect,
}

/// Logical pixels.
const GAP: f32 = 14.0;
const BUTTON: f32 = 50.0;

impl Card {
    /// A card of this size in logical pixels in the middle of the frame, no larger than the frame.
    pub fn centred(layout: &Layout, (width, height): (f32, f32)) -> Card {
        let frame = layout.frame();
        let (width, height) = (layout.px(width).min(frame.width), layout.px(height).min(frame.height));
        Card { rect: Rect::new((frame.width - width) / 2, (frame.height - height) / 2, width, height) }
    }

    /// A row of equally wide buttons along the lower edge.
    pub fn buttons<A>(&self, layout: &Layout, choices: Vec<(A, &'static str, ButtonState)>) -> Vec<Button<A>> {
        self.row_of_buttons(layout, 0, choices)
    }

    /// Rows of equally wide buttons along the lower edge, from top to bottom.
    pub fn button_rows<A>(&self, layout: &Layout, rows: Vec<Vec<(A, &'static str, ButtonState)>>) -> Vec<Button<A>> {
        let numbered = (0..rows.len() as i32).rev().zip(rows);
        numbered.flat_map(|(above, choices)| self.row_of_buttons(layout, above, choices)).collect()
    }

    /// A row of buttons, so many rows above the lowest.
    fn row_of_buttons<A>(
        &self,
        layout: &Layout,
        above: i32,
        choices: Vec<(A, &'static str, ButtonState)>,
    ) -> Vec<Button<A>> {
        let (gap, height) = (layout.px(GAP), layout.px(BUTTON));
        let width = (self.rect.width - gap) / choices.len().max(1) as i32 - gap;
        let top = self.rect.bottom() - (above + 1) * (gap + height);
        (0..)
            .zip(choices)
            .map(|(column, (action, words, state))| Button {
                rect: Rect::new(self.rect.x + gap + column * (width + gap), top, width, height),
                face: Face::Words(words.into()),
                action,
                state,
            })
            .collect()
    }

    pub fn draw(&self, layout: &Layout, items: &mut Vec<Item>) {
        items.push(Item::Fill { rect: layout.frame(), color: palette::VEIL });
        self.draw_sheet(layout, items);
    }

    /// Draws it by itself, over nothing that would have to be dimmed.
    pub fn draw_sheet(&self, layout: &Layout, items: &mut Vec<Item>) {
        items.push(Item::Panel {
            rect: self.rect,
            radius: layout.size(16.0),
            fill: palette::PANEL,
            border: palette::INK,
            line: layout.size(2.0),
            edge: PanelEdge::Sketched { hand: 0 },
        });
    }

    /// Draws it beside what is to be seen, which is not dimmed.
    pub fn draw_panel(&self, layout: &Layout, items: &mut Vec<Item>) {
        let edge = Rect { width: layout.px(2.0), ..self.rect };
        items.push(Item::Fill { rect: self.rect, color: palette::PANEL });
        items.push(Item::Fill { rect: edge, color: palette::BUTTON_EDGE });
    }

    /// A band across the card, `y` below its upper edge, both in logical pixels.
    pub fn row(&self, layout: &Layout, y: f32, height: f32) -> Rect {
        Rect::new(self.rect.x, self.rect.y + layout.px(y), self.rect.width, layout.px(height))
    }
}
