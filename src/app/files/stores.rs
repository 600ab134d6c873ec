//! The stores of one player.

use std::path::{Path, PathBuf};

use super::store::Store;

/// What is saved from one start of the game to the next.
#[derive(Debug, Clone)]
pub struct Stores {
    folder: PathBuf,
    pub progress: Store,
    pub settings: Store,
    pub recent: Store,
    pub replays: Store,
}

impl Stores {
    /// All in this folder, which need not exist yet.
    pub fn new(folder: &Path) -> Stores {
        Stores {
            folder: folder.to_owned(),
            progress: Store::new(folder, "progress"),
            settings: Store::new(folder, "settings"),
            recent: Store::new(folder, "recent"),
            replays: Store::new(folder, "replays"),
        }
    }

    /// In the platform's folder for such files; none if it has no such folder.
    pub fn of_the_player() -> Option<Stores> {
        let folders = directories::ProjectDirs::from("", "", "leveret")?;
        Some(Stores::new(folders.data_dir()))
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }
}
