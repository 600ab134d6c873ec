//! Rabbits flow: where one is at the end of a step, it is at the beginning of the next.

use std::collections::BTreeMap;

use leveret::level::sets;
use leveret::play::Player;
use leveret::scene::rabbit_motion;
use leveret::sim::World;

/// In tiles: less than a pixel at most zooms.
const NEAR: f32 = 0.02;

/// The state of each rabbit and where it is drawn at this phase, by its index.
fn places(world: &World, phase: f32) -> BTreeMap<i32, (String, f32, f32)> {
    let place = |rabbit| {
        let (_, x, y) = rabbit_motion(world, rabbit, phase);
        (format!("{:?}", rabbit.state), rabbit.cell.x as f32 + x, rabbit.cell.y as f32 + y)
    };
    world.rabbits().iter().map(|rabbit| (rabbit.index, place(rabbit))).collect()
}

#[test]
fn no_rabbit_jumps_in_any_shipped_solution() {
    let mut jumps: BTreeMap<String, String> = BTreeMap::new();
    for entry in sets().iter().flat_map(|set| &set.levels) {
        for solution in &entry.level.solutions {
            let play = solution.play(&entry.level).expect("orders");
            let mut run = Player::following(entry.level.world(), play.orders);
            while run.is_running() && run.step() < play.steps {
                let before = places(run.world(), 1.0);
                let ground = run.world().clone();
                run.advance();
                let after = places(run.world(), 0.0);
                for (index, (state, x, y)) in before {
                    let Some((next, to_x, to_y)) = after.get(&index) else { continue };
                    // Whoever walks onto a slope that is dug away in this very step finds itself below.
                    let cell =
                        run.world().rabbits().iter().find(|rabbit| rabbit.index == index).expect("it is there").cell;
                    let slope = ground.block(cell).is_some_and(|block| block.is_slope());
                    if slope && run.world().block(cell).is_none() {
                        continue;
                    }
                    if (x - to_x).abs().max((y - to_y).abs()) > NEAR {
                        let told = format!("{} step {}: by {:.2}, {:.2}", entry.path, run.step(), to_x - x, to_y - y);
                        jumps.entry(format!("{state} then {next}")).or_insert(told);
                    }
                }
            }
        }
    }
    let told: Vec<String> = jumps.iter().map(|(states, place)| format!("{states}: {place}")).collect();
    assert!(told.is_empty(), "\n{}", told.join("\n"));
}
