//! A level as far as its `.rel` file has been read, line by line, with its faults.

mod key_slips;
mod numbers;

use super::key::{CountKey, MetaKey, RetiredKey, TextKey};
use super::megacoder;
use super::rows::RowLengths;
use super::stray_lines::{Meant, StrayLine, stray_line};
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::faults::Faults;
use crate::level::map::Contents;
use crate::level::plain::{plain, plain_paragraph};
use crate::level::source::{SpannedChar, TextSpan, at_most, written};
use crate::level::start::Start;
use crate::level::{Anchor, Comment, Edge, Level, Solution, names};
use crate::sim::{MAX_RABBITS, Setup};

/// No key with its `=` is longer, in bytes.
const LONGEST_KEY: usize = 40;

/// What has been read so far.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub faults: Faults,
    /// Keys read so far, to refuse them a second time.
    seen: Vec<MetaKey>,
    name: Option<String>,
    description: String,
    author_name: String,
    author_url: String,
    music: String,
    hints: Vec<String>,
    solutions: Vec<String>,
    edge: Option<Edge>,
    /// Counts and tokens; the map is added at the end.
    setup: Setup,
    waiting: Option<i32>,
    contents: Contents,
    /// The first row that is not empty.
    first_row: Option<TextSpan>,
    lengths: RowLengths,
    comments: Vec<Comment>,
    /// Comments whose next line has not been read.
    pending: Vec<String>,
    /// The line before, if a text stands in it.
    text_line: Option<TextLine>,
}

/// A line with a text or a script, or with more of one.
#[derive(Debug, Clone, Copy)]
struct TextLine {
    end: usize,
    is_script: bool,
    is_more: bool,
}

/// The value of a metadata line.
struct MetaValue {
    text: String,
    /// The characters with their spans; those of a scrambled value all have the span of the whole.
    characters: Vec<SpannedChar>,
    span: TextSpan,
}

impl Draft {
    pub(super) fn line(&mut self, start: usize, line: &str) {
        if let Some(meta) = line.strip_prefix(':') {
            self.metas(start + 1, meta);
            self.text_line = text_line(meta, start + line.len());
        } else if let Some(comment) = line.strip_prefix('%') {
            self.pending.push(comment.to_owned());
            self.text_line = None;
        } else {
            self.anchor_comments(Anchor::Map);
            self.row(start, line);
        }
    }

    fn row(&mut self, start: usize, line: &str) {
        let text_line = self.text_line.take();
        if let Some(before) = text_line.filter(|before| before.is_script && is_script(line)) {
            return self.more_text(before, start, line);
        }
        if let Some(StrayLine { fault, meant }) = stray_line(start, line) {
            if let (Meant::Words, Some(before)) = (&meant, text_line) {
                return self.more_text(before, start, line);
            }
            self.faults.push(fault);
            return match meant {
                Meant::Meta(start, meta) => self.meta(start, meta),
                Meant::Row(start, row) => self.row(start, row),
                Meant::Words | Meant::Nothing => {}
            };
        }
        let row = written(line, start);
        let span = TextSpan::new(start, start + line.len());
        if !row.is_empty() {
            self.first_row.get_or_insert(span);
        }
        self.lengths.row(line, start);
        self.contents.row(&row, &mut self.faults);
    }

    /// Words that belong to the text in the line before, or commands that belong to its script.
    fn more_text(&mut self, before: TextLine, start: usize, line: &str) {
        let (line_break, span) = (TextSpan::new(before.end, start), TextSpan::new(start, start + line.len()));
        if before.is_more {
            self.faults.widen_last(line_break);
        } else {
            let fault = LevelFault::new(FaultKind::InvalidMetaLine, span, "a text stands in one line");
            let advice = "put this at the end of the line before, or begin the line with `%`";
            self.faults.push(fault.advise(advice).mend(line_break, if before.is_script { "" } else { " " }));
        }
        self.text_line = Some(TextLine { end: span.end, is_more: true, ..before });
    }

    /// A line of metadata, or what should be several: `:bash=2 :dig=1`.
    fn metas(&mut self, mut start: usize, mut meta: &str) {
        while let Some(colon) = second_key(meta) {
            let first = meta[..colon].trim_end();
            let here = TextSpan::new(start + first.len(), start + colon);
            let fault = LevelFault::new(FaultKind::InvalidMetaLine, here, "a key stands at the start of its line");
            self.faults.push(fault.advise("begin a new line here").mend(here, "\n"));
            self.meta(start, first);
            (start, meta) = (start + colon + 1, &meta[colon + 1..]);
        }
        self.meta(start, meta);
    }

    fn meta(&mut self, start: usize, meta: &str) {
        let Some((name, value)) = meta.split_once('=') else { return self.without_equals(start, meta) };
        let value = MetaValue::new(name, value, start + name.len() + 1);
        let name_span = TextSpan::new(start, start + name.len());
        let name = name.strip_suffix(".code").unwrap_or(name);
        let key = MetaKey::from_name(name);
        self.anchor_comments(Anchor::Key(key.map_or(name.to_owned(), |key| key.name(name))));
        match key {
            None => self.unknown(name, value, name_span),
            Some(MetaKey::Hint(n)) if self.seen.contains(&MetaKey::Hint(n)) => {
                self.hints.push(value.text);
                self.renumbered(MetaKey::Hint(self.hints.len()), name, start);
            }
            Some(MetaKey::Solution(n)) if self.seen.contains(&MetaKey::Solution(n)) => {
                self.solutions.push(value.text);
                self.renumbered(MetaKey::Solution(self.solutions.len()), name, start);
            }
            Some(key) if !key.repeats() && self.seen.contains(&key) => {
                let cause = format!("`{name}` was given before");
                let colon = TextSpan::new(start - 1, start);
                let fault = LevelFault::new(FaultKind::DuplicateMetaKey, name_span, cause);
                self.faults.push(fault.advise("take one of the two away, or put a `%` before it").mend(colon, "%:"));
            }
            Some(key) => {
                self.seen.push(key);
                self.set(key, value, name_span);
            }
        }
    }

    /// An element of a list whose number is taken, read as the next one.
    fn renumbered(&mut self, next: MetaKey, name: &str, start: usize) {
        let span = TextSpan::new(start, start + name.len());
        let fault = LevelFault::new(FaultKind::DuplicateMetaKey, span, format!("the number of `{name}` is taken"));
        let meant = next.name(name);
        self.faults.push(fault.advise(format!("write `{meant}`")).mend(span, meant));
        self.seen.push(next);
    }

    fn set(&mut self, key: MetaKey, value: MetaValue, name: TextSpan) {
        match key {
            MetaKey::Text(TextKey::Name) => self.name = Some(value.text),
            MetaKey::Text(TextKey::Description) => self.description = value.text,
            MetaKey::Text(TextKey::AuthorName) => self.author_name = value.text,
            MetaKey::Text(TextKey::AuthorUrl) => self.author_url = value.text,
            MetaKey::Text(TextKey::Music) => self.music = value.text,
            MetaKey::Hint(n) => append(&mut self.hints, n, value.text, name, &mut self.faults),
            MetaKey::Solution(n) => append(&mut self.solutions, n, value.text, name, &mut self.faults),
            MetaKey::Count(count) => {
                let most = if count == CountKey::NumRabbits { MAX_RABBITS as i32 } else { i32::MAX };
                if let Some(number) = self.number_up_to(most, &value.text, value.span) {
                    self.count(count, number);
                }
            }
            MetaKey::RabbitDelay => self.delay(&value),
            MetaKey::Paused => self.setup.paused = self.flag(&value),
            MetaKey::Retired(RetiredKey::Intro | RetiredKey::ReadyToExplodeAll) => {
                self.flag(&value);
            }
            MetaKey::VoidMarkerStyle => match Edge::from_name(&value.text.to_lowercase()) {
                Some(edge) => self.edge = Some(edge),
                None => self.faults.push(
                    LevelFault::new(
                        FaultKind::UnknownVoidMarkerStyle,
                        value.span,
                        format!("no such style: `{}`", value.text),
                    )
                    .advise("there are `highlighter` and `torn_paper`"),
                ),
            },
            MetaKey::Tokens(ability) => {
                let at = ability as usize;
                self.setup.tokens[at] = self.number(&value.text, value.span).or(self.setup.tokens[at]);
            }
            MetaKey::Water => self.water(&value),
            MetaKey::Star => {
                let advice = "put it behind the row of its `*`, or take it away";
                self.contents.star(&value.characters, value.span, advice, &mut self.faults);
            }
        }
    }

    fn count(&mut self, key: CountKey, number: i32) {
        match key {
            CountKey::NumRabbits => self.setup.num_rabbits = number,
            CountKey::NumToSave => self.setup.to_save = number,
            CountKey::NumSaved => self.setup.saved = number,
            CountKey::NumKilled => self.setup.killed = number,
            CountKey::NumWaiting => self.waiting = Some(number),
            CountKey::RabbitIndexCount => self.setup.index_count = number,
        }
    }

    fn anchor_comments(&mut self, before: Anchor) {
        let pending = std::mem::take(&mut self.pending);
        self.comments.extend(pending.into_iter().map(|text| Comment { text, before: before.clone() }));
    }

    pub(super) fn finish(mut self, path: &str) -> Result<(Level, Vec<String>), Faults> {
        self.anchor_comments(Anchor::End);
        let map = self.first_row.unwrap_or(TextSpan::new(0, 0));
        let note = self.lengths.finish(&mut self.faults);
        let drawing = self.contents.finish(&mut self.setup, &mut self.faults);
        self.setup.waiting = self.waiting.unwrap_or(self.setup.num_rabbits);
        let Some(start) = Start::read(self.setup, drawing, map, &mut self.faults) else { return Err(self.faults) };
        let edge = self.edge.unwrap_or_else(|| names::edge(self.name.as_deref()));
        let level = Level {
            name: plain(&self.name.unwrap_or_else(|| names::from_path(path))),
            about: plain_paragraph(&self.description),
            author: plain(&self.author_name),
            author_url: plain(&self.author_url),
            music: plain(&self.music),
            edge,
            hints: self.hints.iter().map(|hint| plain_paragraph(hint)).collect(),
            solutions: self.solutions.into_iter().map(Solution::Script).collect(),
            comments: self.comments,
            start,
        };
        Ok((level, note.into_iter().collect()))
    }
}

/// A metadata line, if its value is a text or a script.
fn text_line(meta: &str, end: usize) -> Option<TextLine> {
    let is_script = match meta.split_once('=').and_then(|(name, _)| MetaKey::from_name(name))? {
        MetaKey::Text(_) | MetaKey::Hint(_) => false,
        MetaKey::Solution(_) => true,
        _ => return None,
    };
    Some(TextLine { end, is_script, is_more: false })
}

/// Whether a line is made of what scripts are made of, and is no row of a map.
fn is_script(line: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, ';' | '&' | ':' | '(' | ')' | ',');
    line.contains([';', '&', ':', ',']) && line.chars().all(is_sign)
}

/// Where the colon of a second key stands behind the value of a first one, unless that is a text.
fn second_key(meta: &str) -> Option<usize> {
    let (name, value) = meta.split_once('=')?;
    let key = MetaKey::from_name(name)?;
    if matches!(key, MetaKey::Text(_) | MetaKey::Hint(_) | MetaKey::Solution(_) | MetaKey::Star) {
        return None;
    }
    let is_key = |colon: &usize| {
        let key = at_most(&value[colon + 1..], LONGEST_KEY).split_once('=');
        key.is_some_and(|(key, _)| MetaKey::from_name(key).is_some())
    };
    let colon = value.match_indices(':').map(|(at, _)| at).find(is_key)?;
    Some(name.len() + 1 + colon)
}

impl MetaValue {
    /// The value of the key, decoded if the key says that it is scrambled.
    fn new(key: &str, value: &str, start: usize) -> MetaValue {
        let span = TextSpan::new(start, start + value.len());
        if key.ends_with(".code") {
            let text = megacoder::decode(value);
            let characters = text.chars().map(|character| (character, span)).collect();
            MetaValue { text, characters, span }
        } else {
            MetaValue { text: value.to_owned(), characters: written(value, start), span }
        }
    }
}

/// Adds the n-th element to a list that has n − 1.
fn append(list: &mut Vec<String>, n: usize, text: String, name: TextSpan, faults: &mut Faults) {
    // It was missed before, which is enough.
    if let Some(missed) = n.checked_sub(1).and_then(|index| list.get_mut(index)) {
        *missed = text;
        return;
    }
    if n != list.len() + 1 {
        let cause = format!("this is number {n}, and number {} is not before it", list.len() + 1);
        faults.push(
            LevelFault::new(FaultKind::ArrayByKeyElementMissing, name, cause)
                .advise("count 1, 2, 3 and so on, in order"),
        );
        // Those behind it are not out of order for that.
        list.resize(list.len().max(n.saturating_sub(1)), String::new());
    }
    list.push(text);
}
