//! Something to say about a place in a level's file.

use std::fmt;

use crate::level::{LevelFile, TextSpan, plain};

/// Words about a place; as text, one line with the place, then the line of the file and carets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Of the file, as one line that is safe to show.
    pub path: String,
    /// Counted from 1.
    pub line: usize,
    /// In characters, counted from 1.
    pub column: usize,
    pub words: String,
    excerpt: String,
}

impl Remark {
    /// The words about a part of a file.
    pub fn new(file: &LevelFile, span: TextSpan, words: &str) -> Remark {
        let excerpt = file.excerpt(span);
        Remark {
            path: file.path.clone(),
            line: excerpt.line,
            column: excerpt.column,
            words: plain(words),
            excerpt: excerpt.to_string(),
        }
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Remark { path, line, column, words, excerpt } = self;
        write!(out, "{path}:{line}:{column}: {words}\n{excerpt}")
    }
}
