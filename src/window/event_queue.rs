//! Event coalescing: from winit's events to the game's inputs.
//!
//! A touchpad sends several wheel events a frame and a mouse up to a thousand moves a second; the game wants one of
//! each. So events between two frames are queued here, and successive ones of a kind become one.

use log::{debug, info};
use winit::dpi::{PhysicalPosition, PhysicalSize};
use winit::event::{ElementState, Ime, MouseButton, MouseScrollDelta, WindowEvent};
use winit::keyboard::ModifiersState;
use winit::platform::modifier_supplement::KeyEventExtModifierSupplement;

use super::keyboard::{KeyReport, stroke};
use crate::screens::{Input, Point, PointerButton};

/// Pixels, at scale 1, that a touchpad scrolls for one notch of a wheel.
const PIXELS_A_NOTCH: f64 = 50.0;

/// The inputs since the last frame, in order.
#[derive(Debug)]
pub struct EventQueue {
    inputs: Vec<Input>,
    size: PhysicalSize<u32>,
    /// Physical pixels per logical one.
    scale: f64,
    modifiers: ModifiersState,
    /// Something covers all of the window.
    occluded: bool,
    minimised: bool,
    /// Whether the game was told that nothing can be seen.
    hidden: bool,
    /// Where the pointer lay when the window opened under it. Until it moves it means nothing, unless a button goes
    /// down.
    resting: Option<Point>,
}

impl EventQueue {
    /// A queue with one input: the size, in physical pixels, and the scale of the window when it opens.
    pub fn new(size: PhysicalSize<u32>, scale: f64) -> EventQueue {
        let mut queue = EventQueue {
            inputs: Vec::new(),
            size,
            scale,
            modifiers: ModifiersState::empty(),
            occluded: false,
            minimised: false,
            hidden: false,
            resting: None,
        };
        queue.resize();
        queue
    }

    pub fn is_empty(&self) -> bool {
        self.inputs.is_empty()
    }

    /// The size of the window, in physical pixels. It may be 0 by 0: some systems minimise like that.
    pub fn size(&self) -> PhysicalSize<u32> {
        self.size
    }

    /// Queues one event of the window. Events without an input of the game are ignored.
    pub fn push(&mut self, event: &WindowEvent) {
        match event {
            WindowEvent::Resized(size) => {
                self.size = *size;
                self.resize();
            }
            WindowEvent::ScaleFactorChanged { scale_factor, .. } => {
                self.scale = *scale_factor;
                self.resize();
            }
            WindowEvent::CursorMoved { position, .. } => {
                let point = point(*position);
                if self.resting != Some(point) {
                    self.resting = None;
                    self.coalesce(Input::PointerMoved(point));
                }
            }
            WindowEvent::CursorLeft { .. } => self.inputs.push(Input::PointerLeft),
            WindowEvent::MouseInput { state, button, .. } => {
                let Some(button) = mouse_button(*button) else { return };
                self.inputs.extend(self.resting.take().map(Input::PointerMoved));
                self.inputs.push(match state {
                    ElementState::Pressed => Input::Press(button),
                    ElementState::Released => Input::Release(button),
                });
            }
            WindowEvent::MouseWheel { delta, .. } => {
                self.inputs.extend(self.resting.take().map(Input::PointerMoved));
                self.coalesce(Input::Wheel(self.notches(*delta)));
            }
            // The delta of a cancelled gesture is not a number.
            WindowEvent::PinchGesture { delta, .. } if delta.is_finite() => self.coalesce(Input::Pinch(*delta as f32)),
            // Synthetic presses are keys that were already down when the window got the focus.
            WindowEvent::KeyboardInput { event, is_synthetic: false, .. } if event.state.is_pressed() => {
                let report = KeyReport {
                    place: event.physical_key,
                    meaning: &event.logical_key,
                    unmodified: &event.key_without_modifiers(),
                    text: event.text.as_deref(),
                    repeat: event.repeat,
                    modifiers: self.modifiers,
                };
                self.inputs.extend(stroke(&report).map(Input::Stroke));
            }
            WindowEvent::Ime(Ime::Commit(text)) => self.inputs.push(Input::Text(text.clone())),
            WindowEvent::Ime(Ime::Preedit(text, cursor)) => {
                let cursor = cursor.map_or(text.len(), |(_, end)| end);
                self.inputs.push(Input::Preedit { text: text.clone(), cursor });
            }
            WindowEvent::Ime(Ime::Disabled) => self.inputs.push(Input::Preedit { text: String::new(), cursor: 0 }),
            WindowEvent::ModifiersChanged(modifiers) => self.modifiers = modifiers.state(),
            WindowEvent::Focused(focused) => self.inputs.push(Input::Focus(*focused)),
            WindowEvent::Occluded(occluded) => {
                self.occluded = *occluded;
                self.follow_visibility();
            }
            WindowEvent::DroppedFile(path) => self.inputs.push(Input::Dropped(path.clone())),
            WindowEvent::CloseRequested => self.inputs.push(Input::CloseRequested),
            _ => {}
        }
    }

    /// Queues one event of a window of which nothing was shown yet: a pointer that lies where it opens has not moved.
    pub fn push_early(&mut self, event: &WindowEvent) {
        match event {
            WindowEvent::CursorMoved { position, .. } => self.resting = Some(point(*position)),
            event => self.push(event),
        }
    }

    /// Queues what is printed on keys, if the system has told of any.
    pub fn note_printed_keys(&mut self, keys: Vec<(char, char)>) {
        if !keys.is_empty() {
            debug!("{} keys are known by what is printed on them", keys.len());
            self.inputs.push(Input::PrintedKeys(keys));
        }
    }

    /// Takes all inputs out of the queue.
    pub fn drain(&mut self) -> Vec<Input> {
        std::mem::take(&mut self.inputs)
    }

    /// Whether nothing of the window can be seen.
    pub fn is_hidden(&self) -> bool {
        self.hidden
    }

    /// Not every system sends an event when a window is minimised, or restored.
    pub fn set_minimised(&mut self, minimised: bool) {
        self.minimised = minimised;
        self.follow_visibility();
    }

    fn follow_visibility(&mut self) {
        let hidden = self.occluded || self.minimised || self.size.width == 0 || self.size.height == 0;
        if hidden != self.hidden {
            info!("the window is {}", if hidden { "hidden" } else { "shown" });
            self.hidden = hidden;
            self.inputs.push(if hidden { Input::Hidden } else { Input::Shown });
        }
    }

    /// A window without area shows nothing, so the game keeps the size it had.
    fn resize(&mut self) {
        let PhysicalSize { width, height } = self.size;
        if width > 0 && height > 0 {
            self.coalesce(Input::Resize { width, height, scale: self.scale as f32 });
        }
        self.follow_visibility();
    }

    /// Notches of a wheel, positive away from the player.
    fn notches(&self, delta: MouseScrollDelta) -> f32 {
        match delta {
            MouseScrollDelta::LineDelta(_, lines) => lines,
            MouseScrollDelta::PixelDelta(pixels) => (pixels.y / (PIXELS_A_NOTCH * self.scale)) as f32,
        }
    }

    /// Merges `input` into an earlier one of its kind, unless there is one in between whose meaning depends on the
    /// order: a click belongs where the pointer was.
    fn coalesce(&mut self, input: Input) {
        for earlier in self.inputs.iter_mut().rev().take_while(|earlier| is_continuous(earlier)) {
            match (earlier, &input) {
                (Input::Wheel(sum), Input::Wheel(more)) => return *sum += more,
                (Input::Pinch(sum), Input::Pinch(more)) => return *sum = (1.0 + *sum) * (1.0 + more) - 1.0,
                (earlier @ Input::PointerMoved(_), Input::PointerMoved(_))
                | (earlier @ Input::Resize { .. }, Input::Resize { .. }) => return *earlier = input,
                _ => {}
            }
        }
        self.inputs.push(input);
    }
}

fn point(position: PhysicalPosition<f64>) -> Point {
    Point::new(position.x as f32, position.y as f32)
}

fn mouse_button(button: MouseButton) -> Option<PointerButton> {
    match button {
        MouseButton::Left => Some(PointerButton::Primary),
        MouseButton::Middle => Some(PointerButton::Middle),
        MouseButton::Right => Some(PointerButton::Secondary),
        MouseButton::Back | MouseButton::Forward | MouseButton::Other(_) => None,
    }
}

/// Whether a later input of its kind can be merged into this one.
fn is_continuous(input: &Input) -> bool {
    match input {
        Input::Resize { .. } | Input::PointerMoved(_) | Input::Wheel(_) | Input::Pinch(_) => true,
        Input::Tick(_)
        | Input::PointerLeft
        | Input::Press(_)
        | Input::Release(_)
        | Input::Stroke(_)
        | Input::Text(_)
        | Input::Preedit { .. }
        | Input::PrintedKeys(_)
        | Input::Key(_)
        | Input::Edit(_)
        | Input::Hidden
        | Input::Shown
        | Input::Focus(_)
        | Input::Dropped(_)
        | Input::Answered(_)
        | Input::CloseRequested => false,
    }
}
