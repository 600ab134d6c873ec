//! The list of shipped levels, set by set, each with a small picture of its board.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::context::Context;
use super::input::{Input, PointerButton};
use super::keys::Key;
use super::shipped::{LevelId, all_levels, chosen, entry};
use super::turn::{Route, Turn};
use crate::level;
use crate::look::palette;
use crate::scene::{Align, Camera, Item, Picture, Point, Rect, Sprite, draw_board};
use crate::sim::World;
use crate::ui::{BUTTON_TEXT, Button, ButtonState, Face, Layout, SMALL_TEXT, draw_buttons, hit, text};

/// All levels as cards; one of them is in focus.
#[derive(Debug, Clone)]
pub struct LevelList {
    focus: LevelId,
    /// How far the list is scrolled up, in pixels.
    scroll: i32,
}

/// The world of each level as it begins, in the order of [`all_levels`].
static WORLDS: LazyLock<Vec<World>> =
    LazyLock::new(|| level::sets().iter().flat_map(|set| &set.levels).map(|entry| entry.level.world()).collect());

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ListAction {
    Level(LevelId),
    Back,
}

/// Logical pixels.
const CARD: (f32, f32) = (284.0, 218.0);
const THUMBNAIL: f32 = 142.0;
const GAP: f32 = 16.0;
const HEADER: f32 = 76.0;
const SET_TITLE: f32 = 52.0;

impl LevelList {
    /// The focus is on the first level that is not won.
    pub fn new(context: &Context) -> LevelList {
        let first = LevelId { set: 0, level: 0 };
        let focus = context.profile.first_unsolved().and_then(|chosen| chosen.id).unwrap_or(first);
        let mut list = LevelList { focus, scroll: 0 };
        list.show_focus(context);
        list
    }

    pub fn turn(mut self, context: &mut Context, input: Input) -> Turn<LevelList> {
        match self.action_of(context, &input) {
            Some(ListAction::Level(id)) => match chosen(id).filter(|_| context.profile.is_open(id)) {
                Some(chosen) => Turn::go(Route::Intro(chosen)),
                None => Turn::stay(self),
            },
            Some(ListAction::Back) => Turn::go(Route::Title),
            None => {
                self.browse(context, &input);
                Turn::stay(self)
            }
        }
    }

    fn action_of(&self, context: &Context, input: &Input) -> Option<ListAction> {
        match input {
            Input::Release(PointerButton::Primary) => hit(&self.buttons(context), context.layout.pointer()),
            Input::Key(Key::Escape | Key::Backspace) => Some(ListAction::Back),
            Input::Key(Key::Enter | Key::Space) => Some(ListAction::Level(self.focus)),
            _ => None,
        }
    }

    /// Scrolls, or moves the focus.
    fn browse(&mut self, context: &Context, input: &Input) {
        let columns = columns(&context.layout);
        match input {
            Input::Wheel(notches) => self.scroll_by(context, context.layout.wheel(*notches)),
            Input::Resize { .. } => self.show_focus(context),
            Input::Key(Key::Left) => self.move_focus(context, -1),
            Input::Key(Key::Right | Key::Tab) => self.move_focus(context, 1),
            Input::Key(Key::Up) => self.move_focus(context, -columns),
            Input::Key(Key::Down) => self.move_focus(context, columns),
            _ => {}
        }
    }

    fn move_focus(&mut self, context: &Context, by: i32) {
        let ids = all_levels();
        let index = ids.iter().position(|id| *id == self.focus).unwrap_or(0) as i32;
        if let Some(id) = usize::try_from(index + by).ok().and_then(|index| ids.get(index)) {
            self.focus = *id;
            self.show_focus(context);
        }
    }

    fn scroll_by(&mut self, context: &Context, pixels: i32) {
        let layout = &context.layout;
        let bottom = self.cards(context).last().map_or(0, |card| card.rect.bottom() + self.scroll);
        let room = layout.frame().height - layout.px(GAP);
        self.scroll = self.scroll.saturating_add(pixels).clamp(0, (bottom - room).max(0));
    }

    fn show_focus(&mut self, context: &Context) {
        let (layout, focus) = (&context.layout, ListAction::Level(self.focus));
        let Some(card) = self.cards(context).into_iter().find(|card| card.action == focus) else { return };
        let (top, bottom) = (layout.px(HEADER + SET_TITLE), layout.frame().height - layout.px(GAP));
        let pixels = if card.rect.y < top { card.rect.y - top } else { (card.rect.bottom() - bottom).max(0) };
        self.scroll_by(context, pixels);
    }

    /// The upper edge of each set's title.
    fn set_tops(&self, layout: &Layout) -> Vec<i32> {
        let (card, gap) = (layout.px(CARD.1), layout.px(GAP));
        let mut top = layout.px(HEADER) - self.scroll;
        level::sets()
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
        items.push(Item::Paper { rect: frame, origin: (0, -self.scroll), tile });
        for (set, top) in level::sets().iter().zip(self.set_tops(layout)) {
            let rect = Rect::new(left(layout), top, frame.width, layout.px(SET_TITLE));
            items.push(text(context.set_name(set), rect, layout.size(32.0), Align::Left, palette::ACCENT));
        }
        let is_visible = |rect: Rect| rect.bottom() > 0 && rect.y < frame.height;
        let cards = self.cards(context).into_iter().zip(WORLDS.iter());
        for (card, world) in cards.filter(|(card, _)| is_visible(card.rect)) {
            draw_buttons(std::slice::from_ref(&card), layout, items);
            if let ListAction::Level(id) = card.action {
                draw_card(id, card.rect, world, context, items);
            }
        }

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

/// A small board, the name, and how the player has done.
fn draw_card(id: LevelId, card: Rect, world: &World, context: &Context, items: &mut Vec<Item>) {
    let (layout, texts, profile) = (&context.layout, context.texts(), &context.profile);
    let inner = card.inset(layout.px(8.0));
    let board = Rect::new(inner.x, inner.y, inner.width, layout.px(THUMBNAIL));
    draw_board(world, &Camera::thumbnail(board, world.width(), world.height()), 0.0, items);

    let (best, open) = (profile.best(id), profile.is_open(id));
    if !open {
        items.push(Item::Fill { rect: board, color: palette::VEIL });
    }
    let line = |y: f32, height: f32| Rect::new(inner.x, board.bottom() + layout.px(y), inner.width, layout.px(height));
    let ink = if open { palette::INK } else { palette::FAINT_INK };
    let name = format!("{}  {}", id.level + 1, entry(id).map_or("", |entry| context.level_name(entry)));
    items.push(text(name, line(2.0, 32.0), layout.size(BUTTON_TEXT), Align::Left, ink));
    let below = match best {
        Some(best) => (texts.best)(best.saved, &(texts.tokens)(best.tokens), best.steps).into(),
        None if open => (texts.to_do)(world.to_save(), world.num_rabbits()).into(),
        None => Cow::from(texts.locked),
    };
    let color = if best.is_some() { layout.palette().good() } else { palette::FAINT_INK };
    items.push(text(below, line(34.0, 24.0), layout.size(SMALL_TEXT), Align::Left, color));
    if best.is_some() {
        let tile = layout.px(34.0).clamp(1, 256);
        let at = Point::new((inner.right() - tile) as f32, (inner.bottom() - tile) as f32);
        items.push(Item::Sprite { sprite: Sprite::still(Picture::Exit), at, tile: tile as u32, opacity: 255 });
    }
}
