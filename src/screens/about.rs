//! What this is, who is thanked, and the folder of the player's files.

use super::context::Context;
use super::input::{Input, PointerButton};
use super::keys::Key;
use super::scrolling;
use super::title::TitleChoice;
use super::turn::{Route, Turn};
use crate::look::palette;
use crate::scene::{Align, Item};
use crate::ui::{BUTTON_TEXT, Button, ButtonState, Layout, Page, draw_buttons, draw_panel, hit, text, wrapped};

/// Paragraphs to read.
#[derive(Debug, Clone, Default)]
pub struct About {
    page: Page,
}

/// Logical pixels.
const LINE: f32 = 34.0;
const BETWEEN: f32 = 20.0;
const MARGIN: f32 = 28.0;

impl About {
    pub fn turn(mut self, context: &mut Context, input: Input) -> Turn<About> {
        let layout = &context.layout;
        match input {
            Input::Release(PointerButton::Primary) if hit(&buttons(context), layout.pointer()).is_some() => {
                return Turn::go(Route::Title(TitleChoice::About));
            }
            Input::Key(Key::Escape | Key::Backspace | Key::Enter | Key::Space) => {
                return Turn::go(Route::Title(TitleChoice::About));
            }
            _ => {
                let area = Page::area(layout, height(context));
                scrolling::by_pointer_or_keys(area, &mut self.page.scroll, layout, layout.px(LINE), &input);
            }
        }
        Turn::stay(self)
    }

    pub fn draw(&self, context: &Context, items: &mut Vec<Item>) {
        let layout = &context.layout;
        let (area, margin) = (Page::area(layout, height(context)), layout.px(MARGIN));
        self.page.draw_paper(layout, items);
        draw_panel(self.page.row(area, margin, height(context) - margin), layout, items);
        for (y, line) in lines(context) {
            let row = self.page.row(area, y, layout.px(LINE));
            if area.is_visible(row) {
                items.push(text(line, row, layout.size(BUTTON_TEXT), Align::Centre, palette::INK));
            }
        }
        self.page.scroll.draw(area, layout, items);
        let version = (context.texts().version)(env!("CARGO_PKG_VERSION"));
        Page::draw_ends(layout, "Leveret", version, items);
        draw_buttons(&buttons(context), layout, items);
    }
}

/// The lines of all paragraphs, each with its distance from the top of the page.
fn lines(context: &Context) -> Vec<(i32, String)> {
    let (layout, texts) = (&context.layout, context.texts());
    let mut paragraphs: Vec<String> =
        [texts.about_game, texts.about_rules, texts.about_licence, texts.about_font].map(str::to_owned).into();
    paragraphs.extend(context.profile.folder.as_deref().map(texts.about_files));
    let mut y = layout.px(2.0 * MARGIN);
    let mut lines = Vec::new();
    for paragraph in paragraphs {
        for line in wrapped(&paragraph, text_width(layout), layout.size(BUTTON_TEXT)) {
            lines.push((y, line));
            y += layout.px(LINE);
        }
        y += layout.px(BETWEEN);
    }
    lines
}

fn text_width(layout: &Layout) -> f32 {
    (Page::window(layout).width - 2 * layout.px(MARGIN)) as f32
}

fn height(context: &Context) -> i32 {
    lines(context).last().map_or(0, |(y, _)| y + context.layout.px(LINE + 2.0 * MARGIN))
}

fn buttons(context: &Context) -> Vec<Button<()>> {
    Page::buttons(&context.layout, vec![((), context.texts().back, ButtonState::Selected)])
}
