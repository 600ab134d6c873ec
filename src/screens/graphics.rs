//! The graphics page: the painter's hints, and a sample painted as it was and as it is now. The effect of a hint can be
//! seen at once, and its cost is beside it.

use super::context::Context;
use super::effect::{Answer, Effect};
use super::input::{Input, PointerButton};
use super::keys::{Command, Key};
use super::profile::Motion;
use super::sample::Sample;
use super::scrolling;
use super::settings_row::SettingsRow;
use super::turn::{Route, Turn};
use crate::look::{Cycle, Hint, Hints, Preset, palette};
use crate::scene::{Align, Item, Rect};
use crate::ui::{BUTTON_TEXT, Button, ButtonState, Face, Focus, Layout, Page, ScrollArea, draw_buttons, hit, text};

/// The hints, one of them in focus.
#[derive(Debug, Clone)]
pub struct GraphicsPage {
    page: Page,
    focus: Focus,
    sample: Sample,
    /// The hints when the page was opened.
    before: Hints,
    /// Median milliseconds of painting the sample, before and now.
    times: [Option<f32>; 2],
}

/// Where the sample is shown, as it was painted before and as it is now, each with a magnified detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SamplePlacement {
    /// The size of the sample, in pixels.
    pub size: (u32, u32),
    pub samples: [(i32, i32); 2],
    /// The part of the sample that is magnified, and how many times.
    pub detail: Rect,
    pub factor: u32,
    pub details: [(i32, i32); 2],
}

/// What the focus goes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum GraphicsRow {
    Preset,
    Hint(Hint),
    Zoom,
    Restore,
    Back,
}

/// Logical pixels, and the samples' share of the page.
const ROW: f32 = 36.0;
const GAP: f32 = 10.0;
const LABEL: f32 = 26.0;
const SAMPLES: f32 = 0.42;
/// How many times a detail is magnified.
const FACTOR: u32 = 4;

impl GraphicsPage {
    pub fn new(context: &Context) -> GraphicsPage {
        GraphicsPage {
            page: Page::default(),
            focus: Focus::default(),
            sample: Sample::new(),
            before: context.profile.hints(),
            times: [None; 2],
        }
    }

    /// The items of the sample, in a frame of its own.
    pub fn draw_sample(&self, context: &Context, items: &mut Vec<Item>) {
        let (width, height) = self.placement(&context.layout).size;
        let flow = match context.settings().motion {
            Motion::Full => 1.0,
            Motion::Reduced => 0.0,
        };
        self.sample.draw((width as i32, height as i32), flow, items);
    }

    /// Where the samples are.
    pub fn placement(&self, layout: &Layout) -> SamplePlacement {
        let [left, right] = halves(layout);
        let (gap, label) = (layout.px(GAP), layout.px(LABEL));
        let height = (left.height - label - gap).max(1);
        let detail = (left.width / 3 / FACTOR as i32).max(1);
        let width = (left.width - detail * FACTOR as i32 - gap).max(1);
        let magnified = self.sample.detail((width, height), (detail, (height / FACTOR as i32).max(1)));
        let top = left.y + label;
        SamplePlacement {
            size: (width as u32, height as u32),
            samples: [(left.x, top), (right.x, top)],
            detail: magnified,
            factor: FACTOR,
            details: [(left.x + width + gap, top), (right.x + width + gap, top)],
        }
    }

    pub fn turn(mut self, context: &mut Context, input: Input) -> Turn<GraphicsPage> {
        match self.chosen(context, &input) {
            Some((GraphicsRow::Back, _)) => Turn::go(Route::Settings(SettingsRow::Graphics)),
            Some((row, way)) => {
                self.focus.move_to(&row, &GraphicsRow::all());
                let save = self.change(context, row, way);
                Turn::stay(self).with(save)
            }
            None => {
                self.browse(context, input);
                Turn::stay(self)
            }
        }
    }

    /// The row that the input changes, and the way through its values.
    fn chosen(&self, context: &Context, input: &Input) -> Option<(GraphicsRow, Cycle)> {
        let layout = &context.layout;
        match input {
            Input::Release(PointerButton::Primary) if self.page.scroll.is_dragged() => None,
            Input::Release(PointerButton::Primary) => {
                let pointer = layout.pointer();
                let on_rows = pointer.filter(|pointer| list_area(layout).window().contains(*pointer));
                let row = hit(&self.foot(context), pointer).or_else(|| hit(&self.rows(layout), on_rows));
                row.map(|row| (row, Cycle::Next))
            }
            Input::Key(Key::Enter | Key::Space | Key::Right) => Some((self.focused(), Cycle::Next)),
            Input::Key(Key::Left) => Some((self.focused(), Cycle::Previous)),
            Input::Key(Key::Escape | Key::Backspace) => Some((GraphicsRow::Back, Cycle::Next)),
            _ => None,
        }
    }

    /// Lets the sample play and zoom, scrolls, or moves the focus.
    fn browse(&mut self, context: &Context, input: Input) {
        let layout = &context.layout;
        match input {
            Input::Answered(Answer::SampleTimes(times)) => self.times = times,
            Input::Tick(time) => self.sample.tick(time),
            Input::Resize { .. } => self.move_focus(layout, 0),
            Input::Key(Key::Home) => self.move_focus(layout, isize::MIN),
            Input::Key(Key::End) => self.move_focus(layout, isize::MAX),
            Input::Key(Key::Up) => self.move_focus(layout, -1),
            Input::Key(Key::Down | Key::Tab) => self.move_focus(layout, 1),
            Input::Key(key) if context.means(key, Command::ZoomIn) => self.sample.zoom(Cycle::Next),
            Input::Key(key) if context.means(key, Command::ZoomOut) => self.sample.zoom(Cycle::Previous),
            _ => scrolling::by_pointer(list_area(layout), &mut self.page.scroll, layout, &input),
        }
    }

    /// Changes what a row is about.
    fn change(&mut self, context: &mut Context, row: GraphicsRow, way: Cycle) -> Option<Effect> {
        let hints = context.profile.hints();
        let changed = match row {
            GraphicsRow::Preset => next_preset(hints, way).hints(),
            GraphicsRow::Hint(hint) => hints.cycle(hint, way),
            GraphicsRow::Restore => self.before,
            GraphicsRow::Zoom => {
                self.sample.zoom(way);
                return None;
            }
            GraphicsRow::Back => return None,
        };
        Some(context.choose_hints(changed))
    }

    fn focused(&self) -> GraphicsRow {
        GraphicsRow::all()[self.focus.index()]
    }

    fn move_focus(&mut self, layout: &Layout, by: isize) {
        self.focus.move_by(by, GraphicsRow::all().len());
        if let Some(row) = self.rows(layout).get(self.focus.index()) {
            self.page.scroll.show(list_area(layout), row.rect);
        }
    }

    fn state(&self, row: GraphicsRow) -> ButtonState {
        ButtonState::selected_if(self.focused() == row)
    }

    fn foot(&self, context: &Context) -> Vec<Button<GraphicsRow>> {
        let texts = context.texts();
        let foot = [(GraphicsRow::Restore, texts.undo_changes), (GraphicsRow::Back, texts.back)];
        Page::buttons(&context.layout, foot.map(|(row, words)| (row, words, self.state(row))).into())
    }

    fn rows(&self, layout: &Layout) -> Vec<Button<GraphicsRow>> {
        let pitch = layout.px(ROW);
        let height = pitch - layout.px(4.0);
        (0..)
            .zip(GraphicsRow::listed())
            .map(|(index, action)| {
                let rect = self.page.row(list_area(layout), index * pitch, height);
                Button { rect, face: Face::Blank, action, state: self.state(action) }
            })
            .collect()
    }

    /// What a row is about, its value, and what that means.
    fn words(&self, context: &Context, row: GraphicsRow) -> (String, String, String) {
        let (texts, hints) = (context.texts(), context.profile.hints());
        match row {
            GraphicsRow::Preset => {
                let (name, meaning) = texts.graphics(hints);
                (texts.preset.to_owned(), name.to_owned(), meaning.to_owned())
            }
            GraphicsRow::Hint(hint) => {
                let value = hints.get(hint);
                let meaning = match hints.idle(hint, self.sample.tile()) {
                    Some(idle) => (texts.idle)(idle),
                    None => (texts.hint_value)(value),
                };
                (hint.name().to_owned(), value.name().to_owned(), meaning.to_owned())
            }
            GraphicsRow::Zoom => {
                let tile = self.sample.tile().to_string();
                (texts.sample_zoom.to_owned(), tile, texts.sample_zoom_meaning.to_owned())
            }
            GraphicsRow::Restore | GraphicsRow::Back => Default::default(),
        }
    }

    fn is_idle(&self, context: &Context, row: GraphicsRow) -> bool {
        match row {
            GraphicsRow::Hint(hint) => context.profile.hints().idle(hint, self.sample.tile()).is_some(),
            GraphicsRow::Preset | GraphicsRow::Zoom | GraphicsRow::Restore | GraphicsRow::Back => false,
        }
    }

    pub fn draw(&self, context: &Context, items: &mut Vec<Item>) {
        let (layout, texts) = (&context.layout, context.texts());
        self.page.draw_paper(layout, items);
        let list = list_area(layout);
        for row in self.rows(layout).into_iter().filter(|row| list.is_visible(row.rect)) {
            let (name, value, meaning) = self.words(context, row.action);
            let ink = if self.is_idle(context, row.action) { palette::ACCENT } else { row.state.faint_ink() };
            draw_buttons(std::slice::from_ref(&row), layout, items);
            Page::draw_row(layout, row.rect, [(name, palette::INK), (value, palette::INK), (meaning, ink)], items);
        }
        self.page.scroll.draw(list, layout, items);
        let window = Page::window(layout);
        let above = Rect::new(0, window.y, layout.frame().width, (list.window().y - window.y).max(1));
        items.push(Item::Fill { rect: above, color: palette::PANEL });
        let labels = [texts.sample_before, texts.sample_now].into_iter().zip(self.times);
        let width = self.placement(layout).size.0 as i32;
        for (half, (label, milliseconds)) in halves(layout).into_iter().zip(labels) {
            let line = Rect { width, height: layout.px(LABEL), ..half };
            let size = layout.size(BUTTON_TEXT - 3.0);
            items.push(text(label, line, size, Align::Left, palette::ACCENT));
            if let Some(milliseconds) = milliseconds {
                items.push(text((texts.milliseconds)(milliseconds), line, size, Align::Right, palette::INK));
            }
        }
        Page::draw_ends(layout, texts.graphics, texts.graphics_below.to_owned(), items);
        draw_buttons(&self.foot(context), layout, items);
    }
}

impl GraphicsRow {
    /// The rows of the list.
    fn listed() -> impl Iterator<Item = GraphicsRow> {
        let hints = Hint::ALL.iter().copied().map(GraphicsRow::Hint);
        [GraphicsRow::Preset].into_iter().chain(hints).chain([GraphicsRow::Zoom])
    }

    /// The rows of the list, then the buttons at the foot.
    fn all() -> Vec<GraphicsRow> {
        GraphicsRow::listed().chain([GraphicsRow::Restore, GraphicsRow::Back]).collect()
    }
}

/// The preset after or before the one that holds; hints that are none lead to the first.
fn next_preset(hints: Hints, way: Cycle) -> Preset {
    let all = Preset::ALL;
    let index = all.iter().position(|preset| Some(*preset) == hints.preset());
    match (index, way) {
        (None, _) => all[0],
        (Some(index), Cycle::Next) => all[(index + 1) % all.len()],
        (Some(index), Cycle::Previous) => all[(index + all.len() - 1) % all.len()],
    }
}

/// The two halves of the page's upper part: before, and now.
fn halves(layout: &Layout) -> [Rect; 2] {
    let window = Page::window(layout);
    let gap = layout.px(GAP);
    let (width, height) = ((window.width - gap) / 2, (window.height as f32 * SAMPLES) as i32);
    [window.x, window.x + width + gap].map(|x| Rect::new(x, window.y, width.max(1), height.max(1)))
}

/// The rows, in the part of the page below the samples.
fn list_area(layout: &Layout) -> ScrollArea {
    let window = Page::window(layout);
    let above = halves(layout)[0].height;
    let below = Rect::new(window.x, window.y + above, window.width, (window.height - above).max(1));
    ScrollArea::new(layout, below, GraphicsRow::listed().count() as i32 * layout.px(ROW))
}
