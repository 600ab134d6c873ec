//! What one screen hands on to the next: the levels, what was won, and how large the frame is.

use std::sync::Arc;

use super::input::{Input, Key};
use super::keys::Command;
use super::progress::{Best, Progress};
use super::settings::{Quality, Settings};
use super::texts::{Language, LevelWords, Texts};
use crate::level::{self, Entry, Level, Set};
use crate::look::Palette;
use crate::scene::{Point, Rect};

/// A shipped level by its place in the list of sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LevelId {
    pub set: usize,
    pub level: usize,
}

/// A level to play: one of ours, or one from a file.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// None for a level from a file.
    pub id: Option<LevelId>,
    pub level: Arc<Level>,
}

/// The state that all screens share.
#[derive(Debug, Clone)]
pub struct Session {
    width: i32,
    height: i32,
    scale: f32,
    pointer: Option<Point>,
    progress: Progress,
    gate: Gate,
    settings: Settings,
    /// Asked for on the command line: it holds instead of the setting, and is not kept.
    quality_of_this_run: Option<Quality>,
    notice: Option<String>,
    /// Where the player's files are kept.
    folder: Option<String>,
}

/// Every screen can be laid out in so many logical pixels: a frame with fewer shows all of them smaller.
const ROOM: (f32, f32) = (960.0, 540.0);

/// Which levels may be played.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Gate {
    /// In each set, those that were won and the first one that was not.
    #[default]
    OneByOne,
    All,
}

impl Default for Session {
    fn default() -> Session {
        Session::new(Progress::default(), Gate::default())
    }
}

impl Session {
    /// A session of a player who has come this far.
    pub fn new(progress: Progress, gate: Gate) -> Session {
        Session {
            width: 1280,
            height: 800,
            scale: 1.0,
            pointer: None,
            progress,
            gate,
            settings: Settings::default(),
            quality_of_this_run: None,
            notice: None,
            folder: None,
        }
    }

    /// The same, with something to tell the player on the title.
    pub fn with_notice(self, notice: Option<String>) -> Session {
        Session { notice, ..self }
    }

    /// The same, as the player likes it.
    pub fn with_settings(self, settings: Settings) -> Session {
        Session { settings, ..self }
    }

    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// From the window to the full screen, or back.
    pub fn change_display(&mut self) {
        self.settings.display = self.settings.display.other();
    }

    pub fn set_settings(&mut self, settings: Settings) {
        self.settings = settings;
    }

    /// The words of the language that the player has chosen.
    pub(crate) fn texts(&self) -> &'static Texts {
        self.language().texts()
    }

    /// The colours that the player has chosen.
    pub fn palette(&self) -> Palette {
        self.settings.palette
    }

    fn language(&self) -> Language {
        self.settings.language.unwrap_or_default()
    }

    /// What the player reads of a level: of a shipped one in the player's language, of another one what its file says.
    pub(crate) fn words_of<'a>(&self, chosen: &'a Chosen) -> LevelWords<'a> {
        match chosen.id.and_then(entry) {
            Some(entry) => self.language().entry_words(entry),
            None => LevelWords::of(&chosen.level),
        }
    }

    /// The name of a shipped level.
    pub fn level_name(&self, entry: &'static Entry) -> &'static str {
        self.language().entry_words(entry).name
    }

    /// The name of a set of levels.
    pub fn set_name(&self, set: &'static Set) -> &'static str {
        self.language().set_name(set)
    }

    /// The same, painted like this as long as the program runs, or until the player chooses otherwise.
    pub fn with_quality_of_this_run(self, quality: Quality) -> Session {
        Session { quality_of_this_run: Some(quality), ..self }
    }

    /// The painter's hints that hold now.
    pub fn quality(&self) -> &Quality {
        self.quality_of_this_run.as_ref().unwrap_or(&self.settings.quality)
    }

    /// The player's choice, for good.
    pub fn choose_quality(&mut self, quality: Quality) {
        self.quality_of_this_run = None;
        self.settings.quality = quality;
    }

    /// Another quality in place of the one that holds now, for as long as that would have held.
    pub fn switch_quality(&mut self, quality: Quality) {
        *self.quality_of_this_run.as_mut().unwrap_or(&mut self.settings.quality) = quality;
    }

    /// Whether this is a key of the command.
    pub fn means(&self, key: Key, command: Command) -> bool {
        self.settings.keys.keys(command).contains(&key)
    }

    /// What a key is called, as it is printed on keyboards.
    pub fn key_name(&self, key: Key) -> String {
        match key {
            Key::Char('-') => "−".to_owned(),
            Key::Char(letter) if letter.is_alphabetic() => letter.to_uppercase().to_string(),
            key => (self.texts().key)(key),
        }
    }

    /// From now on, what the player achieves and chooses is kept in this folder.
    pub fn set_folder(&mut self, folder: String) {
        self.folder = Some(folder);
    }

    /// Where the player's files are kept, if they are.
    pub fn folder(&self) -> Option<&str> {
        self.folder.as_deref()
    }

    pub fn set_notice(&mut self, notice: String) {
        self.notice = Some(notice);
    }

    pub fn notice_for_player(&self) -> Option<&str> {
        self.notice.as_deref()
    }

    /// Takes note of what every screen has to know.
    pub fn notice(&mut self, input: &Input) {
        match input {
            Input::Resize { width, height, scale } => {
                let most = i32::MAX as u32 / 4;
                self.width = (*width).clamp(1, most) as i32;
                self.height = (*height).clamp(1, most) as i32;
                self.scale = scale.clamp(0.5, 8.0);
            }
            Input::PointerMoved(point) => self.pointer = Some(*point),
            Input::PointerLeft => self.pointer = None,
            Input::Tick(_)
            | Input::Press(_)
            | Input::Release(_)
            | Input::Wheel(_)
            | Input::Pinch(_)
            | Input::Text(_)
            | Input::Key(_)
            | Input::Focus(_)
            | Input::Dropped(_)
            | Input::CloseRequested => {}
        }
    }

    /// The whole frame.
    pub fn frame(&self) -> Rect {
        Rect::new(0, 0, self.width, self.height)
    }

    /// Pixels of the frame per logical one, whatever the size of text.
    pub fn scale(&self) -> f32 {
        self.scale
    }

    /// So many logical pixels, in pixels of the frame.
    pub fn px(&self, logical: f32) -> i32 {
        self.size(logical).round() as i32
    }

    /// A text size or a width of a line, in pixels of the frame. What would leave less than `ROOM` is made smaller.
    pub fn size(&self, logical: f32) -> f32 {
        let room = (self.width as f32 / ROOM.0).min(self.height as f32 / ROOM.1);
        logical * (self.scale * self.settings.text.factor()).min(room)
    }

    /// Where the pointer is, if it is over the frame.
    pub fn pointer(&self) -> Option<Point> {
        self.pointer
    }

    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// From now on, this is what the player has achieved.
    pub fn set_progress(&mut self, progress: Progress) {
        self.progress = progress;
    }

    /// The best result of a level; none if it was not won yet.
    pub fn best(&self, id: LevelId) -> Option<Best> {
        self.progress.best(path(id)?)
    }

    /// Whether any level was won.
    pub fn has_won(&self) -> bool {
        self.progress != Progress::default()
    }

    /// Takes note of a level that was won.
    pub fn record(&mut self, id: LevelId, result: Best) {
        if let Some(path) = path(id) {
            self.progress.record(path, result);
        }
    }

    /// Whether the level may be played.
    pub fn is_open(&self, id: LevelId) -> bool {
        let won = |level| self.best(LevelId { level, ..id }).is_some();
        match self.gate {
            Gate::All => true,
            Gate::OneByOne => (0..id.level).all(won) || won(id.level),
        }
    }

    /// The first level that was not won yet; the very first one once all were.
    pub fn first_unsolved(&self) -> Option<Chosen> {
        let ids = all_levels();
        let id = ids.iter().find(|id| self.best(**id).is_none()).or(ids.first())?;
        chosen(*id)
    }
}

/// All shipped levels, in the order of the sets.
pub fn all_levels() -> Vec<LevelId> {
    level::sets()
        .iter()
        .enumerate()
        .flat_map(|(set, levels)| (0..levels.levels.len()).map(move |level| LevelId { set, level }))
        .collect()
}

/// Where the level lies below `levels/`.
fn path(id: LevelId) -> Option<&'static str> {
    entry(id).map(|entry| entry.path)
}

fn entry(id: LevelId) -> Option<&'static Entry> {
    level::sets().get(id.set)?.levels.get(id.level)
}

/// The shipped level of that place.
pub fn chosen(id: LevelId) -> Option<Chosen> {
    Some(Chosen { id: Some(id), level: Arc::new(entry(id)?.level.clone()) })
}

/// The level after this one.
pub fn next_level(id: LevelId) -> Option<Chosen> {
    let ids = all_levels();
    let place = ids.iter().position(|other| *other == id)?;
    chosen(*ids.get(place + 1)?)
}
