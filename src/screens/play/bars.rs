//! The bars around the board: what can be done, and how the level is going.

use super::board_action::BoardAction;
use super::cell_words::token_name;
use super::pointer_line::{cell_line, command_line, draw_pointer_line};
use super::status::{count_under_pointer, draw_status};
use super::timeline::{self, draw_timeline};
use crate::look::palette;
use crate::scene::{Facing, Item, Picture, Rect, Sight, Sprite, token_picture};
use crate::screens::attempt::{Attempt, BOTTOM_BAR, SIDE_BAR, TOP_BAR, ViewAction, board_window, offered};
use crate::screens::context::Context;
use crate::screens::keys::Command;
use crate::sim::{Cell, Refusal};
use crate::ui::{Button, ButtonState, Face, Layout, button_row, draw_buttons};

/// Logical pixels.
const GAP: f32 = 6.0;
const ABILITY: f32 = 66.0;

/// Everything to click: abilities down the side, time and view along the bottom, and the ways along the timeline.
pub fn buttons(attempt: &Attempt, context: &Context) -> Vec<Button<BoardAction>> {
    let mut buttons = abilities(attempt, context);
    buttons.extend(controls(attempt, context));
    buttons.extend(timeline::buttons(attempt, context));
    buttons
}

fn abilities(attempt: &Attempt, context: &Context) -> Vec<Button<BoardAction>> {
    let (layout, texts, world) = (&context.layout, context.texts(), attempt.world());
    let (gap, top) = (layout.px(GAP), layout.px(TOP_BAR));
    let room = layout.frame().height - top - layout.px(BOTTOM_BAR) - gap;
    let height = layout.px(ABILITY).min(room / (offered(world).count() as i32).max(1) - gap).max(1);
    (0..)
        .zip(offered(world).zip(Command::CHOICES))
        .map(|(row, (ability, choice))| {
            let left = world.tokens(ability).unwrap_or(0);
            let key = context.settings().keys.keys(*choice).first().map(|key| context.key_name(*key));
            let state = if attempt.ability == Some(ability) {
                ButtonState::Selected
            } else if left == 0 {
                ButtonState::Disabled
            } else {
                ButtonState::Normal
            };
            Button {
                rect: Rect::new(gap, top + gap + row * (height + gap), layout.px(SIDE_BAR) - 2 * gap, height),
                face: Face::Captioned {
                    picture: Sprite::still(token_picture(ability)),
                    words: token_count(left).into(),
                    caption: token_name(ability, texts),
                    key: key.unwrap_or_default().into(),
                },
                action: BoardAction::Select(ability),
                state,
            }
        })
        .collect()
}

/// How many tokens are left; a negative number is endless.
pub fn token_count(left: i32) -> String {
    if left < 0 { "∞".to_owned() } else { format!("×{left}") }
}

fn controls(attempt: &Attempt, context: &Context) -> Vec<Button<BoardAction>> {
    let (layout, texts) = (&context.layout, context.texts());
    let icon = |picture: Picture| Face::Icon(Sprite::still(picture));
    let slower = Sprite { facing: Facing::Left, ..Sprite::still(Picture::IconFast) };
    let paused = attempt.playback.paused;
    let time = [
        (Face::Picture(Sprite::still(Picture::IconBack), texts.levels.into()), BoardAction::Leave),
        (Face::Picture(Sprite::still(Picture::IconRestart), texts.restart.into()), BoardAction::Restart),
        (icon(if paused { Picture::IconPlay } else { Picture::IconPause }), BoardAction::Pause),
        (icon(Picture::IconNext), BoardAction::Step),
        (Face::Icon(slower), BoardAction::Slower),
        (icon(Picture::IconFast), BoardAction::Faster),
    ];
    let view = view_faces(context).map(|(face, action)| (face, BoardAction::View(action)));
    let level = [
        (Face::Words(texts.hint.into()), BoardAction::Hint),
        (Face::Picture(Sprite::still(Picture::IconExplodeAll), texts.explode_all.into()), BoardAction::ExplodeAll),
        (Face::Words("?".into()), BoardAction::Help),
    ];
    let gap = layout.px(GAP);
    let (top, height) = (layout.frame().height - layout.px(BOTTOM_BAR) + gap, layout.px(BOTTOM_BAR) - 2 * gap);
    let faces = time.into_iter().chain(view).chain(level);
    let holds = |action| match action {
        BoardAction::Pause => paused,
        BoardAction::View(ViewAction::Look) => attempt.sight == Sight::Contents,
        _ => false,
    };
    button_row(
        layout,
        (gap, top),
        (height, gap),
        faces.map(|(face, action)| (face, action, ButtonState::selected_if(holds(action)))),
    )
}

/// The buttons that change only how the board is looked at, in a bar of their own along the bottom.
pub fn view_buttons(context: &Context) -> Vec<Button<ViewAction>> {
    let layout = &context.layout;
    let (gap, height) = (layout.px(GAP), layout.px(BOTTOM_BAR));
    let faces = view_faces(context).map(|(face, action)| (face, action, ButtonState::Normal));
    button_row(layout, (gap, layout.frame().height - height + gap), (height - 2 * gap, gap), faces)
}

fn view_faces(context: &Context) -> [(Face, ViewAction); 4] {
    let texts = context.texts();
    [
        (Face::Icon(Sprite::still(Picture::IconZoomOut)), ViewAction::ZoomOut),
        (Face::Icon(Sprite::still(Picture::IconZoomIn)), ViewAction::ZoomIn),
        (Face::Picture(Sprite::still(Picture::IconFit), texts.fit.into()), ViewAction::Fit),
        (Face::Picture(Sprite::still(Picture::IconLook), texts.inspect.into()), ViewAction::Look),
    ]
}

/// Right of the buttons: what the button under the pointer does, what the count under it means, or what is in the cell
/// that the pointer or the cursor is on.
fn draw_pointed(
    attempt: &Attempt,
    target: Option<Cell>,
    buttons: &[Button<BoardAction>],
    layout: &Layout,
    context: &Context,
    items: &mut Vec<Item>,
) {
    let is_pointed =
        |button: &&Button<BoardAction>| layout.pointer().is_some_and(|pointer| button.rect.contains(pointer));
    let words = match (buttons.iter().find(is_pointed), count_under_pointer(attempt, context), target) {
        (Some(button), ..) => tooltip(button.action, attempt, context),
        (None, Some(words), _) => words,
        (None, None, Some(cell)) => cell_line(attempt.world(), cell, context),
        (None, None, None) => return,
    };
    let (frame, height) = (layout.frame(), layout.px(BOTTOM_BAR));
    let bar = Rect::new(0, frame.height - height, frame.width, height);
    let buttons_end = controls(attempt, context).last().map_or(0, |button| button.rect.right());
    draw_pointer_line(&words, bar, buttons_end, layout, items);
}

/// What a button does, and the key for it.
fn tooltip(action: BoardAction, attempt: &Attempt, context: &Context) -> String {
    if let BoardAction::Select(ability) = action {
        let (texts, left) = (context.texts(), attempt.world().tokens(ability));
        let words = if left == Some(0) { (texts.refusal)(Refusal::NoneLeft) } else { (texts.ability)(ability) };
        return format!("{}: {words}", token_name(ability, texts));
    }
    action.command().map(|command| command_line(command, context)).unwrap_or_default()
}

/// The bars' own ground, their buttons, and the line at the top, in this layout.
pub fn draw_bars(attempt: &Attempt, target: Option<Cell>, layout: &Layout, context: &Context, items: &mut Vec<Item>) {
    let (frame, board) = (layout.frame(), board_window(layout));
    for rect in [
        Rect::new(0, 0, frame.width, board.y),
        Rect::new(0, board.y, board.x, frame.height - board.y),
        Rect::new(board.x, board.bottom(), frame.width - board.x, frame.height - board.bottom()),
        Rect::new(board.right(), board.y, frame.width - board.right(), board.height),
    ] {
        items.push(Item::Fill { rect, color: palette::PANEL });
    }
    let buttons = buttons(attempt, context);
    draw_pointed(attempt, target, &buttons, layout, context, items);
    draw_status(attempt, context, items);
    draw_timeline(attempt, context, items);
    draw_buttons(&buttons, layout, items);
}
