//! Level files in and out. A level is RON that a person writes in a text editor, or a `.rel` file of Rabbit Escape.
//!
//! Both are read into the same [`Level`]. A file that cannot be read is answered with all of its faults at once, each
//! with its place, the line and a caret; see [`LevelError`].
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
mod fault;
mod looks;
mod map;
mod names;
mod rel;
mod ron;
mod saved;
mod sets;
mod solution;

use std::path::Path;

pub use fault::{Fault, FaultKind, LevelError, Span};
pub use map::{FULL, GLYPHS, Glyph, HALF, glyph};
pub use rel::megacoder;
pub use sets::{Entry, Set, sets};
pub use solution::{At, Ending, MOST_STEPS, Solution};

use crate::sim::{Setup, World};
use drawing::Drawing;

/// A level: the world it starts with, and what people are told about it. One that was read makes a sound world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    pub name: String,
    /// A sentence or two for the player before the level starts.
    pub about: String,
    pub author: String,
    pub author_url: String,
    /// The base name of a piece of music. Leveret plays none, but keeps it for Rabbit Escape.
    pub music: String,
    pub edge: Edge,
    /// Each tells more than the one before.
    pub hints: Vec<String>,
    pub solutions: Vec<Solution>,
    /// Remarks of a `.rel` file, in their order.
    pub comments: Vec<Comment>,
    pub setup: Setup,
    /// The map as it was drawn.
    drawing: Drawing,
}

/// How the edge of the world is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    Highlighter,
    TornPaper,
}

/// A remark of a `.rel` file and what it stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// The line after its `%`.
    pub text: String,
    pub before: Anchor,
}

/// What a remark stands on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anchor {
    /// The metadata line of that key.
    Key(String),
    Map,
    End,
}

impl Level {
    /// Reads a level file; its ending tells the format.
    ///
    /// # Errors
    /// If it cannot be read at all, or with everything that is wrong in it.
    pub fn read(path: &Path) -> Result<Level, LevelError> {
        let text = || std::fs::read_to_string(path).map_err(|cause| LevelError::unreadable(path, cause));
        let file = path.display().to_string();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("ron") => ron::read(&text()?, &file, &name),
            Some("rel") => rel::read(&text()?, &file, &name),
            _ => Err(LevelError::unknown_format(path)),
        }
    }

    /// The level of a RON text. `file` stands for it in errors, and names the level if the text does not.
    ///
    /// # Errors
    /// Everything that is wrong with the text; if it is no RON, the first place where that shows.
    pub fn from_ron(text: &str, file: &str) -> Result<Level, LevelError> {
        ron::read(text, file, file)
    }

    /// The level of a `.rel` text. `file` stands for it in errors, and names the level if the text does not.
    ///
    /// # Errors
    /// Everything that is wrong with the text.
    pub fn from_rel(text: &str, file: &str) -> Result<Level, LevelError> {
        rel::read(text, file, file)
    }

    /// The level as a RON file, written as a person would. Read again it is the same level; but counts below zero,
    /// which `.rel` files may hold, are refused then.
    pub fn to_ron(&self) -> String {
        ron::write(self)
    }

    /// The level as a `.rel` file. Read again it is the same level, but for what that format cannot say: line breaks
    /// within texts become spaces, and solutions that explode all rabbits are left out with a remark.
    pub fn to_rel(&self) -> String {
        rel::write(self)
    }

    /// The world as the level starts.
    ///
    /// # Panics
    /// If the setup was changed, after the level was read, into one that no world can be made of.
    pub fn world(&self) -> World {
        World::new(&self.setup).expect("a level that was read has a sound setup")
    }

    /// The map as it was drawn; or as it must be drawn by now, if the setup was changed.
    fn drawing(&self) -> Drawing {
        let mut drawn = self.setup.clone();
        self.drawing.draw(&mut drawn);
        if drawn == self.setup { self.drawing.clone() } else { Drawing::of(&self.setup) }
    }

    /// Hands out the level only if its text has no faults and a world can be made of it. What the world refuses is
    /// reported at the map.
    fn checked(level: Level, mut faults: Vec<Fault>, map: Span, file: &str, text: &str) -> Result<Level, LevelError> {
        if faults.is_empty()
            && let Err(refused) = World::new(&level.setup)
        {
            faults.extend(refused.into_iter().map(|fault| Fault::new(FaultKind::Unplayable, map, fault.to_string())));
        }
        if faults.is_empty() { Ok(level) } else { Err(LevelError::faulty(file, text, faults)) }
    }
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
