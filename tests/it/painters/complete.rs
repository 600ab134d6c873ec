//! What generated lists may miss by chance: every sprite, every combination of hints, every edge of the frame.

use leveret::look::{Alpha, Antialias, Blend, Cache, Color, Filter, Hints, Redraw, Sprites, Typeface, palette};
use leveret::raster::{Frame, Instructions, Painter, PainterKind};
use leveret::scene::{Align, FRAMES, Facing, Item, PanelEdge, Picture, Point, Rect, Sprite, draw_contact_sheet};

use super::{difference, painter, paper};

/// A fast painter for each number of threads and kind of instructions.
fn fast_painters(hints: Hints) -> Vec<Painter> {
    let of = |threads| move |instructions| painter(PainterKind::Fast, hints, threads, instructions);
    (1..=4).flat_map(|threads| Instructions::ALL.map(of(threads))).collect()
}

fn combinations() -> Vec<Hints> {
    let mut all = vec![Hints::default()];
    let mut vary = |values: usize, set: &dyn Fn(Hints, usize) -> Hints| {
        all = all.iter().flat_map(|hints| (0..values).map(|value| set(*hints, value))).collect();
    };
    vary(Filter::ALL.len(), &|hints, value| Hints { filter: Filter::ALL[value], ..hints });
    vary(Antialias::ALL.len(), &|hints, value| Hints { antialias: Antialias::ALL[value], ..hints });
    vary(Alpha::ALL.len(), &|hints, value| Hints { alpha: Alpha::ALL[value], ..hints });
    vary(Blend::ALL.len(), &|hints, value| Hints { blend: Blend::ALL[value], ..hints });
    vary(Sprites::ALL.len(), &|hints, value| Hints { sprites: Sprites::ALL[value], ..hints });
    vary(Cache::ALL.len(), &|hints, value| Hints { cache: Cache::ALL[value], ..hints });
    vary(Redraw::ALL.len(), &|hints, value| Hints { redraw: Redraw::ALL[value], ..hints });
    all
}

/// One item of each kind, with a rabbit at `x`.
fn picture(x: f32) -> Vec<Item> {
    let sprite = |picture: Picture, x: f32, y: f32, tile: u32, opacity: u8| Item::Sprite {
        sprite: Sprite::still(picture),
        at: Point::new(x, y),
        tile,
        opacity,
    };
    let corners = [(70.0, 3.5), (94.2, 20.0), (60.0, 30.7)].map(|(x, y)| Point::new(x, y)).to_vec();
    let rect = Rect::new(4, 50, 60, 20);
    vec![
        paper(),
        Item::Fill { rect: Rect::new(-5, 30, 60, 20), color: palette::WATER },
        sprite(Picture::Earth0, 60.0, 40.0, 20, 255),
        sprite(Picture::Walk, x, 12.3, 45, 255),
        sprite(Picture::Fire, 20.5, 30.0, 32, 120),
        Item::Polygon { corners, color: Color { alpha: 90, ..palette::INK } },
        Item::Panel {
            rect,
            radius: 6.0,
            fill: palette::PANEL,
            border: palette::INK,
            line: 1.5,
            edge: PanelEdge::Sketched { hand: 0 },
        },
        Item::Text {
            text: "hop".into(),
            rect,
            size: 15.0,
            align: Align::Centre,
            color: palette::INK,
            typeface: Typeface::Mono,
        },
    ]
}

#[test]
fn every_combination_of_hints_is_painted_the_same() {
    let all = combinations();
    assert_eq!(all.len(), 320);
    let mut reference = painter(PainterKind::Reference, Hints::default(), 1, Instructions::Best);
    let mut fast = fast_painters(Hints::default());
    for (number, hints) in all.into_iter().enumerate() {
        let turn = number % fast.len();
        reference.set_hints(hints);
        fast[turn].set_hints(hints);
        let (mut expected, mut frame) = (Frame::new(96, 72), Frame::new(96, 72));
        for x in [30.0, 33.6] {
            reference.paint(&picture(x), &mut expected);
            fast[turn].paint(&picture(x), &mut frame);
            assert_eq!(difference(&expected, &frame), None, "{hints}, painter {turn}, rabbit at {x}");
        }
    }
}

#[test]
fn every_sprite_is_painted_the_same() {
    let mut sheet = Vec::new();
    let (width, height) = draw_contact_sheet(16, FRAMES, &mut sheet);
    let mut mirrored = sheet.clone();
    for item in &mut mirrored {
        if let Item::Sprite { sprite, opacity, .. } = item {
            (sprite.facing, *opacity) = (Facing::Left, 200);
        }
    }
    let sprites = sheet.iter().filter(|item| matches!(item, Item::Sprite { .. })).count();
    assert!(sprites > Picture::ALL.len() * 4, "{sprites}");
    let mut reference = painter(PainterKind::Reference, Hints::default(), 1, Instructions::Best);
    let mut fast = painter(PainterKind::Fast, Hints::default(), 2, Instructions::Baseline);
    for sheet in [sheet, mirrored] {
        let (mut expected, mut frame) = (Frame::new(width, height), Frame::new(width, height));
        reference.paint(&sheet, &mut expected);
        fast.paint(&sheet, &mut frame);
        assert_eq!(difference(&expected, &frame), None);
    }
}

/// A sprite of 32 pixels across each edge and corner, at whole pixels and at halves, in small frames too.
#[test]
fn every_edge_cuts_the_same() {
    let mut reference = painter(PainterKind::Reference, Hints::default(), 1, Instructions::Best);
    let mut fast = fast_painters(Hints::default());
    for (width, height) in [(1, 1), (3, 40), (40, 3), (50, 40)] {
        let positions = |side: u32| [-40.0, -31.5, -31.0, -1.0, 0.0, side as f32 - 1.0, side as f32 - 0.5, side as f32];
        for x in positions(width) {
            for y in positions(height) {
                let sprites = [(Picture::Earth1, 255), (Picture::Walk, 255), (Picture::Bash, 99)];
                let list = sprites.map(|(picture, opacity)| Item::Sprite {
                    sprite: Sprite::still(picture),
                    at: Point::new(x, y),
                    tile: 32,
                    opacity,
                });
                let mut expected = Frame::new(width, height);
                reference.paint(&list, &mut expected);
                for fast in &mut fast {
                    let mut frame = Frame::new(width, height);
                    fast.paint(&list, &mut frame);
                    assert_eq!(difference(&expected, &frame), None, "at ({x}, {y}) in {width}x{height}");
                }
            }
        }
    }
}
