//! The settings page, and its part about sound on a page of its own. What is changed holds at once.

use super::context::Context;
use super::input::{Input, PointerButton};
use super::keys::Key;
use super::settings_row::SettingsRow;
use super::title::TitleChoice;
use super::turn::{Route, Turn};
use crate::look::palette;
use crate::scene::{Align, Item, Rect, Wash};
use crate::ui::{BUTTON_TEXT, Button, ButtonState, Card, Face, Focus, SMALL_TEXT, draw_buttons, hit, text};

/// Settings, one of them in focus.
#[derive(Debug, Clone)]
pub struct SettingsPage {
    section: Section,
    focus: Focus,
}

/// Which settings the page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    All,
    Sound,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SettingsAction {
    Change(SettingsRow),
    Back,
}

/// Logical pixels.
const WIDTH: f32 = 780.0;
const HEIGHT_WITHOUT_ROWS: f32 = 160.0;
const ROW: f32 = 47.0;
const BUTTON: f32 = 41.0;

impl SettingsPage {
    /// All settings, this row in focus.
    pub fn at(row: SettingsRow) -> SettingsPage {
        let mut focus = Focus::default();
        focus.move_to(&row, &SettingsRow::ALL);
        SettingsPage { section: Section::All, focus }
    }

    /// The settings of sound.
    pub fn of_sound() -> SettingsPage {
        SettingsPage { section: Section::Sound, focus: Focus::default() }
    }

    /// What the player calls it.
    pub fn heading(&self, context: &Context) -> &'static str {
        match self.section {
            Section::All => context.texts().settings,
            Section::Sound => context.texts().sound.sound,
        }
    }

    const fn rows(&self) -> &'static [SettingsRow] {
        match self.section {
            Section::All => &SettingsRow::ALL,
            Section::Sound => &SettingsRow::OF_SOUND,
        }
    }

    fn card(&self, context: &Context) -> Card {
        let height = HEIGHT_WITHOUT_ROWS + self.rows().len() as f32 * ROW;
        Card::centred(&context.layout, (WIDTH, height))
    }

    fn row_rect(&self, context: &Context, index: usize) -> Rect {
        self.card(context).row(&context.layout, 76.0 + index as f32 * ROW, ROW)
    }

    pub fn turn(mut self, context: &mut Context, input: Input) -> Turn<SettingsPage> {
        let rows = self.rows();
        let count = rows.len();
        let action = match input {
            Input::Release(PointerButton::Primary) => hit(&self.buttons(context), context.layout.pointer()),
            Input::Key(Key::Up) => {
                self.focus.move_by(-1, count);
                None
            }
            Input::Key(Key::Down | Key::Tab) => {
                self.focus.move_by(1, count);
                None
            }
            Input::Key(Key::Enter | Key::Space | Key::Right) => Some(SettingsAction::Change(rows[self.focus.index()])),
            Input::Key(Key::Escape | Key::Backspace) => Some(SettingsAction::Back),
            _ => None,
        };
        match action {
            None => Turn::stay(self),
            Some(SettingsAction::Change(SettingsRow::Graphics)) => Turn::go(Route::Graphics),
            Some(SettingsAction::Change(SettingsRow::Keys)) => Turn::go(Route::Keys),
            Some(SettingsAction::Change(SettingsRow::Sound)) => Turn::go(Route::Sound),
            Some(SettingsAction::Change(row)) => {
                let save = context.set_settings(row.next(context.settings().clone()));
                Turn::stay(self).with([save])
            }
            Some(SettingsAction::Back) => Turn::go(match self.section {
                Section::All => Route::Title(TitleChoice::Settings),
                Section::Sound => Route::Settings(SettingsRow::Sound),
            }),
        }
    }

    fn buttons(&self, context: &Context) -> Vec<Button<SettingsAction>> {
        let layout = &context.layout;
        let back = vec![(SettingsAction::Back, context.texts().back, ButtonState::Normal)];
        let mut buttons = self.card(context).buttons(layout, back);
        buttons.extend(self.rows().iter().enumerate().map(|(index, row)| {
            let rect = self.row_rect(context, index);
            let width = layout.px(200.0).min(rect.width / 2);
            let (_, (value, _)) = row.words(context.settings(), context.texts());
            Button {
                rect: Rect::new(
                    rect.x + rect.width / 5,
                    rect.y + layout.px((ROW - BUTTON) / 2.0),
                    width,
                    layout.px(BUTTON),
                ),
                face: Face::Words(value.into()),
                action: SettingsAction::Change(*row),
                state: ButtonState::selected_if(self.focus.is_on(index)),
            }
        }));
        buttons
    }

    pub fn draw(&self, context: &Context, items: &mut Vec<Item>) {
        let layout = &context.layout;
        let tile = layout.px(48.0).clamp(16, 256) as u32;
        items.push(Item::Paper { rect: layout.frame(), origin: (0, 0), tile, wash: Wash::NONE });
        let card = self.card(context);
        card.draw_sheet(layout, items);
        let heading = card.row(layout, 14.0, 56.0);
        items.push(text(self.heading(context), heading, layout.size(46.0), Align::Centre, palette::INK));
        if let Some(failure) = &context.profile.not_saved.settings {
            let below = card.row(layout, 60.0, 20.0).inset(layout.px(2.0));
            items.push(text(failure.clone(), below, layout.size(SMALL_TEXT), Align::Centre, layout.palette().bad()));
        }
        for (index, row) in self.rows().iter().enumerate() {
            let (name, (_, meaning)) = row.words(context.settings(), context.texts());
            let rect = self.row_rect(context, index);
            let left = Rect::new(rect.x + layout.px(24.0), rect.y, rect.width / 5 - layout.px(24.0), rect.height);
            items.push(text(name, left, layout.size(BUTTON_TEXT), Align::Left, palette::INK));
            let start = rect.x + rect.width / 5 + layout.px(200.0).min(rect.width / 2) + layout.px(18.0);
            let right = Rect::new(start, rect.y, (rect.right() - start - layout.px(14.0)).max(1), rect.height);
            items.push(text(meaning, right, layout.size(SMALL_TEXT + 2.0), Align::Left, palette::FAINT_INK));
        }
        draw_buttons(&self.buttons(context), layout, items);
    }
}
