//! Placeholders: while a sprite is made, another size of it is shown.

use std::num::NonZero;

use leveret::app::{App, Stages};
use leveret::level::sets;
use leveret::look::{Blend, Filter, Hints, Redraw};
use leveret::raster::{Frame, Instructions, Missing, Painter, PainterKind, Rendering};
use leveret::scene::{Item, Picture, Point, Sprite};
use leveret::screens::{Context, Input, Screen};

use super::{difference, paper};

/// A painter as the game has it, which waits for no sprite.
fn painter_with_placeholders() -> Painter {
    let hints = Hints { redraw: Redraw::Dirty, ..Hints::default() };
    Painter::new(Rendering { missing: Missing::Placeholder, ..hints.into() }).expect("the art is whole")
}

#[test]
fn placeholders_give_way_to_sharp_sprites() {
    let picture = |tile: u32| {
        let sprites = [Picture::Earth0, Picture::Walk, Picture::Fire].into_iter().enumerate();
        let at = |column: usize| Point::new(100.0 * column as f32, 40.0);
        let sprites = sprites.map(|(column, picture)| Item::Sprite {
            sprite: Sprite::still(picture),
            at: at(column),
            tile,
            opacity: 255,
        });
        std::iter::once(paper()).chain(sprites).collect::<Vec<_>>()
    };
    let (mut painter, mut frame) = (painter_with_placeholders(), Frame::new(400, 300));
    for tile in [40, 90, 70] {
        let mut expected = Frame::new(400, 300);
        super::painter(PainterKind::Reference, Hints::default(), 1, Instructions::Best)
            .paint(&picture(tile), &mut expected);
        painter.paint(&picture(tile), &mut frame);
        assert!(difference(&expected, &frame).is_some(), "at {tile} nothing is sharp at once");
        painter.wait_for_sprites();
        assert!(painter.has_new_sprites());
        let painted = painter.paint(&picture(tile), &mut frame);
        assert_eq!(difference(&expected, &frame), None, "at {tile}");
        assert!(painted.pixels > 0 && painted.pixels < 400 * 300, "only the sprites were painted again");
        assert!(!painter.has_pending_sprites());
        assert_eq!(painter.paint(&picture(tile), &mut frame).pixels, 0);
    }
}

/// Whatever was needed while the zoom moved, in the end the frame is sharp, and no sprite is pending.
#[test]
fn a_moving_zoom_ends_sharp() {
    let rabbits = |tile: u32| {
        let sprite = |frame: u8| Sprite { frame, ..Sprite::still(Picture::Walk) };
        let at = |frame: u8| Point::new(30.0 * f32::from(frame), 100.0);
        let rabbits = (0..16).map(|frame| Item::Sprite { sprite: sprite(frame), at: at(frame), tile, opacity: 255 });
        rabbits.collect::<Vec<_>>()
    };
    let (mut painter, mut frame) = (painter_with_placeholders(), Frame::new(400, 300));
    for tile in 40..60 {
        painter.paint(&rabbits(tile), &mut frame);
    }
    painter.wait_for_sprites();
    painter.paint(&rabbits(59), &mut frame);
    assert!(!painter.has_pending_sprites());
    let mut expected = Frame::new(400, 300);
    super::painter(PainterKind::Reference, Hints::default(), 1, Instructions::Best).paint(&rabbits(59), &mut expected);
    assert_eq!(difference(&expected, &frame), None);
}

fn earth(x: i32, tile: u32) -> Item {
    let at = Point::new(x as f32, 0.0);
    Item::Sprite { sprite: Sprite::still(Picture::Earth0), at, tile, opacity: 255 }
}

/// The placeholder is the nearest cached size, scaled by the nearest filter.
#[test]
fn the_nearest_size_is_the_placeholder() {
    let (mut painter, mut frame) = (painter_with_placeholders(), Frame::new(100, 100));
    // At 64 a sprite is its own mip level, which smaller ones are scaled from.
    for tile in [32, 64, 50] {
        painter.paint(&[earth(0, tile)], &mut frame);
        if tile != 50 {
            painter.wait_for_sprites();
        }
    }
    let mut expected = Frame::new(100, 100);
    let nearest = Hints { filter: Filter::Nearest, ..Hints::default() };
    super::painter(PainterKind::Reference, nearest, 1, Instructions::Best).paint(&[earth(0, 50)], &mut expected);
    assert_eq!(difference(&expected, &frame), None);
}

/// What is seen of a placeholder does not depend on who paints it: magnified or not, faded, cut by an edge or by a band.
#[test]
fn both_painters_show_the_same_placeholders() {
    let items = |tile: u32| {
        let pictures = [Picture::Earth0, Picture::Walk, Picture::Fire, Picture::Earth0, Picture::Walk].into_iter();
        let places = [(-20.0, -30.0), (90.0, 40.0), (150.0, 170.0), (330.0, 90.0), (370.0, 260.0)].into_iter();
        let sprites = pictures.zip(places).zip([255, 255, 255, 100, 190]);
        let sprites = sprites.map(|((picture, (x, y)), opacity)| Item::Sprite {
            sprite: Sprite::still(picture),
            at: Point::new(x, y),
            tile,
            opacity,
        });
        std::iter::once(paper()).chain(sprites).collect::<Vec<_>>()
    };
    let paint = |painter: PainterKind, threads: usize, blend: Blend, (before, tile): (u32, u32)| {
        let (hints, threads) = (Hints { blend, ..Hints::default() }, NonZero::new(threads).expect("some"));
        let rendering = Rendering { painter, threads, missing: Missing::Placeholder, ..hints.into() };
        let mut painter = Painter::new(rendering).expect("the art is whole");
        let mut frame = Frame::new(400, 300);
        painter.paint(&items(before), &mut frame);
        painter.wait_for_sprites();
        painter.paint(&items(before), &mut frame);
        painter.paint(&items(tile), &mut frame);
        frame
    };
    for sizes in [(64, 50), (64, 97), (90, 31), (16, 129)] {
        for blend in Blend::ALL.iter().copied() {
            let expected = paint(PainterKind::Reference, 1, blend, sizes);
            for threads in [1, 2] {
                let found = paint(PainterKind::Fast, threads, blend, sizes);
                assert_eq!(difference(&expected, &found), None, "{sizes:?}, {blend:?}, {threads} threads");
            }
        }
    }
}

/// A pose is drawn in the background. Until it is there, the pose before it is shown.
#[test]
fn the_nearest_pose_is_the_placeholder_of_a_new_one() {
    let walk = |frame: u8| Item::Sprite {
        sprite: Sprite { frame, ..Sprite::still(Picture::Walk) },
        at: Point::new(20.0, 80.0),
        tile: 48,
        opacity: 255,
    };
    let sharp = |frame: u8| {
        let mut expected = Frame::new(100, 200);
        super::painter(PainterKind::Reference, Hints::default(), 1, Instructions::Best)
            .paint(&[walk(frame)], &mut expected);
        expected
    };
    let (mut painter, mut frame) = (painter_with_placeholders(), Frame::new(100, 200));
    for made in [2, 4] {
        painter.paint(&[walk(made)], &mut frame);
        painter.wait_for_sprites();
    }
    for (new, shown) in [(3, 2), (5, 4), (0, 2)] {
        painter.paint(&[walk(new)], &mut frame);
        assert_eq!(difference(&sharp(shown), &frame), None, "frame {shown} stands for {new}");
        painter.wait_for_sprites();
        painter.paint(&[walk(new)], &mut frame);
        assert_eq!(difference(&sharp(new), &frame), None, "then {new} is sharp");
    }
    painter.paint(&[walk(10)], &mut frame);
    assert!(difference(&sharp(5), &frame).is_some(), "that one is too far");
}

/// While the zoom moves, all sprites are new, and a frame with all their poses would be late.
#[test]
fn any_pose_is_a_placeholder_where_many_are_missing() {
    let walk = |frame: u8, tile: u32| Item::Sprite {
        sprite: Sprite { frame, ..Sprite::still(Picture::Walk) },
        at: Point::new(20.0, 80.0),
        tile,
        opacity: 255,
    };
    let others = |tile: u32| {
        let pictures = Picture::ALL.iter().copied().filter(|picture| *picture != Picture::Walk).take(20);
        pictures.map(move |picture| Item::Sprite {
            sprite: Sprite::still(picture),
            at: Point::new(20.0, -900.0),
            tile,
            opacity: 255,
        })
    };
    let painted = |known: u8, shown: u8| {
        let (mut painter, mut frame) = (painter_with_placeholders(), Frame::new(100, 200));
        painter.paint(&[walk(known, 48)], &mut frame);
        painter.wait_for_sprites();
        painter.paint(&others(64).chain([walk(shown, 64)]).collect::<Vec<_>>(), &mut frame);
        frame
    };
    assert_eq!(difference(&painted(3, 11), &painted(3, 3)), None, "frame 3 stands for 11, half of the movement away");
    assert!(difference(&painted(11, 11), &painted(3, 3)).is_some(), "they differ");
}

/// A finished sprite is shown from the next frame on: no frame shows a sprite in two ways.
#[test]
fn sprites_are_drained_between_frames() {
    let (mut painter, mut frame) = (painter_with_placeholders(), Frame::new(200, 60));
    painter.paint_layers(&[earth(0, 45)], &[earth(100, 45)], &mut frame);
    painter.wait_for_sprites();
    let half = |frame: &Frame, x: usize| -> Vec<u8> {
        frame.data().chunks_exact(200 * 4).flat_map(|row| &row[x * 4..(x + 100) * 4]).copied().collect()
    };
    assert!(half(&frame, 0) == half(&frame, 100), "both are placeholders");
    let before = half(&frame, 0);
    painter.paint(&[earth(0, 45), earth(100, 45)], &mut frame);
    assert!(half(&frame, 0) == half(&frame, 100) && half(&frame, 0) != before, "now both are sharp");
}

/// Some blocks and things at this size.
fn things(tile: u32) -> Vec<Item> {
    let pictures =
        [Picture::Earth0, Picture::Earth1, Picture::Metal, Picture::TokenDig, Picture::RampLeft1, Picture::Pipe];
    let at = |column: usize| Point::new(60.0 * column as f32, 60.0);
    let sprites = pictures.into_iter().enumerate();
    let sprites = sprites.map(|(column, picture)| Item::Sprite {
        sprite: Sprite::still(picture),
        at: at(column),
        tile,
        opacity: 255,
    });
    sprites.collect()
}

/// Paints things, and waits until it is sharp.
fn settle(painter: &mut Painter, tile: u32, frame: &mut Frame) {
    painter.paint(&things(tile), frame);
    painter.wait_for_sprites();
    painter.paint(&things(tile), frame);
    assert!(!painter.has_pending_sprites());
}

#[test]
fn sprites_that_were_made_ahead_are_sharp_at_once() {
    let (mut painter, mut frame) = (painter_with_placeholders(), Frame::new(400, 300));
    settle(&mut painter, 48, &mut frame);
    painter.make_ahead(48, &[57, 41]);
    assert!(!painter.has_pending_sprites() && !painter.has_new_sprites(), "no frame waits for them");
    painter.wait_for_sprites();
    assert_eq!(painter.paint(&things(48), &mut frame).lookups.misses, 0);
    for tile in [57, 41] {
        assert_eq!(painter.paint(&things(tile), &mut frame).lookups.misses, 0, "at {tile}");
        let mut expected = Frame::new(400, 300);
        super::painter(PainterKind::Reference, Hints::default(), 1, Instructions::Best)
            .paint(&things(tile), &mut expected);
        assert_eq!(difference(&expected, &frame), None, "at {tile}");
    }
    assert!(painter.paint(&things(70), &mut frame).lookups.misses > 0, "that size is farther");
}

/// Where little room is left, what is shown stays, and nothing is made ahead again and again.
#[test]
fn sprites_made_ahead_evict_nothing() {
    let mut frame = Frame::new(400, 300);
    let mut roomy = painter_with_placeholders();
    settle(&mut roomy, 48, &mut frame);
    let bound = roomy.sprite_bytes() * 5 / 4;
    let rendering = Rendering { missing: Missing::Placeholder, sprite_bytes: bound, ..Rendering::default() };
    let mut bounded = Painter::new(rendering).expect("the art is whole");
    settle(&mut bounded, 48, &mut frame);
    for _ in 0..3 {
        let before = bounded.sprite_bytes();
        bounded.make_ahead(48, &[57, 41]);
        bounded.wait_for_sprites();
        assert_eq!(bounded.paint(&things(48), &mut frame).lookups.misses, 0);
        assert!(bounded.sprite_bytes() >= before && bounded.sprite_bytes() <= bound);
    }
    assert!(bounded.paint(&things(57), &mut frame).lookups.misses > 0, "there was no room");
}

#[test]
fn a_notch_of_the_wheel_after_a_rest_finds_its_sprites() {
    let context = Context::default();
    let level = sets()[0].levels[0].level.clone();
    let rendering = Rendering { missing: Missing::Placeholder, ..Rendering::default() };
    let mut game =
        App::new(Screen::following(&context, level, Vec::new()), context, rendering).expect("the art is whole");
    let mut misses = |input: Input| {
        assert!(game.turn(input).is_continue());
        game.invalidate();
        let _ = game.frame();
        game.settle();
        game.frame_record(Stages::default()).painted.lookups.misses
    };
    let resize = Input::Resize { width: 800, height: 600, scale: 1.0 };
    assert!(misses(resize.clone()) > 0, "all sprites are missing at first");
    // Sharp ones are shown, and next ones begun; then these are taken up.
    assert_eq!([misses(resize.clone()), misses(resize)], [0, 0]);
    // Poses are not made ahead.
    let (near, far) = (misses(Input::Wheel(1.0)), misses(Input::Wheel(-4.0)));
    assert!(near * 4 < far, "{near} sprites are missing after a notch, and {far} after four");
}
