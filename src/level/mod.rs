//! Level files in and out. A level is RON that a person writes in a text editor, or a `.rel` file of Rabbit Escape.
//!
//! Both are read into the same [`Level`]. The error for a faulty file holds all of its faults, each with its position
//! and carets; see [`LevelError`].
//!
//! ```
//! use leveret::level::Level;
//! use leveret::sim::Ability;
//!
//! let text = r##"Level(
//!     name: "Through the floor",
//!     rabbits: 1,
//!     tokens: { dig: 1 },
//!     map: [
//!         "M Q     M",
//!         "M       M",
//!         "M#######M",
//!         "M      OM",
//!         "MMMMMMMMM",
//!     ],
//!     solutions: [
//!         Solution(ends: Won, orders: [At(2, dig, (4, 1))]),
//!     ],
//! )"##;
//! let level = Level::from_ron(text, "floor.ron")?;
//! assert_eq!(level.world().tokens(Ability::Dig), Some(1));
//!
//! let error = Level::from_ron("Level(map: [], rabits: 1)", "typo.ron").unwrap_err();
//! assert!(error.to_string().ends_with("^^^^^^ did you mean `rabbits`?"));
//! # Ok::<(), leveret::level::LevelError>(())
//! ```

mod drawing;
mod edit;
mod error;
mod excerpt;
mod fault;
mod faults;
mod file;
mod foreign;
mod format;
mod glyph;
mod hint_cells;
mod joined;
mod level_file;
mod look_alikes;
mod looks;
mod map;
mod names;
mod plain;
mod rel;
mod ron;
mod saved;
mod sets;
mod solution;
mod source;
mod spots;
mod start;

use std::path::Path;

pub use edit::{TextEdit, edited};
pub use error::LevelError;
pub use excerpt::Excerpt;
pub use fault::{FaultKind, LevelFault, nearest};
pub use file::{MAX_FILE, read_bounded, read_text};
pub use format::Format;
pub use glyph::{GLYPHS, Glyph, character, glyph};
pub use hint_cells::hint_cells;
pub use level_file::LevelFile;
pub use plain::{plain, plain_path, visible};
pub use rel::megacoder;
pub use sets::{Set, ShippedLevel, sets, sets_to_measure, sets_to_play};
pub use solution::{At, Ending, MAX_SOLUTIONS, MOST_STEPS, MOST_WORK, Solution};
pub use source::TextSpan;
pub use spots::{Spot, WaterEntry};

use crate::sim::{Outcome, Setup, SetupFault, World};
use drawing::DrawnMap;
use start::Start;

#[doc = include_str!("format.md")]
pub const FORMAT: &str = include_str!("format.md");

/// A level: the world it starts with, and what the player can read about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    pub name: String,
    /// A sentence or two that the player reads before the level starts.
    pub about: String,
    pub author: String,
    pub author_url: String,
    /// The name of a piece of music. One that Leveret does not have is kept for Rabbit Escape.
    pub music: String,
    pub edge: Edge,
    /// Each says more than the one before.
    pub hints: Vec<String>,
    pub solutions: Vec<Solution>,
    /// Comments of the file, in their order.
    pub comments: Vec<Comment>,
    start: Start,
}

/// How Rabbit Escape draws the edge of the world. Leveret draws one line around every level, and keeps this for the way
/// back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    Highlighter,
    TornPaper,
}

/// A comment, and the line that it comes before in a `.rel` file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// A line, without what begins a comment.
    pub text: String,
    pub before: Anchor,
}

/// The line after a comment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anchor {
    /// The metadata line with that key.
    Key(String),
    Map,
    End,
}

impl Level {
    /// Reads a level file. Its extension decides the format; with another one than `.ron` and `.rel`, its text does.
    ///
    /// # Errors
    /// If the file cannot be read, see [`read_text`]; or its faults, all or the first thousand.
    pub fn read(path: &Path) -> Result<Level, LevelError> {
        Level::read_with_notes(path).map(|(level, _)| level)
    }

    /// Reads a level file like [`Level::read`], and tells what had to be done to it: sentences for the one who has it.
    ///
    /// # Errors
    /// Like [`Level::read`].
    pub fn read_with_notes(path: &Path) -> Result<(Level, Vec<String>), LevelError> {
        let text = read_text(path).map_err(|cause| LevelError::unreadable(path, cause))?;
        let format = Format::of_file(path, &text).ok_or_else(|| LevelError::unknown_format(path))?;
        Level::of_file(path, format, &text)
    }

    /// The level of a file with this text, and notes on it.
    fn of_file(path: &Path, format: Format, text: &str) -> Result<(Level, Vec<String>), LevelError> {
        let file = path.display().to_string();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let read = match format {
            Format::Ron => ron::read(text, &file, &name).map(|level| (level, Vec::new())),
            Format::Rel => rel::read(text, &file, &name),
        };
        read.map_err(|error| match format.misnamed(text, path) {
            Some(fault) => LevelError::faulty(&file, text, fault.into()),
            None => error,
        })
    }

    /// The level of a RON text. `file` is its name in errors, and names the level if the text does not.
    ///
    /// # Errors
    /// All faults of the text, those of its syntax included.
    pub fn from_ron(text: &str, file: &str) -> Result<Level, LevelError> {
        ron::read(text, file, file)
    }

    /// The level of a `.rel` text. `file` is its name in errors, and names the level if the text does not.
    ///
    /// # Errors
    /// All faults of the text.
    pub fn from_rel(text: &str, file: &str) -> Result<Level, LevelError> {
        rel::read(text, file, file).map(|(level, _)| level)
    }

    /// The text of a RON file, as a person would write it, with the comments as a field. Reading it gives the same
    /// level, except for negative counts: `.rel` files may have them, RON files may not.
    pub fn to_ron(&self) -> String {
        ron::write(self)
    }

    /// The text of a `.rel` file. Reading it gives the same level, except for what the format cannot hold: line breaks
    /// within texts become spaces, and solutions that explode all rabbits become a comment.
    pub fn to_rel(&self) -> String {
        rel::write(self)
    }

    /// Reads orders for the level that are written as in a RON level: a list, a solution, or orders one after another.
    /// They are sorted by step. `file` is the name of the text in errors.
    ///
    /// # Errors
    /// All faults of the text.
    pub fn read_orders(&self, text: &str, file: &str) -> Result<Vec<At>, LevelError> {
        // Behind an element of a list.
        let text = text.trim_end();
        let text = text.strip_suffix(',').unwrap_or(text);
        let is_bare = text.trim_start().starts_with("At");
        let text = if is_bare { format!("[{text}]") } else { text.to_owned() };
        let Setup { width, height, .. } = *self.setup();
        ron::read_orders(&text, width, height).map_err(|faults| LevelError::faulty(file, &text, faults))
    }

    /// What [`Level::to_rel`] leaves out or changes, a sentence for each; empty if the format can hold the level.
    pub fn lost_in_rel(&self) -> Vec<String> {
        rel::losses(self)
    }

    /// The world as the level starts.
    pub fn world(&self) -> World {
        self.start.world().clone()
    }

    /// Whether the world is running as the level starts.
    pub fn outcome(&self) -> Outcome {
        self.start.world().outcome()
    }

    /// The setup that the world is made of.
    pub fn setup(&self) -> &Setup {
        self.start.setup()
    }

    /// The level with another setup. A file written of it loses what a map cannot show: looks, and the order in which
    /// rabbits and things of different cells act, other than row by row.
    ///
    /// # Errors
    /// All faults of the setup.
    pub fn with_setup(self, setup: Setup) -> Result<Level, Vec<SetupFault>> {
        Ok(Level { start: self.start.with_setup(setup)?, ..self })
    }

    /// The map, as read or made of the setup.
    fn drawing(&self) -> &DrawnMap {
        self.start.drawing()
    }
}

/// The text of a RON level in one shape: a field, a row of the map or a solution a line. Comments and values stay as
/// they are, so that it is the same level, and a text in this shape is not changed. `file` is its name in errors.
///
/// # Errors
/// The syntax faults of the text.
pub fn format(text: &str, file: &str) -> Result<String, LevelError> {
    ron::format(text).map_err(|faults| LevelError::faulty(file, text, faults))
}

/// The text of a RON level with one solution more, behind those that it has. Comments and layout stay as they are.
/// `file` is its name in errors.
///
/// # Errors
/// All faults of the text, or of what it would become: the solution may not fit the level.
pub fn add_solution(text: &str, file: &str, solution: &Solution) -> Result<String, LevelError> {
    Level::from_ron(text, file)?;
    let text = ron::add_solution(text, solution);
    Level::from_ron(&text, file).map(|_| text)
}

impl Edge {
    pub const ALL: [Edge; 2] = [Edge::Highlighter, Edge::TornPaper];

    /// The word for it in a `.rel` file.
    pub const fn name(self) -> &'static str {
        match self {
            Edge::Highlighter => "highlighter",
            Edge::TornPaper => "torn_paper",
        }
    }

    pub fn from_name(name: &str) -> Option<Edge> {
        Edge::ALL.into_iter().find(|edge| edge.name() == name)
    }
}
