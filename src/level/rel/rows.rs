//! How long the rows of a map are, where blanks at their ends may have been cut.

use crate::level::fault::{FaultKind, LevelFault};
use crate::level::faults::Faults;
use crate::level::source::TextSpan;

/// The lengths of the rows so far.
#[derive(Debug, Default)]
pub(super) struct RowLengths {
    /// Of the first row that is not empty.
    first: Option<usize>,
    longest: usize,
    /// Rows that are longer than the first: their characters beyond it, and their lengths.
    longer: Vec<(TextSpan, usize)>,
    /// Row numbers and lengths of rows that are not empty, counted from 1.
    rows: Vec<(usize, usize)>,
    count: usize,
    /// A row ends in a blank, so blanks were not cut.
    has_blank_end: bool,
}

impl RowLengths {
    /// The next row, and where it stands.
    pub(super) fn row(&mut self, line: &str, start: usize) {
        self.count += 1;
        let length = line.chars().count();
        if length == 0 {
            return;
        }
        let first = *self.first.get_or_insert(length);
        if length > first {
            let beyond = line.char_indices().nth(first).map_or(line.len(), |(at, _)| at);
            self.longer.push((TextSpan::new(start + beyond, start + line.len()), length));
        }
        self.longest = self.longest.max(length);
        self.rows.push((self.count, length));
        self.has_blank_end |= line.ends_with(' ');
    }

    /// Reports the rows that are too long; returns a note on those that are too short.
    pub(super) fn finish(&self, faults: &mut Faults) -> Option<String> {
        let width = self.first.unwrap_or(0);
        if self.has_blank_end && !self.longer.is_empty() {
            for (beyond, length) in &self.longer {
                faults.push_with(|| {
                    let cause = format!("this row is {length} wide, the first one is {width}");
                    LevelFault::new(FaultKind::WrongLineLength, *beyond, cause)
                        .advise("take these away")
                        .mend(*beyond, "")
                });
            }
            return None;
        }
        let short: Vec<String> =
            self.rows.iter().filter(|(_, length)| *length < self.longest).map(|(row, _)| row.to_string()).collect();
        let word = if short.len() == 1 { "row" } else { "rows" };
        (!short.is_empty())
            .then(|| format!("{word} {} of the map filled up with blanks, to {}", listed(&short), self.longest))
    }
}

/// The first ten, and how many more.
fn listed(rows: &[String]) -> String {
    const SHOWN: usize = 10;
    match rows.len().checked_sub(SHOWN) {
        None | Some(0) => rows.join(", "),
        Some(more) => format!("{} and {more} more", rows[..SHOWN].join(", ")),
    }
}
