//! Films: clips of plays that the player wants to keep, made by a thread.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use directories::UserDirs;
use log::{info, warn};

use super::clip::{Clip, ClipError, ClipRate};
use super::worker::{LOST, Worker};
use crate::disk::Output;
use crate::screens::{Answer, FilmOrder};

/// The largest side of a film, in pixels: a board that is seen larger is filmed smaller.
const LONGEST_FILM_SIDE: u32 = 1920;

/// The folder of films, and the thread that makes them; started with the first one.
#[derive(Default)]
pub struct Films {
    /// None in a game that keeps nothing.
    folder: Option<PathBuf>,
    worker: Option<Worker<FilmOrder, Answer>>,
}

impl Films {
    /// Films are written to this folder.
    pub fn saved_in(folder: &Path) -> Films {
        Films { folder: Some(folder.to_owned()), worker: None }
    }

    /// Films are written beside the player's pictures, if the desktop has a folder for these.
    pub fn among_pictures() -> Option<Films> {
        UserDirs::new()?.picture_dir().map(Films::saved_in)
    }

    /// Makes a film: [`Answer::Filmed`].
    pub fn submit(&mut self, order: FilmOrder) {
        let lost = Answer::Filmed(Err(LOST.to_owned()));
        let folder = self.folder.clone();
        let film = move |(): &mut (), order: FilmOrder| {
            let filmed = film(folder.as_deref(), order);
            match &filmed {
                Ok(path) => info!("filmed `{}`", path.display()),
                Err(cause) => warn!("could not film: {cause}"),
            }
            Answer::Filmed(filmed.map(|path| path.display().to_string()).map_err(|cause| cause.to_string()))
        };
        self.worker.get_or_insert_with(|| Worker::start("films", || (), film)).submit(order, lost);
    }

    /// What was made since the last call.
    pub fn answers(&mut self) -> Vec<Answer> {
        self.worker.as_mut().map(Worker::drain).unwrap_or_default()
    }

    /// Waits for all films that are being made.
    pub fn finish(&mut self) -> Vec<Answer> {
        self.worker.as_mut().map(Worker::finish).unwrap_or_default()
    }

    pub fn is_busy(&self) -> bool {
        self.worker.as_ref().is_some_and(Worker::is_busy)
    }
}

/// Writes a film, and returns its path.
fn film(folder: Option<&Path>, order: FilmOrder) -> Result<PathBuf, ClipError> {
    let folder = folder.ok_or_else(|| ClipError::Write(io::Error::other("this game keeps no files")))?;
    let setup = order.level.setup();
    let cells = setup.width.max(setup.height).max(1) as u32;
    let film = FilmOrder { tile: order.tile.min(LONGEST_FILM_SIDE / cells).max(1), ..order };
    let path = free_path(folder, &film.level.name).map_err(ClipError::Write)?;
    let mut output = Output::create(&path).map_err(ClipError::Write)?;
    Clip { film, rate: ClipRate::default() }.write_gif(&mut output, || ())?;
    output.commit().map_err(ClipError::Write)?;
    Ok(path)
}

/// A path in the folder that no file has, named after the level.
fn free_path(folder: &Path, level: &str) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let letters = level.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' });
    let name: String = letters.take(60).collect::<String>().to_lowercase();
    let mut names = (1..).map(|number| folder.join(format!("leveret-{name}-{number}.gif")));
    Ok(names.find(|path| !path.exists()).expect("there are more numbers than files"))
}
