//! Faults of a level file: what is wrong, where, and how to mend it.
//!
//! A reader collects them and reads on; at the end they become one [`LevelError`](super::LevelError).

use super::edit::TextEdit;
use super::source::TextSpan;

/// The kinds of faults. The first group is Rabbit Escape's own list, under its own names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FaultKind {
    WrongLineLength,
    UnknownCharacter,
    InvalidMetaLine,
    UnknownMetaKey,
    DuplicateMetaKey,
    NonIntegerMetaValue,
    NonBooleanMetaValue,
    ArrayByKeyElementMissing,
    InvalidWaterDescription,
    /// There are more descriptions of stars than stars on the map.
    NotEnoughStars,
    /// There are more stars on the map than descriptions of them.
    TooManyStars,
    BadStateMap,
    BadSavedState,
    UnknownVoidMarkerStyle,
    /// A saved state that follows no rabbit and no thing. The original fails with a null pointer.
    StateOfNothing,

    /// The text is not RON.
    Syntax,
    /// A value of the wrong type.
    WrongType,
    /// A word that is not allowed here.
    UnknownWord,
    MissingField,
    /// A number or a cell out of range.
    OutOfRange,
    /// Valid text, but no world can be made of it.
    Unplayable,
}

/// One thing that is wrong with a level file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelFault {
    pub kind: FaultKind,
    pub span: TextSpan,
    /// What is wrong; the subject in backticks.
    pub cause: String,
    /// How to mend it; may be empty.
    pub advice: String,
    /// The same as changes of the text, where they are certain. Once they are made, the fault is gone.
    pub cure: Vec<TextEdit>,
}

impl LevelFault {
    pub fn new(kind: FaultKind, span: TextSpan, cause: impl Into<String>) -> LevelFault {
        LevelFault { kind, span, cause: cause.into(), advice: String::new(), cure: Vec::new() }
    }

    pub fn advise(self, advice: impl Into<String>) -> LevelFault {
        LevelFault { advice: advice.into(), ..self }
    }

    /// Adds a change to the cure.
    pub fn mend(mut self, span: TextSpan, text: impl Into<String>) -> LevelFault {
        self.cure.push(TextEdit { span, text: text.into() });
        self
    }
}

/// Longer names are not compared with known ones, because the time and memory for that grow with both lengths.
const LONGEST_NAME: usize = 40;

/// The known name nearest to a misspelt one, if one is near.
///
/// ```
/// use leveret::level::nearest;
///
/// assert_eq!(nearest("rabits", ["save", "rabbits"]), Some("rabbits"));
/// assert_eq!(nearest("music", ["save", "rabbits"]), None);
/// ```
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() > LONGEST_NAME {
        return None;
    }
    let name = name.to_lowercase();
    let length = name.chars().count();
    let near = |candidate: &'a str| {
        let candidate_length = candidate.chars().count();
        let most = (candidate_length.max(length) / 3).max(1);
        // No distance is smaller than the difference of the lengths, which is much quicker to tell.
        let may_be_near = candidate_length.abs_diff(length) <= most;
        let distance = may_be_near.then(|| strsim::damerau_levenshtein(&name, &candidate.to_lowercase()))?;
        // Of a name of one letter nothing is left if that is another.
        (distance <= most && distance < length).then_some((distance, candidate))
    };
    known.into_iter().filter_map(near).min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}
