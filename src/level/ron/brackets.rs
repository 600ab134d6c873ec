//! Which bracket closes which.

use super::token::{RonToken, TokenKind};
use crate::level::fault::{FaultKind, LevelFault};
use crate::level::faults::Faults;

/// Whether all brackets are in pairs; if not, the first that is not is a fault.
pub(super) fn are_paired(tokens: &[RonToken], faults: &mut Faults) -> bool {
    let mut open = Vec::new();
    let mut push = |token: &RonToken, cause: String, advice: String| {
        faults.push(LevelFault::new(FaultKind::Syntax, token.span, cause).advise(advice));
    };
    for token in tokens {
        match token.kind {
            TokenKind::Open(bracket) => open.push((bracket, token)),
            TokenKind::Close(bracket) => match open.pop() {
                Some((opened, _)) if opened == bracket => {}
                Some((opened, _)) => {
                    let cause = format!("`{}` does not close what is open here", bracket.close());
                    push(token, cause, format!("a `{}` is due", opened.close()));
                    return false;
                }
                None => {
                    push(token, format!("`{}` closes nothing", bracket.close()), "take it away".to_owned());
                    return false;
                }
            },
            _ => {}
        }
    }
    if let Some((bracket, token)) = open.last() {
        push(token, format!("this `{}` is never closed", bracket.open()), String::new());
    }
    open.is_empty()
}
