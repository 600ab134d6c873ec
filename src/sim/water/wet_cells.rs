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
    /// Those that can hold water.
    open: u64,
    /// Those with water, and some that ran dry.
    wet: u64,
    /// Those that changed, or are about to give water.
    changed: u64,
    /// Those that changed and their neighbours.
    stale: u64,
}

/// Cells in a word.
const BITS: usize = u64::BITS as usize;

impl WetCells {
    /// So many cells without water, all closed.
    pub(super) fn none(cells: usize, row: usize) -> WetCells {
        WetCells { words: vec![Word::default(); cells.div_ceil(BITS)], row }
    }

    /// Whether the cell can hold water.
    pub(super) fn set_open(&mut self, at: usize, is_open: bool) {
        let open = &mut self.words[at / BITS].open;
        *open = *open & !(1 << (at % BITS)) | u64::from(is_open) << (at % BITS);
    }

    /// The cell changed, and may have water now.
    pub(super) fn disturb(&mut self, at: usize) {
        self.words[at / BITS].changed |= 1 << (at % BITS);
    }

    /// More cells of a word changed.
    pub(super) fn disturb_all(&mut self, word: usize, changed: u64) {
        self.words[word].changed |= changed;
    }

    /// The cells of a word have decided: these give water, those ran dry, and none counts as changed any more.
    pub(super) fn decided(&mut self, word: usize, giving: u64, dry: u64) {
        let word = &mut self.words[word];
        word.changed = giving;
        word.wet &= !dry;
    }

    /// The cells that changed and their neighbours become stale.
    pub(super) fn spread(&mut self) {
        let (words, cells) = (self.row / BITS, self.row % BITS);
        for word in 0..self.words.len() {
            let changed = self.words[word].changed;
            if changed != 0 {
                self.words[word].wet |= changed;
                self.mark_stale(word, changed << 1 | changed | changed >> 1);
                // Neighbours in other words. Shifts are made in two steps where they can be by 64: at once that is
                // none.
                self.mark_stale(word + 1, changed >> (BITS - 1));
                self.mark_stale(word.wrapping_sub(1), changed << (BITS - 1));
                self.mark_stale(word + words, changed << cells);
                self.mark_stale(word + words + 1, changed >> 1 >> (BITS - 1 - cells));
                self.mark_stale(word.wrapping_sub(words), changed >> cells);
                self.mark_stale(word.wrapping_sub(words + 1), changed << 1 << (BITS - 1 - cells));
            }
        }
    }

    /// Marks cells of a word, if there is such a word.
    fn mark_stale(&mut self, word: usize, cells: u64) {
        if let Some(word) = self.words.get_mut(word) {
            word.stale |= cells;
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

    /// The stale cells of a word that can hold water. None is stale any longer.
    pub(super) fn take_open(&mut self, word: usize) -> u64 {
        let Word { open, stale, .. } = &mut self.words[word];
        std::mem::take(stale) & *open
    }

    /// The stale cells of a word with water. None is stale any longer.
    pub(super) fn take_wet(&mut self, word: usize) -> u64 {
        let Word { wet, stale, .. } = &mut self.words[word];
        std::mem::take(stale) & *wet
    }
}

/// The positions of the cells of a word, from the lowest, each with its bit.
#[inline]
pub(super) fn positions(word: usize, mut cells: u64) -> impl Iterator<Item = (usize, u64)> {
    std::iter::from_fn(move || {
        let lowest =
            (cells != 0).then(|| (word * BITS + cells.trailing_zeros() as usize, cells & cells.wrapping_neg()));
        cells &= cells.wrapping_sub(1);
        lowest
    })
}
