//! `leveret record`: moving pictures as the real binary writes them, and as a clip makes them.

use std::fs;
use std::ops::Range;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use leveret::app::{Clip, ClipRate};
use leveret::level::{Level, sets};
use leveret::screens::FilmOrder;

use crate::allocator::peak_bytes;

fn leveret(folder: &Path, arguments: &[&str]) -> Output {
    let binary = env!("CARGO_BIN_EXE_leveret");
    let command = Command::new(binary).args(arguments).current_dir(folder).env_remove("DISPLAY").output();
    command.expect("the binary starts")
}

/// The first shipped level, played by its solution.
fn clip() -> Clip {
    let level = &sets()[0].levels[0].level;
    let played = level.solutions[0].play(level).expect("a list of orders");
    Clip::whole(Arc::new(level.clone()), played.orders, played.steps)
}

/// These steps of it.
fn stretch(steps: Range<u32>) -> Clip {
    let Clip { film, rate } = clip();
    Clip { film: FilmOrder { steps, ..film }, rate }
}

fn gif(clip: &Clip) -> Vec<u8> {
    let mut bytes = Vec::new();
    clip.write_gif(&mut bytes, || ()).expect("it is written");
    bytes
}

/// The whole pictures that a viewer shows: each frame over the ones before.
fn shown(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut options = gif::DecodeOptions::new();
    options.set_color_output(gif::ColorOutput::RGBA);
    let mut decoder = options.read_info(bytes).expect("a GIF");
    let width = usize::from(decoder.width());
    let mut picture = vec![0; width * usize::from(decoder.height()) * 4];
    let mut pictures = Vec::new();
    while let Some(frame) = decoder.read_next_frame().expect("a frame") {
        for (at, pixel) in frame.buffer.chunks_exact(4).enumerate().filter(|(_, pixel)| pixel[3] != 0) {
            let (x, y) = (at % usize::from(frame.width), at / usize::from(frame.width));
            let to = ((y + usize::from(frame.top)) * width + x + usize::from(frame.left)) * 4;
            picture[to..to + 4].copy_from_slice(pixel);
        }
        pictures.push(picture.clone());
    }
    pictures
}

/// The frames of the GIF are those of the game: no pixel is far from what was painted, and hardly one can be told from it.
#[test]
fn lines_stay_lines() {
    let clip = stretch(4..6);
    let mut painted = Vec::new();
    clip.render(0..clip.frames(), |_, frame| {
        painted.push(frame.data().to_vec());
        Ok(())
    })
    .expect("it is painted");
    let frames = shown(&gif(&clip));
    assert!(frames.len() > 4 && frames.len() <= painted.len(), "{} of {}", frames.len(), painted.len());
    for (shown, painted) in [(frames.first(), painted.first()), (frames.last(), painted.last())] {
        let (shown, painted) = (shown.expect("a frame"), painted.expect("a frame"));
        let differences: Vec<u8> = shown.iter().zip(painted).map(|(one, other)| one.abs_diff(*other)).collect();
        let largest = differences.iter().max().copied().unwrap_or(0);
        // The tones of earth and sky are more than a GIF has colours.
        let near = differences.iter().filter(|difference| **difference <= 4).count();
        assert!(largest <= 40, "a channel is off by {largest}");
        assert!(near * 100 >= differences.len() * 99, "{near} of {} are near", differences.len());
    }
}

/// A board of many cells is filmed in tiles smaller than the game has, and is seen up to its last column.
#[test]
fn a_wide_board_is_filmed_whole() {
    let first_frame = |last: &str| {
        let map = format!("Level(rabbits: 1, map: [\"Q{}{last}\", \"{}\"])", " ".repeat(148), "#".repeat(150));
        let Clip { film, rate } =
            Clip::whole(Arc::new(Level::from_ron(&map, "wide.ron").expect("a level")), Vec::new(), 0);
        let clip = Clip { film: FilmOrder { tile: 12, ..film }, rate };
        let mut pixels = Vec::new();
        clip.render([0], |_, frame| {
            assert_eq!((frame.width(), frame.height()), (150 * 12, 2 * 12));
            pixels = frame.data().to_vec();
            Ok(())
        })
        .expect("it is painted");
        pixels
    };
    assert_ne!(first_frame("#"), first_frame(" "));
}

/// The same clip is the same file.
#[test]
fn a_clip_is_the_same_every_time() {
    let clip = stretch(0..8);
    assert_eq!(gif(&clip), gif(&clip));
}

/// The memory of a clip of ten times the length is about the same.
#[test]
fn memory_does_not_grow_with_the_length() {
    let bytes = |steps: u32| {
        let clip = Clip { rate: ClipRate { frames: 10, speed: 4.0 }, ..stretch(0..steps) };
        peak_bytes(|| clip.write_gif(std::io::sink(), || ()).expect("it is written"))
    };
    let (short, long) = (bytes(8), bytes(80));
    assert!(long < short * 3 / 2, "{short} and {long} bytes");
}

#[test]
fn a_play_is_written_as_a_gif_and_as_pictures() {
    let folder = tempfile::tempdir().expect("a folder");
    let level = &sets()[0].levels[0].level;
    fs::write(folder.path().join("first.ron"), level.to_ron()).expect("a file");
    let record = |more: &[&str]| leveret(folder.path(), &[&["record", "first.ron", "--solution", "1"], more].concat());
    let output = record(&["--steps", "2..6", "--zoom", "16", "-o", "a.gif"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(fs::read(folder.path().join("a.gif")).expect("a file").starts_with(b"GIF89a"));
    let output = record(&["--steps", "2..6", "--zoom", "16", "-o", "a.gif"]);
    assert_eq!(output.status.code(), Some(1), "no file is replaced unasked");
    assert!(String::from_utf8_lossy(&output.stderr).contains("--force"));
    assert_eq!(record(&["--steps", "2..6", "--zoom", "16", "-o", "a.gif", "--force"]).status.code(), Some(0));

    assert_eq!(record(&["--steps", "2..4", "--zoom", "16", "--fps", "5", "-o", "frames/"]).status.code(), Some(0));
    let first = image::open(folder.path().join("frames/frame-00000.png")).expect("a picture");
    assert_eq!((first.width(), first.height()), (16 * level.setup().width as u32, 16 * level.setup().height as u32));
    let frames = &["--steps", "2..4", "--zoom", "16", "--fps", "5"][..];
    assert_eq!(record(&[frames, &["-o", "still.PNG"]].concat()).status.code(), Some(0));
    for number in 0..2 {
        let beside = fs::read(folder.path().join(format!("still-0000{number}.png"))).expect("a picture");
        assert_eq!(beside, fs::read(folder.path().join(format!("frames/frame-0000{number}.png"))).expect("a picture"));
    }
    let again = record(&[frames, &["-o", "still.png"]].concat());
    assert_eq!(again.status.code(), Some(1), "no file is replaced unasked");
    let piped = record(&["--steps", "2..6", "--zoom", "16", "-o", "-"]);
    assert_eq!(piped.status.code(), Some(0), "{piped:?}");
    assert_eq!(piped.stdout, fs::read(folder.path().join("a.gif")).expect("a file"));
    for wrong in [&["-o", "a.mp4"][..], &["--steps", "9..3", "-o", "b.gif"], &["--speed", "0", "-o", "b.gif"]] {
        assert_eq!(record(wrong).status.code(), Some(2), "{wrong:?}");
    }
}
