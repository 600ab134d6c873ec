//! The list of levels, set by set, each with a small picture of its board.

use std::borrow::Cow;
use std::ops::ControlFlow;
use std::sync::LazyLock;

use super::button::{BUTTON_TEXT, Button, Face, Look, SMALL_TEXT, draw_buttons, hit, text};
use super::input::{self, Input, Key};
use super::intro::Intro;
use super::session::{LevelId, Session, all_levels, chosen};
use super::title::Title;
use super::{Next, Screen};
use crate::level;
use crate::look::palette;
use crate::scene::{Align, Camera, Item, Picture, Point, Rect, Sprite, draw_board};
use crate::sim::World;

/// All levels as cards; one of them is in focus.
#[derive(Debug, Clone)]
pub struct Pick {
    pub(super) session: Session,
    focus: LevelId,
    /// How far the list is scrolled up, in pixels.
    scroll: i32,
}

/// The world of each level as it begins, in the order of [`all_levels`].
static WORLDS: LazyLock<Vec<World>> =
    LazyLock::new(|| level::sets().iter().flat_map(|set| &set.levels).map(|entry| entry.level.world()).collect());

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Level(LevelId),
    Back,
}

/// Logical pixels.
const CARD: (f32, f32) = (284.0, 218.0);
const THUMBNAIL: f32 = 142.0;
const GAP: f32 = 16.0;
const HEADER: f32 = 76.0;
const SET_TITLE: f32 = 52.0;

impl Pick {
    /// The focus is on the first level that is not solved.
    pub fn new(session: Session) -> Pick {
        let first = LevelId { set: 0, level: 0 };
        let focus = session.first_unsolved().and_then(|chosen| chosen.id).unwrap_or(first);
        let mut pick = Pick { session, focus, scroll: 0 };
        pick.show_focus();
        pick
    }

    pub(super) fn turn(mut self, input: Input) -> Next {
        match input {
            Input::Release(input::Button::Primary) => {
                if let Some(choice) = hit(&self.buttons(), self.session.pointer()) {
                    return self.choose(choice);
                }
            }
            Input::Wheel(notches) => self.scroll_by(-(notches * self.session.size(80.0)) as i32),
            Input::Resize { .. } => self.show_focus(),
            Input::Key(Key::Escape | Key::Backspace) => return self.choose(Choice::Back),
            Input::Key(Key::Enter | Key::Space) => {
                let focus = self.focus;
                return self.choose(Choice::Level(focus));
            }
            Input::Key(Key::Left) => self.move_focus(-1),
            Input::Key(Key::Right | Key::Tab) => self.move_focus(1),
            Input::Key(Key::Up) => self.move_focus(-self.columns()),
            Input::Key(Key::Down) => self.move_focus(self.columns()),
            _ => {}
        }
        ControlFlow::Continue(Screen::Pick(self))
    }

    fn choose(self, choice: Choice) -> Next {
        ControlFlow::Continue(match choice {
            Choice::Level(id) => match chosen(id).filter(|_| self.session.is_open(id)) {
                Some(chosen) => Screen::intro(Intro::new(self.session, chosen)),
                None => Screen::Pick(self),
            },
            Choice::Back => Screen::Title(Title::new(self.session)),
        })
    }

    fn move_focus(&mut self, by: i32) {
        let ids = all_levels();
        let here = ids.iter().position(|id| *id == self.focus).unwrap_or(0) as i32;
        if let Some(id) = usize::try_from(here + by).ok().and_then(|place| ids.get(place)) {
            self.focus = *id;
            self.show_focus();
        }
    }

    fn scroll_by(&mut self, pixels: i32) {
        let bottom = self.cards().last().map_or(0, |card| card.rect.bottom() + self.scroll);
        let room = self.session.frame().height - self.session.px(GAP);
        self.scroll = (self.scroll + pixels).clamp(0, (bottom - room).max(0));
    }

    fn show_focus(&mut self) {
        let focus = self.focus;
        let Some(card) = self.cards().into_iter().find(|card| card.action == Choice::Level(focus)) else { return };
        let top = self.session.px(HEADER + SET_TITLE);
        let bottom = self.session.frame().height - self.session.px(GAP);
        if card.rect.y < top {
            self.scroll_by(card.rect.y - top);
        } else {
            self.scroll_by((card.rect.bottom() - bottom).max(0));
        }
    }

    fn columns(&self) -> i32 {
        let (card, gap) = (self.session.px(CARD.0), self.session.px(GAP));
        ((self.session.frame().width - gap) / (card + gap)).max(1)
    }

    /// Where each set's title stands.
    fn set_tops(&self) -> Vec<i32> {
        let (card, gap) = (self.session.px(CARD.1), self.session.px(GAP));
        let mut top = self.session.px(HEADER) - self.scroll;
        level::sets()
            .iter()
            .map(|set| {
                let here = top;
                let rows = (set.levels.len() as i32 + self.columns() - 1) / self.columns();
                top += self.session.px(SET_TITLE) + rows * (card + gap);
                here
            })
            .collect()
    }

    fn left(&self) -> i32 {
        let (card, gap) = (self.session.px(CARD.0), self.session.px(GAP));
        ((self.session.frame().width - self.columns() * (card + gap) + gap) / 2).max(gap)
    }

    fn cards(&self) -> Vec<Button<Choice>> {
        let (width, height) = (self.session.px(CARD.0), self.session.px(CARD.1));
        let gap = self.session.px(GAP);
        let tops = self.set_tops();
        let columns = self.columns();
        let card = |id: LevelId| {
            let place = id.level as i32;
            let look = if id == self.focus {
                Look::Chosen
            } else if self.session.is_open(id) {
                Look::Plain
            } else {
                Look::Spent
            };
            Button {
                rect: Rect::new(
                    self.left() + place % columns * (width + gap),
                    tops[id.set] + self.session.px(SET_TITLE) + place / columns * (height + gap),
                    width,
                    height,
                ),
                face: Face::Blank,
                action: Choice::Level(id),
                look,
            }
        };
        all_levels().into_iter().map(card).collect()
    }

    fn back(&self) -> Button<Choice> {
        let gap = self.session.px(14.0);
        Button {
            rect: Rect::new(gap, gap, self.session.px(100.0), self.session.px(44.0)),
            face: Face::Words(self.session.texts().back.into()),
            action: Choice::Back,
            look: Look::Plain,
        }
    }

    /// The header lies over the cards, so it comes first for clicks.
    fn buttons(&self) -> Vec<Button<Choice>> {
        let mut buttons = vec![self.back()];
        let header = self.session.px(HEADER);
        buttons.extend(self.cards().into_iter().filter(|card| card.rect.bottom() > header));
        buttons
    }

    pub(super) fn draw(&self, items: &mut Vec<Item>) {
        let session = &self.session;
        let frame = session.frame();
        let tile = session.px(48.0).clamp(16, 256) as u32;
        items.push(Item::Paper { rect: frame, origin: (0, -self.scroll), tile });
        for (set, top) in level::sets().iter().zip(self.set_tops()) {
            let rect = Rect::new(self.left(), top, frame.width, session.px(SET_TITLE));
            items.push(text(session.set_name(set), rect, session.size(32.0), Align::Left, palette::ACCENT));
        }
        let shown: Vec<_> =
            self.cards().into_iter().zip(WORLDS.iter()).filter(|(card, _)| self.is_in_sight(card.rect)).collect();
        for (card, world) in shown {
            draw_buttons(std::slice::from_ref(&card), session, items);
            if let Choice::Level(id) = card.action {
                self.draw_card(id, card.rect, world, items);
            }
        }

        let header = Rect::new(0, 0, frame.width, session.px(HEADER) - session.px(4.0));
        items.push(Item::Fill { rect: header, color: palette::PANEL });
        items.push(text(session.texts().choose_level, header, session.size(42.0), Align::Centre, palette::INK));
        draw_buttons(&[self.back()], session, items);
    }

    fn is_in_sight(&self, rect: Rect) -> bool {
        rect.bottom() > 0 && rect.y < self.session.frame().height
    }

    /// A small board, the name, and how the player has done.
    fn draw_card(&self, id: LevelId, card: Rect, world: &World, items: &mut Vec<Item>) {
        let session = &self.session;
        let inner = card.inset(session.px(8.0));
        let board = Rect::new(inner.x, inner.y, inner.width, session.px(THUMBNAIL));
        draw_board(world, &Camera::thumbnail(board, world.width(), world.height()), 0.0, items);

        let texts = session.texts();
        let best = session.best(id);
        let open = session.is_open(id);
        if !open {
            items.push(Item::Fill { rect: board, color: palette::VEIL });
        }
        let name = format!("{}  {}", id.level + 1, session.level_name(&level::sets()[id.set].levels[id.level]));
        let line =
            |y: f32, height: f32| Rect::new(inner.x, board.bottom() + session.px(y), inner.width, session.px(height));
        let ink = if open { palette::INK } else { palette::FAINT_INK };
        items.push(text(name, line(2.0, 32.0), session.size(BUTTON_TEXT), Align::Left, ink));
        let below = match best {
            Some(best) => (texts.best)(best.saved, &(texts.tokens)(best.tokens), best.steps).into(),
            None if open => (texts.to_do)(world.to_save(), world.num_rabbits()).into(),
            None => Cow::from(texts.shut),
        };
        let color = if best.is_some() { session.palette().good() } else { palette::FAINT_INK };
        items.push(text(below, line(34.0, 24.0), session.size(SMALL_TEXT), Align::Left, color));
        if best.is_some() {
            let tile = session.px(34.0).clamp(1, 256);
            let at = Point::new((inner.right() - tile) as f32, (inner.bottom() - tile) as f32);
            items.push(Item::Sprite { sprite: Sprite::still(Picture::Exit), at, tile: tile as u32, opacity: 255 });
        }
    }
}
