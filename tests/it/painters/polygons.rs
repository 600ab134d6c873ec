//! Polygons cover what geometry says, wherever the frame cuts them.

use std::cell::RefCell;

use leveret::look::{Antialias, Color, Hints};
use leveret::raster::{Frame, Instructions, Painter, PainterKind};
use leveret::scene::{Item, Point, Rect};
use proptest::prelude::*;

use super::painter;

/// The side of the whole frame.
const SIDE: u32 = 64;

fn corner() -> impl Strategy<Value = (f32, f32)> {
    (0.0..SIDE as f32, 0.0..SIDE as f32)
}

fn triangle() -> impl Strategy<Value = [(f32, f32); 3]> {
    [corner(), corner(), corner()]
}

fn white_triangle_painter(antialias: Antialias) -> Painter {
    painter(PainterKind::Fast, Hints { antialias, ..Hints::default() }, 1, Instructions::Best)
}

/// How white each pixel of a frame becomes that shows this rectangle of the black plane on which the triangle lies.
fn whiteness(painter: &mut Painter, triangle: [(f32, f32); 3], view: Rect) -> Vec<u8> {
    let moved = |(x, y): (f32, f32)| Point::new(x - view.x as f32, y - view.y as f32);
    let mut frame = Frame::new(view.width as u32, view.height as u32);
    let black = Item::Fill { rect: Rect::new(0, 0, view.width, view.height), color: Color::rgb(0, 0, 0) };
    let corners = triangle.map(moved).to_vec();
    painter.paint(&[black, Item::Polygon { corners, color: Color::rgb(255, 255, 255) }], &mut frame);
    frame.data().chunks_exact(4).map(|pixel| pixel[0]).collect()
}

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

fn whole() -> Rect {
    Rect::new(0, 0, SIDE as i32, SIDE as i32)
}

#[test]
fn a_triangle_covers_its_area() {
    let painter = RefCell::new(white_triangle_painter(Antialias::On));
    proptest!(config(), |(triangle in triangle())| {
        let [(ax, ay), (bx, by), (cx, cy)] = triangle;
        let area = ((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)).abs() / 2.0;
        let white = whiteness(&mut painter.borrow_mut(), triangle, whole());
        let covered = white.iter().map(|white| f32::from(*white) / 255.0).sum::<f32>();
        // Each pixel on a side is rounded by half a step at most.
        let rounding = 6.0 * SIDE as f32 * 0.5 / 255.0;
        prop_assert!((covered - area).abs() <= rounding, "{covered} pixels of an area of {area}");
    });
}

/// A side may be cut where the frame ends, which moves it by less than can be seen.
#[test]
fn a_frame_that_cuts_a_triangle_shows_the_same_of_it() {
    let painter = RefCell::new(white_triangle_painter(Antialias::On));
    let view = (0..50_i32, 0..50_i32, 1..14_i32, 1..14_i32);
    proptest!(config(), |(triangle in triangle(), (x, y, width, height) in view)| {
        let all = whiteness(&mut painter.borrow_mut(), triangle, whole());
        let part = whiteness(&mut painter.borrow_mut(), triangle, Rect::new(x, y, width, height));
        for (index, white) in part.iter().enumerate() {
            let (column, row) = (x as usize + index % width as usize, y as usize + index / width as usize);
            let expected = all[row * SIDE as usize + column];
            prop_assert!(white.abs_diff(expected) <= 1, "{white}, not {expected}, at {column}, {row}");
        }
    });
}

#[test]
fn without_antialiasing_a_pixel_is_covered_if_half_of_it_is() {
    let painters = [Antialias::On, Antialias::Off].map(white_triangle_painter).map(RefCell::new);
    proptest!(config(), |(triangle in triangle())| {
        let [smooth, hard] = painters.each_ref().map(|painter| whiteness(&mut painter.borrow_mut(), triangle, whole()));
        let expected: Vec<u8> = smooth.iter().map(|white| if *white >= 128 { 255 } else { 0 }).collect();
        prop_assert_eq!(hard, expected);
    });
}
