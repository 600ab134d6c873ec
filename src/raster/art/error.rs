//! What can be wrong with the art. Each error is one line that names the file, the picture and the part.

use std::fmt;

/// Why the art could not be read. Paths are relative to `assets/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArtError {
    FileMissing(String),
    /// A file that cannot be parsed: the path and the reason, with line and column where known.
    FileBroken(String, String),
    /// `parts.ron` names a part that its drawing does not have: the path and the part.
    PartMissing(String, String),
    /// The parent of a part in `parts.ron` does not exist, or is a descendant: the part and the parent.
    PartLoose(String, String),
    /// A movement moves a part that `parts.ron` does not have: the picture and the part.
    PartUnknown(String, String),
    /// A track without keyframes, or whose keyframes do not ascend from 0 to 1: the picture and the part.
    KeysUnordered(String, String),
    /// A number of a movement is not a number, or too large to be drawn: the picture, and the part or `bounds`.
    OutOfRange(String, String),
    /// No movement for a picture that moves.
    PictureMissing(String),
    /// A picture that is a tile, and is not composed of anything.
    RecipeMissing(String),
    /// Two files move the same picture.
    PictureTwice(String),
    /// A movement for a picture that does not exist, or does not move.
    PictureUnknown(String),
    /// An element has a class without a colour: the path and the class.
    ClassUnknown(String, String),
    /// A class with a colour that no drawing has.
    ClassUnused(String),
}

impl fmt::Display for ArtError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ArtError::FileMissing(path) => write!(f, "cannot read `assets/{path}`: no such drawing"),
            ArtError::FileBroken(path, reason) => write!(f, "cannot read `assets/{path}`: {reason}"),
            ArtError::PartMissing(path, part) => {
                write!(f, "cannot draw part `{part}`: `assets/{path}` has no group with this id")
            }
            ArtError::PartLoose(part, on) => {
                write!(f, "cannot join part `{part}` to `{on}` in `assets/parts.ron`: no such part, or a cycle")
            }
            ArtError::PartUnknown(picture, part) => {
                write!(f, "cannot move picture `{picture}`: its part `{part}` is not in `assets/parts.ron`")
            }
            ArtError::KeysUnordered(picture, part) => {
                write!(f, "cannot move picture `{picture}`: the keys of part `{part}` do not rise from 0 to 1")
            }
            ArtError::OutOfRange(picture, part) => {
                write!(f, "cannot move picture `{picture}`: a number of `{part}` is out of range")
            }
            ArtError::PictureMissing(picture) => {
                write!(f, "cannot draw picture `{picture}`: no such movement in `assets/movements/`")
            }
            ArtError::RecipeMissing(picture) => write!(f, "cannot draw tile `{picture}`: it is composed of no parts"),
            ArtError::PictureTwice(picture) => {
                write!(f, "cannot use both movements `{picture}` in `assets/movements/`: keep one")
            }
            ArtError::PictureUnknown(picture) => {
                write!(f, "cannot use movement `{picture}` in `assets/movements/`: no such moving picture")
            }
            ArtError::ClassUnknown(path, class) => {
                write!(f, "cannot colour class `{class}` in `assets/{path}`: no such class")
            }
            ArtError::ClassUnused(class) => write!(f, "cannot colour class `{class}`: no drawing has it"),
        }
    }
}

impl std::error::Error for ArtError {}
