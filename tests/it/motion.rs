//! Motion is continuous: a rabbit begins each step where it ended the one before.

use std::collections::BTreeMap;

use leveret::level::sets;
use leveret::play::Player;
use leveret::scene::rabbit_motion;
use leveret::sim::World;

/// The largest jump allowed, in tiles: less than a pixel at most zooms.
const TOLERANCE: f32 = 0.02;

/// By rabbit index: its state, and its position on the board at this phase, in tiles.
fn positions(world: &World, phase: f32) -> BTreeMap<i32, (String, f32, f32)> {
    let position = |rabbit| {
        let (_, x, y) = rabbit_motion(world, rabbit, phase);
        (format!("{:?}", rabbit.state), rabbit.cell.x as f32 + x, rabbit.cell.y as f32 + y)
    };
    world.rabbits().iter().map(|rabbit| (rabbit.index, position(rabbit))).collect()
}

#[test]
fn no_rabbit_jumps_in_any_shipped_solution() {
    let mut jumps: BTreeMap<String, String> = BTreeMap::new();
    for entry in sets().iter().flat_map(|set| &set.levels) {
        for solution in &entry.level.solutions {
            let play = solution.play(&entry.level).expect("orders");
            let mut run = Player::following(entry.level.world(), play.orders);
            while run.is_running() && run.step() < play.steps {
                let before = positions(run.world(), 1.0);
                let ground = run.world().clone();
                run.advance();
                let after = positions(run.world(), 0.0);
                for (index, (state, x, y)) in before {
                    let Some((next, to_x, to_y)) = after.get(&index) else { continue };
                    // A rabbit on a slope that is dug away in this step drops to the floor of the cell.
                    let cell =
                        run.world().rabbits().iter().find(|rabbit| rabbit.index == index).expect("it is there").cell;
                    let slope = ground.block(cell).is_some_and(|block| block.is_slope());
                    if slope && run.world().block(cell).is_none() {
                        continue;
                    }
                    if (x - to_x).abs().max((y - to_y).abs()) > TOLERANCE {
                        let example =
                            format!("{} step {}: by {:.2}, {:.2}", entry.path, run.step(), to_x - x, to_y - y);
                        jumps.entry(format!("{state} then {next}")).or_insert(example);
                    }
                }
            }
        }
    }
    let jumps: Vec<String> = jumps.iter().map(|(states, example)| format!("{states}: {example}")).collect();
    assert!(jumps.is_empty(), "\n{}", jumps.join("\n"));
}
