//! What changes only how the board is looked at. It is the same before a level as while it is played.

use super::Attempt;
use crate::scene::Camera;
use crate::screens::keys::Command;

/// A change of the camera, or of what is shown in the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViewAction {
    ZoomIn,
    ZoomOut,
    /// Shows the whole board.
    Fit,
    /// Switches between the plain board and the contents of each cell in words.
    Look,
    /// Moves the board by so many tiles.
    Pan(i32, i32),
}

impl ViewAction {
    /// What a command does to the view, if it does anything.
    pub const fn of(command: Command) -> Option<ViewAction> {
        Some(match command {
            Command::ZoomIn => ViewAction::ZoomIn,
            Command::ZoomOut => ViewAction::ZoomOut,
            Command::Fit => ViewAction::Fit,
            Command::Look => ViewAction::Look,
            Command::BoardLeft => ViewAction::Pan(1, 0),
            Command::BoardRight => ViewAction::Pan(-1, 0),
            Command::BoardUp => ViewAction::Pan(0, 1),
            Command::BoardDown => ViewAction::Pan(0, -1),
            _ => return None,
        })
    }

    /// The command of the button that does this; panning has none.
    pub const fn command(self) -> Option<Command> {
        Some(match self {
            ViewAction::ZoomIn => Command::ZoomIn,
            ViewAction::ZoomOut => Command::ZoomOut,
            ViewAction::Fit => Command::Fit,
            ViewAction::Look => Command::Look,
            ViewAction::Pan(..) => return None,
        })
    }
}

impl Attempt {
    /// Looks at the board in another way.
    pub fn view(&mut self, action: ViewAction) {
        match action {
            ViewAction::ZoomIn => self.framing.reframe(Camera::zoom_in),
            ViewAction::ZoomOut => self.framing.reframe(Camera::zoom_out),
            ViewAction::Fit => self.framing.fit(),
            ViewAction::Look => self.sight = self.sight.other(),
            ViewAction::Pan(dx, dy) => {
                let tile = self.framing.camera().tile() as f32;
                self.framing.reframe(|camera| camera.pan(dx as f32 * tile, dy as f32 * tile));
            }
        }
    }
}
