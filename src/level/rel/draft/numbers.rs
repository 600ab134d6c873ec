//! The numbers of metadata.

use super::{Draft, MetaValue};
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::plain::cut;
use crate::level::rel::values::{not_a_number, numbers_in, parts};
use crate::level::source::TextSpan;
use crate::sim::Cell;

impl Draft {
    /// Numbers separated by commas; empty ones at the end are ignored.
    pub(super) fn delay(&mut self, value: &MetaValue) {
        if let Some(meant) = numbers_in(&value.text) {
            let fault = LevelFault::new(
                FaultKind::NonIntegerMetaValue,
                value.span,
                "these numbers are not parted by commas alone",
            );
            return self.faults.push(fault.advise(format!("write `{meant}`")).mend(value.span, meant));
        }
        let mut listed = parts(&value.characters, value.span);
        while listed.len() > 1 && listed.last().is_some_and(|(number, _)| number.is_empty()) {
            listed.pop();
        }
        let numbers: Vec<Option<i32>> = listed.iter().map(|(number, span)| self.number(number, *span)).collect();
        if let Some(delay) = numbers.into_iter().collect() {
            self.setup.delay = delay;
        }
    }

    pub(super) fn water(&mut self, value: &MetaValue) {
        let cause = || format!("`{}` does not describe water", cut(&value.text));
        let fault = || LevelFault::new(FaultKind::InvalidWaterDescription, value.span, cause());
        if let Some(meant) = numbers_in(&value.text).filter(|numbers| numbers.split(',').count() == 3) {
            return self.faults.push(fault().advise(format!("write `{meant}`")).mend(value.span, meant));
        }
        let [x, y, amount] = &parts(&value.characters, value.span)[..] else {
            return self.faults.push(fault().advise("write `:n=x,y,amount`"));
        };
        let numbers = [x, y, amount].map(|(number, span)| self.number(number, *span));
        if let [Some(x), Some(y), Some(amount)] = numbers {
            self.contents.water(Cell::new(x, y), amount);
        }
    }

    pub(super) fn number(&mut self, text: &str, span: TextSpan) -> Option<i32> {
        self.number_up_to(i32::MAX, text, span)
    }

    pub(super) fn number_up_to(&mut self, most: i32, text: &str, span: TextSpan) -> Option<i32> {
        let number = text.parse().ok().filter(|number| *number <= most);
        if number.is_none() {
            self.faults.push_with(|| not_a_number(text, span, most));
        }
        number
    }

    pub(super) fn flag(&mut self, value: &MetaValue) -> bool {
        if value.text != "true" && value.text != "false" {
            let cause = format!("`{}` is neither `true` nor `false`", value.text);
            self.faults.push(LevelFault::new(FaultKind::NonBooleanMetaValue, value.span, cause));
        }
        value.text == "true"
    }
}
