//! RON as a list of tokens, comments included.

use crate::level::source::TextSpan;

/// A token and its span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RonToken {
    pub kind: TokenKind,
    pub span: TextSpan,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    Open(Bracket),
    Close(Bracket),
    Comma,
    Colon,
    /// A name: `Level`, `dig`, `true`, `r#true`.
    Word,
    /// What starts like a number; whether it is one, [`numeral`](super::numeral) says.
    Number,
    Text(Quotes),
    /// A string of bytes or a single character, which no level has.
    Other(&'static str),
    Comment(CommentStyle),
    /// `#![…]` at the start of the file.
    Attribute,
    /// Any other character, or several that no space parts.
    Junk,
}

/// What stands in the brackets of a cell.
pub(super) const CELL: [TokenKind; 3] = [TokenKind::Number, TokenKind::Comma, TokenKind::Number];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bracket {
    Round,
    Square,
    Curly,
}

/// `// …` or `/* … */`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CommentStyle {
    Line,
    Block,
}

/// What encloses a text. Both lengths are in bytes; one that was left out is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quotes {
    pub escapes: Escapes,
    pub open: u32,
    pub close: u32,
}

/// Whether a backslash stands for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Escapes {
    /// `"…"`: it starts an escape sequence.
    Read,
    /// `r"…"`: it is a backslash.
    Raw,
}

impl Bracket {
    pub(super) const ALL: [Bracket; 3] = [Bracket::Round, Bracket::Square, Bracket::Curly];

    pub(super) const fn open(self) -> char {
        match self {
            Bracket::Round => '(',
            Bracket::Square => '[',
            Bracket::Curly => '{',
        }
    }

    pub(super) const fn close(self) -> char {
        match self {
            Bracket::Round => ')',
            Bracket::Square => ']',
            Bracket::Curly => '}',
        }
    }
}

impl RonToken {
    /// Its text in the source.
    pub(super) fn text(self, source: &str) -> &str {
        &source[self.span.start..self.span.end]
    }

    pub(super) const fn is_comment(self) -> bool {
        matches!(self.kind, TokenKind::Comment(_))
    }

    /// Whether a value can start with it.
    pub(super) const fn starts_value(self) -> bool {
        match self.kind {
            TokenKind::Open(_)
            | TokenKind::Word
            | TokenKind::Number
            | TokenKind::Text(_)
            | TokenKind::Other(_)
            | TokenKind::Junk => true,
            TokenKind::Close(_)
            | TokenKind::Comma
            | TokenKind::Colon
            | TokenKind::Comment(_)
            | TokenKind::Attribute => false,
        }
    }
}

impl Quotes {
    /// The span between the quotes of a text with this span.
    pub(super) const fn inside(self, span: TextSpan) -> TextSpan {
        TextSpan::new(span.start + self.open as usize, span.end - self.close as usize)
    }
}
