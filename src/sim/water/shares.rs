//! Shares: how the water of a cell is dealt out among the cell itself and some of its neighbours.

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
    /// What a closed side has.
    pub(super) const NONE: Share = Share { amount: 0, room: 0 };

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
        let wanted = self.others.map(|share| (share.room * all / room - share.amount).max(0));
        let (out, given) = (wanted.iter().sum(), self.here.amount);
        if out <= given { wanted } else { wanted.map(|wanted| in_proportion(wanted, given, out)) }
    }
}

/// `wanted` parts of `out` of what is given, rounded down. The product fits 64 bits unless cells hold a million times
/// the water that fills them, which a level may say.
fn in_proportion(wanted: i64, given: i64, out: i64) -> i64 {
    match wanted.checked_mul(given) {
        Some(product) => product / out,
        None => (i128::from(wanted) * i128::from(given) / i128::from(out)) as i64,
    }
}
