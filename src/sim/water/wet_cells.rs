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
    /// Those that have to decide again.
    stale: u64,
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
        self.words[at / BITS].changed |= 1 << (at % BITS);
    }

    /// The cell ran dry.
    pub(super) fn dry(&mut self, at: usize) {
        self.words[at / BITS].wet &= !(1 << (at % BITS));
    }

    /// The cells that changed and their neighbours become stale, if they are wet; none counts as changed any more.
    pub(super) fn spread(&mut self) {
        for word in 0..self.words.len() {
            let changed = std::mem::take(&mut self.words[word].changed);
            if changed != 0 {
                self.words[word].wet |= changed;
                let (start, row) = ((word * BITS) as isize, self.row as isize);
                self.words[word].stale |= changed;
                for neighbours in [start - 1, start + 1, start - row, start + row] {
                    self.mark_stale(neighbours, changed);
                }
            }
        }
    }

    /// Marks some of the 64 cells that begin at this position.
    fn mark_stale(&mut self, start: isize, cells: u64) {
        let (word, bit) = (start.div_euclid(BITS as isize), start.rem_euclid(BITS as isize) as u32);
        // The part in the next word is shifted in two steps: by 64 at once is no shift.
        for (word, cells) in [(word, cells << bit), (word + 1, (cells >> 1) >> (u64::BITS - 1 - bit))] {
            if let Some(word) = usize::try_from(word).ok().and_then(|word| self.words.get_mut(word)) {
                word.stale |= cells;
            }
        }
    }

    /// How many words hold all cells. The cells of word `n` begin at position `64 * n`.
    pub(super) fn words(&self) -> usize {
        self.words.len()
    }

    /// The cells of a word with water, and some that ran dry.
    pub(super) fn wet(&self, word: usize) -> u64 {
        self.words[word].wet
    }

    /// The stale cells of a word, which are so no longer.
    pub(super) fn take_stale(&mut self, word: usize) -> u64 {
        let Word { wet, stale, .. } = &mut self.words[word];
        std::mem::take(stale) & *wet
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
