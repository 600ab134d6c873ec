//! Event coalescing and frame pacing.

use std::time::{Duration, Instant};

use leveret::screens::{Input, Point, PointerButton};
use leveret::window::{EventQueue, FramePacing};
use winit::dpi::{PhysicalPosition, PhysicalSize};
use winit::event::{DeviceId, ElementState, Ime, MouseButton, MouseScrollDelta, TouchPhase, WindowEvent};

const FRAME: Duration = Duration::from_millis(10);

#[test]
fn what_continues_within_a_frame_is_one_input() {
    let events = [moved(1.0, 1.0), wheel(1.0), moved(2.0, 3.0), wheel(0.5), resized(640, 480), resized(800, 600)];
    check(&events, &[point(2.0, 3.0), Input::Wheel(1.5), resize(800, 600)]);
}

#[test]
fn a_click_stays_where_the_pointer_was() {
    let events = [moved(1.0, 1.0), press(MouseButton::Left), moved(9.0, 9.0), release(MouseButton::Left)];
    check(
        &events,
        &[
            point(1.0, 1.0),
            Input::Press(PointerButton::Primary),
            point(9.0, 9.0),
            Input::Release(PointerButton::Primary),
        ],
    );
}

/// The pointer that lies where the window opens lights nothing up, so that Enter is what the screen says.
#[test]
fn a_pointer_that_has_not_moved_means_nothing_until_it_clicks() {
    let mut queue = EventQueue::new(PhysicalSize::new(400, 300), 1.0);
    queue.drain();
    queue.push_early(&moved(5.0, 5.0));
    queue.push(&moved(5.0, 5.0));
    assert_eq!(queue.drain(), []);
    queue.push(&press(MouseButton::Left));
    assert_eq!(queue.drain(), [point(5.0, 5.0), Input::Press(PointerButton::Primary)]);

    queue.push_early(&moved(5.0, 5.0));
    queue.push(&moved(6.0, 5.0));
    queue.push(&moved(5.0, 5.0));
    queue.push(&wheel(1.0));
    assert_eq!(queue.drain(), [point(5.0, 5.0), Input::Wheel(1.0)]);
}

#[test]
fn an_input_method_composes_and_types() {
    let composed = |text: &str, cursor| WindowEvent::Ime(Ime::Preedit(text.to_owned(), cursor));
    let preedit = |text: &str, cursor| Input::Preedit { text: text.to_owned(), cursor };
    check(
        &[
            WindowEvent::Ime(Ime::Enabled),
            composed("にほ", Some((3, 3))),
            composed("", None),
            WindowEvent::Ime(Ime::Commit("日本".to_owned())),
            WindowEvent::Ime(Ime::Disabled),
        ],
        &[preedit("にほ", 3), preedit("", 0), Input::Text("日本".to_owned()), preedit("", 0)],
    );
}

#[test]
fn buttons_without_a_meaning_do_nothing() {
    check(
        &[press(MouseButton::Back), press(MouseButton::Other(11)), press(MouseButton::Right)],
        &[Input::Press(PointerButton::Secondary)],
    );
}

#[test]
fn a_touchpad_scrolls_by_the_same_distance_at_any_scale() {
    let mut queue = EventQueue::new(PhysicalSize::new(400, 300), 2.0);
    let first = queue.drain();
    assert_eq!(first, [Input::Resize { width: 400, height: 300, scale: 2.0 }]);
    queue.push(&wheel_by(MouseScrollDelta::PixelDelta(PhysicalPosition::new(0.0, 100.0))));
    assert_eq!(queue.drain(), [Input::Wheel(1.0)]);
}

#[test]
fn a_window_without_area_is_no_news() {
    let mut queue = EventQueue::new(PhysicalSize::new(400, 300), 1.0);
    queue.drain();
    queue.push(&resized(0, 0));
    assert_eq!(queue.drain(), [Input::Hidden]);
    assert_eq!(queue.size(), PhysicalSize::new(0, 0));
    queue.push(&resized(400, 300));
    assert_eq!(queue.drain(), [resize(400, 300), Input::Shown]);
}

#[test]
fn a_window_that_cannot_be_seen_is_told_once() {
    let occluded = WindowEvent::Occluded;
    check(&[occluded(false)], &[]);
    check(&[occluded(true), occluded(true)], &[Input::Hidden]);
    check(&[occluded(true), occluded(false)], &[Input::Hidden, Input::Shown]);
    check(&[resized(0, 300), occluded(true), resized(400, 300)], &[Input::Hidden, resize(400, 300)]);

    let mut queue = EventQueue::new(PhysicalSize::new(400, 300), 1.0);
    queue.drain();
    queue.set_minimised(true);
    queue.push(&occluded(true));
    queue.set_minimised(false);
    assert!(queue.is_hidden(), "it is covered still");
    queue.push(&occluded(false));
    assert_eq!(queue.drain(), [Input::Hidden, Input::Shown]);
}

#[test]
fn pinches_multiply() {
    let pinch = |delta| WindowEvent::PinchGesture { device_id: DeviceId::dummy(), delta, phase: TouchPhase::Moved };
    check(&[pinch(0.5), pinch(f64::NAN), pinch(0.5)], &[Input::Pinch(1.25)]);
}

/// The clock is read once; all other times are computed from that.
#[test]
fn late_frames_do_not_add_up() {
    let start = Instant::now();
    let mut pacing = FramePacing::new(FRAME, start);
    let mut passed = Duration::ZERO;
    let mut now = start;
    for _ in 0..100 {
        let due = pacing.due(FRAME);
        now = due + Duration::from_millis(1);
        passed += pacing.tick(due, Some(FRAME), now);
    }
    assert_eq!(now, start + 99 * FRAME + Duration::from_millis(1));
    assert_eq!(passed, now - start, "the game's time is the time that passed");
}

#[test]
fn a_missed_frame_is_not_made_up_for() {
    let start = Instant::now();
    let mut pacing = FramePacing::new(FRAME, start);
    let late = start + 5 * FRAME;
    pacing.tick(start, Some(FRAME), late);
    assert_eq!(pacing.due(Duration::ZERO), late + FRAME);
}

#[test]
fn time_stands_still_while_nothing_moves() {
    let start = Instant::now();
    let mut pacing = FramePacing::new(FRAME, start);
    assert_eq!(pacing.tick(start, None, start + Duration::from_secs(60)), Duration::ZERO);
}

#[test]
fn a_program_that_hung_does_not_catch_up() {
    let start = Instant::now();
    let mut pacing = FramePacing::new(FRAME, start);
    let passed = pacing.tick(start, Some(FRAME), start + Duration::from_secs(60));
    assert_eq!(passed, Duration::from_millis(100));
    let due = pacing.due(Duration::from_secs(3));
    assert_eq!(pacing.tick(due, Some(Duration::from_secs(3)), due), Duration::from_secs(3), "this wait was asked for");
}

#[track_caller]
fn check(events: &[WindowEvent], inputs: &[Input]) {
    let mut queue = EventQueue::new(PhysicalSize::new(400, 300), 1.0);
    queue.drain();
    for event in events {
        queue.push(event);
    }
    assert_eq!(queue.drain(), inputs);
}

fn moved(x: f64, y: f64) -> WindowEvent {
    WindowEvent::CursorMoved { device_id: DeviceId::dummy(), position: PhysicalPosition::new(x, y) }
}

fn point(x: f32, y: f32) -> Input {
    Input::PointerMoved(Point::new(x, y))
}

fn wheel(lines: f32) -> WindowEvent {
    wheel_by(MouseScrollDelta::LineDelta(0.0, lines))
}

fn wheel_by(delta: MouseScrollDelta) -> WindowEvent {
    WindowEvent::MouseWheel { device_id: DeviceId::dummy(), delta, phase: TouchPhase::Moved }
}

fn resized(width: u32, height: u32) -> WindowEvent {
    WindowEvent::Resized(PhysicalSize::new(width, height))
}

fn resize(width: u32, height: u32) -> Input {
    Input::Resize { width, height, scale: 1.0 }
}

fn press(button: MouseButton) -> WindowEvent {
    WindowEvent::MouseInput { device_id: DeviceId::dummy(), state: ElementState::Pressed, button }
}

fn release(button: MouseButton) -> WindowEvent {
    WindowEvent::MouseInput { device_id: DeviceId::dummy(), state: ElementState::Released, button }
}
