//! The help: every key and what it does, made from the player's bindings.

use super::context::Context;
use super::input::{Input, PointerButton};
use super::keys::{Command, Key, KeyContext, lines};
use super::scrolling;
use crate::look::palette;
use crate::scene::{Align, Item, Rect};
use crate::ui::{BUTTON_TEXT, Button, ButtonState, Page, SMALL_TEXT, draw_buttons, hit, text};

/// All keys, over the screen that comes back after it.
#[derive(Debug, Clone, Default)]
pub struct Help {
    page: Page,
}

/// Whether the help is still open after a turn.
#[derive(Debug, Clone)]
pub enum HelpTurn {
    Open(Help),
    Closed,
}

/// Logical pixels.
const COLUMN: f32 = 460.0;
const HEADING: f32 = 36.0;
const LINE: f32 = 27.0;
const KEYS: f32 = 144.0;
const GAP: f32 = 24.0;

/// One line of the help.
enum Line {
    Heading(&'static str),
    Keys(String, &'static str),
}

/// A line and its position on the page.
struct PlacedLine {
    x: i32,
    y: i32,
    height: i32,
    line: Line,
}

impl Help {
    pub fn turn(mut self, context: &Context, input: &Input) -> HelpTurn {
        let layout = &context.layout;
        match input {
            Input::Release(PointerButton::Primary) if hit(&buttons(context), layout.pointer()).is_some() => {
                return HelpTurn::Closed;
            }
            Input::Key(Key::Escape | Key::Backspace | Key::Enter | Key::Space) => return HelpTurn::Closed,
            _ => {
                let area = Page::area(layout, height(&placed(context)));
                scrolling::by_pointer_or_keys(area, &mut self.page.scroll, layout, layout.px(LINE), input);
            }
        }
        HelpTurn::Open(self)
    }

    pub fn draw(&self, context: &Context, items: &mut Vec<Item>) {
        let layout = &context.layout;
        self.page.draw_paper(layout, items);
        let lines = placed(context);
        let area = Page::area(layout, height(&lines));
        let width = area.beside_bar().width;
        let width = if has_two_columns(context) { width / 2 - layout.px(GAP) } else { width };
        for PlacedLine { x, y, height, line } in lines {
            let row = self.page.row(area, y, height);
            if !area.is_visible(row) {
                continue;
            }
            let row = Rect::new(row.x + x, row.y, width, height);
            match line {
                Line::Heading(words) => {
                    items.push(text(words, row, layout.size(BUTTON_TEXT), Align::Left, palette::ACCENT));
                }
                Line::Keys(keys, words) => {
                    let (left, gap) = (layout.px(KEYS), layout.px(10.0));
                    let size = layout.size(SMALL_TEXT + 1.0);
                    let rest = Rect::new(row.x + left + gap, row.y, (row.width - left - gap).max(1), row.height);
                    items.push(text(keys, Rect { width: left, ..row }, size, Align::Left, palette::INK));
                    items.push(text(words, rest, size, Align::Left, palette::FAINT_INK));
                }
            }
        }
        self.page.scroll.draw(area, layout, items);
        Page::draw_ends(layout, context.texts().help, below(context), items);
        draw_buttons(&buttons(context), layout, items);
    }
}

/// What stands below the heading.
fn below(context: &Context) -> String {
    let texts = context.texts();
    let unknown = if context.keycaps.is_empty() { texts.keys_unknown } else { "" };
    [texts.help_below, unknown].join(" ").trim_end().to_owned()
}

fn buttons(context: &Context) -> Vec<Button<()>> {
    Page::buttons(&context.layout, vec![((), context.texts().back, ButtonState::Selected)])
}

fn has_two_columns(context: &Context) -> bool {
    Page::window(&context.layout).width >= 2 * context.layout.px(COLUMN)
}

/// The lines in two parts, which are side by side where there is room: the board, and all else.
fn parts(context: &Context) -> [Vec<Line>; 2] {
    let (keys, texts) = (&context.settings().keys, context.texts());
    let fixed_names = |keys: &[Key]| keys.iter().map(|key| context.key_name(*key)).collect::<Vec<_>>().join(", ");
    let names = |line: &[Command]| {
        let of = |command: Command| keys.keys(command).into_iter().map(move |key| context.key_name_for(command, key));
        line.iter().copied().flat_map(of).collect::<Vec<_>>().join(", ")
    };
    let section = |key_context: KeyContext, fixed: &[(&[Key], &'static str)]| {
        let mut section = vec![Line::Heading((texts.key_context)(key_context))];
        section.extend(lines(key_context).filter_map(|line| {
            let names = names(line);
            (!names.is_empty()).then(|| Line::Keys(names, (texts.command)(line[0])))
        }));
        section.extend(fixed.iter().map(|(keys, words)| Line::Keys(fixed_names(keys), words)));
        section
    };
    let mut board = section(KeyContext::Board, &[(&[Key::Escape], (texts.command)(Command::Leave))]);
    board.push(Line::Heading(texts.with_the_mouse));
    board.extend(texts.mouse.map(|(what, does)| Line::Keys(what.to_owned(), does)));
    let mut others = section(
        KeyContext::Menu,
        &[
            (&[Key::Left, Key::Right, Key::Up, Key::Down], texts.keys_move),
            (&[Key::Enter, Key::Space], texts.keys_choose),
            (&[Key::Escape, Key::Backspace], texts.keys_back),
        ],
    );
    others.extend(section(KeyContext::Global, &[]));
    [board, others]
}

/// The height of all lines together.
fn height(lines: &[PlacedLine]) -> i32 {
    lines.iter().map(|placed| placed.y + placed.height).max().unwrap_or(0)
}

/// Each line with its position on the page.
fn placed(context: &Context) -> Vec<PlacedLine> {
    let layout = &context.layout;
    let beside = has_two_columns(context);
    let mut placed = Vec::new();
    let mut y = 0;
    for (column, part) in (0..).zip(parts(context)) {
        if beside {
            y = 0;
        }
        for line in part {
            let height = layout.px(if let Line::Heading(_) = line { HEADING } else { LINE });
            let x = if beside { column * Page::window(layout).width / 2 } else { 0 };
            placed.push(PlacedLine { x, y, height, line });
            y += height;
        }
    }
    placed
}
