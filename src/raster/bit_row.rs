//! Rows of bits: which columns of a rectangle are marked, 64 to a word.

use std::ops::Range;

/// Words of a row with so many columns. At least one bit after the last column stays 0: there the search for the last
/// run of unmarked columns ends.
pub const fn words(columns: usize) -> usize {
    columns / 64 + 1
}

/// Marks columns, of which there is at least one.
pub fn mark(row: &mut [u64], columns: Range<usize>) {
    let (first, last) = (columns.start / 64, (columns.end - 1) / 64);
    let (from_start, to_end) = (!0 << (columns.start % 64), !0 >> (63 - (columns.end - 1) % 64));
    if first == last {
        row[first] |= from_start & to_end;
    } else {
        row[first] |= from_start;
        row[first + 1..last].fill(!0);
        row[last] |= to_end;
    }
}

/// Calls `found` with each run of marked columns, of so many columns in all.
pub fn marked(row: &[u64], columns: usize, found: impl FnMut(Range<usize>)) {
    runs(row, columns, |bits| bits, found);
}

/// Calls `found` with each run of columns that are not marked.
pub fn unmarked(row: &[u64], columns: usize, found: impl FnMut(Range<usize>)) {
    runs(row, columns, |bits| !bits, found);
}

/// Runs of columns whose bit is 1 in `map(word)`.
fn runs(row: &[u64], columns: usize, map: impl Fn(u64) -> u64, mut found: impl FnMut(Range<usize>)) {
    let mut start = 0;
    while start < columns {
        let first = next(row, start, columns, &map);
        let end = next(row, first, columns, |bits| !map(bits));
        if first < end {
            found(first..end);
        }
        start = end.max(first + 1);
    }
}

/// The first column from `start` on whose bit is 1 in `map(word)`, or the number of columns.
fn next(row: &[u64], start: usize, columns: usize, map: impl Fn(u64) -> u64) -> usize {
    let mut word = start / 64;
    let Some(bits) = row.get(word) else { return columns };
    let mut bits = map(*bits) & (!0 << (start % 64));
    while bits == 0 {
        word += 1;
        let Some(next) = row.get(word) else { return columns };
        bits = map(*next);
    }
    (word * 64 + bits.trailing_zeros() as usize).min(columns)
}
