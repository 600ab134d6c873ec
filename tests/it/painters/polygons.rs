//! Polygons cover what geometry says, wherever the frame cuts them.

use std::cell::RefCell;
use std::ops::Range;

use leveret::look::{Antialias, Color, Hints};
use leveret::raster::{Frame, Instructions, Painter, PainterKind};
use leveret::scene::{Item, Point, Rect};
use proptest::prelude::*;

use super::painter;

/// The side of the whole frame.
const SIDE: u32 = 64;

/// A coordinate in this range; as many are whole as not.
fn coordinate(range: Range<u32>) -> impl Strategy<Value = f32> {
    prop_oneof![range.start as f32..range.end as f32, range.prop_map(|whole| whole as f32)]
}

fn triangle() -> impl Strategy<Value = Vec<(f32, f32)>> {
    let corner = || (coordinate(0..SIDE), coordinate(0..SIDE));
    [corner(), corner(), corner()].prop_map(Vec::from)
}

/// A shape like that of water: upright sides, and a leaning top and bottom.
fn pillar() -> impl Strategy<Value = Vec<(f32, f32)>> {
    let half = SIDE / 2;
    let [left, right] = [0..half, half..SIDE].map(coordinate);
    let [tops, bottoms] = [0..half, half..SIDE].map(|range| (coordinate(range.clone()), coordinate(range)));
    (left, right, tops, bottoms).prop_map(|(left, right, tops, bottoms)| {
        vec![(left, tops.0), (right, tops.1), (right, bottoms.0), (left, bottoms.1)]
    })
}

fn shape() -> impl Strategy<Value = Vec<(f32, f32)>> {
    prop_oneof![triangle(), pillar()]
}

fn white_shape_painter(antialias: Antialias) -> Painter {
    painter(PainterKind::Fast, Hints { antialias, ..Hints::default() }, 1, Instructions::Best)
}

/// How white each pixel of a frame becomes that shows this rectangle of the black plane on which the shape lies.
fn whiteness(painter: &mut Painter, shape: &[(f32, f32)], view: Rect) -> Vec<u8> {
    let moved = |&(x, y): &(f32, f32)| Point::new(x - view.x as f32, y - view.y as f32);
    let mut frame = Frame::new(view.width as u32, view.height as u32);
    let black = Item::Fill { rect: Rect::new(0, 0, view.width, view.height), color: Color::rgb(0, 0, 0) };
    let corners = shape.iter().map(moved).collect();
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
fn a_shape_covers_its_area() {
    let painter = RefCell::new(white_shape_painter(Antialias::On));
    proptest!(config(), |(shape in shape())| {
        let sides = shape.iter().zip(shape.iter().cycle().skip(1));
        let area = sides.map(|((ax, ay), (bx, by))| ax * by - bx * ay).sum::<f32>().abs() / 2.0;
        let white = whiteness(&mut painter.borrow_mut(), &shape, whole());
        let covered = white.iter().map(|white| f32::from(*white) / 255.0).sum::<f32>();
        // Each pixel on a side is rounded by half a step at most.
        let rounding = (shape.len() as u32 * 2 * SIDE) as f32 * 0.5 / 255.0;
        prop_assert!((covered - area).abs() <= rounding, "{covered} pixels of an area of {area}");
    });
}

/// A side may be cut where the frame ends, which moves it by less than can be seen.
#[test]
fn a_frame_that_cuts_a_shape_shows_the_same_of_it() {
    let painter = RefCell::new(white_shape_painter(Antialias::On));
    let view = (0..50_i32, 0..50_i32, 1..14_i32, 1..14_i32);
    proptest!(config(), |(shape in shape(), (x, y, width, height) in view)| {
        let all = whiteness(&mut painter.borrow_mut(), &shape, whole());
        let part = whiteness(&mut painter.borrow_mut(), &shape, Rect::new(x, y, width, height));
        for (index, white) in part.iter().enumerate() {
            let (column, row) = (x as usize + index % width as usize, y as usize + index / width as usize);
            let expected = all[row * SIDE as usize + column];
            prop_assert!(white.abs_diff(expected) <= 1, "{white}, not {expected}, at {column}, {row}");
        }
    });
}

#[test]
fn without_antialiasing_a_pixel_is_covered_if_half_of_it_is() {
    let painters = [Antialias::On, Antialias::Off].map(white_shape_painter).map(RefCell::new);
    proptest!(config(), |(shape in shape())| {
        let [smooth, hard] = painters.each_ref().map(|painter| whiteness(&mut painter.borrow_mut(), &shape, whole()));
        let expected: Vec<u8> = smooth.iter().map(|white| if *white >= 128 { 255 } else { 0 }).collect();
        prop_assert_eq!(hard, expected);
    });
}
