//! Lints: what makes no sense in a level that can be read. Each is a function from the file and its played solutions to
//! warnings. A level may be meant as it is, so these are no faults.

mod exits;
mod fonts;
mod hints;
mod rabbits;
mod reach;
mod solutions;
mod stars;
mod tokenless;
mod tokens;
mod water;

use super::remark::Remark;
use super::report::PlayedSolution;
use crate::level::{LevelFile, Spot, TextSpan};

/// A warning before it is set in words with its line.
type Warning = (TextSpan, String);

/// Warnings that are kept of a level.
const MOST_WARNINGS: usize = 20;

/// The first twenty warnings about a level, by their place in the file, and how many there are more.
pub(super) fn warnings(file: &LevelFile, solutions: &[PlayedSolution]) -> (Vec<Remark>, usize) {
    let setup = file.level.setup();
    let mut warnings = Vec::new();
    if setup.width == 0 || setup.height == 0 {
        // All that is missing on an empty map follows from that.
        warnings.push((file.span(Spot::Field("map")), "the map is empty: there is nothing to play".to_owned()));
    } else {
        warnings.extend(rabbits::warnings(file));
        warnings.extend(exits::warnings(file));
        // What was said before is why it cannot be won.
        if warnings.is_empty() {
            warnings.extend(tokenless::warning(file, solutions));
        }
        warnings.extend(water::warnings(file));
        warnings.extend(hints::warnings(file));
        warnings.extend(stars::warnings(file));
    }
    warnings.extend(tokens::warnings(file, solutions));
    warnings.extend(solutions::warnings(file));
    warnings.extend(fonts::warnings(file));
    warnings.sort_by_key(|(span, _)| span.start);
    let more = warnings.len().saturating_sub(MOST_WARNINGS);
    warnings.truncate(MOST_WARNINGS);
    (warnings.iter().map(|(span, words)| Remark::new(file, *span, words)).collect(), more)
}
