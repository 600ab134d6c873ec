//! A decision in the making: which behaviours are triggered, and whether the rabbit has taken a state.

use super::behaviour::Behaviour::{self, *};
use crate::sim::surroundings::Surroundings;

#[derive(Default)]
pub(super) struct Decision {
    /// The behaviours that are triggered, a bit each.
    triggered: u16,
    /// Whether the rabbit has taken a state.
    pub(super) is_taken: bool,
}

impl Decision {
    /// Checks the trigger of a behaviour, which cancels all others.
    #[inline(always)]
    pub(super) fn check(&mut self, behaviour: Behaviour, around: &mut Surroundings) {
        if behaviour.is_triggered(around) {
            self.triggered |= 1 << behaviour as u16;
            let working = [Bashing, Digging, Bridging, Blocking, Climbing];
            working.into_iter().filter(|&other| other != behaviour).for_each(|other| other.cancel(around.rabbit));
        }
    }

    /// Asks a behaviour for a state. The rabbit takes the first one that it gets.
    #[inline(always)]
    pub(super) fn ask(&mut self, behaviour: Behaviour, around: &mut Surroundings) {
        let is_triggered = self.triggered & 1 << behaviour as u16 != 0;
        if let Some(state) = behaviour.next_state(around, is_triggered)
            && !self.is_taken
        {
            around.rabbit.state = state;
            self.is_taken = true;
        }
    }
}
