//! Options that have no effect beside others are refused: a run that ignores one looks like a run that used it.

use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command, Error};

/// What a comparison of two saved runs takes.
const OF_COMPARING: [&str; 3] = ["zoom_bench", "compare", "threshold"];

/// Refuses options of which the benchmark would take no notice.
pub fn refuse_idle_options(command: &mut Command, found: &ArgMatches) -> Result<(), Error> {
    let is_given = |id: &str| found.value_source(id) == Some(ValueSource::CommandLine);
    let compared = found.get_raw("compare").map_or(0, Iterator::count);
    let measuring = |arg: &&Arg| is_given(arg.get_id().as_str()) && !OF_COMPARING.contains(&arg.get_id().as_str());
    let message = if compared == 2 {
        let idle = command.get_arguments().find(measuring);
        idle.map(|arg| format!("two saved runs are compared, nothing is measured: leave out '{arg}'"))
    } else if is_given("zoom_bench") && is_given("present") && !is_given("window") {
        Some(
            "'--present' chooses how frames get to a window, and the benchmark opens none without '--window'"
                .to_owned(),
        )
    } else {
        None
    };
    message.map_or(Ok(()), |message| Err(command.error(ErrorKind::ArgumentConflict, message)))
}
