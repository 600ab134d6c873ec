//! The list of shipped levels, set by set, each with a small picture of its board.

use super::context::Context;
use super::input::{Input, PointerButton};
use super::keys::Key;
use super::level_card::draw_card;
use super::scrolling;
use super::shipped::{LevelId, all_levels, chosen};
use super::title::TitleChoice;
use super::turn::{Route, Turn};
use crate::level;
use crate::look::palette;
use crate::scene::{Align, Item, Rect, Wash};
use crate::ui::{Button, ButtonState, Face, Layout, Scroll, ScrollArea, draw_buttons, hit, text};

/// All levels as cards; one of them is in focus.
#[derive(Debug, Clone)]
pub struct LevelList {
    focus: LevelId,
    scroll: Scroll,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ListAction {
    Level(LevelId),
    Back,
}

/// Logical pixels.
const CARD: (f32, f32) = (284.0, 218.0);
const GAP: f32 = 16.0;
const HEADER: f32 = 76.0;
const SET_TITLE: f32 = 52.0;

/// Rows of cards that a page key moves by.
const PAGE: i32 = 3;

impl LevelList {
    /// The focus is on this level; without one, on the first that is not won.
    pub fn new(context: &Context, at: Option<LevelId>) -> LevelList {
        let first = LevelId { set: 0, level: 0 };
        let unsolved = || context.profile.first_unsolved().and_then(|chosen| chosen.id);
        let focus = at.or_else(unsolved).unwrap_or(first);
        let mut list = LevelList { focus, scroll: Scroll::default() };
        list.show_focus(context);
        list
    }

    pub fn turn(mut self, context: &mut Context, input: Input) -> Turn<LevelList> {
        match self.action_of(context, &input) {
            Some(ListAction::Level(id)) => match chosen(id).filter(|_| context.profile.is_open(id)) {
                Some(chosen) => Turn::go(Route::Intro(chosen)),
                None => Turn::stay(self),
            },
            Some(ListAction::Back) => Turn::go(Route::Title(TitleChoice::Levels)),
            None => {
                self.browse(context, &input);
                Turn::stay(self)
            }
        }
    }

    fn action_of(&self, context: &Context, input: &Input) -> Option<ListAction> {
        match input {
            Input::Release(PointerButton::Primary) if self.scroll.is_dragged() => None,
            Input::Release(PointerButton::Primary) => hit(&self.buttons(context), context.layout.pointer()),
            Input::Key(Key::Escape | Key::Backspace) => Some(ListAction::Back),
            Input::Key(Key::Enter | Key::Space) => Some(ListAction::Level(self.focus)),
            _ => None,
        }
    }

    /// Scrolls, or moves the focus.
    fn browse(&mut self, context: &Context, input: &Input) {
        let (ids, columns) = (all_levels(), columns(&context.layout));
        let here = ids.iter().position(|id| *id == self.focus).unwrap_or(0) as i32;
        match input {
            Input::Resize { .. } => self.show_focus(context),
            Input::PointerMoved(_) if !self.scroll.is_dragged() => self.follow_pointer(context),
            Input::Key(Key::Home) => self.focus_on(context, 0),
            Input::Key(Key::End) => self.focus_on(context, i32::MAX),
            Input::Key(Key::PageUp) => self.focus_on(context, here - columns * PAGE),
            Input::Key(Key::PageDown) => self.focus_on(context, here + columns * PAGE),
            Input::Key(Key::Left) => self.focus_on(context, here - 1),
            Input::Key(Key::Right | Key::Tab) => self.focus_on(context, here + 1),
            Input::Key(Key::Up) if here >= columns => self.focus_on(context, here - columns),
            Input::Key(Key::Down) if here + columns < ids.len() as i32 => self.focus_on(context, here + columns),
            _ => scrolling::by_pointer(self.area(context), &mut self.scroll, &context.layout, input),
        }
    }

    /// The level of this index is in focus, or the nearest one.
    fn focus_on(&mut self, context: &Context, index: i32) {
        let ids = all_levels();
        self.focus = ids[index.clamp(0, ids.len() as i32 - 1) as usize];
        self.show_focus(context);
    }

    /// The card under the pointer is in focus, so that one card is lit and not two.
    fn follow_pointer(&mut self, context: &Context) {
        if let Some(ListAction::Level(id)) = hit(&self.buttons(context), context.layout.pointer()) {
            self.focus = id;
        }
    }

    /// The part of the frame below the header, and the cards with a gap below the last one.
    fn area(&self, context: &Context) -> ScrollArea {
        let layout = &context.layout;
        let (frame, header) = (layout.frame(), layout.px(HEADER));
        let window = Rect::new(0, header, frame.width, (frame.height - header).max(1));
        let bottom = self.cards(context).last().map_or(0, |card| card.rect.bottom() + self.scroll.offset());
        ScrollArea::new(layout, window, bottom + layout.px(GAP) - header)
    }

    /// The title of a set becomes visible with its first cards.
    fn show_focus(&mut self, context: &Context) {
        let (layout, focus) = (&context.layout, ListAction::Level(self.focus));
        let Some(card) = self.cards(context).into_iter().find(|card| card.action == focus) else { return };
        let (above, below) = (layout.px(SET_TITLE), layout.px(GAP));
        let rect = Rect { y: card.rect.y - above, height: above + card.rect.height + below, ..card.rect };
        self.scroll.show(self.area(context), rect);
    }

    /// The upper edge of each set's title.
    fn set_tops(&self, layout: &Layout) -> Vec<i32> {
        let (card, gap) = (layout.px(CARD.1), layout.px(GAP));
        let mut top = layout.px(HEADER) - self.scroll.offset();
        level::sets_to_play()
            .iter()
            .map(|set| {
                let here = top;
                let rows = (set.levels.len() as i32 + columns(layout) - 1) / columns(layout);
                top += layout.px(SET_TITLE) + rows * (card + gap);
                here
            })
            .collect()
    }

    fn cards(&self, context: &Context) -> Vec<Button<ListAction>> {
        let layout = &context.layout;
        let (width, height, gap) = (layout.px(CARD.0), layout.px(CARD.1), layout.px(GAP));
        let (tops, columns, left) = (self.set_tops(layout), columns(layout), left(layout));
        let card = |id: LevelId| {
            let index = id.level as i32;
            let state = if id == self.focus {
                ButtonState::Selected
            } else if context.profile.is_open(id) {
                ButtonState::Normal
            } else {
                ButtonState::Disabled
            };
            Button {
                rect: Rect::new(
                    left + index % columns * (width + gap),
                    tops[id.set] + layout.px(SET_TITLE) + index / columns * (height + gap),
                    width,
                    height,
                ),
                face: Face::Blank,
                action: ListAction::Level(id),
                state,
            }
        };
        all_levels().into_iter().map(card).collect()
    }

    /// The header covers cards, so it comes first for clicks.
    fn buttons(&self, context: &Context) -> Vec<Button<ListAction>> {
        let mut buttons = vec![back(context)];
        let header = context.layout.px(HEADER);
        buttons.extend(self.cards(context).into_iter().filter(|card| card.rect.bottom() > header));
        buttons
    }

    pub fn draw(&self, context: &Context, items: &mut Vec<Item>) {
        let layout = &context.layout;
        let frame = layout.frame();
        let tile = layout.px(48.0).clamp(16, 256) as u32;
        items.push(Item::Paper { rect: frame, origin: (0, -self.scroll.offset()), tile, wash: Wash::NONE });
        for (index, (set, top)) in level::sets_to_play().iter().zip(self.set_tops(layout)).enumerate() {
            let rect = Rect::new(left(layout), top, frame.width - 2 * left(layout), layout.px(SET_TITLE));
            items.push(text(context.set_name(set), rect, layout.size(32.0), Align::Left, palette::ACCENT));
            let (won, all) = (context.profile.won_in(index), set.levels.len());
            let color = if won == all { layout.palette().good() } else { palette::FAINT_INK };
            items.push(text((context.texts().set_progress)(won, all), rect, layout.size(24.0), Align::Right, color));
        }
        let is_visible = |rect: Rect| rect.bottom() > 0 && rect.y < frame.height;
        for card in self.cards(context).into_iter().filter(|card| is_visible(card.rect)) {
            draw_buttons(std::slice::from_ref(&card), layout, items);
            if let ListAction::Level(id) = card.action {
                draw_card(id, (card.rect, card.state), context, items);
            }
        }

        self.scroll.draw(self.area(context), layout, items);
        let header = Rect::new(0, 0, frame.width, layout.px(HEADER) - layout.px(4.0));
        items.push(Item::Fill { rect: header, color: palette::PANEL });
        items.push(text(context.texts().choose_level, header, layout.size(42.0), Align::Centre, palette::INK));
        draw_buttons(&[back(context)], layout, items);
    }
}

fn columns(layout: &Layout) -> i32 {
    let (card, gap) = (layout.px(CARD.0), layout.px(GAP));
    // In a frame of a few pixels a card is smaller than one.
    ((layout.frame().width - gap) / (card + gap).max(1)).max(1)
}

/// The left edge of the first column.
fn left(layout: &Layout) -> i32 {
    let (card, gap) = (layout.px(CARD.0), layout.px(GAP));
    ((layout.frame().width - columns(layout) * (card + gap) + gap) / 2).max(gap)
}

fn back(context: &Context) -> Button<ListAction> {
    let layout = &context.layout;
    let gap = layout.px(14.0);
    Button {
        rect: Rect::new(gap, gap, layout.px(100.0), layout.px(44.0)),
        face: Face::Words(context.texts().back.into()),
        action: ListAction::Back,
        state: ButtonState::Normal,
    }
}
