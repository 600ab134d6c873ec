//! The zoom benchmark: the calls that the window makes, timed, at each zoom and with each set of hints.
//!
//! The work is the same in every run: one level, its solution, a fixed time between frames, a fixed place of the view.
//! No display is needed.

mod record;
mod stats;

use std::fmt::Write as _;
use std::hint::black_box;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

pub use record::{FrameRecord, Stages, csv, write_csv};
pub use stats::Summary;

use crate::app::App;
use crate::raster::art::ArtError;
use crate::raster::{Hints, Preset};
use crate::screens::{Input, Screen};

/// The time that goes by between two frames in the game: 7 frames a step, so that a run sees much of the level.
const FRAME_TIME: Duration = Duration::from_millis(100);

/// What to measure.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Pixels a tile.
    pub zooms: Vec<u32>,
    /// Each set of hints with the name it is reported by.
    pub variants: Vec<(String, Hints)>,
    /// Size of the frame in pixels.
    pub size: (u32, u32),
    /// Frames at each zoom and variant, the first of them apart.
    pub frames: u32,
}

impl Plan {
    /// The three presets at these zooms, on a full-HD frame.
    pub fn presets(zooms: Vec<u32>) -> Plan {
        let variants = Preset::ALL.map(|preset| (preset.name().to_owned(), preset.hints())).to_vec();
        Plan { zooms, variants, size: (1920, 1080), frames: 60 }
    }

    /// Frames of the whole plan.
    pub fn total_frames(&self) -> u64 {
        self.zooms.len() as u64 * self.variants.len() as u64 * u64::from(self.frames)
    }
}

/// All that was measured.
#[derive(Debug, Clone)]
pub struct Report {
    plan: Plan,
    pub frames: Vec<FrameRecord>,
}

/// Runs the plan on a level that plays itself. `opening` is its screen at the start; `progress` hears of every frame.
///
/// # Errors
/// When the art in the binary is broken.
pub fn run(plan: Plan, opening: &Screen, mut progress: impl FnMut()) -> Result<Report, ArtError> {
    let mut frames = Vec::new();
    for &zoom in &plan.zooms {
        for (_, hints) in &plan.variants {
            let mut app = App::new(opening.clone(), (*hints).into())?;
            let (width, height) = plan.size;
            let _ = app.turn(Input::Resize { width, height, scale: 1.0 });
            app.zoom_to(zoom);
            let mut shown = vec![0; width as usize * height as usize * 4];
            for number in 0..plan.frames {
                let Some((times, painted)) = frame(&mut app, &mut shown) else { break };
                frames.push(FrameRecord { zoom, hints: *hints, number, times, painted });
                progress();
            }
        }
    }
    Ok(Report { plan, frames })
}

/// One frame, stage by stage; none if the game has ended.
fn frame(app: &mut App, shown: &mut [u8]) -> Option<(Stages, crate::raster::Painted)> {
    let mut clock = Instant::now();
    let mut lap = || {
        let now = Instant::now();
        now.duration_since(std::mem::replace(&mut clock, now))
    };
    let mut times = Stages::default();
    let ControlFlow::Continue(()) = app.turn(Input::Tick(FRAME_TIME)) else { return None };
    times.step = lap();
    app.compose();
    times.scene = lap();
    let board = app.paint_board();
    times.paint = lap();
    let hud = app.paint_hud();
    times.hud = lap();
    shown.copy_from_slice(app.last_frame().data());
    black_box(&shown);
    times.copy = lap();
    Some((times, board.and(hud)))
}

impl Report {
    /// The frame times of one zoom and variant, the first frame left out.
    pub fn summary(&self, zoom: u32, hints: Hints) -> Option<Summary> {
        let of_this = self.frames.iter().filter(|frame| frame.zoom == zoom && frame.hints == hints);
        Summary::of(of_this.filter(|frame| frame.number > 0).map(|frame| frame.times.total()).collect())
    }

    /// The first frame of one zoom and variant: what it costs to make the sprites.
    pub fn first(&self, zoom: u32, hints: Hints) -> Option<Duration> {
        let of_this = |frame: &&FrameRecord| frame.zoom == zoom && frame.hints == hints && frame.number == 0;
        self.frames.iter().find(of_this).map(|frame| frame.times.total())
    }

    /// A table for the terminal, times in milliseconds.
    pub fn table(&self) -> String {
        let (width, height) = self.plan.size;
        let mut table = format!(
            "frame times in ms, {width}x{height}, reference painter; `first` is the frame that makes the sprites\n\
             zoom  hints               n   median      p95      p99      max    first\n"
        );
        for &zoom in &self.plan.zooms {
            for (name, hints) in &self.plan.variants {
                let (Some(times), Some(first)) = (self.summary(zoom, *hints), self.first(zoom, *hints)) else {
                    let _ = writeln!(table, "{zoom:>4}  {name:<16} too few frames: the level was over");
                    continue;
                };
                let ms = |time: Duration| time.as_secs_f64() * 1e3;
                let _ = writeln!(
                    table,
                    "{zoom:>4}  {name:<16} {:>4} {:>8.2} {:>8.2} {:>8.2} {:>8.2} {:>8.2}",
                    times.n,
                    ms(times.median),
                    ms(times.p95),
                    ms(times.p99),
                    ms(times.max),
                    ms(first),
                );
            }
        }
        table
    }
}
