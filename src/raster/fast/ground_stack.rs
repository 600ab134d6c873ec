//! The ground in a display list: a sheet of paper, and grids of tiles on it, with one view of the board.

use super::display_list::DisplayList;
use super::draw_command::{DrawCommand, Paint};
use super::grid::Grid;
use crate::raster::paper::Paper;
use crate::scene::Rect;

/// Commands of a list that a mosaic can stand for.
pub struct GroundStack<'a> {
    pub paper: Paper,
    /// Where there is paper.
    pub sheet: Rect,
    /// What is painted between the paper and the ground.
    pub between: &'a [DrawCommand],
    /// Back to front.
    pub grids: &'a [Grid],
    /// The index of the command after the last grid.
    pub end: usize,
}

/// The same by itself, to tell whether another frame's ground is the same.
pub struct GroundLayers {
    paper: Paper,
    sheet: Rect,
    between: Vec<Rect>,
    pub layers: Vec<Grid>,
}

impl<'a> GroundStack<'a> {
    /// The first one in a list.
    pub fn find(list: &'a DisplayList) -> Option<GroundStack<'a>> {
        let commands = &list.commands;
        let grid_of = |command: &DrawCommand| match command.paint {
            Paint::Grid(grid) => Some(grid as usize),
            Paint::Color(_) | Paint::Paper(_) | Paint::Bitmap(_) => None,
        };
        let is_paper = |command: &DrawCommand| matches!(command.paint, Paint::Paper(_));
        let start = commands.iter().position(|command| grid_of(command).is_some())?;
        let under = commands[..start].iter().rposition(is_paper)?;
        let Paint::Paper(sheet) = commands[under].paint else { return None };
        let count = commands[start..].iter().map_while(grid_of).count();
        let first = grid_of(&commands[start])?;
        Some(GroundStack {
            paper: list.sheets[sheet as usize].paper(),
            sheet: commands[under].bounds,
            between: &commands[under + 1..start],
            grids: &list.grids[first..first + count],
            end: start + count,
        })
    }

    /// The rectangle of all tiles, and the side of one in pixels. None if the layers do not fit together.
    pub fn board(&self) -> Option<(Rect, i32)> {
        let (board, tile) = self.grids.first()?.board();
        let fits = |grid: &Grid| grid.board() == (board, tile);
        let is_aligned = self.paper.tile() == tile && self.paper.has_corner((board.x, board.y));
        (is_aligned && self.grids.iter().all(fits)).then_some((board, tile))
    }

    pub fn layers(&self) -> GroundLayers {
        GroundLayers {
            paper: self.paper,
            sheet: self.sheet,
            between: self.between.iter().map(|command| command.bounds).collect(),
            layers: self.grids.to_vec(),
        }
    }
}

impl GroundLayers {
    pub fn is_of(&self, ground: &GroundStack) -> bool {
        (self.paper, self.sheet, self.layers.len()) == (ground.paper, ground.sheet, ground.grids.len())
            && self.between.iter().eq(ground.between.iter().map(|command| &command.bounds))
            && self.layers.iter().zip(ground.grids).all(|(layer, grid)| layer.is_same(grid))
    }

    /// Whether only tiles have changed since: the same cells have the same tones, nothing new lies between, and each
    /// look that is in both has the same bitmap.
    pub fn differ_in_tiles_only(&self, before: &GroundLayers) -> bool {
        let mut layers = self.layers.iter().zip(&before.layers);
        (self.paper, self.sheet, &self.between) == (before.paper, before.sheet, &before.between)
            && self.layers.len() == before.layers.len()
            && layers.all(|(layer, before)| layer.draws_as(before))
    }

    /// Whether no layer has changed in a row of tiles.
    pub fn has_row_of(&self, before: &GroundLayers, row: i32) -> bool {
        self.layers.iter().zip(&before.layers).all(|(layer, before)| layer.has_row_of(before, row))
    }
}
