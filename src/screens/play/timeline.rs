//! The timeline under the board: where the play is, and the ways to other moments of it.

use super::board_action::BoardAction;
use crate::level::At;
use crate::look::palette;
use crate::play::{Branch, Fate, Timeline};
use crate::scene::{
    Facing, Item, Picture, Point, Rect, Sprite, TimeBar, TimeLane, Verdict, draw_stretch, draw_time_bar,
};
use crate::screens::attempt::{Attempt, BOTTOM_BAR, KeepAction, StretchEnd, TIME_BAR, TimeAction, board_window};
use crate::screens::context::Context;
use crate::sim::{Order, Outcome};
use crate::ui::{Button, ButtonState, Face, Layout, button_row};

/// Logical pixels.
const GAP: f32 = 5.0;
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
    let (back, forth) = sides(attempt, context);
    [back, forth].concat()
}

fn sides(attempt: &Attempt, context: &Context) -> (Vec<Button<BoardAction>>, Vec<Button<BoardAction>>) {
    let (layout, texts, strip) = (&context.layout, &context.texts().time, strip(&context.layout));
    let timeline = &attempt.timeline;
    let words = |words: &'static str| Face::Words(words.into());
    let enabled_if = |enabled| if enabled { ButtonState::Normal } else { ButtonState::Disabled };
    let step_back = Face::Icon(Sprite { facing: Facing::Left, ..Sprite::still(Picture::IconNext) });
    let has_steps = timeline.step() > 0;
    let back = [
        (words(texts.undo), BoardAction::Time(TimeAction::Undo), enabled_if(timeline.can_undo())),
        (step_back, BoardAction::Time(TimeAction::StepBack), enabled_if(has_steps)),
    ];
    let is_elsewhere = !timeline.left().is_empty();
    let forth = [
        (words(texts.redo), BoardAction::Time(TimeAction::Redo), enabled_if(timeline.can_redo())),
        (words(texts.other_way), BoardAction::Time(TimeAction::OtherWay), enabled_if(is_elsewhere)),
        (words(texts.share), BoardAction::Keep(KeepAction::Share), enabled_if(has_steps)),
        (words(texts.keep), BoardAction::Keep(KeepAction::Solution), enabled_if(has_steps)),
        (
            words(texts.film),
            BoardAction::Keep(KeepAction::Film),
            enabled_if(has_steps || attempt.marked_stretch().is_some()),
        ),
        (words("["), BoardAction::Mark(StretchEnd::From), ButtonState::Normal),
        (words("]"), BoardAction::Mark(StretchEnd::To), enabled_if(has_steps)),
    ];
    let (gap, height) = (layout.px(GAP), strip.height - 2 * layout.px(GAP));
    let row = |left, faces: Vec<_>| button_row(layout, (left, strip.y + gap), (height, gap), faces);
    let back = row(strip.x + gap, back.into());
    let mut forth = row(0, forth.into());
    let shift = strip.right() - gap - forth.last().map_or(0, |last| last.rect.right());
    forth.iter_mut().for_each(|button| button.rect.x += shift);
    (back, forth)
}

/// The bar itself, between the buttons.
fn bar(attempt: &Attempt, context: &Context) -> TimeBar {
    let (layout, strip) = (&context.layout, strip(&context.layout));
    let (back, forth) = sides(attempt, context);
    let left = back.last().map_or(strip.x, |button| button.rect.right());
    let right = forth.first().map_or(strip.right(), |button| button.rect.x);
    let between = layout.px(BETWEEN);
    let rect = Rect::new(
        left + between,
        strip.y + layout.px(2.0),
        (right - left - 2 * between).max(1),
        strip.height - layout.px(4.0),
    );
    TimeBar { rect, last: last_step(&attempt.timeline) }
}

/// The step at the right end: some way beyond all that was played and is to come. It grows in strides, so that the bar
/// does not shrink all the time.
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
    let bar = bar(attempt, context);
    if let Some(steps) = attempt.marked_stretch() {
        draw_stretch(bar, steps, items);
    }
    draw_time_bar(bar, timeline.step(), &lane, &left, context.layout.palette(), items);
}

fn lane(branch: &Branch, from: u32) -> TimeLane {
    let flag = |at: &At| match at.order {
        Order::Place(ability, _) => (at.step, Some(ability)),
        Order::ExplodeAll => (at.step, None),
    };
    let mark = |fate| match fate {
        Fate::Saved => Verdict::Good,
        Fate::Died => Verdict::Bad,
    };
    TimeLane {
        from: from.min(branch.reach()),
        reach: branch.reach(),
        flags: branch.orders().iter().map(flag).collect(),
        marks: branch.marks().iter().map(|marked| (marked.step, mark(marked.fate))).collect(),
        end: branch.end().map(|end| if end == Outcome::Won { Verdict::Good } else { Verdict::Bad }),
    }
}
