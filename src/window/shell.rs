//! What lies around the game in its window: winit's callbacks, in the order in which a frame comes about.
//!
//! Events are gathered as they come. When a frame is due they are handed to the game, then a tick, and the game draws
//! if anything changed; then the window is asked to redraw, and presents the last frame. Whenever the window itself
//! asks for a redraw (it was uncovered, say), the same last frame is presented again. While nothing moves and no event
//! comes, the thread sleeps.

use std::ops::ControlFlow as Turned;
use std::sync::Arc;
use std::time::{Duration, Instant};

use log::{debug, info};
use winit::application::ApplicationHandler;
use winit::dpi::{LogicalSize, PhysicalSize};
use winit::event::WindowEvent;
use winit::event_loop::{ActiveEventLoop, ControlFlow};
use winit::monitor::MonitorHandle;
use winit::window::{Fullscreen, Icon, Window, WindowId};

use super::present::Presenter;
use super::{Gather, Pace, Present, WindowError};
use crate::app::{App, Stages, Stopwatch};
use crate::screens::{Exit, Input};

/// The size to start with, in logical pixels, where the screen is large enough.
const SIZE: LogicalSize<f64> = LogicalSize::new(1280.0, 800.0);
/// Task bars and window lists scale it down.
const ICON_SIZE: u32 = 64;
/// The share of a smaller screen's width and height to take: it has a task bar, and windows have frames.
const SHARE_OF_SCREEN: f64 = 0.9;
/// Below this nobody can play, but nothing breaks either.
const LEAST_SIZE: LogicalSize<f64> = LogicalSize::new(160.0, 120.0);
/// Frames a second where the screen does not say how many it shows.
const USUAL_RATE: f64 = 60.0;

/// The game, and the window once there is one.
pub(super) struct Shell {
    app: App,
    present: Present,
    open: Option<Open>,
    started: Instant,
    failure: Option<WindowError>,
}

/// What there is once the system has given us a window.
struct Open {
    window: Arc<Window>,
    presenter: Presenter,
    gather: Gather,
    pace: Pace,
    shown: Shown,
    /// What the last frame took, until it is presented.
    made: Option<Stages>,
}

/// What the window shows now, so that only changes are told to the system.
struct Shown {
    title: String,
    fullscreen: bool,
    /// The size of the last frame; `None` before the first.
    frame: Option<PhysicalSize<u32>>,
}

impl Shell {
    pub(super) fn new(app: App, present: Present) -> Shell {
        Shell { app, present, open: None, started: Instant::now(), failure: None }
    }

    /// How it ended, after the event loop has.
    pub(super) fn end(self) -> Result<(), WindowError> {
        self.failure.map_or(Ok(()), Err)
    }

    fn fail(&mut self, events: &ActiveEventLoop, failure: WindowError) {
        self.failure = Some(failure);
        events.exit();
    }

    /// Hands over what was gathered, then the time that passed; the frame was `due` and comes `now`.
    fn frame(&mut self, due: Instant, now: Instant) -> Turned<Exit> {
        let Some(open) = &mut self.open else { return Turned::Continue(()) };
        let passed = open.pace.tick(due, self.app.wake(), now);
        let inputs = open.gather.drain().into_iter().chain([Input::Tick(passed)]);
        let mut watch = Stopwatch::start(now);
        if let Some(times) = self.app.frame_timed(inputs, || watch.lap(Instant::now()))? {
            open.made = Some(times);
            open.window.request_redraw();
        }
        open.follow(&self.app);
        Turned::Continue(())
    }

    /// When the game wants its next frame: at once if there is input, but never sooner than the screen can show it.
    fn due(&self) -> Option<Instant> {
        let open = self.open.as_ref()?;
        let wait = if open.gather.is_empty() { self.app.wake()? } else { Duration::ZERO };
        Some(open.pace.due(wait))
    }

    /// Shows the last frame, unless the window has another size by now: then the frame of that size is on its way. So
    /// nothing is shown before the first frame, and nothing in a minimised window without area.
    fn present(&mut self) -> Result<(), WindowError> {
        let Some(open) = &mut self.open else { return Ok(()) };
        let frame = self.app.last_frame();
        let size = PhysicalSize::new(frame.width(), frame.height());
        if size != open.gather.size() {
            return Ok(());
        }
        let start = Instant::now();
        open.window.pre_present_notify();
        open.presenter.present(frame, &open.window)?;
        // The same frame may be presented again, but it is recorded once.
        let made = open.made.take().map(|times| Stages { copy: start.elapsed(), ..times });
        match open.shown.frame.replace(size) {
            None => {
                let after = self.started.elapsed().as_millis();
                info!("first frame shown, {}x{}, after {after} ms", size.width, size.height);
            }
            Some(before) if before != size => debug!("frames are now {}x{}", size.width, size.height),
            Some(_) => {}
        }
        if let Some(times) = made {
            self.app.record(times);
        }
        Ok(())
    }
}

impl ApplicationHandler for Shell {
    fn resumed(&mut self, events: &ActiveEventLoop) {
        if self.open.is_some() {
            return;
        }
        match Open::new(events, &self.app, self.present) {
            Ok(open) => self.open = Some(open),
            Err(failure) => self.fail(events, failure),
        }
    }

    fn window_event(&mut self, events: &ActiveEventLoop, _: WindowId, event: WindowEvent) {
        if let WindowEvent::Focused(focused) = event {
            info!("focus {focused}");
        }
        if event == WindowEvent::RedrawRequested {
            if let Err(failure) = self.present() {
                self.fail(events, failure);
            }
        } else if let Some(open) = &mut self.open {
            open.gather.event(&event);
        }
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

impl Open {
    fn new(events: &ActiveEventLoop, app: &App, present: Present) -> Result<Open, WindowError> {
        let monitor = events.primary_monitor().or_else(|| events.available_monitors().next());
        let title = app.title();
        let attributes = Window::default_attributes()
            .with_title(&title)
            .with_window_icon(app.icon(ICON_SIZE).and_then(|icon| Icon::from_rgba(icon, ICON_SIZE, ICON_SIZE).ok()))
            .with_inner_size(monitor.as_ref().map_or(SIZE, start_size))
            .with_min_inner_size(LEAST_SIZE);
        let window =
            Arc::new(events.create_window(attributes).map_err(|cause| WindowError::window(&cause.to_string()))?);
        let presenter = Presenter::open(present, &window)?;
        let gather = Gather::new(window.inner_size(), window.scale_factor());
        let pace = Pace::new(monitor.as_ref().map_or_else(|| frame_time(USUAL_RATE), shortest_frame), Instant::now());
        let mut open = Open {
            window,
            presenter,
            gather,
            pace,
            shown: Shown { title, fullscreen: false, frame: None },
            made: None,
        };
        open.follow(app);
        Ok(open)
    }

    /// Makes the window what the game wants it to be.
    fn follow(&mut self, app: &App) {
        let title = app.title();
        if title != self.shown.title {
            self.window.set_title(&title);
            self.shown.title = title;
        }
        if app.fullscreen() != self.shown.fullscreen {
            self.shown.fullscreen = app.fullscreen();
            self.window.set_fullscreen(self.shown.fullscreen.then_some(Fullscreen::Borderless(None)));
        }
    }
}

fn start_size(monitor: &MonitorHandle) -> LogicalSize<f64> {
    let screen: LogicalSize<f64> = monitor.size().to_logical(monitor.scale_factor());
    LogicalSize::new(
        SIZE.width.min(screen.width * SHARE_OF_SCREEN).max(LEAST_SIZE.width),
        SIZE.height.min(screen.height * SHARE_OF_SCREEN).max(LEAST_SIZE.height),
    )
}

/// One frame of the screen. Virtual screens give odd rates or none; those outside 30 to 360 a second are not believed.
fn shortest_frame(monitor: &MonitorHandle) -> Duration {
    let rate = monitor.refresh_rate_millihertz().map(|millihertz| f64::from(millihertz) / 1000.0);
    frame_time(rate.filter(|rate| (30.0..=360.0).contains(rate)).unwrap_or(USUAL_RATE))
}

fn frame_time(rate: f64) -> Duration {
    Duration::from_secs_f64(1.0 / rate)
}
