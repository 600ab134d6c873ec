//! The cells with water and those that changed, a bit each: a change spreads to the neighbours of 64 cells in a few
//! instructions.

/// Sets of positions in an array of cells that lie row by row.
#[derive(Debug, Clone)]
pub(super) struct WetCells {
    words: Vec<Word>,
    /// The distance from a cell to the one below.
    row: usize,
}

/// 64 cells.
#[derive(Debug, Clone, Copy, Default)]
struct Word {
    /// Those with water, and some that ran dry.
    wet: u64,
    /// Those that changed.
    changed: u64,
}

/// Cells in a word.
const BITS: usize = u64::BITS as usize;

impl WetCells {
    /// So many cells without water.
    pub(super) fn none(cells: usize, row: usize) -> WetCells {
        WetCells { words: vec![Word::default(); cells.div_ceil(BITS)], row }
    }

    /// The cell changed, and may have water now.
    #[inline]
    pub(super) fn disturb(&mut self, at: usize) {
        let bit = 1 << (at % BITS);
        let word = &mut self.words[at / BITS];
        word.wet |= bit;
        word.changed |= bit;
    }

    /// The cell ran dry.
    pub(super) fn dry(&mut self, at: usize) {
        self.words[at / BITS].wet &= !(1 << (at % BITS));
    }

    /// All cells as they are now: none has changed.
    pub(super) fn settle(&mut self) {
        self.words.iter_mut().for_each(|word| word.changed = 0);
    }

    /// How many words hold all cells. The cells of word `n` begin at position `64 * n`.
    pub(super) fn words(&self) -> usize {
        self.words.len()
    }

    /// The cells of a word with water, and some that ran dry.
    pub(super) fn wet(&self, word: usize) -> u64 {
        self.words[word].wet
    }

    /// The wet cells of a word that changed, or lie beside, above or below a cell that did.
    pub(super) fn stale(&self, word: usize) -> u64 {
        let Word { wet, changed } = self.words[word];
        let (start, row) = ((word * BITS) as isize, self.row as isize);
        let beside = self.changed_from(start - 1) | self.changed_from(start + 1);
        wet & (changed | beside | self.changed_from(start - row) | self.changed_from(start + row))
    }

    /// The changed ones among the 64 cells that begin at this position; there are none before the first and after the
    /// last cell.
    fn changed_from(&self, start: isize) -> u64 {
        let changed = |word: isize| {
            usize::try_from(word).ok().and_then(|word| self.words.get(word)).map_or(0, |word| word.changed)
        };
        let word = start.div_euclid(BITS as isize);
        let bit = start.rem_euclid(BITS as isize) as u32;
        // The high word is shifted in two parts: by 64 at once is no shift.
        changed(word) >> bit | (changed(word + 1) << 1) << (u64::BITS - 1 - bit)
    }
}

/// The positions of the cells of a word, from the lowest.
pub(super) fn positions(word: usize, mut cells: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let lowest = (cells != 0).then(|| word * BITS + cells.trailing_zeros() as usize);
        cells &= cells.wrapping_sub(1);
        lowest
    })
}
