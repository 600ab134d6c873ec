//! Moments of play: what a board shows for a part of a step, and where a level takes place.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use leveret::app::Clip;
use leveret::level::{Level, ShippedLevel, sets};
use leveret::play::{Player, Timeline};
use leveret::scene::{Camera, Facing, Item, Picture, Point, Rect, Scenery, Sprite, Tiles, Tileset, draw_board};
use leveret::screens::{Input, Motion, Profile, Settings, scenery};
use leveret::sim::{Ability, Cell, Event, FULL_CELL, Order, ThingKind, World};

use crate::game::Game;

fn items(world: &World, phase: f32) -> Vec<Item> {
    let camera = Camera::fitting(Rect::new(0, 0, 1280, 800), world.width(), world.height());
    let mut items = Vec::new();
    draw_board(world, Scenery::Meadow, &camera, phase, &mut items);
    items
}

/// The sprites of this picture.
fn sprites(items: &[Item], picture: Picture) -> Vec<Sprite> {
    let sprites = items.iter().filter_map(|item| match item {
        Item::Sprite { sprite, .. } if sprite.picture == picture => Some(*sprite),
        _ => None,
    });
    sprites.collect()
}

/// The columns of pixels of the sprites of this picture.
fn at(items: &[Item], picture: Picture) -> Vec<i32> {
    let columns = items.iter().filter_map(|item| match item {
        Item::Sprite { sprite, at, .. } if sprite.picture == picture => Some(at.x as i32),
        _ => None,
    });
    columns.collect()
}

/// A world with this map, whose rabbits are all there.
fn level(map: &[&str]) -> World {
    let text = format!("Level(rabbits: 0, save: 0, tokens: {{ dig: 1, bridge: 1 }}, map: {map:?})");
    Level::from_ron(&text, "moment.ron").expect("a level").world()
}

/// The shade of each tile.
fn shade(world: &World) -> Vec<u16> {
    let maps = items(world, 0.0).into_iter().filter_map(|item| match item {
        Item::Tiles { tiles, .. } if tiles.set == Tileset::Shade => Some(Tiles::clone(&tiles).kinds),
        _ => None,
    });
    maps.flatten().collect()
}

#[test]
fn the_door_opens_while_somebody_enters() {
    let entry = &sets()[0].levels[0].level;
    let orders = entry.solutions[0].play(entry).expect("orders").orders;
    let mut player = Player::following(entry.world(), orders);
    let (mut opened, mut saved) = (0, 0);
    while player.is_running() {
        let doors = [0.0, 0.5].map(|phase| sprites(&items(player.world(), phase), Picture::Exit)[0].frame);
        assert_eq!(doors[0], 0, "at the beginning of a step it is shut");
        opened += u32::from(doors[1] != 0);
        saved += u32::from(player.advance().iter().any(|event| matches!(event, Event::Saved { .. })));
        assert_eq!(opened, saved, "in step {}", player.step());
    }
    assert!(saved > 0);
}

#[test]
fn what_falls_into_a_pool_splashes_once() {
    let pool = &[" r   d  ", "        ", "M      M", "MNNNNNNM", "MMMMMMMM"];
    let dry = &[" r   d  ", "        ", "M      M", "M      M", "MMMMMMMM"];
    let splashes = |map: &[&str]| {
        let mut player = Player::new(level(map));
        let mut seen = Vec::new();
        for _ in 0..6 {
            let phases = [0.0, 0.25, 0.5, 0.75].map(|phase| items(player.world(), phase));
            seen.extend(phases.iter().map(|items| at(items, Picture::Splash)));
            player.advance();
        }
        seen
    };
    let seen = splashes(pool);
    let columns: BTreeSet<i32> = seen.iter().flatten().copied().collect();
    assert_eq!(columns.len(), 2, "a rabbit and a token: {seen:?}");
    assert_eq!(seen.last(), Some(&Vec::new()));
    assert_eq!(seen, splashes(pool), "in every play");
    assert!(splashes(dry).iter().all(Vec::is_empty), "nothing splashes where no water is");
}

/// A token falls into water on a floor, and into water that falls itself, over a dry ramp.
#[test]
fn only_a_pool_splashes() {
    for (below, splashes) in ["M", "/"].into_iter().zip([true, false]) {
        let world = level(&[" d ", "MNM", &format!("M{below}M"), "MMM"]);
        let seen = [0.0, 0.25, 0.5, 0.75].map(|phase| at(&items(&world, phase), Picture::Splash));
        assert_eq!(seen.iter().any(|columns| !columns.is_empty()), splashes, "over {below}: {seen:?}");
    }
}

/// A fire that is put out, on a floor that is dug away later, and one that burns a rabbit.
#[test]
fn ash_stays_where_a_fire_was_and_where_it_burnt_somebody() {
    let mut world = level(&[" NA   j M r  A", "########M#####", "#      #M     ", "########M     "]);
    world.order(Order::Place(Ability::Dig, Cell::new(2, 0))).expect("a token");
    let mut timeline = Timeline::new(world);
    let ash = |timeline: &Timeline| {
        let items = items(timeline.world(), 0.5);
        let cells = items.iter().filter_map(|item| match item {
            Item::Sprite { sprite: Sprite { picture: Picture::Ash, .. }, at, tile, .. } => {
                Some((at.x as u32 / tile, at.y as i32))
            }
            _ => None,
        });
        cells.collect::<Vec<_>>()
    };
    let mut seen = vec![ash(&timeline)];
    for _ in 0..14 {
        timeline.advance();
        seen.push(ash(&timeline));
    }
    assert!(seen[0].is_empty());
    let counts: Vec<usize> = seen.iter().map(Vec::len).collect();
    assert!(counts.is_sorted() && counts[14] == 2, "{counts:?}");
    assert!(timeline.world().things().iter().any(|thing| matches!(thing.kind, ThingKind::Fire(_))), "one burns on");
    let put_out: Vec<i32> = seen.iter().flat_map(|cells| cells.iter().map(|(_, y)| *y)).collect();
    assert!(seen[14][0].1 > put_out[0], "it has fallen with the floor: {seen:?}");

    for step in (0..14).rev() {
        timeline.seek(step);
        assert_eq!(ash(&timeline), seen[step as usize], "back at step {step}");
    }
}

/// Wherever it is read from.
#[test]
fn a_shipped_level_is_under_the_sky_of_its_set() {
    for (index, set) in sets().iter().enumerate().take(6) {
        for ShippedLevel { path, level } in &set.levels {
            assert_eq!(scenery(level), Scenery::of_set(index), "{path}");
        }
    }
    let level = &sets()[0].levels[9].level;
    assert_eq!(Clip::whole(Arc::new(level.clone()), Vec::new(), 1).film.scenery, Scenery::of_set(0));
    let mut renamed = level.clone();
    renamed.name = "Mind the other gap".to_owned();
    assert_eq!(scenery(&renamed), Scenery::of_world(&level.world()));
    assert_ne!(scenery(&renamed), scenery(level));
}

/// A tank runs over in gushes. The stream is seen as a whole in every step, from the edge that it leaves.
#[test]
fn a_stream_hangs_on_the_pool_that_it_leaves() {
    let map = &["MP     MrM", "M  M   MMM", "M  M   M  ", "MMMMMMMM  "];
    let mut player = Player::new(level(map));
    let camera = Camera::fitting(Rect::new(0, 0, 1280, 800), 10, 4);
    let (left, edge) = camera.cell_to_pixel(Cell::new(4, 1));
    let mut falls = 0;
    for _ in 0..60 {
        player.advance();
        let (pool, stream) = (player.world().water(Cell::new(3, 0)), player.world().water(Cell::new(4, 1)));
        if pool == 0 || stream == 0 || player.world().water(Cell::new(4, 2)) >= FULL_CELL / 2 {
            continue;
        }
        falls += 1;
        let items = items(player.world(), 0.5);
        let shapes = items.iter().filter_map(|item| if let Item::Group(group) = item { Some(group) } else { None });
        let corners = shapes.flat_map(|group| group.items()).filter_map(|shape| match shape {
            Item::Polygon { corners, .. } => Some(corners),
            _ => None,
        });
        let is_in_column = |at: &&Point| (left as f32..(left + camera.tile() as i32) as f32).contains(&at.x);
        let top = corners.flatten().filter(is_in_column).map(|at| at.y).fold(f32::MAX, f32::min);
        assert!(top <= edge as f32, "in step {} it begins at {top}, the edge is at {edge}", player.step());
    }
    assert!(falls > 5, "{falls}");
}

#[test]
fn a_cave_is_dark_until_its_roof_is_dug() {
    let cave = &["   rd     ", "##########", "#        #", "#        #", "##########"];
    let mut player = Player::new(level(cave));
    let before = shade(player.world());
    assert!(before[..20].iter().all(|look| *look == 0), "the sky and the ground are not dark: {before:?}");
    assert!(before[21..29].iter().all(|look| *look != 0), "the cave is: {before:?}");
    while !player.events().iter().any(|event| matches!(event, Event::Dug { .. })) {
        player.advance();
        assert!(player.step() < 20, "it is dug");
    }
    let after = shade(player.world());
    assert_ne!(before, after);
    assert_eq!(after[24], 0, "light falls in: {after:?}");
    let closed = &["######", "#    #", "#    #", "######"];
    assert!(shade(&level(closed)).iter().all(|look| *look == 0), "where no sky is, nothing is darker than the rest");
}

#[test]
fn planks_over_slopes_are_seen() {
    let mut world = level(&["       ", "       ", "  r /  ", "#######"]);
    let bridges = |world: &World| {
        let is_laid = |item: &&Item| matches!(item, Item::Sprite { sprite, opacity: 255, .. } if sprite.picture == Picture::Bridge);
        items(world, 0.0).iter().filter(is_laid).count()
    };
    assert_eq!(bridges(&world), 0);
    world.order(Order::Place(Ability::Bridge, Cell::new(3, 2))).expect("a token");
    let mut player = Player::new(world);
    let mut most = 0;
    for _ in 0..16 {
        player.advance();
        most = most.max(player.world().younger_blocks().count());
        assert_eq!(bridges(player.world()), player.world().younger_blocks().count());
    }
    assert!(most > 0, "a plank lies over the slope");
}

#[test]
fn each_set_has_a_sky_and_a_doodle_of_its_own() {
    let look = |scenery| {
        let world = level(&["                    ", "####################"]);
        let camera = Camera::fitting(Rect::new(0, 0, 1280, 800), world.width(), world.height());
        let mut items = Vec::new();
        draw_board(&world, scenery, &camera, 0.0, &mut items);
        let wash = items.iter().find_map(|item| match item {
            Item::Paper { wash, .. } => Some(*wash),
            _ => None,
        });
        let doodle = items.iter().find_map(|item| match item {
            Item::Sprite { sprite, .. } if sprite.picture.name().starts_with("doodle") => Some(sprite.picture),
            _ => None,
        });
        (wash.expect("paper").top, doodle.expect("a doodle"))
    };
    let looks = Scenery::ALL.map(look);
    for (index, one) in looks.iter().enumerate() {
        let others = looks[..index].iter();
        assert!(others.clone().all(|other| one.0 != other.0 && one.1 != other.1), "{one:?}");
    }
    // The first set is a bit of all others; what these are about can be told from their levels.
    for (index, set) in sets().iter().enumerate().take(6).skip(1) {
        let is_told = |entry: &&ShippedLevel| Scenery::of_world(&entry.level.world()) == Scenery::of_set(index);
        let told = set.levels.iter().filter(is_told).count();
        assert!(told * 10 >= set.levels.len() * 9, "{told} of {} in {}", set.levels.len(), set.name);
    }
}

/// Those who were saved, though too few, or one who brings the news.
#[test]
fn a_lost_level_is_acted_out() {
    let text = r#"Level(rabbits: 1, save: 1, map: [" Q   ", "     "])"#;
    for motion in [Motion::Full, Motion::Reduced] {
        let profile = Profile { settings: Settings { motion, ..Settings::default() }, ..Profile::default() };
        let mut game = Game::level_for(profile, Level::from_ron(text, "lost.ron").expect("a level"));
        while game.caption().starts_with("play") {
            game = game.press("n");
        }
        let mourners = sprites(&game.items(), Picture::Mope);
        assert_eq!(mourners.len(), 1, "{}", game.caption());
        assert_eq!(mourners[0].facing, Facing::Right);
        assert_eq!(mourners[0].frame, if motion == Motion::Full { 0 } else { 15 });
        let later = game.send([Input::Tick(Duration::from_secs(2))]);
        assert_eq!(sprites(&later.items(), Picture::Mope)[0].frame, 15);
        assert!(!later.screen.is_moving());
    }
}
