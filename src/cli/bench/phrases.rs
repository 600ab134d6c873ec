//! What the benchmark says before and after a run.

use textwrap::WordSplitter;

use crate::bench::{self, BenchPlan, Length, Results, VariantRole};
use crate::level::Level;

/// What is going to be measured, and for how long.
pub fn opening_words(plan: &BenchPlan, level: &Level) -> String {
    let length = match plan.length {
        Length::Frames(frames) => format!("at least {frames} frames of each"),
        Length::Time(time) => format!("{} at most, but two visits to each zoom", minutes(time.as_secs())),
    };
    // The control is a quality already.
    let qualities = plan.variants.iter().filter(|variant| variant.role != VariantRole::Control).count();
    let counted = |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    let (zooms, qualities) = (counted(plan.zooms.len(), "zoom", "zooms"), counted(qualities, "quality", "qualities"));
    let sets = format!("{zooms}, {qualities}, {length}");
    match level.solutions.is_empty() {
        true => format!("{sets}. It has no solution, and is measured without any orders.\n"),
        false => format!("{sets}\n"),
    }
}

/// All tables, and the answer in words.
pub fn closing_words(results: &Results) -> String {
    if results.zooms.is_empty() {
        return format!("interrupted after {}, before anything was measured\n", minutes(results.seconds as u64));
    }
    let interrupted = match results.interrupted {
        true => format!(
            "interrupted after {}: what follows is what was measured until then\n\n",
            minutes(results.seconds as u64)
        ),
        false => String::new(),
    };
    let paragraph = textwrap::Options::new(bench::LINE_WIDTH).word_splitter(WordSplitter::NoHyphenation);
    let words = textwrap::fill(&bench::words(results), paragraph);
    format!("{interrupted}{}\n{words}\n", bench::table(results))
}

fn minutes(seconds: u64) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}
