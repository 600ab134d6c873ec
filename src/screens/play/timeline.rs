//! The timeline under the board: where the play is, and the ways to other moments of it.

use super::bars::BoardAction;
use crate::level::At;
use crate::look::palette;
use crate::play::{Branch, Fate, Timeline};
use crate::scene::{Item, Facing, Picture, Point, Rect, Sprite, TimeBar, TimeLane, TimeMark, draw_time_bar};
use crate::screens::attempt::{Attempt, BOTTOM_BAR, TIME_BAR, TimeAction, board_window};
use crate::screens::context::Context;
use crate::sim::{Order, Outcome};
use crate::ui::{BUTTON_TEXT, Button, ButtonState, Face, Layout};
use crate::look::text_width;

/// Logical pixels.
const GAP: f32 = 5.0;
const PADDING: f32 = 7.0;
const BETWEEN: f32 = 16.0;

/// The bar is at least so many steps long, and always by so much longer than what was played.
const SHORTEST: u32 = 100;
const MARGIN: f32 = 1.15;

/// Steps for a notch of the wheel over the bar.
pub const WHEEL_STEPS: f32 = 5.0;

/// Whether the present is being dragged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scrub {
    #[default]
    Idle,
    Held,
}

/// The strip between the board and the bottom bar.
fn strip(layout: &Layout) -> Rect {
    let (board, frame) = (board_window(layout), layout.frame());
    let height = layout.px(TIME_BAR);
    Rect::new(board.x, frame.height - layout.px(BOTTOM_BAR) - height, board.width, height)
}

/// The buttons: back on the left side of the bar, and forth on its right.
pub fn buttons(attempt: &Attempt, context: &Context) -> Vec<Button<BoardAction>> {
    let (layout, texts, strip) = (&context.layout, &context.texts().time, strip(&context.layout));
    let timeline = &attempt.timeline;
    let (gap, height) = (layout.px(GAP), strip.height - 2 * layout.px(GAP));
    let enabled_if = |enabled| if enabled { ButtonState::Normal } else { ButtonState::Disabled };
    let step_back = Sprite { facing: Facing::Left, ..Sprite::still(Picture::IconNext) };
    let back = [
        (Face::Words(texts.undo.into()), BoardAction::Time(TimeAction::Undo), timeline.can_undo()),
        (Face::Icon(step_back), BoardAction::Time(TimeAction::StepBack), timeline.step() > 0),
    ];
    let forth = [
        (Face::Words(texts.redo.into()), BoardAction::Time(TimeAction::Redo), timeline.can_redo()),
        (Face::Words(texts.other_way.into()), BoardAction::Time(TimeAction::OtherWay), !timeline.left().is_empty()),
        (Face::Words(texts.share.into()), BoardAction::Share, timeline.step() > 0),
        (Face::Words(texts.keep.into()), BoardAction::KeepSolution, timeline.step() > 0),
        (Face::Words(texts.film.into()), BoardAction::Film, timeline.step() > 0),
    ];
    let width = |face: &Face| match face {
        Face::Words(words) => (text_width(words, layout.size(BUTTON_TEXT)).ceil() as i32 + 2 * layout.px(PADDING)).max(height),
        _ => height,
    };
    let forth_width: i32 = forth.iter().map(|(face, ..)| width(face) + gap).sum();
    let mut buttons = Vec::new();
    for (mut x, side) in [(strip.x + gap, &back[..]), (strip.right() - forth_width, &forth[..])] {
        for (face, action, is_enabled) in side {
            let rect = Rect::new(x, strip.y + gap, width(face), height);
            x = rect.right() + gap;
            buttons.push(Button { rect, face: face.clone(), action: *action, state: enabled_if(*is_enabled) });
        }
    }
    buttons
}

/// The bar itself, between the buttons.
fn bar(attempt: &Attempt, context: &Context) -> TimeBar {
    let (layout, strip) = (&context.layout, strip(&context.layout));
    let buttons = buttons(attempt, context);
    let is_back = |button: &&Button<BoardAction>| {
        matches!(button.action, BoardAction::Time(TimeAction::Undo | TimeAction::StepBack))
    };
    let (back, forth): (Vec<&Button<BoardAction>>, Vec<&Button<BoardAction>>) = buttons.iter().partition(is_back);
    let left = back.iter().map(|button| button.rect.right()).max().unwrap_or(strip.x);
    let right = forth.iter().map(|button| button.rect.x).min().unwrap_or(strip.right());
    let between = layout.px(BETWEEN);
    let rect = Rect::new(left + between, strip.y + layout.px(2.0), (right - left - 2 * between).max(1), strip.height - layout.px(4.0));
    TimeBar { rect, last: last_step(&attempt.timeline) }
}

/// The step at the right end: some way beyond all that was played and is to come. It grows in strides, so that the bar does
/// not shrink all the time.
fn last_step(timeline: &Timeline) -> u32 {
    let known = |branch: &Branch| branch.orders().last().map_or(0, |at| at.step).max(branch.reach());
    let known = timeline.left().iter().map(known).chain([known(timeline.branch())]).max().unwrap_or(0);
    let mut last = SHORTEST;
    while (last as f32) < known as f32 * MARGIN {
        last += last / 2;
    }
    last
}

/// The step under a point of the frame, if the bar is there.
pub fn step_at(attempt: &Attempt, point: Point, context: &Context) -> Option<u32> {
    let bar = bar(attempt, context);
    let margin = context.layout.px(BETWEEN) - 1;
    let grasped = Rect::new(bar.rect.x - margin, bar.rect.y, bar.rect.width + 2 * margin, bar.rect.height);
    grasped.contains(point).then(|| bar.step(point))
}

/// The step that a drag has come to, wherever the pointer is.
pub fn step_beside(attempt: &Attempt, point: Point, context: &Context) -> u32 {
    bar(attempt, context).step(point)
}

/// The strip without its buttons.
pub fn draw_timeline(attempt: &Attempt, context: &Context, items: &mut Vec<Item>) {
    let timeline = &attempt.timeline;
    items.push(Item::Fill { rect: strip(&context.layout), color: palette::PANEL });
    let lane = lane(timeline.branch(), 0);
    let left = timeline.left().iter().map(|left| self::lane(left, timeline.branch().fork(left)));
    let left: Vec<TimeLane> = left.collect();
    draw_time_bar(bar(attempt, context), timeline.step(), &lane, &left, context.layout.palette(), items);
}

fn lane(branch: &Branch, from: u32) -> TimeLane {
    let flag = |at: &At| match at.order {
        Order::Place(ability, _) => (at.step, Some(ability)),
        Order::ExplodeAll => (at.step, None),
    };
    let mark = |fate| match fate {
        Fate::Saved => TimeMark::Good,
        Fate::Died => TimeMark::Bad,
    };
    TimeLane {
        from: from.min(branch.reach()),
        reach: branch.reach(),
        flags: branch.orders().iter().map(flag).collect(),
        marks: branch.marks().iter().map(|marked| (marked.step, mark(marked.fate))).collect(),
        end: branch.end().map(|end| if end == Outcome::Won { TimeMark::Good } else { TimeMark::Bad }),
    }
}
