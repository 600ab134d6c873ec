//! Effects: what a screen wants done outside of the game, and the answers.
//!
//! A screen touches no file. What needs one leaves its turn as an [`Effect`]; the app performs it and
//! answers with an [`Answer`], which comes in as an input.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use super::profile::{KeptReplay, Motion, Progress, Replays, Settings};
use crate::level::{At, Level, Solution};
use crate::look::{Click, Hints, Palette};
use crate::play::{LevelMatch, Replay};
use crate::scene::Scenery;
use crate::sim::{Event, World};
use crate::solve::Advice;

/// Something to be done outside of the game.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Read this level file and watch it: [`Answer::LevelOpened`].
    OpenLevel(PathBuf),
    /// Read a level from this text, in the format that it seems to have: [`Answer::LevelOpened`].
    OpenLevelText(String),
    /// List the files that were opened last: [`Answer::RecentFiles`].
    ListRecentFiles,
    /// List the names of level files and folders that begin like this: [`Answer::Completions`].
    CompleteName(String),
    /// Merge these results with those that are saved: [`Answer::ProgressSaved`].
    SaveProgress(Progress),
    /// Save what was changed in these settings: [`Answer::SettingsSaved`].
    SaveSettings(Settings),
    /// Play this world on without orders, in the background: [`Answer::PlayedToTheEnd`].
    PlayToTheEnd(Box<World>),
    /// Search a way to win from this world on, in the background, in place of the search before: [`Answer::Advised`].
    Advise(Box<World>, SearchEffort),
    /// Keep this replay among those that are saved: [`Answer::ReplaysSaved`].
    KeepReplay(KeptReplay),
    /// Delete the replay with this text: [`Answer::ReplaysSaved`].
    DeleteReplay(String),
    /// Find the level of a replay among the recent files: [`Answer::ReplayFound`].
    FindLevel(Box<Replay>),
    /// Add a solution to the level file that is open, or copy it where that cannot hold it: [`Answer::SolutionKept`].
    KeepSolution(Solution),
    /// Make moving pictures of a play: [`Answer::Filmed`].
    Film(Box<FilmOrder>),
    /// Put this text into the clipboard: [`Answer::Copied`].
    Copy(String),
    /// Read the clipboard: [`Answer::Pasted`].
    Paste,
    /// Let the player choose a file in a dialog of the desktop with this title: [`Answer::FileChosen`].
    ChooseFile(&'static str),
    /// Let this be heard.
    Sound(Heard),
}

/// Something that is heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// What happened in a step, on a board of so many cells.
    Events { events: Vec<Event>, width: i32, height: i32 },
    /// The board stands still: what sounds there ends.
    Hush,
    /// An answer to the player's hand.
    Click(Click),
}

/// What became of an effect. Errors are messages for the player.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    LevelOpened(Result<Box<Level>, String>),
    /// The file of the level that was opened last was changed by its author.
    LevelChanged(Result<Box<Level>, String>),
    RecentFiles(Vec<RecentFile>),
    Completions(Vec<String>),
    /// What is saved now: results of another game that runs at the same time are in it.
    ProgressSaved(Result<Progress, String>),
    SettingsSaved(Result<(), String>),
    /// What is kept now: replays of another game that runs at the same time are among them.
    ReplaysSaved(Result<Replays, String>),
    /// A replay, and the file's level that fits it best.
    ReplayFound(Box<Replay>, Option<(LevelMatch, Box<Level>)>),
    SolutionKept(Result<SolutionPlace, String>),
    /// The file with the film.
    Filmed(Result<String, String>),
    Copied(Result<(), String>),
    /// The text in the clipboard; of files that were copied, their paths, a line each. Empty if there is no text.
    Pasted(Result<String, String>),
    /// None if the player has cancelled.
    FileChosen(Result<Option<PathBuf>, String>),
    /// Median milliseconds of painting the sample of the graphics page, with the hints before and now.
    SampleTimes([Option<f32>; 2]),
    /// How many rabbits are saved in the end if this world goes on without orders; none if that took too long to find
    /// out.
    PlayedToTheEnd(Box<World>, Option<i32>),
    /// What a search from this world on has found.
    Advised(Box<World>, Advice),
}

/// How long a search may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SearchEffort {
    /// Nobody has asked for it yet.
    Brief,
    /// The player waits for it.
    Thorough,
}

/// Where a solution was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SolutionPlace {
    /// In the file of this name.
    File(String),
    Clipboard,
}

/// A level file that was opened before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecentFile {
    pub path: PathBuf,
    /// It may be gone by now.
    pub exists: bool,
}

/// What is to be filmed, and how it is to look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilmOrder {
    pub level: Arc<Level>,
    pub scenery: Scenery,
    pub orders: Vec<At>,
    /// The first step that is shown, and the last one.
    pub steps: Range<u32>,
    /// Pixels a tile.
    pub tile: u32,
    pub hints: Hints,
    pub palette: Palette,
    pub motion: Motion,
}
