//! The replays of a level: plays that were kept, to watch, to share, or to delete, which asks first.

use super::attempt::Attempt;
use super::context::Context;
use super::effect::Effect;
use super::input::{Input, PointerButton};
use super::keys::{Command, Key};
use super::play::{Question, Reply, Risk};
use super::profile::{KeptReplay, Manner};
use super::scrolling;
use super::shipped::Chosen;
use super::stroke::Edit;
use super::turn::{Route, Turn};
use crate::level::Ending;
use crate::look::palette;
use crate::play::{Fingerprint, LevelMatch, Replay, ShownPlay};
use crate::scene::{Item, Rect};
use crate::ui::{Button, ButtonState, Face, Focus, Page, ScrollArea, draw_buttons, hit};

/// The list; one of its replays is in focus.
#[derive(Debug, Clone)]
pub struct ReplayList {
    chosen: Chosen,
    page: Page,
    focus: Focus,
    /// Whether the replay with this text is to be deleted.
    deletion: Option<(Question, String)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ReplayAction {
    /// Puts the replay with this index in focus; watches it if it is there already.
    Select(usize),
    /// Watches, shares or deletes the one in focus.
    Watch,
    Share,
    Delete,
    Back,
}

/// A line of the list.
struct ReplayRow {
    kept: KeptReplay,
    replay: Replay,
    fit: LevelMatch,
}

/// Logical pixels.
const ROW: f32 = 52.0;
const GAP: f32 = 6.0;

impl ReplayList {
    pub fn new(chosen: Chosen) -> ReplayList {
        ReplayList { chosen, page: Page::default(), focus: Focus::default(), deletion: None }
    }

    pub fn chosen(&self) -> &Chosen {
        &self.chosen
    }

    /// Whether a question waits for its answer.
    pub fn has_question(&self) -> bool {
        self.deletion.is_some()
    }

    fn rows(&self, context: &Context) -> Vec<ReplayRow> {
        let all = context.profile.replays.of_level(Fingerprint::of(&self.chosen.level));
        all.map(|(kept, replay, fit)| ReplayRow { kept: kept.clone(), replay, fit }).collect()
    }

    pub fn turn(mut self, context: &mut Context, input: Input) -> Turn<ReplayList> {
        if let Some((question, text)) = self.deletion.take() {
            return self.answer(question, text, context, &input);
        }
        match self.action_of(context, &input) {
            Some(action) => self.act(context, action),
            None => {
                self.browse(context, &input);
                Turn::stay(self)
            }
        }
    }

    /// The question stays until it is answered.
    fn answer(
        mut self,
        mut question: Question,
        text: String,
        context: &mut Context,
        input: &Input,
    ) -> Turn<ReplayList> {
        match question.answer(input, context) {
            Some(Reply::Do) => {
                context.profile.replays.delete(&text);
                self.move_focus(context, 0);
                Turn::stay(self).with([Effect::DeleteReplay(text)])
            }
            Some(Reply::Cancel) => Turn::stay(self),
            None => {
                if let Input::Resize { .. } = input {
                    self.move_focus(context, 0);
                }
                self.deletion = Some((question, text));
                Turn::stay(self)
            }
        }
    }

    fn action_of(&self, context: &Context, input: &Input) -> Option<ReplayAction> {
        let layout = &context.layout;
        match input {
            Input::Release(PointerButton::Primary) if self.page.scroll.is_dragged() => None,
            Input::Release(PointerButton::Primary) => {
                let pointer = layout.pointer();
                let on_page = pointer.filter(|pointer| Page::window(layout).contains(*pointer));
                hit(&self.foot(context), pointer).or_else(|| hit(&self.buttons(context), on_page))
            }
            Input::Key(Key::Enter | Key::Space) => Some(ReplayAction::Watch),
            Input::Key(Key::Escape | Key::Backspace) => Some(ReplayAction::Back),
            Input::Edit(Edit::Copy) => Some(ReplayAction::Share),
            Input::Key(key) if context.means(*key, Command::ShareReplay) => Some(ReplayAction::Share),
            Input::Key(key) if context.means(*key, Command::DeleteReplay) => Some(ReplayAction::Delete),
            _ => None,
        }
    }

    /// Scrolls, or moves the focus.
    fn browse(&mut self, context: &Context, input: &Input) {
        let layout = &context.layout;
        match input {
            Input::Key(Key::Up) => self.move_focus(context, -1),
            Input::Key(Key::Down | Key::Tab) => self.move_focus(context, 1),
            Input::Key(Key::Home) => self.move_focus(context, isize::MIN),
            Input::Key(Key::End) => self.move_focus(context, isize::MAX),
            Input::Key(Key::PageUp) => self.move_focus(context, -8),
            Input::Key(Key::PageDown) => self.move_focus(context, 8),
            Input::Resize { .. } => self.move_focus(context, 0),
            _ => scrolling::by_pointer(self.area(context), &mut self.page.scroll, layout, input),
        }
    }

    fn act(mut self, context: &mut Context, action: ReplayAction) -> Turn<ReplayList> {
        let rows = self.rows(context);
        match (action, rows.get(self.focus.index())) {
            (ReplayAction::Select(index), Some(_)) if !self.focus.is_on(index) => {
                self.focus = Focus::default();
                self.focus.move_by(index as isize, rows.len());
                Turn::stay(self)
            }
            (ReplayAction::Watch | ReplayAction::Select(_), Some(row)) => {
                let attempt = Attempt::watching(&context.layout, self.chosen, &row.replay, ShownPlay::OwnReplay);
                Turn::go(Route::Play(Box::new(attempt)))
            }
            (ReplayAction::Share, Some(row)) => {
                context.news = Some(context.texts().time.replay_copied.to_owned());
                let copy = Effect::Copy(row.kept.text.clone());
                Turn::stay(self).with([copy])
            }
            (ReplayAction::Delete, Some(row)) => {
                self.deletion = Some((Question::new(Risk::DeleteReplay, context), row.kept.text.clone()));
                Turn::stay(self)
            }
            (ReplayAction::Back, _) => Turn::go(Route::Intro(self.chosen)),
            (_, None) => Turn::stay(self),
        }
    }

    fn move_focus(&mut self, context: &Context, by: isize) {
        self.focus.move_by(by, self.rows(context).len());
        self.page.scroll.show(self.area(context), self.row(context, self.focus.index()));
    }

    fn area(&self, context: &Context) -> ScrollArea {
        Page::area(&context.layout, self.rows(context).len() as i32 * context.layout.px(ROW))
    }

    fn row(&self, context: &Context, index: usize) -> Rect {
        let height = context.layout.px(ROW);
        self.page.row(self.area(context), index as i32 * height, height - context.layout.px(GAP))
    }

    /// The replays that are visible.
    fn buttons(&self, context: &Context) -> Vec<Button<ReplayAction>> {
        let button = |index| {
            let (rect, state) = (self.row(context, index), self.state(index));
            Button { rect, face: Face::Blank, action: ReplayAction::Select(index), state }
        };
        let buttons = (0..self.rows(context).len()).map(button);
        buttons.filter(|button| self.area(context).is_visible(button.rect)).collect()
    }

    fn state(&self, index: usize) -> ButtonState {
        ButtonState::selected_if(self.focus.is_on(index))
    }

    fn foot(&self, context: &Context) -> Vec<Button<ReplayAction>> {
        let (texts, is_empty) = (context.texts(), self.rows(context).is_empty());
        let state = if is_empty { ButtonState::Disabled } else { ButtonState::Normal };
        let choices = vec![
            (ReplayAction::Watch, texts.time.watch, state),
            (ReplayAction::Share, texts.time.share, state),
            (ReplayAction::Delete, texts.time.delete, state),
            (ReplayAction::Back, texts.back, ButtonState::Normal),
        ];
        Page::buttons(&context.layout, choices)
    }

    pub fn draw(&self, context: &Context, items: &mut Vec<Item>) {
        let texts = context.texts();
        let layout = &if self.has_question() { context.layout.covered() } else { context.layout.clone() };
        self.page.draw_paper(layout, items);
        draw_buttons(&self.buttons(context), layout, items);
        for (index, row) in self.rows(context).iter().enumerate() {
            let rect = self.row(context, index);
            if self.area(context).is_visible(rect) {
                Page::draw_row(layout, rect, row.words(self.state(index), context), items);
            }
        }
        self.page.scroll.draw(self.area(context), layout, items);
        let below = if self.rows(context).is_empty() { texts.time.no_replays } else { texts.time.replays_below };
        Page::draw_ends(layout, texts.time.replays, below.to_owned(), items);
        draw_buttons(&self.foot(context), layout, items);
        if let Some((question, _)) = &self.deletion {
            question.draw(context, items);
        }
    }
}

impl ReplayRow {
    /// How it ended; what it took; how it was played, or that it is of another version of the level.
    fn words(&self, state: ButtonState, context: &Context) -> [(String, crate::look::Color); 3] {
        let (texts, colors) = (context.texts(), context.layout.palette());
        let (end, color) = match self.replay.ends {
            Some(Ending::Won) => (texts.won, colors.good()),
            Some(Ending::Lost) => (texts.lost, colors.bad()),
            None => (texts.time.not_ended, palette::INK),
        };
        let spent = (texts.spent)(&(texts.tokens)(self.replay.tokens()), self.replay.steps);
        let manner = match (self.fit, self.kept.manner) {
            (LevelMatch::Changed, _) => texts.time.other_version,
            (LevelMatch::Same, Manner::Running) => texts.time.running,
            (LevelMatch::Same, Manner::Paused) => texts.time.paused,
            (LevelMatch::Same, Manner::TurnedBack) => texts.time.turned_back,
        };
        [(end.to_owned(), color), (spent, palette::INK), (manner.to_owned(), state.faint_ink())]
    }
}
