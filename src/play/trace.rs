//! The trace of a play: the whole state of the world after each step as text, one record a line.
//!
//! ```text
//! trace   = header  step0  { {command}  step }  {command}  E
//! header  = "@trace 1"  "@level " path  "@play " what  "@mode direct"  "@size " width " " height
//!           "@rabbits " num_rabbits " " num_to_save  "@delay " int { " " int }
//! command = "c place " kind " " x " " y [ " fail " reason ]  |  "c explode_all"
//! step    = S  [A]  [G rows {g}]  [W {w}]  [T {t}]  { r | b }
//! ```
//!
//! - `S n state saved killed waiting`: after n steps.
//! - `A bash=3 dig=0`: tokens left, of the kinds that the level offers.
//! - `G`, then a line for each row, begun with `|`: the oldest block of each cell. `g x y blocks`: all blocks of a cell
//!   with several, or of one outside the world.
//! - `W n`: the number of cells with water, then `w y x:amount …` for each row with any.
//! - `T n`: the number of things, then `t kind x y STATE` for each.
//! - `r` a rabbit, `b` a rabbot: `index x y direction slope STATE`, then its memory, where not at rest.
//! - `E state steps saved killed waiting verdict`: the end.
//!
//! A step has only those of A, G, W and T that changed.

use std::fmt::Write;

use super::OrderAnswer;
use super::script::outcome_name;
use crate::level::{Glyph, Level, character};
use crate::sim::{
    Ability, Block, BridgeForm, Cell, Direction, FireState, Order, Plank, Rabbit, Refusal, SmallStep, Species, State,
    Thing, ThingKind, TokenState, World,
};

/// Writes the trace of a play step by step.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    steps: u32,
    tokens: String,
    ground: String,
    water: String,
    things: String,
}

impl Trace {
    /// A trace without any step yet.
    pub fn new() -> Trace {
        Trace { water: "W 0\n".to_owned(), ..Trace::default() }
    }

    /// The header, and the world at the start. `path` names the level, `play` the source of the orders.
    pub fn begin(&mut self, level: &Level, path: &str, play: &str, world: &World) -> String {
        let (width, height) = (world.width(), world.height());
        let delay: Vec<String> = level.setup().delay.iter().map(i32::to_string).collect();
        format!(
            "@trace 1\n@level {path}\n@play {play}\n@mode direct\n@size {width} {height}\n@rabbits {} {}\n@delay {}\n{}",
            world.num_rabbits(),
            world.to_save(),
            delay.join(" "),
            self.state(world)
        )
    }

    /// Orders and their answers, in the order given.
    pub fn answers(&self, answers: &[OrderAnswer]) -> String {
        answers.iter().map(|&(order, answer)| self.order(order, answer)).collect()
    }

    fn order(&self, order: Order, answer: Result<(), Refusal>) -> String {
        let Order::Place(ability, Cell { x, y }) = order else { return "c explode_all\n".to_owned() };
        let place = format!("c place {} {x} {y}", ability.name());
        match answer {
            Ok(()) => format!("{place}\n"),
            Err(refusal) => format!("{place} fail {}\n", refusal_name(refusal)),
        }
    }

    /// The world after one more step.
    pub fn step(&mut self, world: &World) -> String {
        self.steps += 1;
        self.state(world)
    }

    /// The last line. The verdict is `ok`, or the name of the [`Reason`](super::Reason) for which a solution failed.
    pub fn end(&self, world: &World, verdict: &str) -> String {
        format!("E {} {} {} {verdict}\n", outcome_name(world.outcome()), self.steps, counts(world))
    }

    fn state(&mut self, world: &World) -> String {
        let mut text = format!("S {} {} {}\n", self.steps, outcome_name(world.outcome()), counts(world));
        for (last, now) in [
            (&mut self.tokens, tokens(world)),
            (&mut self.ground, ground(world)),
            (&mut self.water, water(world)),
            (&mut self.things, things(world)),
        ] {
            if *last != now {
                text += &now;
                *last = now;
            }
        }
        world.rabbits().iter().for_each(|each| text += &rabbit(each));
        text
    }
}

const fn refusal_name(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotOffered => "NoSuchAbilityInThisWorld",
        Refusal::NoneLeft => "NoneOfThisAbilityLeft",
        Refusal::Outside => "CantAddTokenOutsideWorld",
        Refusal::FlatBlock => "FlatBlock",
    }
}

fn counts(world: &World) -> String {
    format!("{} {} {}", world.saved(), world.killed(), world.waiting())
}

fn tokens(world: &World) -> String {
    let mut text = "A".to_owned();
    for ability in Ability::ALL {
        if let Some(left) = world.tokens(ability) {
            push(&mut text, format_args!(" {}={left}", ability.name()));
        }
    }
    text + "\n"
}

fn ground(world: &World) -> String {
    let mut text = "G\n".to_owned();
    for y in 0..world.height() {
        text.push('|');
        text.extend((0..world.width()).map(|x| world.block(Cell::new(x, y)).map_or(' ', block)));
        text.push('\n');
    }
    let mut blocks: Vec<(Cell, Block)> = world.blocks().collect();
    blocks.sort_by_key(|(cell, _)| (!world.contains(*cell), cell.y, cell.x));
    for stack in blocks.chunk_by(|(one, _), (other, _)| one == other) {
        let cell = stack[0].0;
        if stack.len() > 1 || !world.contains(cell) {
            let stack: String = stack.iter().map(|&(_, each)| block(each)).collect();
            push(&mut text, format_args!("g {} {} {stack}\n", cell.x, cell.y));
        }
    }
    text
}

fn water(world: &World) -> String {
    let waters: Vec<(Cell, i32)> = world.waters().collect();
    let mut text = format!("W {}\n", waters.len());
    for row in waters.chunk_by(|(one, _), (other, _)| one.y == other.y) {
        push(&mut text, format_args!("w {}", row[0].0.y));
        row.iter().for_each(|(cell, amount)| push(&mut text, format_args!(" {}:{amount}", cell.x)));
        text.push('\n');
    }
    text
}

fn things(world: &World) -> String {
    let mut text = format!("T {}\n", world.things().len());
    for thing in world.things() {
        let Cell { x, y } = thing.cell;
        let (kind, state) = thing_names(thing);
        push(&mut text, format_args!("t {kind} {x} {y} {state}\n"));
    }
    text
}

fn thing_names(thing: &Thing) -> (&'static str, String) {
    match thing.kind {
        ThingKind::Entrance(_) => ("entrance", "ENTRANCE".to_owned()),
        ThingKind::Exit => ("exit", "EXIT".to_owned()),
        ThingKind::Pipe => ("pipe", "PIPE".to_owned()),
        ThingKind::Fire(fire) => {
            let look = char::from(b'A' + fire.variant);
            let state = match fire.state {
                FireState::Resting => format!("FIRE_{look}"),
                FireState::RiseLeft => format!("FIRE_{look}_RISE_LEFT"),
                FireState::RiseRight => format!("FIRE_{look}_RISE_RIGHT"),
                FireState::FallToRiseLeft => format!("FIRE_{look}_FALL_TO_RISE_LEFT"),
                FireState::FallToRiseRight => format!("FIRE_{look}_FALL_TO_RISE_RIGHT"),
                FireState::Falling => format!("FIRE_{look}_FALLING"),
                FireState::Extinguishing => "FIRE_EXTINGUISHING".to_owned(),
            };
            ("fire", state)
        }
        ThingKind::Token(token) => {
            let state = match token.state {
                TokenState::Still => "STILL",
                TokenState::Falling => "FALLING",
                TokenState::FallToSlope => "FALL_TO_SLOPE",
                TokenState::OnSlope => "ON_SLOPE",
            };
            ("token", format!("TOKEN_{}_{state}", token.ability.name().to_uppercase()))
        }
    }
}

fn block(block: Block) -> char {
    character(Glyph::Block(block.material, block.shape)).expect("there are no slopes of metal")
}

fn rabbit(rabbit: &Rabbit) -> String {
    let kind = match rabbit.species {
        Species::Rabbit => 'r',
        Species::Rabbot => 'b',
    };
    let direction = match rabbit.direction {
        Direction::Left => 'L',
        Direction::Right => 'R',
    };
    let Rabbit { index, cell: Cell { x, y }, state, on_slope, .. } = *rabbit;
    let mut text = format!("{kind} {index} {x} {y} {direction} {} {}", u8::from(on_slope), state_name(state));
    push_memory(&mut text, rabbit);
    text + "\n"
}

/// Appends the parts of the rabbit's memory that are not at rest.
fn push_memory(text: &mut String, rabbit: &Rabbit) {
    let memory = rabbit.memory();
    let plank = match memory.plank {
        Plank::Along => None,
        Plank::Up => Some("bt=UP".to_owned()),
        Plank::DownUp => Some("bt=DOWN_UP".to_owned()),
    };
    let flag = |name: &str, is_set: bool| is_set.then(|| name.to_owned());
    let count = |name: &str, count: i32| (count > 0).then(|| format!("{name}={count}"));
    let words = [
        flag("hop", rabbit.hopped()),
        count("bs", memory.bash_steps),
        flag("blk", memory.blocking),
        count("bb", memory.big_steps),
        plank,
        count("sb", memory.small_steps),
        flag("bro", memory.brolly),
        flag("ca", memory.climbing),
        flag("clm", memory.climber),
        count("ds", memory.dig_steps),
        count("fh", memory.fallen),
    ];
    words.into_iter().flatten().for_each(|word| push(text, format_args!(" {word}")));
}

fn state_name(state: State) -> String {
    let to = |direction| match direction {
        Direction::Left => "LEFT",
        Direction::Right => "RIGHT",
    };
    match state {
        State::Exploding => "EXPLODING".to_owned(),
        State::OutOfBounds => "OUT_OF_BOUNDS".to_owned(),
        State::Burning => "BURNING".to_owned(),
        State::BurningOnSlope => "BURNING_ON_SLOPE".to_owned(),
        State::Drowning => "DROWNING".to_owned(),
        State::Crashing => "CRASHING".to_owned(),
        State::Falling => "FALLING".to_owned(),
        State::Falling1 => "FALLING_1".to_owned(),
        State::Falling1ToDeath => "FALLING_1_TO_DEATH".to_owned(),
        State::FallingOntoRise(d) => format!("FALLING_ONTO_RISE_{}", to(d)),
        State::FallingOntoLower(d) => format!("FALLING_ONTO_LOWER_{}", to(d)),
        State::Falling1OntoRise(d) => format!("FALLING_1_ONTO_RISE_{}", to(d)),
        State::Falling1OntoLower(d) => format!("FALLING_1_ONTO_LOWER_{}", to(d)),
        State::DyingOfFalling => "DYING_OF_FALLING".to_owned(),
        State::DyingOfFalling2 => "DYING_OF_FALLING_2".to_owned(),
        State::DyingOfFallingSlopeRise(d) => format!("DYING_OF_FALLING_SLOPE_RISE_{}", to(d)),
        State::DyingOfFallingSlopeRise2(d) => format!("DYING_OF_FALLING_SLOPE_RISE_{}_2", to(d)),
        State::DyingOfFalling2SlopeRise(d) => format!("DYING_OF_FALLING_2_SLOPE_RISE_{}", to(d)),
        State::DyingOfFalling2SlopeRise2(d) => format!("DYING_OF_FALLING_2_SLOPE_RISE_{}_2", to(d)),
        State::EnteringExit => "ENTERING_EXIT".to_owned(),
        State::EnteringExitClimbing(d) => format!("ENTERING_EXIT_CLIMBING_{}", to(d)),
        State::Brollychuting => "BROLLYCHUTING".to_owned(),
        State::Bashing(d) => format!("BASHING_{}", to(d)),
        State::BashingUp(d) => format!("BASHING_UP_{}", to(d)),
        State::BashingUselessly(d) => format!("BASHING_USELESSLY_{}", to(d)),
        State::BashingUselesslyUp(d) => format!("BASHING_USELESSLY_{}_UP", to(d)),
        State::Digging => "DIGGING".to_owned(),
        State::Digging2 => "DIGGING_2".to_owned(),
        State::DiggingUselessly => "DIGGING_USELESSLY".to_owned(),
        State::DiggingOnSlope => "DIGGING_ON_SLOPE".to_owned(),
        State::Bridging(form, d, step) => {
            let form = match form {
                BridgeForm::Along => "",
                BridgeForm::Up => "UP_",
                BridgeForm::DownUp => "DOWN_UP_",
                BridgeForm::InCorner => "IN_CORNER_",
                BridgeForm::InCornerUp => "IN_CORNER_UP_",
            };
            let step = match step {
                SmallStep::One => 1,
                SmallStep::Two => 2,
                SmallStep::Three => 3,
            };
            format!("BRIDGING_{form}{}_{step}", to(d))
        }
        State::Blocking => "BLOCKING".to_owned(),
        State::BlockingRise(d) => format!("BLOCKING_RISE_{}", to(d)),
        State::ClimbingStart(d) => format!("CLIMBING_{}_START", to(d)),
        State::ClimbingContinue1(d) => format!("CLIMBING_{}_CONTINUE_1", to(d)),
        State::ClimbingContinue2(d) => format!("CLIMBING_{}_CONTINUE_2", to(d)),
        State::ClimbingEnd(d) => format!("CLIMBING_{}_END", to(d)),
        State::ClimbingBangHead(d) => format!("CLIMBING_{}_BANG_HEAD", to(d)),
        State::Waiting(d) => format!("WAITING_{}", to(d)),
        State::Walking(d) => format!("WALKING_{}", to(d)),
        State::RisingStart(d) => format!("RISING_{}_START", to(d)),
        State::RisingContinue(d) => format!("RISING_{}_CONTINUE", to(d)),
        State::RisingEnd(d) => format!("RISING_{}_END", to(d)),
        State::LoweringStart(d) => format!("LOWERING_{}_START", to(d)),
        State::LoweringContinue(d) => format!("LOWERING_{}_CONTINUE", to(d)),
        State::LoweringEnd(d) => format!("LOWERING_{}_END", to(d)),
        State::LoweringAndRising(d) => format!("LOWERING_AND_RISING_{}", to(d)),
        State::RisingAndLowering(d) => format!("RISING_AND_LOWERING_{}", to(d)),
        State::Turning(d) => turning(d).to_owned(),
        State::TurningRising(d) => format!("{}_RISING", turning(d)),
        State::TurningLowering(d) => format!("{}_LOWERING", turning(d)),
    }
}

const fn turning(to: Direction) -> &'static str {
    match to {
        Direction::Left => "TURNING_RIGHT_TO_LEFT",
        Direction::Right => "TURNING_LEFT_TO_RIGHT",
    }
}

/// Writing to a string cannot fail.
fn push(text: &mut String, words: std::fmt::Arguments) {
    text.write_fmt(words).unwrap_or_default();
}
