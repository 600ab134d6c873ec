//! How the list of level files looks.

use std::path::is_separator;

use super::{COMPLETIONS, Entry, FileAction, GAP, LINE, LevelFiles, TOP, text_area};
use crate::look::{palette, shortened_start};
use crate::scene::{Align, Item, Rect};
use crate::screens::context::Context;
use crate::screens::effect::RecentFile;
use crate::ui::{BUTTON_TEXT, ButtonState, Caret, Page, SMALL_TEXT, draw_buttons, text};

impl LevelFiles {
    pub fn draw(&self, context: &Context, items: &mut Vec<Item>) {
        let (layout, texts) = (&context.layout, context.texts());
        self.page.draw_paper(layout, items);
        let (ends, rows): (Vec<_>, Vec<_>) =
            self.buttons(context).into_iter().partition(|button| !matches!(button.action, FileAction::Take(_)));
        draw_buttons(&rows, layout, items);
        self.draw_line(context, items);
        for (index, file) in self.files.iter().enumerate() {
            let row = self.row(layout, Entry::File(index));
            if self.area(layout).is_visible(row) {
                draw_file(file, (row, self.state(Entry::File(index))), context, items);
            }
        }
        self.page.scroll.draw(self.area(layout), layout, items);
        Page::draw_ends(layout, texts.custom_level, texts.custom_keys.to_owned(), items);
        draw_buttons(&ends, layout, items);
        if let Some(error) = &self.error {
            error.draw(layout, texts.how_to_close, items);
        }
    }

    /// What is typed, and below it how it could go on.
    fn draw_line(&self, context: &Context, items: &mut Vec<Item>) {
        let (layout, texts) = (&context.layout, context.texts());
        let area = self.field_area(layout);
        if self.field.line().displayed().is_empty() {
            let size = layout.size(BUTTON_TEXT);
            items.push(text(texts.file_name, area, size, Align::Left, self.state(Entry::Line).faint_ink()));
        } else {
            let caret = if self.focus == Entry::Line { Caret::Shown } else { Caret::Hidden };
            self.field.draw(area, caret, layout, items);
        }

        let below = self.page.row(self.area(layout), layout.px(TOP + LINE), layout.px(COMPLETIONS));
        let size = layout.size(SMALL_TEXT + 3.0);
        let words = self.completions_in_short(context);
        items.push(text(words, below.inset(layout.px(GAP) / 2), size, Align::Left, palette::FAINT_INK));
    }

    /// The completions without the folder that they have in common.
    fn completions_in_short(&self, context: &Context) -> String {
        if self.completions.is_empty() && !self.files.is_empty() {
            return context.texts().recent_files.to_owned();
        }
        let short = |name: &String| {
            let folder = name.trim_end_matches(is_separator).rfind(is_separator).map_or(0, |slash| slash + 1);
            name[folder..].to_owned()
        };
        self.completions.iter().map(short).collect::<Vec<_>>().join("   ")
    }
}

/// The file's own name, and its folder.
fn draw_file(file: &RecentFile, (row, state): (Rect, ButtonState), context: &Context, items: &mut Vec<Item>) {
    let layout = &context.layout;
    let inner = text_area(row, layout);
    let half = inner.width / 2;
    let name = file.path.file_name().unwrap_or_default().to_string_lossy();
    let folder = file.path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
    let (folder, ink) = if file.exists {
        (folder, palette::INK)
    } else {
        (format!("{}: {folder}", context.texts().missing), state.faint_ink())
    };
    let left = Rect::new(inner.x, inner.y, half.max(1), inner.height);
    let right = Rect::new(inner.x + half, inner.y, half.max(1), inner.height);
    let mut say = |words: &str, rect: Rect, size: f32, align, ink| {
        let words = shortened_start(words, rect.width as f32, size).into_owned();
        items.push(text(words, rect, size, align, ink));
    };
    say(&name, left, layout.size(BUTTON_TEXT), Align::Left, ink);
    say(&folder, right, layout.size(SMALL_TEXT), Align::Right, state.faint_ink());
}
