//! `<…>` in the place of the brackets that RON has.

use super::{LINE, Lexer, TextSpan, at_most, line_length};
use crate::level::ron::slips;
use crate::level::ron::token::{Bracket, TokenKind};
use crate::level::ron::vocabulary::{bracket_of_field, depth_of_group};

impl Lexer<'_> {
    /// Reads `<` as the bracket that is meant, if its `>` stands in the line; and that one, once it is reached.
    pub(super) fn angle(&mut self) -> bool {
        if let Some((_, bracket)) = self.angles.pop_if(|(close, _)| *close == self.at) {
            self.push(TokenKind::Close(bracket), 1);
            return true;
        }
        let Some((close, bracket)) = self.closing_angle().and_then(|close| Some((close, self.meant_bracket()?))) else {
            return false;
        };
        let (open, end) = (TextSpan::new(self.at, self.at + 1), TextSpan::new(close, close + 1));
        self.faults.push_with(|| slips::wrong_bracket(open, end, "<", bracket, "RON has no angle brackets"));
        self.angles.push((close, bracket));
        self.push(TokenKind::Open(bracket), 1);
        true
    }

    /// Where the `>` stands that closes the `<` here.
    fn closing_angle(&self) -> Option<usize> {
        let inside = at_most(self.rest().strip_prefix('<')?, LINE);
        let line = &inside[..line_length(inside)];
        let mut depth = 1;
        let close = line.char_indices().find(|(at, c)| {
            match c {
                '<' => depth += 1,
                '>' if !line[..*at].ends_with(['-', '=']) => depth -= 1,
                _ => {}
            }
            depth == 0
        })?;
        Some(self.at + 1 + close.0)
    }

    /// The bracket of the field or the group that begins here, or of a cell.
    fn meant_bracket(&self) -> Option<Bracket> {
        let mut before = self.tokens.iter().rev();
        let last = before.next()?;
        match last.kind {
            TokenKind::Colon => bracket_of_field(before.next()?.text(self.source)),
            TokenKind::Word => depth_of_group(last.text(self.source)).map(|_| Bracket::Round),
            TokenKind::Comma | TokenKind::Open(_) => self.is_cell().then_some(Bracket::Round),
            _ => None,
        }
    }

    /// Whether two numbers with a comma between stand in the angle brackets here.
    fn is_cell(&self) -> bool {
        let inside = &self.rest()[1..];
        let numbers: Vec<&str> = inside.split('>').next().unwrap_or(inside).split(',').collect();
        numbers.len() == 2 && numbers.iter().all(|number| number.trim().parse::<i32>().is_ok())
    }
}
