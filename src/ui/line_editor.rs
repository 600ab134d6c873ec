//! A line of text that is being typed. What the cursor passes and Backspace takes is a grapheme: what a reader sees as one
//! character, though it may be several code points.

use std::ops::Range;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// The text, the cursor, and what is selected.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineEditor {
    text: String,
    /// A byte index between two graphemes.
    cursor: usize,
    /// The other end of the selection; the same index if nothing is selected.
    anchor: usize,
}

/// Where the cursor goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaretMove {
    Left,
    Right,
    Home,
    End,
}

impl LineEditor {
    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The byte index of the cursor.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// The bytes that are selected.
    pub fn selection(&self) -> Range<usize> {
        self.cursor.min(self.anchor)..self.cursor.max(self.anchor)
    }

    pub fn selected(&self) -> &str {
        &self.text[self.selection()]
    }

    /// Another text, with the cursor at its end.
    pub fn set(&mut self, text: String) {
        self.text = text;
        self.go(CaretMove::End);
    }

    /// Inserts what was typed at the cursor, in place of what is selected. Control characters are left out.
    pub fn insert(&mut self, typed: &str) {
        let typed: String = typed.chars().filter(|character| !character.is_control()).collect();
        let selection = self.selection();
        self.place(selection.start + typed.len());
        self.text.replace_range(selection, &typed);
    }

    /// Deletes what is selected, or the grapheme before the cursor.
    pub fn backspace(&mut self) {
        self.delete_to(CaretMove::Left);
    }

    /// Deletes what is selected, or the grapheme after the cursor.
    pub fn delete(&mut self) {
        self.delete_to(CaretMove::Right);
    }

    /// Deletes what is selected, and returns it.
    pub fn cut(&mut self) -> String {
        let cut = self.selected().to_owned();
        self.insert("");
        cut
    }

    /// Moves the cursor, and selects nothing. A selection is left at its ends.
    pub fn go(&mut self, way: CaretMove) {
        let selection = self.selection();
        self.place(match way {
            CaretMove::Left if !selection.is_empty() => selection.start,
            CaretMove::Right if !selection.is_empty() => selection.end,
            way => self.after(way),
        });
    }

    /// Moves the cursor, and selects what it passes.
    pub fn extend(&mut self, way: CaretMove) {
        self.cursor = self.after(way);
    }

    pub fn select_all(&mut self) {
        (self.anchor, self.cursor) = (0, self.text.len());
    }

    fn delete_to(&mut self, way: CaretMove) {
        if self.selection().is_empty() {
            self.extend(way);
        }
        self.insert("");
    }

    fn place(&mut self, index: usize) {
        (self.anchor, self.cursor) = (index, index);
    }

    /// Where the cursor is after a move.
    fn after(&self, way: CaretMove) -> usize {
        match way {
            CaretMove::Left => {
                self.text[..self.cursor].grapheme_indices(true).next_back().map_or(0, |(index, _)| index)
            }
            CaretMove::Right => {
                let mut cursor = GraphemeCursor::new(self.cursor, self.text.len(), true);
                cursor.next_boundary(&self.text, 0).ok().flatten().unwrap_or(self.text.len())
            }
            CaretMove::Home => 0,
            CaretMove::End => self.text.len(),
        }
    }
}
