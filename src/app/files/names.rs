//! The names of files as a player types them.

use std::fs;
use std::path::{self, Path, PathBuf};

use directories::BaseDirs;

use crate::level::Format;

/// The path of a name. As in a shell, `~` is the player's home folder.
pub fn expanded(name: &Path) -> PathBuf {
    match (name.strip_prefix("~"), BaseDirs::new()) {
        (Ok(below), Some(player)) => player.home_dir().join(below),
        _ => name.to_owned(),
    }
}

/// The names of level files and folders that begin with `start`, sorted; those of folders end in a slash. Hidden ones
/// are listed only if the name in `start` begins with a dot.
pub fn completions(start: &str) -> Vec<String> {
    let (folder, name) = start.split_at(start.rfind(path::is_separator).map_or(0, |slash| slash + 1));
    let folder_path = if folder.is_empty() { Path::new(".") } else { Path::new(folder) };
    let entries = fs::read_dir(expanded(folder_path)).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter_map(|entry| {
            let own = entry.file_name().into_string().ok()?;
            let fits = own.starts_with(name) && (name.starts_with('.') || !own.starts_with('.'));
            let is_folder = entry.path().is_dir();
            let is_level = Format::of(Path::new(&own)).is_some();
            let slash = if is_folder { "/" } else { "" };
            (fits && (is_folder || is_level)).then(|| format!("{folder}{own}{slash}"))
        })
        .collect();
    names.sort();
    names
}
