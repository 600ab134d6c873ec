//! The bars around the board: what can be done, and how things stand.

use std::borrow::Cow;

use super::button::{Button, Face, Look, SMALL_TEXT, text};
use super::play::Play;
use super::session::Session;
use super::words;
use crate::look::palette;
use crate::scene::{Align, Item, Rect, token_picture};
use crate::sim::{Ability, World};

/// What a button or key of the play screen does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    Choose(Ability),
    Pause,
    Faster,
    Slower,
    /// One step, then pause.
    Step,
    Restart,
    /// Asks first.
    ExplodeAll,
    ZoomIn,
    ZoomOut,
    Fit,
    /// Move the view by so many tiles.
    Pan(i32, i32),
    /// Switches between the plain board and the contents of each cell in words.
    Look,
    /// Moves the cursor of the keyboard by so many cells.
    Point(i32, i32),
    /// Drops a token where the pointer or the cursor is.
    Drop,
    /// All keys.
    Help,
    /// Back to the list of levels.
    Leave,
}

/// Heights and widths in logical pixels.
const TOP: f32 = 46.0;
const BOTTOM: f32 = 58.0;
const SIDE: f32 = 104.0;
const GAP: f32 = 6.0;
const ABILITY: f32 = 52.0;

/// The layout of the bars.
pub struct Bars;

impl Bars {
    /// The part of the frame that is left for the board.
    pub fn board(session: &Session) -> Rect {
        let frame = session.frame();
        let (side, top, bottom) = (session.px(SIDE), session.px(TOP), session.px(BOTTOM));
        Rect::new(side, top, (frame.width - side).max(1), (frame.height - top - bottom).max(1))
    }

    /// The abilities that the level offers, in the order of their keys.
    pub fn offered(world: &World) -> Vec<Ability> {
        Ability::ALL.into_iter().filter(|ability| world.tokens(*ability).is_some()).collect()
    }

    /// Everything to click: abilities down the side, time and view along the bottom.
    pub fn buttons(play: &Play) -> Vec<Button<Action>> {
        let mut buttons = Bars::abilities(play);
        buttons.extend(Bars::controls(play));
        buttons
    }

    fn abilities(play: &Play) -> Vec<Button<Action>> {
        let session = &play.session;
        let world = play.run.world();
        let (gap, top) = (session.px(GAP), session.px(TOP));
        let offered = Bars::offered(world);
        let room = session.frame().height - top - session.px(BOTTOM) - gap;
        let height = session.px(ABILITY).min(room / (offered.len() as i32).max(1) - gap).max(1);
        offered
            .into_iter()
            .enumerate()
            .map(|(place, ability)| {
                let left = world.tokens(ability).unwrap_or(0);
                let look = if play.ability == Some(ability) {
                    Look::Chosen
                } else if left == 0 {
                    Look::Spent
                } else {
                    Look::Plain
                };
                Button {
                    rect: Rect::new(gap, top + gap + place as i32 * (height + gap), session.px(SIDE) - 2 * gap, height),
                    face: Face::Picture(token_picture(ability), left.to_string().into()),
                    action: Action::Choose(ability),
                    look,
                }
            })
            .collect()
    }

    fn controls(play: &Play) -> Vec<Button<Action>> {
        let session = &play.session;
        let frame = session.frame();
        let gap = session.px(GAP);
        let (top, height) = (frame.height - session.px(BOTTOM) + gap, session.px(BOTTOM) - 2 * gap);
        let texts = session.texts();
        let pause = if play.paused { texts.go_on } else { texts.pause };
        let faces: [(&'static str, f32, Action); 12] = [
            (texts.levels, 92.0, Action::Leave),
            (texts.restart, 92.0, Action::Restart),
            (pause, 92.0, Action::Pause),
            (texts.one_step, 68.0, Action::Step),
            (texts.slower, 84.0, Action::Slower),
            (texts.faster, 84.0, Action::Faster),
            ("−", 52.0, Action::ZoomOut),
            ("+", 52.0, Action::ZoomIn),
            (texts.fit, 60.0, Action::Fit),
            (texts.look, 68.0, Action::Look),
            (texts.explode_all, 120.0, Action::ExplodeAll),
            ("?", 44.0, Action::Help),
        ];
        // On a narrow frame all of them shrink alike.
        let wanted: i32 = faces.iter().map(|(_, width, _)| session.px(*width) + gap).sum::<i32>() + gap;
        let shrink = (frame.width as f32 / wanted as f32).min(1.0);
        let mut x = gap;
        faces
            .into_iter()
            .map(|(words, width, action)| {
                let width = ((session.px(width) as f32 * shrink) as i32).max(1);
                let rect = Rect::new(x, top, width, height);
                x += width + ((gap as f32) * shrink) as i32;
                let chosen = action == Action::Pause && play.paused;
                let look = if chosen { Look::Chosen } else { Look::Plain };
                Button { rect, face: Face::Words(words.into()), action, look }
            })
            .collect()
    }

    /// Names what is in the cell that the pointer or the cursor is on.
    fn draw_target(play: &Play, items: &mut Vec<Item>) {
        let session = &play.session;
        let frame = session.frame();
        let Some(cell) = play.target() else { return };
        let mut words = vec![Cow::from(format!("{}, {}", cell.x, cell.y))];
        words.extend(words::in_cell(play.run.world(), cell, session.texts()));
        let controls = Bars::controls(play);
        let left = controls.last().map_or(0, |button| button.rect.right()) + session.px(12.0);
        let top = frame.height - session.px(BOTTOM);
        let rect = Rect::new(left, top, frame.width - left - session.px(10.0), session.px(BOTTOM));
        if rect.width > session.px(60.0) {
            items.push(text(words.join(": "), rect, session.size(SMALL_TEXT), Align::Right, palette::INK));
        }
    }

    /// The bars' own ground, and what stands on the upper one.
    pub fn draw(play: &Play, items: &mut Vec<Item>) {
        let session = &play.session;
        let frame = session.frame();
        let board = Bars::board(session);
        for rect in [
            Rect::new(0, 0, frame.width, board.y),
            Rect::new(0, board.y, board.x, frame.height - board.y),
            Rect::new(board.x, board.bottom(), board.width, frame.height - board.bottom()),
        ] {
            items.push(Item::Fill { rect, color: palette::PANEL });
        }

        Bars::draw_target(play, items);
        let world = play.run.world();
        let line = |from: f32, to: f32| {
            let (left, right) = (frame.width as f32 * from, frame.width as f32 * to);
            Rect::new(left as i32, 0, ((right - left) as i32).max(1), board.y)
        };
        let size = session.size(27.0);
        let texts = session.texts();
        let mut say = |words: String, from, to, align, color| {
            items.push(text(words, line(from, to), size, align, color));
        };
        let name = session.words_of(&play.chosen).name.to_owned();
        say(name, 0.01, 0.34, Align::Left, palette::INK);
        say((texts.out)(world.out()), 0.34, 0.43, Align::Centre, palette::INK);
        say((texts.waiting)(world.waiting()), 0.43, 0.55, Align::Centre, palette::INK);
        let enough = world.saved() >= world.to_save();
        let saved = if enough { session.palette().good() } else { palette::INK };
        say((texts.saved)(world.saved(), world.to_save()), 0.55, 0.71, Align::Centre, saved);
        say((texts.step)(play.run.step()), 0.71, 0.81, Align::Centre, palette::FAINT_INK);
        say((texts.speed)(play.speed_name()), 0.81, 0.9, Align::Centre, palette::FAINT_INK);
        say((texts.zoom)(play.view.tile()), 0.9, 0.99, Align::Right, palette::FAINT_INK);
    }
}
