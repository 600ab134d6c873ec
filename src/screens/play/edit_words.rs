//! Words about solutions that are shown, and about orders that an edit has made impossible.

use std::borrow::Cow;

use super::cell_words::token_name;
use crate::screens::attempt::{Attempt, DroppedOrder, Guide};
use crate::screens::context::Context;
use crate::screens::texts::Texts;
use crate::sim::Order;

/// What is said while a solution or a replay is shown.
pub fn guide(guide: Guide, texts: &Texts) -> Option<Cow<'static, str>> {
    match guide {
        Guide::Off => None,
        Guide::TakeOver => Some(texts.take_over.into()),
        Guide::Failing(mishap) => Some((texts.edit.will_fail)(mishap.number, mishap.step).into()),
        Guide::Failed(mishap) => {
            Some((texts.edit.fails_here)(mishap.number, &(texts.edit.reason)(mishap.reason)).into())
        }
        Guide::Replay(None) => Some(texts.time.showing_replay.into()),
        Guide::Replay(Some(parting)) => Some((texts.time.parts)(parting).into()),
    }
}

/// The button that shows a solution.
pub fn show_me(attempt: &Attempt, context: &Context) -> &'static str {
    let texts = context.texts();
    if attempt.demonstration_fails() { texts.edit.show_failure } else { texts.show_me }
}

/// A heading, and a line for each order.
pub fn dropped_orders(dropped: &[DroppedOrder], texts: &Texts) -> String {
    let line = |order: &DroppedOrder| {
        let what = match order.at.order {
            Order::Place(ability, cell) => format!("{} {}, {}", token_name(ability, texts), cell.x, cell.y),
            Order::ExplodeAll => texts.edit.all_explode.to_owned(),
        };
        let cause = order.refusal.map_or(texts.edit.level_over, texts.edit.refusal);
        (texts.edit.dropped_order)(&what, order.at.step, cause)
    };
    let heading = (texts.edit.dropped)(dropped.len());
    [heading].into_iter().chain(dropped.iter().map(line)).collect::<Vec<_>>().join("\n")
}
