//! Cells of the grid, and the two directions that a rabbit can face.

/// A cell of the grid, by column and row. `x` grows rightwards, `y` downwards; `(0, 0)` is the top left cell of the
/// world. A cell may lie outside the world: rabbits walk off its edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cell {
    pub x: i32,
    pub y: i32,
}

impl Cell {
    pub const fn new(x: i32, y: i32) -> Cell {
        Cell { x, y }
    }

    /// The cell `dx` columns to the right and `dy` rows down.
    pub const fn offset(self, dx: i32, dy: i32) -> Cell {
        Cell { x: self.x + dx, y: self.y + dy }
    }

    pub const fn above(self) -> Cell {
        self.offset(0, -1)
    }

    pub const fn below(self) -> Cell {
        self.offset(0, 1)
    }

    /// The neighbour in this direction.
    pub const fn next(self, direction: Direction) -> Cell {
        self.offset(direction.sign(), 0)
    }
}

/// Which way a rabbit faces, or a slope rises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Direction {
    Left,
    Right,
}

impl Direction {
    /// The change of `x` from a cell to the next: +1 for right, -1 for left.
    pub const fn sign(self) -> i32 {
        match self {
            Direction::Left => -1,
            Direction::Right => 1,
        }
    }

    pub const fn opposite(self) -> Direction {
        match self {
            Direction::Left => Direction::Right,
            Direction::Right => Direction::Left,
        }
    }
}
