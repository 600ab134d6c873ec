//! Marks: what is in a cell beside blocks and water, in one byte.

/// What is in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct CellMark(u8);

impl CellMark {
    pub(super) const EXIT: CellMark = CellMark(1);
    pub(super) const FIRE: CellMark = CellMark(1 << 1);
    pub(super) const TOKEN: CellMark = CellMark(1 << 2);
    /// The margin.
    pub(super) const OUTSIDE: CellMark = CellMark(1 << 3);
    pub(super) const BLOCKER: CellMark = CellMark(1 << 4);
    /// A rabbit was here when it was counted, or came here since. Marked only for rabbots.
    pub(super) const RABBIT: CellMark = CellMark(1 << 5);
    /// A bridger is about to lay a plank there.
    pub(super) const PLANK: CellMark = CellMark(1 << 6);
    pub(super) const THINGS: CellMark = CellMark(CellMark::EXIT.0 | CellMark::FIRE.0 | CellMark::TOKEN.0);
    /// What a rabbit that comes into the cell has to do with.
    const CALLS: CellMark = CellMark(CellMark::THINGS.0 | CellMark::OUTSIDE.0);

    /// Whether an exit, a fire or a token is there, or the world ends there.
    pub(super) const fn calls(self) -> bool {
        self.has(CellMark::CALLS)
    }

    pub(super) const fn has_exit(self) -> bool {
        self.has(CellMark::EXIT)
    }

    /// Whether a fire is there, in any state.
    pub(super) const fn has_fire(self) -> bool {
        self.has(CellMark::FIRE)
    }

    pub(super) const fn has_token(self) -> bool {
        self.has(CellMark::TOKEN)
    }

    pub(super) const fn has_blocker(self) -> bool {
        self.has(CellMark::BLOCKER)
    }

    /// 1 if a blocker is there, else 0.
    pub(super) const fn blockers(self) -> usize {
        self.has(CellMark::BLOCKER) as usize
    }

    /// Whether a rabbit may be there, if there are rabbots.
    pub(super) const fn may_have_rabbit(self) -> bool {
        self.has(CellMark::RABBIT)
    }

    pub(super) const fn has_plank(self) -> bool {
        self.has(CellMark::PLANK)
    }

    pub(super) const fn add(&mut self, marks: CellMark) {
        self.0 |= marks.0;
    }

    pub(super) const fn remove(&mut self, marks: CellMark) {
        self.0 &= !marks.0;
    }

    const fn has(self, bit: CellMark) -> bool {
        self.0 & bit.0 != 0
    }
}
