//! The game without a window: inputs in, frames out.
//!
//! A frame goes through named stages: the screen takes its inputs ([`App::turn`]), says what there is to see
//! ([`App::compose`]), and the painter draws the board ([`App::paint_board`]) and what lies over it
//! ([`App::paint_hud`]). The window calls [`App::frame`], which does these in order and leaves out what would change
//! nothing; the benchmark calls the stages one by one, with a clock between them.

mod store;
mod watch;

use std::ops::ControlFlow;
use std::path::Path;
use std::time::Duration;

use log::{info, warn};

use crate::level::Level;
pub use crate::raster::Frame;
use crate::raster::art::{self, ArtError};
use crate::raster::{Hints, Painted, Painter, Rendering};
use crate::scene::Item;
use crate::screens::{Exit, Input, Key, Screen};
pub use store::{Found, Store};
use watch::{LOOK_EVERY, Watch};

/// While something moves, a frame is due this often.
const FRAME: Duration = Duration::from_nanos(1_000_000_000 / 60);

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
    caption: String,
    fullscreen: bool,
    /// Where progress is kept, if it is.
    store: Option<Store>,
    /// The file of the level in play, if it came from one.
    watch: Option<Watch>,
}

/// All items of a frame, the board's apart from those that lie over it.
#[derive(Debug, Clone, Default, PartialEq)]
struct Picture {
    board: Vec<Item>,
    hud: Vec<Item>,
}

impl App {
    /// A game that opens on this screen, and is painted like this.
    ///
    /// # Errors
    /// When the art in the binary is broken.
    pub fn new(screen: Screen, rendering: Rendering) -> Result<App, ArtError> {
        let caption = screen.caption();
        info!("screen {caption}");
        Ok(App {
            screen: Some(screen),
            painter: Painter::new(rendering)?,
            frame: Frame::new(1, 1),
            picture: Picture::default(),
            shown: Picture::default(),
            stale: true,
            caption,
            fullscreen: false,
            store: None,
            watch: None,
        })
    }

    /// From now on, what the player achieves is kept here, level by level.
    pub fn keep_progress(&mut self, store: Store) {
        self.store = Some(store);
    }

    /// The level in play comes from this file: when it changes, so does the play.
    pub fn watch(&mut self, path: &Path) {
        self.watch = Some(Watch::new(path));
    }

    /// Takes one input.
    pub fn turn(&mut self, input: Input) -> ControlFlow<Exit> {
        match input {
            Input::Resize { width, height, .. } => self.resize(width, height),
            Input::Key(Key::Function(11)) => self.fullscreen = !self.fullscreen,
            Input::Tick(passed) => self.look_at_file(passed),
            Input::Dropped(ref path) => self.open(path),
            _ => {}
        }
        let screen = self.screen.take().expect("a screen is there between turns");
        self.screen = Some(screen.turn(input)?);
        let caption = self.screen().caption();
        if caption != self.caption {
            info!("screen {caption}");
            self.caption = caption;
            self.save_progress();
        }
        ControlFlow::Continue(())
    }

    /// Plays a file that was dropped on the window, and watches it from now on.
    fn open(&mut self, path: &Path) {
        let level = Level::read(path).map_err(|error| error.to_string());
        info!("opened `{}`", path.display());
        self.watch(path);
        self.screen = self.screen.take().map(|screen| screen.bring(level));
    }

    fn look_at_file(&mut self, passed: Duration) {
        let Some(watch) = &mut self.watch else { return };
        if watch.has_changed(passed) {
            info!("read `{}` again", watch.path().display());
            let level = Level::read(watch.path()).map_err(|error| error.to_string());
            self.screen = self.screen.take().map(|screen| screen.edited(level));
        }
    }

    /// Results change when a screen does.
    fn save_progress(&mut self) {
        let Some(store) = &mut self.store else { return };
        let screen = self.screen.as_ref().expect("a screen is there between turns");
        if let Err(cause) = store.save(screen.progress()) {
            warn!("could not keep the progress: {cause}");
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
        if !self.stale && self.shown == self.picture {
            return None;
        }
        self.paint_board();
        self.paint_hud();
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
        screen.draw_board(&mut self.picture.board);
        screen.draw_hud(&mut self.picture.hud);
    }

    /// Paints the board of the composed picture.
    pub fn paint_board(&mut self) -> Painted {
        self.stale = true;
        self.painter.paint_under(&self.picture.board, &self.picture.hud, &mut self.frame)
    }

    /// Paints what lies over the board; then the frame shows what was composed.
    pub fn paint_hud(&mut self) -> Painted {
        let painted = self.painter.paint_over(&self.picture.hud, &mut self.frame);
        std::mem::swap(&mut self.shown, &mut self.picture);
        self.stale = false;
        painted
    }

    /// Shows the board, if there is one, at so many pixels a tile.
    pub fn zoom_to(&mut self, tile: u32) {
        if let Some(Screen::Play(play)) = &mut self.screen {
            play.zoom_to(tile);
        }
    }

    /// How long until something has to move; none if nothing does until the next input.
    pub fn wake(&self) -> Option<Duration> {
        if self.screen().is_moving() { Some(FRAME) } else { self.watch.as_ref().map(|_| LOOK_EVERY) }
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
        self.fullscreen
    }

    /// From the next frame on, these hints.
    pub fn set_hints(&mut self, hints: Hints) {
        if self.painter.hints() != hints {
            self.painter.set_hints(hints);
            self.stale = true;
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

    /// The screen that the player is on.
    pub fn screen(&self) -> &Screen {
        self.screen.as_ref().expect("a screen is there between turns")
    }
}
