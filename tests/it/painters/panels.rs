//! Panels in front that stay while what is behind them moves.

use leveret::look::{Blend, Color, Hints, Redraw};
use leveret::raster::{Frame, Instructions, PainterKind};
use leveret::scene::{Item, Picture, Point, Rect, Sprite};

use super::{difference, painter, paper};

/// A board on which a rabbit walks.
fn board(x: i32) -> Vec<Item> {
    let at = Point::new(x as f32, 180.0);
    vec![paper(), Item::Sprite { sprite: Sprite::still(Picture::Walk), at, tile: 48, opacity: 255 }]
}

/// Two panels that overlap, shade over both and over the board beside them, and a button of this colour on it.
fn panels(button: Color) -> Vec<Item> {
    let fill = |x, y, width, height, color| Item::Fill { rect: Rect::new(x, y, width, height), color };
    vec![
        fill(0, 200, 400, 100, Color::rgb(90, 80, 70)),
        fill(200, 150, 150, 120, Color::rgb(200, 190, 180)),
        fill(100, 120, 180, 160, Color::rgb(10, 20, 90).with_alpha(90)),
        fill(20, 220, 60, 30, button),
    ]
}

#[test]
fn what_stays_of_panels_is_copied_and_looks_the_same() {
    for hints in [
        Hints { redraw: Redraw::Full, ..Hints::default() },
        Hints { redraw: Redraw::Dirty, ..Hints::default() },
        Hints { redraw: Redraw::Full, blend: Blend::Linear, ..Hints::default() },
    ] {
        let mut reference = painter(PainterKind::Reference, hints, 1, Instructions::Best);
        let mut fast = painter(PainterKind::Fast, hints, 2, Instructions::Best);
        let (mut expected, mut frame) = (Frame::new(400, 300), Frame::new(400, 300));
        let mut written = Vec::new();
        let few = |button: u8| panels(Color::rgb(button, 0, 0));
        let other = |button: u8| few(button).split_off(1);
        let fronts = [few(40), few(40), few(40), few(220), few(220), other(220), other(220), other(90)];
        for (number, front) in (0..).zip(fronts) {
            let back = board(40 * number);
            reference.paint(&[&*back, &*front].concat(), &mut expected);
            written.push(fast.paint_layers(&back, &front, &mut frame).painted.pixels);
            assert_eq!(difference(&expected, &frame), None, "frame {number} by {hints}");
        }
        if hints.redraw == Redraw::Full {
            // Copied, the pixels of the panels are written once, but for those of a button that has changed. Frames before and
            // after differ by little more than the rabbit.
            let is_copied = |frame: &[u64]| frame[1] + 9_000 < frame[0];
            let [all, ..] = written[..] else { panic!("no frame was painted") };
            let copied = written[..5].iter().map(|pixels| is_copied(&[all, *pixels]));
            assert_eq!(copied.collect::<Vec<_>>(), [false, false, true, true, true], "{written:?}");
            assert!(is_copied(&[written[6], written[7]]), "with other panels: {written:?}");
        }
    }
}

/// Paper of this colour all over the frame.
fn sheet(color: Color) -> Vec<Item> {
    vec![Item::Fill { rect: Rect::new(0, 0, 400, 300), color }]
}

#[test]
fn what_panels_hide_is_not_repainted() {
    let hints = Hints { redraw: Redraw::Dirty, ..Hints::default() };
    let mut reference = painter(PainterKind::Reference, hints, 1, Instructions::Best);
    let mut fast = painter(PainterKind::Fast, hints, 1, Instructions::Best);
    let (mut expected, mut frame) = (Frame::new(400, 300), Frame::new(400, 300));
    let mut paint = |back: &[Item], front: &[Item]| {
        reference.paint(&[back, front].concat(), &mut expected);
        let pixels = fast.paint_layers(back, front, &mut frame).painted.pixels;
        assert_eq!(difference(&expected, &frame), None);
        pixels
    };
    let (light, dark) = (sheet(Color::rgb(240, 240, 230)), sheet(Color::rgb(30, 30, 40)));
    let (red, blue) = (panels(Color::rgb(200, 0, 0)), panels(Color::rgb(0, 0, 200)));
    let (whole, panel) = (400 * 300, 400 * 100);
    assert!(paint(&light, &red) >= whole);
    let behind = paint(&dark, &red);
    assert!((whole - 2 * panel..whole).contains(&behind), "{behind} pixels for a change of all that is behind");
    let button = paint(&dark, &blue);
    assert!((60 * 30..panel).contains(&button), "{button} pixels for a button");
    // A panel that was hidden by nothing shows what is behind it once it is gone.
    assert!(paint(&light, &blue[1..]) >= whole - panel);
    assert!(paint(&light, &[]) > 0);
}
