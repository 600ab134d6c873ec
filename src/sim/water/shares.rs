//! Shares: how the water of a cell is dealt out among the cell itself and its neighbours.

use std::iter::Sum;
use std::ops::{Add, Sub};

use super::pool::SIDES;

/// A distribution: who takes part beside the cell itself. All arrays are by direction.
pub(super) struct Shares {
    rooms: [i32; 4],
    /// All room, that of the cell itself included.
    whole: i32,
    /// The rooms as fractions of the whole.
    fractions: [u32; 4],
    /// The water of a neighbour takes part between two levels. It is counted from the lower one, or from the bottom.
    from: [i32; 4],
    to: [i32; 4],
    base: [i32; 4],
}

/// How a neighbour takes part in a distribution: with this room, and with its water between two levels.
#[derive(Clone, Copy)]
pub(super) struct Share {
    pub(super) room: i32,
    pub(super) from: i32,
    pub(super) to: i32,
}

/// A number for amounts of water: as narrow as they allow, because the compiler makes vectors of four narrow ones.
pub(super) trait Amount: Copy + Ord + From<i32> + Add<Output = Self> + Sub<Output = Self> + Sum {
    /// What of this amount falls to the neighbours, in proportion to their rooms, rounded towards zero.
    fn by_room(self, shares: &Shares) -> [Self; 4];

    /// What the neighbours get of what is given if they want more, in proportion, rounded down. `all` they want.
    fn in_proportion(wanted: [Self; 4], all: Self, given: Self) -> [Self; 4];
}

impl Share {
    pub(super) const NONE: Share = Share { room: 0, from: 0, to: 0 };
}

impl Shares {
    /// A distribution among a cell with this room and its neighbours.
    pub(super) const fn among(here: i32, others: [Share; 4]) -> Shares {
        let [above, left, right, below] = others;
        let whole = here + above.room + left.room + right.room + below.room;
        let mut shares = Shares { rooms: [0; 4], whole, fractions: [0; 4], from: [0; 4], to: [0; 4], base: [0; 4] };
        let mut side = 0;
        while side < others.len() {
            let Share { room, from, to } = others[side];
            shares.rooms[side] = room;
            // A cell without room has nothing to deal out.
            shares.fractions[side] = if here > 0 { fraction(room, whole) } else { 0 };
            (shares.from[side], shares.to[side]) = (from, to);
            shares.base[side] = if from > 0 { from } else { 0 };
            side += 1;
        }
        shares
    }

    /// Distributes all the water in proportion to the rooms. Only the cell itself gives water; if it has too little,
    /// all get less in proportion, rounded down. What each of the neighbours gets.
    #[inline(always)]
    pub(super) fn deal<A: Amount>(&self, given: A, beside: [A; 4]) -> [A; 4] {
        let others = SIDES.map(|side| {
            beside[side].max(A::from(self.from[side])).min(A::from(self.to[side])) - A::from(self.base[side])
        });
        let level = (given + others.into_iter().sum()).by_room(self);
        let wanted = SIDES.map(|side| (level[side] - others[side]).max(A::from(0)));
        let all = wanted.into_iter().sum();
        if all <= given { wanted } else { A::in_proportion(wanted, all, given) }
    }
}

/// Amounts below 2^16.
impl Amount for i32 {
    #[inline(always)]
    fn by_room(self, shares: &Shares) -> [i32; 4] {
        shares.fractions.map(|fraction| times(fraction, self))
    }

    #[inline(always)]
    fn in_proportion(wanted: [i32; 4], all: i32, given: i32) -> [i32; 4] {
        let fraction = fraction(given, all);
        wanted.map(|wanted| times(fraction, wanted))
    }
}

/// All amounts: a level may say that a cell holds millions of times the water that fills it, or less than none.
impl Amount for i64 {
    fn by_room(self, shares: &Shares) -> [i64; 4] {
        shares.rooms.map(|room| self * i64::from(room) / i64::from(shares.whole))
    }

    fn in_proportion(wanted: [i64; 4], all: i64, given: i64) -> [i64; 4] {
        wanted.map(|wanted| (i128::from(wanted) * i128::from(given) / i128::from(all)) as i64)
    }
}

/// A part of a whole in 2^-32, rounded up. The part is less than the whole, and that less than 2^16.
const fn fraction(part: i32, whole: i32) -> u32 {
    ((part as u64) << 32).div_ceil(whole as u64) as u32
}

/// A fraction of an amount below 2^16, rounded down. It is exact: the fraction is too large by less than 2^-32, and
/// that many times the amount is less than one part of the whole.
#[inline(always)]
fn times(fraction: u32, amount: i32) -> i32 {
    ((u64::from(fraction) * u64::from(amount as u32)) >> 32) as i32
}
