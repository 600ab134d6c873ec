//! The desktop's own dialog to choose a file. It is open for as long as the player likes, so a thread waits for it.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use rfd::FileDialog;

use crate::app::worker::Worker;
use crate::screens::Answer;

/// Nobody cancels a dialog as fast as this: it did not open.
const FASTEST_HAND: Duration = Duration::from_millis(100);

/// Waits for dialogs, by their titles.
pub type DialogWorker = Worker<&'static str, Answer>;

/// Starts the thread of the dialogs.
pub fn start() -> DialogWorker {
    Worker::start("file dialog", || (), |(), title| Answer::FileChosen(choose(title)))
}

/// The file that the player has chosen; none if they have cancelled.
fn choose(title: &str) -> Result<Option<PathBuf>, String> {
    let opened = Instant::now();
    let file = FileDialog::new().set_title(title).add_filter("Leveret, Rabbit Escape", &["ron", "rel"]).pick_file();
    if file.is_none() && opened.elapsed() < FASTEST_HAND {
        return Err("this desktop opens none".to_owned());
    }
    Ok(file)
}
