//! The game without a window: inputs in, frames and samples out.
//!
//! [`App::turn`] hands an input to the screen, and does what the screen wants done outside of the game; the answers
//! come in as further inputs. [`App::frame_timed`] makes one frame, stage by stage: inputs, scene, board, bars. The
//! window calls it and so does the benchmark, each with its own clock; no clock is read here.

mod background;
mod clip;
mod desktop;
mod effects;
mod files;
mod films;
mod overlay;
mod record;
mod solver_thread;
mod stages;
mod stats;
mod studio;
mod worker;

use std::collections::VecDeque;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::time::Duration;

use log::{info, warn};

use crate::look::{FRAME_TIME, Hints};
use crate::raster::art::{self, ArtError};
pub use crate::raster::{Frame, PaintingId};
use crate::raster::{LayersPainted, Missing, Painted, Painter, Rendering};
use crate::scene::{Item, Rect};
use crate::screens::{Answer, Context, Exit, Input, Overlay, Screen, ScreenTurn, WindowMode};
pub use crate::sound::Mixer;
use crate::sound::SoundQueue;
use background::Background;
pub use clip::{Clip, ClipError, ClipRate};
use desktop::Desktop;
use files::{Files, POLL_EVERY};
pub use files::{Found, ProgressFile, ReplaysFile, SettingsFile, Store, StoreFault, Stores, Unsaved, Watch};
use films::Films;
pub use record::{FrameRecord, RECENT, Recorder};
use solver_thread::{SEARCH_POLL, SolverThread};
pub use stages::{Stages, Stopwatch};
pub use stats::{median, median_number, percentile};
use studio::Studio;
pub use worker::Worker;

/// The game: the screen that the player is on, what all screens share, and the last frame.
pub struct App {
    screen: Screen,
    context: Context,
    files: Files,
    background: Background,
    solver: SolverThread,
    /// Absent where the game has no desktop.
    desktop: Option<Desktop>,
    films: Films,
    /// Absent where nobody listens.
    sound: Option<SoundQueue>,
    audience: Audience,
    painter: Painter,
    frame: Frame,
    /// The items of the frame to be made.
    composed: Layers,
    /// The items of the last frame, unless it is stale.
    shown: Layers,
    stale: bool,
    /// What was painted of the last frame.
    painted: Painted,
    recorder: Recorder,
    /// Present while the player is on the graphics page.
    studio: Option<Studio>,
    /// The screen's caption, when it was last logged.
    caption: String,
}

/// Whether the window can be seen. Where it cannot, no music plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Audience {
    Present,
    Away,
}

/// All items of a frame: the board, what lies over it, and the sample of the graphics page, which has a frame of its
/// own.
#[derive(Debug, Clone, Default, PartialEq)]
struct Layers {
    board: Vec<Item>,
    hud: Vec<Item>,
    sample: Vec<Item>,
}

impl App {
    /// A game that opens on this screen. Hints and colours of the rendering are those of the context.
    ///
    /// # Errors
    /// When the art in the binary is broken.
    pub fn new(screen: Screen, context: Context, rendering: Rendering) -> Result<App, ArtError> {
        let (hints, palette) = (context.profile.hints(), context.settings().palette);
        let caption = screen.caption();
        info!("screen {caption}");
        Ok(App {
            screen,
            context,
            files: Files::default(),
            background: Background::default(),
            solver: SolverThread::default(),
            desktop: None,
            films: Films::default(),
            sound: None,
            audience: Audience::Present,
            painter: Painter::new(Rendering { hints, palette, ..rendering })?,
            frame: Frame::new(1, 1),
            composed: Layers::default(),
            shown: Layers::default(),
            stale: true,
            painted: Painted::default(),
            recorder: Recorder::default(),
            studio: None,
            caption,
        })
    }

    /// Saves what the player achieves and chooses to these stores, and films beside them.
    pub fn save_to(&mut self, stores: Stores) {
        self.context.profile.folder = Some(stores.folder().display().to_string());
        self.films = Films::saved_in(stores.folder());
        self.files = Files::saved_in(stores, self.context.settings().clone());
    }

    /// From now on the game uses the clipboard, the fonts and the folder of pictures of the desktop that it runs on.
    pub fn use_desktop(&mut self) {
        self.desktop = Some(Desktop::default());
        if let Some(films) = Films::among_pictures() {
            self.films = films;
        }
    }

    /// From now on the game is heard: by this mixer, on whatever thread.
    pub fn listen(&mut self) -> Mixer {
        let (sound, mixer) = SoundQueue::with_mixer();
        self.sound = Some(sound);
        self.follow_sound();
        mixer
    }

    /// The level in play comes from the file that is watched: when the file changes, so does the play.
    pub fn watch(&mut self, watch: Watch) {
        self.files.watch(watch);
    }

    /// Takes one input.
    pub fn turn(&mut self, input: Input) -> ControlFlow<Exit> {
        let mut inputs = VecDeque::new();
        let input = input.within_reason();
        match input {
            Input::Resize { width, height, .. } => self.resize(width, height),
            Input::Tick(passed) => inputs.extend(self.news(passed)),
            Input::Hidden => self.audience = Audience::Away,
            Input::Shown => self.audience = Audience::Present,
            _ => {}
        }
        inputs.push_back(input);
        self.turn_all(inputs)?;
        self.follow();
        if let Some(studio) = &self.studio {
            let times = Input::Answered(Answer::SampleTimes(studio.milliseconds()));
            self.turn_all(VecDeque::from([times]))?;
        }
        ControlFlow::Continue(())
    }

    /// Takes inputs, and those that answer the effects of the ones before. When the program ends, the title is the
    /// screen that remains.
    fn turn_all(&mut self, mut inputs: VecDeque<Input>) -> ControlFlow<Exit> {
        while let Some(input) = inputs.pop_front() {
            let ScreenTurn { next, effects } = std::mem::take(&mut self.screen).turn(&mut self.context, input);
            let answers: Vec<Answer> = effects.into_iter().filter_map(|effect| self.perform(effect)).collect();
            inputs.extend(answers.into_iter().map(Input::Answered));
            self.screen = next?;
        }
        ControlFlow::Continue(())
    }

    /// What has happened meanwhile in the background, to the player's files and on the desktop.
    fn news(&mut self, passed: Duration) -> Vec<Input> {
        let mut answers = self.background.drain();
        answers.extend(self.solver.answers());
        answers.extend(self.films.answers());
        answers.extend(self.files.take_saved());
        if let Some(desktop) = &mut self.desktop {
            answers.extend(desktop.answers());
        }
        if self.screen.plays_file() {
            answers.extend(self.files.poll(passed));
        }
        answers.into_iter().map(Input::Answered).collect()
    }

    /// What is not saved yet, for those who wait for it without the game.
    pub fn unsaved(&self) -> Unsaved {
        self.files.unsaved()
    }

    /// Waits until all is saved that was to be saved, and takes in the results.
    pub fn finish_saving(&mut self) -> ControlFlow<Exit> {
        let answers = self.files.finish_saving();
        self.turn_all(answers.into_iter().map(Input::Answered).collect())
    }

    /// Waits for the work in the background and for films, and takes in the results: then equal inputs make equal
    /// frames. A search for advice is not waited for.
    pub fn finish_background(&mut self) -> ControlFlow<Exit> {
        let answers = self.background.finish().into_iter().chain(self.films.finish());
        self.turn_all(answers.into_iter().map(Input::Answered).collect())
    }

    /// Paints by the hints and colours of the context, with a studio on the graphics page.
    fn follow(&mut self) {
        let (hints, palette) = (self.context.profile.hints(), self.context.settings().palette);
        self.set_hints(hints);
        self.follow_sound();
        if palette != self.painter.rendering().palette {
            self.stale = true;
            if let Err(cause) = self.painter.set_palette(palette) {
                warn!("could not change the colours of the drawings: {cause}");
            }
        }
        if !matches!(self.screen, Screen::Play(_)) {
            self.solver.stop();
        }
        let rendering = self.painter.rendering();
        match (&self.screen, &mut self.studio) {
            (Screen::Graphics(_), Some(studio)) => studio.set_hints(hints),
            (Screen::Graphics(_), None) => {
                let opened = Studio::new(Rendering { missing: Missing::Wait, ..rendering });
                self.studio = opened.inspect_err(|cause| warn!("could not show a sample: {cause}")).ok();
            }
            _ => self.studio = None,
        }
        let caption = self.screen.caption();
        if caption != self.caption {
            info!("screen {caption}");
            self.caption = caption;
        }
    }

    /// Tells the mixer which music plays now, and how loud all is.
    fn follow_sound(&mut self) {
        if let Some(sound) = &mut self.sound {
            sound.set_volumes(self.context.settings().volumes);
            sound.play(match self.audience {
                Audience::Present => self.screen.theme(),
                Audience::Away => None,
            });
        }
    }

    fn resize(&mut self, width: u32, height: u32) {
        if (self.frame.width(), self.frame.height()) != (width.max(1), height.max(1)) {
            self.frame = Frame::new(width, height);
            self.stale = true;
        }
    }

    /// Takes inputs without a frame, where nobody would see it.
    pub fn take(&mut self, inputs: impl IntoIterator<Item = Input>) -> ControlFlow<Exit> {
        inputs.into_iter().try_for_each(|input| self.turn(input))
    }

    /// The frame as it should be shown now, if it is not the one that was returned before.
    pub fn frame(&mut self) -> Option<&Frame> {
        self.compose();
        self.paint(&mut Stages::default(), || Duration::ZERO).then_some(&self.frame)
    }

    /// Makes one frame: takes the inputs, and paints if anything has changed. `lap` returns the time since its last
    /// call, and is called once after each stage; board and bars are painted in one. The times are returned if a frame
    /// was painted; handing it over is up to the caller.
    pub fn frame_timed(
        &mut self,
        inputs: impl IntoIterator<Item = Input>,
        mut lap: impl FnMut() -> Duration,
    ) -> ControlFlow<Exit, Option<Stages>> {
        let mut times = Stages::default();
        if let ControlFlow::Break(exit) = self.take(inputs) {
            return ControlFlow::Break(exit);
        }
        times.step = lap();
        self.compose();
        times.scene = lap();
        let painted = self.paint(&mut times, lap);
        ControlFlow::Continue(painted.then_some(times))
    }

    /// Lists the items of the frame.
    fn compose(&mut self) {
        if self.desktop.as_mut().is_some_and(Desktop::add_fonts) {
            self.evict_sprites();
        }
        let App { screen, context, composed, .. } = self;
        composed.board.clear();
        composed.hud.clear();
        composed.sample.clear();
        screen.draw_board(context, &mut composed.board);
        if let Screen::Graphics(page) = screen {
            page.draw_sample(context, &mut composed.sample);
        }
        screen.draw_hud(context, &mut composed.hud);
        // The help is read in peace.
        if context.overlay == Overlay::Shown && !matches!(screen, Screen::Help(..)) {
            overlay::readings(&self.recorder, context).draw(&context.layout, &mut composed.hud);
        }
        if let Some(desktop) = &mut self.desktop {
            desktop.search_fonts();
        }
    }

    /// Paints what was composed, unless the frame shows it already.
    fn paint(&mut self, times: &mut Stages, mut lap: impl FnMut() -> Duration) -> bool {
        if !self.stale && self.shown == self.composed && !self.painter.has_new_sprites() {
            return false;
        }
        let LayersPainted { painted, front_share } =
            self.painter.paint_layers(&self.composed.board, &self.composed.hud, &mut self.frame);
        if let Some(attempt) = self.screen.attempt() {
            self.painter.make_ahead(attempt.framing.camera().tile(), &attempt.framing.next_zooms());
        }
        // Both are painted in one pass: each gets its share of the time.
        let both = lap();
        times.hud = both.mul_f64(front_share);
        times.paint = both.saturating_sub(times.hud);
        self.painted = painted;
        std::mem::swap(&mut self.shown, &mut self.composed);
        self.stale = false;
        if let (Some(studio), Screen::Graphics(page)) = (&mut self.studio, &self.screen) {
            let placement = page.placement(&self.context.layout);
            for side in studio.order() {
                studio.paint(side, &self.shown.sample, placement.size);
                studio.record(side, lap());
            }
            studio.blit(&placement, &mut self.frame);
        }
        true
    }

    /// The next frame is painted even if nothing has changed.
    pub fn invalidate(&mut self) {
        self.stale = true;
    }

    /// The frame that was painted last.
    pub fn last_frame(&self) -> &Frame {
        &self.frame
    }

    /// Shows the board, if there is one, at so many pixels a tile.
    pub fn zoom_to(&mut self, tile: u32) {
        if let Screen::Play(play) = &mut self.screen {
            play.zoom_to(tile);
        }
    }

    /// Pixels a tile of the board that is shown, if there is one.
    pub fn zoom(&self) -> Option<u32> {
        Some(self.screen.attempt()?.framing.camera().tile())
    }

    /// The part of the frame that shows the board in play, if there is one: left, top, width and height in pixels.
    pub fn board(&self) -> Option<Rect> {
        Some(self.screen.attempt()?.framing.camera().window())
    }

    /// Goes to this screen, which must be laid out for the frame's size.
    pub fn show(&mut self, screen: Screen) {
        self.screen = screen;
    }

    /// Records the times of the last frame.
    pub fn record(&mut self, times: Stages) {
        self.recorder.add(self.frame_record(times));
    }

    /// The record of the last frame.
    pub fn frame_record(&self, times: Stages) -> FrameRecord {
        FrameRecord { zoom: self.zoom(), hints: self.hints(), times, painted: self.painted }
    }

    /// Writes every frame that is recorded to this sink too.
    ///
    /// # Errors
    /// When the sink takes nothing.
    pub fn record_to(&mut self, sink: Box<dyn Write>) -> io::Result<()> {
        self.recorder.write_to(sink)
    }

    /// The time until something has to move, to become sharp or to be looked at; none if nothing has to until the next
    /// input.
    pub fn wake(&self) -> Option<Duration> {
        let is_moving = self.screen.is_moving() || self.context.hand.is_waiting();
        let is_in_background = self.background.is_busy() || self.films.is_busy();
        let is_working = self.painter.has_pending_sprites() || self.files.is_saving() || is_in_background;
        let is_watching = self.files.is_watching() && self.screen.plays_file();
        let waits = [
            (is_moving || is_working).then_some(FRAME_TIME),
            is_watching.then_some(POLL_EVERY),
            self.solver.is_busy().then_some(SEARCH_POLL),
            self.desktop.as_ref().and_then(Desktop::wake),
        ];
        waits.into_iter().flatten().min()
    }

    /// The window's title, in the player's language.
    pub fn title(&self) -> String {
        match self.screen.heading(&self.context) {
            Some(heading) => format!("Leveret: {heading}"),
            None => "Leveret".to_owned(),
        }
    }

    /// Where the cursor of the text field is that takes what is typed, in pixels of the frame; none if no field does.
    pub fn caret_area(&self) -> Option<Rect> {
        self.screen.caret_area(&self.context)
    }

    /// The program's icon, `size` pixels wide and high: red, green, blue and alpha, a byte each; none if it is broken.
    pub fn icon(&self, size: u32) -> Option<Vec<u8>> {
        art::icon(size).ok()
    }

    /// Whether the player wants the whole screen.
    pub fn fullscreen(&self) -> bool {
        self.context.settings().window == WindowMode::FullScreen
    }

    /// The hints by which frames are painted.
    pub fn hints(&self) -> Hints {
        self.painter.hints()
    }

    fn set_hints(&mut self, hints: Hints) {
        if self.painter.hints() != hints {
            self.painter.set_hints(hints);
            self.stale = true;
        }
    }

    /// Paints by these hints, as if they had been given on the command line.
    pub fn use_hints(&mut self, hints: Hints) {
        self.context.profile.hints_of_this_run = Some(hints);
        self.set_hints(hints);
    }

    /// Bytes of all sprites in memory.
    pub fn sprite_bytes(&self) -> usize {
        self.painter.sprite_bytes()
    }

    /// Evicts all sprites, as if no zoom had been seen before.
    pub fn evict_sprites(&mut self) {
        self.painter.evict_sprites();
        self.stale = true;
    }

    /// Evicts the sprites of one size, in pixels a tile, as if that zoom had not been seen before; their mip levels
    /// stay.
    pub fn evict_size(&mut self, tile: u32) {
        self.painter.evict_size(tile);
        self.stale = true;
    }

    /// Whether painting the last frame was the same work as in the other game; see [`Painter::did_same_work_as`].
    pub fn did_same_work_as(&self, other: &App) -> bool {
        self.painter.did_same_work_as(&other.painter)
    }

    /// Exchanges the frame for another one, which must show the last frame too if only changes are repainted.
    pub fn swap_frame(&mut self, frame: &mut Frame) {
        std::mem::swap(&mut self.frame, frame);
    }

    /// Waits for all sprites that the last frame was missing; the next one shows them.
    pub fn settle(&self) {
        self.painter.wait_for_sprites();
    }

    /// How long the threads that paint take to fill a frame with one shade of grey.
    pub fn time_fill(&self, frame: &mut Frame, grey: u8) -> Duration {
        self.painter.time_fill(frame, grey)
    }

    /// Makes a frame a copy of another one of the same size, by the threads that paint.
    pub fn copy_frame(&self, from: &Frame, to: &mut Frame) {
        self.painter.copy(from, to);
    }

    /// The screen that the player is on.
    pub fn screen(&self) -> &Screen {
        &self.screen
    }

    /// What all screens share.
    pub fn context(&self) -> &Context {
        &self.context
    }
}
