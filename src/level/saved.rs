//! The saved state of a rabbit or an entrance: `{key:value,…}` after its character.
//!
//! What a rabbit is about to do is not saved but decided again on loading, so a rabbit saved in the middle of a climb
//! or a dig may go on differently.

use super::fault::{FaultKind, LevelFault, nearest};
use super::faults::Faults;
use super::plain::cut;
use super::source::{SpannedChar, TextSpan};
use crate::sim::{Plank, RabbitSetup, ThingSetup};

/// The index of a rabbit whose saved state names none. Rabbits of one index die together.
const NO_INDEX: i32 = -1;

/// The original's names.
mod key {
    pub const BASH_STEPS: &str = "Bashing.stepsOfBashing";
    pub const BLOCKING: &str = "Blocking.abilityActive";
    pub const BIG_STEPS: &str = "Bridging.bigSteps";
    pub const PLANK: &str = "Bridging.bridgeType";
    pub const SMALL_STEPS: &str = "Bridging.smallSteps";
    pub const BROLLY: &str = "Brollychuting.hasAbility";
    pub const CLIMBING: &str = "Climbing.abilityActive";
    pub const CLIMBER: &str = "Climbing.hasAbility";
    pub const DIG_STEPS: &str = "Digging.stepsOfDigging";
    pub const TIMER: &str = "Entrance.timeToNextRabbit";
    pub const FALLEN: &str = "Falling.heightFallen";
    pub const INDEX: &str = "index";
    pub const ON_SLOPE: &str = "onSlope";

    /// Those that are true or false.
    pub const FLAGS: [&str; 5] = [BLOCKING, BROLLY, CLIMBING, CLIMBER, ON_SLOPE];
    pub const OTHERS: [&str; 8] = [BASH_STEPS, BIG_STEPS, PLANK, SMALL_STEPS, DIG_STEPS, TIMER, FALLEN, INDEX];
}

/// Applies the text between the braces to a rabbit. Unknown keys are ignored.
pub(super) fn restore_rabbit(rabbit: &mut RabbitSetup, state: &[SpannedChar], faults: &mut Faults) {
    let mut memory = rabbit.memory.after_decision();
    rabbit.index = NO_INDEX;
    for part in parts(state) {
        let Some(entry) = entry(part, state, faults) else { continue };
        match entry.key.as_str() {
            key::INDEX => entry.number(&mut rabbit.index, faults),
            key::ON_SLOPE => rabbit.on_slope = entry.flag(),
            key::FALLEN => entry.number(&mut memory.fallen, faults),
            key::BROLLY => memory.brolly = entry.flag(),
            key::BASH_STEPS => entry.number(&mut memory.bash_steps, faults),
            key::DIG_STEPS => entry.number(&mut memory.dig_steps, faults),
            key::PLANK => entry.plank(&mut memory.plank, faults),
            key::BIG_STEPS => entry.number(&mut memory.big_steps, faults),
            key::SMALL_STEPS => entry.number(&mut memory.small_steps, faults),
            key::BLOCKING => memory.blocking = entry.flag(),
            key::CLIMBER => memory.climber = entry.flag(),
            key::CLIMBING => memory.climbing = entry.flag(),
            _ => {}
        }
    }
    rabbit.memory = memory.before_decision();
}

/// Applies the text between the braces to a thing. Only entrances have a state.
pub(super) fn restore_thing(thing: &mut ThingSetup, state: &[SpannedChar], faults: &mut Faults) {
    for part in parts(state) {
        let Some(entry) = entry(part, state, faults) else { continue };
        match thing {
            ThingSetup::Entrance { timer } if entry.key == key::TIMER => entry.number(timer, faults),
            ThingSetup::Entrance { .. }
            | ThingSetup::Exit
            | ThingSetup::Fire { .. }
            | ThingSetup::Pipe
            | ThingSetup::Token(_) => {}
        }
    }
}

/// What is passed over in the description of a star, as the original does, with the reason.
pub(super) fn unread(description: &[SpannedChar]) -> Vec<(TextSpan, String)> {
    let mut unread = Vec::new();
    let mut rest = description;
    while let Some(start) = rest.iter().position(|(character, _)| *character == '{') {
        let (brace, after) = (rest[start].1, &rest[start + 1..]);
        let Some(length) = after.iter().position(|(character, _)| *character == '}') else {
            unread.push((brace, "no `}` closes this saved state: it is passed over".to_owned()));
            break;
        };
        let (state, after) = (&after[..length], &after[length + 1..]);
        let entries = parts(state).filter_map(|part| entry(part, state, &mut Faults::default()));
        unread.extend(entries.filter_map(|entry| Some((entry.span, entry.unread()?))));
        rest = after;
    }
    unread
}

/// The saved state to write after the rabbit's character; empty for the default.
pub(super) fn rabbit_state(rabbit: &RabbitSetup) -> String {
    let fresh = RabbitSetup::new(rabbit.cell, rabbit.direction, rabbit.species);
    if *rabbit == fresh {
        return String::new();
    }
    let memory = rabbit.memory.after_decision();
    let number = |key, value: i32| (value != 0).then(|| format!("{key}:{value}"));
    let flag = |key, value: bool| value.then(|| format!("{key}:true"));
    let entries = [
        number(key::BASH_STEPS, memory.bash_steps),
        flag(key::BLOCKING, memory.blocking),
        number(key::BIG_STEPS, memory.big_steps),
        (memory.plank != Plank::Along).then(|| format!("{}:{}", key::PLANK, plank_name(memory.plank))),
        number(key::SMALL_STEPS, memory.small_steps),
        flag(key::BROLLY, memory.brolly),
        flag(key::CLIMBING, memory.climbing),
        flag(key::CLIMBER, memory.climber),
        number(key::DIG_STEPS, memory.dig_steps),
        number(key::FALLEN, memory.fallen),
        (rabbit.index != NO_INDEX).then(|| format!("{}:{}", key::INDEX, rabbit.index)),
        flag(key::ON_SLOPE, rabbit.on_slope),
    ];
    braces(&entries.into_iter().flatten().collect::<Vec<_>>())
}

/// The saved state to write after the thing's character; empty for the default.
pub(super) fn thing_state(thing: ThingSetup) -> String {
    match thing {
        ThingSetup::Entrance { timer: 0 } => String::new(),
        ThingSetup::Entrance { timer } => braces(&[format!("{}:{timer}", key::TIMER)]),
        ThingSetup::Exit | ThingSetup::Fire { .. } | ThingSetup::Pipe | ThingSetup::Token(_) => String::new(),
    }
}

fn braces(entries: &[String]) -> String {
    format!("{{{}}}", entries.join(","))
}

const PLANKS: [Plank; 3] = [Plank::Along, Plank::Up, Plank::DownUp];

const fn plank_name(plank: Plank) -> &'static str {
    match plank {
        Plank::Along => "ALONG",
        Plank::Up => "UP",
        Plank::DownUp => "DOWN_UP",
    }
}

/// One `key:value`.
struct SavedValue {
    key: String,
    value: String,
    span: TextSpan,
}

impl SavedValue {
    fn number(&self, into: &mut i32, faults: &mut Faults) {
        match self.value.parse() {
            Ok(number) => *into = number,
            Err(_) => faults.push_with(|| self.bad("a whole number")),
        }
    }

    fn flag(&self) -> bool {
        self.value.eq_ignore_ascii_case("true")
    }

    /// Why it is passed over, if it is.
    fn unread(&self) -> Option<String> {
        let SavedValue { key, value, .. } = self;
        if key::FLAGS.contains(&key.as_str()) {
            let is_flag = ["true", "false"].iter().any(|flag| value.eq_ignore_ascii_case(flag));
            return (!is_flag).then(|| format!("`{}` is neither `true` nor `false`: it counts as `false`", cut(value)));
        }
        if key::OTHERS.contains(&key.as_str()) {
            return None;
        }
        let near = nearest(key, key::FLAGS.into_iter().chain(key::OTHERS));
        let advice = near.map_or(String::new(), |near| format!("; did you mean `{near}`?"));
        Some(format!("no saved state is called `{}`: it is passed over{advice}", cut(key)))
    }

    fn plank(&self, into: &mut Plank, faults: &mut Faults) {
        match PLANKS.into_iter().find(|plank| plank_name(*plank) == self.value) {
            Some(plank) => *into = plank,
            None => faults.push_with(|| self.bad("`ALONG`, `UP` or `DOWN_UP`")),
        }
    }

    fn bad(&self, expected: &str) -> LevelFault {
        let cause = format!("`{}` is no value for `{}`", self.value, self.key);
        LevelFault::new(FaultKind::BadSavedState, self.span, cause).advise(format!("give {expected}"))
    }
}

/// The texts between the commas; empty ones at the end are ignored.
fn parts(state: &[SpannedChar]) -> impl Iterator<Item = &[SpannedChar]> {
    let is_comma = |(character, _): &SpannedChar| *character == ',';
    let length = state.iter().rposition(|written| !is_comma(written)).map_or(0, |last| last + 1);
    state[..length].split(is_comma).filter(move |_| length > 0)
}

/// The entry in a part of the state.
fn entry(part: &[SpannedChar], state: &[SpannedChar], faults: &mut Faults) -> Option<SavedValue> {
    let text: String = part.iter().map(|(character, _)| *character).collect();
    let span = match (part.first(), part.last()) {
        (Some((_, first)), Some((_, last))) => first.to(*last),
        // An empty entry has no characters: it gets the span of the whole state.
        _ => state[0].1.to(state[state.len() - 1].1),
    };
    let entry = text.split_once(':').filter(|(_, value)| !value.contains(':'));
    if entry.is_none() {
        faults.push_with(|| {
            LevelFault::new(FaultKind::BadStateMap, span, format!("`{text}` is no saved state"))
                .advise("write `key:value`, with commas between")
        });
    }
    entry.map(|(key, value)| SavedValue { key: key.to_owned(), value: value.to_owned(), span })
}
