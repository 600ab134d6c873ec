//! Where things are: cells of the grid, and the two ways a rabbit can face.

/// A cell of the grid. `x` grows rightwards, `y` grows downwards; `(0, 0)` is the top left corner of the map.
/// A cell may lie outside the world: rabbits walk off its edges.
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

    /// The neighbour in the given direction.
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
    /// `+1` for right, `-1` for left: the change of `x` of one cell.
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
