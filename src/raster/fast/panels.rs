//! Pictures of the front layer's opaque panels: nothing behind them is seen, so their pixels depend on that layer
//! alone. What stays the same from frame to frame is copied, instead of painting panels, buttons and words again.

use std::ops::Range;
use std::sync::Arc;

use super::display_list::DisplayList;
use super::occlusion::visible_parts;
use crate::raster::bitmap::Bitmap;
use crate::raster::frame::Frame;
use crate::raster::region::intersect;
use crate::scene::Rect;

/// The fewest pixels of one colour that are filled, and not copied: filling does not read them from memory.
const MIN_RUN: usize = 32;

/// Pictures of what a frame shows in rectangles that do not overlap.
pub struct PanelPictures {
    pictures: Vec<PanelPicture>,
}

/// What a frame shows in a rectangle, row by row.
struct PanelPicture {
    panel: Rect,
    rows: Vec<PanelRow>,
}

/// A row of pixels, most of which have long runs of one colour.
pub struct PanelRow {
    pixels: Vec<u32>,
    /// The columns of each run of [`MIN_RUN`] equal pixels or more, from left to right.
    runs: Vec<Range<usize>>,
}

/// Pictures of panels of which some parts may have changed since.
pub struct CopiedPanels {
    pictures: PanelPictures,
    changed: Vec<Rect>,
    /// What is copied: parts of panels, each with the index of its panel.
    parts: Vec<(Rect, usize)>,
}

impl PanelRow {
    fn new(pixels: Vec<u32>) -> PanelRow {
        let (mut runs, mut start) = (Vec::new(), 0);
        for run in pixels.chunk_by(|one, next| one == next) {
            let end = start + run.len();
            if run.len() >= MIN_RUN {
                runs.push(start..end);
            }
            start = end;
        }
        PanelRow { pixels, runs }
    }

    /// Replaces the pixels from a column on. They belong to no run any more: most likely they change again soon.
    fn replace(&mut self, column: usize, pixels: &[u32]) {
        let end = column + pixels.len();
        self.pixels[column..end].copy_from_slice(pixels);
        if self.runs.iter().any(|run| run.start < end && column < run.end) {
            let rest = |run: Range<usize>| [run.start..run.end.min(column), run.start.max(end)..run.end];
            self.runs = self.runs.drain(..).flat_map(rest).filter(|rest| rest.len() >= MIN_RUN).collect();
        }
    }

    /// Copies as many pixels as there is room for, from a column on.
    #[inline(always)]
    pub fn copy(&self, column: usize, dst: &mut [u32]) {
        let (mut next, end) = (column, column + dst.len());
        for run in &self.runs {
            let (start, run_end) = (run.start.max(next), run.end.min(end));
            if start < run_end {
                dst[next - column..start - column].copy_from_slice(&self.pixels[next..start]);
                dst[start - column..run_end - column].fill(self.pixels[start]);
                next = run_end;
            }
        }
        dst[next - column..].copy_from_slice(&self.pixels[next..end]);
    }
}

impl PanelPicture {
    fn new(panel: Rect, frame: &Frame) -> PanelPicture {
        PanelPicture { panel, rows: rows(frame, panel).map(|row| PanelRow::new(row.to_vec())).collect() }
    }

    /// The indices of the rows of a part of the panel, and its first column.
    fn rows_of(&self, part: Rect) -> (Range<usize>, usize) {
        let first = (part.y - self.panel.y) as usize;
        (first..first + part.height as usize, (part.x - self.panel.x) as usize)
    }
}

impl PanelPictures {
    /// The panels of a front layer, from a frame that was painted by it.
    pub fn new(front: &DisplayList, bitmaps: &[Arc<Bitmap>], frame: &Frame) -> PanelPictures {
        let panels = panels(front, bitmaps).into_iter();
        PanelPictures { pictures: panels.map(|panel| PanelPicture::new(panel, frame)).collect() }
    }
}

impl CopiedPanels {
    /// The pictures for a front layer that paints something else in these rectangles. None if it has other panels.
    pub fn new(
        pictures: PanelPictures,
        front: &DisplayList,
        bitmaps: &[Arc<Bitmap>],
        changed: Vec<Rect>,
    ) -> Option<CopiedPanels> {
        if !pictures.pictures.iter().map(|picture| picture.panel).eq(panels(front, bitmaps)) {
            return None;
        }
        let unchanged = |(index, picture): (usize, &PanelPicture)| {
            visible_parts(picture.panel, &changed).into_iter().map(move |part| (part, index))
        };
        let parts = pictures.pictures.iter().enumerate().flat_map(unchanged).collect();
        Some(CopiedPanels { pictures, changed, parts })
    }

    /// What is copied, in rectangles that do not overlap.
    pub fn rects(&self) -> impl Iterator<Item = Rect> {
        self.parts.iter().map(|(part, _)| *part)
    }

    /// What is copied in a rectangle: each part with its rows, and the column of the part in them.
    pub fn parts(&self, clip: Rect) -> impl Iterator<Item = (Rect, &[PanelRow], usize)> {
        self.parts.iter().filter_map(move |(part, index)| {
            let (picture, part) = (&self.pictures.pictures[*index], intersect(*part, clip)?);
            let (rows, column) = picture.rows_of(part);
            Some((part, &picture.rows[rows], column))
        })
    }

    /// The pictures as of this frame, in which what has changed was painted.
    pub fn update(mut self, frame: &Frame) -> PanelPictures {
        for picture in &mut self.pictures.pictures {
            for part in self.changed.iter().filter_map(|changed| intersect(*changed, picture.panel)) {
                let (indices, column) = picture.rows_of(part);
                let kept = picture.rows[indices].iter_mut();
                kept.zip(rows(frame, part)).for_each(|(kept, row)| kept.replace(column, row));
            }
        }
        self.pictures
    }
}

/// The panels of a front layer, as rectangles that do not overlap.
fn panels(front: &DisplayList, bitmaps: &[Arc<Bitmap>]) -> Vec<Rect> {
    let mut panels: Vec<Rect> = Vec::new();
    for panel in front.occluders(bitmaps) {
        let parts = visible_parts(panel, &panels);
        panels.extend(parts);
    }
    panels
}

/// The rows of a rectangle in a frame.
fn rows(frame: &Frame, rect: Rect) -> impl Iterator<Item = &[u32]> {
    let columns = rect.x as usize..rect.right() as usize;
    let rows = frame.pixels().chunks_exact(frame.width() as usize);
    rows.skip(rect.y as usize).take(rect.height as usize).map(move |row| &row[columns.clone()])
}
