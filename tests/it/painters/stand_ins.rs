//! While sprites are made, other sizes of them stand in.

use leveret::look::{Filter, Hints, Redraw};
use leveret::raster::{Frame, Instructions, Method, Missing, Painter, Rendering};
use leveret::scene::{Item, Picture, Point, Sprite};

use super::{difference, painter, paper};

/// A painter as the game has it.
fn patient() -> Painter {
    let hints = Hints { redraw: Redraw::Dirty, ..Hints::default() };
    Painter::new(Rendering { missing: Missing::StandIn, ..hints.into() }).expect("the art is whole")
}

#[test]
fn stand_ins_give_way_to_what_they_stand_for() {
    let picture = |tile: u32| {
        let sprites = [Picture::Earth0, Picture::Walk, Picture::Fire].into_iter().enumerate();
        let at = |place: usize| Point::new(100.0 * place as f32, 40.0);
        let sprites = sprites.map(|(place, picture)| Item::Sprite {
            sprite: Sprite::still(picture),
            at: at(place),
            tile,
            opacity: 255,
        });
        std::iter::once(paper()).chain(sprites).collect::<Vec<_>>()
    };
    let (mut patient, mut frame) = (patient(), Frame::new(400, 300));
    for tile in [40, 90, 70] {
        let mut expected = Frame::new(400, 300);
        painter(Method::Reference, Hints::default(), 1, Instructions::Best).paint(&picture(tile), &mut expected);
        patient.paint(&picture(tile), &mut frame);
        assert!(difference(&expected, &frame).is_some(), "at {tile} nothing is sharp at once");
        patient.settle();
        assert!(patient.has_news());
        let painted = patient.paint(&picture(tile), &mut frame);
        assert_eq!(difference(&expected, &frame), None, "at {tile}");
        assert!(painted.pixels > 0 && painted.pixels < 400 * 300, "only the sprites were painted again");
        assert!(!patient.is_waiting());
        assert_eq!(patient.paint(&picture(tile), &mut frame).pixels, 0);
    }
}

/// Whatever is asked for while the zoom moves, in the end the frame is as it should be, and nothing is left to do.
#[test]
fn a_moving_zoom_comes_to_rest() {
    let rabbits = |tile: u32| {
        let sprite = |frame: u8| Sprite { frame, ..Sprite::still(Picture::Walk) };
        let at = |frame: u8| Point::new(30.0 * f32::from(frame), 100.0);
        let rabbits = (0..16).map(|frame| Item::Sprite { sprite: sprite(frame), at: at(frame), tile, opacity: 255 });
        rabbits.collect::<Vec<_>>()
    };
    let (mut patient, mut frame) = (patient(), Frame::new(400, 300));
    for tile in 40..60 {
        patient.paint(&rabbits(tile), &mut frame);
    }
    patient.settle();
    patient.paint(&rabbits(59), &mut frame);
    assert!(!patient.is_waiting());
    let mut expected = Frame::new(400, 300);
    painter(Method::Reference, Hints::default(), 1, Instructions::Best).paint(&rabbits(59), &mut expected);
    assert_eq!(difference(&expected, &frame), None);
}

fn earth(x: i32, tile: u32) -> Item {
    let at = Point::new(x as f32, 0.0);
    Item::Sprite { sprite: Sprite::still(Picture::Earth0), at, tile, opacity: 255 }
}

/// At once there is the size that comes nearest, each pixel of it taken as it is.
#[test]
fn the_nearest_size_stands_in_scaled_the_fast_way() {
    let (mut patient, mut frame) = (patient(), Frame::new(100, 100));
    // At 64 a sprite is its master, and others up to it are made of that.
    for tile in [32, 64, 50] {
        patient.paint(&[earth(0, tile)], &mut frame);
        if tile != 50 {
            patient.settle();
        }
    }
    let mut expected = Frame::new(100, 100);
    let nearest = Hints { filter: Filter::Nearest, ..Hints::default() };
    painter(Method::Reference, nearest, 1, Instructions::Best).paint(&[earth(0, 50)], &mut expected);
    assert_eq!(difference(&expected, &frame), None);
}

/// What comes in is shown from the next frame on: in no frame a sprite looks both ways.
#[test]
fn sprites_come_in_between_frames() {
    let (mut patient, mut frame) = (patient(), Frame::new(200, 60));
    patient.paint_under(&[earth(0, 45)], &[earth(100, 45)], &mut frame);
    patient.settle();
    patient.paint_over(&[earth(100, 45)], &mut frame);
    let half = |frame: &Frame, x: usize| -> Vec<u8> {
        frame.data().chunks_exact(200 * 4).flat_map(|row| &row[x * 4..(x + 100) * 4]).copied().collect()
    };
    assert!(half(&frame, 0) == half(&frame, 100), "both stand in, though the sprite was there in between");
    let before = half(&frame, 0);
    patient.paint(&[earth(0, 45), earth(100, 45)], &mut frame);
    assert!(half(&frame, 0) == half(&frame, 100) && half(&frame, 0) != before, "now both are sharp");
}
