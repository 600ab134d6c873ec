//! The rows of the settings pages: what each is about, and its values.

use super::profile::{Motion, Settings, SoundWords, TextSize, Unfocused, WindowMode};
use super::texts::{LabelledValue, Language, Texts};
use crate::look::{Palette, Sounding};

/// One of the settings, or a way to a page of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingsRow {
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

impl SettingsRow {
    pub const ALL: [SettingsRow; 9] = [
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

    pub const OF_SOUND: [SettingsRow; 4] =
        [SettingsRow::Sounding, SettingsRow::Effects, SettingsRow::Music, SettingsRow::Words];

    /// What it is about, and the value that holds.
    pub(crate) fn words(self, settings: &Settings, texts: &Texts) -> (&'static str, LabelledValue) {
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
    pub fn next(self, mut settings: Settings) -> Settings {
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
