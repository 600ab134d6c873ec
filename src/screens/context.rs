//! The context: what all screens share, beside the screen and not inside it.

use super::effect::{Answer, Effect, SolutionPlace};
use super::hand::Hand;
use super::hints_read::HintsRead;
use super::input::Input;
use super::keycaps::Keycaps;
use super::keys::{Command, Key};
use super::play_speed::PlaySpeed;
use super::profile::{KeptReplay, Profile, Settings};
use super::shipped::{Chosen, entry};
use super::texts::{Language, LevelWords, Texts};
use crate::level::{Set, ShippedLevel};
use crate::look::Hints;
use crate::ui::{Layout, Readings};

/// Layout, profile, texts, and what is known of the player's hand and keyboard.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Context {
    pub layout: Layout,
    pub profile: Profile,
    /// How fast levels are played. It is kept from level to level.
    pub speed: PlaySpeed,
    pub hints_read: HintsRead,
    /// Whether frame times are shown over every screen.
    pub overlay: Overlay,
    /// What became of something that the player asked for: shown over every screen until the next key or click.
    pub news: Option<String>,
    /// Which presses are meant for the present screen.
    pub hand: Hand,
    /// What is printed on the player's keys.
    pub keycaps: Keycaps,
}

/// Whether frame times are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Overlay {
    #[default]
    Hidden,
    Shown,
}

impl Overlay {
    pub const fn other(self) -> Overlay {
        match self {
            Overlay::Hidden => Overlay::Shown,
            Overlay::Shown => Overlay::Hidden,
        }
    }
}

impl Context {
    /// A context for this player, in a frame whose size is not known yet.
    pub fn new(profile: Profile) -> Context {
        let mut context = Context { profile, ..Context::default() };
        context.follow_settings();
        context
    }

    /// Takes in what concerns every screen: the frame's size, the pointer, what was saved.
    pub fn update(&mut self, input: &Input) {
        match input {
            Input::Resize { width, height, scale } => self.layout.resize(*width, *height, *scale),
            Input::PointerMoved(point) => self.layout.move_pointer(Some(*point)),
            Input::PointerLeft => self.layout.move_pointer(None),
            Input::Answered(answer) => self.take(answer),
            Input::Stroke(stroke) => {
                self.news = None;
                self.keycaps.learn(stroke);
                self.layout.rest_pointer();
            }
            Input::Key(_) => {
                self.news = None;
                self.layout.rest_pointer();
            }
            Input::PrintedKeys(keys) => self.keycaps.learn_all(keys),
            Input::Press(_) => self.news = None,
            Input::Tick(_)
            | Input::Release(_)
            | Input::Wheel(_)
            | Input::Pinch(_)
            | Input::Text(_)
            | Input::Preedit { .. }
            | Input::Edit(_)
            | Input::Hidden
            | Input::Shown
            | Input::Focus(_)
            | Input::Dropped(_)
            | Input::CloseRequested => {}
        }
    }

    /// Keeps a replay. It is listed at once, and the effect saves it.
    #[must_use]
    pub fn keep_replay(&mut self, replay: KeptReplay) -> Effect {
        self.profile.replays.keep(replay.clone());
        Effect::KeepReplay(replay)
    }

    /// Takes in what was saved, and what was not.
    fn take(&mut self, answer: &Answer) {
        let texts = self.texts();
        let Profile { progress, replays, not_saved, .. } = &mut self.profile;
        match answer {
            Answer::ProgressSaved(result) => {
                if let Ok(saved) = result {
                    *progress = saved.clone().merged(progress);
                }
                not_saved.progress = result.as_ref().err().map(|cause| (texts.not_saved)(cause));
            }
            Answer::ReplaysSaved(result) => {
                if let Ok(saved) = result {
                    *replays = saved.clone();
                }
                not_saved.replays = result.as_ref().err().map(|cause| (texts.time.replays_not_saved)(cause));
            }
            Answer::SettingsSaved(result) => {
                not_saved.settings = result.as_ref().err().map(|cause| (texts.settings_not_saved)(cause));
            }
            Answer::Copied(Err(cause)) => self.news = Some((texts.time.not_copied)(cause)),
            Answer::SolutionKept(Ok(SolutionPlace::File(file))) => self.news = Some((texts.time.solution_kept)(file)),
            Answer::SolutionKept(Ok(SolutionPlace::Clipboard)) => {
                self.news = Some(texts.time.solution_copied.to_owned());
            }
            Answer::SolutionKept(Err(cause)) => self.news = Some((texts.time.solution_not_kept)(cause)),
            Answer::Filmed(Ok(file)) => self.news = Some((texts.time.filmed)(file)),
            Answer::Filmed(Err(cause)) => self.news = Some((texts.time.not_filmed)(cause)),
            _ => {}
        }
    }

    pub fn settings(&self) -> &Settings {
        &self.profile.settings
    }

    /// Changes the settings. They hold at once, and the effect saves them.
    #[must_use]
    pub fn set_settings(&mut self, settings: Settings) -> Effect {
        self.profile.settings = settings.clone();
        self.follow_settings();
        Effect::SaveSettings(settings)
    }

    fn follow_settings(&mut self) {
        self.layout.set_style(self.profile.settings.text.factor(), self.profile.settings.palette);
    }

    /// Shows frame times beside the board, or hides them.
    pub fn switch_overlay(&mut self) {
        self.overlay = self.overlay.other();
        self.layout.set_right_margin(match self.overlay {
            Overlay::Hidden => 0.0,
            Overlay::Shown => Readings::ROOM,
        });
    }

    /// Paints by these hints from now on, which are the player's choice for good.
    #[must_use]
    pub fn choose_hints(&mut self, hints: Hints) -> Effect {
        self.profile.hints_of_this_run = None;
        self.set_settings(Settings { hints, ..self.profile.settings.clone() })
    }

    /// Paints by these hints in place of those that hold now, for as long as those would have held.
    pub fn switch_hints(&mut self, hints: Hints) -> Option<Effect> {
        match &mut self.profile.hints_of_this_run {
            Some(of_this_run) => {
                *of_this_run = hints;
                None
            }
            None => Some(self.choose_hints(hints)),
        }
    }

    /// The words of the player's language.
    pub(crate) fn texts(&self) -> &'static Texts {
        self.language().texts()
    }

    fn language(&self) -> Language {
        self.profile.settings.language.unwrap_or_default()
    }

    /// What the player reads of a level: of a shipped one in the player's language, of another one what its file says.
    pub(crate) fn words_of<'a>(&self, chosen: &'a Chosen) -> LevelWords<'a> {
        match chosen.id.and_then(entry) {
            Some(entry) => self.language().entry_words(entry),
            None => LevelWords::of(&chosen.level),
        }
    }

    /// The name of a shipped level.
    pub fn level_name(&self, entry: &'static ShippedLevel) -> &'static str {
        self.language().entry_words(entry).name
    }

    /// The name of a set of levels.
    pub fn set_name(&self, set: &'static Set) -> &'static str {
        self.language().set_name(set)
    }

    /// Whether this is a key of the command.
    pub fn means(&self, key: Key, command: Command) -> bool {
        self.settings().keys.keys(command).contains(&key)
    }

    /// What a key is called, as it is printed on the player's keyboard.
    pub fn key_name(&self, key: Key) -> String {
        match key {
            Key::Char(character) => self.printed_name(self.keycaps.meaning(character)),
            key => (self.texts().key)(key),
        }
    }

    /// What a key of a command is called. Some commands have keys by their place.
    pub fn key_name_for(&self, command: Command, key: Key) -> String {
        match key {
            Key::Char(place) if command.acts_by_place() => self.printed_name(self.keycaps.at(place)),
            key => self.key_name(key),
        }
    }

    fn printed_name(&self, character: char) -> String {
        match character {
            '-' => "−".to_owned(),
            letter if letter.is_alphabetic() => letter.to_uppercase().to_string(),
            other => (self.texts().key)(Key::Char(other)),
        }
    }
}
