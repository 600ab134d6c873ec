//! Sets of cells, a bit each: a set spreads to the neighbours of its cells in a few instructions for 64 of them.

/// A set of positions in an array of cells that lie row by row.
#[derive(Debug, Clone)]
pub(super) struct CellBits {
    words: Vec<u64>,
}

/// Positions in a word.
const BITS: usize = u64::BITS as usize;

impl CellBits {
    /// None of so many cells.
    pub(super) fn none(cells: usize) -> CellBits {
        CellBits { words: vec![0; cells.div_ceil(BITS)] }
    }

    pub(super) fn insert(&mut self, at: usize) {
        self.words[at / BITS] |= 1 << (at % BITS);
    }

    pub(super) fn remove(&mut self, at: usize) {
        self.words[at / BITS] &= !(1 << (at % BITS));
    }

    pub(super) fn clear(&mut self) {
        self.words.fill(0);
    }

    /// How many words hold all cells. The cells of word `n` begin at position `64 * n`.
    pub(super) fn words(&self) -> usize {
        self.words.len()
    }

    /// The cells of a word.
    pub(super) fn word(&self, word: usize) -> u64 {
        self.words[word]
    }

    /// The cells of a word that are in the set or beside, above or below a cell of it, where rows have this length.
    pub(super) fn spread(&self, word: usize, row: usize) -> u64 {
        let (start, row) = ((word * BITS) as isize, row as isize);
        let beside = self.from(start - 1) | self.from(start + 1);
        self.word(word) | beside | self.from(start - row) | self.from(start + row)
    }

    /// The 64 cells that begin at this position; none are before the first and after the last one.
    fn from(&self, start: isize) -> u64 {
        let word = start.div_euclid(BITS as isize);
        let word_at = |at: isize| usize::try_from(at).ok().and_then(|at| self.words.get(at)).copied().unwrap_or(0);
        let (low, high) = (word_at(word), word_at(word + 1));
        let bit = start.rem_euclid(BITS as isize) as u32;
        // The high word is shifted in two parts: by 64 at once is no shift.
        low >> bit | (high << 1) << (u64::BITS - 1 - bit)
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
