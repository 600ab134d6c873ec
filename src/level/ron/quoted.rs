//! A text as it is written in a level file.

/// A text in quotes: raw if that saves escapes, else with escapes.
pub(super) fn quoted(text: &str) -> String {
    let plain = !text.contains(['"', '\\']) && !text.chars().any(char::is_control);
    let raw = !text.contains("\"#") && !text.chars().any(char::is_control);
    if plain {
        format!("\"{text}\"")
    } else if raw {
        format!("r#\"{text}\"#")
    } else {
        format!("\"{}\"", text.chars().map(escaped).collect::<String>())
    }
}

fn escaped(c: char) -> String {
    match c {
        '"' | '\\' => format!("\\{c}"),
        '\n' => "\\n".to_owned(),
        '\t' => "\\t".to_owned(),
        '\r' => "\\r".to_owned(),
        c if c.is_control() => format!("\\u{{{:x}}}", u32::from(c)),
        c => c.to_string(),
    }
}
