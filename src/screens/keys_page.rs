//! The page on which keys are given to commands.

use super::context::Context;
use super::effect::Effect;
use super::input::{Input, PointerButton};
use super::keys::{Bindings, Command, Key, KeyContext};
use super::profile::Settings;
use super::scrolling;
use super::settings_row::SettingsRow;
use super::turn::{Route, Turn};
use crate::look::palette;
use crate::scene::{Align, Item, Rect};
use crate::ui::{
    BUTTON_TEXT, Button, ButtonState, Face, Focus, Layout, Page, SMALL_TEXT, ScrollArea, draw_buttons, hit, text,
};

/// All commands with their keys, one of them in focus.
#[derive(Debug, Clone, Default)]
pub struct KeysPage {
    page: Page,
    focus: Focus,
    /// Whether the next key is for the command in focus, whatever it means otherwise.
    listening: bool,
    /// The result of the last change, in words.
    message: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum KeysAction {
    Rebind(Command),
    Reset,
    Back,
}

/// What is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum KeysRow {
    Heading(KeyContext),
    Command(Command),
}

/// Logical pixels.
const HEADING: f32 = 44.0;
const ROW: f32 = 40.0;
const GAP: f32 = 4.0;
const PADDING: f32 = 14.0;

impl KeysPage {
    /// Whether the next key is for the command in focus.
    pub fn is_listening(&self) -> bool {
        self.listening
    }

    /// The command that waits for a key.
    pub fn waiting(&self) -> Option<Command> {
        match self.focused() {
            KeysAction::Rebind(command) if self.listening => Some(command),
            _ => None,
        }
    }

    pub fn turn(mut self, context: &mut Context, input: Input) -> Turn<KeysPage> {
        if let (true, Input::Key(key)) = (self.listening, &input) {
            let save = self.take_key(context, *key);
            return Turn::stay(self).with(save);
        }
        if let Input::Release(PointerButton::Primary) = input {
            self.listening = false;
        }
        match self.action_of(context, &input) {
            Some(action) => self.act(context, action),
            None => {
                self.browse(&context.layout, &input);
                Turn::stay(self)
            }
        }
    }

    fn action_of(&self, context: &Context, input: &Input) -> Option<KeysAction> {
        let layout = &context.layout;
        match input {
            Input::Release(PointerButton::Primary) if self.page.scroll.is_dragged() => None,
            Input::Release(PointerButton::Primary) => {
                let pointer = layout.pointer();
                let on_page = pointer.filter(|pointer| Page::window(layout).contains(*pointer));
                hit(&self.foot(context), pointer).or_else(|| hit(&self.buttons(layout), on_page))
            }
            Input::Key(Key::Enter | Key::Space) => Some(self.focused()),
            Input::Key(Key::Escape | Key::Backspace) => Some(KeysAction::Back),
            _ => None,
        }
    }

    /// Scrolls, or moves the focus.
    fn browse(&mut self, layout: &Layout, input: &Input) {
        match input {
            Input::Resize { .. } => self.move_focus(layout, 0),
            Input::Key(Key::Up) => self.move_focus(layout, -1),
            Input::Key(Key::Down | Key::Tab) => self.move_focus(layout, 1),
            Input::Key(Key::Home) => self.move_focus(layout, isize::MIN),
            Input::Key(Key::End) => self.move_focus(layout, isize::MAX),
            Input::Key(Key::PageUp) => self.move_focus(layout, -8),
            Input::Key(Key::PageDown) => self.move_focus(layout, 8),
            _ => scrolling::by_pointer(area(layout), &mut self.page.scroll, layout, input),
        }
    }

    fn act(mut self, context: &mut Context, action: KeysAction) -> Turn<KeysPage> {
        self.focus.move_to(&action, &actions());
        match action {
            KeysAction::Rebind(_) => {
                self.listening = true;
                self.message = None;
                Turn::stay(self)
            }
            KeysAction::Reset => {
                self.message = Some(context.texts().keys_reset.to_owned());
                let save = set_keys(context, Bindings::default());
                Turn::stay(self).with([save])
            }
            KeysAction::Back => Turn::go(Route::Settings(SettingsRow::Keys)),
        }
    }

    /// Takes the key that was waited for.
    fn take_key(&mut self, context: &mut Context, key: Key) -> Option<Effect> {
        self.listening = false;
        let KeysAction::Rebind(command) = self.focused() else { return None };
        if key == Key::Escape {
            return None;
        }
        let (texts, name) = (context.texts(), context.key_name_for(command, key));
        let mut keys = context.settings().keys.clone();
        self.message = Some(match keys.toggle(command, key).as_deref() {
            Err(_) => (texts.key_reserved)(&name),
            Ok(losers) => {
                let losers: Vec<String> = losers.iter().map(|loser| words(context, *loser)).collect();
                match (keys.keys(command).contains(&key), losers.is_empty()) {
                    (false, _) => (texts.key_removed)(&name),
                    (true, true) => (texts.key_added)(&name),
                    (true, false) => (texts.key_moved)(&name, &losers.join(", ")),
                }
            }
        });
        Some(set_keys(context, keys))
    }

    fn focused(&self) -> KeysAction {
        actions()[self.focus.index()]
    }

    fn move_focus(&mut self, layout: &Layout, by: isize) {
        self.focus.move_by(by, actions().len());
        let KeysAction::Rebind(command) = self.focused() else { return };
        let Some((y, _)) = rows(layout).into_iter().find(|(_, row)| *row == KeysRow::Command(command)) else { return };
        // The heading above the first command of a context becomes visible with it.
        let above = layout.px(HEADING).min(y);
        let rect = self.page.row(area(layout), y - above, layout.px(ROW) + above);
        self.page.scroll.show(area(layout), rect);
    }

    fn state(&self, action: KeysAction) -> ButtonState {
        ButtonState::selected_if(self.focused() == action)
    }

    fn foot(&self, context: &Context) -> Vec<Button<KeysAction>> {
        let texts = context.texts();
        let foot = [(KeysAction::Reset, texts.reset), (KeysAction::Back, texts.back)];
        Page::buttons(&context.layout, foot.map(|(action, words)| (action, words, self.state(action))).into())
    }

    /// The commands that are visible.
    fn buttons(&self, layout: &Layout) -> Vec<Button<KeysAction>> {
        let button = |(y, row)| {
            let KeysRow::Command(command) = row else { return None };
            let rect = self.page.row(area(layout), y, layout.px(ROW) - layout.px(GAP));
            let action = KeysAction::Rebind(command);
            let button = Button { rect, face: Face::Blank, action, state: self.state(action) };
            area(layout).is_visible(rect).then_some(button)
        };
        rows(layout).into_iter().filter_map(button).collect()
    }

    fn draw_command(&self, command: Command, button: Rect, context: &Context, items: &mut Vec<Item>) {
        let layout = &context.layout;
        let size = layout.size(SMALL_TEXT + 2.0);
        let gap = layout.px(PADDING);
        let left = Rect::new(button.x + gap, button.y, (button.width * 2 / 3 - gap).max(1), button.height);
        let right = Rect::new(left.right(), button.y, (button.right() - left.right() - gap).max(1), button.height);
        items.push(text(words(context, command), left, size, Align::Left, palette::INK));
        let bound = context.settings().keys.keys(command);
        let names: Vec<_> = bound.iter().map(|key| context.key_name_for(command, *key)).collect();
        let names = names.join(", ");
        let is_waiting = self.waiting() == Some(command);
        let names = if is_waiting { format!("… {names}") } else { names };
        let ink = if is_waiting || bound != command.default_keys() { palette::ACCENT } else { palette::INK };
        items.push(text(names.trim_end().to_owned(), right, size, Align::Right, ink));
    }

    pub fn draw(&self, context: &Context, items: &mut Vec<Item>) {
        let (layout, texts) = (&context.layout, context.texts());
        self.page.draw_paper(layout, items);
        for (y, row) in rows(layout) {
            let KeysRow::Heading(key_context) = row else { continue };
            let rect = self.page.row(area(layout), y, layout.px(HEADING));
            if area(layout).is_visible(rect) {
                let heading = (texts.key_context)(key_context);
                items.push(text(heading, rect, layout.size(BUTTON_TEXT), Align::Left, palette::ACCENT));
            }
        }
        let buttons = self.buttons(layout);
        draw_buttons(&buttons, layout, items);
        for button in buttons {
            if let KeysAction::Rebind(command) = button.action {
                self.draw_command(command, button.rect, context, items);
            }
        }
        self.page.scroll.draw(area(layout), layout, items);
        let below = match &self.message {
            _ if self.listening => texts.press_a_key.to_owned(),
            Some(message) => message.clone(),
            None => texts.keys_below.to_owned(),
        };
        Page::draw_ends(layout, texts.keys, below, items);
        draw_buttons(&self.foot(context), layout, items);
    }
}

fn set_keys(context: &mut Context, keys: Bindings) -> Effect {
    context.set_settings(Settings { keys, ..context.settings().clone() })
}

/// What the focus goes through.
fn actions() -> Vec<KeysAction> {
    let commands = Command::ALL.iter().copied().map(KeysAction::Rebind);
    commands.chain([KeysAction::Reset, KeysAction::Back]).collect()
}

/// Headings and commands, each with its distance from the top of the page.
fn rows(layout: &Layout) -> Vec<(i32, KeysRow)> {
    let (heading, row) = (layout.px(HEADING), layout.px(ROW));
    let mut y = 0;
    let mut rows = Vec::new();
    for key_context in KeyContext::ALL {
        rows.push((y, KeysRow::Heading(key_context)));
        y += heading;
        for command in Command::ALL.iter().filter(|command| command.context() == key_context) {
            rows.push((y, KeysRow::Command(*command)));
            y += row;
        }
    }
    rows
}

fn area(layout: &Layout) -> ScrollArea {
    Page::area(layout, rows(layout).last().map_or(0, |(y, _)| y + layout.px(ROW)))
}

/// What a command does, and which of its line it is.
fn words(context: &Context, command: Command) -> String {
    let texts = context.texts();
    let words = (texts.command)(command);
    match (texts.which)(command) {
        Some(which) => format!("{words}: {which}"),
        None => words.to_owned(),
    }
}
