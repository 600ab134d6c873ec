//! A house rule of the art: a picture that no scene shows is not worth its file.

use std::collections::BTreeSet;

use leveret::level::{Level, sets};
use leveret::scene::{Item, Picture};
use leveret::screens::{Context, Profile, Screen};

use crate::game::Game;

/// Small levels for what happens in no solution that is shipped.
const RARE: [&str; 4] = [
    // A rabbit that blocks on a slope, in a meadow with room below its page.
    "r  *                \n####################\n:*=/k\n:num_rabbits=0\n",
    // One that digs a slope away.
    "r  *  \n######\n:*=/d\n:num_rabbits=0\n",
    // A fire that falls onto a slope, and burns one rabbit there before the other.
    "     A\n      \nr r  /\n######\n:num_rabbits=0\n",
    // One that falls into a pool.
    "  r   \n      \n#    #\n#NNNN#\n######\n:num_rabbits=0\n",
];

fn add(items: &[Item], shown: &mut BTreeSet<Picture>) {
    for item in items {
        match item {
            Item::Sprite { sprite, .. } => {
                shown.insert(sprite.picture);
            }
            Item::Tiles { tiles, .. } => {
                let sprites = tiles.kinds.iter().flat_map(|kind| tiles.set.sprite(*kind));
                shown.extend(sprites.map(|sprite| sprite.picture));
            }
            _ => {}
        }
    }
}

/// Plays a level to its end, and adds what its board and its bars show, and the screen after it.
fn add_play(mut game: Game, shown: &mut BTreeSet<Picture>) {
    while let Screen::Play(play) = &game.screen {
        if play.player().step() > 400 {
            break;
        }
        let mut items = game.items();
        game.screen.draw_board(&game.context, &mut items);
        add(&items, shown);
        game = game.keys("n");
    }
    add(&game.items(), shown);
}

#[test]
fn every_picture_is_shown_by_a_scene() {
    let mut shown = BTreeSet::new();
    add(&Game::title(Profile::default()).items(), &mut shown);
    for entry in sets().iter().flat_map(|set| &set.levels) {
        for solution in &entry.level.solutions {
            let orders = solution.play(&entry.level).expect("orders").orders;
            let context = Context::default();
            add_play(Game::on(Screen::following(&context, entry.level.clone(), orders), context), &mut shown);
        }
    }
    for text in RARE {
        add_play(Game::level(Level::from_rel(text, "rare.rel").expect("a level")), &mut shown);
    }
    let unused: Vec<&str> =
        Picture::ALL.iter().filter(|picture| !shown.contains(picture)).map(|picture| picture.name()).collect();
    assert!(unused.is_empty(), "no scene shows {unused:?}");
}
