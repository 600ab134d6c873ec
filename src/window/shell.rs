//! The shell around the game: winit's callbacks, in the order in which they make a frame.
//!
//! Events are queued. When a frame is due, the game gets the queued inputs and a tick, and paints if anything changed;
//! then the window is asked to redraw, and presents the last frame. When the system asks for a redraw (the window was
//! uncovered, say), the last frame is presented again. While nothing moves and no event arrives, the thread sleeps.

use std::mem;
use std::ops::ControlFlow as Turned;
use std::sync::Arc;
use std::time::{Duration, Instant};

use log::{debug, info};
use winit::application::ApplicationHandler;
use winit::dpi::{LogicalSize, PhysicalPosition, PhysicalSize};
use winit::event::WindowEvent;
use winit::event_loop::{ActiveEventLoop, ControlFlow};
use winit::monitor::MonitorHandle;
use winit::window::{Fullscreen, Icon, Window, WindowId};

use super::present::{Presented, Presenter};
#[cfg(all(unix, not(target_os = "macos")))]
use super::printed_keys::printed_keys;
use super::{EndSignal, EventQueue, FramePacing, Present, WindowError, plain_title};
use crate::app::{App, Stages, Stopwatch};
use crate::scene::Rect;
use crate::screens::{Exit, Input};

/// The size of the window when it opens, in logical pixels, if the screen is large enough.
const SIZE: LogicalSize<f64> = LogicalSize::new(1280.0, 800.0);
/// Pixels on a side; task bars and window lists scale the icon down.
const ICON_SIZE: u32 = 64;
/// The share of the width and height of a smaller screen; the rest is for task bar and window frame.
const SHARE_OF_SCREEN: f64 = 0.9;
/// The smallest size, in logical pixels, that the window manager is asked to allow; smaller windows work all the same.
const LEAST_SIZE: LogicalSize<f64> = LogicalSize::new(160.0, 120.0);
/// The time between two looks at what still happens while the window cannot be seen.
const UNSEEN: Duration = Duration::from_millis(250);
/// The time between two questions whether the window is minimised: each is a message to the display server and back.
const MINIMISING: Duration = Duration::from_millis(100);
/// Frames a second if the screen's refresh rate is unknown.
const USUAL_RATE: f64 = 60.0;

/// The game, and the window once there is one.
pub(super) struct Shell {
    app: App,
    present: Present,
    open: Option<OpenWindow>,
    started: Instant,
    failure: Option<WindowError>,
    signal: Option<EndSignal>,
}

/// The window and what belongs to it.
struct OpenWindow {
    window: Arc<Window>,
    presenter: Presenter,
    events: EventQueue,
    pacing: FramePacing,
    state: WindowState,
    /// Whether the window has the key focus. One that is minimised has not.
    focused: bool,
    /// When it was last asked whether the window is minimised.
    asked: Instant,
    /// The times of the last frame, until it is presented.
    made: Option<Stages>,
}

/// What the window was last told, so that the system hears of changes only.
struct WindowState {
    title: String,
    fullscreen: bool,
    /// The size of the last frame; none before the first.
    frame: Option<PhysicalSize<u32>>,
    /// Where the cursor of a text field is; none if no field takes what is typed.
    caret: Option<Rect>,
}

impl Shell {
    pub(super) fn new(app: App, present: Present) -> Shell {
        Shell { app, present, open: None, started: Instant::now(), failure: None, signal: None }
    }

    /// The error or the signal that ended the event loop, if there was one.
    pub(super) fn end(self) -> Result<Option<EndSignal>, WindowError> {
        self.failure.map_or(Ok(self.signal), Err)
    }

    /// Leaves the window as it is. After a panic of winit its locks are poisoned, and to drop it would panic again.
    pub(super) fn abandon_window(&mut self) {
        mem::forget(self.open.take());
    }

    fn fail(&mut self, events: &ActiveEventLoop, failure: WindowError) {
        self.failure = Some(failure);
        events.exit();
    }

    /// Makes the frame that was `due`, at the time `now`: the queued inputs, a tick for the time that passed, and painting if
    /// it can be seen.
    fn frame(&mut self, due: Instant, now: Instant) -> Turned<Exit> {
        let Some(open) = &mut self.open else { return Turned::Continue(()) };
        let app = &mut self.app;
        open.look_for_minimising(now);
        let passed = open.pacing.tick(due, app.wake(), now);
        let inputs = open.events.drain().into_iter().chain([Input::Tick(passed)]);
        if open.events.is_hidden() {
            return app.take(inputs);
        }
        let mut watch = Stopwatch::start(now);
        if let Some(times) = app.frame_timed(inputs, || watch.lap(Instant::now()))? {
            open.made = Some(times);
            open.window.request_redraw();
        }
        open.follow(app);
        Turned::Continue(())
    }

    /// When the next frame is due: at once if there is input, but never sooner than the screen can show it.
    fn due(&self) -> Option<Instant> {
        let open = self.open.as_ref()?;
        let wait = match (open.events.is_empty(), open.events.is_hidden()) {
            (false, _) => Duration::ZERO,
            (true, false) => self.app.wake()?,
            (true, true) => self.app.wake()?.max(UNSEEN),
        };
        Some(open.pacing.due(wait))
    }

    /// Presents the last frame, unless the window has another size by now: the frame of that size comes next. So nothing
    /// is presented before the first frame, or in a minimised window without area.
    fn present(&mut self) -> Result<(), WindowError> {
        let Some(open) = &mut self.open else { return Ok(()) };
        let app = &mut self.app;
        let frame = app.last_frame();
        let size = PhysicalSize::new(frame.width(), frame.height());
        if size != open.events.size() {
            return Ok(());
        }
        let start = Instant::now();
        open.window.pre_present_notify();
        match open.presenter.present(frame, &open.window)? {
            Presented::Shown => {}
            // The event of the new size may still be on its way.
            Presented::Outdated => {
                open.window.request_redraw();
                return Ok(());
            }
            Presented::Hidden => return Ok(()),
        }
        // The same frame may be presented again, but it is recorded once.
        let made = open.made.take().map(|times| Stages { copy: start.elapsed(), ..times });
        match open.state.frame.replace(size) {
            None => {
                let after = self.started.elapsed().as_millis();
                info!("first frame shown, {}x{}, after {after} ms", size.width, size.height);
            }
            Some(before) if before != size => debug!("frames are now {}x{}", size.width, size.height),
            Some(_) => {}
        }
        if let Some(times) = made {
            app.record(times);
        }
        Ok(())
    }
}

impl ApplicationHandler<EndSignal> for Shell {
    fn resumed(&mut self, events: &ActiveEventLoop) {
        if self.open.is_some() {
            return;
        }
        let opened = OpenWindow::new(events, &self.app, self.present);
        match opened {
            Ok(open) => self.open = Some(open),
            Err(failure) => self.fail(events, failure),
        }
    }

    fn window_event(&mut self, events: &ActiveEventLoop, _: WindowId, event: WindowEvent) {
        if event == WindowEvent::Destroyed {
            self.fail(events, WindowError::lost());
        } else if event == WindowEvent::RedrawRequested {
            if let Some(open) = self.open.as_mut().filter(|open| open.events.is_hidden()) {
                open.ask_whether_minimised();
            }
            if let Err(failure) = self.present() {
                self.fail(events, failure);
            }
        } else if let Some(open) = &mut self.open {
            open.events.push(&event);
            if let WindowEvent::Focused(focused) = event {
                info!("focus {focused}");
                open.focused = focused;
                // The layout may have changed meanwhile.
                if focused {
                    open.events.note_printed_keys(printed_keys());
                }
                open.ask_whether_minimised();
            }
        }
    }

    fn user_event(&mut self, events: &ActiveEventLoop, signal: EndSignal) {
        info!("ended by signal {}", signal.0);
        self.signal = Some(signal);
        events.exit();
    }

    fn about_to_wait(&mut self, events: &ActiveEventLoop) {
        let now = Instant::now();
        if let Some(due) = self.due().filter(|due| *due <= now) {
            match self.frame(due, now) {
                Turned::Continue(()) => {}
                Turned::Break(Exit::Quit) => {
                    info!("the player leaves");
                    return events.exit();
                }
            }
        }
        events.set_control_flow(self.due().map_or(ControlFlow::Wait, ControlFlow::WaitUntil));
    }
}

impl OpenWindow {
    fn new(events: &ActiveEventLoop, app: &App, present: Present) -> Result<OpenWindow, WindowError> {
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
    fn look_for_minimising(&mut self, now: Instant) {
        if !self.focused && now.saturating_duration_since(self.asked) >= MINIMISING {
            self.asked = now;
            self.ask_whether_minimised();
        }
    }

    fn ask_whether_minimised(&mut self) {
        self.events.set_minimised(self.window.is_minimized() == Some(true));
    }

    /// Applies the title and the full screen mode that the game wants.
    fn follow(&mut self, app: &App) {
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
}

impl OpenWindow {
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

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn printed_keys() -> Vec<(char, char)> {
    Vec::new()
}

fn start_size(monitor: &MonitorHandle) -> LogicalSize<f64> {
    let screen: LogicalSize<f64> = monitor.size().to_logical(monitor.scale_factor());
    LogicalSize::new(
        SIZE.width.min(screen.width * SHARE_OF_SCREEN).max(LEAST_SIZE.width),
        SIZE.height.min(screen.height * SHARE_OF_SCREEN).max(LEAST_SIZE.height),
    )
}

/// The time of one frame on this screen. Virtual screens report odd rates or none; rates outside 30 to 360 Hz are ignored.
fn shortest_frame(monitor: &MonitorHandle) -> Duration {
    let rate = monitor.refresh_rate_millihertz().map(|millihertz| f64::from(millihertz) / 1000.0);
    frame_time(rate.filter(|rate| (30.0..=360.0).contains(rate)).unwrap_or(USUAL_RATE))
}

fn frame_time(rate: f64) -> Duration {
    Duration::from_secs_f64(1.0 / rate)
}
