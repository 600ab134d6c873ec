//! `leveret record`: a play as pictures that move.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use indicatif::ProgressBar;

use super::output::{Overwriting, check_is_other, is_standard_output};
use super::{Failure, number, picture, replay};
use crate::app::{Clip, ClipError, ClipRate};
use crate::disk::{self, Output};
use crate::level::{At, Level, MAX_SOLUTIONS, MOST_STEPS, plain_path};
use crate::look::Hints;
use crate::screens::FilmOrder;

/// Record a play as an animated GIF, or as numbered PNG files; needs no display
#[derive(Debug, Args)]
pub struct Record {
    /// Level file
    level: PathBuf,

    /// Record this solution of the level, counted from 1
    #[arg(long, value_name = "N", value_parser = number::whole(1..=MAX_SOLUTIONS), conflicts_with = "replay")]
    solution: Option<usize>,

    /// Record this replay, or the first one in this file
    #[arg(long, value_name = "REPLAY")]
    replay: Option<String>,

    /// Record from step A to step B [default: to the end of the level]
    #[arg(long, value_name = "A..B", value_parser = steps)]
    steps: Option<Range<u32>>,

    /// Pixels per tile, 16 to 256 [default: 640 pixels or less for the level]
    #[arg(long, value_name = "PX", value_parser = picture::zoom)]
    zoom: Option<u32>,

    /// Rendering hints: presets and single hints, separated by commas; later ones override earlier ones
    #[arg(long, value_name = "LIST", default_value = "balanced")]
    hints: Hints,

    /// Frames per second, 1 to 50
    #[arg(long, value_name = "N", default_value_t = ClipRate::default().frames, value_parser = number::whole(1..=50_u32))]
    fps: u32,

    /// Times the normal speed of the game, 0.1 to 64
    #[arg(long, value_name = "X", default_value_t = ClipRate::default().speed, value_parser = speed)]
    speed: f32,

    /// Output: FILE.gif, or - for a GIF on standard output; FILE.png for FILE-00000.png, FILE-00001.png and so on;
    /// FOLDER/ for frame-00000.png and so on in it
    #[arg(short, long, value_name = "FILE.gif|FILE.png|FOLDER/|-")]
    output: PathBuf,

    #[command(flatten)]
    overwriting: Overwriting,
}

impl Record {
    pub fn run(&self) -> Result<(), Failure> {
        let level = Level::read(&self.level).map_err(Failure::run)?;
        let orders = self.orders(&level)?;
        let whole = Clip::whole(Arc::new(level), orders, MOST_STEPS);
        let steps = self.steps.clone().unwrap_or(whole.film.steps.clone());
        let tile = self.zoom.unwrap_or(whole.film.tile);
        let clip = Clip {
            film: FilmOrder { steps, tile, hints: self.hints, ..whole.film },
            rate: ClipRate { frames: self.fps, speed: self.speed },
        };
        match self.target()? {
            RecordTarget::Gif => self.write_gif(&clip),
            RecordTarget::Frames { folder, stem } => self.write_frames(&clip, &folder, &stem),
        }
    }

    /// What the name of the output asks for.
    fn target(&self) -> Result<RecordTarget, Failure> {
        let is_folder = self.output.is_dir() || self.output.to_string_lossy().ends_with(std::path::is_separator);
        let ends_in = |ending: &str| self.output.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending));
        if is_folder {
            Ok(RecordTarget::Frames { folder: self.output.clone(), stem: "frame".to_owned() })
        } else if ends_in("gif") || is_standard_output(&self.output) {
            Ok(RecordTarget::Gif)
        } else if let Some(stem) = self.output.file_stem().filter(|_| ends_in("png")) {
            let folder = self.output.parent().unwrap_or(Path::new("")).to_owned();
            Ok(RecordTarget::Frames { folder, stem: stem.to_string_lossy().into_owned() })
        } else {
            let file = plain_path(&self.output);
            Err(Failure::usage(format!("cannot record to `{file}`: name a FILE.gif, a FILE.png or a FOLDER/")))
        }
    }

    fn orders(&self, level: &Level) -> Result<Vec<At>, Failure> {
        match (self.solution, &self.replay) {
            (Some(number), _) => Ok(super::played(level, &self.level, number)?.orders),
            (None, Some(argument)) => Ok(replay::replay_for(level, &self.level, argument)?.orders),
            (None, None) => Ok(Vec::new()),
        }
    }

    fn write_gif(&self, clip: &Clip) -> Result<(), Failure> {
        let bar = ProgressBar::new(clip.frames().into());
        if is_standard_output(&self.output) {
            let mut out = BufWriter::new(io::stdout().lock());
            let written = clip.write_gif(&mut out, || bar.inc(1));
            let written = written.and_then(|()| out.flush().map_err(ClipError::Write));
            bar.finish_and_clear();
            return match written {
                // Its reader has seen enough.
                Err(ClipError::Write(cause)) if cause.kind() == io::ErrorKind::BrokenPipe => Ok(()),
                written => {
                    written.map_err(|cause| Failure::run(format!("could not write to standard output: {cause}")))
                }
            };
        }
        check_is_other(&self.level, &self.output)?;
        self.overwriting.allow(&self.output)?;
        let failed = |cause: &dyn std::fmt::Display| Failure::write(&self.output, cause);
        let mut output = Output::create(&self.output).map_err(|cause| failed(&cause))?;
        clip.write_gif(&mut output, || bar.inc(1)).map_err(|cause| failed(&cause))?;
        bar.finish_and_clear();
        output.commit().map_err(|cause| failed(&cause)).map(drop)
    }

    fn write_frames(&self, clip: &Clip, folder: &Path, stem: &str) -> Result<(), Failure> {
        if !folder.as_os_str().is_empty() {
            fs::create_dir_all(folder).map_err(|cause| Failure::write(folder, &cause))?;
        }
        let count = clip.frames();
        let file = |number: u32| folder.join(format!("{stem}-{number:05}.png"));
        for number in 0..count {
            check_is_other(&self.level, &file(number))?;
            self.overwriting.allow(&file(number))?;
        }
        let bar = ProgressBar::new(count.into());
        let rendered = clip.render(0..count, |number, frame| {
            bar.inc(1);
            let png = frame.png().map_err(io::Error::other)?;
            disk::write(&file(number), &png)
        });
        bar.finish_and_clear();
        rendered.map_err(|cause: ClipError| Failure::write(&self.output, &cause))
    }
}

/// What a play is recorded to.
enum RecordTarget {
    Gif,
    /// A picture for each frame, its name ending in the frame's number.
    Frames {
        folder: PathBuf,
        stem: String,
    },
}

/// Reads a stretch such as `20..80`; either end may be missing.
fn steps(text: &str) -> Result<Range<u32>, String> {
    let number = |text: &str, default: u32| if text.is_empty() { Some(default) } else { text.parse().ok() };
    text.split_once("..")
        .and_then(|(from, to)| Some(number(from, 0)?..number(to, MOST_STEPS)?))
        .filter(|steps| steps.start < steps.end)
        .ok_or_else(|| "a stretch is FIRST..LAST in steps, such as 20..80, and not empty".to_owned())
}

fn speed(text: &str) -> Result<f32, String> {
    match text.parse() {
        Ok(speed) if (0.1..=64.0).contains(&speed) => Ok(speed),
        _ => Err("a speed is a number from 0.1 to 64".to_owned()),
    }
}
