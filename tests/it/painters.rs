//! Two painters, one picture: generated lists of items, drawn by both.

mod complete;
mod digging;
mod memory;
mod panels;
mod placeholders;
mod polygons;
mod worker_pool;

use std::num::NonZero;
use std::sync::Arc;

use leveret::look::{Alpha, Antialias, Blend, Cache, Color, Filter, Hints, Redraw, Sprites, Typeface, palette};
use leveret::raster::{Frame, Instructions, Painter, PainterKind, Rendering};
use leveret::scene::{
    Align, Facing, Item, ItemGroup, PanelEdge, Picture, Point, Rect, Skin, Sprite, Tiles, Tileset, Wash,
};
use proptest::prelude::*;
use proptest::sample::select;

fn painter(painter: PainterKind, hints: Hints, threads: usize, instructions: Instructions) -> Painter {
    let threads = NonZero::new(threads).expect("at least one thread");
    let rendering = Rendering { painter, threads, instructions, ..Rendering::from(hints) };
    Painter::new(rendering).expect("the art is whole")
}

/// A frame full of a colour that no painting leaves behind.
fn used_frame(painter: &mut Painter, (width, height): (u32, u32)) -> Frame {
    let mut frame = Frame::new(width, height);
    let rect = Rect::new(0, 0, width as i32, height as i32);
    painter.paint(&[Item::Fill { rect, color: Color::rgb(255, 0, 255) }], &mut frame);
    frame
}

fn hints() -> impl Strategy<Value = Hints> {
    (
        select(Filter::ALL),
        select(Antialias::ALL),
        select(Alpha::ALL),
        select(Blend::ALL),
        select(Sprites::ALL),
        select(Cache::ALL),
        select(Redraw::ALL),
    )
        .prop_map(|(filter, antialias, alpha, blend, sprites, cache, redraw)| Hints {
            filter,
            antialias,
            alpha,
            blend,
            sprites,
            cache,
            redraw,
        })
}

fn color() -> impl Strategy<Value = Color> {
    let alpha = prop_oneof![Just(255_u8), Just(0_u8), any::<u8>()];
    (any::<[u8; 3]>(), alpha).prop_map(|([red, green, blue], alpha)| Color { red, green, blue, alpha })
}

fn sprite() -> impl Strategy<Value = Sprite> {
    (select(Picture::ALL), 0..16_u8, any::<bool>(), any::<bool>()).prop_map(|(picture, frame, left, robot)| Sprite {
        picture,
        frame: frame % picture.frames(),
        facing: if left { Facing::Left } else { Facing::Right },
        skin: if robot { Skin::Rabbot } else { Skin::Rabbit },
    })
}

/// Positions in a frame of this size, at its edges, and outside.
fn position((width, height): (u32, u32)) -> impl Strategy<Value = Point> {
    let (width, height) = (width as f32, height as f32);
    (-60.0..width + 60.0, -60.0..height + 60.0).prop_map(|(x, y)| Point::new(x, y))
}

fn rect(size: (u32, u32)) -> impl Strategy<Value = Rect> {
    let (width, height) = (size.0 as i32, size.1 as i32);
    (position(size), -2..width + 90, -2..height + 90)
        .prop_map(|(corner, width, height)| Rect::new(corner.x as i32, corner.y as i32, width, height))
}

/// Zooms at, between, below and above the mip levels.
fn tile() -> impl Strategy<Value = u32> {
    prop_oneof![select(&[16_u32, 24, 32, 48, 64][..]), 1..70_u32, Just(150_u32)]
}

fn text() -> impl Strategy<Value = String> {
    select(&["", " ", "Leveret", "3 of 10 saved", "ÄÖ ß, \u{301}?", "a line that is far too long for its place"][..])
        .prop_map(str::to_owned)
}

/// Maps of a few tiles and of none, most kinds known to the set.
fn tiles() -> impl Strategy<Value = Tiles> {
    (select(&Tileset::ALL[..]), 1..9_usize, 0..7_usize).prop_flat_map(|(set, columns, rows)| {
        let kind = prop_oneof![9 => 0..set.kinds() as u16, 1 => any::<u16>()];
        prop::collection::vec(kind, columns * rows).prop_map(move |kinds| Tiles { set, columns, kinds })
    })
}

/// A board: paper, a few things on it, and layers of tiles with the same corners, mostly; the sheet may be smaller, or
/// larger.
fn ground(size: (u32, u32)) -> impl Strategy<Value = Vec<Item>> {
    let layers = prop::collection::vec(select(&Tileset::ALL[..]), 1..5);
    let tile = prop_oneof![select(&[16_u32, 24, 32, 48, 64][..]), 14..40_u32];
    let off = prop_oneof![9 => Just(0), 1 => 0..3_i32];
    let sheet = (off, rect(size), any::<bool>(), wash());
    (layers, 1..12_usize, 1..8_usize, position(size), tile, sheet, sprite()).prop_flat_map(
        |(sets, columns, rows, at, tile, (off, part, is_whole, wash), sprite)| {
            let at = (at.x as i32, at.y as i32);
            let side = tile as i32;
            let whole = Rect::new(at.0, at.1, columns as i32 * side, rows as i32 * side);
            let paper =
                Item::Paper { rect: if is_whole { whole } else { part }, origin: (at.0 + off, at.1), tile, wash };
            let tape = Item::Sprite { sprite, at: Point::new(at.0 as f32, at.1 as f32), tile, opacity: 255 };
            // Few kinds, so that some cells are alike.
            let kinds = |set: Tileset| prop::collection::vec(0..set.kinds() as u16, 4);
            let layers: Vec<_> = sets
                .into_iter()
                .map(|set| {
                    let cells = prop::collection::vec(0..6_usize, columns * rows);
                    (kinds(set), cells).prop_map(move |(some, cells)| {
                        let kinds = cells.into_iter().map(|cell| some.get(cell).copied().unwrap_or(0)).collect();
                        Item::Tiles { tiles: Arc::new(Tiles { set, columns, kinds }), at, tile }
                    })
                })
                .collect();
            layers.prop_map(move |layers| [paper.clone(), tape.clone()].into_iter().chain(layers).collect())
        },
    )
}

/// The same item with a tile changed, if it has any: what a rabbit that digs does to the ground.
fn dug(item: &Item, index: prop::sample::Index, kind: u16) -> Item {
    let mut item = item.clone();
    if let Item::Tiles { tiles, .. } = &mut item
        && !tiles.kinds.is_empty()
    {
        let tile = index.index(tiles.kinds.len());
        Arc::make_mut(tiles).kinds[tile] = kind;
    }
    item
}

fn wash() -> impl Strategy<Value = Wash> {
    let opaque = || color().prop_map(|color| color.with_alpha(255));
    let washed = (opaque(), opaque(), -50..50, 0..200).prop_map(|(top, bottom, first, height)| Wash {
        top,
        bottom,
        rows: (first, first + height),
    });
    prop_oneof![Just(Wash::NONE), washed]
}

fn item(size: (u32, u32)) -> impl Strategy<Value = Item> {
    let group = prop::collection::vec(single_item(size), 0..6).prop_map(|items| Item::Group(ItemGroup::new(items)));
    prop_oneof![9 => single_item(size), 1 => group]
}

fn single_item(size: (u32, u32)) -> impl Strategy<Value = Item> {
    let align = select(&[Align::Left, Align::Centre, Align::Right][..]);
    prop_oneof![
        2 => (rect(size), color()).prop_map(|(rect, color)| Item::Fill { rect, color }),
        1 => (rect(size), -99..99, -99..99, tile(), wash())
            .prop_map(|(rect, x, y, tile, wash)| Item::Paper { rect, origin: (x, y), tile, wash }),
        8 => (sprite(), position(size), tile(), prop_oneof![3 => Just(255_u8), 1 => any::<u8>()])
            .prop_map(|(sprite, at, tile, opacity)| Item::Sprite { sprite, at, tile, opacity }),
        2 => (tiles(), position(size), prop_oneof![Just(16_u32), 1..40_u32])
            .prop_map(|(tiles, at, tile)| Item::Tiles { tiles: Arc::new(tiles), at: (at.x as i32, at.y as i32), tile }),
        1 => (prop::collection::vec(position(size), 0..6), color())
            .prop_map(|(corners, color)| Item::Polygon { corners, color }),
        1 => (rect(size), 0.0..20_f32, color(), color(), 0.0..5_f32, edge())
            .prop_map(|(rect, radius, fill, border, line, edge)| Item::Panel { rect, radius, fill, border, line, edge }),
        1 => (text(), rect(size), 5.0..40_f32, align, color())
            .prop_map(|(text, rect, size, align, color)| Item::Text { text: text.into(), rect, size, align, color, typeface: Typeface::Hand }),
    ]
}

fn edge() -> impl Strategy<Value = PanelEdge> {
    prop_oneof![
        Just(PanelEdge::Ruled),
        any::<u8>().prop_map(|hand| PanelEdge::Sketched { hand }),
        any::<u8>().prop_map(|hand| PanelEdge::Hatched { hand }),
        any::<u8>().prop_map(|hand| PanelEdge::Dashed { hand }),
    ]
}

fn size() -> impl Strategy<Value = (u32, u32)> {
    prop_oneof![
        1 => Just((1_u32, 1_u32)),
        2 => (1..40_u32, 1..40_u32),
        6 => (100..400_u32, 60..300_u32),
        // More than one band.
        2 => (900..1300_u32, 150..250_u32),
    ]
}

/// A size and lists of items for successive frames: each list is the one before with some items removed, moved,
/// replaced or added.
fn pictures() -> impl Strategy<Value = ((u32, u32), Vec<Vec<Item>>)> {
    size().prop_flat_map(|size| {
        let items = || prop::collection::vec(item(size), 0..20);
        let start = (items(), prop::option::of(ground(size)), items())
            .prop_map(|(back, ground, front)| [back, ground.unwrap_or_default(), front].concat());
        let edit = (any::<prop::sample::Index>(), (0..6_u16).prop_map(|number| number << 8), item(size));
        let edits = prop::collection::vec(prop::collection::vec(edit, 0..4), 0..4);
        (start, edits).prop_map(move |(start, edits)| {
            let mut lists = vec![start];
            for edit in edits {
                let mut list = lists[lists.len() - 1].clone();
                for (index, kind, item) in edit {
                    let at = index.index(list.len() + 1);
                    match kind {
                        0 => list.insert(at, item),
                        1 if at < list.len() => drop(list.remove(at)),
                        2 if at < list.len() => list[at] = item,
                        kind if at < list.len() => list[at] = dug(&list[at], index, kind - 3),
                        _ => {}
                    }
                }
                lists.push(list);
            }
            (size, lists)
        })
    })
}

/// Where two frames differ first.
fn difference(one: &Frame, other: &Frame) -> Option<String> {
    assert_eq!((one.width(), one.height()), (other.width(), other.height()));
    let mut pixels = one.data().chunks_exact(4).zip(other.data().chunks_exact(4));
    let index = pixels.position(|(one, other)| one != other)?;
    let (x, y) = (index % one.width() as usize, index / one.width() as usize);
    let bytes = index * 4..index * 4 + 4;
    Some(format!("at ({x}, {y}): {:?} and {:?}", &one.data()[bytes.clone()], &other.data()[bytes]))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Byte for byte: with any hints, number of threads and instructions, and whatever the frame showed before.
    #[test]
    fn both_painters_paint_the_same(
        (size, lists) in pictures(),
        hints in hints(),
        threads in 1..5_usize,
        instructions in select(&Instructions::ALL[..]),
    ) {
        let mut reference = painter(PainterKind::Reference, hints, 1, Instructions::Best);
        let mut fast = painter(PainterKind::Fast, hints, threads, instructions);
        let mut frame = used_frame(&mut reference, size);
        for (number, list) in lists.iter().enumerate() {
            let mut expected = Frame::new(size.0, size.1);
            reference.paint(list, &mut expected);
            // Cut in two anywhere, the list is the same list.
            let (back, front) = list.split_at(list.len() * number / lists.len());
            fast.paint_layers(back, front, &mut frame);
            prop_assert_eq!(difference(&expected, &frame), None, "list {} by {}", number, hints);
            // What a second frame shows again may be painted in other ways.
            let mut again = used_frame(&mut reference, size);
            fast.paint_layers(back, front, &mut again);
            prop_assert_eq!(difference(&expected, &again), None, "list {} again by {}", number, hints);
            // In front of something else, what stays may be copied.
            let other = &back[..back.len() / 2];
            reference.paint(&[other, front].concat(), &mut expected);
            fast.paint_layers(other, front, &mut again);
            prop_assert_eq!(difference(&expected, &again), None, "list {} in front of another by {}", number, hints);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, max_shrink_iters: 0, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn large_frames_are_the_same_too(
        list in prop::collection::vec(item((2560, 1440)), 200..600),
        hints in hints(),
        instructions in select(&Instructions::ALL[..]),
    ) {
        // Without the cache, the reference painter would take minutes.
        let hints = Hints { cache: Cache::On, ..hints };
        let mut expected = Frame::new(2560, 1440);
        painter(PainterKind::Reference, hints, 1, Instructions::Best).paint(&list, &mut expected);
        for threads in 1..=4 {
            let mut frame = Frame::new(2560, 1440);
            painter(PainterKind::Fast, hints, threads, instructions).paint(&list, &mut frame);
            prop_assert_eq!(difference(&expected, &frame), None, "{} threads by {}", threads, hints);
        }
    }
}

fn dirty() -> Painter {
    let hints = Hints { redraw: Redraw::Dirty, ..Hints::default() };
    painter(PainterKind::Fast, hints, 1, Instructions::Best)
}

fn rabbit(x: f32) -> Item {
    let sprite = Sprite::still(Picture::Walk);
    Item::Sprite { sprite, at: Point::new(x, 100.0), tile: 32, opacity: 255 }
}

fn paper() -> Item {
    Item::Paper { rect: Rect::new(0, 0, 400, 300), origin: (3, 4), tile: 32, wash: Wash::NONE }
}

#[test]
fn only_damage_is_repainted() {
    let (mut painter, mut frame) = (dirty(), Frame::new(400, 300));
    let all = painter.paint(&[paper(), rabbit(50.0)], &mut frame).pixels;
    assert!(all >= 400 * 300, "the first painting is of everything");
    assert_eq!(painter.paint(&[paper(), rabbit(50.0)], &mut frame).pixels, 0, "nothing changed");
    let moved = painter.paint(&[paper(), rabbit(60.0)], &mut frame).pixels;
    assert!(moved > 0 && moved < all / 10, "{moved} of {all}");
}

/// Who keeps the last frame, as a window does, needs to copy no more than that.
#[test]
fn a_frame_tells_what_changed() {
    let (mut painter, mut frame) = (dirty(), Frame::new(400, 300));
    painter.paint(&[paper(), rabbit(50.0)], &mut frame);
    let (mut shown, first) = (frame.clone(), frame.painting().expect("it was painted"));
    assert_eq!(frame.changes_since(first), Some(&[][..]), "nothing since then");
    painter.paint(&[paper(), rabbit(60.0)], &mut frame);
    for rect in frame.changes_since(first).expect("the painting before") {
        shown.blit(&frame, *rect, (rect.x, rect.y), 1);
    }
    assert_eq!(difference(&shown, &frame), None);
    painter.paint(&[paper(), rabbit(70.0)], &mut frame);
    assert_eq!(frame.changes_since(first), None, "two paintings ago");
    frame.fill(0);
    assert_eq!(frame.painting(), None);
}

#[test]
fn a_changed_tile_repaints_only_itself() {
    let ground = |kinds: Vec<u16>| {
        let tiles = Arc::new(Tiles { set: Tileset::Blocks, columns: 8, kinds });
        Item::Tiles { tiles, at: (10, 10), tile: 32 }
    };
    let mut kinds = vec![1 << 8; 8 * 6];
    let whole = ground(kinds.clone());
    kinds[20] = 0;
    let dug = ground(kinds);
    let (mut painter, mut frame) = (dirty(), Frame::new(400, 300));
    painter.paint(&[paper(), whole], &mut frame);
    let painted = painter.paint(&[paper(), dug.clone()], &mut frame).pixels;
    assert!((32 * 32..8 * 32 * 32).contains(&painted), "{painted} pixels for a tile");
    let mut expected = Frame::new(400, 300);
    self::painter(PainterKind::Reference, Hints::default(), 1, Instructions::Best)
        .paint(&[paper(), dug], &mut expected);
    assert_eq!(difference(&expected, &frame), None);
}

#[test]
fn a_foreign_frame_is_painted_whole() {
    let (mut painter, mut frame) = (dirty(), Frame::new(400, 300));
    painter.paint(&[paper()], &mut frame);
    let mut reference = self::painter(PainterKind::Reference, Hints::default(), 1, Instructions::Best);
    let mut other = used_frame(&mut reference, (400, 300));
    painter.paint(&[paper()], &mut other);
    assert_eq!(difference(&frame, &other), None);
}

#[test]
fn large_damage_repaints_the_whole_frame() {
    let (mut painter, mut frame) = (dirty(), Frame::new(400, 300));
    painter.paint(&[], &mut frame);
    let half = Item::Fill { rect: Rect::new(0, 0, 400, 150), color: palette::INK };
    assert_eq!(painter.paint(&[half], &mut frame).pixels, 400 * 300);
}

#[test]
fn nothing_is_painted_behind_an_occluder() {
    let mut painter = painter(PainterKind::Fast, Hints::default(), 1, Instructions::Best);
    let (mut frame, rect) = (Frame::new(400, 300), Rect::new(0, 0, 400, 300));
    let occluder = Item::Fill { rect, color: palette::INK };
    assert_eq!(painter.paint(&[paper(), occluder], &mut frame).pixels, 400 * 300);
}
