//! Level files of the player's own: those that were opened last, and a line to type the name of another one.

mod draw;

use std::path::{Path, PathBuf};

use crate::scene::Rect;
use crate::screens::context::Context;
use crate::screens::effect::{Answer, Effect, RecentFile};
use crate::screens::input::{Input, PointerButton};
use crate::screens::keys::Key;
use crate::screens::pasted::Pasted;
use crate::screens::scrolling;
use crate::screens::text_field::{FieldTurn, TextField};
use crate::screens::title::TitleChoice;
use crate::screens::turn::{Route, Turn};
use crate::ui::{Button, ButtonState, ErrorPanel, Face, Layout, Page, ScrollArea, hit};

/// The choice of a level file.
#[derive(Debug, Clone)]
pub struct LevelFiles {
    page: Page,
    field: TextField,
    /// How the typed name could go on, once the player has asked.
    completions: Vec<String>,
    files: Vec<RecentFile>,
    focus: Entry,
    /// What was to be opened last: it was refused, or the page would be gone.
    asked: Option<PathBuf>,
    error: Option<ErrorPanel>,
}

/// What Enter acts on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    Line,
    File(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FileAction {
    Take(Entry),
    Open,
    /// In a dialog of the desktop.
    Browse,
    Back,
}

/// Its button names it.
const BROWSE: Key = Key::Function(2);

/// Logical pixels.
const TOP: f32 = 14.0;
const LINE: f32 = 48.0;
const COMPLETIONS: f32 = 34.0;
const FILE: f32 = 46.0;
const GAP: f32 = 8.0;

/// The part of a row that has text.
fn text_area(row: Rect, layout: &Layout) -> Rect {
    let Rect { x, width, .. } = row.inset(2 * layout.px(GAP));
    Rect { x, width: width.max(1), ..row.inset(layout.px(GAP)) }
}

impl LevelFiles {
    /// The list without its files, which [`Effect::ListRecentFiles`] brings.
    pub fn new() -> LevelFiles {
        LevelFiles {
            page: Page::default(),
            field: TextField::default(),
            completions: Vec::new(),
            files: Vec::new(),
            focus: Entry::Line,
            asked: None,
            error: None,
        }
    }

    /// The same, with a message about the file that was to be opened.
    pub fn with_error(self, message: &str) -> LevelFiles {
        LevelFiles { error: Some(ErrorPanel::new(message)), ..self }
    }

    pub fn turn(mut self, context: &mut Context, input: Input) -> Turn<LevelFiles> {
        let layout = &context.layout;
        match self.field.turn(&input, self.field_area(layout), context) {
            FieldTurn::Ignored => {}
            FieldTurn::Moved => return Turn::stay(self),
            FieldTurn::Taken => {
                self.focus = Entry::Line;
                return Turn::stay(self);
            }
            FieldTurn::Changed => {
                self.edited(layout);
                return Turn::stay(self);
            }
            FieldTurn::Cut(text) => {
                self.edited(layout);
                return Turn::stay(self).with([Effect::Copy(text)]);
            }
            FieldTurn::Copied(text) => return Turn::stay(self).with([Effect::Copy(text)]),
        }
        match input {
            Input::Answered(Answer::RecentFiles(files)) => {
                self.focus = if files.is_empty() { Entry::Line } else { Entry::File(0) };
                self.files = files;
            }
            Input::Answered(Answer::Completions(names)) => self.complete(names),
            Input::Answered(Answer::FileChosen(Ok(file))) => return Turn::stay(self).with(file.map(Effect::OpenLevel)),
            Input::Answered(Answer::FileChosen(Err(cause))) => {
                return Turn::stay(self.with_error(&(context.texts().no_file_dialog)(&cause)));
            }
            Input::Key(BROWSE) => return self.act(context, FileAction::Browse),
            Input::Answered(Answer::Pasted(Ok(text))) => return self.paste(context, &text),
            Input::Key(Key::Tab) => {
                self.focus = Entry::Line;
                let typed = self.field.line().text().to_owned();
                return Turn::stay(self).with([Effect::CompleteName(typed)]);
            }
            Input::Key(Key::Up) => self.move_focus(layout, -1),
            Input::Key(Key::Down) => self.move_focus(layout, 1),
            Input::Key(Key::Enter) => return self.act(context, FileAction::Open),
            Input::Key(Key::Escape) if self.error.is_some() => self.error = None,
            Input::Key(Key::Escape) => return self.act(context, FileAction::Back),
            Input::Release(PointerButton::Primary) if !self.page.scroll.is_dragged() => {
                if self.error.take_if(|error| error.is_under_pointer(layout)).is_none()
                    && let Some(action) = hit(&self.buttons(context), layout.pointer())
                {
                    return self.act(context, action);
                }
            }
            Input::Resize { .. } => self.show_focus(layout),
            _ => scrolling::by_pointer(self.area(layout), &mut self.page.scroll, layout, &input),
        }
        Turn::stay(self)
    }

    /// The text has changed; what was said about the text before is no longer about it.
    fn edited(&mut self, layout: &Layout) {
        self.focus = Entry::Line;
        self.completions.clear();
        self.error = None;
        self.show_focus(layout);
    }

    /// Where the text of the field lies.
    fn field_area(&self, layout: &Layout) -> Rect {
        text_area(self.row(layout, Entry::Line), layout)
    }

    /// Where the cursor is, if typed text goes into the field.
    pub fn caret_area(&self, layout: &Layout) -> Option<Rect> {
        (self.focus == Entry::Line).then(|| self.field.caret_area(self.field_area(layout), layout))
    }

    /// A level's text opens at once, and so does a path in an empty line, or in place of one that was refused;
    /// elsewhere a path is typed.
    fn paste(mut self, context: &Context, text: &str) -> Turn<LevelFiles> {
        match Pasted::of(text) {
            None => Turn::stay(self),
            Some(Pasted::LevelText(text)) => Turn::stay(self).with([Effect::OpenLevelText(text)]),
            Some(Pasted::Path(path)) => {
                let is_refused = self.asked.as_deref() == Some(Path::new(self.field.line().text()));
                let opens = is_refused || self.field.line().is_empty();
                if is_refused {
                    self.field.set(String::new());
                }
                self.field.insert(&path.to_string_lossy());
                self.edited(&context.layout);
                if opens { self.act(context, FileAction::Open) } else { Turn::stay(self) }
            }
        }
    }

    /// Types what all names have in common, and shows them if there are several.
    fn complete(&mut self, names: Vec<String>) {
        let common = names.iter().skip(1).fold(names.first().cloned(), |common, name| {
            common.map(|common| common.chars().zip(name.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect())
        });
        if let Some(common) = common {
            self.field.set(common);
        }
        self.completions = if names.len() > 1 { names } else { Vec::new() };
    }

    fn act(mut self, context: &Context, action: FileAction) -> Turn<LevelFiles> {
        match action {
            FileAction::Take(Entry::Line) => {
                self.focus = Entry::Line;
                Turn::stay(self)
            }
            FileAction::Take(file) => {
                self.focus = file;
                self.act(context, FileAction::Open)
            }
            FileAction::Open => {
                let path = match self.focus {
                    Entry::Line => {
                        Some(PathBuf::from(self.field.line().text())).filter(|_| !self.field.line().is_empty())
                    }
                    Entry::File(index) => self.files.get(index).map(|file| file.path.clone()),
                };
                self.error = None;
                self.asked.clone_from(&path);
                Turn::stay(self).with(path.map(Effect::OpenLevel))
            }
            FileAction::Browse => Turn::stay(self).with([Effect::ChooseFile(context.texts().custom_level)]),
            FileAction::Back => Turn::go(Route::Title(TitleChoice::LevelFiles)),
        }
    }

    /// The line comes before the first file.
    fn move_focus(&mut self, layout: &Layout, by: isize) {
        let index = match self.focus {
            Entry::Line => 0,
            Entry::File(index) => index + 1,
        };
        let index = index.saturating_add_signed(by).min(self.files.len());
        self.focus = index.checked_sub(1).map_or(Entry::Line, Entry::File);
        self.show_focus(layout);
    }

    fn show_focus(&mut self, layout: &Layout) {
        self.page.scroll.show(self.area(layout), self.row(layout, self.focus));
    }

    fn area(&self, layout: &Layout) -> ScrollArea {
        Page::area(layout, layout.px(TOP + LINE + COMPLETIONS) + self.files.len() as i32 * layout.px(FILE))
    }

    fn row(&self, layout: &Layout, entry: Entry) -> Rect {
        let (y, height) = match entry {
            Entry::Line => (layout.px(TOP), layout.px(LINE)),
            Entry::File(index) => {
                (layout.px(TOP + LINE + COMPLETIONS) + index as i32 * layout.px(FILE), layout.px(FILE))
            }
        };
        self.page.row(self.area(layout), y, height).inset(layout.px(GAP) / 2)
    }

    fn state(&self, entry: Entry) -> ButtonState {
        ButtonState::selected_if(entry == self.focus)
    }

    fn buttons(&self, context: &Context) -> Vec<Button<FileAction>> {
        let (layout, texts) = (&context.layout, context.texts());
        let entries = [Entry::Line].into_iter().chain((0..self.files.len()).map(Entry::File));
        let mut buttons: Vec<Button<FileAction>> = entries
            .map(|entry| Button {
                rect: self.row(layout, entry),
                face: Face::Blank,
                action: FileAction::Take(entry),
                state: self.state(entry),
            })
            .filter(|button| self.area(layout).is_visible(button.rect))
            .collect();
        // The ends of the page cover rows, so they come first.
        let ends = vec![
            (FileAction::Open, texts.open, ButtonState::Normal),
            (FileAction::Browse, texts.browse, ButtonState::Normal),
            (FileAction::Back, texts.back, ButtonState::Normal),
        ];
        buttons.splice(0..0, Page::buttons(layout, ends));
        buttons
    }
}
