//! What can be done on the play screen, by a button or a key.

use crate::screens::attempt::{KeepAction, StretchEnd, TimeAction, ViewAction};
use crate::screens::keys::Command;
use crate::sim::Ability;

/// What a button or key of the play screen does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoardAction {
    Select(Ability),
    Pause,
    Faster,
    Slower,
    /// One step, then pause.
    Step,
    Restart,
    /// Back to where it could still be won.
    GoBack,
    /// After a question.
    ExplodeAll,
    Time(TimeAction),
    Keep(KeepAction),
    /// Marks where a film begins or ends.
    Mark(StretchEnd),
    View(ViewAction),
    /// Opens the hints, or shows the next one.
    Hint,
    /// Moves the cursor of the keyboard by so many cells.
    MoveCursor(i32, i32),
    /// Drops a token at the pointer or the cursor.
    Drop,
    Help,
    /// Back to the list of levels.
    Leave,
}

impl BoardAction {
    /// The command whose keys do the same; none for what only the pointer or only the keys can do.
    pub const fn command(self) -> Option<Command> {
        Some(match self {
            BoardAction::Pause => Command::Pause,
            BoardAction::Faster => Command::Faster,
            BoardAction::Slower => Command::Slower,
            BoardAction::Step => Command::Step,
            BoardAction::Restart => Command::Restart,
            BoardAction::GoBack => Command::GoBack,
            BoardAction::ExplodeAll => Command::ExplodeAll,
            BoardAction::View(action) => return action.command(),
            BoardAction::Time(action) => return action.command(),
            BoardAction::Keep(action) => action.command(),
            BoardAction::Mark(end) => end.command(),
            BoardAction::Hint => Command::ReadHint,
            BoardAction::Help => Command::Help,
            BoardAction::Leave => Command::Leave,
            BoardAction::Drop => Command::Drop,
            BoardAction::Select(_) | BoardAction::MoveCursor(..) => return None,
        })
    }

    /// What the keys of a command do on the board; none for commands of other screens, and for those that choose a
    /// token.
    pub fn of(command: Command) -> Option<BoardAction> {
        Some(match command {
            Command::Pause => BoardAction::Pause,
            Command::Faster => BoardAction::Faster,
            Command::Slower => BoardAction::Slower,
            Command::Step => BoardAction::Step,
            Command::Restart => BoardAction::Restart,
            Command::GoBack => BoardAction::GoBack,
            Command::ExplodeAll => BoardAction::ExplodeAll,
            Command::ReadHint => BoardAction::Hint,
            Command::CursorLeft => BoardAction::MoveCursor(-1, 0),
            Command::CursorRight => BoardAction::MoveCursor(1, 0),
            Command::CursorUp => BoardAction::MoveCursor(0, -1),
            Command::CursorDown => BoardAction::MoveCursor(0, 1),
            Command::Drop => BoardAction::Drop,
            Command::Leave => BoardAction::Leave,
            Command::Share => BoardAction::Keep(KeepAction::Share),
            Command::KeepSolution => BoardAction::Keep(KeepAction::Solution),
            Command::Film => BoardAction::Keep(KeepAction::Film),
            Command::FilmFrom => BoardAction::Mark(StretchEnd::From),
            Command::FilmTo => BoardAction::Mark(StretchEnd::To),
            command => {
                let view = ViewAction::of(command).map(BoardAction::View);
                return view.or_else(|| TimeAction::of(command).map(BoardAction::Time));
            }
        })
    }
}
