//! A file as groups, elements and comments: what a person sees of its layout. It is made of the tokens of a file
//! without faults.

use super::token::{Bracket, RonToken, TokenKind};

/// The elements between two brackets, or of the whole file.
#[derive(Debug, Default)]
pub(super) struct LayoutBlock<'a> {
    /// Comments behind the opening bracket, in its line.
    pub opening: Vec<Trivia<'a>>,
    pub elements: Vec<Element<'a>>,
    /// Comments after the last element.
    pub closing: Vec<Trivia<'a>>,
}

/// A comment, or an attribute at the start of the file.
#[derive(Debug)]
pub(super) struct Trivia<'a> {
    pub text: &'a str,
    pub after_blank_line: bool,
}

/// What stands between two commas.
#[derive(Debug, Default)]
pub(super) struct Element<'a> {
    /// Comments before it, and those between its parts.
    pub leading: Vec<Trivia<'a>>,
    pub after_blank_line: bool,
    pub parts: Vec<Part<'a>>,
    /// Comments behind it, in its last line.
    pub trailing: Vec<Trivia<'a>>,
}

#[derive(Debug)]
pub(super) enum Part<'a> {
    /// A word, a number or a text, as written.
    Plain(&'a str),
    Colon,
    Group(Bracket, LayoutBlock<'a>),
}

impl<'a> LayoutBlock<'a> {
    pub(super) fn of(source: &'a str, tokens: &[RonToken]) -> LayoutBlock<'a> {
        let mut reader = BlockReader { source, tokens, at: 0 };
        reader.block()
    }
}

impl LayoutBlock<'_> {
    /// Whether a comment stands anywhere in it.
    pub(super) fn has_comments(&self) -> bool {
        let within = |part: &Part| matches!(part, Part::Group(_, block) if block.has_comments());
        let has = |e: &Element| !e.leading.is_empty() || !e.trailing.is_empty() || e.parts.iter().any(within);
        !self.opening.is_empty() || !self.closing.is_empty() || self.elements.iter().any(has)
    }
}

struct BlockReader<'a, 't> {
    source: &'a str,
    tokens: &'t [RonToken],
    at: usize,
}

impl<'a> BlockReader<'a, '_> {
    /// Reads up to a closing bracket or the end of the file.
    fn block(&mut self) -> LayoutBlock<'a> {
        let mut block = LayoutBlock { opening: self.remarks_in_line(), ..LayoutBlock::default() };
        loop {
            let mut element = Element { leading: self.remarks(), ..Element::default() };
            element.after_blank_line = self.is_after_blank_line();
            if self.is_at_end() {
                block.closing = element.leading;
                return block;
            }
            self.element(&mut element);
            block.elements.push(element);
        }
    }

    /// Reads up to the end of an element, its comma and the comments in that line.
    fn element(&mut self, element: &mut Element<'a>) {
        while !self.is_at_end() {
            match self.kind(self.at) {
                Some(TokenKind::Comma) => {
                    self.at += 1;
                    element.trailing.extend(self.remarks_in_line());
                    break;
                }
                Some(TokenKind::Comment(_)) if self.is_in_line_before() && self.ends_element() => {
                    element.trailing.push(self.remark());
                }
                // It stands between the last element and the closing bracket.
                Some(TokenKind::Comment(_)) if self.ends_block() => break,
                Some(TokenKind::Comment(_)) => element.leading.push(self.remark()),
                Some(TokenKind::Open(bracket)) => {
                    self.at += 1;
                    let block = self.block();
                    self.at += 1;
                    element.parts.push(Part::Group(bracket, block));
                }
                Some(TokenKind::Colon) => {
                    self.at += 1;
                    element.parts.push(Part::Colon);
                }
                _ => {
                    element.parts.push(Part::Plain(self.tokens[self.at].text(self.source)));
                    self.at += 1;
                }
            }
        }
    }

    /// All comments that follow here.
    fn remarks(&mut self) -> Vec<Trivia<'a>> {
        let mut remarks = Vec::new();
        while self.is_remark() {
            remarks.push(self.remark());
        }
        remarks
    }

    /// The comments that follow here, up to the end of the line, unless an element follows them in it.
    fn remarks_in_line(&mut self) -> Vec<Trivia<'a>> {
        let mut remarks = Vec::new();
        while self.is_remark() && self.is_in_line_before() && !self.is_in_line_after() {
            remarks.push(self.remark());
        }
        remarks
    }

    fn remark(&mut self) -> Trivia<'a> {
        let remark =
            Trivia { text: self.tokens[self.at].text(self.source), after_blank_line: self.is_after_blank_line() };
        self.at += 1;
        remark
    }

    fn kind(&self, index: usize) -> Option<TokenKind> {
        self.tokens.get(index).map(|token| token.kind)
    }

    fn is_remark(&self) -> bool {
        matches!(self.kind(self.at), Some(TokenKind::Comment(_) | TokenKind::Attribute))
    }

    /// Whether the block ends here.
    fn is_at_end(&self) -> bool {
        matches!(self.kind(self.at), None | Some(TokenKind::Close(_)))
    }

    /// The next token that is no comment.
    fn kind_after_remarks(&self) -> Option<TokenKind> {
        self.tokens[self.at..].iter().find(|token| !token.is_comment()).map(|token| token.kind)
    }

    fn ends_block(&self) -> bool {
        matches!(self.kind_after_remarks(), None | Some(TokenKind::Close(_)))
    }

    fn ends_element(&self) -> bool {
        self.ends_block() || self.kind_after_remarks() == Some(TokenKind::Comma)
    }

    /// Whether no line break parts the next token from the one before.
    fn is_in_line_before(&self) -> bool {
        self.gap(self.at).is_some_and(|gap| !gap.contains('\n'))
    }

    /// Whether an element follows the next token in its line; comments may stand between.
    fn is_in_line_after(&self) -> bool {
        let mut index = self.at + 1;
        while self.gap(index).is_some_and(|gap| !gap.contains('\n')) {
            match self.kind(index) {
                Some(TokenKind::Comment(_)) => index += 1,
                Some(TokenKind::Close(_)) => return false,
                _ => return true,
            }
        }
        false
    }

    fn is_after_blank_line(&self) -> bool {
        self.gap(self.at).is_some_and(|gap| gap.matches('\n').count() > 1)
    }

    /// The space before a token that is not the first.
    fn gap(&self, index: usize) -> Option<&'a str> {
        let before = self.tokens.get(index.checked_sub(1)?)?;
        self.tokens.get(index).map(|token| &self.source[before.span.end..token.span.start])
    }
}
