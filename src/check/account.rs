//! An account of a play: who died, where and when, and how many were saved.

use crate::level::Level;
use crate::play::{Player, Playthrough};
use crate::sim::{Death, Event, Species};

/// Deaths that are told one by one.
const TOLD: usize = 3;

/// What happened, such as `rabbit 2 burned at 10,8 after step 22; saved 3 of 5`. The play is played again.
pub(super) fn account(level: &Level, play: &Playthrough) -> String {
    let mut player = Player::following(level.world(), play.orders.clone());
    let rabbots: Vec<i32> = (player.world().rabbits().iter())
        .filter(|rabbit| rabbit.species == Species::Rabbot)
        .map(|rabbit| rabbit.index)
        .collect();
    let mut deaths = Vec::new();
    while player.step() < play.steps && player.is_running() {
        let events = player.advance().to_vec();
        for event in events {
            if let Event::Died { index, cell, death } = event {
                let who = if rabbots.contains(&index) { "rabbot" } else { "rabbit" };
                let how = past(death);
                deaths.push(format!("{who} {index} {how} at {},{} after step {}", cell.x, cell.y, player.step()));
            }
        }
    }
    let more = deaths.len().saturating_sub(TOLD);
    deaths.truncate(TOLD);
    if deaths.is_empty() {
        deaths.push("nobody died".to_owned());
    }
    if more > 0 {
        deaths.push(format!("{more} more died"));
    }
    format!("{}; {}", deaths.join(", "), saved(play))
}

/// How many were saved, for a play that is not played again.
pub(super) fn saved(play: &Playthrough) -> String {
    format!("saved {} of {} in {} steps", play.world.saved(), play.world.to_save(), play.steps)
}

const fn past(death: Death) -> &'static str {
    match death {
        Death::Exploded => "exploded",
        Death::LeftTheWorld => "left the map",
        Death::Burnt => "burned",
        Death::Drowned => "drowned",
        Death::Crashed => "crashed",
        Death::Fell => "fell to its death",
    }
}
