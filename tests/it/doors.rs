//! One level and one list of orders, played through every door: the game, its "show me", a check, a script, `simulate`
//! and `shot`. All must get the same world.

use std::fs;
use std::process::Command;

use leveret::level::{At, Ending, Level, Solution};
use leveret::look::STEP_TIME;
use leveret::play::{Player, Script, Trace, write_orders};
use leveret::screens::{Context, Input, Screen};
use leveret::sim::{Order, Outcome, Setup, World};
use proptest::prelude::*;

use super::game::Game;
use super::rules::generated::{orders, sound_setup};

/// Steps of a generated play.
const STEPS: u32 = 40;

/// A level with the solution that it was played by, and how that went.
#[derive(Debug)]
struct Played {
    level: Level,
    player: Player,
}

impl Played {
    /// Plays the orders of each step; refused ones are skipped.
    fn new(setup: Setup, orders: &[Vec<Order>]) -> Played {
        let empty = Level::from_rel(" ", "generated.rel").expect("an empty level can be read");
        let level = empty.with_setup(setup).expect("the setup is sound");
        let queue = (0..).zip(orders).flat_map(|(step, orders)| orders.iter().map(move |&order| At { step, order }));
        let mut player = Player::following(level.world(), queue.collect());
        player.advance_to(STEPS);
        Played { level, player }
    }

    fn orders(&self) -> Vec<At> {
        self.player.orders().to_vec()
    }

    fn world(&self) -> &World {
        self.player.world()
    }

    /// How the level ended, if it did.
    fn ending(&self) -> Option<Ending> {
        Ending::ALL.into_iter().find(|ending| ending.outcome() == self.world().outcome())
    }

    /// A script that waits out every step and asserts the outcome; none if it would have to explode all.
    fn script(&self) -> Option<Script> {
        let words = |at: &At| match at.order {
            Order::Place(ability, cell) => Some(format!("{}&({},{})", ability.name(), cell.x, cell.y)),
            Order::ExplodeAll => None,
        };
        let mut commands: Vec<String> = Vec::new();
        for step in 0..self.player.step() {
            let orders = self.player.orders().iter().filter(|at| at.step == step);
            commands.push(orders.map(words).collect::<Option<Vec<_>>>()?.join("&"));
        }
        let outcome = match self.world().outcome() {
            Outcome::Won => "WON",
            Outcome::Lost => "LOST",
            Outcome::Running | Outcome::Paused => "RUNNING",
        };
        commands.push(outcome.to_owned());
        Some(commands.join(";").parse().expect("a script"))
    }

    /// The trace that `simulate` prints of it.
    fn trace(&self) -> String {
        let mut player = Player::following(self.level.world(), self.orders());
        let mut trace = Trace::new();
        let mut text = trace.begin(&self.level, "level.rel", "orders orders", player.world());
        text += &trace.answers(player.answers());
        while player.is_running() && player.step() < STEPS {
            player.advance();
            text += &trace.step(player.world());
            text += &trace.answers(player.answers());
        }
        text + &trace.end(player.world(), "ok")
    }
}

/// Plays a level on the screen, which follows its orders by itself, and returns the game after the last step.
fn assert_game_agrees(game: Game, played: &Played) -> Result<Game, TestCaseError> {
    let game = game.send((0..played.player.step()).map(|_| Input::Tick(STEP_TIME)));
    let player = match &game.screen {
        Screen::Play(play) => play.player(),
        Screen::Outcome(card) => card.attempt().timeline.player(),
        screen => return Err(TestCaseError::fail(screen.caption())),
    };
    prop_assert_eq!(player.world(), played.world());
    prop_assert_eq!(player.orders(), played.player.orders());
    prop_assert_eq!(matches!(game.screen, Screen::Outcome(_)), played.ending().is_some());
    Ok(game)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_way_to_play_gets_the_same_world(setup in sound_setup(), orders in orders(STEPS as usize)) {
        let played = Played::new(setup, &orders);
        let (level, world, step) = (&played.level, played.world(), played.player.step());
        prop_assume!(step > 0);

        let mut strict = Player::strict(level.world(), played.orders());
        strict.advance_to(step);
        prop_assert_eq!(strict.world(), world);

        let mut by_hand = Player::new(level.world());
        for now in 0..=step {
            by_hand.advance_to(now);
            for at in played.player.orders().iter().filter(|at| at.step == now) {
                prop_assert_eq!(by_hand.order(at.order), Ok(()));
            }
        }
        prop_assert_eq!(by_hand.world(), world);

        if let Some(script) = played.script() {
            let playthrough = script.play(level.world());
            prop_assert_eq!(playthrough.failure, None);
            prop_assert_eq!(&playthrough.world, world);
            prop_assert_eq!((&playthrough.orders[..], playthrough.steps), (played.player.orders(), step));
        }

        let mut level = level.clone();
        if let Some(ends) = played.ending() {
            let solution = Solution::Orders { ends, orders: played.orders() };
            let playthrough = solution.play(&level).expect("orders can always be read");
            prop_assert_eq!(playthrough.failure, None);
            prop_assert_eq!((&playthrough.world, playthrough.steps), (world, step));
            level.solutions.push(solution);
        }

        let context = Context::default();
        let game = Game::on(Screen::following(&context, level, played.orders()), context);
        let game = assert_game_agrees(game, &played)?;
        if played.ending() == Some(Ending::Won) {
            // "Show me", on the card after the level.
            assert_game_agrees(game.keys("v"), &played)?;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

    /// What a `.rel` file cannot say is lost on the way to the program, so the play is that of the file.
    #[test]
    fn the_program_prints_the_same_trace(setup in sound_setup(), orders in orders(STEPS as usize)) {
        let drawn = Played::new(setup, &[]).level.to_rel();
        let level = Level::from_rel(&drawn, "level.rel").expect("what was written can be read");
        let played = Played::new(level.setup().clone(), &orders);
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("level.rel"), drawn).expect("a file");
        fs::write(folder.path().join("orders"), write_orders(played.player.orders())).expect("a file");
        let output = Command::new(env!("CARGO_BIN_EXE_leveret"))
            .args(["simulate", "level.rel", "--orders", "orders", "--trace", "--steps", &STEPS.to_string()])
            .current_dir(folder.path())
            .output()
            .expect("the binary starts");
        prop_assert_eq!(String::from_utf8_lossy(&output.stdout), played.trace());
    }
}
