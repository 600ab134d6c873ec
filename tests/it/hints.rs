//! What each hint does to the picture: where it shows, where it must not, and that it does what it says.

mod crops;
mod filters;

use leveret::level::Level;
use leveret::look::{Color, Hint, Hints};
use leveret::play::Player;
use leveret::raster::{Frame, Painter};
use leveret::scene::{Camera, Item, Rect, Scenery, draw_board};

/// A board with every kind of tile and thing, and rabbits at work on it, by these hints and at so many pixels a tile.
fn board(hints: &str, tile: u32) -> (Frame, Camera) {
    let level = Level::from_ron(include_str!("data/everything.ron"), "everything.ron").expect("a level");
    let orders = level.solutions[0].play(&level).expect("orders can always be read").orders;
    let mut run = Player::following(level.world(), orders);
    for _ in 0..12 {
        run.advance();
    }
    let mut view = Camera::fitting(Rect::new(0, 0, 720, 480), run.world().width(), run.world().height());
    view.zoom_to(tile);
    let mut items = Vec::new();
    draw_board(run.world(), Scenery::of_set(0), &view, 0.3, &mut items);
    let mut frame = Frame::new(720, 480);
    let hints = hints.parse::<Hints>().expect("hints");
    Painter::new(hints.into()).expect("the art is whole").paint(&items, &mut frame);
    (frame, view)
}

/// How two pictures of the same board may differ.
enum Difference {
    /// Not in a single byte.
    None,
    /// By no more than rounding: one step for each of a few sprites on top of each other.
    Slight,
    /// Visibly.
    Seen,
}

/// Zooms where sprites shrink, where they grow, and where a mip level has their size.
const SHRUNK: u32 = 45;
const GROWN: u32 = 200;
const COPIED: u32 = 64;

/// Hints, what they are compared with, the zooms, and the difference.
const EFFECTS: [(&str, &str, &[u32], Difference); 21] = [
    ("filter=nearest", "filter=bilinear", &[SHRUNK, GROWN], Difference::Seen),
    ("filter=nearest", "filter=bilinear", &[COPIED], Difference::None),
    ("filter=sharp", "filter=bilinear", &[GROWN], Difference::Seen),
    ("filter=sharp", "filter=bilinear", &[SHRUNK, COPIED], Difference::None),
    ("filter=sharp", "filter=nearest", &[GROWN], Difference::Seen),
    ("filter=bicubic", "filter=bilinear", &[SHRUNK, GROWN], Difference::Seen),
    ("filter=bicubic", "filter=bilinear", &[COPIED], Difference::None),
    ("filter=area", "filter=bilinear", &[SHRUNK, GROWN], Difference::Seen),
    ("filter=area", "filter=bilinear", &[COPIED], Difference::None),
    ("filter=area", "filter=nearest", &[SHRUNK], Difference::Seen),
    ("filter=area", "filter=sharp", &[GROWN], Difference::None),
    ("antialias=off", "antialias=on", &[SHRUNK, GROWN, COPIED], Difference::Seen),
    ("alpha=fast", "alpha=exact", &[SHRUNK, GROWN, COPIED], Difference::Slight),
    ("blend=linear,alpha=fast", "blend=linear,alpha=exact", &[SHRUNK, GROWN], Difference::None),
    ("blend=linear", "blend=srgb", &[SHRUNK, GROWN, COPIED], Difference::Seen),
    ("sprites=vector", "sprites=raster", &[SHRUNK, GROWN], Difference::Seen),
    ("sprites=vector", "sprites=raster", &[COPIED], Difference::None),
    ("sprites=vector,filter=nearest", "sprites=vector,filter=area", &[SHRUNK, GROWN], Difference::None),
    ("cache=off", "cache=on", &[SHRUNK, COPIED], Difference::None),
    ("redraw=full", "redraw=dirty", &[SHRUNK, COPIED], Difference::None),
    ("speed", "quality", &[SHRUNK, GROWN, COPIED], Difference::Seen),
];

#[test]
fn hints_show_where_they_should_and_nowhere_else() {
    for (hints, against, zooms, expected) in &EFFECTS {
        for &tile in *zooms {
            let ((one, _), (other, _)) = (board(hints, tile), board(against, tile));
            let step = largest_step(&one, &other);
            let right = match expected {
                Difference::None => step == 0,
                Difference::Slight => (1..=3).contains(&step),
                Difference::Seen => step > 8,
            };
            assert!(right, "`{hints}` and `{against}` differ by {step} at {tile}");
        }
    }
}

#[test]
fn that_test_has_every_value_of_every_hint() {
    for value in Hints::default().alternatives() {
        assert!(EFFECTS.iter().any(|(hints, ..)| *hints == value.to_string()), "{value}");
    }
}

/// The largest difference of any channel.
fn largest_step(one: &Frame, other: &Frame) -> u8 {
    one.data().iter().zip(other.data()).map(|(one, other)| one.abs_diff(*other)).max().unwrap_or(0)
}

/// An idle hint changes no pixel, whatever its value. Any other hint does, or acts on the time alone.
#[test]
fn hints_are_idle_where_they_change_nothing() {
    for (base, tile) in [("balanced", SHRUNK), ("balanced", COPIED), ("quality", SHRUNK), ("quality", COPIED)] {
        let hints: Hints = base.parse().expect("hints");
        let (picture, _) = board(base, tile);
        for hint in Hint::ALL {
            let mut others = hint.values().iter().map(|value| hints.with(*value));
            let same = others.all(|other| largest_step(&board(&other.to_string(), tile).0, &picture) == 0);
            let idle = hints.idle(*hint, tile).is_some() || matches!(hint, Hint::Cache | Hint::Redraw);
            assert_eq!(same, idle, "{hint:?} of {base} at {tile}");
        }
    }
}

#[test]
fn linear_blending_shows_on_soft_edges_only() {
    let ((srgb, _), (linear, _)) = (board("blend=srgb", SHRUNK), board("blend=linear", SHRUNK));
    let equal = srgb.data().iter().zip(linear.data()).filter(|(one, other)| one == other).count();
    assert!(equal > srgb.data().len() / 2, "opaque pixels are not blended");
}

/// White of half opacity on black.
#[test]
fn half_of_the_light_is_188_and_half_of_the_bytes_is_128() {
    let blended = |hints: &str| {
        let mut frame = Frame::new(20, 4);
        let rect = Rect::new(0, 0, 20, 4);
        let white = Color { alpha: 128, ..Color::rgb(255, 255, 255) };
        let items = [Color::rgb(0, 0, 0), white].map(|color| Item::Fill { rect, color });
        let hints = hints.parse::<Hints>().expect("hints");
        Painter::new(hints.into()).expect("the art is whole").paint(&items, &mut frame);
        let first = [frame.data()[0], frame.data()[1], frame.data()[2], frame.data()[3]];
        assert!(frame.data().chunks_exact(4).all(|pixel| pixel == first), "a flat colour stays flat");
        first
    };
    assert_eq!(blended("blend=linear"), [188, 188, 188, 255]);
    assert_eq!(blended("blend=srgb"), [128, 128, 128, 255]);
}

/// Every grey of every opacity on black: the nearest byte to the light that it has by itself, times its opacity.
#[test]
fn linear_light_is_the_nearest_byte_to_the_sum() {
    const FULL: f64 = 4095.0;
    let light = |byte: usize| {
        let value = byte as f64 / 255.0;
        let linear = if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) };
        (linear * FULL).round()
    };
    let lights: Vec<f64> = (0..256).map(light).collect();
    let nearest = |light: f64| {
        let distance = |byte: &usize| (lights[*byte] - light).abs();
        (0..256).min_by(|one, other| distance(one).total_cmp(&distance(other))).expect("there are bytes")
    };
    let rounded = |dividend: usize, divisor: usize| (2 * dividend + divisor) / (2 * divisor);
    let expected = |grey: usize, opacity: usize| {
        let premultiplied = rounded(grey * 255 * opacity, 255 * 255);
        let straight = (premultiplied * 255 + opacity / 2).checked_div(opacity).unwrap_or(0).min(255);
        nearest((lights[straight] * opacity as f64 / 255.0).round())
    };
    let pixels = (0..=255).flat_map(|y: u8| (0..=255).map(move |x: u8| (x, y)));
    let items: Vec<Item> = pixels
        .clone()
        .map(|(x, y)| Item::Fill {
            rect: Rect::new(x.into(), y.into(), 1, 1),
            color: Color::rgb(x, x, x).with_alpha(y),
        })
        .collect();
    let mut frame = Frame::new(256, 256);
    let hints = "blend=linear".parse::<Hints>().expect("hints");
    Painter::new(hints.into()).expect("the art is whole").paint(&items, &mut frame);
    for ((grey, opacity), pixel) in pixels.zip(frame.data().chunks_exact(4)) {
        let expected = expected(grey.into(), opacity.into()) as u8;
        assert_eq!(pixel, [expected, expected, expected, 255], "{grey} of opacity {opacity}");
    }
}

/// Black of every opacity on every grey: what is left is the product of two bytes, divided by 255.
#[test]
fn fast_alpha_is_off_by_one_as_documented() {
    let grey = |value: u8| Color::rgb(value, value, value);
    let columns = (0..=255).map(|x: u8| Item::Fill { rect: Rect::new(x.into(), 0, 1, 256), color: grey(x) });
    let rows = (0..=255).map(|y: u8| Item::Fill { rect: Rect::new(0, y.into(), 256, 1), color: grey(0).with_alpha(y) });
    let items: Vec<Item> = columns.chain(rows).collect();
    let painted = |hints: &str| {
        let mut frame = Frame::new(256, 256);
        Painter::new(hints.parse::<Hints>().expect("hints").into())
            .expect("the art is whole")
            .paint(&items, &mut frame);
        frame.data().iter().step_by(4).map(|red| i16::from(*red)).collect::<Vec<_>>()
    };
    let (fast, exact) = (painted("alpha=fast"), painted("alpha=exact"));
    let count = |step: i16| fast.iter().zip(&exact).filter(|(fast, exact)| *fast - *exact == step).count();
    assert_eq!((count(1), count(-1)), (17_284, 1_476));
    assert_eq!(count(0), 256 * 256 - 17_284 - 1_476, "no product is off by more");
}
