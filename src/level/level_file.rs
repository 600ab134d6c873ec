//! A level together with the text that it was read from, for those who point at its parts.

use std::path::Path;

use super::excerpt::Excerpt;
use super::saved;
use super::source::{TextSpan, written};
use super::spots::{Spot, Spots, WaterEntry};
use super::{Format, Level, LevelError, plain_path, read_text, rel, ron};

/// A level file that was read.
///
/// ```
/// use leveret::level::{LevelFile, Spot};
///
/// let folder = tempfile::tempdir()?;
/// let path = folder.path().join("ditch.ron");
/// std::fs::write(&path, "Level(\n    save: 3,\n    map: [\"Q O\", \"###\"],\n)\n")?;
/// let file = LevelFile::read(&path)?;
/// let save = file.span(Spot::Field("save"));
/// let excerpt = file.excerpt(save);
/// assert_eq!((excerpt.line, excerpt.column), (2, 11));
/// assert_eq!(excerpt.to_string(), "  2 |     save: 3,\n    |           ^");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct LevelFile {
    pub level: Level,
    /// The path, as one line that is safe to show.
    pub path: String,
    /// What had to be done to read it, in sentences.
    pub notes: Vec<String>,
    text: String,
    spots: Spots,
}

impl LevelFile {
    /// Reads a level file.
    ///
    /// # Errors
    /// As [`Level::read`].
    pub fn read(path: &Path) -> Result<LevelFile, LevelError> {
        let text = read_text(path).map_err(|cause| LevelError::unreadable(path, cause))?;
        let format = Format::of_file(path, &text).ok_or_else(|| LevelError::unknown_format(path))?;
        LevelFile::of_text(path, format, text)
    }

    /// Reads a level file of this format, whatever its name.
    ///
    /// # Errors
    /// As [`Level::read`].
    pub fn read_as(path: &Path, format: Format) -> Result<LevelFile, LevelError> {
        let text = read_text(path).map_err(|cause| LevelError::unreadable(path, cause))?;
        LevelFile::of_text(path, format, text)
    }

    fn of_text(path: &Path, format: Format, text: String) -> Result<LevelFile, LevelError> {
        let (level, notes) = Level::of_file(path, format, &text)?;
        let spots = match format {
            Format::Ron => ron::spots(&text),
            Format::Rel => rel::spots(&text),
        };
        Ok(LevelFile { level, path: plain_path(path), notes, text, spots })
    }

    /// Numbers below 0 that only a `.rel` file may have, and what to say instead.
    pub fn below_zero(&self) -> Vec<(TextSpan, &'static str)> {
        let setup = self.level.setup();
        let has_waiting = setup.waiting != setup.num_rabbits;
        let found = [
            (setup.num_rabbits < 0, "rabbits", "fewer than no rabbits come: say 0"),
            (setup.to_save < 0, "save", "fewer than no rabbits have to be saved: say 0"),
            (setup.delay.iter().any(|delay| *delay < 0), "delay", "no delay is shorter than 0"),
            (setup.saved < 0, "saved", "fewer than no rabbits are saved: say 0"),
            (setup.killed < 0, "killed", "fewer than no rabbits are killed: say 0"),
            (setup.waiting < 0 && has_waiting, "waiting", "fewer than no rabbits wait: say 0"),
            (setup.index_count < 0, "last_index", "no index is below 0: say 0"),
        ];
        found
            .into_iter()
            .filter(|(is_below, ..)| *is_below)
            .map(|(_, field, words)| (self.span(Spot::Field(field)), words))
            .collect()
    }

    /// Where a part of the level stands; the beginning of the file for what is not there.
    pub fn span(&self, spot: Spot) -> TextSpan {
        self.spots.span(spot)
    }

    /// The amounts of water that are given beside the map, in the order of the file.
    pub fn water(&self) -> &[WaterEntry] {
        &self.spots.water
    }

    /// What is passed over in the descriptions of stars, with the reason: states that are not closed, keys that are
    /// none, and values that are neither true nor false.
    pub fn unread_states(&self) -> Vec<(TextSpan, String)> {
        let stars = self.spots.stars.iter();
        stars.flat_map(|span| saved::unread(&written(self.written(*span), span.start))).collect()
    }

    /// The part of the file.
    pub fn written(&self, span: TextSpan) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// The line of a part of the file, with carets under it.
    pub fn excerpt(&self, span: TextSpan) -> Excerpt {
        Excerpt::of(span, &self.text)
    }
}
