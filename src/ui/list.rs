//! Lists: which of their entries has the focus.

use super::button::Button;
use crate::scene::Point;

/// The index of the entry that keys act on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Focus {
    index: usize,
}

impl Focus {
    pub fn index(self) -> usize {
        self.index
    }

    pub fn is_on(self, index: usize) -> bool {
        self.index == index
    }

    /// Moves to the entry that is equal to `entry`, if the list has it.
    pub fn move_to<T: PartialEq>(&mut self, entry: &T, entries: &[T]) {
        self.index = entries.iter().position(|other| other == entry).unwrap_or(self.index);
    }

    /// Moves to the entry whose button is under the pointer, so that one button is lit and not two.
    pub fn follow<A>(&mut self, pointer: Point, buttons: &[Button<A>]) {
        self.index = buttons.iter().position(|button| button.rect.contains(pointer)).unwrap_or(self.index);
    }

    /// Moves by so many entries of a list of this length, and stops at its ends.
    pub fn move_by(&mut self, by: isize, length: usize) {
        self.index = self.index.saturating_add_signed(by).min(length.saturating_sub(1));
    }

    /// Moves by so many entries of a list of this length; after the last entry comes the first.
    pub fn cycle_by(&mut self, by: isize, length: usize) {
        self.index = (self.index as isize + by).rem_euclid(length.max(1) as isize) as usize;
    }
}
