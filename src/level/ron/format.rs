//! A file in one shape: a field or a row of the map a line, all comments kept, all values as written.

use super::blocks::{Element, LayoutBlock, Part, Trivia};
use super::document::Document;
use super::token::Bracket;
use crate::level::faults::Faults;

/// An element that is longer takes several lines. Its indentation does not count.
pub(super) const WIDTH: usize = 110;

pub(super) const INDENT: &str = "    ";

/// The fields of a level whose lists have an element a line, however short they are.
const COLUMNS: [&str; 5] = ["map", "stars", "hints", "solutions", "comments"];

/// The text of a RON file in one shape.
///
/// # Errors
/// The syntax faults of the text.
pub(in crate::level) fn format(source: &str) -> Result<String, Faults> {
    let mut faults = Faults::default();
    let document = Document::read(source, &mut faults);
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut page = Printer { text: String::new(), depth: 0 };
    page.lines(&LayoutBlock::of(source, &document.tokens), "");
    Ok(page.text)
}

struct Printer {
    text: String,
    /// Indentation of the lines now written.
    depth: usize,
}

impl Printer {
    /// The elements of a block, each from the start of a line, with a sign behind it.
    fn lines(&mut self, block: &LayoutBlock, sign: &str) {
        let start = self.text.len();
        for element in &block.elements {
            self.remarks(&element.leading, start);
            self.blank_line(element.after_blank_line, start);
            self.indent();
            self.element(element);
            self.text.push_str(sign);
            self.behind(&element.trailing);
            self.text.push('\n');
        }
        self.remarks(&block.closing, start);
    }

    /// An element in a line, if it may be in one and is short, or else over several.
    fn element(&mut self, element: &Element) {
        let line = flat(element);
        if !self.is_column(element) && !has_comments(element) && line.chars().count() <= WIDTH {
            self.text.push_str(&line);
        } else {
            self.over_lines(element);
        }
    }

    /// An element with its last group over several lines, and other groups where comments need it.
    fn over_lines(&mut self, element: &Element) {
        for (index, part) in element.parts.iter().enumerate() {
            match part {
                Part::Group(bracket, block) if index + 1 == element.parts.len() || block.has_comments() => {
                    self.group(*bracket, block);
                }
                part => self.text.push_str(&flat_part(part)),
            }
        }
    }

    /// A group over several lines.
    fn group(&mut self, bracket: Bracket, block: &LayoutBlock) {
        self.text.push(bracket.open());
        match block.elements.split_last() {
            None if !block.has_comments() => {}
            Some((last, before)) if bracket == Bracket::Round && self.can_embrace(block, last, before) => {
                for element in before {
                    self.text.push_str(&flat(element));
                    self.text.push_str(", ");
                }
                self.over_lines(last);
            }
            _ => {
                self.behind(&block.opening);
                self.text.push('\n');
                self.depth += 1;
                self.lines(block, ",");
                self.depth -= 1;
                self.indent();
            }
        }
        self.text.push(bracket.close());
    }

    /// Whether only the last element of a group needs several lines: `Solution(ends: Won, orders: [` and so on.
    fn can_embrace(&self, block: &LayoutBlock, last: &Element, before: &[Element]) -> bool {
        let ends_with_group = matches!(last.parts.last(), Some(Part::Group(_, block)) if !block.elements.is_empty());
        let has_remarks = !block.opening.is_empty() || !block.closing.is_empty() || has_remarks_around(last);
        let width: usize = before.iter().map(|element| flat(element).chars().count()).sum();
        self.depth > 0
            && ends_with_group
            && !has_remarks
            && !before.iter().any(|element| has_comments(element) || has_remarks_around(element))
            && width <= WIDTH / 2
    }

    /// Whether it is the level itself, or a field of it that is a list with an element a line.
    fn is_column(&self, element: &Element) -> bool {
        match &element.parts[..] {
            [Part::Plain(name), Part::Colon, Part::Group(Bracket::Square, block)] => {
                self.depth == 1 && COLUMNS.contains(name) && !block.elements.is_empty()
            }
            [.., Part::Group(_, block)] => self.depth == 0 && !block.elements.is_empty(),
            _ => false,
        }
    }

    /// Comments, a line each.
    fn remarks(&mut self, remarks: &[Trivia], start: usize) {
        for remark in remarks {
            self.blank_line(remark.after_blank_line, start);
            self.indent();
            self.text.push_str(remark.text);
            self.text.push('\n');
        }
    }

    /// Comments behind what was written.
    fn behind(&mut self, remarks: &[Trivia]) {
        for remark in remarks {
            self.text.push(' ');
            self.text.push_str(remark.text);
        }
    }

    /// A blank line, where there was one, but not at the start of a block.
    fn blank_line(&mut self, had_one: bool, start: usize) {
        if had_one && self.text.len() > start {
            self.text.push('\n');
        }
    }

    fn indent(&mut self) {
        self.text.push_str(&INDENT.repeat(self.depth));
    }
}

/// Whether a comment stands within the element.
fn has_comments(element: &Element) -> bool {
    element.parts.iter().any(|part| matches!(part, Part::Group(_, block) if block.has_comments()))
}

fn has_remarks_around(element: &Element) -> bool {
    !element.leading.is_empty() || !element.trailing.is_empty()
}

/// The element in one line, without its comments.
fn flat(element: &Element) -> String {
    element.parts.iter().map(flat_part).collect()
}

fn flat_part(part: &Part) -> String {
    match part {
        Part::Plain(text) => (*text).to_owned(),
        Part::Colon => ": ".to_owned(),
        Part::Group(bracket, block) => {
            let elements = block.elements.iter().map(flat).collect::<Vec<_>>().join(", ");
            let space = if *bracket == Bracket::Curly && !elements.is_empty() { " " } else { "" };
            format!("{}{space}{elements}{space}{}", bracket.open(), bracket.close())
        }
    }
}
