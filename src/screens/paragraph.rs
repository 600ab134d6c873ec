//! Text that is longer than its place.

/// How wide a character is on the average, as a share of the text size; and how wide it is in names of files, which have
/// fewer narrow ones.
const CHARACTER: f32 = 0.31;
const CHARACTER_OF_NAME: f32 = 0.44;

/// The text in lines of about this width, broken between words.
pub fn wrapped(words: &str, width: f32, size: f32) -> Vec<String> {
    let characters = (width / (size * CHARACTER)) as usize;
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= characters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// As much of a file's name as fits into this width. Its end tells more than its beginning.
pub fn end_of(name: &str, width: i32, size: f32) -> String {
    let room = ((width as f32 / (size * CHARACTER_OF_NAME)) as usize).max(2);
    let characters = name.chars().count();
    if characters <= room {
        return name.to_owned();
    }
    let end: String = name.chars().skip(characters + 1 - room).collect();
    format!("…{end}")
}
