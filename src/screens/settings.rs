//! The settings page, and its part about sound on a page of its own. What is changed holds at once.

use super::context::Context;
use super::input::{Input, PointerButton};
use super::keys::Key;
use super::profile::{Motion, Settings, SoundWords, TextSize, Unfocused, WindowMode};
use super::texts::{LabelledValue, Language, Texts};
use super::turn::{Route, Turn};
use crate::look::{Palette, Sounding, palette};
use crate::scene::{Align, Item, Rect, Wash};
use crate::ui::{BUTTON_TEXT, Button, ButtonState, Card, Face, Focus, SMALL_TEXT, draw_buttons, hit, text};

/// Settings, one of them in focus.
#[derive(Debug, Clone, Default)]
pub struct SettingsPage {
    section: Section,
    focus: Focus,
}

/// Which settings the page shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Section {
    #[default]
    All,
    Sound,
}

/// One of the things that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SettingsRow {
    /// Leads to the graphics page.
    Graphics,
    Text,
    Motion,
    Window,
    /// Leads to the page of the keys.
    Keys,
    /// Leads to the settings of sound.
    Sound,
    Colors,
    Unfocused,
    Language,
    Sounding,
    Effects,
    Music,
    Words,
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
                Section::All => Route::Title,
                Section::Sound => Route::Settings,
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

impl SettingsRow {
    const ALL: [SettingsRow; 9] = [
        SettingsRow::Graphics,
        SettingsRow::Text,
        SettingsRow::Motion,
        SettingsRow::Window,
        SettingsRow::Keys,
        SettingsRow::Sound,
        SettingsRow::Colors,
        SettingsRow::Unfocused,
        SettingsRow::Language,
    ];

    const OF_SOUND: [SettingsRow; 4] =
        [SettingsRow::Sounding, SettingsRow::Effects, SettingsRow::Music, SettingsRow::Words];

    /// What it is about, and the value that holds.
    fn words(self, settings: &Settings, texts: &Texts) -> (&'static str, LabelledValue) {
        match self {
            SettingsRow::Graphics => (texts.graphics, texts.graphics(settings.hints)),
            SettingsRow::Text => {
                let value = match settings.text {
                    TextSize::Small => texts.text_small,
                    TextSize::Normal => texts.text_normal,
                    TextSize::Large => texts.text_large,
                };
                (texts.text_size, value)
            }
            SettingsRow::Motion => {
                let value = match settings.motion {
                    Motion::Full => texts.motion_full,
                    Motion::Reduced => texts.motion_reduced,
                };
                (texts.motion, value)
            }
            SettingsRow::Window => {
                let value = match settings.window {
                    WindowMode::Window => texts.display_window,
                    WindowMode::FullScreen => texts.display_full_screen,
                };
                (texts.display, value)
            }
            SettingsRow::Unfocused => {
                let value = match settings.unfocused {
                    Unfocused::PlaysOn => texts.unfocused_plays_on,
                    Unfocused::Pauses => texts.unfocused_pauses,
                };
                (texts.unfocused, value)
            }
            SettingsRow::Colors => {
                let value = match settings.palette {
                    Palette::Standard => texts.colors_standard,
                    Palette::Safe => texts.colors_safe,
                };
                (texts.colors, value)
            }
            SettingsRow::Language => (texts.language_row, (texts.language, texts.language_meaning)),
            SettingsRow::Keys => (texts.keys, (texts.change, texts.keys_meaning)),
            SettingsRow::Sound => (texts.sound.sound, (texts.change, texts.sound.about)),
            SettingsRow::Sounding => {
                let value = match settings.volumes.sounding {
                    Sounding::On => texts.sound.on,
                    Sounding::Muted => texts.sound.muted,
                };
                (texts.sound.sound, value)
            }
            SettingsRow::Effects => {
                let volume = texts.sound.volumes[settings.volumes.effects.index()];
                (texts.sound.effects, (volume, texts.sound.effects_meaning))
            }
            SettingsRow::Music => {
                let volume = texts.sound.volumes[settings.volumes.music.index()];
                (texts.sound.music, (volume, texts.sound.music_meaning))
            }
            SettingsRow::Words => {
                let value = match settings.sound_words {
                    SoundWords::Hidden => texts.sound.words_hidden,
                    SoundWords::Shown => texts.sound.words_shown,
                };
                (texts.sound.words, value)
            }
        }
    }

    /// The settings with the next value of this row.
    fn next(self, mut settings: Settings) -> Settings {
        match self {
            SettingsRow::Text => {
                settings.text = match settings.text {
                    TextSize::Small => TextSize::Normal,
                    TextSize::Normal => TextSize::Large,
                    TextSize::Large => TextSize::Small,
                }
            }
            SettingsRow::Motion => {
                settings.motion = match settings.motion {
                    Motion::Full => Motion::Reduced,
                    Motion::Reduced => Motion::Full,
                }
            }
            SettingsRow::Window => settings.window = settings.window.other(),
            SettingsRow::Unfocused => {
                settings.unfocused = match settings.unfocused {
                    Unfocused::PlaysOn => Unfocused::Pauses,
                    Unfocused::Pauses => Unfocused::PlaysOn,
                }
            }
            SettingsRow::Colors => {
                settings.palette = match settings.palette {
                    Palette::Standard => Palette::Safe,
                    Palette::Safe => Palette::Standard,
                }
            }
            SettingsRow::Language => {
                settings.language = Some(match settings.language.unwrap_or_default() {
                    Language::English => Language::German,
                    Language::German => Language::English,
                })
            }
            SettingsRow::Sounding => settings.volumes.sounding = settings.volumes.sounding.other(),
            SettingsRow::Effects => settings.volumes.effects = settings.volumes.effects.next(),
            SettingsRow::Music => settings.volumes.music = settings.volumes.music.next(),
            SettingsRow::Words => {
                settings.sound_words = match settings.sound_words {
                    SoundWords::Hidden => SoundWords::Shown,
                    SoundWords::Shown => SoundWords::Hidden,
                }
            }
            SettingsRow::Graphics | SettingsRow::Keys | SettingsRow::Sound => {}
        }
        settings
    }
}
