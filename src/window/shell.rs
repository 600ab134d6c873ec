//! The shell around the game: winit's callbacks, in the order in which they make a frame.
//!
//! Events are queued. When a frame is due, the game gets the queued inputs and a tick, and paints if anything changed;
//! then the window is asked to redraw, and presents the last frame. When the system asks for a redraw (the window was
//! uncovered, say), the last frame is presented again. While nothing moves and no event arrives, the thread sleeps.

use std::mem;
use std::ops::ControlFlow as Turned;
use std::time::{Duration, Instant};

use log::{debug, info};
use winit::application::ApplicationHandler;
use winit::dpi::PhysicalSize;
use winit::event::WindowEvent;
use winit::event_loop::{ActiveEventLoop, ControlFlow};
use winit::window::WindowId;

use super::open_window::OpenWindow;
use super::present::Presented;
#[cfg(all(unix, not(target_os = "macos")))]
use super::printed_keys::printed_keys;
use super::{EndSignal, Present, WindowError};
use crate::app::{App, Stages, Stopwatch};
use crate::screens::{Exit, Input};

/// The time between two looks at what still happens while the window cannot be seen.
const UNSEEN: Duration = Duration::from_millis(250);

/// The game, and the window once there is one.
pub(super) struct Shell {
    app: App,
    present: Present,
    open: Option<OpenWindow>,
    started: Instant,
    failure: Option<WindowError>,
    signal: Option<EndSignal>,
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

    /// Makes the frame that was `due`, at the time `now`: the queued inputs, a tick for the time that passed, and
    /// painting if it can be seen.
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

    /// Presents the last frame, unless the window has another size by now: the frame of that size comes next. So
    /// nothing is presented before the first frame, or in a minimised window without area.
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
            match open.state.frame {
                None => open.events.push_early(&event),
                Some(_) => open.events.push(&event),
            }
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
        // It is an end as any other for what is played: the program ends in any case.
        let _ = self.app.turn(Input::CloseRequested);
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

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn printed_keys() -> Vec<(char, char)> {
    Vec::new()
}
