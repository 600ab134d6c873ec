//! Placeholders: while a sprite is made, another size of it is shown.

use leveret::look::{Filter, Hints, Redraw};
use leveret::raster::{Frame, Instructions, Missing, Painter, PainterKind, Rendering};
use leveret::scene::{Item, Picture, Point, Sprite};

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
