//! Metadata lines that hands got wrong: keys that are not known, values without their sign.

use super::{Draft, MetaValue};
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::plain::cut;
use crate::level::rel::key::{HINT, MetaKey, SOLUTION, meant_word};
use crate::level::source::TextSpan;

impl Draft {
    /// `:dig: 1`, `:dig 1`: read as if it had its sign, if the key is known.
    pub(super) fn without_equals(&mut self, start: usize, meta: &str) {
        let sign = meta.find([':', ' ', '\t']).filter(|at| MetaKey::from_name(&meta[..*at]).is_some());
        let Some(end) = sign else {
            if meta.starts_with('*') {
                self.contents.forget_stars();
            }
            let (span, cause) =
                (TextSpan::new(start, start + meta.len()), format!("the line `:{meta}` gives no value"));
            let fault = LevelFault::new(FaultKind::InvalidMetaLine, span, cause);
            return self.faults.push(fault.advise("write `:key=value`"));
        };
        let value = meta[end..].trim_start_matches([':', ' ', '\t']);
        let place = TextSpan::new(start + end, start + meta.len() - value.len());
        let cause = format!("a `=` is missing behind `{}`", &meta[..end]);
        let fault = LevelFault::new(FaultKind::InvalidMetaLine, place, cause);
        self.faults.push(fault.advise("write `:key=value`").mend(place, "="));
        if let Some(key) = MetaKey::from_name(&meta[..end]) {
            let value = MetaValue::new(&meta[..end], value, place.end);
            self.set(key, value, TextSpan::new(start, start + end));
        }
    }

    /// A key that is not known. Where it is meant for a list, that goes on with its value, so that no number is
    /// missing.
    pub(super) fn unknown(&mut self, name: &str, value: MetaValue, span: TextSpan) {
        if name.is_empty() {
            let fault = LevelFault::new(FaultKind::InvalidMetaLine, span, "nothing stands before this `=`");
            return self.faults.push(fault.advise("write `:key=value`"));
        }
        let fault = LevelFault::new(FaultKind::UnknownMetaKey, span, format!("no key is called `{}`", cut(name)));
        let plain = name.trim_matches(['"', '\'', ' ']).to_lowercase().replace([' ', '-'], "_");
        if let Some(key) = MetaKey::from_name(&plain) {
            self.faults.push(fault.advise(format!("did you mean `{plain}`?")).mend(span, plain));
            return self.set(key, value, span);
        }
        let meant = match meant_word(&plain) {
            Some(list @ (HINT | SOLUTION)) => {
                let list_so_far = if list == HINT { &mut self.hints } else { &mut self.solutions };
                list_so_far.push(value.text);
                format!("{}{}", list.trim_end_matches('1'), list_so_far.len())
            }
            Some(word) => {
                if let Some(key) = MetaKey::from_name(word) {
                    self.set(key, value, span);
                }
                word.to_owned()
            }
            None => {
                if name.starts_with('*') {
                    self.contents.forget_stars();
                }
                return self.faults.push(fault);
            }
        };
        self.faults.push(fault.advise(format!("did you mean `{meant}`?")).mend(span, meant));
    }
}
