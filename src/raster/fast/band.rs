//! Painting one band of the frame.

use std::sync::Arc;

use fearless_simd::Simd;

use super::display_list::{Blit, DisplayList, DrawCommand, Paint};
use super::occlusion::{MIN_CULLED_AREA, visible_parts};
use super::rows::Rows;
use crate::raster::bitmap::Bitmap;
use crate::raster::blend::BlendMode;
use crate::raster::region::{Region, area, intersect};
use crate::scene::Rect;

/// A display list with all that is needed to paint it.
pub struct RenderPass<'a> {
    pub list: &'a DisplayList,
    /// The bitmaps that the list refers to.
    pub bitmaps: &'a [Arc<Bitmap>],
    /// What a later pass hides.
    pub occluders: &'a [Rect],
    /// Nothing is painted outside of it.
    pub region: &'a Region,
    pub blend_mode: BlendMode,
}

/// A part of a render pass: some rows of the frame.
pub struct Band<'a> {
    pass: &'a RenderPass<'a>,
    /// Indices of the commands that touch the band, back to front.
    commands: &'a [u32],
    /// The parts of the band that are painted.
    rects: Vec<Rect>,
}

impl<'a> Band<'a> {
    pub fn new(pass: &'a RenderPass, commands: &'a [u32], bounds: Rect) -> Band<'a> {
        let rects = pass.region.rects().iter().filter_map(|rect| intersect(*rect, bounds)).collect();
        Band { pass, commands, rects }
    }

    pub fn is_empty(&self) -> bool {
        self.rects.is_empty()
    }

    /// Returns the number of pixels written. Inlined into a function that is compiled for the processor.
    #[inline(always)]
    pub fn paint<S: Simd>(&self, mut rows: Rows<S>) -> u64 {
        let mut written = 0;
        for rect in &self.rects {
            let Some(first) = self.first_visible(*rect) else { continue };
            for (position, &command) in self.commands.iter().enumerate().skip(first) {
                let DrawCommand { bounds, paint } = self.pass.list.commands[command as usize];
                if let Some(clip) = intersect(bounds, *rect) {
                    written += self.draw(position, paint, clip, &mut rows);
                }
            }
        }
        written
    }

    /// The position of the last command that hides all of a rectangle, where painting it begins; 0 if there is none.
    /// None if a later pass hides it.
    fn first_visible(&self, rect: Rect) -> Option<usize> {
        let hides = |occluder: Rect| intersect(occluder, rect) == Some(rect);
        if self.pass.occluders.iter().any(|occluder| hides(*occluder)) {
            return None;
        }
        let hides_all = |command: &u32| {
            let command = self.pass.list.commands[*command as usize];
            matches!(command.paint, Paint::Paper(_) | Paint::Color(_))
                && command.occluder(self.pass.bitmaps).is_some_and(hides)
        };
        Some(self.commands.iter().rposition(hides_all).unwrap_or(0))
    }

    /// Draws the part of a command in `clip`. Returns the number of pixels written.
    #[inline(always)]
    fn draw<S: Simd>(&self, position: usize, paint: Paint, clip: Rect, rows: &mut Rows<S>) -> u64 {
        let mut written = 0;
        match paint {
            Paint::Bitmap(Blit { index, corner, opacity }) => {
                written += rows.blit(&self.pass.bitmaps[index as usize], corner, clip, opacity);
            }
            Paint::Grid(grid) => {
                let grid = &self.pass.list.grids[grid as usize];
                let (columns, tile_rows) = grid.touching(clip);
                for row in tile_rows {
                    for column in columns.clone() {
                        let (indices, at) = grid.bitmaps(column, row);
                        for index in indices {
                            let bitmap = &self.pass.bitmaps[*index as usize];
                            let bounds = bitmap.bounds_at(at);
                            if let Some(clip) = intersect(bounds, clip) {
                                written += rows.blit(bitmap, (bounds.x, bounds.y), clip, 255);
                            }
                        }
                    }
                }
            }
            Paint::Color(color) if area(clip) < MIN_CULLED_AREA => written += rows.fill(clip, color),
            Paint::Color(color) => {
                for part in self.visible_parts(position, clip) {
                    written += rows.fill(part, color);
                }
            }
            Paint::Paper(sheet) => {
                for part in self.visible_parts(position, clip) {
                    written += rows.paper(part, &self.pass.list.sheets[sheet as usize]);
                }
            }
        }
        written
    }

    /// The parts of `clip` that no command after this position hides, and no later pass; all of it if it is too small
    /// for culling.
    fn visible_parts(&self, position: usize, clip: Rect) -> Vec<Rect> {
        if area(clip) < MIN_CULLED_AREA {
            return vec![clip];
        }
        let later = self.commands[position + 1..].iter().map(|command| &self.pass.list.commands[*command as usize]);
        let mut occluders = self.pass.occluders.to_vec();
        occluders.extend(later.clone().filter_map(|command| command.occluder(self.pass.bitmaps)));
        let parts = visible_parts(clip, &occluders);
        let grids = later.filter_map(|command| match command.paint {
            Paint::Grid(grid) => Some(&self.pass.list.grids[grid as usize]),
            Paint::Color(_) | Paint::Paper(_) | Paint::Bitmap(_) => None,
        });
        // Going through all tiles pays only where something is still visible.
        let mut grids = grids.filter(|_| !parts.is_empty()).peekable();
        if grids.peek().is_none() {
            return parts;
        }
        grids.for_each(|grid| grid.occluders(clip, self.pass.bitmaps, &mut occluders));
        visible_parts(clip, &occluders)
    }
}
