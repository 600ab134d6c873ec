//! The open window: what belongs to it, and how it follows what the game wants.

use std::sync::Arc;
use std::time::{Duration, Instant};

use winit::dpi::{LogicalSize, PhysicalPosition, PhysicalSize};
use winit::event_loop::ActiveEventLoop;
use winit::monitor::MonitorHandle;
use winit::window::{Fullscreen, Icon, Window};

use super::present::Presenter;
use super::{EventQueue, FramePacing, Present, WindowError, plain_title};
use crate::app::{App, Stages};
use crate::scene::Rect;

/// The size of the window when it opens, in logical pixels, if the screen is large enough.
const SIZE: LogicalSize<f64> = LogicalSize::new(1280.0, 800.0);
/// Pixels on a side; task bars and window lists scale the icon down.
const ICON_SIZE: u32 = 64;
/// The share of the width and height of a smaller screen; the rest is for task bar and window frame.
const SHARE_OF_SCREEN: f64 = 0.9;
/// The smallest size, in logical pixels, that the window manager is asked to allow; smaller windows work all the same.
const LEAST_SIZE: LogicalSize<f64> = LogicalSize::new(160.0, 120.0);
/// The time between two questions whether the window is minimised: each is a message to the display server and back.
const MINIMISING: Duration = Duration::from_millis(100);
/// Frames a second if the screen's refresh rate is unknown.
const USUAL_RATE: f64 = 60.0;

/// The window and what belongs to it.
pub(super) struct OpenWindow {
    pub(super) window: Arc<Window>,
    pub(super) presenter: Presenter,
    pub(super) events: EventQueue,
    pub(super) pacing: FramePacing,
    pub(super) state: WindowState,
    /// Whether the window has the key focus. One that is minimised has not.
    pub(super) focused: bool,
    /// When it was last asked whether the window is minimised.
    asked: Instant,
    /// The times of the last frame, until it is presented.
    pub(super) made: Option<Stages>,
}

/// What the window was last told, so that the system hears of changes only.
pub(super) struct WindowState {
    title: String,
    fullscreen: bool,
    /// The size of the last frame; none before the first.
    pub(super) frame: Option<PhysicalSize<u32>>,
    /// Where the cursor of a text field is; none if no field takes what is typed.
    caret: Option<Rect>,
}

impl OpenWindow {
    pub(super) fn new(events: &ActiveEventLoop, app: &App, present: Present) -> Result<OpenWindow, WindowError> {
        let monitor = events.primary_monitor().or_else(|| events.available_monitors().next());
        let title = plain_title(&app.title());
        let attributes = Window::default_attributes()
            .with_title(&title)
            .with_window_icon(app.icon(ICON_SIZE).and_then(|icon| Icon::from_rgba(icon, ICON_SIZE, ICON_SIZE).ok()))
            .with_inner_size(monitor.as_ref().map_or(SIZE, start_size))
            .with_min_inner_size(LEAST_SIZE);
        let window =
            Arc::new(events.create_window(attributes).map_err(|cause| WindowError::window(&cause.to_string()))?);
        let presenter = Presenter::open(present, &window)?;
        let queue = EventQueue::new(window.inner_size(), window.scale_factor());
        let pacing =
            FramePacing::new(monitor.as_ref().map_or_else(|| frame_time(USUAL_RATE), shortest_frame), Instant::now());
        let state = WindowState { title, fullscreen: false, frame: None, caret: None };
        let (focused, asked) = (false, Instant::now());
        let mut open = OpenWindow { window, presenter, events: queue, pacing, state, focused, asked, made: None };
        open.follow(app);
        Ok(open)
    }

    /// Not every system says so when it minimises a window: one without the focus is asked, now and then.
    pub(super) fn look_for_minimising(&mut self, now: Instant) {
        if !self.focused && now.saturating_duration_since(self.asked) >= MINIMISING {
            self.asked = now;
            self.ask_whether_minimised();
        }
    }

    pub(super) fn ask_whether_minimised(&mut self) {
        self.events.set_minimised(self.window.is_minimized() == Some(true));
    }

    /// Applies the title and the full screen mode that the game wants.
    pub(super) fn follow(&mut self, app: &App) {
        let title = plain_title(&app.title());
        if title != self.state.title {
            self.window.set_title(&title);
            self.state.title = title;
        }
        self.follow_caret(app.caret_area());
        if app.fullscreen() != self.state.fullscreen {
            self.state.fullscreen = app.fullscreen();
            self.window.set_fullscreen(self.state.fullscreen.then_some(Fullscreen::Borderless(None)));
        }
    }

    /// Input methods compose text while a field takes it, and show their choices at its cursor.
    fn follow_caret(&mut self, caret: Option<Rect>) {
        if caret == self.state.caret {
            return;
        }
        if caret.is_some() != self.state.caret.is_some() {
            self.window.set_ime_allowed(caret.is_some());
        }
        if let Some(Rect { x, y, width, height }) = caret {
            let size = PhysicalSize::new(width.max(1) as u32, height.max(1) as u32);
            self.window.set_ime_cursor_area(PhysicalPosition::new(x, y), size);
        }
        self.state.caret = caret;
    }
}

fn start_size(monitor: &MonitorHandle) -> LogicalSize<f64> {
    let screen: LogicalSize<f64> = monitor.size().to_logical(monitor.scale_factor());
    LogicalSize::new(
        SIZE.width.min(screen.width * SHARE_OF_SCREEN).max(LEAST_SIZE.width),
        SIZE.height.min(screen.height * SHARE_OF_SCREEN).max(LEAST_SIZE.height),
    )
}

/// The time of one frame on this screen. Virtual screens report odd rates or none; rates outside 30 to 360 Hz are
/// ignored.
fn shortest_frame(monitor: &MonitorHandle) -> Duration {
    let rate = monitor.refresh_rate_millihertz().map(|millihertz| f64::from(millihertz) / 1000.0);
    frame_time(rate.filter(|rate| (30.0..=360.0).contains(rate)).unwrap_or(USUAL_RATE))
}

fn frame_time(rate: f64) -> Duration {
    Duration::from_secs_f64(1.0 / rate)
}
