//! The hints of a level, in a strip below the board: before it is played, and while it is. The cells that they name are
//! ringed.

use super::attempt::Attempt;
use super::context::Context;
use super::shipped::Chosen;
use crate::level::hint_cells;
use crate::look::palette;
use crate::scene::{Align, Item, Rect, draw_ring};
use crate::ui::{Button, ButtonState, Face, Layout, draw_buttons, hit, text, wrapped};

/// Whether the hints that were read are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum HintStrip {
    #[default]
    Closed,
    Open,
}

/// The hints of a level: those that its author wrote, and while it is played one more, of what the solver has found.
#[derive(Debug, Clone)]
pub struct HintList<'a> {
    pub chosen: &'a Chosen,
    pub found: Option<String>,
}

/// What the buttons of the strip do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HintAction {
    Next,
    Close,
}

/// Logical pixels.
const LINE: f32 = 29.0;
const TEXT: f32 = 23.0;
const PADDING: f32 = 8.0;
const BUTTON: (f32, f32) = (158.0, 42.0);

/// What a strip at the lower edge of a window leaves of it.
pub fn above(window: Rect, strip: Rect) -> Rect {
    Rect { height: (window.height - strip.height).max(1), ..window }
}

impl HintStrip {
    pub fn is_open(self) -> bool {
        self == HintStrip::Open
    }

    /// Opens the strip, at the first hint at least; an open one goes on to the next hint, and is closed after the last.
    pub fn ask(&mut self, context: &mut Context, list: &HintList) {
        let (read, all) = (context.hints_read.count(list.chosen), list.count(context));
        match self {
            HintStrip::Closed if read > 0 => *self = HintStrip::Open,
            HintStrip::Open if read >= all => *self = HintStrip::Closed,
            HintStrip::Closed | HintStrip::Open => {
                context.hints_read.read_next(list.chosen, all);
                *self = HintStrip::Open;
            }
        }
    }

    /// Does what a button of the strip says.
    pub fn act(&mut self, context: &mut Context, list: &HintList, action: HintAction) {
        match action {
            HintAction::Next => self.ask(context, list),
            HintAction::Close => *self = HintStrip::Closed,
        }
    }

    /// Whether what the solver has found is among the hints that are shown.
    pub fn shows_found(self, context: &Context, list: &HintList) -> bool {
        self.is_open() && list.read_found(context).is_some()
    }

    /// The strip at the lower edge of a window, half of it at most; without height if it is closed.
    pub fn strip(self, context: &Context, list: &HintList, window: Rect) -> Rect {
        let layout = &context.layout;
        let height = match self {
            HintStrip::Closed => 0,
            HintStrip::Open => {
                let lines = lines(context, list, window).len() as i32 * layout.px(LINE) + 2 * layout.px(PADDING);
                lines.max(layout.px(2.0 * BUTTON.1 + 3.0 * PADDING)).min(window.height / 2)
            }
        };
        Rect::new(window.x, window.bottom() - height, window.width, height)
    }

    /// The action of the button under the pointer.
    pub fn hit(self, context: &Context, list: &HintList, window: Rect) -> Option<HintAction> {
        hit(&self.buttons(context, list, window), context.layout.pointer())
    }

    /// One below the other at the right.
    fn buttons(self, context: &Context, list: &HintList, window: Rect) -> Vec<Button<HintAction>> {
        if self == HintStrip::Closed {
            return Vec::new();
        }
        let (layout, texts) = (&context.layout, context.texts());
        let strip = self.strip(context, list, window);
        let has_more = context.hints_read.count(list.chosen) < list.count(context);
        let next = if has_more { ButtonState::Normal } else { ButtonState::Disabled };
        let padding = layout.px(PADDING);
        let height = layout.px(BUTTON.1).min((strip.height - 3 * padding) / 2).max(1);
        let left = strip.right() - padding - button_width(layout, window);
        (0..)
            .zip([(HintAction::Next, texts.next_hint, next), (HintAction::Close, texts.close, ButtonState::Normal)])
            .map(|(row, (action, words, state))| {
                let top = strip.y + padding + row * (height + padding);
                let rect = Rect::new(left, top, button_width(layout, window), height);
                Button { rect, face: Face::Words(words.into()), action, state }
            })
            .collect()
    }

    /// Draws rings around the cells that the hints of the strip name, if it is open.
    pub fn draw_rings(self, context: &Context, attempt: &Attempt, list: &HintList, items: &mut Vec<Item>) {
        if self == HintStrip::Closed {
            return;
        }
        for cell in list.read(context).flat_map(hint_cells).filter(|cell| attempt.world().contains(*cell)) {
            draw_ring(attempt.framing.camera(), cell, context.layout.palette(), items);
        }
    }

    /// Draws the strip, if it is open.
    pub fn draw(self, context: &Context, list: &HintList, window: Rect, items: &mut Vec<Item>) {
        if self == HintStrip::Closed {
            return;
        }
        let layout = &context.layout;
        let strip = self.strip(context, list, window);
        items.push(Item::Fill { rect: strip, color: palette::PANEL });
        items.push(Item::Fill { rect: Rect { height: layout.px(2.0), ..strip }, color: palette::BUTTON_EDGE });
        // Where there is no room for all lines, they are set smaller and closer together.
        let lines = lines(context, list, window);
        let padding = layout.px(PADDING);
        let pitch = ((strip.height - 2 * padding) / lines.len().max(1) as i32).min(layout.px(LINE));
        let size = (layout.size(TEXT) * pitch as f32 / layout.size(LINE)).min(layout.size(TEXT));
        for (row, line) in (0..).zip(lines) {
            let (x, y) = (strip.x + 2 * padding, strip.y + padding + row * pitch);
            let rect = Rect::new(x, y, text_width(layout, window), pitch);
            items.push(text(line, rect, size, Align::Left, palette::INK));
        }
        draw_buttons(&self.buttons(context, list, window), layout, items);
    }
}

impl HintList<'_> {
    /// How many there are.
    fn count(&self, context: &Context) -> usize {
        self.written(context).len() + usize::from(self.found.is_some())
    }

    fn written<'a>(&'a self, context: &Context) -> &'a [String] {
        context.words_of(self.chosen).hints
    }

    /// The hints that were read.
    fn read<'a>(&'a self, context: &Context) -> impl Iterator<Item = &'a str> {
        let count = context.hints_read.count(self.chosen);
        let written = self.written(context).iter().take(count).map(String::as_str);
        written.chain(self.read_found(context))
    }

    /// What the solver has found, if it was asked for.
    fn read_found(&self, context: &Context) -> Option<&str> {
        let is_read = context.hints_read.count(self.chosen) > self.written(context).len();
        self.found.as_deref().filter(|_| is_read)
    }
}

/// The lines of the hints that were read.
fn lines(context: &Context, list: &HintList, window: Rect) -> Vec<String> {
    let (width, size) = (text_width(&context.layout, window) as f32, context.layout.size(TEXT));
    if list.count(context) == 0 {
        return wrapped(context.texts().no_hints, width, size);
    }
    let numbered = (1..).zip(list.read(context)).map(|(number, hint)| format!("{number}. {hint}"));
    numbered.flat_map(|hint| wrapped(&hint, width, size)).collect()
}

/// What the buttons leave of a line.
fn text_width(layout: &Layout, window: Rect) -> i32 {
    (window.width - button_width(layout, window) - 5 * layout.px(PADDING)).max(1)
}

fn button_width(layout: &Layout, window: Rect) -> i32 {
    layout.px(BUTTON.0).min(window.width / 3).max(1)
}
