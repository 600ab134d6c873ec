//! A world as a picture: a character a cell, for tests to be read by eye.
//!
//! Blocks, rabbits and things are drawn with the characters of the map, later ones over earlier ones. Over them comes
//! what each is about to do: water first, then rabbits, then things. Seen in a mirror left and right are exchanged, so
//! that a world and its mirror image make the same picture.

use leveret::level::{GLYPHS, Glyph};
use leveret::sim::{
    Block, BridgeForm, Cell, Direction, FireState, Rabbit, Shape, SmallStep, State, Thing, ThingKind, TokenState, World,
};

/// How the world is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum View {
    Straight,
    Mirrored,
}

/// The rows of the picture.
pub fn picture(world: &World, view: View) -> Vec<String> {
    let row = vec![' '; world.width() as usize];
    let mut canvas = Canvas { view, rows: vec![row; world.height() as usize] };
    world.blocks().for_each(|(cell, block)| canvas.draw(cell, canvas.block(block)));
    for rabbit in world.rabbits().iter().filter(|rabbit| rabbit.state != State::OutOfBounds) {
        canvas.draw(rabbit.cell, glyph(Glyph::Rabbit(rabbit.species, canvas.direction(rabbit.direction))));
    }
    world.things().iter().for_each(|thing| canvas.draw(thing.cell, of_thing(thing)));
    world.waters().for_each(|(cell, amount)| canvas.draw(cell, if amount >= 1024 { 'N' } else { 'n' }));
    world.rabbits().iter().for_each(|rabbit| canvas.draw_intent(rabbit));
    world.things().iter().for_each(|thing| canvas.draw_thing_state(thing));
    canvas.rows.into_iter().map(String::from_iter).collect()
}

struct Canvas {
    view: View,
    rows: Vec<Vec<char>>,
}

impl Canvas {
    /// What lies outside is not drawn.
    fn draw(&mut self, cell: Cell, character: char) {
        let Some(row) = usize::try_from(cell.y).ok().and_then(|y| self.rows.get_mut(y)) else { return };
        let x = match self.view {
            View::Straight => cell.x,
            View::Mirrored => row.len() as i32 - 1 - cell.x,
        };
        if let Some(place) = usize::try_from(x).ok().and_then(|x| row.get_mut(x)) {
            *place = character;
        }
    }

    fn direction(&self, direction: Direction) -> Direction {
        match self.view {
            View::Straight => direction,
            View::Mirrored => direction.opposite(),
        }
    }

    fn block(&self, block: Block) -> char {
        let shape = match (self.view, block.shape) {
            (View::Straight, shape) => shape,
            (View::Mirrored, Shape::Flat) => Shape::Flat,
            (View::Mirrored, Shape::UpRight) => Shape::UpLeft,
            (View::Mirrored, Shape::UpLeft) => Shape::UpRight,
            (View::Mirrored, Shape::BridgeUpRight) => Shape::BridgeUpLeft,
            (View::Mirrored, Shape::BridgeUpLeft) => Shape::BridgeUpRight,
        };
        glyph(Glyph::Block(block.material, shape))
    }

    /// What the rabbit is about to do. Where two characters are given, the first is for the right.
    fn draw_intent(&mut self, rabbit: &Rabbit) {
        let mut put = |ahead: i32, to: Direction, down: i32, right: char, left: char| {
            let cell = rabbit.cell.offset(ahead * to.sign(), down);
            let character = if self.direction(to) == Direction::Right { right } else { left };
            self.draw(cell, character);
        };
        let any = rabbit.direction;
        match rabbit.state {
            State::Exploding => put(0, any, 0, 'P', 'P'),
            State::OutOfBounds => {}
            State::Burning | State::BurningOnSlope => put(0, any, 0, 'X', 'X'),
            State::Drowning => put(0, any, 0, 'R', 'R'),
            State::Crashing => put(0, any, 0, 'Z', 'Z'),
            State::Falling => {
                put(0, any, 1, 'f', 'f');
                put(0, any, 2, 'f', 'f');
            }
            State::Falling1 => put(0, any, 1, 'f', 'f'),
            State::Falling1ToDeath | State::DyingOfFallingSlopeRise(_) => put(0, any, 1, 'x', 'x'),
            State::FallingOntoRise(to) => {
                put(0, any, 1, 'f', 'f');
                put(0, to, 2, 'h', 'a');
            }
            State::FallingOntoLower(to) => {
                put(0, any, 1, 'f', 'f');
                put(0, to, 2, 'e', 's');
            }
            State::Falling1OntoRise(to) => put(0, to, 1, 'h', 'a'),
            State::Falling1OntoLower(to) => put(0, to, 1, 'e', 's'),
            State::DyingOfFalling2 | State::DyingOfFallingSlopeRise2(_) => put(0, any, 0, 'y', 'y'),
            State::DyingOfFalling2SlopeRise(_) => {
                put(0, any, 1, 'f', 'f');
                put(0, any, 2, 'x', 'x');
            }
            State::DyingOfFalling | State::DyingOfFalling2SlopeRise2(_) => put(0, any, 0, 'X', 'X'),
            State::EnteringExit | State::EnteringExitClimbing(_) => put(0, any, 0, 'R', 'R'),
            State::Brollychuting => put(0, any, 1, ':', ':'),
            State::Bashing(to) => put(1, to, 0, 'K', 'W'),
            State::BashingUp(to) => put(1, to, -1, 'K', 'W'),
            State::BashingUselessly(to) | State::BashingUselesslyUp(to) => put(1, to, 0, 'I', 'J'),
            State::Digging | State::DiggingUselessly => put(0, any, 1, 'D', 'D'),
            State::Digging2 | State::DiggingOnSlope => put(0, any, 0, 'D', 'D'),
            State::Bridging(form, to, step) => {
                let (ahead, down) = match form {
                    BridgeForm::Along | BridgeForm::DownUp => (1, 0),
                    BridgeForm::Up => (1, -1),
                    BridgeForm::InCorner => (0, 0),
                    BridgeForm::InCornerUp => (0, -1),
                };
                let (right, left) = match step {
                    SmallStep::One => ('B', 'E'),
                    SmallStep::Two => ('[', ']'),
                    SmallStep::Three => ('{', '}'),
                };
                put(ahead, to, down, right, left);
            }
            State::Blocking | State::BlockingRise(_) => put(0, any, 0, 'H', 'H'),
            State::ClimbingStart(to) => put(0, to, 0, 'G', 'T'),
            State::ClimbingContinue1(to) | State::ClimbingContinue2(to) => put(0, to, -1, 'F', 'Y'),
            State::ClimbingEnd(to) => put(1, to, -1, 'L', 'U'),
            State::ClimbingBangHead(to) => put(0, to, 0, 'F', 'Y'),
            State::Waiting(_) => put(0, any, 0, 'z', 'z'),
            State::Walking(to) => put(1, to, 0, '>', '<'),
            State::RisingStart(to) => put(1, to, 0, '~', '`'),
            State::RisingContinue(to) => put(1, to, -1, '$', '^'),
            State::RisingEnd(to) => put(1, to, -1, '\'', '!'),
            State::LoweringStart(to) => put(1, to, 1, '-', '='),
            State::LoweringContinue(to) => put(1, to, 1, '@', '%'),
            State::LoweringEnd(to) => put(1, to, 0, '_', '+'),
            State::LoweringAndRising(to) => put(1, to, 0, ',', '.'),
            State::RisingAndLowering(to) => put(1, to, 0, '&', 'm'),
            State::Turning(to) | State::TurningRising(to) => put(0, to, 0, '|', '?'),
            State::TurningLowering(to) => put(0, to, 0, '[', ']'),
        }
    }

    fn draw_thing_state(&mut self, thing: &Thing) {
        match thing.kind {
            ThingKind::Token(token) => match token.state {
                TokenState::Falling | TokenState::FallToSlope => self.draw(thing.cell.below(), 'f'),
                TokenState::Still | TokenState::OnSlope => {}
            },
            ThingKind::Fire(fire) => match fire.state {
                FireState::Falling | FireState::FallToRiseLeft | FireState::FallToRiseRight => {
                    self.draw(thing.cell.below(), 'g');
                }
                FireState::Resting | FireState::RiseLeft | FireState::RiseRight | FireState::Extinguishing => {}
            },
            ThingKind::Pipe => self.draw(thing.cell, 'P'),
            ThingKind::Entrance(_) | ThingKind::Exit => {}
        }
    }
}

fn of_thing(thing: &Thing) -> char {
    glyph(match thing.kind {
        ThingKind::Entrance(_) => Glyph::Entrance,
        ThingKind::Exit => Glyph::Exit,
        ThingKind::Fire(_) => Glyph::Fire,
        ThingKind::Pipe => Glyph::Pipe,
        ThingKind::Token(token) => Glyph::Token(token.ability),
    })
}

fn glyph(glyph: Glyph) -> char {
    GLYPHS.iter().find(|(_, other)| *other == glyph).map(|(character, _)| *character).unwrap()
}
