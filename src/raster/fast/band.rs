//! Painting one band of the frame.

use fearless_simd::Simd;

use super::display_list::{Blit, DisplayList, DrawCommand, Paint};
use super::occlusion::{MIN_CULLED_AREA, visible_parts};
use super::render_pass::{Layer, RenderPass};
use super::rows::Rows;
use crate::raster::region::{area, intersect};
use crate::scene::Rect;

/// A part of a layer: some rows of the frame.
pub struct Band<'a> {
    pass: &'a RenderPass,
    list: &'a DisplayList,
    /// Indices of the commands that touch the band, back to front.
    commands: &'a [u32],
    /// The parts of the band that are painted.
    rects: Vec<Rect>,
}

impl<'a> Band<'a> {
    pub fn new(pass: &'a RenderPass, layer: &'a Layer, commands: &'a [u32], bounds: Rect) -> Band<'a> {
        let rects = layer.region.rects().iter().filter_map(|rect| intersect(*rect, bounds)).collect();
        Band { pass, list: &layer.list, commands, rects }
    }

    pub fn is_empty(&self) -> bool {
        self.rects.is_empty()
    }

    /// Returns the number of pixels written. Inlined into a function that is compiled for the processor.
    #[inline(always)]
    pub fn paint<S: Simd>(&self, mut rows: Rows<S>) -> u64 {
        let mut written = 0;
        for rect in &self.rects {
            let first = self.first_visible(*rect);
            for (position, &command) in self.commands.iter().enumerate().skip(first) {
                let DrawCommand { bounds, paint } = self.list.commands[command as usize];
                if let Some(clip) = intersect(bounds, *rect) {
                    written += self.draw(position, paint, clip, &mut rows);
                }
            }
        }
        written
    }

    /// The position of the last command that hides all of a rectangle, where painting it begins; 0 if there is none.
    fn first_visible(&self, rect: Rect) -> usize {
        let hides_all = |command: &u32| {
            let command = self.list.commands[*command as usize];
            matches!(command.paint, Paint::Paper(_) | Paint::Color(_))
                && command.occluder(&self.pass.bitmaps).is_some_and(|occluder| intersect(occluder, rect) == Some(rect))
        };
        self.commands.iter().rposition(hides_all).unwrap_or(0)
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
                let grid = &self.list.grids[grid as usize];
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
                    written += rows.paper(part, &self.list.sheets[sheet as usize]);
                }
            }
        }
        written
    }

    /// The parts of `clip` that no command after this position hides; all of it if it is too small for culling.
    fn visible_parts(&self, position: usize, clip: Rect) -> Vec<Rect> {
        if area(clip) < MIN_CULLED_AREA {
            return vec![clip];
        }
        let later = self.commands[position + 1..].iter().map(|command| &self.list.commands[*command as usize]);
        let mut occluders: Vec<Rect> =
            later.clone().filter_map(|command| command.occluder(&self.pass.bitmaps)).collect();
        let parts = visible_parts(clip, &occluders);
        let grids = later.filter_map(|command| match command.paint {
            Paint::Grid(grid) => Some(&self.list.grids[grid as usize]),
            Paint::Color(_) | Paint::Paper(_) | Paint::Bitmap(_) => None,
        });
        // Going through all tiles pays only where something is still visible.
        let mut grids = grids.filter(|_| !parts.is_empty()).peekable();
        if grids.peek().is_none() {
            return parts;
        }
        grids.for_each(|grid| grid.occluders(clip, &self.pass.bitmaps, &mut occluders));
        visible_parts(clip, &occluders)
    }
}
