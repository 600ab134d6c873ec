//! The comments of a RON file as those of a level: each before the line that its field has in a `.rel` file.

use super::blocks::{Element, LayoutBlock, Part, Trivia};
use super::token::RonToken;
use crate::level::{Anchor, Comment};

/// The comments of the file, in their order.
pub(super) fn comments(source: &str, tokens: &[RonToken]) -> Vec<Comment> {
    let mut comments = Comments(Vec::new());
    if tokens.iter().any(|token| token.is_comment()) {
        comments.of_file(&LayoutBlock::of(source, tokens));
    }
    comments.0
}

struct Comments(Vec<Comment>);

impl Comments {
    fn of_file(&mut self, file: &LayoutBlock) {
        for element in &file.elements {
            // Those at the top of the file.
            self.add(&element.leading, &Anchor::Key("name".to_owned()));
            if let Some(Part::Group(_, level)) = element.parts.last() {
                self.add(&level.opening, &Anchor::Key("name".to_owned()));
                level.elements.iter().for_each(|field| self.of_field(field));
                self.add(&level.closing, &Anchor::End);
            }
            self.add(&element.trailing, &Anchor::End);
        }
        self.add(&file.closing, &Anchor::End);
    }

    fn of_field(&mut self, field: &Element) {
        let name = match field.parts.first() {
            Some(Part::Plain(name)) => name.trim_start_matches("r#"),
            _ => "",
        };
        let place = anchor(name, field);
        self.add(&field.leading, &place);
        match (name, field.parts.last()) {
            ("hints" | "solutions", Some(Part::Group(_, list))) => {
                self.add(&list.opening, &place);
                for (number, element) in (1..).zip(&list.elements) {
                    self.within(element, &numbered(name, number));
                }
                self.add(&list.closing, &place);
            }
            (_, Some(Part::Group(_, block))) => self.within_block(block, &place),
            _ => {}
        }
        self.add(&field.trailing, &place);
    }

    /// All comments of an element, with one anchor.
    fn within(&mut self, element: &Element, before: &Anchor) {
        self.add(&element.leading, before);
        for part in &element.parts {
            if let Part::Group(_, block) = part {
                self.within_block(block, before);
            }
        }
        self.add(&element.trailing, before);
    }

    fn within_block(&mut self, block: &LayoutBlock, before: &Anchor) {
        self.add(&block.opening, before);
        block.elements.iter().for_each(|element| self.within(element, before));
        self.add(&block.closing, before);
    }

    fn add(&mut self, remarks: &[Trivia], before: &Anchor) {
        for line in remarks.iter().flat_map(|remark| lines(remark.text)) {
            self.0.push(Comment { text: line.to_owned(), before: before.clone() });
        }
    }
}

/// The lines of a comment without what encloses it; of a `/* … */`, those that say something.
fn lines(comment: &str) -> Vec<&str> {
    if let Some(line) = comment.strip_prefix("//") {
        return line.split('\r').map(str::trim_end).collect();
    }
    let inside = comment.strip_prefix("/*").and_then(|text| text.strip_suffix("*/")).unwrap_or_default();
    inside.split(['\n', '\r']).map(str::trim_end).filter(|line| !line.is_empty()).collect()
}

/// The line of a `.rel` file for a field.
fn anchor(name: &str, field: &Element) -> Anchor {
    let key = match name {
        "about" => "description",
        "author" => "author_name",
        "edge" => "void_marker_style",
        "rabbits" => "num_rabbits",
        "save" => "num_to_save",
        "delay" => "rabbit_delay",
        "map" => return Anchor::Map,
        "stars" => "*",
        "water" => "n",
        "hints" | "solutions" => return numbered(name, 1),
        "tokens" => return first_key(field).map_or(Anchor::Map, |ability| Anchor::Key(ability.to_owned())),
        "progress" | "comments" => return Anchor::End,
        name => name,
    };
    Anchor::Key(key.to_owned())
}

/// The line of an element of `hints` or `solutions`.
fn numbered(list: &str, number: usize) -> Anchor {
    Anchor::Key(format!("{}.{number}", list.trim_end_matches('s')))
}

/// The first of the keys of a map by the alphabet, which is the order of a `.rel` file.
fn first_key<'a>(field: &'a Element) -> Option<&'a str> {
    let Some(Part::Group(_, block)) = field.parts.last() else { return None };
    let key = |element: &'a Element| match element.parts.first() {
        Some(Part::Plain(key)) => Some(*key),
        _ => None,
    };
    block.elements.iter().filter_map(key).min()
}
