//! Shares: how the water of a cell is dealt out among the cell itself and some of its neighbours.

use super::pool::FULL_CELL;

/// A distribution: who takes part beside the cell itself.
pub(super) struct Shares<const N: usize> {
    pub(super) here: Share,
    pub(super) others: [Share; N],
}

/// Water that takes part in a distribution, and the room for it: sums and products of those of a few cells fit too.
/// Without room there is no water.
#[derive(Debug, Clone, Copy)]
pub(super) struct Share {
    pub(super) amount: i64,
    pub(super) room: i64,
}

impl Share {
    /// What can be seen of it through a side that is open; nothing through one that is not.
    pub(super) fn through(self, is_open: bool) -> Share {
        if is_open { self } else { Share { amount: 0, room: 0 } }
    }

    /// The water that the room holds.
    pub(super) fn within(self) -> Share {
        Share { amount: self.amount.max(0).min(self.room), ..self }
    }

    /// The water beyond this level, and this room for it.
    pub(super) fn beyond(self, level: i64, room: i64) -> Share {
        Share { amount: (self.amount - level).max(0), room }
    }
}

impl<const N: usize> Shares<N> {
    /// Distributes all the water in proportion to the rooms. Only the cell itself gives water; if it has too little,
    /// all get less in proportion, rounded down. What each of the others gets.
    #[inline]
    pub(super) fn deal(&self) -> [i64; N] {
        let all = self.here.amount + self.others.iter().map(|share| share.amount).sum::<i64>();
        let room = self.here.room + self.others.iter().map(|share| share.room).sum::<i64>();
        let fill = Fill { all, room };
        let wanted = self.others.map(|share| (fill.of(share.room) - share.amount).max(0));
        let (out, given) = (wanted.iter().sum(), self.here.amount);
        if out <= given { wanted } else { wanted.map(|wanted| in_proportion(wanted, given, out)) }
    }
}

/// Water that stands equally high everywhere: all of it, and all the room.
#[derive(Clone, Copy)]
struct Fill {
    all: i64,
    room: i64,
}

impl Fill {
    /// The part of a room, rounded towards zero.
    #[inline]
    fn of(self, room: i64) -> i64 {
        let product = room * self.all;
        if self.all >= 0 {
            ((u128::from(product as u64) * u128::from(RECIPROCALS[self.room as usize])) >> 64) as i64
        } else {
            product / self.room
        }
    }
}

/// The most room of a distribution: that of three open cells, and a quarter of one more.
const MOST_ROOM: usize = FULL_CELL as usize * 13 / 4;

/// 2^64 by each room, rounded up. To multiply by it and drop 64 bits is to divide by the room, exactly where the number is
/// below 2^52, and takes a quarter of the time. No room is smaller than 2.
static RECIPROCALS: [u64; MOST_ROOM + 1] = {
    let mut all = [0; MOST_ROOM + 1];
    let mut room = 2;
    while room <= MOST_ROOM {
        all[room] = u64::MAX / room as u64 + 1;
        room += 1;
    }
    all
};

/// `wanted` parts of `out` of what is given, rounded down. The product fits 64 bits unless cells hold a million times
/// the water that fills them, which a level may say.
fn in_proportion(wanted: i64, given: i64, out: i64) -> i64 {
    match wanted.checked_mul(given) {
        Some(product) => product / out,
        None => (i128::from(wanted) * i128::from(given) / i128::from(out)) as i64,
    }
}
