//! Ground that changes tile by tile, under a view that moves.

use std::sync::Arc;

use leveret::look::{Hints, Redraw};
use leveret::raster::{Frame, Instructions, PainterKind};
use leveret::scene::{Item, Point, Rect, Tiles, Tileset, Wash};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::{difference, dug, ground, hints, painter};

const SIZE: (u32, u32) = (400, 300);

#[derive(Debug, Clone, Copy)]
enum Change {
    Rest,
    /// A tile of a layer gets another kind.
    Dig(Index, Index, Index),
    Pan(i32, i32),
}

fn change() -> impl Strategy<Value = Change> {
    let distance = || prop_oneof![-3..4_i32, select(&[-32, 32, 64, 0][..])];
    prop_oneof![
        3 => Just(Change::Rest),
        4 => (any::<Index>(), any::<Index>(), any::<Index>()).prop_map(|(layer, tile, kind)| Change::Dig(layer, tile, kind)),
        2 => (distance(), distance()).prop_map(|(x, y)| Change::Pan(x, y)),
    ]
}

/// The ground with this change.
fn changed(items: &[Item], change: Change) -> Vec<Item> {
    match change {
        Change::Rest => items.to_vec(),
        Change::Dig(layer, tile, kind) => {
            let mut items = items.to_vec();
            let layer = layer.index(items.len());
            if let Item::Tiles { tiles, .. } = &items[layer] {
                items[layer] = dug(&items[layer], tile, kind.index(tiles.set.kinds()) as u16);
            }
            items
        }
        Change::Pan(x, y) => items.iter().map(|item| moved(item, (x, y))).collect(),
    }
}

/// What a board consists of, moved by so many pixels. The wash of the paper stays where it is in the frame.
fn moved(item: &Item, (x, y): (i32, i32)) -> Item {
    let mut item = item.clone();
    match &mut item {
        Item::Paper { rect, origin, .. } => {
            *rect = Rect::new(rect.x + x, rect.y + y, rect.width, rect.height);
            *origin = (origin.0 + x, origin.1 + y);
        }
        Item::Sprite { at, .. } => *at = Point::new(at.x + x as f32, at.y + y as f32),
        Item::Tiles { at, .. } => *at = (at.0 + x, at.1 + y),
        other => panic!("{other:?} is not of a board"),
    }
    item
}

/// The same ground on tiles of another size, at the same corner.
fn zoomed(items: &[Item], side: u32) -> Vec<Item> {
    let mut items = items.to_vec();
    for item in &mut items {
        match item {
            Item::Paper { tile, .. } | Item::Sprite { tile, .. } | Item::Tiles { tile, .. } => *tile = side,
            other => panic!("{other:?} is not of a board"),
        }
    }
    items
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ground_looks_the_same_whatever_was_there_before(
        ground in ground(SIZE),
        side in prop::option::of(select(&[100, 128][..])),
        changes in prop::collection::vec(change(), 4..20),
        hints in hints(),
        threads in 1..3_usize,
    ) {
        let mut reference = painter(PainterKind::Reference, hints, 1, Instructions::Best);
        let mut fast = painter(PainterKind::Fast, hints, threads, Instructions::Best);
        let (mut expected, mut frame) = (Frame::new(SIZE.0, SIZE.1), Frame::new(SIZE.0, SIZE.1));
        let mut items = side.map_or(ground.clone(), |side| zoomed(&ground, side));
        for (number, change) in changes.into_iter().enumerate() {
            items = changed(&items, change);
            reference.paint(&items, &mut expected);
            fast.paint(&items, &mut frame);
            prop_assert_eq!(difference(&expected, &frame), None, "frame {} by {}: {:?}", number, hints, change);
        }
    }
}

/// However few pixels a frame has, and many a cell, in time each pixel is written only once.
#[test]
fn large_cells_are_composed_in_a_small_frame_too() {
    let hints = Hints { redraw: Redraw::Full, ..Hints::default() };
    let (mut painter, mut frame) = (painter(PainterKind::Fast, hints, 1, Instructions::Best), Frame::new(400, 300));
    let (at, tile, columns) = ((-100, -150), 256, 3);
    // Ramps and a bridge, and air between them.
    let kinds = vec![0x500, 0x700, 0, 0, 0x600, 0xa00];
    let rect = Rect::new(at.0, at.1, 3 * 256, 2 * 256);
    let ground = [
        Item::Paper { rect, origin: at, tile, wash: Wash::NONE },
        Item::Tiles { tiles: Arc::new(Tiles { set: Tileset::Blocks, columns, kinds }), at, tile },
    ];
    let written: Vec<u64> = (0..10).map(|_| painter.paint(&ground, &mut frame).pixels).collect();
    assert!(written[0] > 400 * 300, "at first paper and blocks are painted: {written:?}");
    assert_eq!(written[9], 400 * 300, "{written:?}");
}
