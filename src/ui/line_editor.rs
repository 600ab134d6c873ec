//! A line of text that is being typed. What the cursor passes and Backspace takes is a grapheme: what a reader sees as
//! one character, though it may be several code points.

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
    /// What an input method composes at the cursor, and the byte index of its own cursor in that.
    preedit: (String, usize),
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

    /// The text as it is displayed: with what an input method composes.
    pub fn displayed(&self) -> String {
        let (before, after) = self.text.split_at(self.cursor);
        [before, &self.preedit.0, after].concat()
    }

    /// The byte index of the cursor in what is displayed.
    pub fn caret(&self) -> usize {
        self.cursor + self.preedit.1
    }

    /// The bytes of what is displayed that an input method composes.
    pub fn composed(&self) -> Range<usize> {
        self.cursor..self.cursor + self.preedit.0.len()
    }

    /// The byte index in the text of one in what is displayed.
    pub fn index_of_displayed(&self, index: usize) -> usize {
        let composed = self.composed();
        if index <= composed.start { index } else { index.max(composed.end) - composed.len() }
    }

    /// An input method composes this at the cursor, in place of what is selected, with a cursor of its own at a byte
    /// index.
    pub fn compose(&mut self, text: &str, cursor: usize) {
        if !text.is_empty() && !self.selection().is_empty() {
            self.insert("");
        }
        let is_whole = text.is_char_boundary(cursor) && !text.contains(char::is_control);
        let text = if is_whole { text } else { "" };
        self.preedit = (text.to_owned(), cursor.min(text.len()));
    }

    /// Another text, with the cursor at its end.
    pub fn set(&mut self, text: String) {
        self.text = text;
        self.go(CaretMove::End);
    }

    /// Inserts what was typed at the cursor, in place of what is selected. Control characters are left out.
    pub fn insert(&mut self, typed: &str) {
        self.preedit = (String::new(), 0);
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

    /// Puts the cursor at a byte index between two graphemes, and selects nothing.
    pub fn place(&mut self, index: usize) {
        (self.anchor, self.cursor) = (index, index);
    }

    /// Puts the cursor there, and selects what is between.
    pub fn extend_to(&mut self, index: usize) {
        self.cursor = index;
    }

    /// Selects the word, or what is between two words, that has or begins at this byte index.
    pub fn select_word(&mut self, index: usize) {
        let word = self.text.split_word_bound_indices().rfind(|(start, _)| *start <= index);
        if let Some((start, word)) = word {
            (self.anchor, self.cursor) = (start, start + word.len());
        }
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
