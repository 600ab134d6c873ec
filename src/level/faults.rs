//! The faults that a reader has found so far.

use super::edit::TextEdit;
use super::fault::LevelFault;
use super::source::TextSpan;

/// Faults that are kept; of further ones only the number is. A file of 1 MB can have half a million.
const KEPT: usize = 1000;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Faults {
    kept: Vec<LevelFault>,
    more: usize,
}

impl Faults {
    pub(super) fn push(&mut self, fault: LevelFault) {
        self.push_with(|| fault);
    }

    /// Adds a fault whose words are costly to find: they are looked for only if the fault is kept.
    pub(super) fn push_with(&mut self, fault: impl FnOnce() -> LevelFault) {
        if self.kept.len() < KEPT {
            self.kept.push(fault());
        } else {
            self.more += 1;
        }
    }

    pub(super) fn extend(&mut self, faults: impl IntoIterator<Item = LevelFault>) {
        faults.into_iter().for_each(|fault| self.push(fault));
    }

    /// The last fault is that of this span as well, and is mended there in the same way.
    pub(super) fn widen_last(&mut self, span: TextSpan) {
        if let Some(last) = self.kept.last_mut().filter(|_| self.more == 0) {
            last.span.end = span.end;
            if let Some(TextEdit { text, .. }) = last.cure.last().cloned() {
                last.cure.push(TextEdit { span, text });
            }
        }
    }

    /// The fault of that number is mended here as well, in the same way.
    pub(super) fn mend_too(&mut self, number: usize, span: TextSpan) {
        if let Some(fault) = self.kept.get_mut(number) {
            let text = fault.cure.last().map_or_else(String::new, |edit| edit.text.clone());
            fault.cure.push(TextEdit { span, text });
        }
    }

    /// Whether a fault that was kept begins within the span.
    pub(super) fn is_any_in(&self, span: TextSpan) -> bool {
        self.kept.iter().any(|fault| (span.start..span.end).contains(&fault.span.start))
    }

    /// The number of all faults.
    pub(super) fn len(&self) -> usize {
        self.kept.len() + self.more
    }

    pub(super) fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// The faults that were kept, by position, and the number of the others.
    pub(super) fn sorted(mut self) -> (Vec<LevelFault>, usize) {
        self.kept.sort_by_key(|fault| fault.span.start);
        (self.kept, self.more)
    }
}

impl From<LevelFault> for Faults {
    fn from(fault: LevelFault) -> Faults {
        Faults { kept: vec![fault], more: 0 }
    }
}
