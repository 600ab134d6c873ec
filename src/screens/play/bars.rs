//! The bars around the board: what can be done, and how the level is going.

use std::borrow::Cow;

use super::cell_words;
use crate::look::{palette, text_width};
use crate::scene::{Align, Facing, Item, Picture, Rect, Sprite, token_picture};
use crate::screens::attempt::{Attempt, BOTTOM_BAR, SIDE_BAR, TOP_BAR, board_window, offered};
use crate::screens::context::Context;
use crate::screens::keys::Command;
use crate::sim::{Ability, Cell};
use crate::ui::{BUTTON_TEXT, Button, ButtonState, Face, Layout, SMALL_TEXT, draw_buttons, hit, text};

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
    /// After a question.
    ExplodeAll,
    ZoomIn,
    ZoomOut,
    Fit,
    /// Moves the view by so many tiles.
    Pan(i32, i32),
    /// Switches between the plain board and the contents of each cell in words.
    Look,
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
    const fn command(self) -> Option<Command> {
        Some(match self {
            BoardAction::Pause => Command::Pause,
            BoardAction::Faster => Command::Faster,
            BoardAction::Slower => Command::Slower,
            BoardAction::Step => Command::Step,
            BoardAction::Restart => Command::Restart,
            BoardAction::ExplodeAll => Command::ExplodeAll,
            BoardAction::ZoomIn => Command::ZoomIn,
            BoardAction::ZoomOut => Command::ZoomOut,
            BoardAction::Fit => Command::Fit,
            BoardAction::Look => Command::Look,
            BoardAction::Help => Command::Help,
            BoardAction::Leave => Command::Leave,
            BoardAction::Drop => Command::Drop,
            BoardAction::Select(_) | BoardAction::Pan(..) | BoardAction::MoveCursor(..) => return None,
        })
    }
}

/// Logical pixels.
const GAP: f32 = 6.0;
const ABILITY: f32 = 52.0;
/// Around the words of a button.
const PADDING: f32 = 9.0;

/// Everything to click: abilities down the side, time and view along the bottom.
pub fn buttons(attempt: &Attempt, context: &Context) -> Vec<Button<BoardAction>> {
    let mut buttons = abilities(attempt, &context.layout);
    buttons.extend(controls(attempt, context));
    buttons
}

fn abilities(attempt: &Attempt, layout: &Layout) -> Vec<Button<BoardAction>> {
    let world = attempt.world();
    let (gap, top) = (layout.px(GAP), layout.px(TOP_BAR));
    let room = layout.frame().height - top - layout.px(BOTTOM_BAR) - gap;
    let height = layout.px(ABILITY).min(room / (offered(world).count() as i32).max(1) - gap).max(1);
    (0..)
        .zip(offered(world))
        .map(|(row, ability)| {
            let left = world.tokens(ability).unwrap_or(0);
            let state = if attempt.ability == Some(ability) {
                ButtonState::Selected
            } else if left == 0 {
                ButtonState::Disabled
            } else {
                ButtonState::Normal
            };
            Button {
                rect: Rect::new(gap, top + gap + row * (height + gap), layout.px(SIDE_BAR) - 2 * gap, height),
                face: Face::Picture(Sprite::still(token_picture(ability)), left.to_string().into()),
                action: BoardAction::Select(ability),
                state,
            }
        })
        .collect()
}

fn controls(attempt: &Attempt, context: &Context) -> Vec<Button<BoardAction>> {
    let (layout, texts) = (&context.layout, context.texts());
    let icon = |picture: Picture| Face::Icon(Sprite::still(picture));
    let slower = Sprite { facing: Facing::Left, ..Sprite::still(Picture::IconFast) };
    let paused = attempt.playback.paused;
    let faces = [
        (Face::Picture(Sprite::still(Picture::IconBack), texts.levels.into()), BoardAction::Leave),
        (Face::Picture(Sprite::still(Picture::IconRestart), texts.restart.into()), BoardAction::Restart),
        (icon(if paused { Picture::IconPlay } else { Picture::IconPause }), BoardAction::Pause),
        (icon(Picture::IconNext), BoardAction::Step),
        (Face::Icon(slower), BoardAction::Slower),
        (icon(Picture::IconFast), BoardAction::Faster),
        (icon(Picture::IconZoomOut), BoardAction::ZoomOut),
        (icon(Picture::IconZoomIn), BoardAction::ZoomIn),
        (Face::Words(texts.fit.into()), BoardAction::Fit),
        (Face::Words(texts.inspect.into()), BoardAction::Look),
        (Face::Picture(Sprite::still(Picture::IconExplodeAll), texts.explode_all.into()), BoardAction::ExplodeAll),
        (Face::Words("?".into()), BoardAction::Help),
    ];
    let gap = layout.px(GAP);
    let (top, height) = (layout.frame().height - layout.px(BOTTOM_BAR) + gap, layout.px(BOTTOM_BAR) - 2 * gap);
    let mut x = gap;
    faces
        .into_iter()
        .map(|(face, action)| {
            let rect = Rect::new(x, top, face_width(&face, height, layout), height);
            x = rect.right() + gap;
            let state = ButtonState::selected_if(action == BoardAction::Pause && paused);
            Button { rect, face, action, state }
        })
        .collect()
}

/// The width of a button of this height that shows all of its face.
fn face_width(face: &Face, height: i32, layout: &Layout) -> i32 {
    let words = |words: &str| text_width(words, layout.size(BUTTON_TEXT)).ceil() as i32 + 2 * layout.px(PADDING);
    match face {
        Face::Blank | Face::Icon(_) => height,
        Face::Words(shown) => words(shown),
        Face::Picture(_, shown) => height + words(shown),
    }
}

/// Right of the buttons: what is in the cell that the pointer or the cursor is on, or what the button under the pointer does.
fn draw_pointed(attempt: &Attempt, target: Option<Cell>, context: &Context, items: &mut Vec<Item>) {
    let layout = &context.layout;
    let frame = layout.frame();
    let controls = controls(attempt, context);
    let words = match (target, hit(&controls, layout.pointer())) {
        (_, Some(action)) => tooltip(action, context),
        (Some(cell), None) => {
            let mut words = vec![Cow::from(format!("{}, {}", cell.x, cell.y))];
            words.extend(cell_words::in_cell(attempt.world(), cell, context.texts()));
            words.join(": ")
        }
        (None, None) => return,
    };
    let left = controls.last().map_or(0, |button| button.rect.right()) + layout.px(12.0);
    let top = frame.height - layout.px(BOTTOM_BAR);
    let rect = Rect::new(left, top, frame.width - left - layout.px(10.0), layout.px(BOTTOM_BAR));
    if rect.width > layout.px(60.0) {
        items.push(text(words, rect, layout.size(SMALL_TEXT), Align::Right, palette::INK));
    }
}

/// What a button does, and the key for it.
fn tooltip(action: BoardAction, context: &Context) -> String {
    let Some(command) = action.command() else { return String::new() };
    let words = (context.texts().command)(command);
    match context.settings().keys.keys(command).first() {
        Some(key) => format!("{words} ({})", context.key_name(*key)),
        None => words.to_owned(),
    }
}

/// The bars' own ground, their buttons, and the line at the top.
pub fn draw_bars(attempt: &Attempt, target: Option<Cell>, context: &Context, items: &mut Vec<Item>) {
    let layout = &context.layout;
    let (frame, board) = (layout.frame(), board_window(layout));
    for rect in [
        Rect::new(0, 0, frame.width, board.y),
        Rect::new(0, board.y, board.x, frame.height - board.y),
        Rect::new(board.x, board.bottom(), board.width, frame.height - board.bottom()),
    ] {
        items.push(Item::Fill { rect, color: palette::PANEL });
    }
    draw_pointed(attempt, target, context, items);
    draw_status(attempt, context, items);
    draw_buttons(&buttons(attempt, context), layout, items);
}

/// The level's name, and how it is going.
fn draw_status(attempt: &Attempt, context: &Context, items: &mut Vec<Item>) {
    let (layout, texts, world) = (&context.layout, context.texts(), attempt.world());
    let frame = layout.frame();
    let line = |from: f32, to: f32| {
        let (left, right) = (frame.width as f32 * from, frame.width as f32 * to);
        Rect::new(left as i32, 0, ((right - left) as i32).max(1), layout.px(TOP_BAR))
    };
    let size = layout.size(27.0);
    let mut say = |words: String, from, to, align, color| {
        items.push(text(words, line(from, to), size, align, color));
    };
    let name = context.words_of(&attempt.chosen).name.to_owned();
    say(name, 0.01, 0.34, Align::Left, palette::INK);
    say((texts.out)(world.out()), 0.34, 0.43, Align::Centre, palette::INK);
    say((texts.waiting)(world.waiting()), 0.43, 0.55, Align::Centre, palette::INK);
    let enough = world.saved() >= world.to_save();
    let saved = if enough { layout.palette().good() } else { palette::INK };
    say((texts.saved)(world.saved(), world.to_save()), 0.55, 0.71, Align::Centre, saved);
    say((texts.step)(attempt.timeline.step()), 0.71, 0.81, Align::Centre, palette::FAINT_INK);
    say((texts.speed)(attempt.playback.speed_name()), 0.81, 0.9, Align::Centre, palette::FAINT_INK);
    say((texts.zoom)(attempt.framing.camera().tile()), 0.9, 0.99, Align::Right, palette::FAINT_INK);
}
