//! The formats of the player's files: types that serde reads and writes, and their conversions to and from the game's
//! own types, which know no file. A field that is missing has its default.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, EnumAccess, VariantAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::look::{HintError, Hints, Palette, Preset, Sounding, Volume, Volumes};
use crate::screens::{
    Best, Bindings, Command, Key, Language, Manner, Motion, Progress, Records, Settings, SoundWords, TextSize,
    Unfocused, WindowMode,
};

/// `progress.ron`: best results by the paths of levels.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProgressFile {
    levels: BTreeMap<String, BestResult>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    records: BTreeMap<String, BTreeMap<MannerName, BestResult>>,
}

/// How a level was won.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum MannerName {
    Running,
    Paused,
    TurnedBack,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct BestResult {
    saved: i32,
    tokens: u32,
    steps: u32,
}

impl ProgressFile {
    /// The better result of each level.
    pub fn merged(self, other: &Progress) -> ProgressFile {
        ProgressFile::from(Progress::from(self).merged(other))
    }
}

impl From<ProgressFile> for Progress {
    fn from(file: ProgressFile) -> Progress {
        let levels = file.levels.into_iter().map(|(path, result)| (path, result.into()));
        let records = |records: BTreeMap<MannerName, BestResult>| {
            records.into_iter().map(|(manner, result)| (manner.into(), result.into())).collect()
        };
        let records = file.records.into_iter().map(|(path, of_level)| (path, records(of_level)));
        Progress { levels: levels.collect(), records: records.collect() }
    }
}

impl From<Progress> for ProgressFile {
    fn from(progress: Progress) -> ProgressFile {
        let levels = progress.levels.into_iter().map(|(path, best)| (path, best.into()));
        let records =
            |records: Records| records.into_iter().map(|(manner, best)| (manner.into(), best.into())).collect();
        let records = progress.records.into_iter().map(|(path, of_level)| (path, records(of_level)));
        ProgressFile { levels: levels.collect(), records: records.collect() }
    }
}

impl From<BestResult> for Best {
    fn from(BestResult { saved, tokens, steps }: BestResult) -> Best {
        Best { saved, tokens, steps }
    }
}

impl From<Best> for BestResult {
    fn from(Best { saved, tokens, steps }: Best) -> BestResult {
        BestResult { saved, tokens, steps }
    }
}

impl From<MannerName> for Manner {
    fn from(name: MannerName) -> Manner {
        match name {
            MannerName::Running => Manner::Running,
            MannerName::Paused => Manner::Paused,
            MannerName::TurnedBack => Manner::TurnedBack,
        }
    }
}

impl From<Manner> for MannerName {
    fn from(manner: Manner) -> MannerName {
        match manner {
            Manner::Running => MannerName::Running,
            Manner::Paused => MannerName::Paused,
            Manner::TurnedBack => MannerName::TurnedBack,
        }
    }
}

/// `settings.ron`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SettingsFile {
    quality: HintsName,
    #[serde(with = "TextSizeName")]
    text: TextSize,
    #[serde(with = "MotionName")]
    motion: Motion,
    #[serde(with = "WindowModeName")]
    display: WindowMode,
    #[serde(with = "UnfocusedName")]
    unfocused: Unfocused,
    #[serde(with = "PaletteName")]
    palette: Palette,
    sound: SoundFile,
    language: Option<LanguageName>,
    #[serde(skip_serializing_if = "KeysByCommand::is_empty")]
    keys: KeysByCommand,
}

/// Percent of the full volumes, and whether they hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename = "Sound")]
struct SoundFile {
    muted: bool,
    effects: u8,
    music: u8,
    words: bool,
}

impl Default for SoundFile {
    fn default() -> SoundFile {
        SoundFile::of(&Settings::default())
    }
}

impl SoundFile {
    fn of(settings: &Settings) -> SoundFile {
        let Volumes { sounding, effects, music } = settings.volumes;
        SoundFile {
            muted: sounding == Sounding::Muted,
            effects: effects.percent(),
            music: music.percent(),
            words: settings.sound_words == SoundWords::Shown,
        }
    }

    fn volumes(self) -> Volumes {
        Volumes {
            sounding: if self.muted { Sounding::Muted } else { Sounding::On },
            effects: Volume::of_percent(self.effects),
            music: Volume::of_percent(self.music),
        }
    }

    fn sound_words(self) -> SoundWords {
        if self.words { SoundWords::Shown } else { SoundWords::Hidden }
    }
}

/// The painter's hints: a preset, or a list as people type it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
enum HintsName {
    Speed,
    #[default]
    Balanced,
    Quality,
    Own(String),
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "TextSize")]
enum TextSizeName {
    Small,
    Normal,
    Large,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Motion")]
enum MotionName {
    Full,
    Reduced,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "WindowMode")]
enum WindowModeName {
    Window,
    FullScreen,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Unfocused")]
enum UnfocusedName {
    PlaysOn,
    Pauses,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Palette")]
enum PaletteName {
    #[serde(rename = "Usual")]
    Standard,
    Safe,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum LanguageName {
    English,
    German,
}

impl SettingsFile {
    /// The settings, and the error in their hints, which then are the default ones.
    pub fn settings(self) -> (Settings, Option<HintError>) {
        let hints = match self.quality {
            HintsName::Speed => Ok(Preset::Speed.hints()),
            HintsName::Balanced => Ok(Preset::Balanced.hints()),
            HintsName::Quality => Ok(Preset::Quality.hints()),
            HintsName::Own(list) => list.parse::<Hints>(),
        };
        let settings = Settings {
            hints: hints.clone().unwrap_or_default(),
            text: self.text,
            motion: self.motion,
            window: self.display,
            unfocused: self.unfocused,
            palette: self.palette,
            volumes: self.sound.volumes(),
            sound_words: self.sound.sound_words(),
            language: self.language.map(|language| match language {
                LanguageName::English => Language::English,
                LanguageName::German => Language::German,
            }),
            keys: self.keys.0,
        };
        (settings, hints.err())
    }
}

impl SettingsFile {
    /// What is saved, with what was changed in these settings since they were `before`. All keys count as one setting:
    /// of two lists together, both might give the same key away.
    pub fn merged(self, before: &SettingsFile, saved: SettingsFile) -> SettingsFile {
        let SettingsFile { quality, text, motion, display, unfocused, palette, sound, language, keys } = self;
        SettingsFile {
            quality: newest(quality, &before.quality, saved.quality),
            text: newest(text, &before.text, saved.text),
            motion: newest(motion, &before.motion, saved.motion),
            display: newest(display, &before.display, saved.display),
            unfocused: newest(unfocused, &before.unfocused, saved.unfocused),
            palette: newest(palette, &before.palette, saved.palette),
            sound: SoundFile {
                muted: newest(sound.muted, &before.sound.muted, saved.sound.muted),
                effects: newest(sound.effects, &before.sound.effects, saved.sound.effects),
                music: newest(sound.music, &before.sound.music, saved.sound.music),
                words: newest(sound.words, &before.sound.words, saved.sound.words),
            },
            language: newest(language, &before.language, saved.language),
            keys: newest(keys, &before.keys, saved.keys),
        }
    }
}

/// The value now, if it was changed; else what is saved.
fn newest<T: PartialEq>(now: T, before: &T, saved: T) -> T {
    if now == *before { saved } else { now }
}

impl From<Settings> for SettingsFile {
    fn from(settings: Settings) -> SettingsFile {
        let quality = match (settings.hints.preset(), settings.hints.nearest_preset()) {
            (Some(Preset::Speed), _) => HintsName::Speed,
            (Some(Preset::Balanced), _) => HintsName::Balanced,
            (Some(Preset::Quality), _) => HintsName::Quality,
            (None, (preset, others)) => {
                let others: Vec<String> = others.iter().map(|value| format!(",{value}")).collect();
                HintsName::Own(format!("{}{}", preset.name(), others.concat()))
            }
        };
        let sound = SoundFile::of(&settings);
        SettingsFile {
            quality,
            sound,
            text: settings.text,
            motion: settings.motion,
            display: settings.window,
            unfocused: settings.unfocused,
            palette: settings.palette,
            language: settings.language.map(|language| match language {
                Language::English => LanguageName::English,
                Language::German => LanguageName::German,
            }),
            keys: KeysByCommand(settings.keys),
        }
    }
}

/// The keys that the player has changed: `{Step: ["n", "F2"]}`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct KeysByCommand(Bindings);

impl KeysByCommand {
    fn is_empty(&self) -> bool {
        self.0.changed().is_empty()
    }
}

impl Serialize for KeysByCommand {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let named = self.0.changed().iter().map(|(command, keys)| {
            let keys: Vec<String> = keys.iter().map(Key::to_string).collect();
            (CommandName(*command), keys)
        });
        serializer.collect_map(named)
    }
}

impl<'de> Deserialize<'de> for KeysByCommand {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<KeysByCommand, D::Error> {
        let named: BTreeMap<CommandName, Vec<String>> = BTreeMap::deserialize(deserializer)?;
        let keys = |words: Vec<String>| words.iter().map(|word| word.parse()).collect::<Result<Vec<Key>, _>>();
        let changed = named.into_iter().map(|(CommandName(command), words)| Ok((command, keys(words)?)));
        let changed: BTreeMap<Command, Vec<Key>> =
            changed.collect::<Result<_, crate::screens::KeyError>>().map_err(de::Error::custom)?;
        Bindings::try_from(changed).map(KeysByCommand).map_err(de::Error::custom)
    }
}

/// A command by its name, written as a variant without quotes.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct CommandName(Command);

impl Serialize for CommandName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit_variant("Command", self.0 as u32, self.0.name())
    }
}

impl<'de> Deserialize<'de> for CommandName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<CommandName, D::Error> {
        struct CommandVisitor;

        impl<'de> Visitor<'de> for CommandVisitor {
            type Value = CommandName;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a command")
            }

            fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<CommandName, A::Error> {
                let (Identifier(name), variant) = data.variant()?;
                variant.unit_variant()?;
                let command = Command::ALL.iter().find(|command| command.name() == name);
                command.map(|command| CommandName(*command)).ok_or_else(|| de::Error::unknown_variant(&name, &[]))
            }
        }

        deserializer.deserialize_enum("Command", &[], CommandVisitor)
    }
}

/// A bare word.
struct Identifier(String);

impl<'de> Deserialize<'de> for Identifier {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Identifier, D::Error> {
        struct IdentifierVisitor;

        impl Visitor<'_> for IdentifierVisitor {
            type Value = Identifier;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<Identifier, E> {
                Ok(Identifier(word.to_owned()))
            }
        }

        deserializer.deserialize_identifier(IdentifierVisitor)
    }
}
