//! From the characters of a map to blocks, rabbits, things and water.
//!
//! A cell that holds several things is drawn as a star and described separately; the descriptions belong to the stars
//! in their order, row by row.

use std::collections::{BTreeMap, VecDeque};

use unicode_width::UnicodeWidthChar;

use super::drawing::DrawnMap;
use super::fault::{FaultKind, LevelFault};
use super::faults::Faults;
use super::glyph::{GLYPHS, Glyph, HALF_CELL, glyph};
use super::look_alikes::look_alike;
use super::looks::Looks;
use super::plain::describe;
use super::saved;
use super::source::{SpannedChar, TextSpan};
use crate::sim::{Block, Cell, FULL_CELL, MAX_BLOCKS, MAX_RABBITS, MAX_THINGS, RabbitSetup, Setup, Shape, ThingSetup};

/// The contents of a map, read so far. The order of the characters in the file decides which look each block gets, and
/// in which order rabbits and things act.
///
/// Of a map that is too large for a world, and of rabbits, things and blocks that are too many for one, no more is kept
/// than it takes to refuse the world.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// The longest row, in characters, and the number of rows.
    width: usize,
    height: usize,
    blocks: Vec<(Cell, Block)>,
    rabbits: Vec<RabbitSetup>,
    things: Vec<(Cell, ThingSetup)>,
    /// Amounts in the order of the file; later ones win.
    water: Vec<(Cell, i32)>,
    looks: Looks,
    /// Stars without a description yet.
    stars: VecDeque<(Cell, TextSpan)>,
    /// Descriptions that came before their stars, or have none.
    early: usize,
    /// Whether there may be stars that could not be read.
    are_stars_in_doubt: bool,
    /// The water of cells drawn as `N` or `n`.
    letters: BTreeMap<Cell, i32>,
    /// The fault of the characters that other formats have for nothing: its number among all.
    blank: Option<(char, usize)>,
    /// The last unknown character, and where it ends.
    unknown: Option<(char, usize)>,
    drawing: DrawnMap,
}

/// The owner of a saved state: an index into the rabbits or the things.
#[derive(Debug, Clone, Copy)]
enum Owner {
    Rabbit(usize),
    Thing(usize),
}

impl Contents {
    /// Reads the next row of the map. An unknown character is a fault and leaves its cell empty.
    pub(super) fn row(&mut self, row: &[SpannedChar], faults: &mut Faults) {
        let y = coordinate(self.height);
        self.width = self.width.max(row.len());
        self.height += 1;
        if self.is_too_large() {
            return;
        }
        for (x, written) in (0..).zip(row) {
            self.character(Cell::new(x, y), *written, faults);
        }
        self.drawing.rows.push(row.iter().map(|(character, _)| *character).collect());
    }

    /// Reads the description of the first star without one: characters, each followed by its saved state in braces, if
    /// any. `advice` is for one that has no star.
    pub(super) fn star(&mut self, description: &[SpannedChar], whole: TextSpan, advice: &str, faults: &mut Faults) {
        if self.is_too_large() {
            return;
        }
        let Some((cell, _)) = self.stars.pop_front() else {
            if self.are_stars_in_doubt {
                return;
            }
            self.early += 1;
            let cause = "this describes a `*`, and the map has no more of them";
            faults.push(LevelFault::new(FaultKind::NotEnoughStars, whole, cause).advise(advice));
            return;
        };
        self.drawing.stars.push(description.iter().map(|(character, _)| *character).collect());
        let mut owner = None;
        let mut rest = description;
        while let Some((written, after)) = rest.split_first() {
            rest = after;
            if written.0 != '{' {
                owner = self.character(cell, *written, faults);
                continue;
            }
            let Some(length) = after.iter().position(|(character, _)| *character == '}') else {
                // The original accepts a state that is never closed, and levels with one exist.
                return;
            };
            let (state, after) = (&after[..length], &after[length + 1..]);
            rest = after;
            match owner {
                Some(owner) => self.restore(owner, state, faults),
                None => faults.push_with(|| {
                    LevelFault::new(FaultKind::StateOfNothing, written.1, "this saved state belongs to nothing")
                        .advise("put it right after a rabbit or a thing")
                }),
            }
        }
    }

    /// A row could not be read: no description is reported for lack of a star.
    pub(super) fn doubt_stars(&mut self) {
        self.are_stars_in_doubt = true;
    }

    /// A description could not be read: none of the stars is reported for lack of one.
    pub(super) fn forget_stars(&mut self) {
        self.stars.clear();
    }

    pub(super) fn water(&mut self, cell: Cell, amount: i32) {
        self.water.push((cell, amount));
    }

    /// Sets what the map decides of the setup: size, blocks, rabbits, things and water. Of two amounts of water for one
    /// cell the later is kept. Returns the map, with all rows padded to the longest.
    pub(super) fn finish(mut self, setup: &mut Setup, faults: &mut Faults) -> DrawnMap {
        setup.width = coordinate(self.width);
        setup.height = coordinate(self.height);
        if self.is_too_large() {
            return DrawnMap::default();
        }
        for (cell, span) in self.stars.iter().skip(self.early) {
            faults.push_with(|| {
                let cause = format!("the `*` in column {}, row {} is not described", cell.x, cell.y);
                LevelFault::new(FaultKind::TooManyStars, *span, cause).advise("say what it stands for")
            });
        }
        for row in &mut self.drawing.rows {
            row.push_str(&" ".repeat(self.width - row.chars().count()));
        }
        let mut water = self.water;
        water.reverse();
        water.sort_by_key(|(cell, _)| (cell.y, cell.x));
        water.dedup_by_key(|(cell, _)| *cell);
        self.drawing.water =
            water.iter().copied().filter(|(cell, amount)| self.letters.get(cell) != Some(amount)).collect();
        setup.blocks = self.blocks;
        setup.rabbits = self.rabbits;
        setup.things = self.things;
        setup.water = water;
        self.drawing
    }

    fn character(&mut self, cell: Cell, (drawn, span): SpannedChar, faults: &mut Faults) -> Option<Owner> {
        match glyph(drawn) {
            Some(Glyph::Nothing) => None,
            Some(Glyph::Block(material, shape)) => {
                let variant = if is_bridge(shape) { 0 } else { self.looks.draw() };
                push_up_to(MAX_BLOCKS, &mut self.blocks, (cell, Block { material, shape, variant }));
                None
            }
            Some(Glyph::Rabbit(species, direction)) => {
                push_up_to(MAX_RABBITS, &mut self.rabbits, RabbitSetup::new(cell, direction, species));
                Some(Owner::Rabbit(self.rabbits.len() - 1))
            }
            Some(Glyph::Entrance) => self.thing(cell, ThingSetup::Entrance { timer: 0 }),
            Some(Glyph::Exit) => self.thing(cell, ThingSetup::Exit),
            Some(Glyph::Fire) => {
                let look = self.looks.draw();
                self.thing(cell, ThingSetup::Fire { variant: look })
            }
            Some(Glyph::Pipe) => self.thing(cell, ThingSetup::Pipe),
            Some(Glyph::Token(ability)) => self.thing(cell, ThingSetup::Token(ability)),
            Some(Glyph::Water) => self.letter(cell, FULL_CELL),
            Some(Glyph::HalfWater) => self.letter(cell, HALF_CELL),
            Some(Glyph::Star) => {
                self.stars.push_back((cell, span));
                None
            }
            None => {
                self.unknown_character(drawn, span, faults);
                None
            }
        }
    }

    /// Reports an unknown character; repeated ones make one fault, and so do all of those that are drawn for nothing.
    fn unknown_character(&mut self, drawn: char, span: TextSpan, faults: &mut Faults) {
        if let Some((_, fault)) = self.blank.filter(|(blank, _)| *blank == drawn) {
            faults.mend_too(fault, span);
        } else if BLANKS.contains(drawn) {
            self.blank = Some((drawn, faults.len()));
            faults.push_with(|| blank_fault(drawn, span));
        } else if self.unknown == Some((drawn, span.start)) {
            faults.widen_last(span);
        } else {
            faults.push_with(|| unknown_character(drawn, span));
        }
        self.unknown = Some((drawn, span.end));
    }

    /// Whether the world of the rows so far, its margin included, has too many cells.
    fn is_too_large(&self) -> bool {
        !Setup::has_room(self.width as i64, self.height as i64)
    }

    fn letter(&mut self, cell: Cell, amount: i32) -> Option<Owner> {
        self.letters.insert(cell, amount);
        self.water(cell, amount);
        None
    }

    fn thing(&mut self, cell: Cell, thing: ThingSetup) -> Option<Owner> {
        push_up_to(MAX_THINGS, &mut self.things, (cell, thing));
        Some(Owner::Thing(self.things.len() - 1))
    }

    fn restore(&mut self, owner: Owner, state: &[SpannedChar], faults: &mut Faults) {
        match owner {
            Owner::Rabbit(at) => saved::restore_rabbit(&mut self.rabbits[at], state, faults),
            Owner::Thing(at) => saved::restore_thing(&mut self.things[at].1, state, faults),
        }
    }
}

/// Adds an item, unless there is one more than allowed already: that is enough to refuse the world.
fn push_up_to<T>(most: usize, list: &mut Vec<T>, item: T) {
    if list.len() <= most {
        list.push(item);
    }
}

/// A count of columns or rows as a coordinate, saturated: a world that large is refused.
fn coordinate(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

const fn is_bridge(shape: Shape) -> bool {
    matches!(shape, Shape::BridgeUpRight | Shape::BridgeUpLeft)
}

fn unknown_character(drawn: char, span: TextSpan) -> LevelFault {
    let cause = format!("{} means nothing on a map", describe(drawn));
    let fault = LevelFault::new(FaultKind::UnknownCharacter, span, cause);
    match other_case(drawn).or_else(|| look_alike(drawn).filter(|plain| glyph(*plain).is_some())) {
        Some(meant) => fault.advise(format!("did you mean `{meant}`?")).mend(span, meant),
        None if drawn.width() == Some(0) => fault.advise("take it away: it takes no column").mend(span, ""),
        None if drawn.is_whitespace() => fault.advise("put a plain space here").mend(span, " "),
        None => fault.advise(format!("maps are drawn with {}", drawable())).mend(span, " "),
    }
}

/// What other formats have for nothing.
const BLANKS: &str = ".·_";

fn blank_fault(drawn: char, span: TextSpan) -> LevelFault {
    let cause = format!("{} means nothing on a map", describe(drawn));
    let fault = LevelFault::new(FaultKind::UnknownCharacter, span, cause);
    fault.advise("where nothing is, put a space, in the whole map").mend(span, " ")
}

fn drawable() -> String {
    GLYPHS.iter().map(|(character, _)| *character).collect::<String>().trim().to_owned()
}

/// The same letter in the other case, if that one has a meaning.
fn other_case(drawn: char) -> Option<char> {
    let swapped = if drawn.is_lowercase() { drawn.to_ascii_uppercase() } else { drawn.to_ascii_lowercase() };
    (swapped != drawn && glyph(swapped).is_some()).then_some(swapped)
}
