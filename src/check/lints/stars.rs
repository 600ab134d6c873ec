//! Descriptions of stars: saved states that are passed over.

use super::Warning;
use crate::level::LevelFile;

pub(super) fn warnings(file: &LevelFile) -> Vec<Warning> {
    file.unread_states()
}
