//! Window titles without control characters.

/// Characters of a title, at most: task bars show fewer.
const LONGEST: usize = 200;

/// The title in one line of bounded length. Names of levels come from files of strangers: winit panics at a NUL, and a
/// line break or an escape sequence has no meaning in a title.
///
/// ```
/// assert_eq!(leveret::window::plain_title("Leveret: a\0b\nc"), "Leveret: a b c");
/// ```
pub fn plain_title(title: &str) -> String {
    title.chars().map(|char| if char.is_control() { ' ' } else { char }).take(LONGEST).collect()
}
