//! Memory and large levels: the cache stays within its bound, and what is not visible costs nothing.

use leveret::bench::SplitMix;
use leveret::level::Level;
use leveret::look::Hints;
use leveret::raster::{Frame, Instructions, Missing, Painter, PainterKind, Rendering};
use leveret::scene::{Camera, EarthCorner, Facing, Item, Picture, Point, Rect, Scenery, Sprite, draw_board};

use super::{difference, painter};

fn one(sprite: Sprite, tile: u32) -> Item {
    Item::Sprite { sprite, at: Point::new(10.0, 10.0), tile, opacity: 255 }
}

/// However long somebody zooms, and whether frames wait for their sprites or not.
#[test]
fn sprites_stay_within_their_bound() {
    const BOUND: usize = 512 << 10;
    let pictures =
        [Picture::Earth0, Picture::Metal, Picture::RampLeft1, Picture::TokenDig, Picture::Exit, Picture::Pipe];
    for missing in [Missing::Wait, Missing::Placeholder] {
        let rendering = Rendering { missing, sprite_bytes: BOUND, ..Rendering::default() };
        let mut bounded = Painter::new(rendering).expect("the art is whole");
        let (mut random, mut frame, mut most) = (SplitMix(5), Frame::new(80, 60), 0);
        for number in 0..3000 {
            let tile = 16 + random.below(49) as u32;
            let list: Vec<Item> =
                (0..4).map(|_| one(Sprite::still(pictures[random.below(pictures.len())]), tile)).collect();
            bounded.paint(&list, &mut frame);
            if number % 8 == 0 {
                // However fast frames are, the workers keep up.
                bounded.wait_for_sprites();
            }
            most = most.max(bounded.sprite_bytes());
            assert!(bounded.sprite_bytes() <= BOUND, "{} at {tile}", bounded.sprite_bytes());
        }
        assert!(most > BOUND / 4 * 3, "with {most} bytes at most this shows nothing");
        // In the end the picture is what it should be.
        let list = pictures.map(|picture| one(Sprite::still(picture), 20));
        bounded.paint(&list, &mut frame);
        bounded.wait_for_sprites();
        bounded.paint(&list, &mut frame);
        let mut expected = Frame::new(80, 60);
        painter(PainterKind::Reference, Hints::default(), 1, Instructions::Best).paint(&list, &mut expected);
        assert_eq!(difference(&expected, &frame), None, "{missing:?}");
    }
}

/// A full atlas evicts a quarter of what it holds, the least recently drawn first.
#[test]
fn the_least_recently_drawn_are_evicted_first() {
    // Rasterized from vectors, each is a single bitmap; opaque all over, all take the same memory.
    let hints: Hints = "sprites=vector".parse().expect("hints");
    let earth = |number: usize| {
        let pictures = [Picture::Earth0, Picture::Earth1, Picture::Earth2, Picture::Earth3];
        let corners = [EarthCorner::Light, EarthCorner::Deep][number / 4];
        Sprite { frame: EarthCorner::look(|_| corners), ..Sprite::still(pictures[number % 4]) }
    };
    let blocks: [Sprite; 8] = std::array::from_fn(earth);
    let mut frame = Frame::new(60, 60);
    let with = |sprite_bytes| Painter::new(Rendering { sprite_bytes, ..hints.into() }).expect("the art is whole");
    let mut measure = with(usize::MAX);
    measure.paint(&[one(blocks[0], 40)], &mut frame);
    let bitmap = measure.sprite_bytes();

    let mut bounded = with(8 * bitmap);
    let mut misses = |sprite: Sprite| bounded.paint(&[one(sprite, 40)], &mut frame).lookups.misses;
    assert_eq!(blocks.map(&mut misses), [1; 8], "none is there at first");
    assert_eq!(misses(blocks[0]), 0, "all are there, and this one is now the youngest");
    assert_eq!(misses(Sprite { facing: Facing::Left, ..blocks[0] }), 1, "the ninth is one too many");
    assert_eq!([0, 4, 5, 6, 7].map(|block| misses(blocks[block])), [0; 5]);
    assert_eq!(misses(blocks[1]), 1, "the oldest are gone");
}

/// The items, and the pixels that they write, of a board of this size, uniform all over, in the same window at the same
/// zoom.
fn cost(columns: usize, rows: usize) -> (u64, u64) {
    let row = |row: usize| if row.is_multiple_of(2) { "d " } else { "# " }.repeat(columns / 2);
    let map: Vec<String> = (0..rows).map(|number| format!("\"{}\"", row(number))).collect();
    let text = format!("Level(name: \"Large\", save: 0, map: [{}])", map.join(","));
    let world = Level::from_ron(&text, "large.ron").expect("a level").world();
    let mut view = Camera::fitting(Rect::new(0, 0, 1280, 720), world.width(), world.height());
    view.zoom_to(32);
    let mut items = Vec::new();
    draw_board(&world, Scenery::of_set(0), &view, 0.0, &mut items);
    let painted =
        painter(PainterKind::Fast, Hints::default(), 1, Instructions::Best).paint(&items, &mut Frame::new(1280, 720));
    (painted.items, painted.pixels)
}

#[test]
fn a_level_of_500_by_500_cells_costs_what_is_seen_of_it() {
    let (small, large) = (cost(48, 28), cost(500, 500));
    assert!(small.0 > 200, "{} items", small.0);
    assert_eq!(small.0, large.0, "items");
    // Other places have other blades of grass.
    assert!(small.1.abs_diff(large.1) * 100 < small.1, "{} and {} pixels", small.1, large.1);
}
