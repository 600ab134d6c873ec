//! What is said over the board: how the play stands, and what becomes of the token under the pointer.

use super::board_action::BoardAction;
use super::caption::{BoardEdge, Caption};
use super::pointer_line::with_key;
use super::{PlayScreen, edit_words, fate_words};
use crate::screens::context::Context;
use crate::screens::keys::Command;

impl PlayScreen {
    /// The lines over the board: how the play stands, and what becomes of the token under the pointer.
    pub(super) fn captions(&self, context: &Context) -> Vec<Caption<BoardAction>> {
        let mut captions = Vec::from_iter(self.standing(context));
        if let (Some((ability, cell)), Some(ahead)) =
            (self.attempt.ability.zip(self.target(context)), self.foresight.token())
        {
            // Away from the token.
            let (_, y) = self.camera().cell_to_pixel(cell);
            let is_low = y as f32 > self.attempt.framing.middle().y;
            let (edge, row) = if is_low { (BoardEdge::Top, captions.len() as i32) } else { (BoardEdge::Bottom, 0) };
            let words = fate_words::token_fate(self.attempt.world(), ability, ahead, context.texts());
            captions.push(Caption { row, ..Caption::line(words, edge) });
        }
        captions
    }

    /// How the play stands, if that needs to be said: it is lost, or a solution is shown.
    fn standing(&self, context: &Context) -> Option<Caption<BoardAction>> {
        let texts = context.texts();
        if let Some(words) = self.loss(context) {
            let choices = vec![
                (with_key(texts.go_back, Command::GoBack, context).into(), BoardAction::GoBack),
                (with_key(texts.restart, Command::Restart, context).into(), BoardAction::Restart),
            ];
            return Some(Caption { choices, ..Caption::line(words, BoardEdge::Top) });
        }
        edit_words::guide(self.attempt.guide, context.texts()).map(|words| Caption::line(words, BoardEdge::Top))
    }

    /// Why the play cannot be won any more, if that is certain.
    fn loss(&self, context: &Context) -> Option<String> {
        let (texts, player) = (context.texts(), self.player());
        match self.outlook.most_saved_if_lost(player) {
            Some(most) => Some((texts.cannot_be_won)(most, self.attempt.world().to_save())),
            None => self.advice.is_lost(player).then(|| texts.advice.lost.to_owned()),
        }
    }

    /// How the play stands, if the pointer is on that line.
    pub(super) fn standing_under_pointer(&self, context: &Context) -> Option<Caption<BoardAction>> {
        let (pointer, window) = (context.layout.pointer()?, self.camera().window());
        self.standing(context).filter(|caption| caption.contains(pointer, window, &context.layout))
    }
}
