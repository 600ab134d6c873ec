//! The art: complete, inside its bounds, without seams, and smooth from frame to frame.

use std::collections::HashSet;
use std::path::Path;

use leveret::look::Palette;
use leveret::raster::art::{Antialias, Art, ArtError};
use leveret::scene::{Corner, EarthCorner, FRAMES, Facing, Outline, Picture, PictureKind, Sides, Skin, Sprite};
use tiny_skia::Pixmap;

const EARTH: [Picture; 4] = [Picture::Earth0, Picture::Earth1, Picture::Earth2, Picture::Earth3];

#[test]
fn every_frame_of_every_picture_covers_its_pixel_bounds() {
    let art = art();
    for sprite in all_sprites() {
        for facing in [Facing::Right, Facing::Left] {
            let sprite = Sprite { facing, ..sprite };
            let (_, _, width, height) = art.pixel_bounds(sprite, 23);
            let pixels = art.draw(sprite, 23, Antialias::On);
            assert_eq!((pixels.width(), pixels.height()), (width, height), "{sprite:?}");
        }
    }
}

#[test]
fn every_picture_shows_something_and_no_two_the_same() {
    let art = art();
    let mut seen = HashSet::new();
    for &picture in Picture::ALL {
        let (frame, opacity) = match picture {
            Picture::Edges => (Sides::TOP.bits(), 150),
            // Shade lets all be seen.
            Picture::Shade => (u8::MAX, 30),
            _ => (picture.frames() / 3, 150),
        };
        let pixels = art.draw(Sprite { frame, ..Sprite::still(picture) }, 64, Antialias::On);
        assert!(pixels.pixels().iter().any(|pixel| pixel.alpha() > opacity), "{} is empty", picture.name());
        assert!(seen.insert(pixels.data().to_vec()), "{} looks like another picture", picture.name());
    }
}

#[test]
fn no_sprite_reaches_the_rim_of_its_bounds() {
    let art = art();
    for sprite in all_sprites().filter(|sprite| !fills_its_bounds(sprite.picture)) {
        let pixels = art.draw(sprite, 100, Antialias::On);
        let (right, bottom) = (pixels.width() - 1, pixels.height() - 1);
        for (x, y) in all_pixels(&pixels).filter(|&(x, y)| x == 0 || y == 0 || x == right || y == bottom) {
            assert_eq!(alpha(&pixels, x, y), 0, "{sprite:?} is cut off at ({x}, {y})");
        }
    }
}

#[test]
fn bounds_are_pixel_bounds_in_tiles() {
    let art = art();
    for &picture in Picture::ALL {
        let bounds = art.bounds(picture);
        let (left, top, width, height) = art.pixel_bounds(Sprite::still(picture), 100);
        let tiles = [left as f32, top as f32, width as f32, height as f32].map(|pixels| pixels / 100.0);
        assert_eq!([bounds.left, bounds.top, bounds.width, bounds.height], tiles, "{}", picture.name());
    }
}

#[test]
fn blocks_fill_their_cell_to_the_edge_at_any_size() {
    let art = art();
    for tile in [16, 17, 23, 32, 33, 47, 64, 100, 129, 256] {
        for picture in EARTH.into_iter().chain([Picture::Metal]) {
            for antialias in [Antialias::On, Antialias::Off] {
                let sprite = Sprite::still(picture);
                assert_eq!(art.pixel_bounds(sprite, tile), (0, 0, tile, tile));
                let pixels = art.draw(sprite, tile, antialias);
                assert!(pixels.pixels().iter().all(|pixel| pixel.alpha() == 255), "{} at {tile}", picture.name());
            }
        }
    }
}

#[test]
fn a_round_corner_is_open_and_the_others_are_not() {
    let art = art();
    for round in Corner::ALL {
        let frame = EarthCorner::look(|corner| if corner == round { EarthCorner::Round } else { EarthCorner::Deep });
        let pixels = art.draw(Sprite { frame, ..Sprite::still(Picture::Earth1) }, 64, Antialias::On);
        for (corner, (x, y)) in Corner::ALL.into_iter().zip([(0, 0), (63, 0), (0, 63), (63, 63)]) {
            assert_eq!(alpha(&pixels, x, y), if corner == round { 0 } else { 255 }, "{corner:?} with {round:?} round");
        }
    }
}

#[test]
fn ramps_are_solid_below_their_slope_and_only_grass_is_above() {
    let art = art();
    for (tile, picture, antialias) in [16, 23, 32, 100, 256].into_iter().flat_map(|tile| {
        let pictures = [Picture::RampRight0, Picture::RampRight1, Picture::RampLeft0, Picture::RampLeft1];
        pictures
            .into_iter()
            .flat_map(move |picture| Antialias::ALL.iter().map(move |antialias| (tile, picture, *antialias)))
    }) {
        let sprite = Sprite::still(picture);
        let (_, top, _, _) = art.pixel_bounds(sprite, tile);
        let pixels = art.draw(sprite, tile, antialias);
        for (x, y) in all_pixels(&pixels) {
            // How far the pixel is below the slope.
            let across = if picture.name().contains("right") { x as i32 } else { tile as i32 - 1 - x as i32 };
            let below = across + y as i32 + top + 1 - tile as i32;
            let alpha = alpha(&pixels, x, y);
            let place = format!("{} at {tile}, ({x}, {y})", picture.name());
            if below > 1 {
                assert_eq!(alpha, 255, "{place}");
            } else if below * 4 < -(tile as i32) {
                assert_eq!(alpha, 0, "{place}");
            }
        }
    }
}

/// Tone and hatching go on from tile to tile: over all pairs of variants, columns at a seam do not differ more than the
/// columns inside of a tile that differ most.
#[test]
fn earth_has_no_seams() {
    let art = art();
    let draw = |picture, frame, tile| art.draw(Sprite { frame, ..Sprite::still(picture) }, tile, Antialias::On);
    let look = |left: [EarthCorner; 2], right: [EarthCorner; 2]| {
        EarthCorner::look(|corner| match corner {
            Corner::TopLeft => left[0],
            Corner::BottomLeft => left[1],
            Corner::TopRight => right[0],
            Corner::BottomRight => right[1],
        })
    };
    for tile in [16, 32, 50, 64, 128] {
        for seam in [
            [EarthCorner::Light, EarthCorner::Light],
            [EarthCorner::Light, EarthCorner::Deep],
            [EarthCorner::Deepest, EarthCorner::Deep],
        ] {
            let here = look([EarthCorner::Deep, EarthCorner::Deep], seam);
            let there = look(seam, [EarthCorner::Deep; 2]);
            let (mut between, mut inside) = (0, 0);
            for (one, other) in EARTH.into_iter().flat_map(|one| EARTH.map(|other| (one, other))) {
                let (one, other) = (draw(one, here, tile), draw(other, there, tile));
                inside += (1..tile).map(|x| columns_apart((&one, x - 1), (&one, x))).fold(0, u64::max);
                between += columns_apart((&one, tile - 1), (&other, 0));
            }
            assert!(between <= inside, "{between} at the seams, {inside} inside, at {tile}");
        }
    }
}

/// The outline of a side goes on in the next tile.
#[test]
fn outlines_join() {
    let art = art();
    let draw = |variant: u8, tile| {
        let frame = Sides::TOP.with(Sides::BOTTOM).bits() | variant << 4;
        art.draw(Sprite { frame, ..Sprite::still(Picture::Edges) }, tile, Antialias::On)
    };
    for tile in [16, 32, 50, 64, 128] {
        for (one, other) in Outline::ALL.into_iter().flat_map(|one| Outline::ALL.map(|other| (one, other))) {
            let (one, other) = (draw(one as u8, tile), draw(other as u8, tile));
            let apart = columns_apart((&one, tile - 1), (&other, 0));
            assert!(apart < u64::from(one.height()) * 40, "{apart} at {tile}");
        }
    }
}

/// The sum of the differences of two columns of pixels, over all channels.
fn columns_apart((one, x): (&Pixmap, u32), (other, other_x): (&Pixmap, u32)) -> u64 {
    let channels = |pixels: &Pixmap, x, y| {
        let pixel = pixels.pixel(x, y).expect("inside the picture");
        [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
    };
    let rows = 0..one.height().min(other.height());
    let apart = rows.flat_map(|y| {
        let pairs = channels(one, x, y).into_iter().zip(channels(other, other_x, y));
        pairs.map(|(one, other)| u64::from(one.abs_diff(other)))
    });
    apart.sum()
}

#[test]
fn planks_of_a_bridge_join() {
    let art = art();
    for tile in [16_u32, 23, 32, 100, 256] {
        let plank = art.draw(Sprite::still(Picture::Bridge), tile, Antialias::On);
        // The next plank starts one cell further to the right and one up: its left edge goes on where the right edge
        // of this one ends, one row higher as in every column.
        let opaque = |x, y| y < plank.height() && alpha(&plank, x, y) == 255;
        let common = (1..tile).filter(|&y| opaque(tile - 1, y) && opaque(0, y + tile - 1)).count() as u32;
        assert!(common >= tile / 10, "at {tile} only {common} rows of two planks meet");
    }
}

#[test]
fn facing_left_is_the_mirror_image() {
    let art = art();
    for sprite in all_sprites() {
        let mirrored = Sprite { facing: Facing::Left, ..sprite };
        let (left, top, width, height) = art.pixel_bounds(sprite, 23);
        assert_eq!(art.pixel_bounds(mirrored, 23), (23 - left - width as i32, top, width, height));
        let (ahead, back) = (art.draw(sprite, 23, Antialias::On), art.draw(mirrored, 23, Antialias::On));
        let same = all_pixels(&ahead).all(|(x, y)| ahead.pixel(x, y) == back.pixel(width - 1 - x, y));
        assert!(same, "{sprite:?} and its mirror image differ");
    }
}

#[test]
fn what_moves_differs_from_frame_to_frame() {
    let art = art();
    for &picture in Picture::ALL.iter().filter(|picture| picture.frames() == FRAMES) {
        let frames: HashSet<Vec<u8>> = frames(&art, picture).iter().map(|frame| frame.data().to_vec()).collect();
        assert!(frames.len() >= usize::from(FRAMES) / 2, "{} has only {} poses", picture.name(), frames.len());
    }
    let walk = frames(&art, Picture::Walk);
    assert!(walk.windows(2).all(|pair| pair[0].data() != pair[1].data()), "two frames of the walk are alike");
}

#[test]
fn movements_that_repeat_flow_into_their_start() {
    let art = art();
    for picture in [
        Picture::Walk,
        Picture::WalkUp,
        Picture::WalkDown,
        Picture::Roll,
        Picture::RollUp,
        Picture::RollDown,
        Picture::Wait,
        Picture::Fall,
        Picture::Float,
        Picture::Stop,
        Picture::StopOnSlope,
        Picture::Climb,
        Picture::Fire,
        Picture::FireOnSlope,
        Picture::FireFalling,
    ] {
        let frames = frames(&art, picture);
        let largest = frames.windows(2).map(|pair| distance(&pair[0], &pair[1])).fold(0.0, f64::max);
        let around = distance(&frames[frames.len() - 1], &frames[0]);
        assert!(around <= 1.2 * largest, "{}: {around:.2} at the seam, {largest:.2} inside", picture.name());
    }
}

#[test]
fn movements_that_follow_one_another_meet_in_a_pose() {
    let art = art();
    for (first, second) in [
        (Picture::Walk, Picture::Dig),
        (Picture::Walk, Picture::Bash),
        (Picture::Walk, Picture::Build1),
        (Picture::Walk, Picture::ClimbStart),
        (Picture::Walk, Picture::EnterExit),
        (Picture::Walk, Picture::Wait),
        (Picture::Turn, Picture::Walk),
        (Picture::Bash, Picture::Walk),
        (Picture::Dig, Picture::Dig),
        (Picture::Build1, Picture::Build2),
        (Picture::Build2, Picture::Build3),
        (Picture::Build3, Picture::Walk),
        (Picture::ClimbStart, Picture::Climb),
        (Picture::Climb, Picture::ClimbEnd),
        (Picture::Climb, Picture::BangHead),
        (Picture::Climb, Picture::EnterExitClimbing),
        (Picture::ClimbEnd, Picture::Walk),
    ] {
        let (first_frames, second_frames) = (frames(&art, first), frames(&art, second));
        let within = first_frames.windows(2).chain(second_frames.windows(2));
        let largest = within.map(|pair| change(&pair[0], &pair[1])).fold(0.0, f64::max);
        let between = change(&first_frames[usize::from(FRAMES) - 1], &second_frames[0]);
        let limit = largest.clamp(0.2, 0.45);
        assert!(between <= limit, "{} to {}: a change of {between:.2}, not {limit:.2}", first.name(), second.name());
    }
}

#[test]
fn hard_edges_are_opaque_or_absent_and_soft_ones_are_between() {
    let art = art();
    for picture in Picture::ALL.iter().copied().filter(|picture| picture.name().starts_with("token-")) {
        let blended = |antialias| {
            let pixels = art.draw(Sprite::still(picture), 40, antialias);
            pixels.pixels().iter().filter(|pixel| !matches!(pixel.alpha(), 0 | 255)).count()
        };
        // The searching second stroke of the pencil is translucent whatever its edges: a few pixels are.
        assert!(blended(Antialias::Off) * 3 < blended(Antialias::On), "{}", picture.name());
    }
}

#[test]
fn rabbots_are_red_and_tokens_do_not_change() {
    let art = art();
    let draw = |picture, skin| art.draw(Sprite { skin, ..Sprite::still(picture) }, 64, Antialias::On);
    let mean_red = |pixels: &Pixmap| {
        let (red, blue) = pixels
            .pixels()
            .iter()
            .fold((0, 0), |(red, blue), pixel| (red + u64::from(pixel.red()), blue + u64::from(pixel.blue())));
        red as f64 / blue as f64
    };
    assert!(mean_red(&draw(Picture::Walk, Skin::Rabbit)) < 1.2);
    assert!(mean_red(&draw(Picture::Walk, Skin::Rabbot)) > 1.5);
    let (rabbit, rabbot) = (draw(Picture::TokenDig, Skin::Rabbit), draw(Picture::TokenDig, Skin::Rabbot));
    assert_eq!(rabbit.data(), rabbot.data());
}

/// One tells them apart without colours: such a share of what either covers is not covered by the other.
#[test]
fn rabbots_have_a_silhouette_of_their_own() {
    let art = art();
    for (picture, other, frame, share) in [
        (Picture::Walk, Picture::Roll, 0, 0.25),
        (Picture::Walk, Picture::Roll, 4, 0.4),
        (Picture::Turn, Picture::Turn, 8, 0.25),
        (Picture::Stop, Picture::Stop, 4, 0.16),
    ] {
        let draw = |picture, skin| on_canvas(&art, Sprite { skin, frame, ..Sprite::still(picture) });
        let apart = change(&draw(picture, Skin::Rabbit), &draw(other, Skin::Rabbot));
        assert!(apart > share, "{}: {apart:.2}", picture.name());
    }
}

#[test]
fn drawing_twice_gives_the_same_pixels_on_any_thread() {
    let sprite = Sprite { frame: 7, ..Sprite::still(Picture::Bash) };
    let art = art();
    let here = art.draw(sprite, 48, Antialias::On);
    let there = std::thread::scope(|scope| scope.spawn(|| art.draw(sprite, 48, Antialias::On)).join());
    assert_eq!(here.data(), there.expect("drawing does not panic").data());
}

#[test]
fn a_broken_drawing_is_named() {
    let cases: [(&str, &str, &str, ArtError); 10] = [
        (
            "tiles/metal.svg",
            "id=\"truss\"",
            "id=\"trust\"",
            ArtError::PartMissing("tiles/metal.svg".into(), "truss".into()),
        ),
        (
            "parts.ron",
            "\"rabbit:head\"",
            "\"rabbit:hat\"",
            ArtError::PartMissing("parts/rabbit.svg".into(), "hat".into()),
        ),
        ("parts.ron", "on: \"head\"", "on: \"hat\"", ArtError::PartLoose("ear-far".into(), "hat".into())),
        (
            "movements/walking.ron",
            "\"rabbit\": [(at: 0, size",
            "\"robot\": [(at: 0, size",
            ArtError::PartUnknown("walk".into(), "robot".into()),
        ),
        ("movements/walking.ron", "\"wait\":", "\"fall\":", ArtError::PictureTwice("fall".into())),
        ("movements/walking.ron", "\"walk\":", "\"stroll\":", ArtError::PictureMissing("walk".into())),
        (
            "movements/walking.ron",
            "(at: 0.25, turn: 6), (at: 0.5, turn: -4)",
            "(at: 0.5, turn: 6), (at: 0.25, turn: -4)",
            ArtError::KeysUnordered("wait".into(), "head".into()),
        ),
        (
            "stills/token-dig.svg",
            "class=\"ring-dig\"",
            "class=\"ring-pig\"",
            ArtError::ClassUnknown("stills/token-dig.svg".into(), "ring-pig".into()),
        ),
        ("stills/token-dig.svg", "class=\"ring-dig\"", "", ArtError::ClassUnused("ring-dig".into())),
        ("stills/pipe.svg", "viewBox", "viewBax", ArtError::FileBroken("stills/pipe.svg".into(), "no viewBox".into())),
    ];
    for (path, from, to, expected) in cases {
        let mut files = shipped_files();
        let (_, text) = files.iter_mut().find(|(name, _)| name == path).expect(path);
        assert!(text.contains(from), "{path} has no {from}");
        *text = text.replacen(from, to, 1);
        let error = parse(&files).err().unwrap_or_else(|| panic!("{path} with {to} is read"));
        assert_eq!(error, expected);
        assert!(!error.to_string().contains('\n'), "{error}");
    }
}

#[test]
fn a_missing_drawing_is_named() {
    let mut files = shipped_files();
    files.retain(|(path, _)| path != "stills/pipe.svg");
    let error = parse(&files).err().expect("a drawing is missing");
    assert_eq!(error.to_string(), "cannot read `assets/stills/pipe.svg`: no such drawing");
}

#[test]
fn a_mistake_in_a_movement_is_reported_with_its_place() {
    let mut files = shipped_files();
    let (_, text) = files.iter_mut().find(|(path, _)| path == "movements/walking.ron").expect("movements are shipped");
    *text = text.replacen("bounds", "bunds", 1);
    let error = parse(&files).err().expect("an unknown field").to_string();
    assert!(error.starts_with("cannot read `assets/movements/walking.ron`: "), "{error}");
    assert!(error.contains("bunds"), "{error}");
}

fn art() -> Art {
    Art::shipped(Palette::Standard).unwrap_or_else(|error| panic!("{error}"))
}

fn parse(files: &[(String, String)]) -> Result<Art, ArtError> {
    Art::parse(files.iter().map(|(path, text)| (path.as_str(), text.as_str())), Palette::Standard)
}

/// The files of the art on disk, each with its path relative to `assets/`.
pub fn shipped_files() -> Vec<(String, String)> {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let folders =
        [assets.clone(), assets.join("movements"), assets.join("parts"), assets.join("stills"), assets.join("tiles")];
    let entries = folders.iter().flat_map(|folder| std::fs::read_dir(folder).expect("assets are there"));
    let paths = entries.map(|entry| entry.expect("assets can be listed").path()).filter(|path| path.is_file());
    let named = paths.filter_map(|path| {
        let name = path.strip_prefix(&assets).ok()?.to_str()?.replace('\\', "/");
        Some((name, std::fs::read_to_string(&path).ok()?))
    });
    named.collect()
}

fn all_sprites() -> impl Iterator<Item = Sprite> {
    let frames = |&picture: &Picture| (0..picture.frames()).map(move |frame| (picture, frame));
    Picture::ALL.iter().flat_map(frames).map(|(picture, frame)| Sprite { frame, ..Sprite::still(picture) })
}

/// Tiles and bridges are meant to reach the edge of the cell, and what lies beyond is cut off.
fn fills_its_bounds(picture: Picture) -> bool {
    picture.kind() == PictureKind::Tile || picture == Picture::Bridge
}

fn frames(art: &Art, picture: Picture) -> Vec<Pixmap> {
    (0..FRAMES).map(|frame| on_canvas(art, Sprite { frame, ..Sprite::still(picture) })).collect()
}

/// The sprite at 32 pixels a tile in the middle of three by three cells, so that pictures of any bounds compare.
fn on_canvas(art: &Art, sprite: Sprite) -> Pixmap {
    let mut canvas = Pixmap::new(96, 96).expect("a canvas has a size");
    let (left, top, _, _) = art.pixel_bounds(sprite, 32);
    let pixels = art.draw(sprite, 32, Antialias::On);
    let (paint, transform) = (tiny_skia::PixmapPaint::default(), tiny_skia::Transform::identity());
    canvas.draw_pixmap(32 + left, 32 + top, pixels.as_ref(), &paint, transform, None);
    canvas
}

/// Mean difference of two pictures over the pixels that either of them covers, in hundredths of full scale.
fn distance(a: &Pixmap, b: &Pixmap) -> f64 {
    let covered = a.pixels().iter().zip(b.pixels()).filter(|(a, b)| a.alpha() > 0 || b.alpha() > 0).count();
    let total: u64 = a.data().iter().zip(b.data()).map(|(&a, &b)| u64::from(a.abs_diff(b))).sum();
    total as f64 / (covered.max(1) as f64 * 4.0 * 2.55)
}

/// The share of what either of two pictures covers that the other does not.
fn change(a: &Pixmap, b: &Pixmap) -> f64 {
    let count = |either: fn(bool, bool) -> bool| {
        a.pixels().iter().zip(b.pixels()).filter(|(a, b)| either(a.alpha() > 127, b.alpha() > 127)).count() as f64
    };
    count(|a, b| a != b) / count(|a, b| a || b).max(1.0)
}

fn all_pixels(pixels: &Pixmap) -> impl Iterator<Item = (u32, u32)> + use<> {
    let (width, height) = (pixels.width(), pixels.height());
    (0..height).flat_map(move |y| (0..width).map(move |x| (x, y)))
}

fn alpha(pixels: &Pixmap, x: u32, y: u32) -> u8 {
    pixels.pixel(x, y).expect("inside the picture").alpha()
}

#[test]
fn the_icon_is_a_picture_with_clear_corners() {
    let icon = leveret::raster::art::icon(64).expect("the icon is whole");
    assert_eq!(icon.len(), 64 * 64 * 4);
    assert_eq!(icon[3], 0, "the corner is clear");
    let middle = (32 * 64 + 32) * 4;
    assert_eq!(icon[middle + 3], 255, "the middle is not");
}
