//! The list of recent files: the level files that were opened last, newest first.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// The length of the list.
const MOST: usize = 10;

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Recent {
    files: Vec<PathBuf>,
}

impl Recent {
    /// The same list with this file first.
    pub fn with(mut self, file: &Path) -> Recent {
        self.files.retain(|known| known != file);
        self.files.insert(0, file.to_owned());
        self.files.truncate(MOST);
        self
    }

    pub fn files(&self) -> &[PathBuf] {
        &self.files
    }
}
