//! What can be wrong with drawings. Each is one line that names the file, the picture and the part.

use std::fmt;

/// Why the drawings could not be read. Paths are those below `assets/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArtError {
    FileMissing(String),
    /// A file that is not what its name says: the path and the reason, with its place.
    FileBroken(String, String),
    /// `parts.ron` names a part that its drawing does not have: the path and the part.
    PartMissing(String, String),
    /// A part of `parts.ron` hangs on another that is not there, or on itself: the part and the other.
    PartLoose(String, String),
    /// A movement moves a part that `parts.ron` does not have: the picture and the part.
    PartUnknown(String, String),
    /// The keys of a track are none, or not in order between 0 and 1: the picture and the part.
    KeysUnordered(String, String),
    /// No movement for a picture that moves.
    PictureMissing(String),
    /// Two files move the same picture.
    PictureTwice(String),
    /// A movement for a picture that is not there, or that does not move.
    PictureUnknown(String),
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
                write!(f, "cannot join part `{part}` to `{on}` in `assets/parts.ron`: no such part, or a circle")
            }
            ArtError::PartUnknown(picture, part) => {
                write!(f, "cannot move picture `{picture}`: its part `{part}` is not in `assets/parts.ron`")
            }
            ArtError::KeysUnordered(picture, part) => {
                write!(f, "cannot move picture `{picture}`: the keys of part `{part}` do not rise from 0 to 1")
            }
            ArtError::PictureMissing(picture) => {
                write!(f, "cannot draw picture `{picture}`: no such movement in `assets/movements/`")
            }
            ArtError::PictureTwice(picture) => {
                write!(f, "cannot use both movements `{picture}` in `assets/movements/`: keep one")
            }
            ArtError::PictureUnknown(picture) => {
                write!(f, "cannot use movement `{picture}` in `assets/movements/`: no such moving picture")
            }
        }
    }
}

impl std::error::Error for ArtError {}
