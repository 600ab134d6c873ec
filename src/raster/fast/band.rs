//! Painting one band of the frame.

use fearless_simd::Simd;

use super::display_list::DisplayList;
use super::draw_command::{Blit, DrawCommand, Paint};
use super::grid::Grid;
use super::mosaic::Mosaic;
use super::occlusion::{MIN_CULLED_AREA, MIN_OCCLUDER_WIDTH, visible_parts};
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
    /// What stands for the first of these commands, and how many that are.
    mosaic: Option<&'a Mosaic>,
    replaced: usize,
    /// The parts of the band that are painted.
    rects: Vec<Rect>,
}

impl<'a> Band<'a> {
    /// The band with these bounds, and the indices of its commands and of the region's rectangles in it.
    pub fn new(
        pass: &'a RenderPass,
        layer: &'a Layer,
        (commands, rects): (&'a [u32], &[u32]),
        bounds: Rect,
    ) -> Band<'a> {
        let region = layer.region.rects();
        let rects = rects.iter().filter_map(|rect| intersect(region[*rect as usize], bounds)).collect();
        let end = layer.mosaic.as_ref().map_or(0, |placed| placed.end);
        let replaced = commands.partition_point(|command| (*command as usize) < end);
        let mosaic = layer.mosaic.as_ref().map(|placed| &*placed.mosaic);
        Band { pass, list: &layer.list, commands, mosaic, replaced, rects }
    }

    pub fn is_empty(&self) -> bool {
        self.rects.is_empty()
    }

    /// Returns the number of pixels written. Inlined into a function that is compiled for the processor.
    #[inline(always)]
    pub fn paint<S: Simd>(&self, mut rows: Rows<S>) -> u64 {
        let mut written = 0;
        for rect in &self.rects {
            for position in self.first_visible(*rect)..=self.commands.len() {
                if position == self.replaced
                    && let Some((mosaic, clip)) = self.mosaic_in(*rect)
                {
                    written += rows.mosaic(mosaic, clip);
                }
                let Some(command) = self.commands.get(position) else { break };
                let DrawCommand { bounds, paint } = self.list.commands[*command as usize];
                if let Some(clip) = intersect(bounds, *rect) {
                    written += self.draw(position, paint, clip, &mut rows);
                }
            }
        }
        written
    }

    /// The position of the last command that hides all of a rectangle, or of the first one after a mosaic that does:
    /// where painting it begins. 0 if there is none.
    fn first_visible(&self, rect: Rect) -> usize {
        let hides_all = |command: &u32| {
            let command = self.list.commands[*command as usize];
            matches!(command.paint, Paint::Paper(_) | Paint::Color(_))
                && command.occluder(&self.pass.bitmaps).is_some_and(|occluder| intersect(occluder, rect) == Some(rect))
        };
        let above = self.commands[self.replaced..].iter().rposition(hides_all);
        let below = || self.commands[..self.replaced].iter().rposition(hides_all);
        let mosaic_hides_all = || self.opaque().iter().any(|opaque| intersect(*opaque, rect) == Some(rect));
        match above {
            Some(above) => self.replaced + above,
            None if mosaic_hides_all() => self.replaced,
            None => below().unwrap_or(0),
        }
    }

    /// The part of the mosaic in a rectangle.
    fn mosaic_in(&self, rect: Rect) -> Option<(&'a Mosaic, Rect)> {
        let mosaic = self.mosaic?;
        Some((mosaic, intersect(mosaic.bounds(), rect)?))
    }

    /// What the mosaic hides.
    fn opaque(&self) -> &'a [Rect] {
        self.mosaic.map_or(&[], Mosaic::opaque)
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
                for part in self.parts_beside_mosaic(position, clip) {
                    written += self.draw_tiles(grid, part, rows);
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

    /// The parts of `clip` that the mosaic does not hide, if this position is below it.
    fn parts_beside_mosaic(&self, position: usize, clip: Rect) -> Vec<Rect> {
        if position < self.replaced { visible_parts(clip, self.opaque()) } else { vec![clip] }
    }

    #[inline(always)]
    fn draw_tiles<S: Simd>(&self, grid: &Grid, clip: Rect, rows: &mut Rows<S>) -> u64 {
        let mut written = 0;
        let (columns, tile_rows) = grid.touching(clip);
        for row in tile_rows {
            for column in columns.clone() {
                let Some((bitmap, at)) = grid.bitmap(column, row) else { continue };
                let bounds = bitmap.bounds_at(at);
                if let Some(clip) = intersect(bounds, clip) {
                    written += rows.blit(bitmap, (bounds.x, bounds.y), clip, 255);
                }
            }
        }
        written
    }

    /// The parts of `clip` that no wide command after this position hides; all of it if it is too small for culling.
    fn visible_parts(&self, position: usize, clip: Rect) -> Vec<Rect> {
        if area(clip) < MIN_CULLED_AREA {
            return vec![clip];
        }
        let later = self.commands[position + 1..].iter().map(|command| &self.list.commands[*command as usize]);
        let mut occluders: Vec<Rect> =
            later.clone().filter_map(|command| command.occluder(&self.pass.bitmaps)).collect();
        if position < self.replaced {
            occluders.extend_from_slice(self.opaque());
        }
        let is_wide = |occluder: &Rect| occluder.width >= MIN_OCCLUDER_WIDTH;
        occluders.retain(is_wide);
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
        grids.for_each(|grid| grid.occluders(clip, &mut occluders));
        occluders.retain(is_wide);
        visible_parts(clip, &occluders)
    }
}
