//! A play whose steps are compared with pictures; and with its mirror image, which must look the same in a mirror.
//!
//! Maps and pictures are drawn in string literals, row by row between two bars. Other lines of a map are settings as
//! `.rel` files have them.

use leveret::level::Level;
use leveret::play::Player;
use leveret::sim::{Ability, Cell, Order, Outcome, Rabbit, World};

use super::picture::{View, picture};

/// A world as drawn, and, where left and right are alike, its mirror image.
pub struct Play {
    player: Player,
    mirror: Option<Player>,
}

/// Plays the map, and its mirror image beside it.
#[track_caller]
pub fn play(map: &str) -> Play {
    Play { mirror: Some(player(rows(map).map(mirrored))), ..play_one_way(map) }
}

/// Plays the map only: for rules that tell left from right, as entrances do, or that go by the order of the list.
#[track_caller]
pub fn play_one_way(map: &str) -> Play {
    Play { player: player(rows(map).map(str::to_owned)), mirror: None }
}

impl Play {
    /// Compares with a strip of pictures, side by side with a bar between: the first is of now, and each further one of
    /// a step later.
    #[track_caller]
    pub fn shows(mut self, strip: &str) -> Play {
        let width = self.world().width() as usize;
        for (step, expected) in panels(strip, width).iter().enumerate() {
            if step > 0 {
                self = self.steps(1);
            }
            assert_picture(&picture(self.world(), View::Straight), expected, step, "as drawn");
            if let Some(mirror) = &self.mirror {
                assert_picture(&picture(mirror.world(), View::Mirrored), expected, step, "in the mirror");
            }
        }
        self
    }

    /// Makes this many steps.
    #[track_caller]
    pub fn steps(mut self, steps: u32) -> Play {
        for _ in 0..steps {
            for player in self.players() {
                assert!(player.is_running(), "the level is over");
                player.advance();
            }
        }
        self
    }

    /// Places a token.
    #[track_caller]
    pub fn place(mut self, ability: Ability, x: i32, y: i32) -> Play {
        self.player.order(Order::Place(ability, Cell::new(x, y))).expect("the token can be placed");
        if let Some(mirror) = &mut self.mirror {
            let cell = Cell::new(mirror.world().width() - 1 - x, y);
            mirror.order(Order::Place(ability, cell)).expect("the token can be placed in the mirror image");
        }
        self
    }

    /// Orders the end.
    pub fn explode_all(mut self) -> Play {
        for player in self.players() {
            player.order(Order::ExplodeAll).expect("the end can always be ordered");
        }
        self
    }

    /// Compares the counts of rabbits saved, killed and waiting.
    #[track_caller]
    pub fn counts(self, saved: i32, killed: i32, waiting: i32) -> Play {
        let world = self.world();
        assert_eq!((world.saved(), world.killed(), world.waiting()), (saved, killed, waiting));
        self
    }

    #[track_caller]
    pub fn is(self, outcome: Outcome) -> Play {
        assert_eq!(self.world().outcome(), outcome);
        self
    }

    /// Compares the amounts of water of a row, from its first cell on.
    #[track_caller]
    pub fn waters(self, y: i32, expected: &[i32]) -> Play {
        let row: Vec<i32> = (0..self.world().width()).map(|x| self.world().water(Cell::new(x, y))).collect();
        assert_eq!(row, expected);
        self
    }

    /// Tests the first rabbit for what no picture shows.
    #[track_caller]
    pub fn first_rabbit(self, holds: impl Fn(&Rabbit) -> bool) -> Play {
        let rabbit = &self.world().rabbits()[0];
        assert!(holds(rabbit), "{rabbit:?}");
        self
    }

    /// Compares how many blocks are in a cell.
    #[track_caller]
    pub fn stacked(self, x: i32, y: i32, count: usize) -> Play {
        let blocks = self.world().blocks().filter(|(cell, _)| *cell == Cell::new(x, y));
        assert_eq!(blocks.count(), count);
        self
    }

    fn world(&self) -> &World {
        self.player.world()
    }

    fn players(&mut self) -> impl Iterator<Item = &mut Player> {
        [Some(&mut self.player), self.mirror.as_mut()].into_iter().flatten()
    }
}

/// The rows between their bars, and the settings.
fn rows(drawing: &str) -> impl Iterator<Item = &str> {
    let lines = drawing.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| line.strip_prefix('|').and_then(|row| row.strip_suffix('|')).unwrap_or(line))
}

#[track_caller]
fn player(lines: impl Iterator<Item = String>) -> Player {
    let text: String = lines.map(|line| line + "\n").collect();
    Player::new(Level::from_rel(&text, "test.rel").expect("the test draws a sound map").world())
}

/// A line of the map seen in a mirror; of the settings only `:*=` changes.
fn mirrored(line: &str) -> String {
    match line.strip_prefix(':') {
        None => line.chars().rev().map(mirrored_character).collect(),
        Some(setting) => match setting.strip_prefix("*=") {
            None => line.to_owned(),
            Some(stack) => format!(":*={}", mirrored_stack(stack)),
        },
    }
}

/// The characters of a stack, in their order; saved states, in braces, stay as they are.
fn mirrored_stack(stack: &str) -> String {
    let mut in_braces = false;
    let mirror = |character| {
        in_braces = (in_braces || character == '{') && character != '}';
        if in_braces { character } else { mirrored_character(character) }
    };
    stack.chars().map(mirror).collect()
}

fn mirrored_character(character: char) -> char {
    match character {
        'r' => 'j',
        'j' => 'r',
        't' => 'y',
        'y' => 't',
        '/' => '\\',
        '\\' => '/',
        '(' => ')',
        ')' => '(',
        other => other,
    }
}

/// The pictures of a strip. Each is as wide as the world, so that bars between them are not mistaken for characters.
fn panels(strip: &str, width: usize) -> Vec<Vec<String>> {
    let rows: Vec<Vec<char>> = rows(strip).map(|row| row.chars().collect()).collect();
    let count = (rows[0].len() + 1) / (width + 1);
    let panel = |row: &Vec<char>, at: usize| row.iter().skip(at * (width + 1)).take(width).collect();
    (0..count).map(|at| rows.iter().map(|row| panel(row, at)).collect()).collect()
}

#[track_caller]
fn assert_picture(found: &[String], expected: &[String], step: usize, view: &str) {
    let (expected, found) = (expected.join("\n"), found.join("\n"));
    assert!(found == expected, "picture {step}, {view}, expected:\n{expected}\nfound:\n{found}");
}
