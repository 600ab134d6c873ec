//! Changes to the text of a file.

use super::source::TextSpan;

/// A change: the text that takes the place of a span. An empty span is a place to insert it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextEdit {
    pub span: TextSpan,
    pub text: String,
}

/// The text with all changes made. Their spans are those of the text as it is; of two that overlap, the first is made.
/// What is inserted stands before what takes the place of the text behind it.
///
/// ```
/// use leveret::level::{TextEdit, TextSpan, edited};
///
/// let colon = TextEdit { span: TextSpan::new(4, 6), text: ":".to_owned() };
/// assert_eq!(edited("name = 1", &[colon]), "name: 1");
/// ```
pub fn edited(text: &str, edits: &[TextEdit]) -> String {
    let mut edits: Vec<&TextEdit> = edits.iter().collect();
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end > edit.span.start));
    let mut changed = String::with_capacity(text.len());
    let mut at = 0;
    for TextEdit { span, text: new } in edits {
        if span.start < at {
            continue;
        }
        changed.push_str(&text[at..span.start]);
        changed.push_str(new);
        at = span.end;
    }
    changed.push_str(&text[at..]);
    changed
}
