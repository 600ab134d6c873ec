//! The title: where the program opens.

use std::borrow::Cow;

use super::context::Context;
use super::input::{Exit, Input, PointerButton};
use super::keys::{Command, Key};
use super::settings_row::SettingsRow;
use super::turn::{Route, Turn};
use crate::look::palette;
use crate::scene::{Align, Facing, Item, Picture, Point, Rect, Scenery, Skin, Sprite};
use crate::ui::{Button, ButtonState, Face, Focus, Layout, draw_buttons, hit, text, wrapped};

/// The name of the game, and where to go from here.
#[derive(Debug, Clone, Default)]
pub struct Title {
    focus: Focus,
}

/// What the title leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TitleChoice {
    Play,
    Levels,
    LevelFiles,
    Settings,
    About,
    Quit,
}

impl TitleChoice {
    const ALL: [TitleChoice; 6] = [
        TitleChoice::Play,
        TitleChoice::Levels,
        TitleChoice::LevelFiles,
        TitleChoice::Settings,
        TitleChoice::About,
        TitleChoice::Quit,
    ];

    /// Its key beside those that move and choose.
    const fn command(self) -> Command {
        match self {
            TitleChoice::Play => Command::Play,
            TitleChoice::Levels => Command::Levels,
            TitleChoice::LevelFiles => Command::CustomLevel,
            TitleChoice::Settings => Command::Settings,
            TitleChoice::About => Command::About,
            TitleChoice::Quit => Command::Quit,
        }
    }
}

/// Logical pixels.
const BUTTON: (f32, f32) = (300.0, 50.0);
/// The width of all of them, if the first one names a level.
const WIDE: f32 = 460.0;
const GAP: f32 = 11.0;
/// The lines at the bottom.
const FOOT: f32 = 76.0;
const LINE: f32 = 40.0;
/// The font size of notices, and the height of one of their lines.
const NOTICE: f32 = 20.0;
const NOTICE_LINE: f32 = 30.0;
const LARGEST_NAME: f32 = 110.0;

impl Title {
    /// The title, this choice in focus.
    pub fn at(choice: TitleChoice) -> Title {
        let mut focus = Focus::default();
        focus.move_to(&choice, &TitleChoice::ALL);
        Title { focus }
    }

    pub fn turn(mut self, context: &mut Context, input: Input) -> Turn<Title> {
        let count = TitleChoice::ALL.len();
        let choice = match input {
            Input::Release(PointerButton::Primary) => hit(&self.buttons(context), context.layout.pointer()),
            Input::PointerMoved(point) => {
                self.focus.follow(point, &self.buttons(context));
                None
            }
            Input::Key(Key::Escape) => Some(TitleChoice::Quit),
            Input::Key(Key::Enter | Key::Space) => Some(TitleChoice::ALL[self.focus.index()]),
            Input::Key(Key::Down | Key::Tab) => {
                self.focus.cycle_by(1, count);
                None
            }
            Input::Key(Key::Up) => {
                self.focus.cycle_by(-1, count);
                None
            }
            Input::Key(key) => TitleChoice::ALL.into_iter().find(|choice| context.means(key, choice.command())),
            _ => None,
        };
        match choice {
            None => Turn::stay(self),
            Some(TitleChoice::Play) => match context.profile.first_unsolved() {
                Some(chosen) => Turn::go(Route::Intro(chosen)),
                None => Turn::stay(self),
            },
            Some(TitleChoice::Levels) => Turn::go(Route::Levels(None)),
            Some(TitleChoice::LevelFiles) => Turn::go(Route::LevelFiles),
            Some(TitleChoice::About) => Turn::go(Route::About),
            Some(TitleChoice::Settings) => Turn::go(Route::Settings(SettingsRow::ALL[0])),
            Some(TitleChoice::Quit) => Turn::leave(Exit::Quit),
        }
    }

    fn buttons(&self, context: &Context) -> Vec<Button<TitleChoice>> {
        let layout = &context.layout;
        let frame = layout.frame();
        // In a low frame all of them shrink alike.
        let below = layout.px(FOOT) + (notice_lines(context).len() as i32 - 1).max(0) * layout.px(NOTICE_LINE);
        let room = (frame.height - top(layout) - below) / TitleChoice::ALL.len() as i32;
        let pitch = layout.px(BUTTON.1 + GAP).min(room).max(1);
        let width = layout.px(if context.profile.has_won() { WIDE } else { BUTTON.0 }).min(frame.width);
        let height = ((pitch as f32 * BUTTON.1 / (BUTTON.1 + GAP)) as i32).max(1);
        (0..)
            .zip(TitleChoice::ALL)
            .map(|(row, choice)| Button {
                rect: Rect::new((frame.width - width) / 2, top(layout) + row * pitch, width, height),
                face: Face::Words(words(context, choice)),
                action: choice,
                state: ButtonState::selected_if(self.focus.is_on(row as usize)),
            })
            .collect()
    }

    pub fn draw(&self, context: &Context, items: &mut Vec<Item>) {
        let (layout, texts) = (&context.layout, context.texts());
        let frame = layout.frame();
        let tile = layout.px(48.0).clamp(16, 256) as u32;
        let (origin, wash) = ((frame.width / 2, frame.height / 2), Scenery::Meadow.sky((0, frame.height)));
        items.push(Item::Paper { rect: frame, origin, tile, wash });

        let size = layout.size(LARGEST_NAME).min(frame.height as f32 / 6.0);
        let band = Rect::new(0, top(layout) - (size * 1.85) as i32, frame.width, size as i32);
        items.push(text("Leveret", band, size, Align::Centre, palette::INK));
        let below = Rect::new(0, band.bottom(), frame.width, (size * 0.4) as i32);
        let motto = layout.size(30.0).min(size * 0.3);
        items.push(text(texts.motto, below, motto, Align::Centre, palette::FAINT_INK));

        let tile = (size * 0.9) as u32;
        let side = frame.width as f32 / 2.0 - size * 2.6;
        for (picture, facing, x) in [
            (Picture::Walk, Facing::Right, side),
            (Picture::Stop, Facing::Left, frame.width as f32 - side - tile as f32),
        ] {
            let sprite = Sprite { picture, frame: 3, facing, skin: Skin::Rabbit };
            let at = Point::new(x, band.y as f32 + size * 0.1);
            items.push(Item::Sprite { sprite, at, tile: tile.clamp(16, 256), opacity: 255 });
        }
        draw_buttons(&self.buttons(context), layout, items);
        let foot = Rect::new(0, frame.height - layout.px(LINE), frame.width, layout.px(30.0));
        let line_height = layout.px(NOTICE_LINE);
        for (above, line) in (1..).zip(notice_lines(context).into_iter().rev()) {
            let rect = Rect::new(0, foot.y - above * line_height, frame.width, line_height);
            items.push(text(line, rect, layout.size(NOTICE), Align::Centre, layout.palette().bad()));
        }
        items.push(text(key_words(context), foot, layout.size(20.0), Align::Centre, palette::FAINT_INK));
    }
}

/// What a button says: the first one names the level that the player is stuck at.
fn words(context: &Context, choice: TitleChoice) -> Cow<'static, str> {
    let texts = context.texts();
    match choice {
        TitleChoice::Play => match context.profile.first_unsolved().filter(|_| context.profile.has_won()) {
            Some(chosen) => (texts.continue_with)(context.words_of(&chosen).name).into(),
            None => texts.play.into(),
        },
        TitleChoice::Levels => texts.levels.into(),
        TitleChoice::LevelFiles => texts.custom_level.into(),
        TitleChoice::Settings => texts.settings.into(),
        TitleChoice::About => texts.about.into(),
        TitleChoice::Quit => texts.quit.into(),
    }
}

/// The keys of this screen, and that of the help on every screen.
fn key_words(context: &Context) -> String {
    let texts = context.texts();
    match context.settings().keys.keys(Command::Help).first() {
        Some(key) => format!("{} {}: {}.", texts.title_keys, context.key_name(*key), texts.help),
        None => texts.title_keys.to_owned(),
    }
}

/// The notices about files, wrapped and not shortened: they name where a damaged file was kept.
fn notice_lines(context: &Context) -> Vec<String> {
    let width = context.layout.frame().width - 2 * context.layout.px(NOTICE);
    let wrap = |notice| wrapped(notice, width as f32, context.layout.size(NOTICE));
    context.profile.notices().into_iter().flat_map(wrap).collect()
}

/// Where the buttons begin.
fn top(layout: &Layout) -> i32 {
    layout.frame().height * 2 / 5
}
