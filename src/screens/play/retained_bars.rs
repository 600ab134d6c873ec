//! The bars as a group of items: drawn once for all frames in which they look the same.

use std::cell::RefCell;

use crate::scene::{Item, ItemGroup};
use crate::sim::Cell;
use crate::ui::Layout;

/// What the bars show that changes without an input, as time passes. All else that they show changes by inputs only.
#[derive(Debug, Clone, PartialEq)]
pub struct PassingView {
    /// The frame's size, and where the pointer is.
    pub layout: Layout,
    /// The cell that the pointer or the cursor is on.
    pub target: Option<Cell>,
    pub step: u32,
    pub is_paused: bool,
    /// The zoom, in pixels a tile.
    pub tile: u32,
}

/// The bars of the last frame, unless there was an input since.
#[derive(Debug, Clone, Default)]
pub struct RetainedBars(RefCell<Option<(PassingView, ItemGroup)>>);

impl RetainedBars {
    /// An input may have changed anything.
    pub fn forget(&mut self) {
        self.0.take();
    }

    /// The bars in this view, which `draw` appends.
    pub fn group(&self, view: PassingView, draw: impl Fn(&mut Vec<Item>)) -> ItemGroup {
        let drawn = || {
            let mut items = Vec::new();
            draw(&mut items);
            items
        };
        let mut last = self.0.borrow_mut();
        let known = last.take().filter(|(before, _)| *before == view);
        let (_, group) = last.insert(known.unwrap_or_else(|| (view, ItemGroup::new(drawn()))));
        debug_assert!(group.items() == drawn(), "the bars have changed without an input");
        group.clone()
    }
}
