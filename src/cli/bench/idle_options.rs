//! Options that have no effect beside others are refused: a run that ignores one looks like a run that used it.

use clap::error::ErrorKind;

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command, Error};

use super::HEADING;

/// What a comparison of two saved runs takes.
const OF_COMPARING: [&str; 3] = ["zoom_bench", "compare", "threshold"];

/// Options that write a file which may exist.
const WRITING: [&str; 4] = ["out", "sheet", "sounds", "record"];

/// Options, and those that have no effect beside them.
const BESIDE: [(&str, &[&str]); 3] = [
    ("sounds", &["record", "unlock", "present", "hints"]),
    ("sheet", &["record", "unlock", "present"]),
    ("animations", &["record", "unlock"]),
];

/// Refuses options of which the program would take no notice.
pub fn refuse_idle_options(command: &mut Command, found: &ArgMatches) -> Result<(), Error> {
    let is_given = |id: &str| found.value_source(id) == Some(ValueSource::CommandLine);
    let compared = found.get_raw("compare").map_or(0, Iterator::count);
    let measuring = |arg: &&Arg| is_given(arg.get_id().as_str()) && !OF_COMPARING.contains(&arg.get_id().as_str());
    let has_idle = |(option, idle): &(&str, &[&str])| {
        let idle = idle.iter().find(|idle| is_given(option) && is_given(idle))?;
        let named = |id: &str| command.get_arguments().find(|arg| arg.get_id() == id).map(ToString::to_string);
        Some(format!("'{}' has no effect beside '{}': leave it out", named(idle)?, named(option)?))
    };
    // `requires` is not enough: clap drops it where the option that is required conflicts with another one.
    let needed_by = |arg: &Arg| match (arg.get_help_heading(), arg.get_id().as_str()) {
        (_, "zoom_bench") => None,
        (Some(HEADING), _) => Some("zoom_bench"),
        (_, "zoom") => Some("sheet"),
        _ => None,
    };
    let lacking = command.get_arguments().filter(|arg| is_given(arg.get_id().as_str())).find_map(|arg| {
        let needed = needed_by(arg).filter(|needed| !is_given(needed))?;
        Some(format!("'{arg}' has no effect without '--{}'", needed.replace('_', "-")))
    });
    let message = if lacking.is_some() {
        lacking
    } else if compared > 2 {
        Some(format!("'--compare' takes one saved run or two, and here are {compared}"))
    } else if compared == 2 {
        let idle = command.get_arguments().find(measuring);
        idle.map(|arg| format!("two saved runs are compared, nothing is measured: leave out '{arg}'"))
    } else if is_given("zoom_bench") && is_given("present") && !is_given("window") {
        Some(
            "'--present' chooses how frames get to a window, and the benchmark opens none without '--window'"
                .to_owned(),
        )
    } else if is_given("threads")
        && found.get_raw("painter").is_some_and(|mut name| name.any(|name| name == "reference"))
    {
        Some("the reference painter paints on one thread: leave out '--threads <N>'".to_owned())
    } else if is_given("force") && !WRITING.iter().any(|id| is_given(id)) {
        Some("'--force' replaces files, and none is written here".to_owned())
    } else {
        BESIDE.iter().find_map(has_idle)
    };
    message.map_or(Ok(()), |message| Err(command.error(ErrorKind::ArgumentConflict, message)))
}
