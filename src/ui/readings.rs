//! Readings: named values, a graph of frame times, and what can be switched, in a panel at the right of the frame. They
//! are plain numbers and words: where they come from is not known here.

use super::layout::Layout;
use super::text::text;
use crate::look::{Color, Palette, palette};
use crate::scene::{Align, Item, PanelEdge, Rect};

/// Sizes in logical pixels.
const WIDTH: f32 = 272.0;
const LINE: f32 = 19.0;
const TEXT: f32 = 18.0;
const GRAPH: f32 = 64.0;
const PADDING: f32 = 10.0;
const MARGIN: f32 = 8.0;
const BELOW: f32 = 50.0;

/// The graph's upper edge, in milliseconds: two frames at 60 a second. Its middle line is one.
const GRAPH_MS: f32 = 1000.0 / 30.0;

/// What the panel shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Readings {
    /// What was measured, and its value, a line each.
    pub lines: Vec<(String, String)>,
    /// Milliseconds of the last frames, oldest first.
    pub frames: Vec<f32>,
    /// How many frames the graph has room for.
    pub capacity: usize,
    /// What can be switched: a key, a name, and the value that holds.
    pub switches: Vec<(String, String, String)>,
}

impl Readings {
    /// The width that they take at the right of a frame, in logical pixels.
    pub const ROOM: f32 = WIDTH + 2.0 * MARGIN;

    /// Draws them at the right of the frame.
    pub fn draw(&self, layout: &Layout, items: &mut Vec<Item>) {
        let (width, scale) = (layout.frame().width, layout.size(1.0));
        let px = |logical: f32| layout.px(logical);
        let rows = self.lines.len() + self.switches.len();
        let height = rows as i32 * px(LINE) + px(GRAPH) + 4 * px(PADDING);
        let panel = Rect::new(width - px(WIDTH) - px(MARGIN), px(BELOW), px(WIDTH), height);
        items.push(Item::Panel {
            rect: panel,
            radius: 6.0 * scale,
            fill: palette::PANEL.with_alpha(236),
            border: palette::BUTTON_EDGE,
            line: scale,
            edge: PanelEdge::Ruled,
        });
        let mut row = Rect::new(panel.x + px(PADDING), panel.y + px(PADDING), panel.width - 2 * px(PADDING), px(LINE));
        let mut write = |left: String, right: &str, row: Rect| {
            items.push(text(left, row, TEXT * scale, Align::Left, palette::FAINT_INK));
            items.push(text(right.to_owned(), row, TEXT * scale, Align::Right, palette::INK));
        };
        for (name, value) in &self.lines {
            write(name.clone(), value, row);
            row.y += row.height;
        }
        let graph = Rect::new(row.x, row.y + px(PADDING), row.width, px(GRAPH));
        row.y = graph.bottom() + px(PADDING);
        for (key, name, value) in &self.switches {
            write(format!("{key}  {name}"), value, row);
            row.y += row.height;
        }
        self.draw_graph(graph, layout.palette(), items);
    }

    /// A bar for each frame, the newest at the right; those that are too late for 60 a second stand out.
    fn draw_graph(&self, graph: Rect, colors: Palette, items: &mut Vec<Item>) {
        items.push(Item::Fill { rect: graph, color: palette::PAPER });
        let capacity = self.capacity.max(1) as i32;
        let free = capacity - self.frames.len() as i32;
        for (index, ms) in (free..).zip(&self.frames) {
            let edge = |index: i32| graph.x + graph.width * index / capacity;
            let (left, right) = (edge(index), edge(index + 1));
            let height = (graph.height as f32 * (ms / GRAPH_MS).min(1.0)).ceil() as i32;
            let color = if *ms > GRAPH_MS / 2.0 { colors.bad() } else { colors.good() };
            draw_bar(Rect::new(left, graph.bottom() - height, right - left, height), color, items);
        }
        draw_bar(Rect::new(graph.x, graph.y + graph.height / 2, graph.width, 1), palette::BUTTON_EDGE, items);
    }
}

fn draw_bar(rect: Rect, color: Color, items: &mut Vec<Item>) {
    if rect.width > 0 && rect.height > 0 {
        items.push(Item::Fill { rect, color });
    }
}
