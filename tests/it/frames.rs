//! Frames against stored pictures.

use std::time::Duration;

use image::RgbaImage;

use leveret::app::{App, FrameRecord, Recorder, Stages};
use leveret::level::Level;
use leveret::look::{Cache, Hints};
use leveret::raster::{Painted, Rendering};
use leveret::screens::{Context, Input, Key, Point, Profile, Screen};

use crate::game::turn;
use crate::pictures;

const EVERYTHING: &str = include_str!("data/everything.ron");

/// A level with every kind of tile and thing, and rabbits at work.
fn everything(hints: &str, steps: u32) -> App {
    let level = Level::from_ron(EVERYTHING, "everything.ron").expect("a level");
    let solution = level.solutions[0].play(&level).expect("orders can always be read");
    let hints = Some(hints.parse::<Hints>().expect("hints"));
    let context = Context::new(Profile { hints_of_this_run: hints, ..Profile::default() });
    let screen = Screen::following(&context, level, solution.orders);
    let mut app = App::new(screen, context, Rendering::default()).expect("the art is whole");
    resize(&mut app, 720, 480);
    // Paused and stepped, then into the middle of the next step.
    for _ in 0..steps {
        turn(&mut app, Input::Key(Key::Char('n')));
    }
    turn(&mut app, Input::Key(Key::Char('p')));
    turn(&mut app, Input::Tick(Duration::from_millis(200)));
    app
}

fn resize(app: &mut App, width: u32, height: u32) {
    turn(app, Input::Resize { width, height, scale: 0.6 });
}

#[track_caller]
fn check(name: &str, mut app: App) {
    let frame = app.frame().expect("the first frame is always painted");
    let pixels = frame.data().to_vec();
    let picture = RgbaImage::from_raw(frame.width(), frame.height(), pixels).expect("as many pixels as it says");
    pictures::check(name, &picture);
}

#[test]
fn title() {
    let mut app = crate::game::app(Profile::default());
    resize(&mut app, 720, 480);
    check("title", app);
}

#[test]
fn a_board_at_work() {
    check("board", everything("balanced", 12));
}

#[test]
fn a_board_without_smooth_edges() {
    check("board-antialias-off", everything("antialias=off", 12));
}

#[test]
fn a_board_zoomed_in_with_the_nearest_filter() {
    let mut app = everything("filter=nearest", 12);
    app.zoom_to(100);
    check("board-100-nearest", app);
}

#[test]
fn a_board_rasterized_from_vectors() {
    let mut app = everything("sprites=vector", 12);
    app.zoom_to(45);
    check("board-45-vector", app);
}

#[test]
fn the_aim_shows_where_a_token_falls() {
    let mut app = everything("balanced", 2);
    turn(&mut app, Input::PointerMoved(Point::new(300.0, 200.0)));
    check("aim", app);
}

#[test]
fn nothing_new_is_painted_while_nothing_changes() {
    let mut app = everything("balanced", 3);
    turn(&mut app, Input::Key(Key::Char('p')));
    assert!(app.frame().is_some());
    assert!(app.frame().is_none());
    turn(&mut app, Input::Tick(Duration::from_secs(1)));
    assert!(app.frame().is_none(), "it is paused");
    assert!(app.wake().is_none(), "nothing moves, so nothing has to wake it");
    turn(&mut app, Input::Wheel(1.0));
    assert!(app.frame().is_some());
}

/// F3 shows what frames take and which keys switch which hints; the switches work while it is there.
#[test]
fn the_overlay_shows_what_was_recorded_and_switches_hints() {
    let mut app = everything("balanced", 5);
    turn(&mut app, Input::Key(Key::Function(4)));
    assert_eq!(app.hints(), Hints::default(), "without the overlay no key switches anything");
    turn(&mut app, Input::Key(Key::Function(3)));
    let before = app.hints().to_string();
    for hint in 0..7 {
        turn(&mut app, Input::Key(Key::Function(4 + hint)));
    }
    let after = app.hints().to_string();
    let pairs = before.split(',').zip(after.split(','));
    assert!(pairs.clone().count() == 7 && pairs.clone().all(|(before, after)| before != after), "{before} {after}");
    // Every value comes round again.
    for _ in 0..4 {
        turn(&mut app, Input::Key(Key::Function(4)));
    }
    assert_eq!(app.hints().filter, Hints::default().filter);
    for hint in 1..7 {
        turn(&mut app, Input::Key(Key::Function(4 + hint)));
    }
    assert_eq!(app.hints(), Hints::default());

    let _ = app.frame();
    for frame in 0..150u64 {
        let ms = |ms: u64| Duration::from_micros(1000 * ms);
        let late = if frame % 50 == 30 { ms(20) } else { ms(0) };
        let paint = ms(6) + late + Duration::from_micros(40 * (frame % 17));
        app.record(Stages { step: ms(1), scene: ms(1), paint, hud: ms(2), copy: ms(3) });
    }
    check("overlay", app);
}

/// A median over frames by two sets of hints would be that of neither.
#[test]
fn figures_start_afresh_when_a_hint_is_switched() {
    let frame = |hints: Hints| FrameRecord { zoom: None, hints, times: Stages::default(), painted: Painted::default() };
    let other = Hints { cache: Cache::Off, ..Hints::default() };
    let mut recorder = Recorder::default();
    for hints in [Hints::default(), Hints::default(), other] {
        recorder.add(frame(hints));
    }
    assert_eq!(recorder.recent().map(|frame| frame.hints).collect::<Vec<_>>(), [other]);
}

#[test]
fn what_is_recorded_is_also_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("frames.csv");
    let mut app = everything("filter=nearest", 5);
    app.zoom_to(48);
    app.record_to(Box::new(std::fs::File::create(&path).expect("a file"))).expect("it can be written");
    for _ in 0..3 {
        let _ = app.frame();
        let times = Stages { paint: Duration::from_nanos(1234), ..Stages::default() };
        app.record(times);
    }
    drop(app);
    let text = std::fs::read_to_string(path).expect("a file");
    let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
    assert_eq!(lines.len(), 4);
    assert!(lines.iter().all(|line| line.len() == lines[0].len()), "{text}");
    let column = |name: &str| lines[0].iter().position(|column| *column == name).expect("a column");
    for (frame, line) in lines[1..].iter().enumerate() {
        assert_eq!(line[column("frame")], frame.to_string());
        assert_eq!(line[column("zoom")], "48");
        assert_eq!(line[column("filter")], "nearest");
        assert_eq!((line[column("paint_ns")], line[column("total_ns")]), ("1234", "1234"));
    }
}
