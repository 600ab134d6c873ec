//! The game without a window: inputs in, frames out.
//!
//! A frame goes through named stages: the screen takes its inputs ([`App::turn`]), says what there is to see
//! ([`App::compose`]), and the painter draws the board ([`App::paint_board`]) and what lies over it
//! ([`App::paint_hud`]). The window calls [`App::frame`], which does these in order and leaves out what would change
//! nothing; who wants to know what each of them takes calls the stages one by one, with a clock between them.

mod files;
mod overlay;
mod quality;
mod recent;
mod record;
mod stats;
mod store;
mod studio;
mod watch;

use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::{self, Path, PathBuf};
use std::time::Duration;

use log::{info, warn};

use crate::level::Level;
use crate::look::{FRAME_TIME, Hints, Palette};
pub use crate::raster::Frame;
use crate::raster::art::{self, ArtError};
use crate::raster::{Missing, Painted, Painter, Rendering};
use crate::scene::Item;
use crate::screens::{Command, Display, Exit, Input, Key, Progress, Quality, RecentFile, Screen, Settings, Told, Wish};
use overlay::Overlay;
pub use quality::{hints_of, quality_of};
use recent::Recent;
pub use record::{FrameRecord, RECENT, Recorder, Stages, Stopwatch};
pub use stats::{median, median_by, percentile};
pub use store::{Broken, Found, Store};
use studio::Studio;
use watch::{LOOK_EVERY, Watch};

/// The game: the screen that the player is on, and the last frame.
pub struct App {
    /// None only while a turn is made.
    screen: Option<Screen>,
    painter: Painter,
    frame: Frame,
    /// What there is to see.
    picture: Picture,
    /// What the frame shows, unless it is stale.
    shown: Picture,
    stale: bool,
    /// What painting the last frame came to.
    painted: Painted,
    recorder: Recorder,
    overlay: Overlay,
    /// Pixels of the frame per logical one.
    scale: f32,
    caption: String,
    /// The settings that hold now.
    settings: Settings,
    /// The quality of the hints that hold now.
    quality: Quality,
    /// There while the player is on the picture page.
    studio: Option<Studio>,
    /// Where progress and settings are kept, if they are.
    stores: Option<Stores>,
    /// The level files that were played last.
    recent: Recent,
    /// The file of the level in play, if it came from one.
    watch: Option<Watch>,
}

/// Where the player's files are.
#[derive(Debug, Clone)]
pub struct Stores {
    folder: PathBuf,
    pub progress: Store,
    pub settings: Store,
    pub recent: Store,
}

impl Stores {
    /// All in this folder, which need not exist yet.
    pub fn new(folder: &Path) -> Stores {
        Stores {
            folder: folder.to_owned(),
            progress: Store::new(folder, "progress"),
            settings: Store::new(folder, "settings"),
            recent: Store::new(folder, "recent"),
        }
    }

    /// Where the platform keeps such files; none if it has no such place.
    pub fn of_the_player() -> Option<Stores> {
        let folders = directories::ProjectDirs::from("", "", "leveret")?;
        Some(Stores::new(folders.data_dir()))
    }
}

/// All items of a frame, the board's apart from those that lie over it.
#[derive(Debug, Clone, Default, PartialEq)]
struct Picture {
    board: Vec<Item>,
    hud: Vec<Item>,
    /// The sample of the picture page, in a frame of its own.
    sample: Vec<Item>,
}

impl App {
    /// A game that opens on this screen, and is painted like this.
    ///
    /// # Errors
    /// When the art in the binary is broken.
    pub fn new(screen: Screen, rendering: Rendering) -> Result<App, ArtError> {
        let (caption, settings, quality) = (screen.caption(), screen.settings().clone(), screen.quality().clone());
        let rendering = Rendering { palette: settings.palette, ..rendering };
        info!("screen {caption}");
        Ok(App {
            screen: Some(screen),
            painter: Painter::new(rendering)?,
            frame: Frame::new(1, 1),
            picture: Picture::default(),
            shown: Picture::default(),
            stale: true,
            painted: Painted::default(),
            recorder: Recorder::default(),
            overlay: Overlay::default(),
            scale: 1.0,
            caption,
            settings,
            quality,
            studio: None,
            stores: None,
            recent: Recent::default(),
            watch: None,
        })
    }

    /// From now on, what the player achieves and chooses is kept here.
    pub fn keep(&mut self, stores: Stores) {
        let folder = stores.folder.display().to_string();
        self.screen = self.screen.take().map(|screen| screen.kept_in(folder));
        self.recent = stores.recent.load().value;
        self.stores = Some(stores);
    }

    /// The level in play comes from this file: when it changes, so does the play. It is remembered as the last one.
    pub fn watch(&mut self, path: &Path) {
        self.watch = Some(Watch::new(path));
        let path = path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.recent = std::mem::take(&mut self.recent).with(&path);
        let Some(stores) = &self.stores else { return };
        match stores.recent.change(|kept: Recent| kept.with(&path)) {
            Ok(kept) => self.recent = kept,
            Err(cause) => warn!("could not keep which files were played: {cause}"),
        }
    }

    /// Takes one input.
    pub fn turn(&mut self, input: Input) -> ControlFlow<Exit> {
        match input {
            Input::Resize { width, height, scale } => {
                self.resize(width, height);
                self.scale = scale;
            }
            Input::Tick(passed) => self.look_at_file(passed),
            Input::Dropped(ref path) => self.open(path),
            Input::Key(key) => self.obey(key),
            _ => {}
        }
        let screen = self.screen.take().expect("a screen is there between turns");
        self.screen = Some(screen.turn(input)?);
        while let Some(wish) = self.screen.as_mut().and_then(Screen::take_wish) {
            self.fulfil(wish);
        }
        let caption = self.screen().caption();
        if caption != self.caption {
            self.keep_progress();
            info!("screen {caption}");
            self.caption = caption;
        }
        self.follow_quality();
        self.follow_settings();
        self.follow_picture();
        ControlFlow::Continue(())
    }

    /// Does what a key means to the overlay.
    fn obey(&mut self, key: Key) {
        match self.screen().heard_anywhere(key) {
            Some(Command::FrameTimes) => self.overlay = self.overlay.toggled(),
            Some(command) if self.overlay == Overlay::Shown => {
                if let Some(hints) = overlay::switched(self.hints(), command) {
                    self.switch_to(hints);
                }
            }
            _ => {}
        }
    }

    /// Does for a screen what takes files.
    fn fulfil(&mut self, wish: Wish) {
        match wish {
            Wish::List => {
                let files = self.recent.files().iter();
                let files = files.map(|path| RecentFile { path: path.clone(), is_there: path.is_file() }).collect();
                self.screen = self.screen.take().map(|screen| screen.listing(files));
            }
            Wish::Complete(start) => {
                let names = files::beginning_with(&start);
                self.screen = self.screen.take().map(|screen| screen.completed(names));
            }
            Wish::Open(path) => self.open(&files::named(&path)),
        }
    }

    /// Plays a file that the player has brought, and watches it from now on.
    fn open(&mut self, path: &Path) {
        let level = Level::read(path).map_err(|error| error.to_string());
        if level.is_ok() {
            info!("opened `{}`", path.display());
            self.watch(path);
        }
        self.screen = self.screen.take().map(|screen| screen.bring(level));
    }

    fn look_at_file(&mut self, passed: Duration) {
        let Some(watch) = self.watch.as_mut().filter(|_| self.screen.as_ref().is_some_and(Screen::is_from_file)) else {
            return;
        };
        if watch.has_changed(passed) {
            info!("read `{}` again", watch.path().display());
            let level = Level::read(watch.path()).map_err(|error| error.to_string());
            self.screen = self.screen.take().map(|screen| screen.edited(level));
        }
    }

    /// Results change when a screen does. The game may run twice: what was won in the other one is kept, and learnt.
    fn keep_progress(&mut self) {
        let Some(stores) = &self.stores else { return };
        let won = self.screen().progress();
        match stores.progress.change(|kept: Progress| kept.and(won)) {
            Ok(kept) => self.screen = self.screen.take().map(|screen| screen.knowing(kept)),
            Err(cause) => {
                warn!("could not keep the progress: {cause}");
                let notice = (self.screen().texts().not_kept)(&cause.to_string());
                self.screen = self.screen.take().map(|screen| screen.telling(notice));
            }
        }
    }

    /// From now on these hints, and the quality that they make, on all screens.
    fn switch_to(&mut self, hints: Hints) {
        self.set_hints(hints);
        self.quality = quality_of(hints);
        if let Some(screen) = &mut self.screen {
            screen.switch_quality(self.quality.clone());
        }
    }

    fn follow_quality(&mut self) {
        let quality = self.screen().quality();
        if quality == &self.quality {
            return;
        }
        match hints_of(quality) {
            Ok(hints) => self.switch_to(hints),
            Err(cause) => warn!("could not paint by `{quality:?}`: {cause}"),
        }
    }

    /// Opens the studio with the picture page, and tells the page what comes of it.
    fn follow_picture(&mut self) {
        let (rendering, hints) = (self.painter.rendering(), self.painter.hints());
        let Some(Screen::Picture(page)) = &mut self.screen else {
            self.studio = None;
            return;
        };
        if self.studio.is_none() {
            let opened = Studio::new(Rendering { missing: Missing::Wait, ..rendering });
            self.studio = opened.inspect_err(|cause| warn!("could not show a sample: {cause}")).ok();
        }
        if let Some(studio) = &mut self.studio {
            studio.set_hints(hints);
            let milliseconds = studio.milliseconds();
            page.tell(Told { hints: quality::told(hints, page.tile()), milliseconds });
        }
    }

    fn follow_settings(&mut self) {
        if self.screen().settings() == &self.settings {
            return;
        }
        let settings = self.screen().settings().clone();
        if settings.palette != self.settings.palette {
            self.set_palette(settings.palette);
        }
        self.settings = settings;
        if let Some(stores) = &self.stores
            && let Err(cause) = stores.settings.save(self.settings.clone())
        {
            warn!("could not keep the settings: {cause}");
        }
    }

    fn resize(&mut self, width: u32, height: u32) {
        if (self.frame.width(), self.frame.height()) != (width.max(1), height.max(1)) {
            self.frame = Frame::new(width, height);
            self.stale = true;
        }
    }

    /// The frame as it should be shown now, if it is not the one that was returned before.
    pub fn frame(&mut self) -> Option<&Frame> {
        self.compose();
        if !self.is_due() {
            return None;
        }
        self.paint_board();
        self.paint_hud();
        self.samples().for_each(|side| self.paint_sample(side));
        self.lay_samples();
        Some(&self.frame)
    }

    /// The frame that was painted last.
    pub fn last_frame(&self) -> &Frame {
        &self.frame
    }

    /// Makes the list of what there is to see.
    pub fn compose(&mut self) {
        let screen = self.screen.as_ref().expect("a screen is there between turns");
        self.picture.board.clear();
        self.picture.hud.clear();
        self.picture.sample.clear();
        screen.draw_board(&mut self.picture.board);
        if let Screen::Picture(page) = screen {
            page.draw_sample(&mut self.picture.sample);
        }
        screen.draw_hud(&mut self.picture.hud);
        if self.overlay == Overlay::Shown {
            let width = self.frame.width() as i32;
            let readings = overlay::readings(&self.recorder, self.painter.hints(), screen);
            readings.draw(width, self.scale, self.settings.palette, &mut self.picture.hud);
        }
    }

    /// Whether the composed picture, or what its sprites look like by now, is not what the frame shows.
    pub fn is_due(&self) -> bool {
        self.stale || self.shown != self.picture || self.painter.has_news()
    }

    /// Paints the board of the composed picture.
    pub fn paint_board(&mut self) -> Painted {
        self.stale = true;
        self.painted = self.painter.paint_under(&self.picture.board, &self.picture.hud, &mut self.frame);
        self.painted
    }

    /// Paints what lies over the board; then the frame shows what was composed.
    pub fn paint_hud(&mut self) -> Painted {
        let painted = self.painter.paint_over(&self.picture.hud, &mut self.frame);
        self.painted = self.painted.and(painted);
        std::mem::swap(&mut self.shown, &mut self.picture);
        self.stale = false;
        painted
    }

    /// The samples to paint into the frame that was painted, as it was before and as it is now: none but on the picture
    /// page.
    pub fn samples(&self) -> impl Iterator<Item = usize> + use<> {
        let order = self.studio.as_ref().map(Studio::order);
        order.into_iter().flatten()
    }

    /// Paints a sample.
    pub fn paint_sample(&mut self, side: usize) {
        if let (Some(studio), Some(Screen::Picture(page))) = (&mut self.studio, &self.screen) {
            studio.paint(side, &self.shown.sample, page.places().size);
        }
    }

    /// Takes note of what painting a sample took.
    pub fn note_sample(&mut self, side: usize, time: Duration) {
        if let Some(studio) = &mut self.studio {
            studio.note(side, time);
        }
    }

    /// Lays the samples into the frame that was painted.
    pub fn lay_samples(&mut self) {
        if let (Some(studio), Some(Screen::Picture(page))) = (&mut self.studio, &self.screen) {
            studio.lay(&page.places(), &mut self.frame);
        }
    }

    /// Shows the board, if there is one, at so many pixels a tile.
    pub fn zoom_to(&mut self, tile: u32) {
        if let Some(Screen::Play(play)) = &mut self.screen {
            play.zoom_to(tile);
        }
    }

    /// Pixels a tile of the board in play, if there is one.
    pub fn zoom(&self) -> Option<u32> {
        let Screen::Play(play) = self.screen() else { return None };
        Some(play.view().tile())
    }

    /// Goes to this screen, which must have seen the frame's size.
    pub fn show(&mut self, screen: Screen) {
        self.screen = Some(screen);
    }

    /// Takes note of what the last frame took.
    pub fn record(&mut self, times: Stages) {
        let frame = FrameRecord { zoom: self.zoom(), hints: self.hints(), times, painted: self.painted };
        self.recorder.add(frame);
    }

    /// From now on every frame that is recorded is also written to this sink.
    ///
    /// # Errors
    /// When the sink takes nothing.
    pub fn record_to(&mut self, sink: Box<dyn Write>) -> io::Result<()> {
        self.recorder.write_to(sink)
    }

    /// How long until something has to move or to become sharp; none if nothing does until the next input.
    pub fn wake(&self) -> Option<Duration> {
        if self.screen().is_moving() || self.painter.is_waiting() {
            Some(FRAME_TIME)
        } else {
            self.watch.as_ref().filter(|_| self.screen().is_from_file()).map(|_| LOOK_EVERY)
        }
    }

    /// What the window is called.
    pub fn title(&self) -> String {
        format!("Leveret: {}", self.caption)
    }

    /// The program's sign, `size` pixels wide and high: red, green, blue and alpha, a byte each; none if it is broken.
    pub fn icon(&self, size: u32) -> Option<Vec<u8>> {
        art::icon(size).ok()
    }

    /// Whether the player wants the whole screen.
    pub fn fullscreen(&self) -> bool {
        self.settings.display == Display::FullScreen
    }

    /// The hints by which frames are painted.
    pub fn hints(&self) -> Hints {
        self.painter.hints()
    }

    /// From the next frame on, these hints.
    pub fn set_hints(&mut self, hints: Hints) {
        if self.painter.hints() != hints {
            self.painter.set_hints(hints);
            self.stale = true;
        }
    }

    fn set_palette(&mut self, palette: Palette) {
        self.stale = true;
        if let Err(cause) = self.painter.set_palette(palette) {
            warn!("could not change the colours of the drawings: {cause}");
        }
    }

    /// Bytes that the sprites at hand take.
    pub fn sprite_bytes(&self) -> usize {
        self.painter.sprite_bytes()
    }

    /// Forgets all sprites, as if no zoom had been seen before.
    pub fn forget_sprites(&mut self) {
        self.painter.forget_sprites();
        self.stale = true;
    }

    /// Returns when all sprites that the last frame was waiting for are made; the next one shows them.
    pub fn settle(&self) {
        self.painter.settle();
    }

    /// The screen that the player is on.
    pub fn screen(&self) -> &Screen {
        self.screen.as_ref().expect("a screen is there between turns")
    }
}
